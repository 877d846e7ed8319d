"""A file appears whole or not at all, and replaces another only when asked to."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from photorestore.core.errors import UserError
from photorestore.files.naming import is_same_file, numbered

PART_PATTERN = ".photorestore-*.part"  # the names of files that are being written
_CHUNK = 1 << 20
_STALE_S = 24 * 3600  # a file in writing that nobody has touched for so long: its program was killed


def save_bytes(content: bytes, path: Path, *, source: Path | None = None, overwrite: bool = False) -> Path:
    """Write `content`; return the name it got: with `overwrite` `path` itself, else `path` or the next free number.

    Folders on the way are made. Raise `UserError` for `source` itself and for what the disk refuses.
    """

    def fill(temporary: Path) -> None:
        with temporary.open("xb") as stream:
            stream.write(content)

    return save_by(fill, path, source=source, overwrite=overwrite)


def save_by(fill: Callable[[Path], None], path: Path, *, source: Path | None = None, overwrite: bool = False) -> Path:
    """The same for what is too large for memory: `fill` creates the file of the name it gets, in the same folder."""
    if overwrite and source is not None and is_same_file(path, source):
        raise original_refused(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _write(fill, path, overwrite)
    except OSError as error:
        raise UserError(
            f"“{path}” can't be saved: {_REASONS.get(error.errno or 0, error.strerror or error)}. "
            "Choose another folder or name, or make room."
        ) from error


def original_refused(path: Path) -> UserError:
    return UserError(f"“{path}” is the original photo, which is never written over. Choose another name.")


def save_copy(stream: BinaryIO, path: Path) -> Path:
    """Copy what is left of `stream` to `path` or the next free number; little memory, whatever the size."""

    def fill(temporary: Path) -> None:
        with temporary.open("xb") as target:
            shutil.copyfileobj(stream, target, _CHUNK)

    return save_by(fill, path)


_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "the file is too large for that disk",
    errno.EACCES: "you have no permission to write in that folder",
    errno.EPERM: "you have no permission to write in that folder",
    errno.EROFS: "the disk can only be read",
    errno.EISDIR: "a folder has that name",
    errno.ENOTDIR: "part of its folder's name is a file",
    errno.EEXIST: "part of its folder's name is a file",
    errno.ENAMETOOLONG: "the name is too long",
}


def _write(fill: Callable[[Path], None], path: Path, overwrite: bool) -> Path:
    remove_leftovers(path.parent)
    temporary = path.parent / PART_PATTERN.replace("*", secrets.token_hex(8))
    try:
        fill(temporary)
        with temporary.open("r+b") as stream:
            os.fsync(stream.fileno())
        if overwrite:
            temporary.replace(path)
            return path
        return next(free for free in numbered(path) if _claim(temporary, free))
    finally:
        temporary.unlink(missing_ok=True)


def _claim(temporary: Path, path: Path) -> bool:
    """Give the file its name, unless somebody has it: False. A link can't replace a file, not even in a race."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):  # FAT and some network disks know no links
        try:
            path.open("xb").close()
        except FileExistsError:
            return False
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink()
            raise
    return True


@lru_cache(maxsize=256)  # once a folder is enough
def remove_leftovers(folder: Path) -> None:
    """Take away what killed programs left in writing; whoever writes now has touched its file a moment ago."""
    with suppress(OSError):
        for part in folder.glob(PART_PATTERN):
            if time.time() - part.stat().st_mtime > _STALE_S:
                _remove(part)


def _remove(part: Path) -> None:
    """Half a file, or half a folder as a gallery makes it. What can't be removed must not keep the others."""
    if part.is_dir() and not part.is_symlink():
        shutil.rmtree(part, ignore_errors=True)
    else:
        with suppress(OSError):
            part.unlink()
