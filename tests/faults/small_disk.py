"""A real disk that is nearly full, or that can only be read: a tmpfs, where the system lets us mount one.

Where it doesn't (no root, no Linux), the limit of a process on the size of a file stands in: every file that grows
beyond it fails in the middle of a write, as on a full disk, though with another number.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAGE = 4096
SIZE = 1024 * PAGE


class SmallDisk:
    """4 MB at `folder`; `with disk.free(pages)` leaves so many pages of 4 KB for what is written inside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.is_real = mount("tmpfs", folder, f"size={SIZE}")

    @contextmanager
    def free(self, pages: int) -> Iterator[None]:
        if not self.is_real:
            with files_no_larger_than(pages * PAGE):
                yield
            return
        ballast = self.folder / ".ballast"
        room = os.statvfs(self.folder)
        with ballast.open("wb") as stream:
            stream.write(bytes(max(0, room.f_bavail - pages) * PAGE))
        try:
            yield
        finally:
            ballast.unlink()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        assert self.is_real
        subprocess.run(["mount", "-o", "remount,ro", self.folder], check=True)
        try:
            yield
        finally:
            subprocess.run(["mount", "-o", "remount,rw", self.folder], check=True)

    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file() and path.name != ".ballast")

    def clear(self) -> None:
        for path in sorted(self.folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()

    def close(self) -> None:
        if self.is_real:
            subprocess.run(["umount", "-l", self.folder], check=True)


def mount(kind: str, folder: Path, options: str) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    return subprocess.run(["mount", "-t", kind, "-o", options, kind, folder], capture_output=True).returncode == 0


@contextmanager
def files_no_larger_than(limit: int) -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
