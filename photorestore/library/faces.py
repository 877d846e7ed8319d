"""Faces of a photo and what the user decided about each; finding faces again keeps the decisions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.turning import turned_box, turned_point
from photorestore.library.database import Database
from photorestore.library.kept_json import points

SAME_FACE = 0.4  # share of the union that two boxes of one face have in common at least


@dataclass(frozen=True)
class FaceDecision:
    """`decided`: the user chose switch or strength. `by_hand`: they drew the box; then there may be no landmarks."""

    id: int
    box: Box
    landmarks: tuple[tuple[float, float], ...]
    confidence: float
    enabled: bool
    strength: float | None
    by_hand: bool
    decided: bool


def faces_of(db: Database, photo_id: int) -> list[FaceDecision]:
    """From left to right."""
    return db.made(_face, "SELECT * FROM face WHERE photo_id = ? ORDER BY box_left, id", (photo_id,))


def save_found_faces(db: Database, photo_id: int, found: Iterable[Face]) -> list[FaceDecision]:
    """A face that was there takes the new box and keeps its decision; drawn and decided ones are never lost."""
    with db.transaction():
        before = faces_of(db, photo_id)
        for face in found:
            same = max(before, key=lambda old: overlap(old.box, face.box), default=None)
            if same is None or overlap(same.box, face.box) < SAME_FACE:
                _insert(db, photo_id, face, by_hand=False)
                continue
            before.remove(same)
            if not same.by_hand:
                _update_place(db, same.id, face)
        for gone in before:
            if not gone.by_hand and not gone.decided:
                db.run("DELETE FROM face WHERE id = ?", (gone.id,))
        return faces_of(db, photo_id)


def add_drawn_face(db: Database, photo_id: int, box: Box) -> int:
    values = (photo_id, *box)
    return db.insert(
        "INSERT INTO face (photo_id, box_left, box_top, box_right, box_bottom, confidence, by_hand, decided)"
        " VALUES (?, ?, ?, ?, ?, 1.0, 1, 1)",
        values,
    )


def decide_face(db: Database, face_id: int, *, enabled: bool, strength: float | None) -> None:
    """`strength` 0..1; None takes the stage's."""
    if strength is not None and not 0 <= strength <= 1:
        raise ValueError(f"a strength lies between 0 and 1, not {strength}")
    db.run("UPDATE face SET enabled = ?, strength = ?, decided = 1 WHERE id = ?", (int(enabled), strength, face_id))


def remove_face(db: Database, face_id: int) -> None:
    db.run("DELETE FROM face WHERE id = ?", (face_id,))


def turn_faces(db: Database, photo_id: int, width: int, height: int, by: int) -> None:
    """With the photo, whose size this was before. What was only found goes: it is looked for again, upright now."""
    db.run("DELETE FROM face WHERE photo_id = ? AND NOT by_hand AND NOT decided", (photo_id,))
    for face in faces_of(db, photo_id):
        points = [turned_point(x, y, width, height, by) for x, y in face.landmarks]
        db.run(
            "UPDATE face SET box_left = ?, box_top = ?, box_right = ?, box_bottom = ?, landmarks = ? WHERE id = ?",
            (*turned_box(face.box, width, height, by), json.dumps(points), face.id),
        )


def overlap(first: Box, second: Box) -> float:
    """Common area as a share of the union, 0..1."""
    width = min(first.right, second.right) - max(first.left, second.left)
    height = min(first.bottom, second.bottom) - max(first.top, second.top)
    common = max(0, width) * max(0, height)
    union = first.area + second.area - common
    return common / union if union > 0 else 0.0


def _insert(db: Database, photo_id: int, face: Face, *, by_hand: bool) -> None:
    values = (photo_id, *face.box, json.dumps(face.landmarks), face.confidence)
    db.insert(
        "INSERT INTO face (photo_id, box_left, box_top, box_right, box_bottom, landmarks, confidence, enabled,"
        " strength, by_hand) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, int(face.enabled), face.strength, int(by_hand)),
    )


def _update_place(db: Database, face_id: int, face: Face) -> None:
    db.run(
        "UPDATE face SET box_left = ?, box_top = ?, box_right = ?, box_bottom = ?, landmarks = ?, confidence = ?"
        " WHERE id = ?",
        (*face.box, json.dumps(face.landmarks), face.confidence, face_id),
    )


def _face(row: sqlite3.Row) -> FaceDecision:
    return FaceDecision(
        id=row["id"],
        box=Box(row["box_left"], row["box_top"], row["box_right"], row["box_bottom"]),
        landmarks=points(row["landmarks"]),
        confidence=row["confidence"],
        enabled=bool(row["enabled"]),
        strength=row["strength"],
        by_hand=bool(row["by_hand"]),
        decided=bool(row["decided"]),
    )
