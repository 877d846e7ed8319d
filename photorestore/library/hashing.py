"""Know a file by its bytes: quickly by size and both ends, for certain by all of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

END_BYTES = 64 * 1024
_CHUNK = 1 << 20
_FARTHEST_NS = 2**63 - 1


def size_and_time(path: Path) -> tuple[int, int]:
    """Bytes and nanoseconds since 1970; a time beyond the year 2262, which SQLite can't hold, counts as that."""
    found = path.stat()
    return found.st_size, min(max(found.st_mtime_ns, -_FARTHEST_NS), _FARTHEST_NS)


def quick_hash(path: Path) -> bytes:
    """16 bytes of size, first and last 64 KB: equal files have equal ones, others almost never."""
    with path.open("rb") as stream:
        return quick_hash_of(stream)


def quick_hash_of(stream: BinaryIO) -> bytes:
    size = os.fstat(stream.fileno()).st_size
    digest = hashlib.sha256(size.to_bytes(8, "little"))
    stream.seek(0)
    digest.update(stream.read(END_BYTES))
    stream.seek(max(0, size - END_BYTES))
    digest.update(stream.read(END_BYTES))
    return digest.digest()[:16]


def content_hash(path: Path, check: Callable[[], None] = lambda: None) -> bytes:
    """sha256 of the file. `check` is called for every megabyte and may raise to stop."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            check()
            digest.update(chunk)
    return digest.digest()
