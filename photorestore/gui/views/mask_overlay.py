"""The mask as a colour over the photograph: only what is seen is made, pixel by pixel of the screen."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from photorestore.core.geometry import Box
from photorestore.core.mask_layers import DROPPED, FOUND, PAINTED
from photorestore.core.strokes import Plane
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.painting import OVERLAY_COLOURS, Overlay, Pattern

_PAINTED_MORE = 1.35  # what a person painted is denser than what was found
_DROPPED_OPACITY = 0.16
_MARGIN_PX = 4  # made around what is asked for, so that outlines don't end at its edge
_HATCH_PX = 10
_OUTLINE_OPACITY = 0.95
_HATCH_BETWEEN = 0.35  # of the opacity, between the lines


@dataclass(frozen=True)
class Sight:
    """Where the picture lies on the screen, in device pixels: its corner and the pixels for one of the picture."""

    left: int
    top: int
    zoom: float
    ratio: float = 1.0


def overlay_image(editor: MaskEditor, sight: Sight, wanted: Box, overlay: Overlay) -> tuple[Box, QImage] | None:
    """For the device pixels of `wanted`: the box that lies inside the picture, and what to draw there."""
    width, height = (round(side * sight.zoom) for side in editor.size)
    picture = Box(sight.left, sight.top, sight.left + max(1, width), sight.top + max(1, height))
    box = _intersection(wanted, picture)
    if not box.area:
        return None
    around = _intersection(box.grow(_MARGIN_PX), picture)
    kinds = _kinds_on_screen(editor, sight, around)
    colours = _coloured(kinds, overlay, sight, around)
    inner = box.shift(-around.left, -around.top)
    return box, _image_of(np.ascontiguousarray(colours[inner.slices]))


def _kinds_on_screen(editor: MaskEditor, sight: Sight, box: Box) -> Plane:
    """From the level with at most one pixel for one of the screen: a larger one would lose thin scratches."""
    level = 0
    while sight.zoom * 2**level < 1 and level + 1 < editor.level_count:
        level += 1
    scale = sight.zoom * 2**level
    size = [-(-side // 2**level) for side in editor.size]
    columns = _indices(box.left - sight.left, box.width, scale, size[0])
    rows = _indices(box.top - sight.top, box.height, scale, size[1])
    part_box = Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    part = editor.kinds(level, part_box)
    if scale == 1:
        return part
    return part.take(rows - rows[0], axis=0).take(columns - columns[0], axis=1)


def _indices(first: int, count: int, scale: float, size: int) -> npt.NDArray[np.int64]:
    places = (np.arange(first, first + count) + 0.5) / scale
    return np.clip(places.astype(np.int64), 0, size - 1)


def _coloured(kinds: Plane, overlay: Overlay, sight: Sight, box: Box) -> npt.NDArray[np.uint32]:
    if overlay.shows_mask_only:
        black, white = _premultiplied((0, 0, 0), 1.0), _premultiplied((255, 255, 255), 1.0)
        return _table(black, white, white, black).take(kinds)
    colour = OVERLAY_COLOURS[overlay.colour]
    dropped = _premultiplied((255, 255, 255), _DROPPED_OPACITY)
    plain = _table_of(colour, overlay.opacity, dropped)
    if overlay.pattern is Pattern.PLAIN:
        return plain.take(kinds)
    if overlay.pattern is Pattern.HATCH:
        between = _table_of(colour, overlay.opacity * _HATCH_BETWEEN, dropped)
        line = _table_of(colour, min(1.0, overlay.opacity * 2), dropped)
        return np.where(_hatch(sight, box), line.take(kinds), between.take(kinds))
    shapes = cv2.compare(kinds, float(FOUND), cv2.CMP_GE)
    thick = 1 + 2 * max(1, round(sight.ratio))
    inner = cv2.erode(shapes, np.ones((thick, thick), np.uint8))
    edges = kinds * ((shapes > inner) | (kinds == DROPPED)).view(np.uint8)
    return _table_of(colour, _OUTLINE_OPACITY, dropped).take(edges)


def _hatch(sight: Sight, box: Box) -> npt.NDArray[np.bool_]:
    """Slanted lines that move with the picture."""
    period = max(4, round(_HATCH_PX * sight.ratio))
    x = np.arange(box.left - sight.left, box.right - sight.left, dtype=np.int32)
    y = np.arange(box.top - sight.top, box.bottom - sight.top, dtype=np.int32)
    return (x[None] + y[:, None]) % period < period // 3


def _table_of(colour: tuple[int, int, int], opacity: float, dropped: int) -> npt.NDArray[np.uint32]:
    painted = min(1.0, opacity * _PAINTED_MORE)
    return _table(0, _premultiplied(colour, opacity), _premultiplied(colour, painted), dropped)


def _table(ground: int, found: int, painted: int, dropped: int) -> npt.NDArray[np.uint32]:
    table = np.full(256, ground, np.uint32)
    table[[FOUND, PAINTED, DROPPED]] = found, painted, dropped
    return table


def _premultiplied(colour: tuple[int, int, int], opacity: float) -> int:
    red, green, blue = (round(value * opacity) for value in colour)
    return round(255 * opacity) << 24 | red << 16 | green << 8 | blue


def _image_of(colours: npt.NDArray[np.uint32]) -> QImage:
    height, width = colours.shape
    return QImage(colours.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)


def _intersection(a: Box, b: Box) -> Box:
    left, top = max(a.left, b.left), max(a.top, b.top)
    return Box(left, top, max(left, min(a.right, b.right)), max(top, min(a.bottom, b.bottom)))
