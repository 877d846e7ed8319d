"""Random smooth fields: the raw material of stains, paper texture and irregular edges."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Plane = npt.NDArray[np.float32]


def fractal(rng: np.random.Generator, height: int, width: int, coarsest_px: float, octaves: int = 3) -> Plane:
    """Zero-mean noise of about unit spread: octaves of interpolated white noise, each half as wide and strong."""
    total = np.zeros((height, width), np.float32)
    power = 0.0
    for octave in range(octaves):
        cell = max(1.0, coarsest_px / 2**octave)
        grid = rng.standard_normal((max(2, round(height / cell) + 1), max(2, round(width / cell) + 1)), np.float32)
        gain = 0.5**octave
        total += gain * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        power += (0.8 * gain) ** 2  # interpolation loses about a fifth of the spread
    return total / np.float32(np.sqrt(power))


def log_uniform(rng: np.random.Generator, low: float, high: float) -> float:
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def grow_blobs(
    rng: np.random.Generator, height: int, width: int, centre: tuple[float, float], reach_px: float
) -> Plane:
    """A field that is high around `centre` (x, y) and irregular: thresholded at 0 it gives ragged patches."""
    y, x = np.ogrid[:height, :width]
    distance = np.sqrt((x - centre[0]) ** 2 + (y - centre[1]) ** 2).astype(np.float32)
    coarse = fractal(rng, height, width, log_uniform(rng, 8, 48), octaves=4)
    return (1.5 * (1.0 - distance / reach_px) + 0.8 * coarse - 0.3).astype(np.float32)
