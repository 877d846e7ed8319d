"""Poisson noise made even (Anscombe 1948), taken away by a method, and back without bias (Makitalo, Foi 2011)."""

from __future__ import annotations

import numpy as np

from photorestore.core.pixels16 import bands, blank_like, extent
from photorestore.engine.methods.method import AnyPlanes, Planes, Run, Wear
from photorestore.engine.methods.poisson_tv import peak_of
from photorestore.engine.tools import Tools


def after_anscombe(method: Run) -> Run:
    def run(planes: AnyPlanes, wear: Wear, tools: Tools) -> AnyPlanes:
        """`wear.sigma` is the noise of middle grey, which tells how many counts white has."""
        peak = np.float32(peak_of(wear.sigma))
        brightest = np.array([extent(planes)[1]], np.float32)
        top = max(float(_even(brightest, peak)[0]), 1.0)
        even = blank_like(planes)
        for rows in bands(planes):
            tools.progress.check_cancelled()
            even[rows] = _even(planes[rows], peak) / np.float32(top)
        clean = method(even, Wear(1 / top), tools)
        for rows in bands(planes):
            tools.progress.check_cancelled()
            clean[rows] = _back(clean[rows] * np.float32(top), peak)
        return clean

    return run


def _even(planes: Planes, peak: np.float32) -> Planes:
    """Noise of variance 1, whatever the lightness."""
    return np.asarray(2 * np.sqrt(np.maximum(planes, 0) * peak + np.float32(3 / 8)), np.float32)


def _back(even: Planes, peak: np.float32) -> Planes:
    """The closed form of the exact unbiased inverse."""
    root = np.float32(1.5**0.5)
    even = np.maximum(even, np.float32(2 * (3 / 8) ** 0.5))
    counts = even**2 / 4 + root / 4 / even - np.float32(11 / 8) / even**2 + root * np.float32(5 / 8) / even**3
    return np.asarray(np.clip((counts - np.float32(1 / 8)) / peak, 0, 1), np.float32)
