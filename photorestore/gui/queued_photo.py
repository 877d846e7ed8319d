"""What the queue hands to the engine for a photograph: the mask, settings and faces that Restore would take. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photorestore.core.chances import ChanceMap
from photorestore.core.defects import find_defects
from photorestore.core.faces import Face
from photorestore.core.mask_layers import SAID, MaskLayers
from photorestore.core.photo import MaskEdits
from photorestore.core.recipe import Recipe
from photorestore.gui.damage_maps import DamageMaps
from photorestore.gui.kept_work import Suggested, faces_for_engine, load_mask, settings_of
from photorestore.host.results import Diagnosed
from photorestore.library.database import Database
from photorestore.library.faces import faces_of
from photorestore.library.photos import LibraryPhoto
from photorestore.library.strokes import load_strokes, mask_parameters


@dataclass(frozen=True)
class Treatment:
    """`faces` None lets the engine look for them."""

    recipe: Recipe
    reasons: tuple[str, ...] = ()
    faces: tuple[Face, ...] | None = None


def kept_treatment(db: Database, row: LibraryPhoto, recipe: Recipe | None) -> Treatment | None:
    """By `recipe`, else by what the user chose, else by what was suggested before. None: nobody has looked yet."""
    suggested = Suggested.from_json(mask_parameters(db, row.id))
    wanted = recipe or settings_of(row)
    decisions = faces_of(db, row.id)
    reasons: tuple[str, ...] = ()
    if wanted is None and suggested is not None:
        wanted, reasons = suggested.recipe, suggested.reasons
    if wanted is None:
        return None
    is_examined = suggested is not None or bool(decisions)
    return Treatment(wanted, reasons, faces_for_engine(decisions, wanted.faces.strength) if is_examined else None)


def suggested_treatment(db: Database, row: LibraryPhoto, found: Diagnosed) -> Treatment:
    """By what was found just now; what the user said about faces before counts."""
    decisions = faces_of(db, row.id)
    faces = faces_for_engine(decisions, found.recipe.faces.strength) if decisions else found.faces
    return Treatment(found.recipe, found.reasons, faces)


def mask_edits(
    db: Database, row: LibraryPhoto, size: tuple[int, int], recipe: Recipe, maps: DamageMaps | None = None
) -> MaskEdits:
    """The user's two layers; with a map that the detector made before, the whole mask as the editor shows it.

    `size` is the width and height of the upright photograph.
    """
    layers = load_mask(db, row.id, size).layers if load_strokes(db, row.id).strokes else None
    chances = (maps or DamageMaps()).find(row.file, *size)
    if chances is not None and recipe.scratches.enabled:
        return _whole_mask(layers or MaskLayers(*size), chances, recipe)
    return MaskEdits() if layers is None else layers.edits()


def _whole_mask(layers: MaskLayers, chances: ChanceMap, recipe: Recipe) -> MaskEdits:
    found = find_defects(chances.plane, recipe.scratches).mask
    if (layers.flags & np.uint8(SAID)).any():
        layers.set_automatic(found)
        found = layers.mask()
    return MaskEdits(found, automatic=False)
