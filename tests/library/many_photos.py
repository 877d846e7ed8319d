"""A library as large as the program promises to carry, filled through the tables without any files."""

import random

from photorestore.library.albums import add_album
from photorestore.library.database import Database
from photorestore.library.photos import folded, name_key

_WORDS = (
    *("Grandmother", "Käthe", "wedding", "Ostsee", "garden", "school", "Dresden", "farm"),
    *("horse", "winter", "José", "Christmas", "choir", "boat"),
)


def fill(db: Database, count: int, seed: int = 0) -> None:
    rng = random.Random(seed)
    with db.transaction():
        volume = db.insert("INSERT INTO volume (identity, label, mount_point) VALUES ('mount:/', 'disk', X'2F')")
        for _ in range(20):
            db.insert("INSERT INTO import_run (began) VALUES (0)")
        db.run_many(
            "INSERT INTO photo (volume_id, place, name, name_key, search_text, size, mtime_ns, quick_hash,"
            " content_hash, look_hash, width, height, is_copy, import_id, added, caption, stars, flag, date_text,"
            " date_from, date_to, progress, examined)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0, ?, ?, ?, ?, ?, ?, ?, 1)",
            (_row(rng, volume, number, count) for number in range(count)),
        )
        for name in ("Family Album", "Choir trips"):
            album = add_album(db, name)
            places = [(album, number + 1, number) for number in rng.sample(range(count), count // 10)]
            db.run_many("INSERT INTO album_photo VALUES (?, ?, ?)", places)


def _row(rng: random.Random, volume: int, number: int, count: int) -> tuple[object, ...]:
    name = f"scan {rng.randrange(count)}-{number}.tif"
    caption = " ".join(rng.choices(_WORDS, k=rng.randrange(8)))
    year = rng.randrange(1890, 1990)
    dated = rng.random() < 0.7
    text = f"summer {year}" if dated else ""
    return (
        *(volume, f"home/someone/Pictures/box {number % 300}/{name}".encode(), name, name_key(name)),
        *(folded(f"{name}\n{caption}\n\n{text}"), rng.randrange(1 << 26), number, rng.randbytes(16), rng.randbytes(32)),
        *(rng.getrandbits(63), rng.randrange(600, 9000), rng.randrange(600, 9000), 1 + number * 20 // count, caption),
        *(rng.randrange(6), rng.choice(["none", "keep", "reject"]), text),
        *((f"{year}-06-01", f"{year}-08-31") if dated else (None, None)),
        rng.choice(["not restored", "in work", "restored"]),
    )
