"""From a map of probabilities and a person's strokes to the mask of what is repainted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.geometry import area_bands, row_bands
from photorestore.core.photo import Chances, Map, Mask, MaskEdits
from photorestore.core.pixels16 import BAND_PX
from photorestore.core.stages import ScratchSettings
from photorestore.core.strokes import Plane

LIKELY_ODDS, LIKELY_SHARE = 4.0, 0.05  # of a long spot: so many times the threshold's odds, on such a share of it
CERTAIN_ODDS, CERTAIN_SHARE = 8.0, 0.3  # of a compact one
THICK_PX, THICK_REACH_PX, THICK_SHARE = 9, 32, (3, 10)  # parts that a square of so many pixels fits into; around it
BAND_ROWS = 512  # looked at together
_CONTEXT_ROWS = THICK_REACH_PX + 2 * THICK_PX  # on which whether a pixel counts depends
LONG = 25.0  # rim squared over area, about twice the length over the width: 13 for a disc, 40 for a line of 20 widths

Counts = npt.NDArray[np.integer]


@dataclass(frozen=True)
class SpotCounts:
    """Of every spot, in pixels: all of it, its outermost ones, and those above the two higher bounds."""

    area: Counts
    rim: Counts
    likely: Counts
    certain: Counts


def make_mask(damage: Chances | None, edits: MaskEdits, settings: ScratchSettings, shape: tuple[int, int]) -> Mask:
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


def find_spots(damage: Chances, threshold: float, minimum_px: int) -> Mask:
    """The 8-connected spots above `threshold` that are damage by their size, their shape and how certain they are."""
    certain = certain_from(threshold)
    over, rims = np.empty(damage.shape, bool), []
    for rows in row_bands(len(damage), BAND_ROWS):
        over[rows], rim = spots_in_rows(damage, rows, threshold, certain)
        rims.append(rim[over[rows]])
    chances = damage[over]
    return keep_spots(over, np.concatenate(rims), chances >= likely_from(threshold), chances >= certain, minimum_px)


def spots_in_rows(damage: Chances | Plane, rows: slice, threshold: float, certain: float) -> tuple[Mask, Mask]:
    """What is above the threshold and not doubtful in these rows, and its rim."""
    above = min(rows.start, _CONTEXT_ROWS)
    inner = slice(above, above + rows.stop - rows.start)
    part = damage[rows.start - above : rows.stop + _CONTEXT_ROWS]
    over = part >= threshold
    if over.any():
        over = without_doubtful(over, part >= certain)
    return over[inner], rim_of(over)[inner]


def without_doubtful(over: Mask, certain: Mask) -> Mask:
    """Leaves out thick parts of which little is certain nearby, also when a crack runs into them: collars and bows.

    Of the thick parts found on held-out photographs, 20 of 35 wrong ones go so, and 27 of 93 right ones. That costs
    0.2 dB of what filling gains; but a person minds a collar that is gone more than a stain that is left.
    """
    square = np.ones((THICK_PX, THICK_PX), np.uint8)
    thick = cv2.morphologyEx(over.view(np.uint8), cv2.MORPH_OPEN, square)
    if not thick.any():
        return over
    window = (2 * THICK_REACH_PX + 1,) * 2
    amount, sure = (
        cv2.boxFilter(part, cv2.CV_16U, window, normalize=False, borderType=cv2.BORDER_CONSTANT)
        for part in (thick, thick & certain.view(np.uint8))
    )
    few, many = THICK_SHARE  # as a fraction of whole numbers: a large scan has no room for floats
    doubtful = thick & (np.multiply(sure, many, out=sure) < np.multiply(amount, few, out=amount)).view(np.uint8)
    return over & ~cv2.dilate(doubtful, square).view(np.bool_)


def keep_spots(over: Mask, rim: Mask, likely: Mask, certain: Mask, minimum_px: float) -> Mask:
    """The spots of `over` that are damage. `rim`, `likely` and `certain` (n,) tell of its n pixels, in their order.

    Counted over their own pixels: OpenCV's statistics also look at all the others, which takes 60 times as long.
    """
    if not over.any():
        return over
    count, labels = cv2.connectedComponents(over.view(np.uint8), connectivity=8, ltype=cv2.CV_32S)
    spots = labels[over]
    chosen = (spots, spots[rim], spots[likely], spots[certain])
    keep = are_damage(SpotCounts(*(np.bincount(each, minlength=count) for each in chosen)), minimum_px)
    keep[0] = False
    return keep[labels]


def are_damage(spots: SpotCounts, minimum_px: float) -> Mask:
    """Which spots are damage: a long one is a crack if it is likely in places, a compact one must be certain in parts.

    White flowers and collars are what a detector errs on most, and they are compact. On 36 crops of held-out
    photographs with synthetic damage, filling what was found gained 1.84 dB with this rule and 1.63 dB when long spots
    had to be as certain as others.
    """
    is_long = spots.rim.astype(np.float64) ** 2 >= LONG * spots.area
    is_crack = is_long & (spots.likely >= np.maximum(1, LIKELY_SHARE * spots.area))
    return (spots.area >= minimum_px) & (is_crack | (spots.certain >= np.maximum(1, CERTAIN_SHARE * spots.area)))


def rim_of(over: Mask) -> Mask:
    """Its pixels with a direct neighbour outside; the picture's edge counts as inside."""
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    inner = cv2.erode(over.view(np.uint8), cross, borderType=cv2.BORDER_CONSTANT, borderValue=1)
    return np.greater(over, inner.view(np.bool_))


def likely_from(threshold: float) -> float:
    return _at_odds(LIKELY_ODDS, threshold)


def certain_from(threshold: float) -> float:
    """The probability whose odds are `CERTAIN_ODDS` times those of the threshold: 0.97 for 0.8, 0.07 for 0.01."""
    return _at_odds(CERTAIN_ODDS, threshold)


def _at_odds(factor: float, threshold: float) -> float:
    odds = factor * threshold / (1 - threshold)
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
    if feather_px <= 0 or not mask.any():
        return hard
    reach = _feather_reach(feather_px)
    soft = cv2.GaussianBlur(grow(mask, reach).astype(np.float32), (0, 0), feather_px)
    return np.maximum(hard, soft * grow(mask, 2 * reach))


def touched(mask: Mask, feather_px: float) -> Mask:
    """Where `feathered` is above 0."""
    return grow(mask, 2 * _feather_reach(feather_px)) if feather_px > 0 else mask


def feathered_rows(mask: Mask, rows: slice, feather_px: float) -> Map:
    """These rows of what `feathered` gives, in memory for them alone."""
    margin = _feather_margin(feather_px)
    top = max(0, rows.start - margin)
    weights = feathered(mask[top : rows.stop + margin], feather_px)
    return weights[rows.start - top : rows.stop - top]


def feathered_bands(mask: Mask, feather_px: float) -> Iterator[tuple[slice, Map]]:
    """The rows, in bands, where `feathered` is above 0, with what it gives there.

    A wide feather reads many rows around a band, so as many are made together.
    """
    height, width = mask.shape
    for made in row_bands(height, max(_feather_margin(feather_px), BAND_PX // width)):
        weights = feathered_rows(mask, made, feather_px)
        for part in area_bands(len(weights), width, BAND_PX):
            if weights[part].any():
                yield slice(made.start + part.start, made.start + part.stop), weights[part]


def shrunk(mask: Mask, size: tuple[int, int]) -> Mask:
    """At a smaller `size` (width, height); what is touched counts."""
    return cv2.resize(mask * np.uint16(65535), size, interpolation=cv2.INTER_AREA) > 0


def _feather_reach(feather_px: float) -> int:
    return max(1, round(feather_px))


def _feather_margin(feather_px: float) -> int:
    """Rows around some that decide on their weights."""
    return ceil(4 * feather_px) + 2 * _feather_reach(feather_px) + 1  # OpenCV's kernels reach 4 sigma
