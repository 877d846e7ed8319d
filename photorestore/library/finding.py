"""Which photographs of the library some files and folders are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from photorestore.library.database import Database
from photorestore.library.photos import name_key, photos_where, place_bytes, shown_name
from photorestore.library.volumes import volumes


def ids_of_files(db: Database, paths: Iterable[Path]) -> tuple[list[int], list[Path]]:
    """Ids in the order asked for, a folder giving all that lies in it; and the paths that hold none."""
    mounts = [(volume.id, volume.mount_point) for volume in volumes(db)]
    ids: dict[int, None] = {}
    strangers = []
    for path in paths:
        found = _ids_at(db, Path(os.path.realpath(path)), mounts)
        ids |= dict.fromkeys(found)
        if not found:
            strangers.append(path)
    return list(ids), strangers


def holds_file(db: Database, path: Path) -> bool:
    """Whether a photograph of the library, one in its trash too, lies at this very place: whatever the case or the
    Unicode form of the name, where the disk does not tell them apart.
    """
    real = Path(os.path.realpath(path))
    alike = photos_where(db, "p.name_key = ?", (name_key(shown_name(real.name)),))
    return any(_is_same(real, photo.path) for photo in alike) or any(
        db.row("SELECT 1 FROM photo WHERE volume_id = ? AND place = ?", (volume.id, place)) is not None
        for volume in volumes(db)
        if real.is_relative_to(volume.mount_point)
        for place in [place_bytes(real.relative_to(volume.mount_point))]
    )


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _ids_at(db: Database, path: Path, mounts: list[tuple[int, Path]]) -> list[int]:
    found: list[int] = []
    for volume_id, mount_point in mounts:
        if not path.is_relative_to(mount_point):
            continue
        place = place_bytes(path.relative_to(mount_point))
        below = b"" if place == b"." else place + b"/"
        end = below[:-1] + b"0" if below else b"\xff"  # "0" follows "/"
        found += db.numbers(
            "SELECT id FROM photo WHERE volume_id = ? AND trashed IS NULL"
            " AND (place = ? OR (place >= ? AND place < ?)) ORDER BY place, id",
            (volume_id, place, below, end),
        )
    return found
