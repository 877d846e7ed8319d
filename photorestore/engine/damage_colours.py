"""What colours the damage of a picture has, and which of its doubtful pixels have the same.

Cracks, dust and loss of one photograph mostly show one thing: the paper under the picture, or the lamp behind it. Where
the detector is certain it has learned what that looks like here; so the doubtful rest is judged by its colour too, as
interactive segmentation judges pixels by the colours of a person's strokes (histograms of foreground and background,
Boykov & Jolly 2001, eq. 9).
"""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.photo import Chances, Map
from photorestore.core.pixels16 import AnyPixels, Pixels, bands

CERTAIN, INTACT = 2.5, -3.0  # logits from which, and below which, a pixel is an example
FEWEST, ENOUGH = 60, 600  # examples of damage: with fewer nothing is learned, from so many on it counts in full
MOST = 3.0  # logits that colour can add or take
LEARNED_FROM_PX = 1e6
_SHIFTS = (3, 2, 2)  # of 8-bit CIELAB: 32 levels of lightness, 64 of either colour axis
_BINS = [256 >> shift for shift in _SHIFTS]
_RARE = 2e-4  # added to both shares, so that a colour hardly ever seen says nothing

Bins = tuple[npt.NDArray[np.integer], ...]


def weigh_colours(pixels: AnyPixels, logits: Chances | Map) -> None:
    """Add to `logits` (h, w) of `pixels` (h, w, 3), in place, what the colours say: at most `MOST`.

    Nothing where too few are certain, or where it would more than double the damage: then the examples are likely part
    of the picture, like rock among trees, and all the rock would follow.

    On 100 crops of held-out photographs with synthetic damage, half of them in one colour: best F1 0.679 without and
    0.706 with it; of the damage 37 % is found at one false pixel in a thousand without, 47 % with it.
    """
    evidence = _evidence(pixels, logits)
    if evidence is None:
        return
    for rows in bands(pixels):
        logits[rows] += evidence[_bins(_lab(pixels[rows]))]


def _evidence(pixels: AnyPixels, logits: Chances | Map) -> Map | None:
    """For each bin how much likelier the colour is in damage than elsewhere, as a logarithm."""
    step = math.ceil(math.sqrt(logits.size / LEARNED_FROM_PX))
    sample = logits[::step, ::step]
    certain = sample >= CERTAIN
    count = np.count_nonzero(certain)
    if count < FEWEST:
        return None
    colours = _lab(pixels[::step, ::step])
    damaged, intact = (_shares(colours, chosen) for chosen in (certain, sample < INTACT))
    evidence: Map = np.clip(np.log((damaged + _RARE) / (intact + _RARE)), -MOST, MOST)
    evidence *= np.float32(min(1.0, count / ENOUGH))
    found, raised = sample >= 0, sample + evidence[_bins(colours)] >= 0
    return evidence if np.count_nonzero(raised & ~found) <= np.count_nonzero(found) else None


def _shares(colours: npt.NDArray[np.uint8], chosen: npt.NDArray[np.bool_]) -> Map:
    """Of the `chosen` (h, w), the share in each bin; every one also counts a little in the bins beside its own."""
    counts = cv2.calcHist([colours], [0, 1, 2], chosen.view(np.uint8), _BINS, [0, 256] * 3)
    counts = cv2.GaussianBlur(counts, (0, 0), 1, borderType=cv2.BORDER_CONSTANT)
    lines = counts.reshape(-1, _BINS[2])
    across = cv2.getGaussianKernel(7, 1, cv2.CV_32F)
    lines = cv2.sepFilter2D(lines, -1, across, np.ones(1, np.float32), borderType=cv2.BORDER_CONSTANT)
    return np.asarray(lines.reshape(_BINS) / max(1.0, float(lines.sum())), np.float32)


def _bins(colours: npt.NDArray[np.uint8]) -> Bins:
    return tuple(colours[..., axis] >> shift for axis, shift in enumerate(_SHIFTS))


def _lab(pixels: Pixels) -> npt.NDArray[np.uint8]:
    eight_bit = np.rint(np.clip(pixels, 0, 1) * np.float32(255)).astype(np.uint8)
    return np.asarray(cv2.cvtColor(eight_bit, cv2.COLOR_RGB2LAB), np.uint8)
