"""Damage with an area: lost emulsion, torn corners, dust, spots, blots."""

from __future__ import annotations

import cv2
import numpy as np

from photorestore.training.damage.fields import fractal, grow_blobs, log_uniform
from photorestore.training.damage.marks import SUPERSAMPLING, Mark, Picture, canvas, coverage_of, paint_like, roughen


def lost_emulsion(rng: np.random.Generator, picture: Picture, monochrome: bool) -> Mark:
    """Ragged islands where the picture layer came off, often near an edge, with bridges and holes of intact picture."""
    height, width = picture.shape[:2]
    centre = rng.uniform(-0.1, 1.1, 2) * [width, height]
    if rng.random() < 0.6:  # most loss starts at a border
        axis = rng.integers(2)
        centre[axis] = rng.choice([0, [width, height][axis]]) + rng.normal(0, 10)
    field = grow_blobs(rng, height, width, (centre[0], centre[1]), log_uniform(rng, 0.08, 0.6) * width)
    edge = rng.uniform(2, 10)  # how sharply it breaks off
    coverage = np.clip(field * edge + 0.5, 0, 1).astype(np.float32) * np.float32(rng.uniform(0.5, 1.0))
    return Mark(coverage, paint_like(rng, picture, bright=0.4, dark=0.2, monochrome=monochrome))


def torn_corner(rng: np.random.Generator, picture: Picture, monochrome: bool) -> Mark:
    """A corner or edge torn away along a ragged line; the scanner's lid or the backing shows."""
    height, width = picture.shape[:2]
    angle = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    normal = np.array([np.cos(angle), np.sin(angle)])
    along = (x - width / 2) * normal[0] + (y - height / 2) * normal[1]
    far = abs(normal[0]) * width / 2 + abs(normal[1]) * height / 2  # the corner in that direction
    ragged = rng.uniform(1, 6) * fractal(rng, height, width, rng.uniform(10, 40), 4)
    coverage = np.clip(along - far + log_uniform(rng, 6, 0.4 * width) + ragged, 0, 1).astype(np.float32)
    return Mark(coverage, paint_like(rng, picture, bright=0.75, dark=0.2, monochrome=monochrome))


def dust(rng: np.random.Generator, picture: Picture, monochrome: bool) -> Mark:
    """Specks of a pixel or a few, evenly or in clouds."""
    height, width = picture.shape[:2]
    drawing = canvas(height, width)
    count = int(log_uniform(rng, 3, 90))
    places = rng.uniform(0, [width, height], (count, 2))
    if rng.random() < 0.4:
        places = rng.uniform(0, [width, height]) + rng.normal(0, rng.uniform(8, 50), (count, 2))
    size = log_uniform(rng, 0.5, 2.2)
    for x, y in places * SUPERSAMPLING:
        axes = np.maximum(1, np.round(size * SUPERSAMPLING * rng.lognormal(0, 0.4, 2))).astype(int)
        cv2.ellipse(drawing, (int(x), int(y)), axes.tolist(), rng.uniform(0, 180), 0, 360, 255, -1, cv2.LINE_AA)
    coverage = coverage_of(drawing) * np.float32(rng.uniform(0.5, 1.0))
    return Mark(coverage, paint_like(rng, picture, bright=0.55, dark=0.3, monochrome=monochrome))


def blots(rng: np.random.Generator, picture: Picture, monochrome: bool) -> Mark:
    """Spots of mould, ink or missing emulsion from three to thirty pixels, lobed, sometimes with holes."""
    height, width = picture.shape[:2]
    drawing = canvas(height, width)
    angles = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    for _ in range(rng.integers(1, 16)):
        radius = log_uniform(rng, 1.5, 15)
        waves = sum(rng.normal(0, 0.35 / k) * np.cos(k * angles + rng.uniform(0, 6.3)) for k in range(1, 7))
        outline = np.maximum(0.2, 1 + waves) * radius * SUPERSAMPLING
        stretch = np.array([1, rng.uniform(0.45, 1)])
        points = rng.uniform(0, [width, height]) * SUPERSAMPLING + outline[:, None] * stretch * np.stack(
            [np.cos(angles), np.sin(angles)], 1
        )
        cv2.fillPoly(drawing, [np.round(points * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    coverage = roughen(rng, coverage_of(drawing), rng.uniform(0, 0.2)) * np.float32(rng.uniform(0.5, 1.0))
    return Mark(coverage, paint_like(rng, picture, bright=0.45, dark=0.25, monochrome=monochrome))
