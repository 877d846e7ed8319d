"""Poisson noise: overlapping group sparsity and non-convex second-order total variation (Jon, Liu, Lv and Zhu 2021).

    min over u of  sum(u - f log u) + a * sum |groups of grad u|_2 + b * sum |second differences of u|^p

by the method of multipliers with z = u (the Poisson term, solved pixel by pixel), v = grad u (groups of 3 x 3 pixels
overlapping, by majorisation and minimisation) and w = second differences (iteratively reweighted least squares). All
in counts of light divided by the peak, so that weights don't depend on it but for the factor 1 / peak of the Poisson
term. The published weights could not be read; those here were tuned
on crops of data/photos at peak 30, where the result stays 0.1 to 0.5 dB below Anscombe with non-local means.
"""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor

from photorestore.core.photo import Map
from photorestore.core.progress import Progress
from photorestore.engine.methods.method import AnyPlanes, Planes, Wear, by_tiles
from photorestore.engine.methods.unknown_border import frame
from photorestore.engine.tools import Tools

ROUNDS, INNER = 40, 2
GROUP = 3
POWER = 0.6  # of the second differences
GROUP_WEIGHT, BEND_WEIGHT = 0.05, 0.1  # times the noise level of middle grey, see `denoise_plane`
TILE_SIDE, CONTEXT = 384, 24
LEAST_PEAK = 1.0


def poisson_tv(planes: AnyPlanes, wear: Wear, tools: Tools) -> AnyPlanes:
    """`wear.sigma` is the noise of middle grey: it tells the peak, the number of counts of white."""
    peak = peak_of(wear.sigma)

    def clean(tile: Planes, span: Progress) -> Planes:
        spans = span.split([1] * tile.shape[2])
        done = [
            denoise_plane(plane, peak, tools.with_progress(part))
            for plane, part in zip(tile.transpose(2, 0, 1), spans, strict=True)
        ]
        return np.stack(done, axis=2)

    return by_tiles(planes, clean, TILE_SIDE, CONTEXT, tools.progress)


def peak_of(sigma: float) -> float:
    return max(LEAST_PEAK, 0.5 / max(sigma, 1e-4) ** 2)


@torch.inference_mode()
def denoise_plane(plane: Map, peak: float, tools: Tools, group: float = GROUP_WEIGHT, bend: float = BEND_WEIGHT) -> Map:
    framed = frame(torch.tensor(np.ascontiguousarray(plane), device=tools.device.name)[None], None)
    f = framed.observed.clamp(min=0)
    noise = (0.5 / peak) ** 0.5
    a, b = group / noise, bend / noise ** (2 - POWER)  # against the term times peak, i.e. per 1 / (2 noise^2)
    fidelity, first, second = peak, 10 * a, 10 * b
    spectra = _spectra(f)
    solver = fidelity + first * spectra[0] + second * spectra[1]
    u = F.avg_pool2d(F.pad(f[None], (1, 1, 1, 1), mode="circular"), 3, 1)[0]
    z, v, w = f, _gradient(u), _bends(u)
    dz, dv, dw = torch.zeros_like(z), torch.zeros_like(v), torch.zeros_like(w)
    for number in range(ROUNDS):
        tools.progress.report(number / ROUNDS)
        right = fidelity * (z - dz) + first * _gradient_back(v - dv) + second * _bends_back(w - dw)
        u = torch.fft.irfft2(torch.fft.rfft2(right) / solver, s=framed.size)
        z = _poisson_step(u + dz, f, peak / fidelity)
        gradient, bends = _gradient(u), _bends(u)
        v = group_shrink(gradient + dv, a / first)
        w = _bend_step(bends + dw, b / second)
        dz, dv, dw = dz + u - z, dv + gradient - v, dw + bends - w
    return np.asarray(framed.cut(z)[0].clamp(0, 1).cpu().numpy(), np.float32)


def _poisson_step(near: Tensor, f: Tensor, ratio: float) -> Tensor:
    """argmin of ratio * (z - f log z) + (z - near)^2 / 2."""
    half = (near - ratio) / 2
    return half + (half.square() + ratio * f).sqrt()


def group_shrink(near: Tensor, weight: float) -> Tensor:
    """argmin of weight * sum of the lengths of all GROUP x GROUP groups + |v - near|^2 / 2, by majorisation.

    Each direction's differences are grouped for themselves.
    """
    v = near
    for _ in range(INNER):
        length = _group_sums(v.square()).clamp(min=1e-10).sqrt()
        v = near / (1 + weight * _group_sums(1 / length))
    return v


def _group_sums(planes: Tensor) -> Tensor:
    margin = GROUP // 2
    padded = F.pad(planes[None], (margin,) * 4, mode="circular")
    return F.avg_pool2d(padded, GROUP, 1)[0] * GROUP**2


def _bend_step(near: Tensor, weight: float) -> Tensor:
    """argmin of weight * |w|^p + (w - near)^2 / 2, reweighted from where it is."""
    w = near
    for _ in range(INNER):
        w = near / (1 + weight * POWER * (w.square() + 1e-6) ** (POWER / 2 - 1))
    return w


def _gradient(u: Tensor) -> Tensor:
    return torch.cat([u.roll(-1, -1) - u, u.roll(-1, -2) - u])


def _gradient_back(field: Tensor) -> Tensor:
    across, down = field[:1], field[1:]
    return across.roll(1, -1) - across + down.roll(1, -2) - down


def _bends(u: Tensor) -> Tensor:
    """Second differences across, down, and mixed twice."""
    across, down = u.roll(-1, -1) - u, u.roll(-1, -2) - u
    mixed = (across.roll(-1, -2) - across) * 2**0.5
    return torch.cat([across - across.roll(1, -1), down - down.roll(1, -2), mixed])


def _bends_back(field: Tensor) -> Tensor:
    across, down, mixed = field[:1], field[1:2], field[2:] * 2**0.5
    back = across.roll(-1, -1) - 2 * across + across.roll(1, -1) + down.roll(-1, -2) - 2 * down + down.roll(1, -2)
    once = mixed.roll(1, -2) - mixed
    return back + once.roll(1, -1) - once


def _spectra(like: Tensor) -> tuple[Tensor, Tensor]:
    """Of the gradient's and the second differences' squares."""
    height, width = like.shape[-2:]
    down = 2 - 2 * torch.cos(2 * torch.pi * torch.arange(height, device=like.device) / height)
    across = 2 - 2 * torch.cos(2 * torch.pi * torch.arange(width // 2 + 1, device=like.device) / width)
    gradient = down[:, None] + across[None, :]
    return gradient, gradient.square()
