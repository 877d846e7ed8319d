"""What a view of many photographs shows of each: the photo, its result if any, and whether it was painted on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from photorestore.core.picture_file import PictureFile
from photorestore.library.database import Database
from photorestore.library.photos import LibraryPhoto, batches, photos_by_id
from photorestore.library.places import absolute_place

_MORE = """SELECT p.id,
    (SELECT count(*) FROM version v WHERE v.photo_id = p.id AND v.trashed IS NULL) AS number,
    (SELECT v.result FROM version v WHERE v.photo_id = p.id AND v.trashed IS NULL
        ORDER BY v.kept DESC, v.id DESC LIMIT 1) AS result,
    (SELECT (p.turns - v.turns + 4) % 4 FROM version v WHERE v.photo_id = p.id AND v.trashed IS NULL
        ORDER BY v.kept DESC, v.id DESC LIMIT 1) AS result_turns,
    EXISTS (SELECT 1 FROM mask m WHERE m.photo_id = p.id AND m.applied > 0) AS painted
    FROM photo p WHERE p.id IN ({marks})"""


@dataclass(frozen=True)
class Glance:
    """`result` is the version that was kept, else the newest; None if there is none."""

    photo: LibraryPhoto
    result: Path | None
    versions: int
    is_painted: bool
    result_turns: int = 0

    @property
    def result_file(self) -> PictureFile | None:
        """The result as the photo lies now: it may have been made before the photo was turned."""
        return None if self.result is None else PictureFile(self.result, self.result_turns)


def glances(db: Database, ids: Sequence[int]) -> dict[int, Glance]:
    """By id; those that are gone are left out."""
    photos = {photo.id: photo for photo in photos_by_id(db, ids)}
    found = {}
    for some in batches(photos):
        for row in db.rows(_MORE.format(marks=",".join("?" * len(some))), some):
            result = None if row["result"] is None else absolute_place(db, row["result"])
            found[row["id"]] = Glance(
                photos[row["id"]], result, row["number"], bool(row["painted"]), row["result_turns"] or 0
            )
    return found
