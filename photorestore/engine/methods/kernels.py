"""Blur kernels: motion, misfocus, hand shake; and what every deblurring method does at a picture's borders."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.errors import UserError

Kernel = npt.NDArray[np.float32]  # (k, k) of odd sides, not negative, sum 1
Plane = npt.NDArray[np.float32]

FINENESS = 8  # subpixels a side while a kernel is drawn


def check_kernel(kernel: npt.NDArray[np.floating], width: int, height: int) -> Kernel:
    """The kernel with sum 1; `UserError` for one that can't be a blur of a picture of this size."""
    if kernel.ndim != 2 or not kernel.size or not np.isfinite(kernel).all() or kernel.sum() <= 0:
        raise UserError("The blur kernel is empty; give one with at least one positive value.")
    if kernel.min() < 0:
        raise UserError("The blur kernel has negative values, which no blur has; give one of light amounts.")
    if kernel.shape[0] > height or kernel.shape[1] > width:
        raise UserError(
            f"The blur kernel ({kernel.shape[1]} x {kernel.shape[0]}) is larger than the picture ({width} x {height}); "
            "give a smaller one."
        )
    odd = np.pad(kernel, [(0, 1 - side % 2) for side in kernel.shape])
    return np.asarray(odd / odd.sum(), np.float32)


def motion_kernel(length_px: float, angle_degrees: float) -> Kernel:
    """A straight smear: `length_px` long, `angle_degrees` counter-clockwise from the right."""
    if length_px < 0:
        raise UserError("The length of a motion blur can't be negative.")
    side = 2 * int(np.ceil(max(length_px, 1) / 2)) + 1
    angle = np.deg2rad(angle_degrees)
    reach = (max(length_px, 1) - 1) / 2
    steps = np.linspace(-reach, reach, max(2, int(length_px * FINENESS)))
    return _splat(steps * np.cos(angle), -steps * np.sin(angle), side)


def disk_kernel(radius_px: float) -> Kernel:
    """Misfocus: an evenly lit disk."""
    if radius_px < 0:
        raise UserError("The radius of a misfocus can't be negative.")
    side = 2 * int(np.ceil(radius_px)) + 1
    fine = (np.arange(side * FINENESS) + 0.5) / FINENESS - side / 2
    inside = np.hypot(fine[:, None], fine) <= max(radius_px, 0.5)
    kernel = inside.reshape(side, FINENESS, side, FINENESS).mean(axis=(1, 3))
    return np.asarray(kernel / kernel.sum(), np.float32)


def gaussian_kernel(sigma_px: float) -> Kernel:
    line = cv2.getGaussianKernel(2 * int(np.ceil(3 * sigma_px)) + 1, sigma_px)
    return np.asarray(line @ line.T, np.float32)


def shake_kernel(rng: np.random.Generator, side: int) -> Kernel:
    """A hand's shake as in Levin's set: a smooth random path, held longer here and there. `side` is odd."""
    turns = np.cumsum(rng.normal(0, 0.5, 60)) + rng.uniform(0, 2 * np.pi)
    path = np.cumsum(np.stack([np.cos(turns), np.sin(turns)]) * rng.uniform(0.3, 1.0, 60), axis=1)
    fine = np.stack([np.interp(np.linspace(0, 59, 800), np.arange(60), line) for line in path])
    fine -= (fine.max(axis=1, keepdims=True) + fine.min(axis=1, keepdims=True)) / 2
    fine *= (side / 2 - 1.5) / max(np.abs(fine).max(), 1e-6)
    kernel = _splat(fine[0], fine[1], side)
    y, x = np.mgrid[:side, :side] - side // 2
    shift = -round(float((kernel * y).sum())), -round(float((kernel * x).sum()))
    return _shifted(kernel, shift)


def blur(plane: npt.NDArray[np.float32], kernel: Kernel) -> npt.NDArray[np.float32]:
    """Convolution (not correlation) with mirrored borders, every channel."""
    return np.asarray(cv2.filter2D(plane, -1, kernel[::-1, ::-1], borderType=cv2.BORDER_REFLECT_101), np.float32)


def _shifted(kernel: Kernel, shift: tuple[int, int]) -> Kernel:
    """Moved by whole pixels so that its centre of mass is in the middle; what would fall off makes it larger."""
    margin = max(abs(part) for part in shift)
    return np.roll(np.pad(kernel, margin), shift, (0, 1))


def _splat(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], side: int) -> Kernel:
    """Points' light shared among the four pixels around each."""
    kernel = np.zeros((side + 2, side + 2))
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    for right in (0, 1):
        for below in (0, 1):
            share = np.abs(1 - right - (x - left)) * np.abs(1 - below - (y - top))
            np.add.at(kernel, (top + below + side // 2 + 1, left + right + side // 2 + 1), share)
    return np.asarray(kernel[1:-1, 1:-1] / kernel[1:-1, 1:-1].sum(), np.float32)
