"""Bring files and folders into the library: what is new comes in, the rest is named with its reason."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.files.atomic import save_copy
from photorestore.files.discovery import find_pictures
from photorestore.files.measuring import read_size
from photorestore.library.database import Database
from photorestore.library.hashing import content_hash, quick_hash, size_and_time
from photorestore.library.missing import is_file_of, refresh_file, relink, set_missing
from photorestore.library.photos import UNREACHABLE, LibraryPhoto, NewPhoto, add_photo, photos_where, shown_name
from photorestore.library.places import copies_folder, safe_stem
from photorestore.library.volumes import Mounts, SystemMounts, volume_for


@dataclass(frozen=True)
class Refused:
    """`photo_id` is the photograph that is the same, if that was the reason."""

    path: Path
    reason: str
    photo_id: int | None = None


@dataclass(frozen=True)
class ImportReport:
    """Ids of photographs that are new, whose missing file was found again, or whose file was changed by somebody;
    and the files that did not come in, with the reason.
    """

    added: tuple[int, ...]
    found_again: tuple[int, ...]
    changed: tuple[int, ...]
    duplicates: tuple[Refused, ...]
    broken: tuple[Refused, ...]
    was_cancelled: bool


@dataclass
class _Tally:
    added: list[int] = field(default_factory=list)
    found_again: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    duplicates: list[Refused] = field(default_factory=list)
    broken: list[Refused] = field(default_factory=list)


def import_pictures(
    db: Database,
    named: Iterable[Path],
    progress: Progress = Progress(),  # noqa: B008 - frozen
    *,
    copy: bool = False,
    mounts: Mounts | None = None,
) -> ImportReport:
    """Referenced where they lie, or with `copy` copied to the library's folder. What came in before a cancel stays."""
    tally, was_cancelled = _Tally(), False
    try:
        pictures = find_pictures(named, db.folder, progress.check_cancelled)
        step = _Import(db, begin_import(db), copy, mounts or SystemMounts(), progress.check_cancelled, tally)
        for at, picture in enumerate(pictures):
            progress.report(at / len(pictures))
            step.take(picture.path)
    except Cancelled:
        was_cancelled = True
    return ImportReport(
        tuple(tally.added), tuple(tally.found_again), tuple(tally.changed), tuple(tally.duplicates),
        tuple(tally.broken), was_cancelled,
    )  # fmt: skip


def add_made_picture(
    db: Database, path: Path, *, import_id: int, cut_from: int | None, caption: str = "", mounts: Mounts | None = None
) -> int:
    """A picture that the program made and saved in the library's folder, as from an album page. Raise `UserError`."""
    with db.transaction():
        new = _facts(db, path, quick_hash(path), read_size(path), import_id, mounts or SystemMounts())
        return add_photo(db, NewPhoto(**(vars(new) | {"is_copy": True, "cut_from": cut_from, "caption": caption})))


def begin_import(db: Database) -> int:
    """What comes in with one number is one import for the user."""
    return db.insert("INSERT INTO import_run (began) VALUES (?)", (time.time(),))


@dataclass(frozen=True)
class _Import:
    db: Database
    import_id: int
    copy: bool
    mounts: Mounts
    check_cancelled: Callable[[], None]
    tally: _Tally

    def take(self, path: Path) -> None:
        try:
            size = read_size(path)  # first, because it explains what is wrong with a file
            mark = quick_hash(path)
            if not self._is_known_place(path, mark) and not self._is_known_content(path, mark):
                self.tally.added.append(self._add(path, mark, size))
        except UserError as error:
            self.tally.broken.append(Refused(path, str(error)))
        except OSError as error:
            reason = f"“{path}” can't be read from the disk ({error.strerror or error})."
            self.tally.broken.append(Refused(path, reason))

    def _is_known_place(self, path: Path, mark: bytes) -> bool:
        """The same photo, perhaps with other bytes: another program may have written a caption into it."""
        place = volume_for(self.db, path, self.mounts)
        at_place = photos_where(self.db, "p.volume_id = ? AND p.place = ?", place)
        if not at_place:
            return False
        known = at_place[0]
        if known.quick_hash == mark:
            self.tally.duplicates.append(Refused(path, _why_same(path, known), known.id))
            set_missing(self.db, known.id, missing=False)
        elif known.trashed is not None:
            self.tally.duplicates.append(Refused(path, _why_trashed(path), known.id))
        else:
            refresh_file(self.db, known)
            self.tally.changed.append(known.id)
        return True

    def _is_known_content(self, path: Path, mark: bytes) -> bool:
        whole = None
        for same in photos_where(self.db, "p.quick_hash = ?", (mark,)):
            if same.state in UNREACHABLE and is_file_of(path, same):
                relink(self.db, same.id, path, self.mounts)
                self.tally.found_again.append(same.id)
                return True
            whole = whole or content_hash(path, self.check_cancelled)
            if whole == _content_of(self.db, same, self.check_cancelled):
                self.tally.duplicates.append(Refused(path, _why_same(path, same), same.id))
                return True
        return False

    def _add(self, path: Path, mark: bytes, size: tuple[int, int]) -> int:
        place = self._copied(path, mark) if self.copy else path
        try:
            with self.db.transaction():
                new = _facts(self.db, place, mark, size, self.import_id, self.mounts)
                named = vars(new) | {"is_copy": self.copy, "name": shown_name(path.name)}
                return add_photo(self.db, NewPhoto(**named))
        except sqlite3.IntegrityError as error:
            raise UserError(f"“{path.name}” was just added by another window.") from error
        except BaseException:
            if self.copy:
                place.unlink(missing_ok=True)
            raise

    def _copied(self, path: Path, mark: bytes) -> Path:
        """Checked against the source, as disks lie."""
        folder = copies_folder(self.db) / f"{self.import_id:06}"
        with path.open("rb") as stream:
            copied = save_copy(stream, folder / f"{safe_stem(path.stem)}{path.suffix.lower()}")
        if quick_hash(copied) != mark:
            copied.unlink()
            raise UserError(f"“{path}” changed while it was copied. Try again once nothing else writes to it.")
        return copied


def _facts(db: Database, path: Path, mark: bytes, size: tuple[int, int], import_id: int, mounts: Mounts) -> NewPhoto:
    volume_id, place = volume_for(db, path, mounts)
    return NewPhoto(
        volume_id, place, shown_name(path.name), *size_and_time(path), mark, None, *size, import_id
    )  # fmt: skip


def _content_of(db: Database, photo: LibraryPhoto, check: Callable[[], None]) -> bytes | None:
    """None if it was never read and can't be now: then the files count as different, which loses nothing."""
    if photo.content_hash is not None:
        return photo.content_hash
    try:
        whole = content_hash(photo.path, check)
        if quick_hash(photo.path) != photo.quick_hash:
            return None
    except OSError:
        return None
    db.run("UPDATE photo SET content_hash = ? WHERE id = ?", (whole, photo.id))
    return whole


def _why_trashed(path: Path) -> str:
    return (
        f"“{path.name}” has the name and place of a photograph in the library's trash, but is another picture. "
        "Empty the trash or rename the file, then add it again."
    )


def _why_same(path: Path, same: LibraryPhoto) -> str:
    if same.trashed is not None:
        return f"“{path.name}” is already in the library, in its trash. Restore it from there."
    if same.path == path:
        return f"“{path.name}” is already in the library."
    return f"“{path.name}” is the same file as “{same.path}”, which is already in the library."
