"""Poisson noise made even (Anscombe 1948), taken away by a method, and back without bias (Makitalo, Foi 2011)."""

from __future__ import annotations

import numpy as np

from photorestore.engine.methods.method import Planes, Run, Wear
from photorestore.engine.methods.poisson_tv import peak_of
from photorestore.engine.tools import Tools


def after_anscombe(method: Run) -> Run:
    def run(planes: Planes, wear: Wear, tools: Tools) -> Planes:
        """`wear.sigma` is the noise of middle grey, which tells how many counts white has."""
        peak = np.float32(peak_of(wear.sigma))
        even = np.maximum(planes, 0) * peak
        even += np.float32(3 / 8)
        np.sqrt(even, out=even)
        even *= 2
        top = np.float32(max(float(even.max()), 1.0))
        even /= top
        clean = method(even, Wear(1 / float(top)), tools)
        clean *= top
        np.maximum(clean, np.float32(2 * (3 / 8) ** 0.5), out=clean)
        return _back(clean, peak)

    return run


def _back(even: Planes, peak: np.float32) -> Planes:
    """The closed form of the exact unbiased inverse."""
    for band in even:
        root = np.float32(1.5**0.5)
        counts = band**2 / 4 + root / 4 / band - np.float32(11 / 8) / band**2 + root * np.float32(5 / 8) / band**3
        band[:] = np.clip((counts - np.float32(1 / 8)) / peak, 0, 1)
    return even
