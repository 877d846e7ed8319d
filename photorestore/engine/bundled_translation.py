"""Translation by our own network: any size, in tiles, in time that grows with the pixels."""

from __future__ import annotations

import cv2
import numpy as np

from photorestore.core.photo import Mask, Pixels
from photorestore.engine.tools import Tools

TRANSLATOR = "translator"
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


def _change(pixels: Pixels, holes: Pixels, tools: Tools) -> Pixels:
    return tools.network(TRANSLATOR)(np.dstack([pixels, holes]), tools.progress)
