"""Translation by our own network: any size, in tiles, in time that grows with the pixels."""

from __future__ import annotations

import cv2
import numpy as np

from photorestore.core.photo import Mask, Pixels
from photorestore.engine.tools import Tools

TRANSLATOR = "translator"
LONGEST_PX = 3000  # of a side; on a finer scan grain and cracks are wider than anything the network was shown


def translate_bundled(pixels: Pixels, holes: Mask, tools: Tools, wanted: Mask | None = None) -> Pixels:
    """`holes` are filled already and may be improved. A larger photo is worked on at this size and keeps what is
    finer, except in its holes. `UserError` when the weights are missing.

    With `wanted`, only tiles that have such pixels are translated, so that the time grows with them; the others stay.
    """
    height, width = holes.shape
    share = min(1.0, LONGEST_PX / max(height, width))
    if share == 1:
        change = _change(pixels, holes, wanted, tools)
    else:
        size = max(1, round(width * share)), max(1, round(height * share))
        small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.float32)
        change = _change(small, _shrunk(holes, size), None if wanted is None else _shrunk(wanted, size), tools)
        change = np.asarray(cv2.resize(change, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)
    change += pixels
    return np.clip(change, 0, 1, out=change)


def _shrunk(mask: Mask, size: tuple[int, int]) -> Mask:
    """To width and height; what is touched counts."""
    return np.asarray(cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0)


def _change(pixels: Pixels, holes: Mask, wanted: Mask | None, tools: Tools) -> Pixels:
    planes = np.dstack([pixels, holes.astype(np.float32)])
    return tools.network(TRANSLATOR)(planes, tools.progress, wanted=wanted)
