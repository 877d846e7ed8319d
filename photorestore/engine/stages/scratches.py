"""Find damage and fill it from its surroundings. Outside the mask (its feathered edge aside) nothing changes."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from photorestore.core.freed_memory import give_back_if_large
from photorestore.core.geometry import row_bands
from photorestore.core.mask import feathered_bands, make_mask, touched
from photorestore.core.photo import Chances, Map, Photo
from photorestore.core.pixels16 import AnyPixels, mirrored, resized
from photorestore.core.progress import Progress
from photorestore.core.stages import ScratchSettings
from photorestore.engine.damage_colours import weigh_colours
from photorestore.engine.hole_filling import fill_holes
from photorestore.engine.resizing import resized_parts
from photorestore.engine.tools import Tools

LookFunction = Callable[[AnyPixels, Progress], Map]

DETECTOR = "detector"
WIDEST_RIM_PX = 1.0  # feather of which the rim is filled too; beyond, it would only move away what is filled from
LARGE_PX = 2000  # long side from which the detector also looks at half the size, and at half of that, and so on
_STEP = 2**0.5
# Up to so many megapixels, looks at so many times the size: the smaller the picture, the less another look costs.
_LOOKS = (
    (0.5, (_STEP**2, _STEP, 1.0, 1 / _STEP, 1 / _STEP**2)),
    (12.0, (_STEP, 1.0, 1 / _STEP)),
    (math.inf, (1.0, 1 / _STEP)),
)


def find_damage(photo: Photo, tools: Tools) -> Chances:
    """Probability of damage (h, w) 0..1 at full resolution, as float16; 0 where the photo is hidden."""
    logits = damage_logits(photo.pixels, tools.network(DETECTOR), tools.progress)
    for rows in row_bands(len(logits), 512):
        logits[rows] = 1 / (1 + np.exp(-np.clip(logits[rows], -30, 30).astype(np.float32)))
    if (hidden := photo.hidden) is not None:
        logits[hidden] = 0
    return logits


def damage_logits(pixels: AnyPixels, network: LookFunction, progress: Progress) -> Chances:
    """The answer (h, w) of `network`, which gives logits (h, w, 1), from several looks at the picture, as float16.

    It is looked at in several sizes, every other time mirrored, and the mean is taken: what is wrong in one look is
    often right in the others. (Best F1 on 40 crops of held-out photographs with the weights of the second round: one
    look 0.505, with its mirror image 0.513, three sizes 0.532, five sizes 0.553.) A large picture is also searched at
    much smaller sizes, because on a fine scan a crack is wider than anything the network was shown; each pixel takes
    the highest answer. In the end doubtful pixels are judged by the colours of the certain ones.
    """
    height, width = pixels.shape[:2]
    groups = sizes_looked_at(width, height)
    found: Chances | None = None
    for sizes, part in zip(groups, progress.split([sum(s * s for s in g) for g in groups]), strict=True):
        mean = np.zeros((height, width), np.float16)
        for number, (size, one) in enumerate(zip(sizes, part.split([s * s for s in sizes]), strict=True)):
            _add_share(mean, _look(network, pixels, size, number % 2 == 1, one), len(sizes))
        found = mean if found is None else np.maximum(found, mean, out=found)
    assert found is not None
    weigh_colours(pixels, found)
    return found


def sizes_looked_at(width: int, height: int) -> list[list[float]]:
    """Times the picture's size; of each group the mean counts, of the groups the highest."""
    looks = next(looks for megapixels, looks in _LOOKS if width * height <= megapixels * 1e6)
    groups, factor = [list(looks)], 0.5
    while max(width, height) * 2 * factor > LARGE_PX:
        groups.append([factor * look for look in looks])
        factor /= 2
    return groups


def _look(network: LookFunction, pixels: AnyPixels, size: float, is_mirrored: bool, progress: Progress) -> Map:
    """Logits of the picture at `size` times its size, at that size."""
    height, width = pixels.shape[:2]
    if size != 1:
        pixels = resized(pixels, (max(1, round(width * size)), max(1, round(height * size))))
    if not is_mirrored:
        return network(pixels, progress)[..., 0]
    return network(mirrored(pixels), progress)[:, ::-1, 0]


def _add_share(mean: Chances, logits: Map, count: int) -> None:
    for box, piece in resized_parts(logits, (mean.shape[1], mean.shape[0])):
        mean[box.slices] += piece / count


def remove_scratches(photo: Photo, settings: ScratchSettings, tools: Tools) -> Photo:
    """Trust the mask a person gave; without one, look for the damage first (the pipeline has mostly done so)."""
    searching, filling = tools.progress.split([3, 1]) if photo.damage is None else (Progress(), tools.progress)
    damage = photo.damage
    if damage is None and photo.edits.automatic:
        damage = find_damage(photo, tools.with_progress(searching))
    mask = make_mask(damage, photo.edits, settings, (photo.height, photo.width))
    give_back_if_large(photo.megapixels)
    if not mask.any():
        return replace(photo, damage=damage, mask=mask)
    holes = touched(mask, min(settings.feather_px, WIDEST_RIM_PX))
    filled = fill_holes(photo.pixels, holes, settings.filler, filling, photo.hidden)
    for rows, weights in feathered_bands(mask, settings.feather_px):
        filling.check_cancelled()
        share = weights[..., None]
        filled[rows] = share * filled[rows] + (1 - share) * photo.pixels[rows]
    return replace(photo.with_pixels(filled), damage=damage, mask=mask)
