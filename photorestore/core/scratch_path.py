"""The way of a scratch between two points: the cheapest path along what is thin and unlike its surroundings."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.defects import Read
from photorestore.core.geometry import Box
from photorestore.core.strokes import Dab

_LONGEST_STRIP = 3000  # columns of the straightened strip: longer lines are searched more coarsely
_ASIDE = 0.12  # how far a path may leave the straight line, as a share of its length
_THINNEST_ASIDE_PX = 24
_RIDGE_PX = 15  # a scratch is thinner than this, in strip pixels
_BEND_COST = 0.15
_PATIENCE = 0.05  # what a step costs where the picture shows nothing at all

Values = npt.NDArray[np.float32]


def follow_scratch(grey: Read, chances: Read | None, a: Dab, b: Dab, width: int, height: int) -> tuple[Dab, ...]:
    """Dabs from `a` to `b` along the scratch, as wide as it is, but never wider than the thicker end.

    `grey` and `chances` give a part of the picture's brightness and of the detector's map.
    """
    length = float(np.hypot(b.x - a.x, b.y - a.y))
    if length < 3:
        return (a, b)
    scale = min(1.0, _LONGEST_STRIP / length)
    half = int(max(_THINNEST_ASIDE_PX, _ASIDE * length * scale))
    strip = _Strip(a, b, scale, half)
    box = strip.bounds(width, height)
    ridge = _ridge(strip.straighten(grey(box), box))
    if chances is not None:
        ridge = np.maximum(ridge, strip.straighten(chances(box), box).astype(np.float32) / 255)
    lateral = _cheapest(np.reciprocal(_PATIENCE + ridge).astype(np.float32))
    largest = max(a.radius, b.radius)
    radius = min(largest, _half_width(ridge, lateral) / scale + 1)
    corners = _simplified(strip.back(lateral))
    return tuple(Dab.at(x, y, radius) for x, y in corners)


class _Strip:
    """The surroundings of a line, turned so that it runs along the middle row."""

    def __init__(self, a: Dab, b: Dab, scale: float, half: int) -> None:
        start, end = np.array([a.x, a.y]) - 0.5, np.array([b.x, b.y]) - 0.5
        self.columns = max(2, round(float(np.hypot(*(end - start))) * scale) + 1)
        self.half = half
        self.along = (end - start) / (self.columns - 1)
        self.aside = np.array([-self.along[1], self.along[0]])
        self.start = start

    def bounds(self, width: int, height: int) -> Box:
        corners = [self.start + column * self.along + side * (self.half + 2) * self.aside
                   for column in (0, self.columns - 1) for side in (-1, 1)]  # fmt: skip
        low, high = np.floor(np.min(corners, 0)).astype(int), np.ceil(np.max(corners, 0)).astype(int)
        return Box(int(low[0]), int(low[1]), int(high[0]) + 1, int(high[1]) + 1).grow(2).clamp(width, height)

    def straighten(self, part: npt.NDArray[np.uint8], box: Box) -> npt.NDArray[np.uint8]:
        corner = self.start - self.half * self.aside - [box.left, box.top]
        to_source = np.array([[self.along[0], self.aside[0], corner[0]], [self.along[1], self.aside[1], corner[1]]])
        how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size = (self.columns, 2 * self.half + 1)
        return cv2.warpAffine(np.ascontiguousarray(part), to_source, size, flags=how, borderMode=cv2.BORDER_REPLICATE)

    def back(self, lateral: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Picture points of a row number for every column."""
        columns = np.arange(self.columns)[:, None]
        return self.start + columns * self.along + (lateral - self.half)[:, None] * self.aside + 0.5


def _ridge(strip: npt.NDArray[np.uint8]) -> Values:
    """0..1: how much a pixel looks like part of a thin bright or dark line along the strip."""
    smooth = cv2.GaussianBlur(strip, (9, 1), 0)
    across = cv2.getStructuringElement(cv2.MORPH_RECT, (1, _RIDGE_PX))
    light = cv2.morphologyEx(smooth, cv2.MORPH_TOPHAT, across)
    dark = cv2.morphologyEx(smooth, cv2.MORPH_BLACKHAT, across)
    strength = cv2.max(light, dark).astype(np.float32)
    return np.minimum(1, strength / max(16.0, float(np.percentile(strength, 99.5))))


def _cheapest(cost: Values) -> npt.NDArray[np.int64]:
    """A row for each column, from the middle to the middle, moving by at most one row a column."""
    rows, columns = cost.shape
    middle = rows // 2
    total = np.full(rows, np.inf, np.float32)
    total[middle] = 0
    came = np.zeros((columns, rows), np.int8)
    bend = np.array([[_BEND_COST], [0.0], [_BEND_COST]], np.float32)
    for column in range(1, columns):
        padded = np.pad(total, 1, constant_values=np.inf)
        ways = np.stack([padded[:-2], padded[1:-1], padded[2:]]) + bend
        best = ways.argmin(0)
        came[column] = best - 1
        total = np.take_along_axis(ways, best[None], 0)[0] + cost[:, column]
    lateral = np.full(columns, middle, np.int64)
    for column in range(columns - 1, 0, -1):
        lateral[column - 1] = lateral[column] + came[column, lateral[column]]
    return lateral


def _half_width(ridge: Values, lateral: npt.NDArray[np.int64]) -> float:
    """Half of the width at half the height of the mean profile across the path."""
    reach = _RIDGE_PX // 2 + 1
    offsets = np.arange(-reach, reach + 1)
    rows = np.clip(lateral[None] + offsets[:, None], 0, len(ridge) - 1)
    profile = np.median(ridge[rows, np.arange(ridge.shape[1])], axis=1)
    return max(0.5, float((profile >= profile[reach] / 2).sum()) / 2)


def _simplified(points: npt.NDArray[np.float64]) -> list[tuple[float, float]]:
    corners = cv2.approxPolyDP(points.astype(np.float32)[:, None], 0.5, closed=False)
    return [(float(x), float(y)) for x, y in corners[:, 0]]
