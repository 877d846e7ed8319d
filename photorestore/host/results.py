"""What the engine's jobs come back with."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore.core.faces import Face
from photorestore.core.lean_photo import AnyPhoto
from photorestore.core.photo import Pixels
from photorestore.core.recipe import Recipe


@dataclass(frozen=True)
class Restored:
    """`recipe` carries the versions of the weights used; `mask_share` is the share of pixels repainted."""

    photo: AnyPhoto
    recipe: Recipe
    mask_share: float
    seconds: float


@dataclass(frozen=True)
class Diagnosed:
    recipe: Recipe
    reasons: tuple[str, ...]
    faces: tuple[Face, ...] = ()


@dataclass(frozen=True)
class ComparedMethod:
    """One method's picture of a comparison; `method` is "input" for the photo as it is. See `CompareResult`."""

    method: str
    title: str
    pixels: Pixels
    seconds: float
    memory_mb: float
    noise: float
    edge_px: float
    psnr: float | None = None
    ssim: float | None = None
    sigma: float = 0.0
