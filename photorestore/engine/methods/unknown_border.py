"""Deblurring without ringing at the borders: what lies beyond a piece of picture is unknown and guessed along the way.

A piece gets a frame that fades from its one border to the opposite one, so that the Fourier transform's periodic world
fits; after each step the frame is replaced by what the estimate, blurred, would show there. Compare Reeves 2005 and
Almeida and Figueiredo 2013, who solve for the same unknown frame.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor

from photorestore.engine.methods.kernels import Kernel
from photorestore.engine.nets.shrinkage_fields import spectrum

FRAME_PX = 8  # beyond half a kernel


@dataclass(frozen=True)
class Framed:
    """`observed` (c, h, w) with its frame, `known` (1, h, w) True inside, `transfer` the blur's half spectrum."""

    observed: Tensor
    known: Tensor
    transfer: Tensor
    margins: tuple[int, int, int, int]  # left, right, top, bottom

    @property
    def size(self) -> tuple[int, int]:
        return int(self.observed.shape[-2]), int(self.observed.shape[-1])

    def blurred(self, estimate: Tensor) -> Tensor:
        return torch.fft.irfft2(torch.fft.rfft2(estimate) * self.transfer, s=self.size)

    def completed(self, estimate: Tensor) -> Tensor:
        """What was observed, and around it what the estimate would show there."""
        return torch.where(self.known, self.observed, self.blurred(estimate))

    def cut(self, planes: Tensor) -> Tensor:
        left, right, top, bottom = self.margins
        return planes[..., top : planes.shape[-2] - bottom, left : planes.shape[-1] - right]


def frame(observed: Tensor, kernel: Kernel | None) -> Framed:
    """Put a frame around (c, h, w); without a kernel nothing is blurred and the frame is thin."""
    taken = np.ones((1, 1), np.float32) if kernel is None else kernel
    reach = max(taken.shape) // 2 + FRAME_PX
    top, bottom = _margins(observed.shape[-2], reach)
    left, right = _margins(observed.shape[-1], reach)
    padded = F.pad(observed[None], (left, right, top, bottom), mode="replicate")[0]
    padded = _faded(_faded(padded, left, right, -1), top, bottom, -2)
    known = F.pad(torch.ones_like(observed[:1], dtype=torch.bool), (left, right, top, bottom))
    tensor = torch.from_numpy(np.ascontiguousarray(taken)).to(observed.device)[None]
    return Framed(padded, known, spectrum(tensor, (padded.shape[-2], padded.shape[-1])), (left, right, top, bottom))


def _margins(length: int, reach: int) -> tuple[int, int]:
    """Before and after, so that the whole is a product of small primes."""
    whole = next(size for size in range(length + 2 * reach, 4 * (length + 2 * reach)) if _is_smooth(size))
    return reach, whole - length - reach


def _is_smooth(size: int) -> bool:
    for prime in (2, 3, 5):
        while size % prime == 0:
            size //= prime
    return size == 1


def _faded(planes: Tensor, before: int, after: int, axis: int) -> Tensor:
    """The frame's two ends meet around the corner: a straight fade from the last line to the first."""
    length = planes.shape[axis]
    first = planes.narrow(axis, before, 1)
    last = planes.narrow(axis, length - after - 1, 1)
    steps = torch.arange(1, before + after + 1, device=planes.device, dtype=planes.dtype) / (before + after + 1)
    share = steps[:, None] if axis == -2 else steps[None, :]
    way = last * (1 - share) + first * share
    inside = planes.narrow(axis, before, length - before - after)
    return torch.cat([way.narrow(axis, after, before), inside, way.narrow(axis, 0, after)], dim=axis)
