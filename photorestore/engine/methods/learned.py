"""The trained denoiser (engine.nets.denoiser) as a method, and as the prior that plug-and-play asks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from photorestore.core.progress import Progress
from photorestore.engine.methods.method import AnyPlanes, Planes, Run, Wear, by_tiles
from photorestore.engine.tools import Tools

DENOISER, NOISE2NOISE = "denoiser", "denoiser-noise2noise"
STRONGEST = 55 / 255  # that the network was trained on; stronger noise is scaled down to it
TILE_SIDE, TILE_CONTEXT = 512, 64  # the network tiles what it gets once more; this keeps what it gets small
Prior = Callable[[Planes, float, Progress], Planes]  # (planes, sigma, progress) -> denoised, not clipped


def learned_prior(tools: Tools, name: str = DENOISER) -> Prior:
    """Raise `UserError` when the weights are not installed."""
    network = tools.network(name)

    def denoise(planes: Planes, sigma: float, progress: Progress) -> Planes:
        share = np.float32(min(1.0, STRONGEST / max(sigma, 1e-6)))
        seen = np.empty((*planes.shape[:2], 4), np.float32)
        seen[..., :3] = 0.5 + (planes - 0.5) * share
        seen[..., 3] = sigma * share
        noise = network(seen, progress)
        if planes.shape[2] == 1:
            noise = noise.mean(axis=2, keepdims=True)
        return planes - noise / share

    return denoise


def learned_denoiser(name: str) -> Run:
    """One look by the network, which is told how strong the noise is."""

    def run(planes: AnyPlanes, wear: Wear, tools: Tools) -> AnyPlanes:
        prior = learned_prior(tools, name)
        return by_tiles(
            planes, lambda tile, span: prior(tile, wear.sigma, span), TILE_SIDE, TILE_CONTEXT, tools.progress
        )

    return run
