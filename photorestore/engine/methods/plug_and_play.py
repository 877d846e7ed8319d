"""A denoiser as prior, with half-quadratic splitting: noise, blur of a known kernel, and holes.

After Zhang et al. 2017 (IRCNN), Li, Luo and Zhang 2020 and Zhang et al. 2021 (DPIR), whose schedule is used: with
noise level s and a prior weight L the two steps of round k are

    x = argmin |y - Kx|^2 + r_k |x - z|^2,  r_k = L s^2 / s_k^2     (in the Fourier domain, or pixel by pixel)
    z = denoiser(x, s_k)                                            s_k falls evenly in its logarithm
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from photorestore.core.photo import Mask
from photorestore.core.progress import Progress
from photorestore.engine.methods.kernels import Kernel
from photorestore.engine.methods.learned import DENOISER, Prior, learned_denoiser, learned_prior
from photorestore.engine.methods.method import AnyPlanes, Planes, Wear, by_tiles, to_planes, to_tensor
from photorestore.engine.methods.unknown_border import frame
from photorestore.engine.tools import Tools

ROUNDS, HOLE_ROUNDS = 8, 12
FIRST_SIGMA = 49 / 255
PRIOR_WEIGHT = 0.23
LEAST_SIGMA = 1 / 255  # a picture of 8 bits is never exact
TILE_SIDE, CONTEXT = 768, 48


def plug_and_play(planes: AnyPlanes, wear: Wear, tools: Tools) -> AnyPlanes:
    """Without a kernel the data step has nothing to undo, and one round at the true level is the whole answer."""
    kernel = wear.kernel
    if kernel is None:
        return learned_denoiser(DENOISER)(planes, wear, tools)
    prior = learned_prior(tools)
    return by_tiles(
        planes,
        lambda tile, span: deblur(tile, kernel, wear.sigma, prior, tools.with_progress(span)),
        TILE_SIDE,
        CONTEXT + max(kernel.shape),
        tools.progress,
    )


def deblur(planes: Planes, kernel: Kernel, sigma: float, prior: Prior, tools: Tools) -> Planes:
    """Undo a known blur of a piece of picture."""
    noise = max(sigma, LEAST_SIGMA)
    framed = frame(to_tensor(planes, tools), kernel)
    observed = framed.observed
    estimate = observed
    power = framed.transfer.abs().square()
    levels = falling_levels(noise, ROUNDS)
    for level, span in zip(levels, tools.progress.split([1] * ROUNDS), strict=True):
        weight = PRIOR_WEIGHT * noise**2 / level**2
        numerator = framed.transfer.conj() * torch.fft.rfft2(observed) + weight * torch.fft.rfft2(estimate)
        sharp = torch.fft.irfft2(numerator / (power + weight), s=framed.size)
        estimate = to_tensor(prior(to_planes(sharp), level, span), tools)
        observed = framed.completed(estimate)
    return to_planes(framed.cut(estimate))


def inpaint(planes: Planes, holes: Mask, sigma: float, prior: Prior, progress: Progress) -> Planes:
    """Fill `holes` (h, w); where there are none, pixels stay as they were up to noise of `sigma`."""
    if holes.all():
        return planes.copy()
    noise = max(sigma, LEAST_SIGMA)
    known = ~holes[..., None]
    estimate = np.where(known, planes, planes[~holes].mean(axis=0))
    for level, span in zip(falling_levels(noise, HOLE_ROUNDS), progress.split([1] * HOLE_ROUNDS), strict=True):
        weight = np.float32(PRIOR_WEIGHT * noise**2 / level**2)
        mixed = np.where(known, (planes + weight * estimate) / (1 + weight), estimate)
        estimate = prior(mixed, level, span)
    filled = np.where(known, planes, np.clip(estimate, 0, 1)) if sigma == 0 else np.clip(estimate, 0, 1)
    return np.asarray(filled, np.float32)


def falling_levels(last: float, rounds: int) -> npt.NDArray[np.float64]:
    return np.geomspace(max(FIRST_SIGMA, last), last, rounds)
