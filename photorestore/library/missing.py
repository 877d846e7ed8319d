"""Files that moved, vanished or changed. A photo is never dropped for that, and found again by its content."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.files.discovery import find_pictures
from photorestore.files.measuring import read_size
from photorestore.library.database import Database
from photorestore.library.hashing import content_hash, quick_hash, size_and_time
from photorestore.library.photos import (
    UNREACHABLE_SQL,
    LibraryPhoto,
    full_path,
    name_key,
    photo_by_id,
    photos_by_id,
    photos_where,
    refresh_search_text,
    shown_name,
)
from photorestore.library.places import own_copy_place
from photorestore.library.volumes import Mounts, refresh_volumes, volume_for


@dataclass(frozen=True)
class FileCheck:
    """Ids whose file is gone since the last check, is back, or was changed by somebody."""

    gone: tuple[int, ...]
    back: tuple[int, ...]
    changed: tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """A file that is, by its bytes, the one that `photo_id` misses."""

    photo_id: int
    path: Path


def check_files(db: Database, mounts: Mounts, progress: Progress = Progress()) -> FileCheck:  # noqa: B008 - frozen
    """Look for every file on the disks that are connected. Photos on other disks stay as they are, unless their file
    is found where it should be under another identity of the disk, as after a move to a new computer.
    """
    refresh_volumes(db, mounts)
    gone, changed = list[int](), list[int]()
    back = _rejoined(db, mounts, progress)
    rows = db.rows(
        """SELECT p.id, p.place, p.size, p.mtime_ns, p.missing, v.mount_point
        FROM photo p JOIN volume v ON v.id = p.volume_id WHERE v.online"""
    )
    for at, row in enumerate(rows):
        if at % 100 == 0:
            progress.report(at / len(rows))
        facts = _facts(full_path(row["mount_point"], row["place"]))
        if facts is None and not row["missing"]:
            gone.append(row["id"])
        elif facts is not None and row["missing"]:
            back.append(row["id"])
        if facts is not None and facts != (row["size"], row["mtime_ns"]):
            changed.append(row["id"])
    refresh_volumes(db, mounts)  # a disk may have been pulled out meanwhile: its files are not gone
    online = {row[0] for row in db.rows("SELECT p.id FROM photo p JOIN volume v ON v.id = p.volume_id WHERE v.online")}
    gone = [photo_id for photo_id in gone if photo_id in online]
    with db.transaction():
        for photo_id in gone:
            set_missing(db, photo_id, missing=True)
        for photo_id in back:
            set_missing(db, photo_id, missing=False)
    return FileCheck(tuple(gone), tuple(back), tuple(changed))


def _rejoined(db: Database, mounts: Mounts, progress: Progress) -> list[int]:
    """Relink what can't be reached but lies at its old place, or in the library's folder if the library owns it."""
    ids = []
    for photo in photos_where(db, UNREACHABLE_SQL):
        progress.check_cancelled()
        places = [photo.path, *([own_copy_place(db, photo.path)] if photo.is_copy else [])]
        same = next((place for place in places if is_file_of(place, photo)), None)
        if same is not None:
            with suppress(UserError):  # it belongs to another photo meanwhile
                relink(db, photo.id, same, mounts)
                ids.append(photo.id)
    return ids


def set_missing(db: Database, photo_id: int, *, missing: bool) -> None:
    db.run("UPDATE photo SET missing = ? WHERE id = ? AND missing <> ?", (int(missing), photo_id, int(missing)))


def refresh_file(db: Database, photo: LibraryPhoto) -> None:
    """Take note of what the file is now; it has to be examined again. Raise `UserError` if it can't be read."""
    width, height = read_size(photo.file)
    size, mtime_ns = size_and_time(photo.path)
    db.run(
        """UPDATE photo SET size = ?, mtime_ns = ?, quick_hash = ?, content_hash = NULL, look_hash = NULL,
        examined = 0, trouble = '', width = ?, height = ?, missing = 0 WHERE id = ?""",
        (size, mtime_ns, quick_hash(photo.path), width, height, photo.id),
    )


def refresh_files(db: Database, ids: Sequence[int]) -> list[int]:
    """`refresh_file` for all of which another program wrote other bytes. Return those."""
    refreshed = []
    for photo in photos_by_id(db, ids):
        with suppress(UserError, OSError):  # half written or unreadable: said when it is opened
            if is_file_of(photo.path, photo):
                _note_time(db, photo)
            else:
                refresh_file(db, photo)
                refreshed.append(photo.id)
    return refreshed


def _note_time(db: Database, photo: LibraryPhoto) -> None:
    """Touched, but the same: not to be read again at the next check."""
    db.run("UPDATE photo SET size = ?, mtime_ns = ? WHERE id = ?", (*size_and_time(photo.path), photo.id))


def find_moved(db: Database, folders: Iterable[Path], progress: Progress = Progress()) -> list[Found]:  # noqa: B008 - frozen
    """Search folders for the files of photos that can't be reached: by size, both ends, then all bytes where known.

    Files that belong to another photo of the library are passed over.
    """
    missing = photos_where(db, UNREACHABLE_SQL)
    by_size: dict[int, list[LibraryPhoto]] = {}
    for photo in missing:
        by_size.setdefault(photo.size, []).append(photo)
    found: dict[int, Found] = {}
    pictures = find_pictures(folders, check_cancelled=progress.check_cancelled)
    known = {photo.path for photo in photos_where(db, f"NOT ({UNREACHABLE_SQL})")}
    for at, picture in enumerate(pictures):
        progress.report(at / len(pictures))
        if picture.path in known:
            continue
        facts = _facts(picture.path)
        for photo in by_size.get(facts[0], []) if facts else []:
            if photo.id not in found and is_file_of(picture.path, photo):
                found[photo.id] = Found(photo.id, picture.path)
                break
    return list(found.values())


def propose_rest(db: Database, old: Path, new: Path) -> list[Found]:
    """One file went from `old` to `new`: which others that are gone went the same way? Each is checked by its bytes."""
    old_root, new_root = _moved_roots(old, new)
    proposals = []
    for photo in photos_where(db, UNREACHABLE_SQL):
        if photo.path.is_relative_to(old_root):
            candidate = new_root / photo.path.relative_to(old_root)
            if is_file_of(candidate, photo):
                proposals.append(Found(photo.id, candidate))
    return proposals


def relink(db: Database, photo_id: int, path: Path, mounts: Mounts, *, even_if_different: bool = False) -> None:
    """From now on the photo's file is `path`. Raise `UserError` for another file's content or another photo's file."""
    photo = photo_by_id(db, photo_id)
    if photo is None:
        raise UserError("This photo is no longer in the library.")
    same = is_file_of(path, photo)
    if not same and not even_if_different:
        raise UserError(f"“{path.name}” is not the file that “{photo.name}” was. Choose another one.")
    width, height = read_size(replace(photo.file, path=path))
    size, mtime_ns = size_and_time(path)
    volume_id, place = volume_for(db, path, mounts)
    name = shown_name(path.name)
    values = (volume_id, place, name, name_key(name), size, mtime_ns, width, height, photo_id)
    sql = (
        "UPDATE photo SET volume_id = ?, place = ?, name = ?, name_key = ?, size = ?, mtime_ns = ?, width = ?,"
        " height = ?, missing = 0 WHERE id = ?"
    )
    try:
        with db.transaction():
            db.run(sql, values)
            refresh_search_text(db, photo_id)
    except sqlite3.IntegrityError as error:
        raise UserError(f"“{path.name}” already belongs to another photo of the library.") from error
    if not same:
        again = photo_by_id(db, photo_id)
        assert again is not None
        refresh_file(db, again)


def is_file_of(path: Path, photo: LibraryPhoto) -> bool:
    """By all bytes where they were known, else by size and both ends."""
    facts = _facts(path)
    if facts is None or facts[0] != photo.size:
        return False
    try:
        if quick_hash(path) != photo.quick_hash:
            return False
        return photo.content_hash is None or content_hash(path) == photo.content_hash
    except OSError:
        return False


def _facts(path: Path) -> tuple[int, int] | None:
    """Size and time. None only for what is not there: a file that we may not look at is not gone."""
    try:
        return size_and_time(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return (-1, -1)


def _moved_roots(old: Path, new: Path) -> tuple[Path, Path]:
    """Leave off the parts at the end that are the same: what is before is what moved."""
    while old.name and old.name == new.name:
        old, new = old.parent, new.parent
    return old, new
