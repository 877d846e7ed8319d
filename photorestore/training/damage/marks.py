"""`Mark`: one piece of damage as coverage and paint, and how it is laid over a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.training.damage.fields import Plane, fractal

Picture = npt.NDArray[np.float32]
SUPERSAMPLING = 2


@dataclass(frozen=True)
class Mark:
    """`coverage` (h, w) 0..1 is how much of the photograph is gone, `paint` (h, w, 3) what is seen instead."""

    coverage: Plane
    paint: Picture
    shadow: Plane | None = None  # 0..1, darkens the photograph beside the mark; never labelled

    def darken(self, picture: Picture) -> Picture:
        """The mark's shadow alone; it falls on the picture whether or not the mark itself is counted."""
        return picture if self.shadow is None else picture * (1.0 - self.shadow[..., None])

    def repainted(self, paint: Picture) -> Mark:
        """The mark in the mean colour of `paint` (h, w, 3), with its own texture."""
        means = paint.mean((0, 1)), self.paint.mean((0, 1))
        return replace(self, paint=np.clip(self.paint + (means[0] - means[1]), 0, 1).astype(np.float32))

    def lay_over(self, picture: Picture) -> Picture:
        return picture + self.coverage[..., None] * (self.paint - picture)


def canvas(height: int, width: int) -> npt.NDArray[np.uint8]:
    """A finer drawing surface; `coverage_of` brings it to picture size with soft edges."""
    return np.zeros((height * SUPERSAMPLING, width * SUPERSAMPLING), np.uint8)


def coverage_of(drawing: npt.NDArray[np.uint8]) -> Plane:
    size = (drawing.shape[1] // SUPERSAMPLING, drawing.shape[0] // SUPERSAMPLING)
    small: Plane = cv2.resize(drawing, size, interpolation=cv2.INTER_AREA).astype(np.float32) * np.float32(1 / 255)
    return small


def roughen(rng: np.random.Generator, coverage: Plane, amount: float) -> Plane:
    """Break the smooth edge of a drawing: emulsion flakes off in grains, not along splines."""
    soft = cv2.GaussianBlur(coverage, (0, 0), 0.8)
    grain = fractal(rng, coverage.shape[0], coverage.shape[1], 3.0, octaves=2)
    ragged: Plane = np.clip((soft - 0.5 + amount * grain * (soft > 0.02)) * 3 + 0.5, 0, 1)
    return np.where(coverage > 0.02, np.maximum(ragged, 0.35 * coverage), ragged).astype(np.float32)


def paint_like(
    rng: np.random.Generator, picture: Picture, *, bright: float = 0.5, dark: float = 0.3, monochrome: bool = False
) -> Picture:
    """Bare paper, dirt or faded emulsion: a level, a slight tint, uneven on a large scale and textured on a small one.

    `bright` and `dark` are the chances of near-white and near-black; the rest is a grey near the picture's own.
    """
    height, width = picture.shape[:2]
    draw = rng.random()
    if draw < bright:
        level = rng.uniform(0.68, 1.0)
    elif draw < bright + dark:
        level = rng.uniform(0.0, 0.28)
    else:
        level = float(np.clip(picture.mean() + rng.choice([-1, 1]) * rng.uniform(0.08, 0.35), 0.05, 0.95))
    tint = np.zeros(3, np.float32)
    if not monochrome:
        tint = (rng.uniform(0, 0.06) * np.array([1.0, 0.2, -1.0]) + rng.normal(0, 0.02, 3)).astype(np.float32)
    texture = rng.uniform(0, 0.05) * fractal(rng, height, width, rng.uniform(1.5, 5), octaves=2)
    uneven = rng.uniform(0, 0.06) * fractal(rng, height, width, rng.uniform(30, 120), octaves=2)
    plane = np.float32(level) + (texture + uneven).astype(np.float32)
    return np.clip(plane[..., None] + tint, 0, 1).astype(np.float32)
