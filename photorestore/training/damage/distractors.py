"""Things that look like damage and are not: drawn into the photograph before it ages, and never labelled."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from photorestore.training.damage.fields import fractal, log_uniform
from photorestore.training.damage.marks import SUPERSAMPLING, Picture, canvas, coverage_of

WORDS = (
    "1923",
    "Studio",
    "Berlin",
    "Mai",
    "Oma",
    "Anna",
    "No. 7",
    "Hotel",
    "CAFE",
    "14 6 51",
    "New York",
    "Paris",
    "A",
    "Foto",
)


def _blend(picture: Picture, coverage: Picture, colour: Picture) -> Picture:
    blended: Picture = picture + coverage[..., None] * (colour - picture)
    return blended.astype(np.float32)


def _grey(rng: np.random.Generator, low: float, high: float) -> Picture:
    return np.clip(rng.uniform(low, high) + rng.normal(0, 0.03, 3), 0, 1).astype(np.float32)


def writing(rng: np.random.Generator, picture: Picture) -> Picture:
    height, width = picture.shape[:2]
    drawing = canvas(height, width)
    for _ in range(rng.integers(1, 4)):
        place = (rng.uniform(-0.1, 0.8, 2) * [width, height] * SUPERSAMPLING).astype(int)
        font = int(rng.choice([cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_SCRIPT_COMPLEX]))
        cv2.putText(
            drawing,
            str(rng.choice(WORDS)),
            place.tolist(),
            font,
            log_uniform(rng, 0.6, 3),
            255,
            int(rng.integers(1, 7)),
            cv2.LINE_AA,
        )
    if rng.random() < 0.5:
        turn = cv2.getRotationMatrix2D((width, height), rng.normal(0, 20), 1)
        drawing = cv2.warpAffine(drawing, turn, drawing.shape[::-1])
    level = _grey(rng, 0.75, 1) if rng.random() < 0.5 else _grey(rng, 0, 0.25)
    return _blend(picture, coverage_of(drawing) * np.float32(rng.uniform(0.5, 1)), level)


def wires(rng: np.random.Generator, picture: Picture) -> Picture:
    """Telegraph wires, rigging, fences: long smooth curves that keep their width, mostly several in parallel."""
    height, width = picture.shape[:2]
    drawing = canvas(height, width)
    x = np.linspace(-0.1, 1.1, 30)
    slope, sag, wide = rng.normal(0, 0.5), rng.uniform(-0.3, 0.3), max(1, round(log_uniform(rng, 1, 5)))
    for base in rng.uniform(0, 1) + np.arange(rng.integers(2, 6)) * rng.uniform(0.04, 0.25):
        y = base + slope * (x - 0.5) + sag * (x - 0.5) ** 2
        points = np.stack([x * width, y * height], 1)
        cv2.polylines(
            drawing, [np.round(points * SUPERSAMPLING * 16).astype(np.int32)], False, 255, wide, cv2.LINE_AA, 4
        )
    if rng.random() < 0.4:
        drawing = np.ascontiguousarray(drawing.T) if height == width else drawing
    return _blend(picture, coverage_of(drawing), _grey(rng, 0, 0.35) if rng.random() < 0.7 else _grey(rng, 0.7, 1))


def lattice(rng: np.random.Generator, picture: Picture) -> Picture:
    """Window bars, lace, tiles, stripes: anything that repeats, over a part of the picture."""
    height, width = picture.shape[:2]
    angle = rng.normal(0, 0.3)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    period = log_uniform(rng, 5, 60)
    duty = rng.uniform(0.06, 0.35)
    bars = np.minimum(
        np.abs(u / period % 1 - 0.5), 1 if rng.random() < 0.3 else np.abs(v / (period * rng.uniform(0.6, 2)) % 1 - 0.5)
    )
    coverage = np.clip((duty / 2 - bars) * period + 0.5, 0, 1)
    left, top = rng.uniform(-0.2, 0.6, 2) * [width, height]
    inside = (
        (x > left) & (x < left + rng.uniform(0.3, 1) * width) & (y > top) & (y < top + rng.uniform(0.3, 1) * height)
    )
    return _blend(picture, (coverage * inside).astype(np.float32), _grey(rng, 0, 1))


def flowers(rng: np.random.Generator, picture: Picture) -> Picture:
    """White blossoms, bows, collars, lace tips: bright lobed shapes, but shaded and with structure inside."""
    height, width = picture.shape[:2]
    shade = 0.1 * fractal(rng, height, width, rng.uniform(6, 25), 3)
    for _ in range(rng.integers(1, 9)):
        drawing = canvas(height, width)
        centre, radius = rng.uniform(0, [width, height]) * SUPERSAMPLING, log_uniform(rng, 3, 22) * SUPERSAMPLING
        petals, first = int(rng.integers(3, 9)), rng.uniform(0, 6.3)
        for angle in first + np.arange(petals) * 2 * np.pi / petals:
            middle = centre + 0.6 * radius * np.array([np.cos(angle), np.sin(angle)])
            axes = (max(1, int(0.55 * radius)), max(1, int(0.3 * radius)))
            cv2.ellipse(drawing, middle.astype(int).tolist(), axes, np.degrees(angle), 0, 360, 255, -1, cv2.LINE_AA)
        coverage = cv2.GaussianBlur(coverage_of(drawing), (0, 0), rng.uniform(0.3, 1.5))
        inner = cv2.GaussianBlur(coverage, (0, 0), radius / SUPERSAMPLING / 3) - 0.5
        colour = np.clip(_grey(rng, 0.75, 1) + (shade + 0.25 * inner)[..., None], 0, 1)
        picture = _blend(picture, coverage, colour)
    return picture


def beads(rng: np.random.Generator, picture: Picture) -> Picture:
    """Pearls, buttons, lamps, catch-lights: round highlights in a row or scattered."""
    height, width = picture.shape[:2]
    drawing = canvas(height, width)
    start, step = rng.uniform(0, [width, height]), rng.normal(0, 1, 2)
    step *= log_uniform(rng, 4, 25) / (np.hypot(*step) + 1e-6)
    radius = log_uniform(rng, 1, 6) * SUPERSAMPLING
    for k in range(rng.integers(3, 16)):
        place = (start + k * step + 0.02 * k**2 * step[::-1]) * SUPERSAMPLING
        cv2.circle(drawing, place.astype(int).tolist(), max(1, int(radius)), 255, -1, cv2.LINE_AA)
    return _blend(
        picture,
        coverage_of(drawing) * np.float32(rng.uniform(0.6, 1)),
        _grey(rng, 0.6, 1) if rng.random() < 0.7 else _grey(rng, 0, 0.3),
    )


def border(rng: np.random.Generator, picture: Picture) -> Picture:
    """The white margin of a print or the black edge of a frame: straight, part of the photograph."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    tilt = rng.normal(0, 0.01)
    edges = [x + tilt * y, width - 1 - x + tilt * y, y + tilt * x, height - 1 - y + tilt * x]
    chosen = rng.permutation(4)[: rng.integers(1, 3)]
    wide = log_uniform(rng, 4, 50)
    coverage = np.max([np.clip(wide - edges[k] + 0.5, 0, 1) for k in chosen], 0).astype(np.float32)
    level = _grey(rng, 0.8, 1) if rng.random() < 0.65 else _grey(rng, 0, 0.15)
    return _blend(picture, coverage, level)


DISTRACTORS: tuple[Callable[[np.random.Generator, Picture], Picture], ...] = (
    writing,
    wires,
    lattice,
    flowers,
    beads,
    border,
)
