"""Results: each is a version of its photo, with the recipe that made it; and settings that the user gave a name."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from photorestore.core.errors import UserError
from photorestore.core.picture_file import PictureFile
from photorestore.library.database import Database
from photorestore.library.kept_json import sentences
from photorestore.library.photos import refresh_progress
from photorestore.library.places import absolute_place, relative_place


@dataclass(frozen=True)
class Version:
    """`parent` is the version it was made from, None for the original. `warnings` are sentences.

    `turns` are those of its photo when it was made: one that is turned again afterwards turns its results with it.
    """

    id: int
    photo_id: int
    parent: int | None
    name: str
    recipe: str  # JSON
    result: Path
    engine: str
    warnings: tuple[str, ...]
    created: float
    kept: bool
    trashed: float | None
    turns: int = 0

    def file(self, turns_of_photo: int) -> PictureFile:
        """As the photo lies now."""
        return PictureFile(self.result, (turns_of_photo - self.turns) % 4)


@dataclass(frozen=True)
class NamedSettings:
    name: str
    recipe: str
    created: float


def versions(db: Database, photo_id: int) -> list[Version]:
    """Oldest first, without those in the trash."""
    sql = "SELECT * FROM version WHERE photo_id = ? AND trashed IS NULL ORDER BY id"
    return db.made(partial(_version, db), sql, (photo_id,))


def version_by_id(db: Database, version_id: int) -> Version | None:
    return next(iter(db.made(partial(_version, db), "SELECT * FROM version WHERE id = ?", (version_id,))), None)


def add_version(
    db: Database,
    photo_id: int,
    recipe: str,
    result: Path,
    engine: str,
    *,
    parent: int | None = None,
    name: str = "",
    warnings: Sequence[str] = (),
    turns: int = 0,
) -> int:
    """`result` must lie in the library's folder, whole, before its row is written. `UserError` if the photo is gone."""
    values = (photo_id, parent, name, recipe, relative_place(db, result), engine, json.dumps(list(warnings)), turns)
    with db.transaction():
        if not db.rows("SELECT 1 FROM photo WHERE id = ?", (photo_id,)):
            raise UserError("The photo was removed from the library while it was restored; its result was not kept.")
        version_id = db.insert(
            "INSERT INTO version (photo_id, parent_id, name, recipe, result, engine, warnings, turns, created)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, time.time()),
        )
        refresh_progress(db, photo_id)
    return version_id


def keep_version(db: Database, version_id: int) -> None:
    """This one is the photo's result; another that was it before stays as a version."""
    _set_kept(db, version_id, "id = :version")


def keep_none(db: Database, version_id: int) -> None:
    """Undo of `keep_version`."""
    _set_kept(db, version_id, "0")


def rename_version(db: Database, version_id: int, name: str) -> None:
    db.run("UPDATE version SET name = ? WHERE id = ?", (name, version_id))


def save_settings(db: Database, photo_id: int, name: str, recipe: str) -> None:
    """Under a name of the photo's own; the same name again replaces them."""
    db.run(
        "INSERT INTO named_settings (photo_id, name, recipe, created) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (photo_id, name) DO UPDATE SET recipe = excluded.recipe, created = excluded.created",
        (photo_id, name, recipe, time.time()),
    )


def saved_settings(db: Database, photo_id: int) -> list[NamedSettings]:
    sql = "SELECT name, recipe, created FROM named_settings WHERE photo_id = ? ORDER BY id"
    return [NamedSettings(*row) for row in db.rows(sql, (photo_id,))]


def forget_settings(db: Database, photo_id: int, name: str) -> None:
    db.run("DELETE FROM named_settings WHERE photo_id = ? AND name = ?", (photo_id, name))


def _set_kept(db: Database, version_id: int, condition: str) -> None:
    with db.transaction():
        row = db.row("SELECT photo_id FROM version WHERE id = ?", (version_id,))
        if row is not None:
            values = {"version": version_id, "photo": row[0]}
            db.run(f"UPDATE version SET kept = ({condition}) WHERE photo_id = :photo AND :version > 0", values)
            refresh_progress(db, row[0])


def _version(db: Database, row: sqlite3.Row) -> Version:
    return Version(
        id=row["id"],
        photo_id=row["photo_id"],
        parent=row["parent_id"],
        name=row["name"],
        recipe=row["recipe"],
        result=absolute_place(db, row["result"]),
        engine=row["engine"],
        warnings=sentences(row["warnings"]),
        created=row["created"],
        kept=bool(row["kept"]),
        trashed=row["trashed"],
        turns=row["turns"],
    )
