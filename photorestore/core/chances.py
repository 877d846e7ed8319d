"""`ChanceMap`: the detector's answer kept in a byte a pixel, so that another threshold needs no detector."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photorestore.core.geometry import row_bands
from photorestore.core.mask import certain_from, grow, keep_spots, likely_from, rim_of, without_doubtful
from photorestore.core.mask_layers import SMALLEST_LEVEL_PX, greatest_of_four
from photorestore.core.photo import Map, Mask
from photorestore.core.stages import ScratchSettings
from photorestore.core.strokes import Plane


@dataclass(frozen=True, eq=False)
class ChanceMap:
    """`levels[0]` is the probability in 255ths; the others, as in `MaskLayers`, the greatest of four."""

    levels: tuple[Plane, ...]

    @classmethod
    def of(cls, damage: Map) -> ChanceMap:
        """From probabilities 0..1, in memory for bands only."""
        plane = np.empty(damage.shape, np.uint8)
        for rows in row_bands(len(damage), 256):
            plane[rows] = np.rint(np.clip(damage[rows], 0, 1) * np.float32(255))
        return cls.of_plane(plane)

    @classmethod
    def of_plane(cls, plane: Plane) -> ChanceMap:
        """From probabilities in 255ths."""
        levels = [plane]
        while max(levels[-1].shape) > 2 * SMALLEST_LEVEL_PX:
            levels.append(greatest_of_four(levels[-1]))
        return cls(tuple(levels))

    @property
    def plane(self) -> Plane:
        return self.levels[0]


def in_bytes(probability: float) -> int:
    """The least value of a plane that counts as this probability."""
    return max(1, round(probability * 255))


def faint_spots(part: Plane, inside: Mask, settings: ScratchSettings) -> Mask:
    """Where a person says that there is damage, half of the threshold is enough, and none of it need be certain."""
    over = (part >= in_bytes(settings.threshold / 2)) & inside
    rim = rim_of(over)[over]
    every = np.ones_like(rim)
    return grow(keep_spots(over, rim, every, every, settings.minimum_px / 4), settings.grow_px) & inside


def spots_on_screen(part: Plane, level: int, settings: ScratchSettings) -> Mask:
    """What the settings take for damage in a visible part of a level: at once, and exact but for spots that the
    part's edge cuts and for the sizes in smaller levels."""
    likely, certain = (in_bytes(bound(settings.threshold)) for bound in (likely_from, certain_from))
    over = without_doubtful(part >= in_bytes(settings.threshold), part >= certain)
    chances = part[over]
    kept = keep_spots(over, rim_of(over)[over], chances >= likely, chances >= certain, settings.minimum_px / 4**level)
    return grow(kept, settings.grow_px >> level)
