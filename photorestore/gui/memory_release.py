"""Freed memory given back to the system: glibc keeps what threads used, after a 100 MP scan half a gigabyte."""

from __future__ import annotations

import ctypes
import sys


def give_back_memory() -> None:
    """Nothing where the C library does it by itself. Takes milliseconds; not for the window's thread."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
