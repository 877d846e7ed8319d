"""Where the library's own files lie: in its folder, under names that never collide and every system can take."""

from __future__ import annotations

import re
import secrets
from contextlib import suppress
from pathlib import Path, PurePosixPath

from photorestore.files.atomic import PART_PATTERN
from photorestore.files.naming import picture_stem
from photorestore.library.database import Database

RESULTS, COPIES = "results", "originals"
_STEM_BYTES = 120
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def new_result_path(db: Database, photo_id: int, name: str, suffix: str = ".png") -> Path:
    """A name nobody has: it holds the photo's number and 64 bits of chance besides what people can read."""
    file_name = f"{safe_stem(picture_stem(PurePosixPath(name)))} {photo_id}-{secrets.token_hex(8)}{suffix}"
    return db.folder / RESULTS / f"{photo_id // 1000:04}" / file_name


def copies_folder(db: Database) -> Path:
    return db.folder / COPIES


def own_copy_place(db: Database, path: Path) -> Path:
    """Where the library's copy of `path` lies now that the library's folder was moved."""
    return copies_folder(db) / path.parent.name / path.name


def relative_place(db: Database, path: Path) -> str:
    """As the table keeps it, so that the whole library can be moved. Raise `ValueError` for files outside."""
    return path.resolve().relative_to(db.folder.resolve()).as_posix()


def absolute_place(db: Database, place: str) -> Path:
    return db.folder / PurePosixPath(place)


def is_own_file(db: Database, path: Path) -> bool:
    """True for what the library made itself: only that may ever be moved to a trash."""
    try:
        real = path.resolve()
    except ValueError:  # no file can have such a name
        return False
    return any(real.is_relative_to((db.folder / own).resolve()) for own in (RESULTS, COPIES))


def remove_torn_files(db: Database, before: float) -> int:
    """What programs that died were writing: parts of results and copies, older than `before` (seconds since 1970).

    Only while no other window had the library open; what those write now must not go.
    """
    torn = [
        part
        for folder in (RESULTS, COPIES)
        for part in (db.folder / folder).glob(f"*/{PART_PATTERN}")
        if db.was_alone and _is_older(part, before)
    ]
    for part in torn:
        with suppress(OSError):  # the next start will try again
            part.unlink(missing_ok=True)
    return len(torn)


def _is_older(path: Path, moment: float) -> bool:
    try:
        return path.lstat().st_mtime < moment
    except OSError:
        return False


def safe_stem(stem: str) -> str:
    """Without what some file system refuses, and short enough for all of them."""
    clean = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]', "_", stem).strip(
        " ."
    )
    short = clean.encode("utf-8")[:_STEM_BYTES].decode("utf-8", "ignore").strip(" .")
    return f"_{short}" if _RESERVED.fullmatch(short) or not short else short
