"""The table `photo`: one row a photograph, referenced where it lies, with what the user said about it."""

from __future__ import annotations

import os
import re
import sqlite3
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as day
from enum import StrEnum
from itertools import islice
from pathlib import Path, PurePosixPath

from photorestore.core.picture_file import PictureFile
from photorestore.core.turning import turned_size
from photorestore.library.database import Database
from photorestore.library.dates import PhotoDate, parse_date

_AT_ONCE = 500  # ids in one statement


class State(StrEnum):
    """What the badge shows: where the file is comes before what was done to it."""

    NOT_RESTORED = "not restored"
    IN_WORK = "in work"
    RESTORED = "restored"
    MISSING = "missing"
    OFFLINE = "offline"


UNREACHABLE = (State.MISSING, State.OFFLINE)


class Flag(StrEnum):
    NONE = "none"
    KEEP = "keep"
    REJECT = "reject"


@dataclass(frozen=True)
class LibraryPhoto:
    """`path` is where the file should be now. `trouble` says why it can't be read; `settings` is a recipe in JSON.

    `turns` are quarter turns clockwise that the user gave it; `width` and `height` are those of the turned photo.
    """

    id: int
    path: Path
    name: str
    size: int  # bytes
    mtime_ns: int
    width: int
    height: int
    quick_hash: bytes
    content_hash: bytes | None
    look_hash: int | None
    is_copy: bool
    cut_from: int | None
    added: float  # seconds since 1970
    caption: str
    note: str
    stars: int
    flag: Flag
    date: PhotoDate
    state: State
    trouble: str
    settings: str | None
    trashed: float | None
    turns: int = 0

    @property
    def file(self) -> PictureFile:
        """What is read wherever the photo is shown or worked on."""
        return PictureFile(self.path, self.turns)


@dataclass(frozen=True)
class NewPhoto:
    """What importing finds out about a file. `place` lies below its volume's mount point, with "/"."""

    volume_id: int
    place: bytes
    name: str
    size: int
    mtime_ns: int
    quick_hash: bytes
    content_hash: bytes | None
    width: int
    height: int
    import_id: int
    is_copy: bool = False
    cut_from: int | None = None
    caption: str = ""
    look_hash: int | None = None


STATE_SQL = (
    "CASE WHEN NOT (SELECT online FROM volume v WHERE v.id = p.volume_id) THEN 'offline'"
    " WHEN p.missing THEN 'missing' ELSE p.progress END"
)
UNREACHABLE_SQL = "p.missing OR NOT (SELECT online FROM volume v WHERE v.id = p.volume_id)"
_SELECT = f"SELECT p.*, v.mount_point, {STATE_SQL} AS state FROM photo p JOIN volume v ON v.id = p.volume_id"


def photo_by_id(db: Database, photo_id: int) -> LibraryPhoto | None:
    return next(iter(photos_by_id(db, [photo_id])), None)


def photos_by_id(db: Database, ids: Sequence[int]) -> list[LibraryPhoto]:
    """In the order asked for; ids that are gone are left out."""
    found: dict[int, LibraryPhoto] = {}
    for some in batches(ids):
        marks = ",".join("?" * len(some))
        found |= {photo.id: photo for photo in db.made(_photo, f"{_SELECT} WHERE p.id IN ({marks})", some)}
    return [found[photo_id] for photo_id in ids if photo_id in found]


def photos_where(db: Database, condition: str, values: Sequence[object] = ()) -> list[LibraryPhoto]:
    """For the library's own modules: `condition` is SQL over `p`."""
    return db.made(_photo, f"{_SELECT} WHERE {condition} ORDER BY p.id", values)


def add_photo(db: Database, new: NewPhoto) -> int:
    values = vars(new) | {
        "name_key": name_key(new.name),
        "search_text": folded(f"{new.name}\n{new.caption}"),
        "added": time.time(),
    }
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    return db.insert(f"INSERT INTO photo ({names}) VALUES ({marks})", values)


def set_stars(db: Database, ids: Iterable[int], stars: int) -> None:
    db.run_many("UPDATE photo SET stars = ? WHERE id = ?", [(stars, photo_id) for photo_id in ids])


def set_flag(db: Database, ids: Iterable[int], flag: Flag) -> None:
    db.run_many("UPDATE photo SET flag = ? WHERE id = ?", [(flag, photo_id) for photo_id in ids])


def set_caption(db: Database, photo_id: int, caption: str) -> None:
    _say(db, photo_id, caption=caption)


def set_note(db: Database, photo_id: int, note: str) -> None:
    """What stands on the back of the print, for example."""
    _say(db, photo_id, note=note)


def set_date(db: Database, ids: Iterable[int], text: str) -> PhotoDate:
    """Return how `text` was understood."""
    found = parse_date(text)
    days = [day.isoformat() if day else None for day in (found.earliest, found.latest)]
    with db.transaction():
        for photo_id in ids:
            _say(db, photo_id, date_text=found.text, date_from=days[0], date_to=days[1])
    return found


def turn_photo(db: Database, photo: LibraryPhoto, by: int) -> None:
    """Only the photo itself; what lies on it is turned by who knows what that is."""
    size = turned_size(photo.width, photo.height, by)
    sql = "UPDATE photo SET turns = ?, width = ?, height = ? WHERE id = ?"
    db.run(sql, ((photo.turns + by) % 4, *size, photo.id))


def set_settings(db: Database, photo_id: int, recipe: str | None) -> None:
    """The recipe, in JSON, that the user is working on; None goes back to the defaults."""
    with db.transaction():
        db.run("UPDATE photo SET settings = ? WHERE id = ?", (recipe, photo_id))
        refresh_progress(db, photo_id)


def refresh_progress(db: Database, photo_id: int) -> None:
    """The one rule for "restored" and "in work"; called by everything that changes what it looks at."""
    db.run(
        """UPDATE photo SET progress = CASE
            WHEN EXISTS (SELECT 1 FROM version WHERE photo_id = photo.id AND kept AND trashed IS NULL) THEN 'restored'
            WHEN settings IS NOT NULL
                OR EXISTS (SELECT 1 FROM version WHERE photo_id = photo.id AND trashed IS NULL)
                OR EXISTS (SELECT 1 FROM mask WHERE photo_id = photo.id AND applied > 0)
                OR EXISTS (SELECT 1 FROM job WHERE photo_id = photo.id
                           AND state IN ('waiting', 'running', 'paused', 'interrupted')) THEN 'in work'
            ELSE 'not restored' END
        WHERE id = ?""",
        (photo_id,),
    )


def batches(ids: Iterable[int], length: int = _AT_ONCE) -> Iterator[list[int]]:
    rest = iter(ids)
    while some := list(islice(rest, length)):
        yield some


def folded(text: str) -> str:
    """For search: without case and accents, so that "jose" finds "José"."""
    apart = text
    for form in ("NFD", "NFKD", "NFKD"):  # Unicode's rule for comparing without case: "𝕬" is a capital only after NFKD
        apart = unicodedata.normalize(form, apart).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def name_key(name: str) -> str:
    """Numbers by their value: "scan 2" before "scan 10"."""
    return re.sub(r"[0-9]+", lambda digits: digits[0].lstrip("0").rjust(12, "0"), folded(name))


def shown_name(file_name: str) -> str:
    """Bytes that are no text become question marks on a black ground, which a screen and SQLite can take."""
    return os.fsencode(file_name).decode("utf-8", "replace")


def place_bytes(relative: Path) -> bytes:
    return os.fsencode(relative.as_posix())


def full_path(mount_point: bytes, place: bytes) -> Path:
    return Path(os.fsdecode(mount_point)) / PurePosixPath(os.fsdecode(place))


def _say(db: Database, photo_id: int, **values: str | None) -> None:
    changes = ", ".join(f"{name} = :{name}" for name in values)
    with db.transaction():
        db.run(f"UPDATE photo SET {changes} WHERE id = :id", values | {"id": photo_id})
        refresh_search_text(db, photo_id)


def refresh_search_text(db: Database, photo_id: int) -> None:
    """After its name or what is said of it changed."""
    row = db.row("SELECT name, caption, note, date_text FROM photo WHERE id = ?", (photo_id,))
    if row is not None:
        db.run("UPDATE photo SET search_text = ? WHERE id = ?", (folded("\n".join(row)), photo_id))


def _photo(row: sqlite3.Row) -> LibraryPhoto:
    from_, to = row["date_from"], row["date_to"]
    return LibraryPhoto(
        id=row["id"],
        path=full_path(row["mount_point"], row["place"]),
        name=row["name"],
        size=row["size"],
        mtime_ns=row["mtime_ns"],
        width=row["width"],
        height=row["height"],
        quick_hash=row["quick_hash"],
        content_hash=row["content_hash"],
        look_hash=row["look_hash"],
        is_copy=bool(row["is_copy"]),
        cut_from=row["cut_from"],
        added=row["added"],
        caption=row["caption"],
        note=row["note"],
        stars=row["stars"],
        flag=Flag(row["flag"]),
        date=PhotoDate(row["date_text"], _day(from_), _day(to)),
        state=State(row["state"]),
        trouble=row["trouble"],
        settings=row["settings"],
        trashed=row["trashed"],
        turns=row["turns"],
    )


def _day(text: str | None) -> day | None:
    try:
        return None if text is None else day.fromisoformat(text)
    except ValueError:  # spoiled; what the user wrote as the date still stands beside it
        return None
