"""Damage that follows a line: cracks with branches, folds, straight scratches, hairs."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.training.damage.fields import Plane, fractal, log_uniform
from photorestore.training.damage.marks import (
    SUPERSAMPLING,
    Mark,
    Picture,
    canvas,
    coverage_of,
    paint_like,
    roughen,
)

Points = npt.NDArray[np.float64]  # (n, 2) x, y in px


def walk(
    rng: np.random.Generator,
    start: Points,
    heading: float,
    length_px: float,
    step_px: float,
    wander: float,
    jitter: float,
) -> Points:
    """A path whose heading drifts by `wander` and shakes by `jitter` radians a step."""
    count = max(2, int(length_px / step_px))
    headings = heading + np.cumsum(rng.normal(0, wander, count)) + rng.normal(0, jitter, count)
    steps = step_px * np.stack([np.cos(headings), np.sin(headings)], 1)
    return np.vstack([start, start + np.cumsum(steps, 0)])


def draw_path(drawing: npt.NDArray[np.uint8], points: Points, widths_px: npt.NDArray[np.float64]) -> None:
    fixed = np.round(points * SUPERSAMPLING * 16).astype(np.int64)
    np.clip(fixed, -(2**20), 2**20, out=fixed)
    thickness = np.maximum(1, np.round(widths_px * SUPERSAMPLING)).astype(int)
    for a, b, wide in zip(fixed[:-1].tolist(), fixed[1:].tolist(), thickness.tolist(), strict=False):
        cv2.line(drawing, a, b, 255, wide, cv2.LINE_AA, 4)


def uneven_widths(
    rng: np.random.Generator, count: int, width_px: float, spread: float, taper: bool
) -> npt.NDArray[np.float64]:
    knots = rng.normal(0, spread, max(2, count // 5 + 2))
    widths = width_px * np.exp(np.interp(np.linspace(0, len(knots) - 1, count), np.arange(len(knots)), knots))
    return widths * np.sqrt(np.linspace(1, 0.15, count)) if taper else widths


def random_start(rng: np.random.Generator, height: int, width: int, from_edge: bool) -> tuple[Points, float]:
    """A point and a heading; from an edge it points inwards."""
    if not from_edge:
        return rng.uniform(0, [width, height]), rng.uniform(0, 2 * np.pi)
    side = rng.integers(4)
    inward = [np.pi / 2, np.pi, -np.pi / 2, 0.0][side]
    along = rng.random()
    point = np.array([[along * width, 0], [width, along * height], [along * width, height], [0, along * height]][side])
    return point, inward + rng.normal(0, 0.5)


def _branch(
    rng: np.random.Generator,
    drawing: npt.NDArray[np.uint8],
    start: Points,
    heading: float,
    length_px: float,
    width_px: float,
    depth: int,
) -> None:
    step = rng.uniform(4, 10)
    points = walk(rng, start, heading, length_px, step, wander=rng.uniform(0.03, 0.2), jitter=rng.uniform(0.1, 0.5))
    draw_path(drawing, points, uneven_widths(rng, len(points), width_px, 0.35, taper=bool(rng.random() < 0.6)))
    if depth == 0:
        return
    for _ in range(rng.poisson(length_px / 90)):
        at = points[rng.integers(len(points))]
        turn = rng.choice([-1, 1]) * rng.uniform(0.35, 1.4)
        _branch(
            rng,
            drawing,
            at,
            heading + turn,
            length_px * rng.uniform(0.15, 0.6),
            width_px * rng.uniform(0.4, 0.9),
            depth - 1,
        )


def _edge_shadow(rng: np.random.Generator, coverage: Plane) -> Plane:
    """Lifted edges of a crack throw a shadow to one side."""
    dx, dy = rng.uniform(-2.5, 2.5, 2)
    moved = cv2.warpAffine(coverage, np.array([[1, 0, dx], [0, 1, dy]], np.float32), coverage.shape[::-1])
    soft: Plane = cv2.GaussianBlur(moved, (0, 0), rng.uniform(0.7, 2.5)) * np.float32(rng.uniform(0.1, 0.5))
    return soft


def cracks(rng: np.random.Generator, picture: Picture, monochrome: bool) -> Mark:
    """Cracked emulsion: ragged, branching, mostly bright (paper shows), from a hairline to several pixels."""
    height, width = picture.shape[:2]
    drawing = canvas(height, width)
    width_px = log_uniform(rng, 0.5, 4.5)
    for _ in range(rng.integers(1, 5)):
        start, heading = random_start(rng, height, width, from_edge=bool(rng.random() < 0.6))
        _branch(rng, drawing, start, heading, rng.uniform(0.2, 1.2) * width, width_px * rng.uniform(0.5, 1.2), depth=2)
    coverage = roughen(rng, coverage_of(drawing), rng.uniform(0, 0.35)) * np.float32(rng.uniform(0.55, 1.0))
    shadow = _edge_shadow(rng, coverage) if rng.random() < 0.5 else None
    return Mark(coverage, paint_like(rng, picture, bright=0.75, dark=0.17, monochrome=monochrome), shadow)


def fold(rng: np.random.Generator, picture: Picture, monochrome: bool) -> Mark:
    """A crease right across the print: nearly straight, a band of shade beside it, emulsion flaked off along it."""
    height, width = picture.shape[:2]
    drawing = canvas(height, width)
    start, heading = random_start(rng, height, width, from_edge=True)
    points = walk(
        rng, start, heading, 1.6 * max(height, width), rng.uniform(5, 12), wander=0.01, jitter=rng.uniform(0.02, 0.15)
    )
    width_px = log_uniform(rng, 0.6, 4)
    draw_path(drawing, points, uneven_widths(rng, len(points), width_px, 0.5, taper=False))
    line = coverage_of(drawing)
    flakes = (
        cv2.GaussianBlur(line, (0, 0), 2 + 2 * width_px) * 3
        + 0.7 * fractal(rng, height, width, rng.uniform(4, 14), 3)
        - 1.2
    )
    flaked = np.clip(flakes * 4, 0, 1).astype(np.float32) * np.float32(rng.random() < 0.6)
    coverage = np.maximum(roughen(rng, line, rng.uniform(0, 0.4)), flaked) * np.float32(rng.uniform(0.5, 1.0))
    wide = cv2.GaussianBlur(line, (0, 0), rng.uniform(4, 14))
    shadow = np.clip(wide / max(float(wide.max()), 1e-3), 0, 1) * np.float32(rng.uniform(0, 0.25))
    return Mark(
        coverage, paint_like(rng, picture, bright=0.7, dark=0.2, monochrome=monochrome), shadow.astype(np.float32)
    )


def scratches(rng: np.random.Generator, picture: Picture, monochrome: bool) -> Mark:
    """Something sharp drawn across film or print: thin, straight or bent a little, often broken or in parallel."""
    height, width = picture.shape[:2]
    drawing = canvas(height, width)
    heading = rng.uniform(0, np.pi) if rng.random() < 0.7 else np.pi / 2 + rng.normal(0, 0.03)
    width_px = log_uniform(rng, 0.5, 2.2)
    for _ in range(rng.integers(1, 7)):
        start = rng.uniform(-0.2, 1.0, 2) * [width, height]
        length = log_uniform(rng, 0.08, 1.5) * width
        bend = rng.normal(0, 0.012)
        count = max(3, int(length / 6))
        angles = heading + rng.normal(0, 0.06) + bend * np.arange(count)
        points = start + np.cumsum(6 * np.stack([np.cos(angles), np.sin(angles)], 1), 0)
        widths = uneven_widths(rng, count, width_px * rng.uniform(0.7, 1.2), 0.25, taper=bool(rng.random() < 0.5))
        gaps = fractal(rng, 1, count, 6, 2)[0] < rng.uniform(-1.2, 0.3) if rng.random() < 0.4 else np.zeros(count, bool)
        for part in np.split(np.arange(count), np.flatnonzero(np.diff(gaps)) + 1):
            if len(part) > 1 and not gaps[part[0]]:
                draw_path(drawing, points[part], widths[part])
    coverage = coverage_of(drawing) * np.float32(rng.uniform(0.35, 1.0))
    return Mark(coverage, paint_like(rng, picture, bright=0.5, dark=0.35, monochrome=monochrome))


def hairs(rng: np.random.Generator, picture: Picture, monochrome: bool) -> Mark:
    """Hair, lint and fibre: smooth curls of even width, dark on a print, bright when it lay on the negative; alone
    or several in one tangle."""
    height, width = picture.shape[:2]
    drawing = canvas(height, width)
    tangled = rng.random() < 0.25
    knot = rng.uniform(0, [width, height])
    for _ in range(1 + rng.poisson(4 if tangled else 1.2)):
        start = knot + rng.normal(0, 12, 2) if tangled else rng.uniform(0, [width, height])
        count = int(log_uniform(rng, 8, 70))
        curl = cv2.GaussianBlur(rng.normal(0, 1, (1, count)), (0, 0), rng.uniform(1.5, 8))[0] * rng.uniform(0.2, 1.2)
        winding = rng.normal(0, 0.15 if tangled else 0.04)  # radians a step, all along: loops
        angles = rng.uniform(0, 2 * np.pi) + np.cumsum(curl + winding)
        step = rng.uniform(2, 5)
        points = start + np.cumsum(step * np.stack([np.cos(angles), np.sin(angles)], 1), 0)
        draw_path(drawing, points, np.full(count, log_uniform(rng, 0.5, 2.8)))
    coverage = coverage_of(drawing) * np.float32(rng.uniform(0.4, 1.0))
    return Mark(coverage, paint_like(rng, picture, bright=0.25, dark=0.55, monochrome=monochrome))
