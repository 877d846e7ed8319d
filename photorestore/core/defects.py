"""The spots of the automatic mask as values, and the one around a clicked point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.chances import in_bytes
from photorestore.core.geometry import Box, row_bands
from photorestore.core.mask import BAND_ROWS, SpotCounts, are_damage, certain_from, grow, likely_from, spots_in_rows
from photorestore.core.photo import Mask
from photorestore.core.stages import ScratchSettings
from photorestore.core.strokes import Plane, Stamp

_WINDOW_PX = 256  # around a click; doubled while the spot reaches its edge
_FAINTEST = 0.1  # below this probability a click finds no defect in the map
_HYSTERESIS = 0.4  # a clicked spot reaches down to this share of its strongest pixel
_LARGEST_BLOB = 0.5  # of the searched square: a larger one is background, not a spot

Read = Callable[[Box], Plane]  # a part of a plane, or of a picture as (h, w, 3)


@dataclass(frozen=True)
class Defect:
    """`seed` is one of its pixels, x and y; `chance` is the mean probability."""

    id: int
    box: Box
    area_px: int
    chance: float
    seed: tuple[int, int]


@dataclass(frozen=True, eq=False)
class Spots:
    """The automatic mask, grown, and its spots in reading order."""

    mask: Mask
    defects: tuple[Defect, ...]


NO_SPOTS = Spots(np.zeros((0, 0), bool), ())


@dataclass(frozen=True)
class Region:
    """Connected pixels: 255 in `cover`, which lies over `box`."""

    box: Box
    cover: Plane

    def stamp(self) -> Stamp:
        return Stamp.of(self.cover, self.box.left, self.box.top)


def find_defects(chances: Plane, settings: ScratchSettings) -> Spots:
    """The same spots as `core.mask.find_spots`, in memory for bands of rows instead of labels for every pixel."""
    threshold = in_bytes(settings.threshold)
    bands = list(row_bands(len(chances), BAND_ROWS))
    likely, certain = in_bytes(likely_from(settings.threshold)), in_bytes(certain_from(settings.threshold))
    tally = _Tally(likely, certain)
    for rows in bands:
        tally.add(chances, rows, *spots_in_rows(chances, rows, threshold, certain))
    roots, totals = tally.joined()
    keep = are_damage(totals.counts, settings.minimum_px)
    kept = np.concatenate([[False], keep[roots]]) if len(roots) else np.zeros(1, bool)
    mask = np.zeros(chances.shape, bool)
    for rows, first in zip(bands, tally.firsts, strict=True):
        count, labels = _labels_of(spots_in_rows(chances, rows, threshold, certain)[0])
        if count > 1:
            mask[rows] = np.concatenate([[False], kept[1 + first : first + count]])[labels]
    defects = (totals.defect(int(index)) for index in np.flatnonzero(keep))
    ordered = sorted(defects, key=lambda defect: (defect.box.top, defect.box.left, defect.seed))
    named = tuple(Defect(at, one.box, one.area_px, one.chance, one.seed) for at, one in enumerate(ordered, start=1))
    return Spots(grow(mask, settings.grow_px), named)


def _labels_of(over: Mask) -> tuple[int, npt.NDArray[np.int32]]:
    return cv2.connectedComponents(over.view(np.uint8), connectivity=8, ltype=cv2.CV_32S)


@dataclass
class _Totals:
    """Of every spot or part of one: counts, sums, edges (left, top, right, bottom) and a pixel."""

    area: npt.NDArray[np.int64]
    rim: npt.NDArray[np.int64]
    likely: npt.NDArray[np.int64]
    certain: npt.NDArray[np.int64]
    chance: npt.NDArray[np.float64]
    edges: npt.NDArray[np.int64]
    seed: npt.NDArray[np.int64]

    @property
    def counts(self) -> SpotCounts:
        return SpotCounts(self.area, self.rim, self.likely, self.certain)

    def defect(self, index: int) -> Defect:
        left, top, right, bottom = (int(edge) for edge in self.edges[index])
        mean = float(self.chance[index]) / int(self.area[index]) / 255
        seed = (int(self.seed[index, 0]), int(self.seed[index, 1]))
        return Defect(0, Box(left, top, right, bottom), int(self.area[index]), mean, seed)


class _Tally:
    """Spots counted band by band; those that touch across a border are joined."""

    def __init__(self, likely: int, certain: int) -> None:
        self._likely, self._certain = likely, certain
        self.firsts: list[int] = []  # of each band: the number of its first spot
        self._parts: list[_Totals] = []
        self._parents: list[int] = []
        self._last_row: npt.NDArray[np.int64] | None = None

    def add(self, chances: Plane, rows: slice, over: Mask, rim: Mask) -> None:
        first = len(self._parents)
        self.firsts.append(first)
        count, labels = _labels_of(over)
        self._parents.extend(range(first, first + count - 1))
        if count > 1:
            self._parts.append(_totals_of(chances, rows, labels, count, rim, self._likely, self._certain))
        rim = labels[[0, -1]].astype(np.int64)
        numbers = np.where(rim > 0, rim + first - 1, -1)
        if self._last_row is not None:
            self._join(self._last_row, numbers[0])
        self._last_row = numbers[1]

    def _join(self, above: npt.NDArray[np.int64], below: npt.NDArray[np.int64]) -> None:
        """Rows of spot numbers, -1 where there is none; touching by a corner is enough."""
        for a, b in ((above, below), (above[1:], below[:-1]), (above[:-1], below[1:])):
            both = (a >= 0) & (b >= 0)
            for one, other in np.unique(np.stack([a[both], b[both]], 1), axis=0).tolist():
                roots = sorted((self._root(one), self._root(other)))
                self._parents[roots[1]] = roots[0]

    def _root(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def joined(self) -> tuple[npt.NDArray[np.int64], _Totals]:
        """Of every spot the number of the one it belongs to, and the totals under that number."""
        roots = np.array([self._root(number) for number in range(len(self._parents))], np.int64)
        count = len(roots)
        totals = _Totals(
            np.zeros(count, np.int64),
            np.zeros(count, np.int64),
            np.zeros(count, np.int64),
            np.zeros(count, np.int64),
            np.zeros(count),
            np.tile(np.array([2**40, 2**40, 0, 0], np.int64), (count, 1)),
            np.zeros((count, 2), np.int64),
        )
        if not self._parts:
            return roots, totals
        for name in ("area", "rim", "likely", "certain", "chance"):
            np.add.at(getattr(totals, name), roots, np.concatenate([getattr(part, name) for part in self._parts]))
        edges = np.concatenate([part.edges for part in self._parts])
        np.minimum.at(totals.edges[:, :2], roots, edges[:, :2])
        np.maximum.at(totals.edges[:, 2:], roots, edges[:, 2:])
        totals.seed[:] = np.concatenate([part.seed for part in self._parts])
        return roots, totals


def _totals_of(
    chances: Plane,
    rows: slice,
    labels: npt.NDArray[np.int32],
    count: int,
    rim: Mask,
    likely: int,
    certain: int,
) -> _Totals:
    """Counted over the pixels of spots only: they are few."""
    top, part = rows.start, chances[rows]
    where = np.flatnonzero(labels)
    which, values = labels.ravel()[where] - 1, part.ravel()[where]
    columns = where % part.shape[1]
    first, last = np.zeros(count - 1, np.int64), np.zeros(count - 1, np.int64)
    last[which] = where  # the last one written stays
    first[which[::-1]] = where[::-1]
    edges = np.zeros((count - 1, 4), np.int64)
    edges[:, 0], edges[:, 1], edges[:, 3] = part.shape[1], first // part.shape[1] + top, last // part.shape[1] + top + 1
    np.minimum.at(edges[:, 0], which, columns)
    np.maximum.at(edges[:, 2], which, columns + 1)
    return _Totals(
        np.bincount(which, minlength=count - 1),
        np.bincount(which[rim.ravel()[where]], minlength=count - 1),
        np.bincount(which[values >= likely], minlength=count - 1),
        np.bincount(which[values >= certain], minlength=count - 1),
        np.bincount(which, weights=values, minlength=count - 1).astype(np.float64),
        edges,
        np.stack([first % part.shape[1], first // part.shape[1] + top], 1),
    )


# --- around a click ---------------------------------------------------------------------------------------------------


def component_at(read: Read, width: int, height: int, seed: tuple[int, int]) -> Region | None:
    """The connected pixels above 0 around one of them."""
    return _flood(read, width, height, seed, 1)


def damage_at(chances: Plane, seed: tuple[int, int], reach_px: int) -> Region | None:
    """A whole scratch from a click within `reach_px` of it, down to a share of the strongest pixel nearby."""
    height, width = chances.shape
    box = Box(seed[0], seed[1], seed[0] + 1, seed[1] + 1).grow(reach_px).clamp(width, height)
    if not box.area:
        return None
    near = chances[box.slices]
    row, column = np.unravel_index(int(near.argmax()), near.shape)
    peak = int(near[row, column])
    if peak < in_bytes(_FAINTEST):
        return None
    low = max(in_bytes(_FAINTEST), round(_HYSTERESIS * peak))
    return _flood(lambda part: chances[part.slices], width, height, (box.left + int(column), box.top + int(row)), low)


def blob_at(read: Read, width: int, height: int, seed: tuple[int, int], reach_px: int) -> Region | None:
    """Without a map: the patch around the click that the picture itself sets off from what surrounds it."""
    box = Box(seed[0], seed[1], seed[0] + 1, seed[1] + 1).grow(reach_px).clamp(width, height)
    if box.width < 5 or box.height < 5:
        return None
    part = np.ascontiguousarray(read(box))
    markers = np.zeros(part.shape[:2], np.int32)
    markers[[1, -2], 1:-1] = markers[1:-1, 1] = markers[1:-1, -2] = 1  # `watershed` writes -1 along the very edge
    x, y = seed[0] - box.left, seed[1] - box.top
    cv2.circle(markers, (x, y), 1, 2, cv2.FILLED)
    cover = (cv2.watershed(part, markers) == 2).astype(np.uint8)
    if not 0 < cover.sum() < _LARGEST_BLOB * cover.size:
        return None
    cover = cv2.dilate(cover, np.ones((3, 3), np.uint8))  # the watershed's own line belongs to the spot's edge
    return _trimmed(box, cover * np.uint8(255))


def _flood(read: Read, width: int, height: int, seed: tuple[int, int], low: int) -> Region | None:
    """The 8-connected pixels of at least `low` around `seed`, in a window that grows with them."""
    reach = _WINDOW_PX
    while True:
        box = Box(seed[0], seed[1], seed[0] + 1, seed[1] + 1).grow(reach).clamp(width, height)
        over = cv2.compare(np.ascontiguousarray(read(box)), float(low), cv2.CMP_GE)
        x, y = seed[0] - box.left, seed[1] - box.top
        if not over[y, x]:
            return None
        flooded = np.zeros((box.height + 2, box.width + 2), np.uint8)
        cv2.floodFill(
            over, flooded, (x, y), 0, 0, 0, 8 | (255 << 8) | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE
        )
        cover = flooded[1:-1, 1:-1]
        if box == Box(0, 0, width, height) or not _touches_inner_edge(cover, box, width, height):
            break
        reach *= 2
    return _trimmed(box, cover)


def _trimmed(box: Box, cover: Plane) -> Region:
    left, top, across, down = cv2.boundingRect(cover)
    inner = Box(left, top, left + across, top + down)
    return Region(inner.shift(box.left, box.top), np.ascontiguousarray(cover[inner.slices]))


def _touches_inner_edge(cover: Plane, box: Box, width: int, height: int) -> bool:
    return bool(
        (box.left > 0 and cover[:, 0].any())
        or (box.top > 0 and cover[0].any())
        or (box.right < width and cover[:, -1].any())
        or (box.bottom < height and cover[-1].any())
    )
