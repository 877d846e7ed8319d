"""Names for results: free ones, inside the folder that was asked for, and never the source's."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path, PurePath

from photorestore.files.formats import PICTURE_SUFFIXES, default_suffix

LONGEST_BYTES = 255  # of a file's name


def is_same_file(first: Path, second: Path) -> bool:
    """By resolved path, or by device and inode: links count as the same."""
    if os.path.realpath(first) == os.path.realpath(second):
        return True
    try:
        return first.samefile(second)
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """False where we may not look, too; `Path.is_dir` would raise."""
    return os.path.isdir(path)  # noqa: PTH112


def numbered(path: Path) -> Iterator[Path]:
    """photo.png, photo (2).png, photo (3).png ... of which the numbered ones fit on the disk if `path` does."""
    yield path
    for number in count(2):
        yield path.with_name(_fitting(path.stem, f" ({number}){path.suffix}"))


def _fitting(stem: str, ending: str) -> str:
    """With the stem cut where the name would have more bytes than file systems take."""
    room = LONGEST_BYTES - len(os.fsencode(ending))
    if len(os.fsencode(stem)) <= room:
        return stem + ending
    return stem.encode(errors="surrogateescape")[:room].decode(errors="ignore") + ending


def picture_stem(path: PurePath) -> str:
    """The name without a picture's suffix; "scan 3.5.2024" keeps its last dot."""
    return path.stem if path.suffix.lower() in PICTURE_SUFFIXES else path.name


def is_folder_name(output: Path) -> bool:
    """A folder that exists, or a new name without a picture's suffix."""
    if is_folder(output):
        return True
    return not os.path.lexists(output) and output.suffix.lower() not in PICTURE_SUFFIXES


def output_path(source: Path, output: Path | None, relative: PurePath | None = None, suffix: str | None = None) -> Path:
    """Where the result of `source` belongs; `write_photo` makes the name a free one.

    `output` is a file, a folder (`relative` is then the place in it), or None: beside the source, "photo restored.png".
    """
    ending = suffix or default_suffix(source)
    if output is None:
        return source.with_name(_fitting(picture_stem(source), f" restored{ending}"))
    if not is_folder_name(output):
        return output
    place = relative or PurePath(source.name)
    return output / place.parent / _fitting(picture_stem(place), ending)


def all_different(paths: Iterable[Path]) -> list[Path]:
    """Number names that occur more than once in a batch (a.jpg and a.png both become a.png), blind to case."""
    taken: set[str] = set()
    result = []
    for path in paths:
        free = next(name for name in numbered(path) if str(name).casefold() not in taken)
        taken.add(str(free).casefold())
        result.append(free)
    return result
