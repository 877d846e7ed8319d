"""From a map of probabilities and a person's strokes to the mask of what is repainted."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.photo import Map, Mask, MaskEdits
from photorestore.core.stages import ScratchSettings

CERTAIN_ODDS = 8.0
CERTAIN_SHARE = 0.15

Counts = npt.NDArray[np.integer]


def make_mask(damage: Map | None, edits: MaskEdits, settings: ScratchSettings, shape: tuple[int, int]) -> Mask:
    """Threshold, drop doubtful and small spots, grow; then the person's strokes, which win and are never grown.

    `damage` is None when nobody asked the detector; `shape` is (h, w).
    """
    mask = np.zeros(shape, bool)
    if damage is not None and edits.automatic:
        mask = grow(find_spots(damage, settings.threshold, settings.minimum_px), settings.grow_px)
    if edits.added is not None:
        mask = mask | edits.added
    if edits.erased is not None:
        mask = mask & ~edits.erased
    return mask


def find_spots(damage: Map, threshold: float, minimum_px: int) -> Mask:
    """The 8-connected spots above `threshold` that have `minimum_px` pixels and a part that is nearly certain.

    A crack is certain along its middle, a twig nowhere. Measured on 36 crops of held-out photographs with synthetic
    damage, filling what was found gained 1.8 dB with this rule at 0.65 and 1.6 dB at 0.8; of the four cracked real
    photographs more heals than with stricter ones.
    """
    return keep_spots(damage >= threshold, damage >= certain_from(threshold), minimum_px)


def keep_spots(over: Mask, certain: Mask, minimum_px: float) -> Mask:
    """The spots of `over` that are damage; `certain` is where it is nearly certain.

    Counted over their own pixels: OpenCV's statistics also look at all the others, which takes 60 times as long.
    """
    if not over.any():
        return over
    count, labels = cv2.connectedComponents(over.view(np.uint8), connectivity=8, ltype=cv2.CV_32S)
    area = np.bincount(labels[over], minlength=count)
    keep = are_damage(area, np.bincount(labels[certain], minlength=count), minimum_px)
    keep[0] = False
    return keep[labels]


def are_damage(area: Counts, certain: Counts, minimum_px: float) -> Mask:
    """Of spots with so many pixels, so many of them nearly certain: which are damage."""
    return (area >= minimum_px) & (certain >= CERTAIN_SHARE * area) & (certain > 0)


def certain_from(threshold: float) -> float:
    """The probability whose odds are `CERTAIN_ODDS` times those of the threshold: 0.97 for 0.8, 0.07 for 0.01."""
    odds = CERTAIN_ODDS * threshold / (1 - threshold)
    return odds / (1 + odds)


def grow(mask: Mask, radius_px: int) -> Mask:
    """Every pixel within `radius_px` of the mask, by a round brush."""
    if radius_px == 0 or not mask.any():
        return mask
    brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius_px + 1, 2 * radius_px + 1))
    return cv2.dilate(mask.view(np.uint8), brush).view(np.bool_)


def feathered(mask: Mask, feather_px: float) -> Map:
    """Weights 0..1: 1 in the mask, falling to 0 within about 2 `feather_px` outside it."""
    hard = mask.astype(np.float32)
    if feather_px <= 0:
        return hard
    reach = max(1, round(feather_px))
    soft = cv2.GaussianBlur(grow(mask, reach).astype(np.float32), (0, 0), feather_px)
    return np.maximum(hard, soft * grow(mask, 2 * reach))
