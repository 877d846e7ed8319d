"""Find damage and fill it from its surroundings. Outside the mask (its feathered edge aside) nothing changes."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from photorestore.core.mask import feathered, make_mask
from photorestore.core.photo import Map, Photo
from photorestore.core.progress import Progress
from photorestore.core.stages import ScratchSettings
from photorestore.engine.hole_filling import fill_holes
from photorestore.engine.inference import Network
from photorestore.engine.tools import Tools

DETECTOR = "detector"
LARGE_PX = 2000  # long side from which the detector also looks at half the size, and at half of that, and so on


def find_damage(photo: Photo, tools: Tools) -> Map:
    """Probability of damage (h, w) 0..1 at full resolution.

    It is looked at as it is and mirrored, and the mean is taken: what is wrong in one look is often right in the other
    (area under the curve 0.925 with one, 0.930 with two, on pairs that nothing was trained on). A large picture is also
    searched at reduced sizes, because on a fine scan a crack is wider than anything the network was shown; each pixel
    takes the highest answer.
    """
    network = tools.network(DETECTOR)
    scales = pyramid_scales(photo.width, photo.height)
    found = np.zeros((photo.height, photo.width), np.float32)
    for scale, progress in zip(scales, tools.progress.split([s * s for s in scales]), strict=True):
        found = np.maximum(found, _probability(network, photo, scale, progress))
    return found


def pyramid_scales(width: int, height: int) -> list[float]:
    scales = [1.0]
    while max(width, height) * scales[-1] > LARGE_PX:
        scales.append(scales[-1] / 2)
    return scales


def _probability(network: Network, photo: Photo, scale: float, progress: Progress) -> Map:
    size = (max(1, round(photo.width * scale)), max(1, round(photo.height * scale)))
    pixels = photo.pixels if scale == 1.0 else cv2.resize(photo.pixels, size, interpolation=cv2.INTER_AREA)
    plain, mirrored = progress.split([1, 1])
    looks = network(pixels, plain)[..., 0], network(pixels[:, ::-1], mirrored)[:, ::-1, 0]
    logits = cv2.addWeighted(looks[0], 0.5, np.ascontiguousarray(looks[1]), 0.5, 0)
    if scale != 1.0:
        logits = cv2.resize(logits, (photo.width, photo.height), interpolation=cv2.INTER_LINEAR)
    return (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).astype(np.float32)


def remove_scratches(photo: Photo, settings: ScratchSettings, tools: Tools) -> Photo:
    """Trust the mask a person gave; without one, look for the damage first (the pipeline has mostly done so)."""
    searching, filling = tools.progress.split([3, 1]) if photo.damage is None else (Progress(), tools.progress)
    damage = photo.damage
    if damage is None and photo.edits.automatic:
        damage = find_damage(photo, tools.with_progress(searching))
    mask = make_mask(damage, photo.edits, settings, (photo.height, photo.width))
    if not mask.any():
        return replace(photo, damage=damage, mask=mask)
    weights = feathered(mask, settings.feather_px)
    filled = fill_holes(photo.pixels, weights > 0, settings.filler, filling)
    filled -= photo.pixels  # in place: a large scan fits in memory only a few times
    filled *= weights[..., None]
    filled += photo.pixels
    return replace(photo.with_pixels(filled), damage=damage, mask=mask)
