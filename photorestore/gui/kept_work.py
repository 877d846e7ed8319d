"""What the library keeps of the work on a photograph, read and written as the window needs it. No Qt."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from photorestore import __version__
from photorestore.core.chances import ChanceMap
from photorestore.core.errors import UserError
from photorestore.core.faces import Face, usual_landmarks
from photorestore.core.geometry import Box
from photorestore.core.lean_photo import LeanPhoto
from photorestore.core.mask_layers import ADDED, ERASED, MaskLayers
from photorestore.core.recipe import Recipe
from photorestore.core.stroke_history import Journal, StrokeHistory
from photorestore.core.strokes import Action, Kind, Stamp, Stroke, from_bytes, to_bytes
from photorestore.files.colour_profiles import has_own_colours
from photorestore.files.formats import default_suffix
from photorestore.files.reading import read_lean
from photorestore.files.writing import write_photo
from photorestore.gui.damage_maps import DamageMaps
from photorestore.host.results import Restored
from photorestore.library.database import Database
from photorestore.library.faces import FaceDecision, faces_of
from photorestore.library.photos import LibraryPhoto, photo_by_id
from photorestore.library.places import new_result_path
from photorestore.library.strokes import (
    CHECKPOINT_EVERY,
    Layer,
    append_stroke,
    load_journal,
    load_strokes,
    mask_parameters,
    save_checkpoint,
    set_mask_parameters,
)
from photorestore.library.versions import (
    NamedSettings,
    Version,
    add_version,
    keep_version,
    saved_settings,
    version_by_id,
    versions,
)

log = logging.getLogger(__name__)

_LAYER_OF = {Action.ADD: Layer.ADDED, Action.ERASE: Layer.ERASED}


@dataclass(frozen=True)
class Suggested:
    """What the diagnosis proposed and why; `face_reasons` says of faces that are off why they are."""

    recipe: Recipe
    reasons: tuple[str, ...]
    face_reasons: tuple[tuple[Box, str], ...] = ()

    def to_json(self) -> str:
        faces = [[list(box), reason] for box, reason in self.face_reasons]
        return json.dumps({"recipe": self.recipe.to_json(), "reasons": list(self.reasons), "faces": faces})

    @staticmethod
    def from_json(text: str) -> Suggested | None:
        """None for what another version of the program wrote: the photograph is examined again."""
        try:
            whole = json.loads(text)
            faces = tuple((Box(*box), str(reason)) for box, reason in whole["faces"])
            return Suggested(Recipe.from_json(whole["recipe"]), tuple(map(str, whole["reasons"])), faces)
        except (ValueError, KeyError, TypeError, RecursionError, UserError):
            return None


@dataclass(frozen=True, eq=False)
class KeptWork:
    """`recipe` is what the user changed, None where they left it at what was suggested."""

    history: StrokeHistory
    chances: ChanceMap | None
    recipe: Recipe | None
    suggested: Suggested | None
    faces: tuple[FaceDecision, ...]
    versions: tuple[Version, ...]
    snapshots: tuple[NamedSettings, ...]


def load_work(db: Database, photo_id: int, size: tuple[int, int], maps: DamageMaps) -> KeptWork:
    """`size` is the width and height of the upright photograph."""
    photo = _existing(db, photo_id)
    return KeptWork(
        load_mask(db, photo_id, size),
        maps.find(photo.file, *size),
        settings_of(photo),
        Suggested.from_json(mask_parameters(db, photo_id)),
        tuple(faces_of(db, photo_id)),
        tuple(versions(db, photo_id)),
        tuple(saved_settings(db, photo_id)),
    )


def load_mask(db: Database, photo_id: int, size: tuple[int, int]) -> StrokeHistory:
    kept = load_strokes(db, photo_id)
    base = () if kept.base is None else Journal.from_bytes(kept.base).strokes
    strokes = tuple(from_bytes(stroke.payload) for stroke in kept.strokes)
    return StrokeHistory(MaskLayers(*size), Journal(strokes, kept.done), base=base)


def keep_stroke(db: Database, photo_id: int, stroke: Stroke, size: tuple[int, int]) -> None:
    layer = _LAYER_OF.get(stroke.action, Layer.BOTH)
    number = append_stroke(db, photo_id, layer, stroke.kind.value, to_bytes(stroke))
    if number % CHECKPOINT_EVERY == 0:
        try:
            save_checkpoint(db, photo_id, number, _checkpoint(db, photo_id, size))
        except (UserError, MemoryError) as error:  # the stroke is kept; without this it only takes longer to load
            log.warning("no checkpoint of %d strokes of photograph %d: %s", number, photo_id, error)


def _checkpoint(db: Database, photo_id: int, size: tuple[int, int]) -> bytes:
    """Both layers as two strokes that make them from nothing."""
    journal, layers = load_journal(db, photo_id), MaskLayers(*size)
    before = () if journal.checkpoint is None else Journal.from_bytes(journal.checkpoint).strokes
    for stroke in (*before, *(from_bytes(kept.payload) for kept in journal.strokes)):
        layers.paint(stroke)
        layers.end()
    made = tuple(
        Stroke(Kind.IMPORT, action, Stamp.of(layers.flags & np.uint8(flag)))
        for action, flag in ((Action.ADD, ADDED), (Action.ERASE, ERASED))
        if (layers.flags & np.uint8(flag)).any()
    )
    return Journal(made, len(made)).to_bytes()


def keep_suggested(db: Database, photo_id: int, suggested: Suggested) -> None:
    set_mask_parameters(db, photo_id, suggested.to_json())


def keep_result(db: Database, photo_id: int, restored: Restored, warnings: Iterable[str] = ()) -> Version:
    """The picture in the library's folder, then its row: it is the photo's result from now on. Raise `UserError`."""
    photo = _existing(db, photo_id)
    place = new_result_path(db, photo_id, photo.name, default_suffix(photo.path))
    written = write_photo(restored.photo, place, source=photo.path, original=_original(photo, restored))
    try:
        version_id = add_version(
            db, photo_id, restored.recipe.to_json(), written, f"PhotoRestore {__version__}", warnings=tuple(warnings),
            turns=photo.turns,
        )  # fmt: skip
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    keep_version(db, version_id)
    kept = version_by_id(db, version_id)
    assert kept is not None
    return kept


def recipe_of(version: Version) -> Recipe | None:
    return _recipe(version.recipe)


def settings_of(photo: LibraryPhoto) -> Recipe | None:
    """What the user changed, None where they left it at what is suggested."""
    return _recipe(photo.settings)


def faces_for_engine(decisions: Iterable[FaceDecision], strength: float) -> tuple[Face, ...]:
    """A face that the user decided about has a strength of its own, so that its size can't be a reason against it."""
    faces = []
    for one in decisions:
        guessed = usual_landmarks(one.box)
        points = one.landmarks if len(one.landmarks) == len(guessed) else guessed
        left, right, nose, mouth_left, mouth_right = points
        own = strength if one.strength is None and one.decided else one.strength
        faces.append(
            Face(
                one.box, (left, right, nose, mouth_left, mouth_right), one.confidence, one.enabled, own, "", one.by_hand
            )
        )
    return tuple(faces)


def _recipe(text: str | None) -> Recipe | None:
    try:
        return None if text is None else Recipe.from_json(text)
    except UserError:
        return None


def _original(photo: LibraryPhoto, restored: Restored) -> LeanPhoto | None:
    """Read again where its own colours may be wider than those that the engine works in."""
    try:
        return read_lean(photo.file) if has_own_colours(restored.photo.metadata.icc) else None
    except UserError:  # its disk was pulled out meanwhile; the result must be kept all the same
        return None


def _existing(db: Database, photo_id: int) -> LibraryPhoto:
    photo = photo_by_id(db, photo_id)
    if photo is None:
        raise UserError("This photograph is no longer in the library. Import it again to work on it.")
    return photo
