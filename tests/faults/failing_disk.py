"""Files on a disk that gives up in the middle of reading, and what happens to them while somebody reads."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path


class FailingPath(type(Path())):
    """`FailingPath(path).failing_at(n)`: reading beyond byte n ends as on a scratched disc."""

    _at = 0

    def failing_at(self, place: int) -> FailingPath:
        self._at = place
        return self

    def open(self, mode="r", *arguments, **named):
        assert mode == "rb"
        return io.BufferedReader(_Failing(str(self), self._at))


class _Failing(io.FileIO):
    def __init__(self, path: str, at: int) -> None:
        super().__init__(path)
        self._at = at

    def readinto(self, buffer):
        left = self._at - self.tell()
        if left <= 0 < os.fstat(self.fileno()).st_size - self.tell():
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        count = min(left, len(buffer)) if left > 0 else 0
        data = self.read(count) if count else b""
        buffer[: len(data)] = data
        return len(data)

    def readall(self):
        data = self.read(max(0, self._at - self.tell()))
        if self.tell() < os.fstat(self.fileno()).st_size:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return data
