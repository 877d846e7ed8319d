"""From files and folders that somebody named to the picture files in them, in a steady order."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from photorestore.files.formats import PICTURE_SUFFIXES

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class FoundPicture:
    """`relative` is the picture's place below the folder that was named: results of two sub-folders don't collide."""

    path: Path
    relative: PurePath


def find_pictures(named: Iterable[Path], leave_out: Path | None = None) -> list[FoundPicture]:
    """Folders are searched to any depth; hidden entries, other files and what lies in `leave_out` are passed over.

    Files are taken whatever their name, even missing ones: reading them says what is wrong. Each comes once. Where
    several were named, the folders' own names lead the relative path.
    """
    given = list(named)
    found: dict[Path, FoundPicture] = {}
    for item in given:
        prefix = PurePath(item.resolve().name if len(given) > 1 else "")
        paths = _search(item, leave_out) if item.is_dir() else [item]
        for path in paths:
            relative = prefix / path.relative_to(item) if item.is_dir() else PurePath(path.name)
            found.setdefault(path.resolve(), FoundPicture(path, relative))
    return list(found.values())


def _search(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    barred = None if leave_out is None else leave_out.resolve()
    visited: set[Path] = set()
    for name, folders, files in os.walk(folder, followlinks=True, onerror=_log_unreadable):
        here = Path(name)
        if here.resolve() in visited or here.resolve() == barred:
            folders.clear()
            continue
        visited.add(here.resolve())
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        yield from (here / entry for entry in sorted(files) if _is_picture_name(entry))


def _is_picture_name(name: str) -> bool:
    return not name.startswith(".") and PurePath(name).suffix.lower() in PICTURE_SUFFIXES


def _log_unreadable(error: OSError) -> None:
    log.warning("Can't look into the folder %s: %s", error.filename, error.strerror)
