"""Take away noise and grain. Monochrome and toned photographs are cleaned in luma and keep their tone."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.geometry import plan_tiles
from photorestore.core.photo import Photo, Pixels
from photorestore.core.stages import DenoiseSettings
from photorestore.engine.noise import measure_noise
from photorestore.engine.tone import is_monochrome_or_toned, merge_tone, split_tone
from photorestore.engine.tools import Tools

Planes = npt.NDArray[np.float32]  # (h, w, 1) luma or (h, w, 3) RGB
Method = Callable[[Planes, float, Tools], Planes]  # (planes, sigma, tools) -> new planes, cleaned; reports progress

GRAIN_RESERVE = 1.2  # grain that reaches beyond a pixel is underrated by 10 to 30 %
NOTICEABLE = 1 / 255  # weaker noise is left alone when the level is measured
SEARCH_PX = 21
TILE_SIDE, TILE_CONTEXT = 384, 16  # the context covers half the search window and half a patch


def remove_noise(photo: Photo, settings: DenoiseSettings, tools: Tools) -> Photo:
    sigma = settings.sigma or measured_sigma(photo.pixels)
    if settings.strength == 0 or sigma < NOTICEABLE:
        return photo
    method = METHODS[settings.method]
    if is_monochrome_or_toned(photo.pixels):
        luma, tone = split_tone(photo.pixels)
        clean = merge_tone(method(luma[..., None], sigma, tools)[..., 0], tone)
    else:
        clean = method(photo.pixels, sigma, tools)
    clean -= photo.pixels  # in place: a large scan fits in memory only a few times
    clean *= np.float32(settings.strength)
    clean += photo.pixels
    return photo.with_pixels(clean)


def measured_sigma(pixels: Pixels) -> float:
    """The level a method should be told: a channel's, or luma's if there is only luma; grain with a reserve."""
    noise = measure_noise(pixels)
    white = noise.luma if is_monochrome_or_toned(pixels) else float(np.mean(noise.channels))
    return max(white, noise.grain * GRAIN_RESERVE if noise.is_grain else noise.grain)


def non_local_means(planes: Planes, sigma: float, tools: Tools) -> Planes:
    """Buades, Coll and Morel 2005, all channels compared together, h = sigma.

    Mean PSNR (dB) on data/photos by h / sigma; OpenCV's own colour version (Lab, best setting) stays 2 dB below.

        noise (of 255)             none    0.6    0.8    1.0    1.3
        luma, white 5             34.22  35.39  36.75  37.37  37.32
        luma, white 20            22.33  25.48  28.90  29.63  28.53
        luma, grain of 1 px, 20   22.33  24.47  25.70  26.34  26.45
        colour, white 10          28.27  30.04  32.88  33.62  32.99
        colour, white 25          20.54  24.71  28.63  28.97  28.03
        colour, grain of 1 px, 15 24.82  26.78  28.27  29.07  29.29

    About 1 s/MP in luma, 2.5 s/MP in colour on two cores. OpenCV works in 8 bits, so only the change is taken from it:
    what lies between two 8-bit steps is kept.
    """
    height, width, channels = planes.shape
    clean = np.empty_like(planes)
    tiles = list(plan_tiles(width, height, TILE_SIDE, TILE_CONTEXT))
    for number, tile in enumerate(tiles):
        tools.progress.report(number / len(tiles))
        eight_bit = np.rint(planes[tile.source.slices] * 255).astype(np.uint8)
        patch = 5 if channels == 1 else 3
        smooth = cv2.fastNlMeansDenoising(eight_bit, None, float(sigma * 255), patch, SEARCH_PX)
        change = (smooth.reshape(eight_bit.shape).astype(np.float32) - eight_bit) / 255
        inner = tile.target.shift(-tile.source.left, -tile.source.top).slices
        clean[tile.target.slices] = planes[tile.target.slices] + change[inner]
    tools.progress.report(1)
    return np.clip(clean, 0, 1, out=clean)


METHODS: dict[str, Method] = {"nlm": non_local_means}
