"""What a person does to a mask, as values: each stroke knows where it reaches, can be written down and read again.

Strokes depend on nothing but themselves. What was taken from a map of probabilities (a clicked scratch, a grown
edge) is kept as a stamp of its pixels, so that a replay gives the same layers whatever the detector says later.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.geometry import Box, row_bands

Plane = npt.NDArray[np.uint8]

SUBPIXELS = 16  # dabs lie on a grid of 1/16 px: what is painted, written and read again is the same number
_SHIFT = 4
_OUTLINE_PX = 0.37  # OpenCV also fills the pixels that an outline only touches
_RIM_STEPS = 6
_LARGEST_STAMP_PX = 2**29  # more than any picture that is read
_FARTHEST_PX = 2**24  # OpenCV counts in 32 bits, of which the grid takes 4
_BAND_ROWS = 512  # a multiple of 8
_GRAIN = np.random.default_rng(0).integers(1, _RIM_STEPS + 1, (64, 64)).astype(np.uint8)


class Kind(Enum):
    """What the person used: a word for the history, of no consequence for the pixels."""

    BRUSH = "brush"
    LINE = "line"
    SCRATCH = "scratch"
    LASSO = "lasso"
    DEFECT = "defect"
    SEARCH = "search"
    GROW = "grow"
    SHRINK = "shrink"
    INVERT = "invert"
    CLEAR = "clear"
    RESET = "reset"
    IMPORT = "import"


class Action(Enum):
    """What happens to the pixels that a stroke covers."""

    ADD = "add"  # they are damage
    ERASE = "erase"  # they are none
    FORGET = "forget"  # nothing was ever said about them
    REPLACE = "replace"  # they are damage, and all others are none


class Dab(NamedTuple):
    """A round touch of the brush, in picture pixels; the pixel in the corner has its centre at (0.5, 0.5)."""

    x: float
    y: float
    radius: float

    @classmethod
    def at(cls, x: float, y: float, radius: float) -> Dab:
        """On the grid that strokes are written in, at least a pixel wide."""
        return cls(*(round(value * SUBPIXELS) / SUBPIXELS for value in (x, y, max(radius, 0.5))))


@dataclass(frozen=True)
class Path:
    """Dabs joined by straight pieces. `softness` is the share of the radius over which the edge thins out, as grain:
    a mask has no half-damaged pixels."""

    dabs: tuple[Dab, ...]
    softness: float = 0.0

    def pieces(self) -> Iterator[tuple[Dab, Dab]]:
        if len(self.dabs) == 1:
            yield self.dabs[0], self.dabs[0]
        yield from zip(self.dabs, self.dabs[1:], strict=False)


@dataclass(frozen=True)
class Polygon:
    """What lies inside a closed line, by the even-odd rule."""

    corners: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Stamp:
    """Any set of pixels, packed: 1 bit a pixel, deflated."""

    box: Box
    bits: bytes

    @classmethod
    def of(cls, cover: Plane | npt.NDArray[np.bool_], left: int = 0, top: int = 0) -> Stamp:
        height, width = cover.shape
        packed = zlib.compress(np.packbits(cover.astype(bool, copy=False)).data, 1)
        return cls(Box(left, top, left + width, top + height), packed)

    def covers(self) -> Iterator[tuple[Box, Plane]]:
        """Its pixels in bands of rows, each of which begins with a whole byte: little memory at 100 MP, and quick."""
        bits = np.frombuffer(zlib.decompress(self.bits), np.uint8)
        left, top, right, _ = self.box
        for rows in row_bands(self.box.height, _BAND_ROWS):
            box = Box(left, top + rows.start, right, top + rows.stop)
            flat = np.unpackbits(bits[rows.start * box.width // 8 :], count=box.area)
            yield box, flat.reshape(box.height, box.width) * np.uint8(255)

    def cover(self) -> Plane:
        """Its pixels at once."""
        whole = np.empty((self.box.height, self.box.width), np.uint8)
        for band, cover in self.covers():
            whole[band.shift(-self.box.left, -self.box.top).slices] = cover
        return whole


@dataclass(frozen=True)
class Everything:
    """The whole picture."""


Shape = Path | Polygon | Stamp | Everything


@dataclass(frozen=True)
class Stroke:
    kind: Kind
    action: Action
    shape: Shape


def covers(shape: Shape, width: int, height: int) -> Iterator[tuple[Box, Plane]]:
    """What the shape covers of a picture of this size: boxes, not empty, each with 255 where it is covered.

    Piece by piece, so that a path drawn at once and one drawn as the hand moves give the same pixels.
    """
    match shape:
        case Path():
            for a, b in shape.pieces():
                box, cover = piece_cover(a, b, shape.softness, width, height)
                if box.area:
                    yield box, cover
        case Polygon():
            yield from _polygon_cover(shape, width, height)
        case Stamp():
            for band, cover in shape.covers():
                box = band.clamp(width, height)
                if box.area:
                    yield box, cover[box.shift(-band.left, -band.top).slices]
        case Everything():
            yield Box(0, 0, width, height), np.full((height, width), 255, np.uint8)


def piece_cover(a: Dab, b: Dab, softness: float, width: int, height: int) -> tuple[Box, Plane]:
    """Two dabs and what lies between them."""
    left, right = min(a.x - a.radius, b.x - b.radius), max(a.x + a.radius, b.x + b.radius)
    top, bottom = min(a.y - a.radius, b.y - b.radius), max(a.y + a.radius, b.y + b.radius)
    box = Box(int(left), int(top), int(right) + 1, int(bottom) + 1).grow(2).clamp(width, height)
    canvas = np.zeros((box.height, box.width), np.uint8)
    if not box.area:
        return box, canvas
    if softness <= 0:
        _draw_piece(canvas, box, a, b, 1.0, 255)
        return box, canvas
    for step in range(1, _RIM_STEPS + 1):
        _draw_piece(canvas, box, a, b, 1 - softness * (step - 1) / (_RIM_STEPS - 1), step)
    return box, cv2.compare(canvas, _grain_over(box), cv2.CMP_GE)


def _draw_piece(canvas: Plane, box: Box, a: Dab, b: Dab, share: float, value: int) -> None:
    """`share` of the radius, into the array that lies over `box`."""
    shift = np.array([box.left + 0.5, box.top + 0.5])
    ends = [np.array([dab.x, dab.y]) - shift for dab in (a, b)]
    for dab, end in zip((a, b) if a != b else (a,), ends, strict=False):
        radius = max(1, round((dab.radius * share - _OUTLINE_PX) * SUBPIXELS))
        cv2.circle(canvas, _fixed(end), radius, value, cv2.FILLED, shift=_SHIFT)
    along = ends[1] - ends[0]
    length = float(np.hypot(*along))
    if length == 0:
        return
    side = np.array([-along[1], along[0]]) / length
    near, far = ((dab.radius * share - _OUTLINE_PX) * side for dab in (a, b))
    corners = (ends[0] + near, ends[0] - near, ends[1] - far, ends[1] + far)
    quad = np.array([_fixed(corner) for corner in corners], np.int32)
    cv2.fillConvexPoly(canvas, quad, value, shift=_SHIFT)


def _fixed(point: npt.NDArray[np.float64]) -> tuple[int, int]:
    return round(float(point[0]) * SUBPIXELS), round(float(point[1]) * SUBPIXELS)


def _grain_over(box: Box) -> Plane:
    """A fixed pattern of the picture plane, so that overlapping dabs agree on every pixel."""
    top, left = box.top % _GRAIN.shape[0], box.left % _GRAIN.shape[1]
    down, across = -(-(top + box.height) // _GRAIN.shape[0]), -(-(left + box.width) // _GRAIN.shape[1])
    return cv2.repeat(_GRAIN, down, across)[top : top + box.height, left : left + box.width]


def _polygon_cover(shape: Polygon, width: int, height: int) -> Iterator[tuple[Box, Plane]]:
    corners = np.array(shape.corners, np.float64).reshape(-1, 2)
    if len(corners) < 3:
        return
    low, high = np.floor(corners.min(0)).astype(int), np.ceil(corners.max(0)).astype(int)
    box = Box(int(low[0]), int(low[1]), int(high[0]) + 1, int(high[1]) + 1).clamp(width, height)
    if not box.area:
        return
    cover = np.zeros((box.height, box.width), np.uint8)
    fixed = np.rint((corners - [box.left + 0.5, box.top + 0.5]) * SUBPIXELS).astype(np.int32)
    cv2.fillPoly(cover, [fixed], 255, shift=_SHIFT)
    yield box, cover


# --- written down -----------------------------------------------------------------------------------------------------


def to_json(stroke: Stroke) -> dict[str, Any]:
    """Plain values, for a journal."""
    written: dict[str, Any] = {"kind": stroke.kind.value, "action": stroke.action.value}
    match stroke.shape:
        case Path(dabs, softness):
            written["path"] = [round(value * SUBPIXELS) for dab in dabs for value in dab]
            written["softness"] = softness
        case Polygon(corners):
            written["polygon"] = [round(value * SUBPIXELS) for corner in corners for value in corner]
        case Stamp(box, bits):
            written["box"] = list(box)
            written["bits"] = base64.b64encode(bits).decode()
        case Everything():
            pass
    return written


def from_json(written: dict[str, Any]) -> Stroke:
    """Raise `ValueError` for what `to_json` did not write."""
    try:
        return Stroke(Kind(written["kind"]), Action(written["action"]), _shape_from(written))
    except (KeyError, TypeError, OverflowError, zlib.error) as error:
        raise ValueError(f"this is no stroke: {error}") from error


def to_bytes(stroke: Stroke) -> bytes:
    return zlib.compress(json.dumps(to_json(stroke), separators=(",", ":")).encode(), 1)


def from_bytes(written: bytes) -> Stroke:
    """Raise `ValueError` for bytes that are no stroke."""
    try:
        return from_json(json.loads(zlib.decompress(written)))
    except (zlib.error, RecursionError) as error:
        raise ValueError(f"this is no stroke: {error}") from error


def _shape_from(written: dict[str, Any]) -> Shape:
    if "path" in written:
        values = _places(written["path"])
        dabs = tuple(Dab(*dab) for dab in zip(values[::3], values[1::3], values[2::3], strict=True))
        softness = float(written["softness"])
        if not 0 <= softness <= 1:
            raise ValueError(f"this is no stroke: its softness is {softness}")
        return Path(dabs, softness)
    if "polygon" in written:
        values = _places(written["polygon"])
        return Polygon(tuple(zip(values[::2], values[1::2], strict=True)))
    if "bits" in written:
        return _stamp(Box(*written["box"]), base64.b64decode(written["bits"]))
    return Everything()


def _stamp(box: Box, bits: bytes) -> Stamp:
    is_whole = all(isinstance(value, int) and abs(value) <= _FARTHEST_PX for value in box)
    if not is_whole or box.right < box.left or box.bottom < box.top or box.area > _LARGEST_STAMP_PX:
        raise ValueError(f"this is no stroke: {box} is no part of a picture")
    packed = -(-box.area // 8)
    if len(zlib.decompressobj().decompress(bits, packed + 1)) != packed:
        raise ValueError(f"this is no stroke: its pixels do not fill {box}")
    return Stamp(box, bits)


def _places(written: list[int]) -> list[float]:
    values = [value / SUBPIXELS for value in written]
    if not all(abs(value) <= _FARTHEST_PX for value in values):
        raise ValueError("this is no stroke: it lies farther away than any picture reaches")
    return values
