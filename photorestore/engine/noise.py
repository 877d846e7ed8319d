"""How strong a picture's noise and grain are, and how blurred it is, measured without a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.geometry import Box
from photorestore.core.mask import shrunk
from photorestore.core.photo import Map, Mask, Pixels
from photorestore.core.pixels16 import AnyPixels, reduced
from photorestore.engine.tone import luma_of

Floats = npt.NDArray[np.float64]

EXTREME = 1 / 510  # a share this near to 0 or 1 is black or white in 8 bits
BLOCK = 16
CROP_SIDE, CROPS = 512, 3  # at most CROPS x CROPS crops of this side are looked at
GRAIN_SIDE = 700  # coarser scales are looked at while the longer side is at least this
LAPLACIAN = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32) / 6  # Immerkaer 1996: keeps white noise
FINE, COARSE = 1.0, 2.0  # px, the two scales between which an edge's blur is read

# Measured on data/photos, clean and worn by us; each bound is passed by about 1 % of the 644 clean pictures.
EVEN_GRAIN = (
    2.5 / 255
)  # grain times evenness squared; 0.5 / 255 on 95 % of clean pictures, above 1.2 from grain of 12 on
CHROMA_NOISE = 2.0 / 255  # never above 0.7 / 255 on clean pictures
WHITE_NOISE = 6.3 / 255


@dataclass(frozen=True)
class Noise:
    """Standard deviations as shares of full scale.

    `luma`, `channels`: white noise. On data/photos with Gaussian noise of 5 to 50 / 255 added, luma is within 15 % on
    98 to 100 % of the pictures; without, it is below 1.4 / 255 on 90 % and never above 3.8. `grain`: all of what moves
    in the picture's calmest places, so noise too that JPEG, resampling or a scanner has smoothed (3.6 / 255 on 90 %
    of clean pictures, up to 10 where every place is textured). `chroma`: white noise between the channels, below
    1 / 255 on clean pictures. `evenness` 0..1: how alike the picture's places are; even grain covers them all, texture
    leaves some calm (below 0.3 on 95 % of clean pictures).
    """

    luma: float
    channels: tuple[float, float, float]
    grain: float
    chroma: float
    evenness: float

    @property
    def is_grain(self) -> bool:
        """Whether neighbouring pixels' noise is alike, so that looking at single pixels underrates it."""
        return self.luma < 0.7 * self.grain


def measure_noise(pixels: AnyPixels, hidden: Mask | None = None) -> Noise:
    """What touches something `hidden` is left out."""
    crops = list(_crops(pixels, hidden))
    lumas = [luma_of(crop) for crop in crops]
    channels = [white_noise([np.ascontiguousarray(crop[..., channel]) for crop in crops]) for channel in range(3)]
    between = [white_noise([_difference(crop, channel) for crop in crops]) for channel in (0, 2)]
    grain, evenness = _grain(pixels, hidden, lumas)
    return Noise(white_noise(lumas), (channels[0], channels[1], channels[2]), grain, min(between) * 2**0.5, evenness)


def noise_level(noise: Noise) -> float:
    """What there is to remove, 0 for a picture whose restlessness is texture."""
    white = min(noise.luma, noise.grain)
    is_noise = noise.grain * noise.evenness**2 >= EVEN_GRAIN or noise.chroma >= CHROMA_NOISE or white >= WHITE_NOISE
    return max(noise.grain, noise.luma) if is_noise else 0.0


def _difference(crop: Pixels, channel: int) -> Map:
    """A channel minus green, squeezed into 0..1."""
    return np.asarray(0.5 + (crop[..., channel] - crop[..., 1]) / 2, np.float32)


def white_noise(planes: list[Map]) -> float:
    """Immerkaer's estimate in the blocks with the weakest gradients, away from black and white where noise is cut."""
    planes = [plane for plane in planes if min(plane.shape) > 4]
    blocks = np.concatenate([np.empty((3, 0)), *map(_white_blocks, planes)], axis=1)
    power, gradient, mean = blocks[:, np.isfinite(blocks).all(axis=0)]
    if not power.size:
        return 0.0
    sigma = 0.02
    for _ in range(3):
        open_ = _unclipped(mean, sigma)
        calm = np.argsort(gradient[open_])[: max(12, open_.sum() // 10)]
        sigma = float(np.sqrt(np.median(power[open_][calm])))
    return sigma


def measure_blur(pixels: AnyPixels, hidden: Mask | None = None) -> float:
    """Radius (px, sigma of a Gaussian) of the picture's sharpest strong edges, after Zhuo and Sim 2011; 0 is sharp.

    About 0.5 on sharp pictures; a picture without edges counts as sharp. What touches something `hidden` is left out.
    """
    edges = np.concatenate([_edge_blurs(luma_of(crop)) for crop in _crops(pixels, hidden)])
    return float(np.percentile(edges, 20)) if edges.size >= 20 else 0.0


def _crops(pixels: AnyPixels, hidden: Mask | None) -> Iterator[Pixels]:
    for box in _boxes(pixels.shape[1], pixels.shape[0]):
        yield _shown(pixels[box.slices], None if hidden is None else hidden[box.slices])


def _shown(pixels: Pixels, hidden: Mask | None) -> Pixels:
    """No numbers stand where something is hidden, so that nothing that is computed from there is one either."""
    return np.ascontiguousarray(pixels) if hidden is None else np.where(hidden[..., None], np.float32(np.nan), pixels)


def _boxes(width: int, height: int) -> Iterator[Box]:
    for top in _starts(height):
        for left in _starts(width):
            yield Box(left, top, left + CROP_SIDE, top + CROP_SIDE).clamp(width, height)


def _starts(length: int) -> list[int]:
    count = min(CROPS, -(-length // CROP_SIDE))
    return [round(at) for at in np.linspace(0, max(0, length - CROP_SIDE), count)]


def _white_blocks(plane: Map) -> Floats:
    """Rows: squared response, gradient of the smoothed plane, mean; a column for each block."""
    response = cv2.filter2D(plane, -1, LAPLACIAN)[1:-1, 1:-1]
    smooth = cv2.GaussianBlur(plane, (0, 0), 2)
    gradient = np.hypot(cv2.Sobel(smooth, -1, 1, 0), cv2.Sobel(smooth, -1, 0, 1))[1:-1, 1:-1]
    planes = (response**2, gradient, plane[1:-1, 1:-1])
    return np.stack([_blocks(each).mean(axis=1) for each in planes]).astype(np.float64)


def _blocks(plane: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    """(n, side * side): the plane cut into squares of BLOCK px, or smaller ones if the plane is smaller."""
    side = min(BLOCK, *plane.shape)
    rows, columns = plane.shape[0] // side, plane.shape[1] // side
    cut = plane[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return cut.swapaxes(1, 2).reshape(-1, side * side)


def _unclipped(mean: Floats, sigma: float) -> npt.NDArray[np.bool_]:
    room = np.minimum(mean, 1 - mean)
    enough = min(16, room.size)
    return np.asarray(room >= min(2.5 * sigma, 0.3, np.sort(room)[-enough]))


def _grain(pixels: AnyPixels, hidden: Mask | None, lumas: list[Map]) -> tuple[float, float]:
    """Grain and evenness at the scale where there is most of it."""
    found = [_restlessness(lumas)]
    scale = 2
    while max(pixels.shape[:2]) / scale >= GRAIN_SIDE and scale <= min(4, *pixels.shape[:2]):
        boxes = _boxes(pixels.shape[1] // scale, pixels.shape[0] // scale)
        found.append(_restlessness([luma_of(_reduced_part(pixels, hidden, box, scale)) for box in boxes]))
        scale *= 2
    return max(found)


def _reduced_part(pixels: AnyPixels, hidden: Mask | None, box: Box, scale: int) -> Pixels:
    size, part = (box.width, box.height), Box(*(scale * edge for edge in box)).slices
    return _shown(reduced(pixels, size, part), None if hidden is None else shrunk(hidden[part], size))


def _restlessness(planes: list[Map]) -> tuple[float, float]:
    """Deviation from a curved surface in the calmest 3 % of the blocks, and its share of that in the middle block.

    Scaled so that white noise reads true.
    """
    blocks = [_blocks(plane) for plane in planes if min(plane.shape) >= BLOCK]
    if not blocks:
        return 0.0, 0.0
    whole = np.concatenate(blocks)
    whole = whole[np.isfinite(whole.sum(axis=1))]
    if not len(whole):
        return 0.0, 0.0
    surface = _surface()
    deviation = whole - (whole @ surface) @ surface.T
    power = (deviation**2).sum(axis=1) / (len(surface) - surface.shape[1])
    mean, calm, middle = whole.mean(axis=1).astype(np.float64), 0.02, 1.0
    for _ in range(2):
        calm, middle = (float(root) for root in np.sqrt(np.quantile(power[_unclipped(mean, calm)], (0.03, 0.5))))
    return calm * 1.08, calm / max(middle, 1e-6)


def _surface() -> npt.NDArray[np.float32]:
    """Orthonormal quadratic surfaces over a block, (BLOCK * BLOCK, 6)."""
    y, x = np.mgrid[:BLOCK, :BLOCK] / (BLOCK - 1) * 2 - 1
    basis = np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=-1).reshape(-1, 6)
    return np.linalg.qr(basis)[0].astype(np.float32)


def _edge_blurs(luma: Map) -> Floats:
    """Blur at the strongest 2 % of gradient peaks: a Gaussian edge of radius b has gradients in a known ratio."""
    fine, coarse = (_gradient(luma, sigma) for sigma in (FINE, COARSE))
    seen = coarse[np.isfinite(coarse)]
    if not seen.size:
        return np.empty(0)
    coarse = np.nan_to_num(coarse)
    peak = (coarse >= cv2.dilate(coarse, np.ones((1, 3), np.uint8))) | (
        coarse >= cv2.dilate(coarse, np.ones((3, 1), np.uint8))
    )
    strong = peak & (coarse > max(0.02, float(np.quantile(seen, 0.98))))
    ratio = np.clip(fine[strong] / coarse[strong], 1.0001, COARSE / FINE).astype(np.float64) ** 2
    return np.sqrt(np.maximum(0, (COARSE**2 - ratio * FINE**2) / (ratio - 1)))


def _gradient(luma: Map, sigma: float) -> Map:
    smooth = cv2.GaussianBlur(np.ascontiguousarray(luma), (0, 0), sigma)
    return np.asarray(np.hypot(cv2.Scharr(smooth, -1, 1, 0), cv2.Scharr(smooth, -1, 0, 1)) / 32, np.float32)
