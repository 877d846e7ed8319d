"""Let the engine restore a small drawn photograph: does it heal, and how long does a megapixel take here?"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np

from photorestore.core.lean_photo import pixels_of
from photorestore.core.photo import Photo
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.host.results import Restored

LEAST_HEALED = 0.5


class Restorer(Protocol):
    def restore(self, photo: Photo, recipe: Recipe, progress: Progress) -> Restored: ...


@dataclass(frozen=True)
class SelfTest:
    """`healed` is the share of a drawn scratch that is gone, `seconds_per_megapixel` of the default recipe."""

    healed: float
    seconds: float
    seconds_per_megapixel: float

    @property
    def passed(self) -> bool:
        return self.healed >= LEAST_HEALED


def self_test(client: Restorer, progress: Progress = Progress(), scale: int = 1) -> SelfTest:  # noqa: B008 - frozen
    """Restore the picture at 256 x 192, which also loads what is needed, and for the timing at `scale` times that."""
    healing, timing = progress.split([1, scale**2], [progress.text] * 2)
    started = time.monotonic()
    old, clean = _scratched()
    restored = pixels_of(client.restore(Photo(old), Recipe(), healing).photo)
    healed = float(1 - np.abs(restored - clean).mean() / np.abs(old - clean).mean())
    seconds = time.monotonic() - started
    large = Photo(np.tile(old, (scale, scale, 1)))
    started = time.monotonic()
    client.restore(large, Recipe(), timing)
    return SelfTest(healed, seconds, (time.monotonic() - started) / large.megapixels)


def _scratched() -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float32]], ...]:
    """(old, clean): a smooth picture with a bright, frayed scratch across it, as soft as scanners are, and without."""
    y, x = np.mgrid[:192, :256].astype(np.float32)
    clean = np.repeat((0.3 + 0.15 * np.sin(x / 40) + 0.1 * y / 192)[..., None], 3, 2).astype(np.float32)
    old = clean.copy()
    for row in range(20, 170):
        column = 60 + row // 2 + row % 3
        old[row, column : column + 3] = 0.95
    return np.asarray(cv2.GaussianBlur(old, (0, 0), 0.7), np.float32), clean
