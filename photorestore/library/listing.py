"""Which photographs a view shows, and in which order: ids only, so that 50,000 cost little; rows come by the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from photorestore.library.database import Database
from photorestore.library.dates import parse_date
from photorestore.library.photos import folded

_LONGEST_SEARCH = 12  # words


class Order(StrEnum):
    ADDED = "added"
    NAME = "name"
    DATE = "date"
    STARS = "stars"
    PIXELS = "pixels"
    PLACE = "place"
    ALBUM = "album"  # by hand; only inside an album


_DAY = "coalesce(p.date_from, p.date_to)"  # "before 1920" has only an end
ORDERS: dict[Order, tuple[str, str]] = {  # upwards and downwards; undated photographs come last either way
    Order.ADDED: ("p.id", "p.id DESC"),
    Order.NAME: ("p.name_key, p.id", "p.name_key DESC, p.id DESC"),
    Order.DATE: (f"{_DAY} IS NULL, {_DAY}, p.id", f"{_DAY} IS NULL, {_DAY} DESC, p.id DESC"),
    Order.STARS: ("p.stars, p.id", "p.stars DESC, p.id DESC"),
    Order.PIXELS: ("p.width * p.height, p.id", "p.width * p.height DESC, p.id DESC"),
    Order.PLACE: ("p.volume_id, p.place, p.id", "p.volume_id DESC, p.place DESC, p.id DESC"),
    Order.ALBUM: ("a.position, p.id", "a.position DESC, p.id DESC"),
}

_ONLINE = "p.volume_id NOT IN (SELECT id FROM volume WHERE NOT online)"
SMART_ALBUMS: dict[str, str] = {  # name → condition on p; photographs in the trash are left out everywhere
    "all": "1",
    "not restored": "p.progress = 'not restored'",
    "in work": "p.progress = 'in work'",
    "restored": "p.progress = 'restored'",
    "missing": f"p.missing AND {_ONLINE}",
    "offline": f"NOT ({_ONLINE})",
    "flagged": "p.flag = 'keep'",
    "rejected": "p.flag = 'reject'",
    "starred": "p.stars > 0",
    "last import": "p.import_id = (SELECT max(import_id) FROM photo WHERE trashed IS NULL)",
    "without date": "p.date_from IS NULL AND p.date_to IS NULL",
    "without caption": "p.caption = ''",
    "in no album": "NOT EXISTS (SELECT 1 FROM album_photo i WHERE i.photo_id = p.id)",
    "with trouble": "p.trouble <> ''",
}


@dataclass(frozen=True)
class Selection:
    """Everything that is given must hold. `search` words are looked for in names, captions, notes, dates and albums."""

    smart: str = "all"
    album_id: int | None = None
    search: str = ""
    least_stars: int = 0


def photo_ids(
    db: Database, selection: Selection = Selection(), order: Order = Order.ADDED, *, downwards: bool = False
) -> list[int]:
    values: list[object] = []
    source = "photo p INDEXED BY photo_by_search" if selection.search.strip() else "photo p"
    if selection.album_id is not None:
        source += " JOIN album_photo a ON a.photo_id = p.id AND a.album_id = ?"
        values.append(selection.album_id)
    elif order is Order.ALBUM:
        order = Order.ADDED
    conditions, more = _conditions(db, selection)
    wanted = " AND ".join(["p.trashed IS NULL", *conditions])
    by = ORDERS[order][downwards]
    if selection.search.strip():
        by = re.sub(r"p\.", "+p.", by)  # few are found: sort them, instead of walking all photographs in order
    return db.numbers(f"SELECT p.id FROM {source} WHERE {wanted} ORDER BY {by}", values + more)


def smart_counts(db: Database) -> dict[str, int]:
    """How many photographs each smart album holds."""
    sums = ", ".join(f"total({condition})" for condition in SMART_ALBUMS.values())
    row = db.row(f"SELECT {sums} FROM photo p WHERE p.trashed IS NULL")
    assert row is not None
    return {name: int(number) for name, number in zip(SMART_ALBUMS, row, strict=True)}


def _conditions(db: Database, selection: Selection) -> tuple[list[str], list[object]]:
    conditions, values = [], list[object]()
    if selection.smart != "all":
        conditions.append(f"({SMART_ALBUMS[selection.smart]})")
    if selection.least_stars:
        conditions.append("p.stars >= ?")
        values.append(selection.least_stars)
    words = selection.search.split()[:_LONGEST_SEARCH]
    for word in words:
        condition, some = _word(db, word)
        conditions.append(condition)
        values += some
    return conditions, values


def _word(db: Database, word: str) -> tuple[str, list[object]]:
    """One word must be in the photo's own text, in the name of one of its albums, or be a year or date that fits."""
    text = folded(word)
    ways, values = ["instr(p.search_text, ?)"], list[object]([text])
    if found := db.numbers("SELECT id FROM album WHERE instr(search_text, ?)", (text,)):
        ways.append(f"p.id IN (SELECT photo_id FROM album_photo WHERE album_id IN ({','.join('?' * len(found))}))")
        values += found
    days = parse_date(word)
    if days.earliest and days.latest:
        ways.append("(p.date_from <= ? AND p.date_to >= ?)")
        values += [days.latest.isoformat(), days.earliest.isoformat()]
    return f"({' OR '.join(ways)})", values
