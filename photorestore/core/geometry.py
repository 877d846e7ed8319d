"""Sizes, boxes and tile plans: integers only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle of whole pixels; `right` and `bottom` lie outside it, as in a slice."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def area(self) -> int:
        return self.width * self.height

    @property
    def slices(self) -> tuple[slice, slice]:
        """The (rows, columns) that this box covers."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def grow(self, margin: int) -> Box:
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def clamp(self, width: int, height: int) -> Box:
        """The part inside a picture of this size; empty boxes come back with no width or height."""
        left, top = min(max(self.left, 0), width), min(max(self.top, 0), height)
        return Box(left, top, max(left, min(self.right, width)), max(top, min(self.bottom, height)))

    def shift(self, dx: int, dy: int) -> Box:
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)


def row_bands(height: int, rows: int = 64) -> Iterator[slice]:
    """The rows of a picture in bands, for sums that would otherwise need several times the picture's memory."""
    for top in range(0, height, rows):
        yield slice(top, min(top + rows, height))


def area_bands(height: int, width: int, area: int = 1 << 19) -> Iterator[slice]:
    """The rows of a picture in bands of about `area` pixels."""
    return row_bands(height, max(1, area // max(1, width)))


@dataclass(frozen=True)
class Tile:
    """`source` is read, `target` (inside it) is kept: the rest is context that a network needs around the target."""

    source: Box
    target: Box


def plan_tiles(width: int, height: int, side: int, context: int, multiple: int = 1) -> Iterator[Tile]:
    """Cover a picture with targets of at most `side` px that don't overlap, each with `context` px around it.

    Targets start at multiples of `multiple`, so that a network that strides by it sees every tile on the same grid.
    """
    if side % multiple or context % multiple:
        raise ValueError(f"tile side {side} and context {context} must be multiples of {multiple}")
    for top in range(0, height, side):
        for left in range(0, width, side):
            target = Box(left, top, min(left + side, width), min(top + side, height))
            yield Tile(target.grow(context).clamp(width, height), target)
