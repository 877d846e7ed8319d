"""Training pairs for translation: a damaged photograph, and what it should have looked like, its own tone kept.

The tone stays because fading can't be undone exactly; a network that tried would spend its strength on guessing it. It
is `prepare` that brings faded contrast back. Holes come as the detector leaves them: a little wide, some missed, some
invented; and filled by a classical method, so that what has to be learned is the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.engine.hole_filling import FILLERS
from photorestore.training.damage import compose, lines, patches, wear
from photorestore.training.damage.compose import DAMAGED_BEFORE_WORN, NO_WEAR, Family
from photorestore.training.damage.fields import Plane, log_uniform
from photorestore.training.damage.marks import Picture, canvas, coverage_of
from photorestore.training.damage.wear import WearOdds

THIN: dict[Family, float] = {lines.cracks: 2.0, lines.scratches: 2.0, lines.hairs: 2.0, patches.dust: 2.0}
BROAD: dict[Family, float] = {
    lines.fold: 1.0, patches.lost_emulsion: 2.0, patches.torn_corner: 0.7, patches.blots: 2.0, lines.cracks: 0.7,
}  # fmt: skip
BOTH: dict[Family, float] = {**compose.FAMILIES}


@dataclass(frozen=True)
class SubTask:
    """One kind of restoration: which wear comes how often, and which marks (none: the picture is whole)."""

    name: str
    odds: WearOdds
    marks: dict[Family, float] | None = None
    soiled: bool = False


# On-Demand Learning (Gao & Grauman 2017) draws those more often that are behind.
SUB_TASKS: tuple[SubTask, ...] = (
    SubTask("intact", NO_WEAR),
    SubTask("noise", WearOdds(0.2, 1, 0, 0, 0.2)),
    SubTask("grain", WearOdds(0.3, 0, 1, 0.1, 0.2)),
    SubTask("blur", WearOdds(1, 0.15, 0.15, 0, 0.25)),
    SubTask("jpeg", WearOdds(0.3, 0.1, 0.1, 0, 1)),
    SubTask("thin marks", NO_WEAR, THIN),
    SubTask("broad marks", NO_WEAR, BROAD),
    SubTask("everything", WearOdds(0.5, 0.4, 0.5, 0.03, 0.4), BOTH, soiled=True),
)


@dataclass(frozen=True)
class Pair:
    """`old` and `clean` (h, w, 3) 0..1; `filled` is `old` with its `holes` (h, w, 0 or 1) filled classically."""

    old: Picture
    filled: Picture
    holes: Plane
    clean: Picture


def make_pair(
    rng: np.random.Generator,
    photo: Picture,
    scanned: Family | None,
    task: SubTask,
    denoise: Callable[[Picture], Picture] | None = None,
) -> Pair:
    """`photo` (h, w, 3) 0..1 is a clean crop. `denoise` cleans the damaged picture before it is filled."""
    clean, monochrome = compose.fade_and_tone(rng, photo)
    damage_first = task.marks is not None and rng.random() < DAMAGED_BEFORE_WORN
    before, after = (NO_WEAR, task.odds) if damage_first else (task.odds, NO_WEAR)
    picture = wear.wear_down(rng, clean, before).picture
    if task.soiled:
        picture = compose.soil(rng, picture)
    damaged = picture
    if task.marks is not None:
        picture, damaged = compose.lay_marks(rng, picture, 1 + rng.poisson(1.2), task.marks, scanned, monochrome)
        picture, damaged, _ = compose.wear_alike(rng, picture, damaged, after)
        if rng.random() < 0.5:
            sigma = rng.uniform(0.3, 0.8)  # marks are as soft as the picture: nothing to be undone
            picture, damaged, clean = (cv2.GaussianBlur(p, (0, 0), sigma) for p in (picture, damaged, clean))
    holes = _found(rng, np.abs(damaged - picture).max(2) > 0.04)
    old = np.clip(damaged, 0, 1).astype(np.float32)
    if task.marks is not None and rng.random() < 0.3:
        old = wear.jpeg(rng, old, 70, 99)
    if denoise is not None:
        old = denoise(old)
    return Pair(old, _fill(rng, old, holes), holes, clean)


def _found(rng: np.random.Generator, damage: npt.NDArray[np.bool_]) -> Plane:
    """What a detector would make of the damage: a little grown, a tenth of the spots missed, a few invented."""
    count, labels = cv2.connectedComponents(damage.astype(np.uint8), connectivity=8)
    kept = rng.random(count) >= 0.1
    kept[0] = False
    holes = kept[labels].astype(np.uint8)
    if rng.random() < 0.15:
        drawing = canvas(*damage.shape)
        start, end = (rng.uniform(0, damage.shape[::-1]) * 2 for _ in range(2))
        cv2.line(drawing, start.astype(int).tolist(), end.astype(int).tolist(), 255, int(log_uniform(rng, 2, 12)))
        holes |= (coverage_of(drawing) > 0.5).astype(np.uint8)
    side = 2 * int(rng.integers(0, 3)) + 1
    return cv2.dilate(holes, np.ones((side, side), np.uint8)).astype(np.float32)


def _fill(rng: np.random.Generator, old: Picture, holes: Plane) -> Picture:
    if not holes.any() or holes.all():
        return old
    filler: Callable[..., Picture] = FILLERS["telea" if rng.random() < 0.5 else "navier-stokes"]
    return np.where(holes[..., None] > 0, filler(old, holes > 0), old).astype(np.float32)
