"""The journal of a photo's mask: every stroke on its own, in order, with the point that undo has reached.

A stroke is written when it is finished, so a crash costs the one under the pen. What a stroke or a checkpoint contains
is the caller's business: bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from photorestore.library.database import Database
from photorestore.library.photos import refresh_progress

CHECKPOINT_EVERY = 50  # strokes
UNDO_KEPT = 500  # strokes that can be undone at least, however long the journal


class Layer(StrEnum):
    """What the user added to the automatic mask, and what they took away; BOTH for clearing everything."""

    ADDED = "added"
    ERASED = "erased"
    BOTH = "both"


@dataclass(frozen=True)
class Stroke:
    number: int
    layer: Layer
    kind: str
    payload: bytes


@dataclass(frozen=True)
class Journal:
    """Paint `strokes` over `checkpoint` (None: over nothing) and the layers are as the user left them."""

    checkpoint: bytes | None
    strokes: tuple[Stroke, ...]
    applied: int  # number of the last stroke in force
    can_undo: bool
    can_redo: bool

    @property
    def wants_checkpoint(self) -> bool:
        return len(self.strokes) >= CHECKPOINT_EVERY


@dataclass(frozen=True)
class KeptStrokes:
    """Over `base` (None: over nothing) all strokes that are kept; the first `done` are in force."""

    base: bytes | None
    strokes: tuple[Stroke, ...]
    done: int


def append_stroke(db: Database, photo_id: int, layer: Layer, kind: str, payload: bytes) -> int:
    """Return its number. What was undone before can't be redone any more."""
    with db.transaction():
        applied = _applied(db, photo_id)
        db.run("DELETE FROM stroke WHERE photo_id = ? AND number > ?", (photo_id, applied))
        db.run("DELETE FROM mask_checkpoint WHERE photo_id = ? AND number > ?", (photo_id, applied))
        db.insert("INSERT INTO stroke VALUES (?, ?, ?, ?, ?)", (photo_id, applied + 1, layer, kind, payload))
        _set_applied(db, photo_id, applied + 1)
        if applied == 0:
            refresh_progress(db, photo_id)
    return applied + 1


def undo_stroke(db: Database, photo_id: int) -> Stroke | None:
    """The stroke that is no longer in force; None at the beginning."""
    with db.transaction():
        stroke = _stroke(db, photo_id, _applied(db, photo_id))
        if stroke is not None:
            _set_applied(db, photo_id, stroke.number - 1)
            refresh_progress(db, photo_id)
    return stroke


def redo_stroke(db: Database, photo_id: int) -> Stroke | None:
    with db.transaction():
        stroke = _stroke(db, photo_id, _applied(db, photo_id) + 1)
        if stroke is not None:
            _set_applied(db, photo_id, stroke.number)
            refresh_progress(db, photo_id)
    return stroke


def load_journal(db: Database, photo_id: int) -> Journal:
    with db.transaction():
        applied = _applied(db, photo_id)
        base = db.row(
            "SELECT number, payload FROM mask_checkpoint WHERE photo_id = ? AND number <= ?"
            " ORDER BY number DESC LIMIT 1",
            (photo_id, applied),
        )
        strokes = db.made(
            _stroke_of,
            "SELECT number, layer, kind, payload FROM stroke WHERE photo_id = ? AND number > ? AND number <= ?"
            " ORDER BY number",
            (photo_id, base["number"] if base else 0, applied),
        )
        can_undo = _stroke(db, photo_id, applied) is not None
        can_redo = _stroke(db, photo_id, applied + 1) is not None
    return Journal(base["payload"] if base else None, tuple(strokes), applied, can_undo, can_redo)


def load_strokes(db: Database, photo_id: int) -> KeptStrokes:
    """All that undo and redo can reach."""
    with db.transaction():
        applied = _applied(db, photo_id)
        sql = "SELECT number, layer, kind, payload FROM stroke WHERE photo_id = ? ORDER BY number"
        strokes = db.made(_stroke_of, sql, (photo_id,))
        first = strokes[0].number if strokes else applied + 1
        base = db.row(
            "SELECT payload FROM mask_checkpoint WHERE photo_id = ? AND number < ? ORDER BY number DESC LIMIT 1",
            (photo_id, first),
        )
    done = sum(stroke.number <= applied for stroke in strokes)
    return KeptStrokes(base["payload"] if base else None, tuple(strokes), done)


def save_checkpoint(db: Database, photo_id: int, number: int, payload: bytes) -> None:
    """Both layers as they are after stroke `number`. Strokes that undo no longer needs go."""
    with db.transaction():
        db.run("INSERT OR REPLACE INTO mask_checkpoint VALUES (?, ?, ?)", (photo_id, number, payload))
        floor = db.row(
            "SELECT max(number) FROM mask_checkpoint WHERE photo_id = ? AND number <= ?",
            (photo_id, _applied(db, photo_id) - UNDO_KEPT),
        )
        if floor is not None and floor[0] is not None:
            db.run("DELETE FROM stroke WHERE photo_id = ? AND number <= ?", (photo_id, floor[0]))
            db.run("DELETE FROM mask_checkpoint WHERE photo_id = ? AND number < ?", (photo_id, floor[0]))


def rewrite_journal(
    db: Database, photo_id: int, stroke: Callable[[bytes], bytes], checkpoint: Callable[[bytes], bytes]
) -> None:
    """Every payload as the caller makes it anew, those that were undone too; their order and the point of undo stay."""
    with db.transaction():
        for table, change in (("stroke", stroke), ("mask_checkpoint", checkpoint)):
            for row in db.rows(f"SELECT number, payload FROM {table} WHERE photo_id = ?", (photo_id,)):
                sql = f"UPDATE {table} SET payload = ? WHERE photo_id = ? AND number = ?"
                db.run(sql, (change(row["payload"]), photo_id, row["number"]))


def set_mask_parameters(db: Database, photo_id: int, parameters: str) -> None:
    """Threshold and the like, as JSON."""
    db.run(
        "INSERT INTO mask (photo_id, parameters) VALUES (?, ?)"
        " ON CONFLICT (photo_id) DO UPDATE SET parameters = excluded.parameters",
        (photo_id, parameters),
    )


def mask_parameters(db: Database, photo_id: int) -> str:
    row = db.row("SELECT parameters FROM mask WHERE photo_id = ?", (photo_id,))
    return "{}" if row is None else str(row[0])


def forget_mask_parameters(db: Database, photo_id: int) -> None:
    db.run("UPDATE mask SET parameters = '{}' WHERE photo_id = ?", (photo_id,))


def _applied(db: Database, photo_id: int) -> int:
    row = db.row("SELECT applied FROM mask WHERE photo_id = ?", (photo_id,))
    return 0 if row is None else int(row[0])


def _set_applied(db: Database, photo_id: int, number: int) -> None:
    db.run(
        "INSERT INTO mask (photo_id, applied) VALUES (?, ?)"
        " ON CONFLICT (photo_id) DO UPDATE SET applied = excluded.applied",
        (photo_id, number),
    )


def _stroke(db: Database, photo_id: int, number: int) -> Stroke | None:
    sql = "SELECT number, layer, kind, payload FROM stroke WHERE photo_id = ? AND number = ?"
    return next(iter(db.made(_stroke_of, sql, (photo_id, number))), None)


def _stroke_of(row: sqlite3.Row) -> Stroke:
    return Stroke(row[0], Layer(row[1]), row[2], row[3])
