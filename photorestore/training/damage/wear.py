"""What age and cheap optics do to the whole picture: tone, fading, blur, grain, noise, halftone, resampling, JPEG."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

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


# --- blur ---------------------------------------------------------------------------------------------------------


def blur(rng: np.random.Generator, picture: Picture) -> Picture:
    """A soft lens, misfocus, motion or resampling."""
    ways: tuple[Callable[[np.random.Generator, Picture], Picture], ...] = (soft_lens, misfocus, motion, resample)
    way = ways[rng.choice(4, p=(0.45, 0.1, 0.2, 0.25))]
    return way(rng, picture)


def soft_lens(rng: np.random.Generator, picture: Picture) -> Picture:
    return cv2.GaussianBlur(picture, (0, 0), log_uniform(rng, 0.4, 2.5))


def misfocus(rng: np.random.Generator, picture: Picture) -> Picture:
    return cv2.filter2D(picture, -1, disk_kernel(log_uniform(rng, 0.7, 3.5)), borderType=cv2.BORDER_REFLECT)


def motion(rng: np.random.Generator, picture: Picture) -> Picture:
    kernel = motion_kernel(rng.uniform(2, 9), rng.uniform(0, 180))
    return cv2.filter2D(picture, -1, kernel, borderType=cv2.BORDER_REFLECT)


def resample(rng: np.random.Generator, picture: Picture) -> Picture:
    """Made smaller and large again, as by an old scanner or a web page."""
    factor = rng.uniform(0.4, 0.9)
    small = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ways = (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_NEAREST)
    return cv2.resize(small, picture.shape[1::-1], interpolation=int(rng.choice(ways, p=(0.5, 0.4, 0.1))))


def disk_kernel(radius_px: float) -> npt.NDArray[np.float32]:
    """What an unsharp lens makes of a point: a disk with a soft edge, sum 1."""
    reach = int(np.ceil(radius_px))
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    kernel = np.clip(radius_px + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    return np.asarray(kernel / kernel.sum(), np.float32)


def motion_kernel(length_px: float, angle_degrees: float) -> npt.NDArray[np.float32]:
    """A straight, anti-aliased stroke, sum 1."""
    reach = int(np.ceil(length_px / 2))
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(np.float32)
    angle = np.deg2rad(angle_degrees)
    along, across = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    kernel = np.clip(1 - np.abs(across), 0, 1) * np.clip(length_px / 2 + 0.5 - np.abs(along), 0, 1)
    return np.asarray(kernel / kernel.sum(), np.float32)


# --- noise --------------------------------------------------------------------------------------------------------


def noise(rng: np.random.Generator, picture: Picture) -> tuple[Picture, float]:
    """White noise of the sensor or the scanner: Gaussian, Poisson, speckle or impulses."""
    draw = rng.random()
    if draw < 0.5:
        return _white(rng, picture)
    if draw < 0.7:
        return poisson(rng, picture)
    if draw < 0.85:
        worn, sigma = _white(rng, picture)
        return picture + (worn - picture) * (0.3 + 1.2 * picture), sigma
    return impulses(rng, picture)


def _white(rng: np.random.Generator, picture: Picture) -> tuple[Picture, float]:
    sigma = log_uniform(rng, 0.008, 0.14)
    shape = (*picture.shape[:2], 3 if rng.random() < 0.5 else 1)
    return picture + np.float32(sigma) * rng.standard_normal(shape, np.float32), sigma


def poisson(rng: np.random.Generator, picture: Picture) -> tuple[Picture, float]:
    """Too little light: the spread grows with the root of the brightness."""
    peak = log_uniform(rng, 40, 2000)
    counted = rng.poisson(np.clip(picture, 0, 1) * peak).astype(np.float32)
    return counted / np.float32(peak), float(np.sqrt(picture.mean().clip(0.01) / peak))


def impulses(rng: np.random.Generator, picture: Picture) -> tuple[Picture, float]:
    """Salt, pepper, or pixels of any value: a few in a hundred."""
    share = log_uniform(rng, 0.001, 0.05)
    hit = rng.random(picture.shape[:2]) < share
    values = rng.random(picture.shape[:2], np.float32)
    if rng.random() < 0.6:
        values = np.round(values)
    return np.where(hit[..., None], values[..., None], picture), 0.3 * float(np.sqrt(share))


def grain(rng: np.random.Generator, picture: Picture) -> tuple[Picture, float]:
    """Film grain: correlated over a pixel or a few, in colour or not, sometimes stronger in the light."""
    height, width = picture.shape[:2]
    sigma = log_uniform(rng, 0.01, 0.14)
    if rng.random() < 0.5:
        white = rng.standard_normal((height, width, 3 if rng.random() < 0.4 else 1), np.float32)
        soft = cv2.GaussianBlur(white, (0, 0), rng.uniform(0.4, 1.3))
        field = (soft if soft.ndim == 3 else soft[..., None]) / max(float(soft.std()), 1e-6)
    else:
        field = fractal(rng, height, width, rng.uniform(1.2, 4), 2)[..., None]
    if rng.random() < 0.25:
        field = field * (0.3 + 1.2 * picture)
    return picture + np.float32(sigma) * field, sigma


def halftone(rng: np.random.Generator, picture: Picture) -> Picture:
    """A printed picture: a turned grid of dots whose size follows the brightness, a little out of focus."""
    height, width = picture.shape[:2]
    period, angle = rng.uniform(3, 6), rng.uniform(0, np.pi / 2)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    screen = 0.25 * (np.cos(2 * np.pi * u / period) + np.cos(2 * np.pi * v / period)) + 0.5
    dots = np.clip((picture - screen[..., None]) * rng.uniform(1.5, 4) + 0.5, 0, 1)
    dots = cv2.GaussianBlur(dots.astype(np.float32), (0, 0), period * rng.uniform(0.12, 0.3))
    amount = np.float32(rng.uniform(0.15, 0.6))
    return picture + amount * (dots - picture)


def jpeg(rng: np.random.Generator, picture: Picture, low: int = 25, high: int = 95) -> Picture:
    coded = cv2.imencode(
        ".jpg", np.uint8(np.clip(picture, 0, 1) * 255 + 0.5), [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(low, high))]
    )[1]
    decoded = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    return np.asarray(decoded).astype(np.float32) * np.float32(1 / 255)


@dataclass(frozen=True)
class WearOdds:
    """How likely each kind of wear is."""

    blur: float = 0.35
    noise: float = 0.22
    grain: float = 0.22
    halftone: float = 0.02
    jpeg: float = 0.2


USUAL = WearOdds()


def wear_down(rng: np.random.Generator, picture: Picture, odds: WearOdds = USUAL) -> Wear:
    """Before the damage came: what the photograph itself went through, its tone aside. Often nothing."""
    sigma = 0.0
    if rng.random() < odds.blur:
        picture = blur(rng, picture)
    if rng.random() < odds.grain:
        picture, sigma = grain(rng, picture)
    if rng.random() < odds.noise:
        picture, more = noise(rng, picture)
        sigma = float(np.hypot(sigma, more))
    if rng.random() < odds.halftone:
        picture = halftone(rng, picture)
    if rng.random() < odds.jpeg:
        picture = jpeg(rng, picture)
    return Wear(np.clip(picture, 0, 1).astype(np.float32), sigma)
