"""Translation by our own network: any size, in tiles, in time that grows with the pixels."""

from __future__ import annotations

import cv2
import numpy as np

from photorestore.core.geometry import plan_tiles
from photorestore.core.photo import Mask, Pixels
from photorestore.engine.tools import Tools

TRANSLATOR = "translator"
PATCH_PX, CONTEXT_PX = 384, 128  # around holes
LONGEST_PX = 3000  # of a side; on a finer scan grain and cracks are wider than anything the network was shown


def translate_bundled(pixels: Pixels, holes: Mask, tools: Tools) -> Pixels:
    """`holes` are filled already and may be improved. A larger photo is worked on at this size and keeps what is
    finer, except in its holes. `UserError` when the weights are missing."""
    height, width = holes.shape
    share = min(1.0, LONGEST_PX / max(height, width))
    if share == 1:
        change = _change(pixels, holes.astype(np.float32), tools)
    else:
        size = max(1, round(width * share)), max(1, round(height * share))
        small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.float32)
        small_holes = cv2.resize(holes.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0
        change = _change(small, small_holes.astype(np.float32), tools)
        change = np.asarray(cv2.resize(change, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)
    change += pixels
    return np.clip(change, 0, 1, out=change)


def redraw_holes(pixels: Pixels, holes: Mask, tools: Tools) -> Pixels:
    """The same, near `holes` only: the time grows with them. What lies farther from them stays as it is."""
    drawn = pixels.copy()
    height, width = holes.shape
    tiles = [t for t in plan_tiles(width, height, PATCH_PX, CONTEXT_PX) if holes[t.source.slices].any()]
    for tile, progress in zip(tiles, tools.progress.split([t.source.area for t in tiles]), strict=True):
        here = tile.source.slices
        patch = translate_bundled(pixels[here], holes[here], tools.with_progress(progress))
        drawn[tile.target.slices] = patch[tile.target.shift(-tile.source.left, -tile.source.top).slices]
    return drawn


def _change(pixels: Pixels, holes: Pixels, tools: Tools) -> Pixels:
    return tools.network(TRANSLATOR)(np.dstack([pixels, holes]), tools.progress)
