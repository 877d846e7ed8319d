"""`restore`: a photo through the stages of a recipe, in order, each checked, each remembered. The only way in."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields, replace
from functools import partial
from typing import Any

import numpy as np

from photorestore.core.errors import UserError
from photorestore.core.freed_memory import give_back_if_large
from photorestore.core.photo import Photo, Pixels
from photorestore.core.pixels16 import extent
from photorestore.core.recipe import Recipe
from photorestore.core.stages import STAGES
from photorestore.engine.cache import StageCache
from photorestore.engine.grain import give_grain
from photorestore.engine.lack_of_memory import is_out_of_memory
from photorestore.engine.methods.table import METHODS as DENOISE_METHODS
from photorestore.engine.stages.denoise import remove_noise
from photorestore.engine.stages.enlarge import NETWORK as ENLARGER
from photorestore.engine.stages.enlarge import enlarge_photo
from photorestore.engine.stages.faces import NETWORKS as FACE_NETWORKS
from photorestore.engine.stages.faces import refine_faces
from photorestore.engine.stages.prepare import prepare_photo
from photorestore.engine.stages.scratches import DETECTOR, find_damage, remove_scratches
from photorestore.engine.stages.translate import networks_for, translate_photo
from photorestore.engine.tools import Tools

log = logging.getLogger(__name__)

StageFunction = Callable[[Photo, Any, Tools], Photo]

STAGE_FUNCTIONS: Mapping[str, StageFunction] = {
    "prepare": prepare_photo,
    "denoise": remove_noise,
    "scratches": remove_scratches,
    "translate": translate_photo,
    "faces": refine_faces,
    "enlarge": enlarge_photo,
}

FLAT = 0.02  # a photo with less contrast than this may rightly become one colour
NO_COLOURS = "contains numbers that are no colours"
TITLES = {stage.name: stage.title for stage in STAGES}


def restore(
    photo: Photo,
    recipe: Recipe,
    tools: Tools,
    cache: StageCache | None = None,
    functions: Mapping[str, StageFunction] = STAGE_FUNCTIONS,
    whole: Pixels | None = None,
) -> Photo:
    """The restored photo with what was found on the way: mask, damage, faces, notes.

    `whole` is the whole picture made small, where `photo` is only a part of it: levels are measured on that. Finished
    stages are taken from `cache`. Raise `UserError` when a network is missing or a stage's result can't be a picture,
    `Cancelled` when the work is no longer wanted.
    """
    cache = cache if cache is not None else StageCache(0)
    names = enabled_stages(recipe)
    must_search = recipe.scratches.enabled and photo.edits.automatic and photo.damage is None
    costs = [_SEARCH_SECONDS_PER_MP * photo.megapixels * must_search, *(_seconds(n, photo, recipe) for n in names)]
    searching, *spans = tools.progress.split(costs, ["Looking for damage", *(TITLES[name] for name in names)])
    if must_search:
        photo = with_damage(photo, tools.with_progress(searching), cache)
        give_back_if_large(photo.megapixels)
    if whole is not None:
        functions = {**functions, "prepare": partial(prepare_photo, measured_on=whole)}
    keys = list(_keys(photo, recipe, tools, whole))  # now: a generator would hold the photo as it came until the end
    for name, key, span in zip(names, keys, spans, strict=True):
        span.report(0)
        changes = cache.get(key)
        if changes is None:
            with _only_colours(name):
                after = _run(name, functions[name], photo, recipe.settings(name), tools.with_progress(span))
                check_result(photo, after, name, scale=recipe.enlarge.scale if name == "enlarge" else 1)
                if name == _last_filling(recipe) and after.pixels is not photo.pixels:
                    give_grain(after, recipe.scratches.grain, span.check_cancelled)
            changes = _changes(photo, after)
            cache.keep(key, changes)
        photo = replace(photo, **changes)
        give_back_if_large(photo.megapixels)
    tools.progress.report(1)
    return photo


def with_damage(photo: Photo, tools: Tools, cache: StageCache) -> Photo:
    """The photo with its map of damage, looked for on the pixels as they came in, once: who asks next shares it."""
    if photo.damage is not None or not tools.has_network(DETECTOR):
        return photo
    named = f"damage {photo.digest} {tools.version(DETECTOR)} {tools.device.dtype}"
    hasher = hashlib.blake2b(named.encode(), digest_size=20)
    _add_plane(hasher, photo.hidden)
    key = hasher.digest()
    found = cache.get(key)
    if found is None:
        found = _changes(photo, _run("scratches", _search, photo, None, tools))
        cache.keep(key, found)
    return replace(photo, **found)


def _search(photo: Photo, settings: None, tools: Tools) -> Photo:
    return replace(photo, damage=find_damage(photo, tools))


def _run(stage: str, function: StageFunction, photo: Photo, settings: Any, tools: Tools) -> Photo:
    """The stage's result. Where a graphics card has too little memory, the processor does it and a note says so."""
    try:
        return function(photo, settings, tools)
    except (UserError, MemoryError, RuntimeError) as error:
        if tools.device.name == "cpu" or not is_out_of_memory(error.__cause__ or error):
            raise
        log.warning("%s ran out of memory on %s", stage, tools.device.name, exc_info=True)
    # Only here, because the error holds all that was computed so far.
    after = function(photo, settings, tools.on_cpu())
    note = f"The graphics card has too little memory for the step {TITLES[stage]}; the processor did it."
    return replace(after, notes=(*after.notes, note))


def enabled_stages(recipe: Recipe) -> list[str]:
    return [stage.name for stage in STAGES if recipe.settings(stage.name).enabled]


def _last_filling(recipe: Recipe) -> str:
    """The stage after which nothing more is drawn in the holes."""
    return "translate" if recipe.translate.enabled and recipe.translate.strength else "scratches"


def recipe_with_versions(recipe: Recipe, tools: Tools) -> Recipe:
    """The recipe with the version of every installed network that its stages may use."""
    names = {network for stage in enabled_stages(recipe) for network in networks_of(stage, recipe)}
    return replace(recipe, weights={name: tools.version(name) for name in sorted(names) if tools.has_network(name)})


def networks_of(stage: str, recipe: Recipe) -> tuple[str, ...]:
    """The names of the weights that a stage may use with this recipe."""
    denoiser = DENOISE_METHODS[recipe.denoise.method].network
    return {
        "denoise": (denoiser,) if denoiser else (),
        "scratches": (DETECTOR,),
        "translate": networks_for(recipe.translate),
        "faces": (FACE_NETWORKS[recipe.faces.method],),
        "enlarge": (ENLARGER,),
    }.get(stage, ())


def check_result(before: Photo, after: Photo, stage: str, scale: int = 1) -> None:
    """Raise `UserError` unless `after` can be a picture of `before`: its size, finite, in 0..1, not one flat colour."""
    expected = (before.height * scale, before.width * scale)
    lowest, highest = extent(after.pixels)
    if after.pixels.shape[:2] != expected:
        trouble = f"has {after.width} x {after.height} pixels instead of {expected[1]} x {expected[0]}"
    elif not np.isfinite(lowest + highest):
        trouble = NO_COLOURS
    elif lowest < 0 or highest > 1:
        trouble = f"has values from {lowest:.2f} to {highest:.2f} instead of 0 to 1"
    elif lowest == highest and np.ptp(extent(before.pixels)) > FLAT:
        trouble = "is a single flat colour"
    else:
        return
    raise _failed(stage, trouble)


@contextmanager
def _only_colours(stage: str) -> Iterator[None]:
    """`Pixels16` refuses other numbers while they are written, before `check_result` could see them."""
    try:
        yield
    except FloatingPointError as error:
        raise _failed(stage, NO_COLOURS) from error


def _failed(stage: str, trouble: str) -> UserError:
    return UserError(f"The step {TITLES[stage]} failed: its picture {trouble}. Switch this step off to go on.")


# Seconds a megapixel on 2 cores with bfloat16 (AMD EPYC with AVX-512): only their proportions matter.
_SECONDS_PER_MP = {
    "prepare": 0.2, "denoise": 6.0, "scratches": 0.5, "translate": 40.0, "bundled translation": 4.0, "faces": 6.0,
}  # fmt: skip
_SEARCH_SECONDS_PER_MP = 1.0
_ENLARGE_SECONDS_PER_MP_DRAWN = 6.0


def _seconds(stage: str, photo: Photo, recipe: Recipe) -> float:
    """About how long a stage takes with this photo. Real-ESRGAN draws 16 pixels for each that it is fed."""
    if stage == "enlarge":
        settings = recipe.enlarge
        fed = (0.25 + (settings.scale == 4) * 1.0) if settings.clean_up else 1.0
        return photo.megapixels * 16 * fed * _ENLARGE_SECONDS_PER_MP_DRAWN
    if stage == "translate" and recipe.translate.weights == "bundled":
        return photo.megapixels * _SECONDS_PER_MP["bundled translation"]
    if stage == "translate":
        return min(photo.megapixels, 1.0) * _SECONDS_PER_MP[stage]
    return photo.megapixels * _SECONDS_PER_MP[stage]


def _changes(before: Photo, after: Photo) -> dict[str, Any]:
    """The fields that are not the same object any more."""
    names = [entry.name for entry in fields(Photo)]
    return {name: getattr(after, name) for name in names if getattr(after, name) is not getattr(before, name)}


def _keys(photo: Photo, recipe: Recipe, tools: Tools, whole: Pixels | None) -> Iterator[bytes]:
    """For each enabled stage a name of all that its result depends on, the stages before it included."""
    hasher = hashlib.blake2b(f"{photo.digest} {photo.notes} {tools.device.dtype}".encode(), digest_size=20)
    for plane in (photo.mask, photo.damage, photo.alpha):  # hidden pixels are measured by no stage
        _add_plane(hasher, plane)
    for name in enabled_stages(recipe):
        versions = {n: tools.version(n) for n in networks_of(name, recipe) if tools.has_network(n)}
        settings = json.dumps([name, asdict(recipe.settings(name)), versions], sort_keys=True)  # type: ignore[call-overload]
        hasher.update(settings.encode())
        if name == "prepare":  # measures levels around what was painted, or on the whole
            _add_plane(hasher, photo.edits.added)
            _add_plane(hasher, whole)
        if name == "scratches":
            hasher.update(f"{photo.edits.automatic} {_last_filling(recipe)}".encode())
            for plane in (photo.edits.added, photo.edits.erased):
                _add_plane(hasher, plane)
        if name == "faces":
            hasher.update(repr(photo.faces).encode())
        if name == "enlarge":
            hasher.update(repr(photo.faces).encode())
        yield hasher.digest()


def _add_plane(hasher: hashlib.blake2b, plane: np.ndarray[Any, Any] | None) -> None:
    hasher.update(b"none" if plane is None else np.ascontiguousarray(plane).data)
