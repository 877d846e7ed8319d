"""What every method of the denoise stage is: planes and what is wrong with them in, clean planes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from photorestore.core.geometry import Tile, plan_tiles
from photorestore.core.pixels16 import AnyPixels, blank_like
from photorestore.core.progress import Progress
from photorestore.engine.methods.kernels import Kernel
from photorestore.engine.tools import Tools

Planes = npt.NDArray[np.float32]  # (h, w, 1) luma or (h, w, 3) RGB, 0..1


@dataclass(frozen=True)
class Wear:
    """`sigma` of the noise as share of full scale (at middle grey, where it depends on lightness); the blur, if any."""

    sigma: float
    kernel: Kernel | None = None


AnyPlanes = AnyPixels  # the same, or as 16-bit numbers that read as those
# New planes in 0..1, kept as those that came; reports progress, stops within a second of a cancel.
Run = Callable[[AnyPlanes, Wear, Tools], AnyPlanes]


@dataclass(frozen=True)
class Method:
    """`network` names the weights that must be installed, `package` the Python package."""

    title: str
    run: Run
    deblurs: bool = False
    network: str = ""
    package: str = ""


def by_tiles(
    planes: AnyPlanes, function: Callable[[Planes, Progress], Planes], side: int, context: int, progress: Progress
) -> AnyPlanes:
    """Apply `function` to pieces with context around them, so that memory holds for any size; the result is clipped."""
    height, width = planes.shape[:2]
    clean = blank_like(planes)
    tiles = list(plan_tiles(width, height, side, context))
    spans = progress.split([tile.target.area for tile in tiles])
    for tile, span in zip(tiles, spans, strict=True):
        span.report(0)
        piece = function(np.ascontiguousarray(planes[tile.source.slices]), span)
        clean[tile.target.slices] = piece[_inner(tile)].clip(0, 1)
    progress.report(1)
    return clean


def _inner(tile: Tile) -> tuple[slice, slice]:
    return tile.target.shift(-tile.source.left, -tile.source.top).slices


def to_tensor(planes: Planes, tools: Tools) -> Tensor:
    """(c, h, w) on the engine's device."""
    return torch.tensor(np.ascontiguousarray(planes.transpose(2, 0, 1)), device=tools.device.name)


def to_planes(tensor: Tensor) -> Planes:
    return np.ascontiguousarray(tensor.permute(1, 2, 0).cpu().numpy(), np.float32)
