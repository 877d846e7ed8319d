"""Albums: photographs in an order made by hand, as a story wants it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from photorestore.core.errors import UserError
from photorestore.library.database import Database
from photorestore.library.photos import folded

_GAP = 1024


@dataclass(frozen=True)
class Album:
    id: int
    name: str
    count: int  # without those in the trash


def albums(db: Database) -> list[Album]:
    """In the order made by hand."""
    rows = db.rows(
        """SELECT l.id, l.name, (SELECT count(*) FROM album_photo a JOIN photo p ON p.id = a.photo_id
            WHERE a.album_id = l.id AND p.trashed IS NULL) AS number
        FROM album l ORDER BY l.position, l.id"""
    )
    return [Album(row["id"], row["name"], row["number"]) for row in rows]


def add_album(db: Database, name: str, album_id: int | None = None) -> int:
    """At the end. `album_id` is that of an album that was removed and comes back."""
    clean = _name(name)
    return db.insert(
        "INSERT INTO album (id, name, search_text, position)"
        " VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM album))",
        (album_id, clean, folded(clean)),
    )


def rename_album(db: Database, album_id: int, name: str) -> None:
    clean = _name(name)
    db.run("UPDATE album SET name = ?, search_text = ? WHERE id = ?", (clean, folded(clean), album_id))


def remove_album(db: Database, album_id: int) -> None:
    """Its photographs stay in the library."""
    db.run("DELETE FROM album WHERE id = ?", (album_id,))


def order_albums(db: Database, ids: Iterable[int]) -> None:
    db.run_many("UPDATE album SET position = ? WHERE id = ?", [(at, album_id) for at, album_id in enumerate(ids)])


def albums_of(db: Database, photo_id: int) -> list[int]:
    return [row[0] for row in db.rows("SELECT album_id FROM album_photo WHERE photo_id = ?", (photo_id,))]


def add_to_album(db: Database, album_id: int, photo_ids: Iterable[int]) -> None:
    """At the end, in the order given; those that are in it stay where they are, and who left the library stays out."""
    with db.transaction():
        end = _end(db, album_id)
        rows = [(album_id, photo_id, end + at * _GAP) for at, photo_id in enumerate(photo_ids, 1)]
        db.run_many(
            "INSERT INTO album_photo SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM photo WHERE id = ?2)"
            " ON CONFLICT DO NOTHING",
            rows,
        )


def remove_from_album(db: Database, album_id: int, photo_ids: Iterable[int]) -> None:
    rows = [(album_id, photo_id) for photo_id in photo_ids]
    db.run_many("DELETE FROM album_photo WHERE album_id = ? AND photo_id = ?", rows)


def move_in_album(db: Database, album_id: int, photo_ids: Iterable[int], before: int | None) -> None:
    """Put photographs, in the order given, before another of the album, or with None at the end."""
    moved = list(dict.fromkeys(photo_ids))
    if before in moved:
        raise ValueError("photographs can't be moved before one of themselves")
    with db.transaction():
        inside = set(members(db, album_id))
        moved = [photo_id for photo_id in moved if photo_id in inside]
        room = _room(db, album_id, moved, before)
        if room is None:
            rest = [photo_id for photo_id in members(db, album_id) if photo_id not in set(moved)]
            at = rest.index(before) if before in rest else len(rest)
            rest[at:at] = moved
            _place(db, album_id, [(photo_id, number * _GAP) for number, photo_id in enumerate(rest, 1)])
        else:
            first, step = room
            _place(db, album_id, [(photo_id, first + at * step) for at, photo_id in enumerate(moved)])


def _room(db: Database, album_id: int, moved: list[int], before: int | None) -> tuple[int, int] | None:
    """First position and step for the moved ones between their new neighbours. None where the gap is too narrow."""
    if before is None:
        return _end(db, album_id) + _GAP, _GAP
    marks = ",".join("?" * len(moved))
    upper = db.row("SELECT position FROM album_photo WHERE album_id = ? AND photo_id = ?", (album_id, before))
    if upper is None or len(moved) > 500:
        return None
    lower = db.row(
        f"SELECT coalesce(max(position), ? - {_GAP * 2}) FROM album_photo"
        f" WHERE album_id = ? AND position < ? AND photo_id NOT IN ({marks})",
        (upper[0], album_id, upper[0], *moved),
    )
    assert lower is not None
    step = (upper[0] - lower[0]) // (len(moved) + 1)
    return None if step < 1 else (lower[0] + step, step)


def members(db: Database, album_id: int) -> list[int]:
    """In its order, with those in the trash."""
    sql = "SELECT photo_id FROM album_photo WHERE album_id = ? ORDER BY position, photo_id"
    return [row[0] for row in db.rows(sql, (album_id,))]


def _place(db: Database, album_id: int, places: list[tuple[int, int]]) -> None:
    rows = [(position, album_id, photo_id) for photo_id, position in places]
    db.run_many("UPDATE album_photo SET position = ? WHERE album_id = ? AND photo_id = ?", rows)


def _end(db: Database, album_id: int) -> int:
    row = db.row("SELECT coalesce(max(position), 0) FROM album_photo WHERE album_id = ?", (album_id,))
    return int(row[0]) if row else 0


def _name(name: str) -> str:
    clean = " ".join(name.split())
    if not clean:
        raise UserError("An album needs a name.")
    return clean
