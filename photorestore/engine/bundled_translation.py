"""Translation by our own network: any size, in tiles, in time that grows with the pixels."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from photorestore.core.geometry import Box
from photorestore.core.mask import shrunk
from photorestore.core.photo import Mask, Pixels
from photorestore.engine.resizing import resized_part
from photorestore.engine.tone import View, reduced_view
from photorestore.engine.tools import Tools

TRANSLATOR = "translator"
LONGEST_PX = 3000  # of a side; on a finer scan grain and cracks are wider than anything the network was shown
Rows = Callable[[slice], Pixels]  # rows of the picture, made when asked for


def translate_bundled(pixels: View, holes: Mask, tools: Tools, wanted: Mask | None = None) -> Rows:
    """`holes` are filled already and may be improved. A larger photo is worked on at this size and keeps what is
    finer, except in its holes. `UserError` when the weights are missing.

    With `wanted`, only tiles that have such pixels are translated, so that the time grows with them; the others stay.
    """
    height, width = holes.shape
    share = min(1.0, LONGEST_PX / max(height, width))
    size = (width, height) if share == 1 else (max(1, round(width * share)), max(1, round(height * share)))
    small = pixels[:] if share == 1 else reduced_view(pixels, size)
    if share < 1:
        holes, wanted = shrunk(holes, size), None if wanted is None else shrunk(wanted, size)
    planes = np.dstack([small, holes.astype(np.float32)])
    change = tools.network(TRANSLATOR)(planes, tools.progress, wanted=wanted)

    def rows_of(rows: slice) -> Pixels:
        box = Box(0, rows.start, width, rows.stop)
        part = change[rows] if share == 1 else resized_part(change, (width, height), box, cv2.INTER_CUBIC)
        return np.asarray((pixels[rows] + part).clip(0, 1), np.float32)

    return rows_of
