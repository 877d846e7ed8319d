"""Fill holes from their surroundings. Classical methods now; learned ones will stand in the same table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from photorestore.core.geometry import Box, plan_tiles, row_bands
from photorestore.core.photo import Map, Mask, Pixels
from photorestore.core.pixels16 import AnyPixels
from photorestore.core.progress import Progress

Filler = Callable[[Pixels, Mask], Pixels]

TILE_PX = 768
CONTEXT_PX = 96
DEEP_PX = CONTEXT_PX // 2  # farther than this from anything intact a hole is filled on a smaller picture
RADIUS_PX = 3.0
# OpenCV's Telea adds a direction of length 1 and rounds by 0.5, whatever the range: with 0..1 it paints noise. In this
# range both vanish (measured: hole 9.3 dB with 0..1, 23.15 with 0..255, 23.22 so).
FULL_SCALE = np.float32(65535)


def _inpaint(method: int) -> Filler:
    def fill(pixels: Pixels, holes: Mask) -> Pixels:
        if len(pixels) == 1:  # of which OpenCV makes no numbers
            return fill(pixels.repeat(3, axis=0), holes.repeat(3, axis=0))[1:2]
        planes = (plane * FULL_SCALE for plane in cv2.split(pixels))
        filled = cv2.merge([cv2.inpaint(plane, holes.astype(np.uint8), RADIUS_PX, method) for plane in planes])
        return np.clip(filled / FULL_SCALE, 0, 1)

    return fill


# Telea 2004, "An image inpainting technique based on the fast marching method"; Bertalmio et al. 2001, "Navier-Stokes,
# fluid dynamics, and image and video inpainting".
FILLERS: dict[str, Filler] = {
    "telea": _inpaint(cv2.INPAINT_TELEA),
    "navier-stokes": _inpaint(cv2.INPAINT_NS),
}


def fill_holes(
    pixels: AnyPixels, holes: Mask, method: str, progress: Progress, hidden: Mask | None = None
) -> AnyPixels:
    """A copy in which every hole is filled; other pixels are equal bit for bit. Works tile by tile around the holes.

    What lies deep in wide holes comes from the whole picture made small, so that no tile ends in the middle of a hole.
    Nothing is taken from what is `hidden`, and it stays. Where nothing is intact all stays.
    """
    filled = pixels.copy()
    height, width = holes.shape
    unknown, holes = (holes, holes) if hidden is None else (holes | hidden, holes & ~hidden)
    if unknown.all():
        return filled
    tiles = [t for t in plan_tiles(width, height, TILE_PX, CONTEXT_PX) if holes[t.target.slices].any()]
    depths = _fill_depths(pixels, unknown, method, progress) if max(width, height) > TILE_PX else None
    for number, tile in enumerate(tiles):
        progress.report(number / len(tiles))
        rows, columns = tile.source.slices
        window, start = unknown[rows, columns], np.array(pixels[rows, columns])
        if depths is not None:
            deep, drawn = depths.at(tile.source)
            start[deep] = drawn[deep]
            window = window & ~deep
        patch = FILLERS[method](start, window)
        inner = tile.target.shift(-tile.source.left, -tile.source.top).slices
        here = holes[tile.target.slices][..., None]
        filled[tile.target.slices] = np.where(here, patch[inner], pixels[tile.target.slices])
    progress.report(1.0)
    return filled


@dataclass(frozen=True)
class _Depths:
    """The picture `step` times smaller with all holes filled (h, w, 3), and which of its pixels are deep in a hole."""

    small: Pixels
    deep: Mask
    step: int

    def at(self, box: Box) -> tuple[Mask, Pixels]:
        """Which pixels of `box` are deep in a hole, and what was drawn there."""
        rows, columns = (np.arange(s.start, s.stop) // self.step for s in box.slices)
        place = (np.array((box.left, box.top)) + 0.5) / self.step - 0.5
        to_small = np.array([[1 / self.step, 0, place[0]], [0, 1 / self.step, place[1]]])
        how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        drawn = cv2.warpAffine(
            self.small, to_small, (len(columns), len(rows)), flags=how, borderMode=cv2.BORDER_REPLICATE
        )
        return self.deep[np.ix_(rows, columns)], np.asarray(drawn, np.float32)


def _fill_depths(pixels: AnyPixels, holes: Mask, method: str, progress: Progress) -> _Depths | None:
    """None if no hole is so wide."""
    step = -(-max(holes.shape) // TILE_PX)
    small, share = _made_small(pixels, holes, step, progress)
    is_hole = share == 0
    inner = cv2.erode(is_hole.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=-(-DEEP_PX // step))
    if not inner.any():
        return None
    return _Depths(FILLERS[method](small, is_hole), inner.astype(bool), step)


def _made_small(pixels: AnyPixels, holes: Mask, step: int, progress: Progress) -> tuple[Pixels, Map]:
    """Means of what is intact in squares of `step` pixels, and how many pixels those are."""
    height, width = holes.shape
    columns = np.arange(0, width, step)
    sums, counts = [], []
    for rows in row_bands(height, step * max(1, 256 // step)):
        progress.check_cancelled()
        intact = ~holes[rows]
        starts = np.arange(0, len(intact), step)
        band = np.asarray(pixels[rows]) * intact[..., None]
        sums.append(np.add.reduceat(np.add.reduceat(band, starts, 0), columns, 1))
        counts.append(np.add.reduceat(np.add.reduceat(intact.astype(np.float32), starts, 0), columns, 1))
    count = np.concatenate(counts)
    return np.concatenate(sums) / np.maximum(count, 1)[..., None], count
