"""Turns photographs of the library by quarters, together with all that lies on them. The files stay as they are. No Qt.

What was painted, decided faces and results go with the photograph. What was suggested is forgotten, and faces that
nobody decided about: on a photograph that lay on its side, few were found.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from photorestore.core.errors import UserError
from photorestore.library.database import Database
from photorestore.library.faces import turn_faces
from photorestore.library.jobs import JobState, jobs
from photorestore.library.photos import LibraryPhoto, photos_by_id, turn_photo
from photorestore.library.strokes import forget_mask_parameters, rewrite_journal


def turn_photos(db: Database, ids: Sequence[int], by: int) -> None:
    """By quarter turns clockwise; all of them, or none with a `UserError`. Turning back gives what was there before."""
    photos = photos_by_id(db, ids)
    with db.transaction():
        running = {job.photo_id for job in jobs(db, JobState.RUNNING)}
        for photo in photos:
            if photo.id in running:
                raise being_restored(photo.name)
            _turn(db, photo, by)


def being_restored(name: str) -> UserError:
    return UserError(f"“{name}” is being restored right now, as it lay before. Turn it when that is done, or stop it.")


def _turn(db: Database, photo: LibraryPhoto, by: int) -> None:
    size = photo.width, photo.height
    turn_photo(db, photo, by)
    turn_faces(db, photo.id, *size, by)
    forget_mask_parameters(db, photo.id)
    try:
        rewrite_journal(
            db, photo.id, partial(_turned_stroke, size=size, by=by), partial(_turned_checkpoint, size=size, by=by)
        )
    except ValueError as error:
        raise UserError(
            f"What was painted on “{photo.name}” is damaged, so it can't be turned with the photograph. "
            "Clear its mask in Restore, then turn it."
        ) from error


def _turned_stroke(payload: bytes, size: tuple[int, int], by: int) -> bytes:
    from photorestore.core.stroke_turning import turned_stroke  # with OpenCV: not needed to open the window
    from photorestore.core.strokes import from_bytes, to_bytes

    return to_bytes(turned_stroke(from_bytes(payload), *size, by))


def _turned_checkpoint(payload: bytes, size: tuple[int, int], by: int) -> bytes:
    from photorestore.core.stroke_history import Journal
    from photorestore.core.stroke_turning import turned_stroke

    kept = Journal.from_bytes(payload)
    return Journal(tuple(turned_stroke(stroke, *size, by) for stroke in kept.strokes), kept.done).to_bytes()
