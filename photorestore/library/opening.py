"""Which photographs of the library are meant by files and folders that somebody just named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from photorestore.files.discovery import find_pictures
from photorestore.library.database import Database
from photorestore.library.importing import ImportReport
from photorestore.library.photos import LibraryPhoto, photos_by_id


def photos_of_files(
    db: Database, named: Iterable[Path], report: ImportReport, check_cancelled: Callable[[], None] = lambda: None
) -> tuple[list[LibraryPhoto], tuple[str, ...]]:
    """The photographs in the order they were named, and why others are not among them. `report` tells of the import."""
    same = {os.path.realpath(refused.path): refused.photo_id for refused in report.duplicates}
    ids = [*report.added, *report.found_again, *report.changed, *(n for n in same.values() if n is not None)]
    known = photos_by_id(db, list(dict.fromkeys(ids)))
    places = {os.path.realpath(photo.path): photo.id for photo in known} | same
    pictures = find_pictures(named, db.folder, check_cancelled)
    found = (places.get(os.path.realpath(picture.path)) for picture in pictures)
    by_id = {photo.id: photo for photo in known if photo.trashed is None}
    order = dict.fromkeys([*(photo_id for photo_id in found if photo_id is not None), *by_id])
    trashed = {photo.id for photo in known if photo.trashed is not None}
    troubles = [refused.reason for refused in report.broken]
    troubles += [refused.reason for refused in report.duplicates if refused.photo_id in trashed]
    return [by_id[photo_id] for photo_id in order if photo_id in by_id], tuple(troubles)
