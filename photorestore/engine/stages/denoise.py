"""Take away noise, grain and known blur. Monochrome and toned photographs are cleaned in luma and keep their tone."""

from __future__ import annotations

import numpy as np

from photorestore.core.errors import UserError
from photorestore.core.photo import Mask, Photo
from photorestore.core.pixels16 import AnyPixels, bands, blank_like
from photorestore.core.stages import DenoiseSettings
from photorestore.engine.methods.kernels import Kernel, check_kernel, disk_kernel, gaussian_kernel, motion_kernel
from photorestore.engine.methods.method import Wear
from photorestore.engine.methods.table import METHODS, check_available
from photorestore.engine.noise import measure_noise
from photorestore.engine.tone import is_monochrome_or_toned, luma_plane, merge_tone, tone_of
from photorestore.engine.tools import Tools

GRAIN_RESERVE = 1.2  # grain that reaches beyond a pixel is underrated by 10 to 30 %
NOTICEABLE = 1 / 255  # weaker noise is left alone when the level is measured
FINDS_ITS_NOISE = ("l0tv", "median")  # looks for impulses itself; a level says nothing about them


def remove_noise(photo: Photo, settings: DenoiseSettings, tools: Tools) -> Photo:
    if settings.strength == 0:
        return photo
    sigma = settings.sigma or measured_sigma(photo.pixels, photo.hidden)
    tools.progress.check_cancelled()
    kernel = blur_kernel(settings, photo)
    if sigma < NOTICEABLE and kernel is None and settings.method not in FINDS_ITS_NOISE:
        return photo
    method, wear = METHODS[settings.method], Wear(sigma, kernel)
    check_available(settings.method, tools, with_blur=kernel is not None)
    share = np.float32(settings.strength)
    tone = tone_of(photo.pixels, photo.hidden) if is_monochrome_or_toned(photo.pixels, photo.hidden) else None
    clean = method.run(photo.pixels if tone is None else luma_plane(photo.pixels), wear, tools)
    result = clean if tone is None else blank_like(photo.pixels)
    for rows in bands(photo.pixels):
        before, after = photo.pixels[rows], clean[rows]
        if tone is not None:
            after = merge_tone(after[..., 0], tone)
        result[rows] = (share * after + (1 - share) * before).clip(0, 1)
    return photo.with_pixels(result)


def blur_kernel(settings: DenoiseSettings, photo: Photo) -> Kernel | None:
    """What the settings say blurred the picture, or None. `UserError` if it has no size or exceeds the picture."""
    if settings.blur == "none":
        return None
    if settings.blur_px == 0:
        raise UserError(f"The {settings.blur} blur has no size; give its size in pixels or choose no blur.")
    if settings.blur == "motion":
        kernel = motion_kernel(settings.blur_px, settings.blur_angle)
    elif settings.blur == "misfocus":
        kernel = disk_kernel(settings.blur_px)
    else:
        kernel = gaussian_kernel(settings.blur_px)
    return check_kernel(kernel, photo.width, photo.height)


def measured_sigma(pixels: AnyPixels, hidden: Mask | None = None) -> float:
    """The level a method should be told: a channel's, or luma's if there is only luma; grain with a reserve."""
    noise = measure_noise(pixels, hidden)
    white = noise.luma if is_monochrome_or_toned(pixels, hidden) else sum(noise.channels) / 3
    return max(white, noise.grain * GRAIN_RESERVE if noise.is_grain else noise.grain)
