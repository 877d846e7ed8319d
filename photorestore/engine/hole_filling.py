"""Fill holes from their surroundings. Classical methods now; learned ones will stand in the same table."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from photorestore.core.geometry import plan_tiles
from photorestore.core.photo import Mask, Pixels
from photorestore.core.pixels16 import AnyPixels
from photorestore.core.progress import Progress

Filler = Callable[[Pixels, Mask], Pixels]

TILE_PX = 768
CONTEXT_PX = 96  # a hole wider than this is filled from what lies nearer
RADIUS_PX = 3.0
# OpenCV's Telea adds a direction of length 1 and rounds by 0.5, whatever the range: with 0..1 it paints noise. In this
# range both vanish (measured: hole 9.3 dB with 0..1, 23.15 with 0..255, 23.22 so).
FULL_SCALE = np.float32(65535)


def _inpaint(method: int) -> Filler:
    def fill(pixels: Pixels, holes: Mask) -> Pixels:
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


def fill_holes(pixels: AnyPixels, holes: Mask, method: str, progress: Progress) -> AnyPixels:
    """A copy in which every hole is filled; other pixels are equal bit for bit. Works tile by tile around the holes."""
    filled = pixels.copy()
    height, width = holes.shape
    tiles = [t for t in plan_tiles(width, height, TILE_PX, CONTEXT_PX) if holes[t.target.slices].any()]
    for number, tile in enumerate(tiles):
        progress.report(number / len(tiles))
        rows, columns = tile.source.slices
        window = holes[rows, columns]
        if window.all():  # nothing to fill from: leave what is there
            continue
        patch = FILLERS[method](np.ascontiguousarray(pixels[rows, columns]), window)
        inner = tile.target.shift(-tile.source.left, -tile.source.top).slices
        here = holes[tile.target.slices][..., None]
        filled[tile.target.slices] = np.where(here, patch[inner], pixels[tile.target.slices])
    progress.report(1.0)
    return filled
