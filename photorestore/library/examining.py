"""What takes longer than importing should: all bytes read for the content hash, the picture decoded to compare it."""

from __future__ import annotations

import logging

from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.files.measuring import read_small
from photorestore.library.database import Database
from photorestore.library.hashing import content_hash
from photorestore.library.look_alikes import SMALL_PX, look_hash
from photorestore.library.missing import set_missing
from photorestore.library.photos import LibraryPhoto, photo_by_id

log = logging.getLogger(__name__)


def examine_waiting(db: Database, progress: Progress = Progress()) -> list[LibraryPhoto]:  # noqa: B008 - frozen
    """Everything that is new and can be reached. Return the photos that are damaged, with `trouble` set."""
    rows = db.rows(
        "SELECT id FROM photo WHERE NOT examined AND NOT missing AND trashed IS NULL"
        " AND volume_id IN (SELECT id FROM volume WHERE online)"
    )
    damaged = []
    for at, row in enumerate(rows):
        progress.report(at / len(rows))
        photo = photo_by_id(db, row["id"])
        if photo is not None and examine(db, photo, progress):
            damaged.append(photo.id)
    found = (photo_by_id(db, photo_id) for photo_id in damaged)
    return [photo for photo in found if photo is not None]


def examine(db: Database, photo: LibraryPhoto, progress: Progress = Progress()) -> str:  # noqa: B008 - frozen
    """Return what is wrong with the file, or nothing. A file that can't be reached is looked at another time."""
    try:
        whole = content_hash(photo.path, progress.check_cancelled)
    except FileNotFoundError:
        set_missing(db, photo.id, missing=photo.path.parent.exists())
        return ""
    except OSError as error:
        log.info("can't examine %s: %s", photo.path, error)
        return ""
    trouble, likeness = "", None
    try:
        likeness = look_hash(read_small(photo.path, SMALL_PX))
    except UserError as error:
        trouble = str(error)
    db.run(
        "UPDATE photo SET content_hash = ?, look_hash = ?, trouble = ?, examined = 1 WHERE id = ? AND quick_hash = ?",
        (whole, likeness, trouble, photo.id, photo.quick_hash),
    )
    return trouble
