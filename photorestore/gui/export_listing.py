"""Photographs of the library as an export sees them."""

from __future__ import annotations

from collections.abc import Sequence

from photorestore.gui.date_words import shown_date
from photorestore.gui.state.export_order import ExportPhoto
from photorestore.gui.state.renditions import best_of, renditions
from photorestore.library.albums import albums, albums_of
from photorestore.library.database import Database
from photorestore.library.photos import photos_by_id


def list_for_export(library: Database, photo_ids: Sequence[int]) -> list[ExportPhoto]:
    """In the order asked for; of each its kept version, else its newest, else the original."""
    names = {album.id: album.name for album in albums(library)}
    listed = []
    for photo in photos_by_id(library, photo_ids):
        made = renditions(library, photo)
        album = next((names[album_id] for album_id in albums_of(library, photo.id) if album_id in names), "")
        chosen = best_of(made).version_id
        listed.append(ExportPhoto(photo.id, photo.name, made, chosen, photo.caption, shown_date(photo.date), album))
    return listed
