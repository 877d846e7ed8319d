"""One training sample: a photograph, aged, damaged and scanned, with a label of the damage that is visible in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from photorestore.training.damage import lines, patches, stains, wear
from photorestore.training.damage.distractors import DISTRACTORS
from photorestore.training.damage.fields import Plane
from photorestore.training.damage.marks import Mark, Picture

Family = Callable[[np.random.Generator, Picture, bool], Mark]

# How often each family is drawn, relative to the others.
FAMILIES: dict[Family, float] = {
    lines.cracks: 3.0,
    lines.fold: 1.2,
    lines.scratches: 3.2,
    lines.hairs: 4.0,
    patches.lost_emulsion: 1.8,
    patches.torn_corner: 0.7,
    patches.dust: 2.0,
    patches.blots: 2.0,
}
SCANNED_WEIGHT = 3.0
PRISTINE = 0.2  # share of samples that never aged
DAMAGED_BEFORE_WORN = 0.35  # share of samples: scratched negatives printed with grain, prints copied by a poor lens
ONE_PAINT = 0.5  # share of samples in which every mark shows the same: the paper below, or the lamp that shines through
NO_WEAR = wear.WearOdds(0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Sample:
    """`old` (h, w, 3) 0..1; `damage` (h, w) is 1 where damage can be seen; `weight` is 0 where nobody could say."""

    old: Picture
    damage: Plane
    weight: Plane


def compose(rng: np.random.Generator, photo: Picture, scanned: Family | None, *, intact: float = 0.25) -> Sample:
    """`photo` (h, w, 3) 0..1 is a clean crop; a share `intact` of the samples stays without structured damage.

    One in five stays as sharp and colourful as it is, and mostly whole: what a good photograph looks like must be
    learned too.
    """
    if rng.random() < PRISTINE:
        monochrome, odds, intact = False, NO_WEAR, max(intact, 0.6)
        picture = photo
    else:
        picture, monochrome = fade_and_tone(rng, photo)
        picture, odds = soil(rng, picture), wear.USUAL
    count = 1 + rng.poisson(1.4) if rng.random() >= intact else 0
    damage_first = rng.random() < DAMAGED_BEFORE_WORN
    before, after = (NO_WEAR, odds) if damage_first else (odds, NO_WEAR)
    worn = wear.wear_down(rng, picture, before)
    whole, damaged = lay_marks(rng, worn.picture, count, FAMILIES, scanned, monochrome)
    whole, damaged, noise = wear_alike(rng, whole, damaged, after)
    return _scan(rng, whole, damaged, max(worn.noise, noise))


def wear_alike(
    rng: np.random.Generator, picture: Picture, damaged: Picture, odds: wear.WearOdds
) -> tuple[Picture, Picture, float]:
    """(both pictures with the same wear, its noise)."""
    if odds == NO_WEAR:
        return picture, damaged, 0.0
    seed = rng.integers(2**62)
    first, second = (wear.wear_down(np.random.default_rng(seed), p, odds) for p in (picture, damaged))
    return first.picture, second.picture, first.noise


def fade_and_tone(rng: np.random.Generator, photo: Picture) -> tuple[Picture, bool]:
    """(the photograph as it hung on the wall for fifty years, whether it is monochrome or toned)."""
    if rng.random() < 0.35:
        photo = DISTRACTORS[rng.integers(len(DISTRACTORS))](rng, photo)
    monochrome = bool(rng.random() < 0.5)
    if monochrome:
        photo = wear.tone(rng, photo)
    if rng.random() < 0.5:
        photo = wear.fade(rng, photo)
    return np.clip(photo, 0, 1).astype(np.float32), monochrome


def soil(rng: np.random.Generator, picture: Picture) -> Picture:
    """Broad stains and uneven fading, each on a quarter of the pictures."""
    if rng.random() < 0.25:
        picture = stains.stain(rng, picture)
    if rng.random() < 0.25:
        picture = stains.uneven_light(rng, picture)
    return picture


def lay_marks(
    rng: np.random.Generator, picture: Picture, count: int, families: dict[Family, float], scanned: Family | None,
    monochrome: bool,
) -> tuple[Picture, Picture]:  # fmt: skip
    """(the picture with the shadows of `count` marks only, the same with the marks laid over)."""
    damaged = picture
    paint: Picture | None = None
    shows_one_paint = rng.random() < ONE_PAINT
    for _ in range(count):
        mark = _draw_family(rng, families, scanned)(rng, damaged, monochrome)
        if shows_one_paint:
            mark = mark if paint is None else mark.repainted(paint)
            paint = mark.paint
        picture, damaged = mark.darken(picture), mark.lay_over(mark.darken(damaged))
    return picture, damaged


def _draw_family(rng: np.random.Generator, families: dict[Family, float], scanned: Family | None) -> Family:
    choices = list(families.items()) + ([(scanned, SCANNED_WEIGHT)] if scanned else [])
    weights = np.array([weight for _, weight in choices])
    return choices[rng.choice(len(choices), p=weights / weights.sum())][0]


def _scan(rng: np.random.Generator, intact: Picture, damaged: Picture, noise: float) -> Sample:
    """The scanner softens both alike and adds its own noise; the label looks at what it leaves of the difference."""
    if rng.random() < 0.5:
        sigma = rng.uniform(0.3, 1.0)
        intact, damaged = (cv2.GaussianBlur(p, (0, 0), sigma) for p in (intact, damaged))
    label, weight = visible_damage(intact, damaged, noise)
    old = damaged
    if rng.random() < 0.4:
        old = old + rng.normal(0, rng.uniform(0.003, 0.03), old.shape).astype(np.float32)
    if rng.random() < 0.35:
        old = wear.jpeg(rng, old, 55, 98)
    return Sample(np.clip(old, 0, 1).astype(np.float32), label, weight)


def visible_damage(intact: Picture, damaged: Picture, noise: float = 0.0) -> tuple[Plane, Plane]:
    """(label, weight): damage counts where it stands out from the picture's own variation; faint traces weigh 0."""
    difference = np.abs(damaged - intact).max(2)
    mean = cv2.blur(intact, (7, 7))
    spread = np.sqrt(np.maximum(cv2.blur(intact * intact, (7, 7)) - mean * mean, 0)).max(2)
    threshold = 0.05 + np.minimum(0.15 * spread + 0.1 * noise, 0.05)
    label = (difference > threshold).astype(np.float32)
    undecided = (label == 0) & (difference > 0.012)
    holes = (label == 0) & (cv2.morphologyEx(label, cv2.MORPH_CLOSE, np.ones((5, 5))) > 0)
    return label, np.where(undecided | holes, 0.0, 1.0).astype(np.float32)
