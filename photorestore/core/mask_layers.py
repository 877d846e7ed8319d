"""`MaskLayers`: the automatic mask and a person's two layers in one byte a pixel, with smaller levels to show."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from photorestore.core.geometry import Box, row_bands
from photorestore.core.photo import Mask, MaskEdits
from photorestore.core.strokes import Action, Dab, Plane, Stroke, covers, piece_cover

ADDED, ERASED, AUTOMATIC = 1, 2, 4
SAID = ADDED | ERASED

# What a pixel is, ordered: in a smaller level the greatest of four wins, so that a thin scratch is not lost.
NOTHING, UNMARKED, DROPPED, FOUND, PAINTED = range(5)
_KIND_OF = np.array([NOTHING, PAINTED, UNMARKED, PAINTED, FOUND, PAINTED, DROPPED, PAINTED], np.uint8)
_FLAGS_OF = np.array([0, ERASED, ERASED | AUTOMATIC, AUTOMATIC, ADDED], np.uint8)
_TILE_PX = 256
SMALLEST_LEVEL_PX = 100
_BAND_ROWS = 512


def _table(values: np.ndarray | list[int]) -> Plane:
    """For `cv2.LUT`, which wants 256 entries."""
    table = np.zeros(256, np.uint8)
    table[: len(values)] = values
    return table


KIND_OF_FLAGS = _table(_KIND_OF)
FLAGS_OF_KIND = _table(_FLAGS_OF)
_IS_MASK = _table([0, 1, 0, 1, 1, 1, 0, 1])
_AFTER = {
    Action.ADD: _table([flags & AUTOMATIC | ADDED for flags in range(8)]),
    Action.ERASE: _table([flags & AUTOMATIC | ERASED for flags in range(8)]),
    Action.FORGET: _table([flags & AUTOMATIC for flags in range(8)]),
}


@dataclass(frozen=True)
class Patch:
    """What a stroke changed in the person's layers, as tiles of bits that differ: laid on again, it takes back."""

    tiles: tuple[tuple[int, int, bytes], ...]  # row, column, deflated difference

    @property
    def size_bytes(self) -> int:
        return sum(len(content) for _, _, content in self.tiles)


class MaskLayers:
    """Painting adds to `added` and takes from `erased`; erasing does the reverse. The automatic mask lies below both.

    `levels[0]` holds flags; the others, each half as large, hold what a pixel is (`FOUND`, `PAINTED`...).
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.levels: list[Plane] = [np.zeros((height, width), np.uint8)]
        while max(self.levels[-1].shape) > 2 * SMALLEST_LEVEL_PX:
            rows, columns = self.levels[-1].shape
            self.levels.append(np.zeros(((rows + 1) // 2, (columns + 1) // 2), np.uint8))
        self._before: dict[tuple[int, int], Plane] = {}

    @property
    def flags(self) -> Plane:
        return self.levels[0]

    # --- painting -------------------------------------------------------------------------------------------------

    def paint(self, stroke: Stroke) -> tuple[Box, Patch]:
        """A whole stroke: the box it changed and how to take it back."""
        if stroke.action is Action.REPLACE:
            dirty = self._cover(Action.ERASE, Box(0, 0, self.width, self.height), None)
        else:
            dirty = Box(0, 0, 0, 0)
        action = Action.ADD if stroke.action is Action.REPLACE else stroke.action
        for box, cover in covers(stroke.shape, self.width, self.height):
            dirty = around(dirty, self._cover(action, box, cover))
        return dirty, self.end()

    def paint_piece(self, action: Action, a: Dab, b: Dab, softness: float) -> Box:
        """A part of a path, while the hand still moves: `end` gives the patch of all since the last one."""
        box, cover = piece_cover(a, b, softness, self.width, self.height)
        return self._cover(action, box, cover) if box.area else box

    def end(self) -> Patch:
        tiles = []
        for (row, column), before in self._before.items():
            changed = (before ^ self.flags[_tile(row, column)]) & np.uint8(SAID)
            if changed.any():
                tiles.append((row, column, zlib.compress(changed.tobytes(), 1)))
        self._before.clear()
        return Patch(tuple(tiles))

    def lay(self, patch: Patch) -> Box:
        """Take a stroke back, or do it again."""
        dirty = Box(0, 0, 0, 0)
        for row, column, content in patch.tiles:
            part = self.flags[_tile(row, column)]
            part ^= np.frombuffer(zlib.decompress(content), np.uint8).reshape(part.shape)
            top, left = row * _TILE_PX, column * _TILE_PX
            box = Box(left, top, left + part.shape[1], top + part.shape[0])
            self._refresh_levels(box)
            dirty = around(dirty, box)
        return dirty

    def forget(self) -> Box:
        """As if nobody had painted."""
        whole = Box(0, 0, self.width, self.height)
        self._cover(Action.FORGET, whole, None)
        self._before.clear()
        return whole

    def set_automatic(self, found: Mask, top: int = 0) -> None:
        """The automatic mask from row `top` on."""
        rows = slice(top, top + len(found))
        part = self.flags[rows]
        cv2.bitwise_and(part, _constant(part, SAID), dst=part)
        cv2.bitwise_or(part, found.view(np.uint8) * np.uint8(AUTOMATIC), dst=part)
        self._refresh_levels(Box(0, top, self.width, top + len(found)))

    def _cover(self, action: Action, box: Box, cover: Plane | None) -> Box:
        self._remember(box)
        for part_box in _bands_of(box):
            part = self.flags[part_box.slices]
            after = cv2.LUT(part, _AFTER[action])
            if cover is None:
                part[:] = after
            else:
                cv2.copyTo(after, cover[part_box.shift(-box.left, -box.top).slices], part)
        self._refresh_levels(box)
        return box

    def _remember(self, box: Box) -> None:
        for row in range(box.top // _TILE_PX, -(-box.bottom // _TILE_PX)):
            for column in range(box.left // _TILE_PX, -(-box.right // _TILE_PX)):
                if (row, column) not in self._before:
                    self._before[row, column] = self.flags[_tile(row, column)].copy()

    def _refresh_levels(self, box: Box) -> None:
        for band in _bands_of(box):
            for index, level in enumerate(self.levels[1:]):
                finer = self.levels[index]
                band = Box(band.left // 2, band.top // 2, (band.right + 1) // 2, (band.bottom + 1) // 2)
                rows, columns = band.slices
                part = finer[2 * rows.start : 2 * rows.stop, 2 * columns.start : 2 * columns.stop]
                level[band.slices] = greatest_of_four(cv2.LUT(part, KIND_OF_FLAGS) if index == 0 else part)

    # --- reading --------------------------------------------------------------------------------------------------

    def mask(self, box: Box | None = None) -> Mask:
        """What is damage after all: (automatic or added) and not erased."""
        part = self.flags if box is None else self.flags[box.slices]
        return cv2.LUT(part, _IS_MASK).view(np.bool_)

    def edits(self) -> MaskEdits:
        """The person's layers for the engine; None where nothing was said."""
        added, erased = ((self.flags & np.uint8(flag)).astype(bool) for flag in (ADDED, ERASED))
        return MaskEdits(added if added.any() else None, erased if erased.any() else None)


def around(a: Box, b: Box) -> Box:
    """The box around two; an empty one counts for nothing."""
    if not a.area or not b.area:
        return b if b.area else a
    return Box(min(a.left, b.left), min(a.top, b.top), max(a.right, b.right), max(a.bottom, b.bottom))


def greatest_of_four(plane: Plane) -> Plane:
    """Half the size, rounded up: each pixel the greatest of the four below it."""
    height, width = plane.shape
    if height % 2 or width % 2:
        plane = np.pad(plane, ((0, height % 2), (0, width % 2)))
    rows = cv2.max(plane[::2], plane[1::2])
    return np.maximum(rows[:, ::2], rows[:, 1::2])


def _tile(row: int, column: int) -> tuple[slice, slice]:
    top, left = row * _TILE_PX, column * _TILE_PX
    return slice(top, top + _TILE_PX), slice(left, left + _TILE_PX)


def _bands_of(box: Box) -> Iterator[Box]:
    """The box in bands of rows that start at multiples of a power of two, for sums of bounded memory."""
    start = box.top - box.top % _BAND_ROWS
    for rows in row_bands(box.bottom - start, _BAND_ROWS):
        top = max(box.top, start + rows.start)
        yield Box(box.left, top, box.right, start + rows.stop)


def _constant(part: Plane, value: int) -> Plane:
    return np.full(part.shape, value, np.uint8)
