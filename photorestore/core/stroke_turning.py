"""Strokes turned together with the picture under them."""

from __future__ import annotations

from dataclasses import replace

from photorestore.core.strokes import Dab, Path, Polygon, Shape, Stamp, Stroke
from photorestore.core.turning import turned_box, turned_plane, turned_point


def turned_stroke(stroke: Stroke, width: int, height: int, turns: int) -> Stroke:
    """By quarter turns clockwise; `width` and `height` are the picture's before it. Turning back gives the same."""
    return replace(stroke, shape=_turned(stroke.shape, width, height, turns))


def _turned(shape: Shape, width: int, height: int, turns: int) -> Shape:
    match shape:
        case Path(dabs, softness):
            moved = tuple(Dab(*turned_point(dab.x, dab.y, width, height, turns), dab.radius) for dab in dabs)
            return Path(moved, softness)
        case Polygon(corners):
            return Polygon(tuple(turned_point(*corner, width, height, turns) for corner in corners))
        case Stamp(box):
            place = turned_box(box, width, height, turns)
            return Stamp.of(turned_plane(shape.cover(), turns), place.left, place.top)
        case _:
            return shape
