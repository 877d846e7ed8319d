"""The library's own trash, and from there the system's. The user's originals stay where they are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from photorestore.library.database import Database
from photorestore.library.photos import LibraryPhoto, photos_where, refresh_progress
from photorestore.library.places import absolute_place, is_own_file

KEPT_S = 30 * 24 * 3600.0

MoveToTrash = Callable[[Path], bool]  # False where the disk has no trash; Qt's QFile.moveToTrash is one


@dataclass(frozen=True)
class Emptied:
    """`left` are files of the library's own that could not be moved to the system's trash; they keep their rows."""

    photos: int
    versions: int
    left: tuple[Path, ...]


def trash_photos(db: Database, ids: Iterable[int]) -> None:
    """Hide them; albums, versions and masks stay with them until the trash is emptied. Waiting jobs are cancelled."""
    now = time.time()
    with db.transaction():
        for photo_id in ids:
            db.run("UPDATE photo SET trashed = ? WHERE id = ? AND trashed IS NULL", (now, photo_id))
            db.run(
                "UPDATE job SET state = 'cancelled' WHERE photo_id = ?"
                " AND state IN ('waiting', 'paused', 'interrupted', 'failed')",
                (photo_id,),
            )


def restore_photos(db: Database, ids: Iterable[int]) -> None:
    with db.transaction():
        for photo_id in ids:
            db.run("UPDATE photo SET trashed = NULL WHERE id = ?", (photo_id,))
            refresh_progress(db, photo_id)


def trash_version(db: Database, version_id: int) -> None:
    _set_version(db, version_id, time.time())


def restore_version(db: Database, version_id: int) -> None:
    _set_version(db, version_id, None)


def photos_in_trash(db: Database) -> list[LibraryPhoto]:
    return photos_where(db, "p.trashed IS NOT NULL")


def ids_in_trash(db: Database) -> list[int]:
    """The last one thrown away first."""
    return db.numbers("SELECT id FROM photo WHERE trashed IS NOT NULL ORDER BY trashed DESC, id DESC")


def empty_trash(db: Database, move_to_trash: MoveToTrash, *, until: float | None = None) -> Emptied:
    """Let go of what has lain here for 30 days, or of what was thrown away `until` then, in seconds since 1970. The
    library's own files go to the system's trash.
    """
    latest = time.time() - KEPT_S if until is None else until
    left: list[Path] = []
    versions = [
        row[0]
        for row in db.rows("SELECT id FROM version WHERE trashed <= ?", (latest,))
        if _purge_version(db, row[0], move_to_trash, left)
    ]
    photos = [
        photo for photo in photos_where(db, "p.trashed <= ?", (latest,)) if _purge_photo(db, photo, move_to_trash, left)
    ]
    return Emptied(len(photos), len(versions), tuple(left))


def _purge_photo(db: Database, photo: LibraryPhoto, move: MoveToTrash, left: list[Path]) -> bool:
    rows = db.rows("SELECT id FROM version WHERE photo_id = ?", (photo.id,))
    gone = [_purge_version(db, row[0], move, left) for row in rows]
    if not all(gone):
        return False
    if photo.is_copy and is_own_file(db, photo.path) and not _let_go(photo.path, move, left):
        return False
    db.run("DELETE FROM photo WHERE id = ? AND trashed IS NOT NULL", (photo.id,))
    return True


def _purge_version(db: Database, version_id: int, move: MoveToTrash, left: list[Path]) -> bool:
    """The file first: killed in between, the row is still here and the next time finds the file gone."""
    row = db.row("SELECT result FROM version WHERE id = ?", (version_id,))
    if row is not None:
        path = absolute_place(db, row[0])
        if not is_own_file(db, path) or not _let_go(path, move, left):
            return False
        db.run("DELETE FROM version WHERE id = ?", (version_id,))
    return True


def _let_go(path: Path, move: MoveToTrash, left: list[Path]) -> bool:
    try:
        gone = not path.exists() or move(path)
    except OSError:
        gone = False
    if not gone:
        left.append(path)
    return gone


def _set_version(db: Database, version_id: int, trashed: float | None) -> None:
    with db.transaction():
        db.run("UPDATE version SET trashed = ? WHERE id = ?", (trashed, version_id))
        row = db.row("SELECT photo_id FROM version WHERE id = ?", (version_id,))
        if row is not None:
            refresh_progress(db, row[0])
