"""Cascades of shrinkage fields after Schmidt and Roth 2014, "Shrinkage Fields for Effective Image Restoration".

Each stage shrinks the responses of learned filters and solves one quadratic problem exactly in the Fourier domain
(their equations 9 and 10). Two things differ from the paper: a shrinkage function is the identity plus radial bases, so
that strong edges beyond the bases pass untouched, and its argument is measured in noise levels, so that one cascade
serves a range of them (the bases' weights of three levels are mixed).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor, nn

BASES = 53  # as in the paper
REACH = 10.0  # noise levels that the bases cover on either side
TABLE = 401  # knots at which a shrinkage function is evaluated; straight lines in between


class ShrinkageStage(nn.Module):
    """One step: (estimate, blurred and noisy picture) -> better estimate. Pictures (n, 1, h, w) are periodic here."""

    def __init__(self, side: int, threshold: float, weights: Sequence[float]) -> None:
        """Begins as a sliding-window shrinkage of cosines below `threshold` noise levels; `weights` a level."""
        super().__init__()
        self.side, levels = side, len(weights)
        count = side * side - 1
        self.mix = nn.Parameter(torch.eye(count))  # filters as mixtures of cosines without the constant one
        self.log_weight = nn.Parameter(torch.tensor(weights).log())
        at, bases = _knots_and_bases()
        start = -at * np.exp(-((at / threshold) ** 2) / 2)
        fitted = np.linalg.lstsq(bases, start, rcond=None)[0]
        self.bases = nn.Parameter(torch.tensor(fitted, dtype=torch.float32).expand(levels, count, BASES).clone())
        self.register_buffer("cosines", torch.tensor(_cosines(side), dtype=torch.float32), persistent=False)
        self.register_buffer("table", torch.tensor(bases, dtype=torch.float32), persistent=False)
        self.cosines: Tensor
        self.table: Tensor

    def forward(self, estimate: Tensor, observed: Tensor, kernel: Tensor, sigma: Tensor, mixing: Tensor) -> Tensor:
        """`kernel` (n or 1, h, w // 2 + 1) is the blur's spectrum, `sigma` (n,), `mixing` (n, levels) sums to 1."""
        filters = (self.mix @ self.cosines).reshape(-1, 1, self.side, self.side)
        margin = self.side // 2
        response = F.conv2d(_wrap(estimate, margin), filters)
        shrunk = response + self._correction(response, sigma, mixing)
        pulled = F.conv_transpose2d(_wrap(shrunk, margin), filters, padding=2 * margin)
        weight = (mixing @ self.log_weight.exp())[:, None, None]
        power = _power(filters, (estimate.shape[-2], estimate.shape[-1]))
        numerator = weight * kernel.conj() * torch.fft.rfft2(observed[:, 0]) + torch.fft.rfft2(pulled[:, 0])
        solved = torch.fft.irfft2(numerator / (weight * kernel.abs().square() + power), s=estimate.shape[-2:])
        return solved[:, None]

    def _correction(self, response: Tensor, sigma: Tensor, mixing: Tensor) -> Tensor:
        bases = torch.einsum("nl,lcb->ncb", mixing, self.bases)
        functions = torch.einsum("ncb,tb->nct", bases, self.table)
        scale = sigma[:, None, None, None]
        place = ((response / scale + REACH) * ((TABLE - 1) / (2 * REACH))).clamp(0, TABLE - 1.001)
        below = place.detach().floor()
        share = (place - below).flatten(2)
        index = below.to(torch.int64).flatten(2)
        low, high = functions.gather(2, index), functions.gather(2, index + 1)
        return torch.lerp(low, high, share).reshape(response.shape) * scale


class ShrinkageCascade(nn.Module):
    """(blurred, noisy) periodic luma (n, 1, h, w), the blur's spectrum and sigma (n,) -> every stage's estimate."""

    def __init__(self, side: int, levels: tuple[float, ...], starts: Sequence[tuple[float, Sequence[float]]]) -> None:
        super().__init__()
        self.levels = levels
        self.stages = nn.ModuleList(ShrinkageStage(side, threshold, weights) for threshold, weights in starts)

    def forward(self, observed: Tensor, kernel: Tensor, sigma: Tensor) -> list[Tensor]:
        with torch.autocast(observed.device.type, enabled=False):  # Fourier transforms need all digits
            told, estimate, estimates = self.told(sigma), observed, []
            for stage in self.stages:
                estimate = stage(estimate, observed, kernel, *told)
                estimates.append(estimate)
        return estimates

    def told(self, sigma: Tensor) -> tuple[Tensor, Tensor]:
        """What stages need to know of the noise: sigma, and how much each level counts (linear in its logarithm)."""
        sigma = sigma.clamp(min(self.levels), max(self.levels))
        places = torch.log(torch.tensor(self.levels, device=sigma.device))
        gap = (places[-1] - places[0]) / (len(self.levels) - 1)
        return sigma, (1 - (torch.log(sigma)[:, None] - places).abs() / gap).clamp(min=0)


class ShrinkageFields(nn.Module):
    """The two cascades that ship: one for noise alone, one for blur with a little noise. Levels are evenly spaced in
    their logarithm."""

    DENOISE_LEVELS = (25 / 3 / 255, 25 / 255, 75 / 255)
    DECONVOLVE_LEVELS = (0.01 / 3, 0.01, 0.03)

    def __init__(self, stages: int = 5, side: int = 5, deblurring_stages: int = 3) -> None:
        """Starts were found stage by stage on a few training pictures: 28.4 dB (sigma 25), 29.6 dB (blur) untrained."""
        super().__init__()
        noise = [(2.4, 1.0), (0.6, 4.0), *[(0.3, 1.0)] * (stages - 2)][:stages]
        blur = [(5.0, 1000.0), (5.0, 100.0), *[(5.0, 300.0)] * (deblurring_stages - 2)][:deblurring_stages]
        self.denoise = ShrinkageCascade(side, self.DENOISE_LEVELS, [(at, (w, w, w)) for at, w in noise])
        self.deconvolve = ShrinkageCascade(side, self.DECONVOLVE_LEVELS, [(at, (9 * w, w, w / 9)) for at, w in blur])


def spectrum(kernel: Tensor, size: tuple[int, int]) -> Tensor:
    """A kernel (n, k, k) of odd sides, centred at the origin of a periodic picture, as its half spectrum."""
    tall, wide = kernel.shape[-2:]
    padded = F.pad(kernel, (0, size[1] - wide, 0, size[0] - tall))
    return torch.fft.rfft2(padded.roll((-(tall // 2), -(wide // 2)), (-2, -1)))


def _power(filters: Tensor, size: tuple[int, int]) -> Tensor:
    """Sum of the filters' squared spectra, through their summed autocorrelation: one transform for all."""
    planes = filters.transpose(0, 1)
    correlation = F.conv2d(planes, planes, padding=filters.shape[-1] - 1)
    return spectrum(correlation[0], (size[0], size[1])).real


def _wrap(planes: Tensor, margin: int) -> Tensor:
    return F.pad(planes, (margin,) * 4, mode="circular")


def _cosines(side: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The orthonormal cosines over a square without the constant one, (side² - 1, side²)."""
    k, x = np.mgrid[:side, :side]
    rows = np.cos(math.pi * k * (2 * x + 1) / (2 * side)) * math.sqrt(2 / side)
    rows[0] /= math.sqrt(2)
    return np.einsum("iy,jx->ijyx", rows, rows).reshape(side * side, side * side)[1:]


def _knots_and_bases() -> tuple[
    np.ndarray[tuple[int, ...], np.dtype[np.float64]], np.ndarray[tuple[int, ...], np.dtype[np.float64]]
]:
    """Where tables are evaluated, and the Gaussians' values there (TABLE, BASES); the outermost end at zero."""
    at = np.linspace(-REACH, REACH, TABLE)
    centres = np.linspace(-REACH, REACH, BASES)
    gap = centres[1] - centres[0]
    values = np.exp(-(((at[:, None] - centres) / gap) ** 2) / 2)
    return at, values * np.clip((REACH - np.abs(at)) / gap, 0, 1)[:, None]
