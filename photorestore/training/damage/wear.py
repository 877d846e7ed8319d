"""What age and cheap optics do to the whole picture: tone, fading, blur, grain, noise, resampling, JPEG."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from photorestore.training.damage.fields import fractal, log_uniform
from photorestore.training.damage.marks import Picture

LUMA = np.array([0.299, 0.587, 0.114], np.float32)


@dataclass(frozen=True)
class Wear:
    """A worn picture, and how much noise it carries (standard deviation, share of full scale)."""

    picture: Picture
    noise: float


def tone(rng: np.random.Generator, picture: Picture) -> Picture:
    """Make it monochrome: neutral, or sepia and its neighbours as a smooth curve from shadow to highlight colour."""
    grey = picture @ LUMA
    if rng.random() < 0.45:
        return np.repeat(grey[..., None], 3, 2)
    shadow = np.array([1, 1 - rng.uniform(0.05, 0.3), 1 - rng.uniform(0.15, 0.55)], np.float32) * rng.uniform(0.05, 0.3)
    light = np.array([1, 1 - rng.uniform(0, 0.1), 1 - rng.uniform(0.03, 0.35)], np.float32) * rng.uniform(0.8, 1)
    gamma = 1 + rng.normal(0, 0.15, 3).astype(np.float32)
    return (shadow + (light - shadow) * np.clip(grey, 0, 1)[..., None] ** gamma).astype(np.float32)


def fade(rng: np.random.Generator, picture: Picture) -> Picture:
    """Contrast loss, and dyes that go at different speeds."""
    strength = rng.uniform(0, 0.5)
    black = strength * (rng.uniform(0, 0.5) + rng.normal(0, 0.08, 3))
    white = 1 - strength * (rng.uniform(0, 0.4) + rng.normal(0, 0.08, 3))
    gamma = np.exp(rng.normal(0, 0.25) + rng.normal(0, 0.08, 3))
    return (black + (white - black) * np.clip(picture, 0, 1) ** gamma).astype(np.float32)


def blur(rng: np.random.Generator, picture: Picture) -> Picture:
    draw = rng.random()
    if draw < 0.6:
        return cv2.GaussianBlur(picture, (0, 0), log_uniform(rng, 0.4, 2.5))
    if draw < 0.8:  # motion
        length, angle = rng.uniform(2, 9), rng.uniform(0, 180)
        kernel = np.zeros((15, 15), np.float32)
        cv2.ellipse(kernel, (7, 7), (max(1, int(length / 2)), 0), angle, 0, 360, 1, 1)
        return cv2.filter2D(picture, -1, kernel / kernel.sum())
    factor = rng.uniform(0.4, 0.9)  # resampling
    small = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ways = (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_NEAREST)
    return cv2.resize(small, picture.shape[1::-1], interpolation=int(rng.choice(ways, p=(0.5, 0.4, 0.1))))


def grain(rng: np.random.Generator, picture: Picture) -> tuple[Picture, float]:
    """White, correlated or speckle noise, in colour or not."""
    height, width = picture.shape[:2]
    sigma = log_uniform(rng, 0.008, 0.14)
    if rng.random() < 0.5:
        noise = rng.standard_normal((height, width, 3 if rng.random() < 0.5 else 1), np.float32)
        if rng.random() < 0.4:
            soft = cv2.GaussianBlur(noise, (0, 0), rng.uniform(0.4, 1.1))
            noise = (soft if soft.ndim == 3 else soft[..., None]) / max(float(soft.std()), 1e-6)
    else:
        noise = fractal(rng, height, width, rng.uniform(1.2, 4), 2)[..., None]
    if rng.random() < 0.25:
        noise = noise * (0.3 + 1.2 * picture)
    return picture + np.float32(sigma) * noise, sigma


def jpeg(rng: np.random.Generator, picture: Picture, low: int = 25, high: int = 95) -> Picture:
    coded = cv2.imencode(
        ".jpg", np.uint8(np.clip(picture, 0, 1) * 255 + 0.5), [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(low, high))]
    )[1]
    decoded = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    return np.asarray(decoded).astype(np.float32) * np.float32(1 / 255)


def age(rng: np.random.Generator, picture: Picture) -> Wear:
    """Before the damage came: what the photograph itself went through. About a quarter stays as it was."""
    sigma = 0.0
    if rng.random() < 0.5:
        picture = fade(rng, picture)
    if rng.random() < 0.35:
        picture = blur(rng, picture)
    if rng.random() < 0.4:
        picture, sigma = grain(rng, picture)
    if rng.random() < 0.2:
        picture = jpeg(rng, picture)
    return Wear(np.clip(picture, 0, 1).astype(np.float32), sigma)
