"""Soft damage that is not for the scratch mask: water marks, foxing, uneven fading, light leaks, grease."""

from __future__ import annotations

import cv2
import numpy as np

from photorestore.training.damage.fields import fractal, grow_blobs, log_uniform
from photorestore.training.damage.marks import Picture


def stain(rng: np.random.Generator, picture: Picture) -> Picture:
    """One broad stain, darker or lighter, with the darker rim that drying water leaves."""
    height, width = picture.shape[:2]
    field = grow_blobs(rng, height, width, tuple(rng.uniform(0, [width, height])), log_uniform(rng, 0.2, 0.9) * width)
    body = 1 / (1 + np.exp(-field * rng.uniform(1, 5)))
    body = cv2.GaussianBlur(body.astype(np.float32), (0, 0), rng.uniform(2, 8))
    rim = body * (1 - body) * 4 * np.float32(rng.uniform(0, 1) * (rng.random() < 0.5))
    depth = np.float32(rng.uniform(0.05, 0.3))
    tint = np.array([1, 1 + rng.uniform(0, 0.3), 1 + rng.uniform(0, 0.8)], np.float32)
    change = depth * (0.7 * body + 0.5 * rim)[..., None] * tint
    return np.clip(picture * (1 - change) if rng.random() < 0.7 else picture + change * (1 - picture), 0, 1)


def uneven_light(rng: np.random.Generator, picture: Picture) -> Picture:
    """Fading from the edges, vignettes and light leaks: broad multiplicative change."""
    height, width = picture.shape[:2]
    field = fractal(rng, height, width, rng.uniform(0.5, 1.5) * width, 2)
    return np.clip(picture * (1 + np.float32(rng.uniform(0.02, 0.15)) * field)[..., None], 0, 1).astype(np.float32)
