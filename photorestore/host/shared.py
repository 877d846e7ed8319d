"""Pictures in blocks of shared memory: made, filled, read and removed; pixels travel as 16-bit numbers."""

from __future__ import annotations

import math
import os
import secrets
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt

from photorestore.core.errors import UserError
from photorestore.core.geometry import area_bands
from photorestore.host.protocol import SharedPicture

_BAND_VALUES = 4_000_000  # converted at a time, so that 16 MB of floats suffice for any picture
_FULL = np.float32(65535)
_TRACKER_LOCK = threading.Lock()


class Block:
    """Whoever makes a block removes it on `close`; whoever attaches only lets go. Arrays in and out are copies."""

    def __init__(self, memory: SharedMemory, picture: SharedPicture, *, owned: bool) -> None:
        self._memory = memory
        self._owned = owned
        self.picture = picture

    @classmethod
    def create(cls, shape: tuple[int, ...], dtype: npt.DTypeLike) -> Block:
        """A block of zeros. Raise `UserError` if the memory for it cannot be had."""
        kind = np.dtype(dtype)
        size = max(1, math.prod(shape) * kind.itemsize)
        try:
            memory = SharedMemory(f"phr_{os.getpid()}_{secrets.token_hex(4)}", create=True, size=size)
        except OSError as error:
            raise _no_room(size) from error
        block = cls(memory, SharedPicture(memory.name, tuple(shape), kind.name), owned=True)
        block._reserve(size)
        return block

    @classmethod
    def attach(cls, picture: SharedPicture) -> Block:
        return cls(_attach(picture.name), picture, owned=False)

    def write(self, values: npt.NDArray[Any]) -> None:
        self._check(values.shape)
        self._view()[...] = values

    def read(self) -> npt.NDArray[Any]:
        return self._view().copy()

    def write_shares(self, values: npt.NDArray[np.float16 | np.float32]) -> None:
        """Write float32 0..1 as uint16, or as uint8 if the block is of bytes."""
        self._check(values.shape)
        self.write_rows(values, 0)

    def write_rows(self, values: npt.NDArray[np.float16 | np.float32], top: int) -> None:
        """The same for rows from `top` on."""
        target = self._view()[top : top + len(values)]
        if target.shape != values.shape:
            raise ValueError(f"{values.shape} from row {top} on does not fit a block of {self.picture.shape}")
        full = np.float32(np.iinfo(target.dtype).max)
        for rows in area_bands(len(values), math.prod(values.shape[1:]), _BAND_VALUES):
            band = np.multiply(values[rows], full, dtype=np.float32)
            np.rint(band, out=band)
            target[rows] = np.clip(band, 0, full, out=band)

    def read_shares(self) -> npt.NDArray[np.float32]:
        """Read uint16 or uint8 as float32 0..1. Dividing, so that n / 65535 comes back as the nearest float32."""
        source = self._view()
        full = np.float32(np.iinfo(source.dtype).max)
        values = np.empty(self.picture.shape, np.float32)
        for rows in area_bands(len(source), math.prod(source.shape[1:]), _BAND_VALUES):
            np.divide(source[rows], full, out=values[rows], dtype=np.float32)
        return values

    def close(self) -> None:
        if self._owned:
            _unlink(self._memory)  # before closing: the name goes in any case
        self._memory.close()

    def __enter__(self) -> Block:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _view(self) -> npt.NDArray[Any]:
        return np.ndarray(self.picture.shape, self.picture.dtype, self._memory.buf)

    def _check(self, shape: tuple[int, ...]) -> None:
        if tuple(shape) != tuple(self.picture.shape):
            raise ValueError(f"{shape} does not fit a block of {self.picture.shape}")

    def _reserve(self, size: int) -> None:
        # Linux gives out shared memory that it does not have; the first write into it would then end the program
        # with SIGBUS. Containers often have no more than 64 MB.
        if sys.platform != "linux":
            return
        try:
            with Path("/dev/shm", self._memory.name).open("r+b") as file:
                os.posix_fallocate(file.fileno(), 0, size)
        except OSError as error:
            self.close()
            raise _no_room(size) from error


def _unlink(memory: SharedMemory) -> None:
    try:
        memory.unlink()
    except FileNotFoundError:  # Python removes the block of another if it has no memory to attach to it
        resource_tracker.unregister(f"/{memory.name}", "shared_memory")


def remove_orphans() -> int:
    """Blocks of programs that died in the very moment when they made one; Python's tracker removes all others."""
    if sys.platform != "linux":
        return 0
    orphans = [block for block in Path("/dev/shm").glob("phr_*_*") if not _is_alive(block.name.split("_")[1])]
    for block in orphans:
        with suppress(OSError):  # of another user
            block.unlink()
    return len(orphans)


def _is_alive(process: str) -> bool:
    return not process.isdigit() or Path("/proc", process).exists()


def _no_room(size: int) -> UserError:
    return UserError(
        f"There is no room for a picture of {size / 1e6:.0f} MB in shared memory; "
        "close other programs, or choose a smaller enlargement."
    )


def _attach(name: str) -> SharedMemory:
    if sys.version_info >= (3, 13):
        return SharedMemory(name, track=False)
    with _untracked():
        return SharedMemory(name)


@contextmanager
def _untracked() -> Iterator[None]:
    # WORKAROUND until Python 3.13 (`track=False`), https://github.com/python/cpython/issues/82300: a process that
    # only attaches is registered as an owner too, and its tracker removes the block, with a warning, when it ends.
    with _TRACKER_LOCK:
        register = resource_tracker.register
        resource_tracker.register = lambda name, rtype: None
        try:
            yield
        finally:
            resource_tracker.register = register
