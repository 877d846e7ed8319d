"""Whole copies of the library file, checked when they are made, and the way back to one after damage."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from photorestore.core.errors import UserError
from photorestore.library.connecting import connect
from photorestore.library.migrations import has_our_tables
from photorestore.library.trouble import check_mark, in_words, is_damage

KEPT = 15
KEPT_BEFORE_MIGRATIONS = 3
_NAME = re.compile(r"(\d{6}) (\d{4}-\d\d-\d\d)( before version \d+)?\.db")
_COMPANIONS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Snapshot:
    """`number` grows with every snapshot, whatever the clock says; `day` is for people."""

    path: Path
    number: int
    day: str
    before_migration: bool


def snapshots(library: Path) -> list[Snapshot]:
    """Newest first."""
    folder = _folder(library)
    names = [(path, _NAME.fullmatch(path.name)) for path in (folder.iterdir() if folder.is_dir() else ())]
    found = [Snapshot(path, int(name[1]), name[2], bool(name[3])) for path, name in names if name]
    return sorted(found, key=lambda snapshot: -snapshot.number)


def take_snapshot(library: Path, *, before_version: int | None = None) -> Snapshot:
    """Copy, check the copy, then give it its name; old ones beyond the number to keep go. Raise `UserError`."""
    folder = _folder(library)
    label = "" if before_version is None else f" before version {before_version}"
    with in_words(library):
        try:
            folder.mkdir(exist_ok=True)
            number = max((one.number for one in snapshots(library)), default=0) + 1
            path = folder / f"{number:06} {time.strftime('%Y-%m-%d')}{label}.db"
            _copy_checked(library, path)
        except OSError as error:
            raise UserError(
                f"A snapshot of the library can't be saved in “{folder}” ({error.strerror or error})."
            ) from error
    _forget_old(library)
    return Snapshot(path, number, time.strftime("%Y-%m-%d"), before_version is not None)


def take_daily_snapshot(library: Path) -> Snapshot | None:
    """None if the newest was made today."""
    newest = next((one for one in snapshots(library) if not one.before_migration), None)
    return None if newest and newest.day == time.strftime("%Y-%m-%d") else take_snapshot(library)


def is_sound(path: Path) -> bool:
    """SQLite's own check of the whole file, and whether its tables are ours. False for what is no database at all."""
    try:
        with closing(connect(path, create=False)) as connection:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            return bool(sound) and has_our_tables(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if (
            not is_damage(error)
            and isinstance(error, sqlite3.OperationalError)
            and error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_IOERR
        ):
            raise  # locked or not allowed: says nothing about the content
        return False


def go_back(library: Path) -> str:
    """Put a damaged library aside, never delete it, and bring back the newest sound snapshot. Say what was done."""
    check_mark(library).touch()  # should we be killed on the way, the next start looks again
    source = next((one for one in snapshots(library) if is_sound(one.path)), None)
    copy = library.with_name(library.name + ".part")
    if source is not None:
        _copy_checked(source.path, copy)
    aside = _put_aside(library)
    if source is not None:
        copy.replace(library)
    check_mark(library).unlink(missing_ok=True)
    if aside is None:
        return _without_file(source)
    return f"{_after_damage(source)} The old file is kept as “{aside.name}”."


def _without_file(source: Snapshot | None) -> str:
    if source is None:
        return "The library file was gone and there was no sound snapshot, so an empty library was begun."
    return (
        f"The library file was gone; the snapshot of {source.day} was restored. What was done since then is not in it."
    )


def _after_damage(source: Snapshot | None) -> str:
    if source is None:
        return "The library file was damaged and there was no sound snapshot, so an empty library was begun."
    return (
        f"The library file was damaged; the snapshot of {source.day} was restored. "
        "What was done since then is not in it."
    )


def _folder(library: Path) -> Path:
    return library.with_name("snapshots")


def _copy_checked(source: Path, target: Path) -> None:
    part = target.with_name(f"{target.name}.tmp")
    part.unlink(missing_ok=True)
    try:
        with closing(connect(source, create=False)) as old, closing(connect(part)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")  # a snapshot is one file
        if not is_sound(part):
            raise UserError(f"The copy of the library “{source}” is not sound; its disk may be failing.")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _forget_old(library: Path) -> None:
    for before, kept in ((False, KEPT), (True, KEPT_BEFORE_MIGRATIONS)):
        for old in [one for one in snapshots(library) if one.before_migration == before][kept:]:
            old.path.unlink(missing_ok=True)


def _put_aside(library: Path) -> Path | None:
    """The companions first: a library must never meet the journal of another."""
    number = 1
    while (aside := library.with_name(f"{library.stem} damaged {number}{library.suffix}")).exists():
        number += 1
    for ending in _COMPANIONS:
        companion = library.with_name(library.name + ending)
        if companion.exists():
            companion.replace(aside.with_name(aside.name + ending))
    return library.replace(aside) if library.exists() else None
