"""Prints on a scanned album page: the box of each, and the straight picture inside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.photo import Pixels

_STRAIGHT = 0.02  # degrees: less moves the corners of a 100 MP scan by 2 px, and cutting without turning is exact


@dataclass(frozen=True)
class Print:
    """A rectangle that may be turned, in pixels of the scan; found or drawn by hand, it is the same value.

    (`x`, `y`) is the centre; `angle` is in degrees, clockwise as seen on the screen, -45 up to 45 for boxes we find.
    """

    x: float
    y: float
    width: float
    height: float
    angle: float = 0.0

    def __post_init__(self) -> None:
        if not np.isfinite([self.x, self.y, self.width, self.height, self.angle]).all():
            raise ValueError(f"a print's box must have finite numbers: {self}")
        if self.width <= 0 or self.height <= 0:
            raise ValueError(f"a print must have a width and a height above 0: {self}")

    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def corners(self) -> npt.NDArray[np.float32]:
        """(4, 2): top left, top right, bottom right, bottom left of the upright print."""
        along, down = self._axes()
        centre = np.array([self.x, self.y])
        half_width, half_height = along * self.width / 2, down * self.height / 2
        signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        return np.array([centre + h * half_width + v * half_height for h, v in signs], np.float32)

    def scaled(self, factor: float) -> Print:
        """The same box on the same scan at another size."""
        return replace(
            self, x=self.x * factor, y=self.y * factor, width=self.width * factor, height=self.height * factor
        )

    def upright(self) -> Print:
        """The same rectangle with an angle from -45 up to 45; width and height change places where they must."""
        turns = int(np.floor((self.angle + 45) / 90))
        sides = (self.width, self.height) if turns % 2 == 0 else (self.height, self.width)
        return replace(self, width=sides[0], height=sides[1], angle=self.angle - 90 * turns)

    def overlap(self, other: Print) -> float:
        """Area in common divided by the area of both together (IoU), 0..1."""
        common = self.area_in(other)
        return common / (self.area + other.area - common)

    def area_in(self, other: Print) -> float:
        """The area in common, px²."""
        origin = np.array([self.x, self.y], np.float32)  # near zero, because OpenCV computes in float32
        kind, points = cv2.rotatedRectangleIntersection(self._as_opencv(origin), other._as_opencv(origin))
        if kind == cv2.INTERSECT_NONE or points is None:
            return 0.0
        return float(cv2.contourArea(cv2.convexHull(points)))

    def _as_opencv(self, origin: npt.NDArray[np.float32]) -> tuple[tuple[float, float], tuple[float, float], float]:
        return (self.x - float(origin[0]), self.y - float(origin[1])), (self.width, self.height), self.angle

    def _axes(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        turn = np.deg2rad(self.angle)
        return np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])


def cut_print(pixels: Pixels, box: Print) -> Pixels:
    """The print straight and at full resolution. Where the box leaves the scan, the scan's edge is continued."""
    width, height = max(1, round(box.width)), max(1, round(box.height))
    if abs(box.angle) < _STRAIGHT:
        return _cut_straight(pixels, round(box.x - width / 2), round(box.y - height / 2), width, height)
    low, high = box.corners.min(axis=0), box.corners.max(axis=0)
    left, top = int(np.floor(low[0])) - 3, int(np.floor(low[1])) - 3
    right, bottom = int(np.ceil(high[0])) + 3, int(np.ceil(high[1])) + 3
    around = _cut_straight(pixels, left, top, right - left, bottom - top)  # OpenCV turns no picture over 32767 px
    along, down = box._axes()
    matrix = np.empty((2, 3))
    matrix[:, 0], matrix[:, 1] = along, down
    start = box.corners[0] - (left, top) + (along + down - 1) / 2  # a pixel's number is that of its centre
    matrix[:, 2] = start
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    turned = cv2.warpAffine(around, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.clip(turned, 0, 1, out=turned)


def _cut_straight(pixels: Pixels, left: int, top: int, width: int, height: int) -> Pixels:
    rows, columns = np.arange(top, top + height), np.arange(left, left + width)
    inside = rows[0] >= 0 and columns[0] >= 0 and rows[-1] < pixels.shape[0] and columns[-1] < pixels.shape[1]
    if inside:
        return pixels[top : top + height, left : left + width].copy()
    rows, columns = rows.clip(0, pixels.shape[0] - 1), columns.clip(0, pixels.shape[1] - 1)
    return np.ascontiguousarray(pixels[rows[:, np.newaxis], columns[np.newaxis]])
