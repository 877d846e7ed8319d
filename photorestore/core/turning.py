"""Quarter turns clockwise of sizes, points, boxes and planes. `width` and `height` are those before the turn."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from photorestore.core.geometry import Box

_Number = TypeVar("_Number", bound=np.generic)


def turned_size(width: int, height: int, turns: int) -> tuple[int, int]:
    return (height, width) if turns % 2 else (width, height)


def turned_point(x: float, y: float, width: int, height: int, turns: int) -> tuple[float, float]:
    """In picture pixels: the corner of the picture is (0, 0), so that turning back gives the same numbers."""
    places = ((x, y), (height - y, x), (width - x, height - y), (y, width - x))
    return places[turns % 4]


def turned_box(box: Box, width: int, height: int, turns: int) -> Box:
    ends = [turned_point(*corner, width, height, turns) for corner in (box[:2], box[2:])]
    (left, right), (top, bottom) = (sorted(int(value) for value in values) for values in zip(*ends, strict=True))
    return Box(left, top, right, bottom)


def turned_plane(plane: npt.NDArray[_Number], turns: int) -> npt.NDArray[_Number]:
    """(h, w) or (h, w, 3)."""
    turned: npt.NDArray[Any] = np.rot90(plane, -turns)
    return np.ascontiguousarray(turned)
