"""What becomes of freed memory. glibc gives large pieces back at once and keeps small ones; both can be wrong."""

from __future__ import annotations

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # of mallopt(3)
_MOST_KEPT_BYTES = 2**31 - 1
# The largest piece that is kept. The published mapping with holes has layers of 200 MB; but where a picture is large,
# pieces of its size would leave gaps that nothing else fits into (0.7 GB at 50 MP).
_KEPT_BYTES, _KEPT_BYTES_IF_LARGE = 256 << 20, 64 << 20
LARGE_MP = 4.0


def keep_freed_memory(megapixels: float = 0.0) -> None:
    """For a process that computes: what one layer frees, the next one gets, instead of new pages from the system.

    Zeroing those costs more than many layers' arithmetic: a scan of 50 MP takes 2.2 s/MP instead of 3.1. Can be said
    anew for each picture.
    """
    if (libc := _glibc("mallopt")) is not None:
        libc.mallopt(_MMAP_THRESHOLD, _KEPT_BYTES_IF_LARGE if megapixels > LARGE_MP else _KEPT_BYTES)
        libc.mallopt(_TRIM_THRESHOLD, _MOST_KEPT_BYTES)


def give_back_memory() -> None:
    """What was kept goes back to the system, in milliseconds: 1 GB after a large scan. Not for the window's thread."""
    if (libc := _glibc("malloc_trim")) is not None:
        libc.malloc_trim(0)


def give_back_if_large(megapixels: float) -> None:
    """Between the steps of a large picture; with small ones the next step has use for it."""
    if megapixels > LARGE_MP:
        give_back_memory()


def _glibc(function: str) -> ctypes.CDLL | None:
    """None where the C library does it by itself."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, function) else None
