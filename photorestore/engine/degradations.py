"""Noise put into clean pictures as the papers' protocols do it: for benchmarks, and to check what diagnosis sees."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Planes = npt.NDArray[np.float32]  # (h, w, c)


def gaussian(rng: np.random.Generator, planes: Planes, sigma: float, *, eight_bit: bool = False) -> Planes:
    """Not clipped, unless it becomes a file of 8 bits."""
    noisy = planes + sigma * rng.standard_normal(planes.shape, np.float32)
    return quantised(noisy) if eight_bit else noisy.astype(np.float32)


def poisson(rng: np.random.Generator, planes: Planes, peak: float) -> Planes:
    """White has `peak` counts of light on average; not clipped."""
    return np.asarray(rng.poisson(np.clip(planes, 0, 1) * peak) / peak, np.float32)


def random_valued(rng: np.random.Generator, planes: Planes, share: float) -> Planes:
    """A share of the numbers replaced by any."""
    hit = rng.random(planes.shape) < share
    return np.where(hit, rng.random(planes.shape, np.float32), planes)


def salt_and_pepper(rng: np.random.Generator, planes: Planes, share: float) -> Planes:
    """A share of the numbers replaced by black or white."""
    hit = rng.random(planes.shape) < share
    return np.where(hit, (rng.random(planes.shape) < 0.5).astype(np.float32), planes)


def grain(rng: np.random.Generator, planes: Planes, sigma: float, size_px: float) -> Planes:
    """Noise alike in neighbouring pixels and all channels."""
    field = cv2.GaussianBlur(rng.standard_normal(planes.shape[:2], np.float32), (0, 0), size_px)
    return quantised(planes + (sigma * field / field.std())[..., None])


def jpeg(planes: Planes, quality: int) -> Planes:
    _, file = cv2.imencode(".jpg", np.uint8(np.clip(planes, 0, 1) * 255 + 0.5), [cv2.IMWRITE_JPEG_QUALITY, quality])
    flag = cv2.IMREAD_GRAYSCALE if planes.shape[2] == 1 else cv2.IMREAD_COLOR
    decoded = np.asarray(cv2.imdecode(file, flag), np.float32)
    return np.asarray(decoded.reshape(planes.shape) / 255, np.float32)


def quantised(planes: Planes) -> Planes:
    return np.asarray(np.rint(np.clip(planes, 0, 1) * 255) / 255, np.float32)
