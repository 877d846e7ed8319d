"""Impulse noise, also on blurred pictures: l0TV with a proximal method of multipliers (Yuan and Ghanem 2015, 2018).

    min over 0 <= x <= 1 of  |o * (Kx - b)|_0 + w |grad x|_{2,1}

counts the pixels that must be wrong. It equals a problem with a soft mark v of trust (1 trusted, 0 not) that
complements the misfit, v * o * |Kx - b| = 0, which multipliers solve for y = grad x, z = Kx - b, v and x in turn. Marks
`o` start from an impulse detector. Pixels beyond the picture are marked wrong, so blur at borders needs no care.
"""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor

from photorestore.core.photo import Map, Mask
from photorestore.core.progress import Progress
from photorestore.engine.methods.impulses import (
    ImpulseKind,
    adaptive_median,
    extreme_pixels,
    impulse_kind,
    without_random_impulses,
)
from photorestore.engine.methods.kernels import Kernel
from photorestore.engine.methods.method import AnyPlanes, Planes, Wear, by_tiles
from photorestore.engine.methods.unknown_border import Framed, frame
from photorestore.engine.tools import Tools

ROUNDS = 80
FIRST_BETA, BETA_GROWTH, BETA_EVERY = 2.0, 10**0.5, 20
STEP = 0.5 * (1 + 5**0.5)  # of the multipliers, the golden ratio as in the paper
SMOOTHNESS_ENDS, SMOOTHNESS_ANY = 1.0, 3.0  # w: black and white impulses are known for certain, others are not
TILE_SIDE, CONTEXT = 320, 24


def l0tv(planes: AnyPlanes, wear: Wear, tools: Tools) -> AnyPlanes:
    """Finds by itself whether impulses are black and white or of any lightness; `wear.sigma` is not needed."""
    kind = impulse_kind(planes)
    context = CONTEXT + (max(wear.kernel.shape) if wear.kernel is not None else 0)

    def clean(tile: Planes, span: Progress) -> Planes:
        spans = span.split([1] * tile.shape[2])
        done = [
            restore_plane(plane, kind, wear.kernel, tools.with_progress(part))
            for plane, part in zip(tile.transpose(2, 0, 1), spans, strict=True)
        ]
        return np.stack(done, axis=2)

    return by_tiles(planes, clean, TILE_SIDE, context, tools.progress)


def restore_plane(plane: Map, kind: ImpulseKind, kernel: Kernel | None, tools: Tools) -> Map:
    """Mean PSNR (dB) on crops of data/photos: random-valued 30 % (50 %) 26.8 (23.6), best plain median 24.4 (21.3)."""
    trusted, start, smoothness = trusted_pixels(plane, kind)
    device = tools.device.name
    framed = frame(torch.tensor(np.ascontiguousarray(plane), device=device)[None], kernel)
    trust = _framed_trust(framed, torch.from_numpy(trusted).to(device)[None])
    begin = frame(torch.from_numpy(start).to(device)[None], kernel).observed
    solved = solve(framed, trust, begin, kernel, smoothness, tools)
    return np.asarray(framed.cut(solved)[0].cpu().numpy(), np.float32)


def trusted_pixels(plane: Map, kind: ImpulseKind) -> tuple[Mask, Map, float]:
    """Pixels that may be right, a first estimate, and how smooth the rest has to be."""
    if kind.are_ends:
        ends = extreme_pixels(plane)
        return ~ends, np.where(ends, adaptive_median(plane), plane), SMOOTHNESS_ENDS
    start = without_random_impulses(plane, kind.lonely)
    return start == plane, start, SMOOTHNESS_ANY


def _framed_trust(framed: Framed, trusted: Tensor) -> Tensor:
    left, right, top, bottom = framed.margins
    return F.pad(trusted.float(), (left, right, top, bottom))


@torch.inference_mode()
def solve(
    framed: Framed, trust: Tensor, start: Tensor, kernel: Kernel | None, smoothness: float, tools: Tools
) -> Tensor:
    observed, x, beta = framed.observed, start, FIRST_BETA

    def blurred(planes: Tensor, transfer: Tensor) -> Tensor:
        if kernel is None:
            return planes
        return torch.fft.irfft2(torch.fft.rfft2(planes) * transfer, s=framed.size)

    forward, backward = framed.transfer, framed.transfer.conj()
    misfit = blurred(x, forward) - observed
    gradient = _gradient(x)
    z, v = misfit, trust
    xi, zeta, pi = torch.zeros_like(gradient), torch.zeros_like(z), torch.zeros_like(z)
    for number in range(ROUNDS):
        tools.progress.report(number / ROUNDS)
        if number and number % BETA_EVERY == 0:
            beta *= BETA_GROWTH
        wanted = gradient + xi / beta
        length = wanted.square().sum(0, keepdim=True).sqrt()
        y = wanted * (1 - smoothness / beta / length.clamp(min=1e-9)).clamp(min=0)
        q = misfit + zeta / beta
        z = q.sign() * (beta * q.abs() - pi * trust * v).clamp(min=0) / (beta * (1 + trust * v.square()))
        size = trust * z.abs()
        v = ((1 - pi * size) / (beta * size.square()).clamp(min=1e-9)).clamp(0, 1)
        pull = _divergence(beta * (gradient - y) + xi) + blurred(beta * (misfit - z) + zeta, backward)
        x = (x - pull / (9 * beta)).clamp(0, 1)  # 9 bounds |grad|^2 + |K|^2
        gradient, misfit = _gradient(x), blurred(x, forward) - observed
        xi = xi + STEP * beta * (gradient - y)
        zeta = zeta + STEP * beta * (misfit - z)
        pi = pi + STEP * beta * (trust * v * z.abs())
    return x


def _gradient(x: Tensor) -> Tensor:
    """(2, h, w), periodic like the blur."""
    return torch.cat([x.roll(-1, -1) - x, x.roll(-1, -2) - x])


def _divergence(field: Tensor) -> Tensor:
    """The adjoint of `_gradient`."""
    across, down = field[:1], field[1:]
    return across.roll(1, -1) - across + down.roll(1, -2) - down
