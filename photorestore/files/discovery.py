"""From files and folders that somebody named to the picture files in them, in a steady order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from photorestore.files.formats import PICTURE_SUFFIXES
from photorestore.files.naming import is_folder


@dataclass(frozen=True)
class FoundPicture:
    """`relative` is the picture's place below the folder that was named: results of two sub-folders don't collide."""

    path: Path
    relative: PurePath


def find_pictures(
    named: Iterable[Path], leave_out: Path | None = None, check_cancelled: Callable[[], None] = lambda: None
) -> list[FoundPicture]:
    """Folders are searched to any depth; hidden entries, other files and what lies in `leave_out` are passed over.

    Files are taken whatever their name, even missing ones, and so are folders that can't be looked into: reading them
    says what is wrong. Each comes once. Where several were named, the folders' own names lead the relative path.
    `check_cancelled` is called for each folder, and ends the search by raising.
    """
    given = list(named)
    found: dict[str, FoundPicture] = {}
    for item in given:
        prefix = PurePath(PurePath(os.path.realpath(item)).name if len(given) > 1 else "")
        paths = _search(item, leave_out, check_cancelled) if is_folder(item) else [item]
        for path in paths:
            relative = prefix / path.relative_to(item) if is_folder(item) else PurePath(path.name)
            found.setdefault(os.path.realpath(path), FoundPicture(path, relative))
    return list(found.values())


def _search(folder: Path, leave_out: Path | None, check_cancelled: Callable[[], None]) -> Iterator[Path]:
    barred = None if leave_out is None else leave_out.resolve()
    visited: set[Path] = set()
    closed: list[OSError] = []
    for name, folders, files in os.walk(folder, followlinks=True, onerror=closed.append):
        check_cancelled()
        here = Path(name)
        if here.resolve() in visited or here.resolve() == barred:
            folders.clear()
            continue
        visited.add(here.resolve())
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        yield from (here / entry for entry in sorted(files) if _is_picture_name(entry))
    yield from (Path(error.filename) for error in closed)


def _is_picture_name(name: str) -> bool:
    return not name.startswith(".") and PurePath(name).suffix.lower() in PICTURE_SUFFIXES
