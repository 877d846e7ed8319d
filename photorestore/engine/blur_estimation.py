"""What blurred a picture: a straight motion, a misfocus, or nothing that can be told. In doubt: nothing.

Each candidate kernel k is judged by how well it explains the picture's mean power spectrum I: natural pictures have
spectra S that fall smoothly, so I should be |K|^2 S + noise, and a true kernel's dark lines or rings are nothing that a
smooth S can imitate. S is an exponential of a few smooth functions of frequency, fitted anew for every candidate to
the logarithm of I; the winner must explain far more than no blur does. In spirit after Levin et al. 2011
(judge kernels with the picture marginalised out), with the kernels of Yitzhaky and Kopeika 1997 for candidates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from photorestore.core.photo import Map
from photorestore.core.progress import Progress
from photorestore.engine.methods.kernels import Kernel, disk_kernel, motion_kernel

Floats = npt.NDArray[np.float64]
BlurKind = Literal["none", "motion", "misfocus"]

BLOCK = 128
LOWEST, HIGHEST = 4, 60  # bins that are looked at; lower ones are the subject, higher ones the lens
LENGTHS = np.array([4, 5, 6.3, 7.9, 10, 12.5, 15.6, 19.5, 24])
ANGLES = np.arange(0, 180, 15)
RADII = np.array([1.5, 1.9, 2.4, 3, 3.8, 4.7, 5.9, 7.4, 9.2])
COARSE, FINE = (4, 3), (2, 6)  # every so-many-th frequency, rounds of fitting
CERTAIN = 0.2  # gain from which a blur is believed; below 0.1 on noisy, negative on clean pictures


@dataclass(frozen=True)
class Blur:
    """`size_px`: a motion's length or a misfocus's radius; `gain`: how much better than no blur it explains."""

    kind: BlurKind = "none"
    size_px: float = 0.0
    angle: float = 0.0
    gain: float = 0.0

    def kernel(self) -> Kernel | None:
        if self.kind == "motion":
            return motion_kernel(self.size_px, self.angle)
        return disk_kernel(self.size_px) if self.kind == "misfocus" else None


def estimate_blur(luma: Map, progress: Progress | None = None) -> Blur:
    """`Blur()` for pictures that are sharp, softened otherwise, or too small to tell."""
    best = best_candidate(luma, progress or Progress())
    return best if best.gain >= CERTAIN else Blur(gain=best.gain)


def best_candidate(luma: Map, progress: Progress) -> Blur:
    """The likeliest kernel, however unlikely."""
    if min(luma.shape) < BLOCK:
        return Blur()
    spectrum = mean_spectrum(luma)
    judge = _Judge(spectrum, *COARSE)
    candidates = [Blur("motion", float(length), float(angle)) for length in LENGTHS for angle in ANGLES]
    candidates += [Blur("misfocus", float(radius)) for radius in RADII]
    scores: dict[Blur, float] = {}
    for number, candidate in enumerate(candidates):
        if number % 16 == 0:
            progress.report(0.7 * number / len(candidates))
        scores[candidate] = judge.gain(candidate)
    best = max(scores, key=lambda each: scores[each])
    fine = _Judge(spectrum, *FINE)
    best, gain = _refined(best, fine.gain(best), fine, progress)
    return Blur(best.kind, round(best.size_px, 2), round(best.angle % 180, 1), gain)


def _refined(best: Blur, gain: float, judge: _Judge, progress: Progress) -> tuple[Blur, float]:
    """Halving steps in size and angle around the best."""
    factor, turn = 1.1, 7.5
    for _ in range(4):
        progress.check_cancelled()
        sizes = (best.size_px / factor, best.size_px, best.size_px * factor)
        turns = (-turn, 0.0, turn) if best.kind == "motion" else (0.0,)
        for near in [Blur(best.kind, size, best.angle + by) for size in sizes for by in turns]:
            score = judge.gain(near)
            if score > gain:
                best, gain = near, score
        factor, turn = factor**0.6, turn * 0.6
    return best, gain


def mean_spectrum(luma: Map) -> Floats:
    """Power of windowed blocks, (BLOCK, BLOCK // 2 + 1). Each block counts alike, whatever its contrast."""
    window = np.hanning(BLOCK + 2)[1:-1]
    window = np.outer(window, window)
    powers = []
    for top in _starts(luma.shape[0]):
        for left in _starts(luma.shape[1]):
            block = luma[top : top + BLOCK, left : left + BLOCK].astype(np.float64)
            power = np.abs(np.fft.rfft2((block - block.mean()) * window)) ** 2
            powers.append(power / (window**2).sum())
    energy = np.array([power[2:20, 2:20].mean() for power in powers])
    return np.asarray(
        np.mean([p / (e + np.median(energy) + 1e-9) ** 0.5 for p, e in zip(powers, energy, strict=True)], 0)
    )


def _starts(length: int) -> npt.NDArray[np.int_]:
    count = min(8, max(1, round(2 * length / BLOCK) - 1))
    return np.linspace(0, length - BLOCK, count).astype(int)


class _Judge:
    """Holds the spectrum and what doesn't depend on the candidate."""

    def __init__(self, spectrum: Floats, every: int, rounds: int) -> None:
        """`every` so-many-th frequency is looked at."""
        self._rounds = rounds
        v = np.fft.fftfreq(BLOCK)[:, None] * BLOCK
        u = np.arange(BLOCK // 2 + 1)[None, :].astype(float)
        radius = np.hypot(u, v)
        self._seen = (radius >= LOWEST) & (radius <= HIGHEST) & (np.abs(v) >= 2) & (u >= 2)
        self._seen &= (np.arange(radius.size).reshape(radius.shape) * 7) % every == 0
        self._log = np.log(spectrum[self._seen] + 1e-20)
        self._floor = float(np.quantile(spectrum[self._seen], 0.02)) * 0.9
        rho, theta = np.log(radius[self._seen] / 20), np.arctan2(np.broadcast_to(v, radius.shape), u)[self._seen]
        waves = [f(k * theta) for k in (2, 4) for f in (np.cos, np.sin)]
        columns = [np.ones_like(rho), rho, rho**2, (radius[self._seen] / 64) ** 2, *waves, *(w * rho for w in waves)]
        self._smooth = np.stack(columns, axis=1)
        self._none = self._misfit(np.ones_like(rho))

    def gain(self, blur: Blur) -> float:
        """Logarithm of how much smaller the misfit is than without blur."""
        kernel = blur.kernel()
        assert kernel is not None
        power = np.abs(np.fft.rfft2(kernel, s=(BLOCK, BLOCK))) ** 2
        without, with_it = np.maximum((self._none, self._misfit(_as_windowed(power)[self._seen])), 1e-9)
        return float(np.log(without / with_it))

    def _misfit(self, transfer: Floats) -> float:
        """Mean distance of logarithms, smooth spectrum and noise level fitted by a few robust least squares."""
        log_transfer = np.log(np.maximum(transfer, 1e-5))
        floor = self._floor
        above = np.log(np.maximum(np.exp(self._log) - floor, 0.05 * floor))
        beta = _solve(self._smooth, above - log_transfer, transfer / (transfer + 0.02))
        best = np.inf
        for _ in range(self._rounds):
            part = np.exp(np.clip(self._smooth @ beta + log_transfer, -60, 60))
            misfit = self._log - np.log(part + floor)
            size = np.abs(misfit)
            best = min(best, float(size.mean()))
            slope = part / (part + floor)
            columns = np.concatenate([self._smooth * slope[:, None], (1 - slope)[:, None]], axis=1)
            step = np.clip(_solve(columns, misfit, 1 / np.maximum(size, 0.1)), -1, 1)
            beta, floor = beta + step[:-1], floor * float(np.exp(step[-1]))
        return best


def _solve(columns: Floats, target: Floats, weight: Floats) -> Floats:
    weighted = columns * weight[:, None]
    matrix = weighted.T @ columns + 1e-6 * len(target) * np.eye(columns.shape[1])
    return np.asarray(np.linalg.solve(matrix, weighted.T @ target))


def _as_windowed(power: Floats) -> Floats:
    """The Hann window mixes neighbouring bins: 1/6, 2/3, 1/6 of power each way."""
    across = np.pad(power, [(0, 0), (1, 1)], mode="reflect")
    mixed = across[:, :-2] / 6 + across[:, 1:-1] * (2 / 3) + across[:, 2:] / 6
    return np.asarray(np.roll(mixed, 1, 0) / 6 + mixed * (2 / 3) + np.roll(mixed, -1, 0) / 6)
