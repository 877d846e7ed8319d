"""From a map of probabilities and a person's strokes to the mask of what is repainted."""

from __future__ import annotations

import cv2
import numpy as np

from photorestore.core.photo import Map, Mask, MaskEdits
from photorestore.core.stages import ScratchSettings


def make_mask(damage: Map | None, edits: MaskEdits, settings: ScratchSettings, shape: tuple[int, int]) -> Mask:
    """Threshold, drop small spots, grow; then the person's strokes, which always win and are never grown.

    `damage` is None when nobody asked the detector; `shape` is (h, w).
    """
    mask = np.zeros(shape, bool)
    if damage is not None and edits.automatic:
        mask = grow(remove_small(damage >= settings.threshold, settings.minimum_px), settings.grow_px)
    if edits.added is not None:
        mask = mask | edits.added
    if edits.erased is not None:
        mask = mask & ~edits.erased
    return mask


def remove_small(mask: Mask, minimum_px: int) -> Mask:
    """Without the 8-connected spots of fewer than `minimum_px` pixels."""
    if minimum_px <= 1 or not mask.any():
        return mask
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    keep = statistics[:, cv2.CC_STAT_AREA] >= minimum_px
    keep[0] = False
    return keep[labels]


def grow(mask: Mask, radius_px: int) -> Mask:
    """Every pixel within `radius_px` of the mask, by a round brush."""
    if radius_px == 0 or not mask.any():
        return mask
    brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius_px + 1, 2 * radius_px + 1))
    return cv2.dilate(mask.astype(np.uint8), brush).astype(bool)


def feathered(mask: Mask, feather_px: float) -> Map:
    """Weights 0..1: 1 in the mask, falling to 0 within about 2 `feather_px` outside it."""
    hard = mask.astype(np.float32)
    if feather_px <= 0:
        return hard
    reach = max(1, round(feather_px))
    soft = cv2.GaussianBlur(grow(mask, reach).astype(np.float32), (0, 0), feather_px)
    return np.maximum(hard, soft * grow(mask, 2 * reach))
