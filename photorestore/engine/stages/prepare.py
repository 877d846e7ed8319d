"""Bring back faded contrast and take away a cast, by monotone curves that keep black black and white white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.geometry import row_bands
from photorestore.core.mask import shrunk
from photorestore.core.photo import Mask, Photo, Pixels
from photorestore.core.pixels16 import AnyPixels, bands, blank_like, reduced
from photorestore.core.stages import PrepareSettings
from photorestore.engine.tone import LUMA, is_monochrome_or_toned, luma_of, merge_tone, tone_of
from photorestore.engine.tools import Tools

DARKEST, LIGHTEST = 0.02, 0.98  # where levels bring the black and the white point
STEEPEST = 3.0  # the most that contrast is raised
LOOK_SIDE_PX = 256
TAIL_PERCENT = 0.5
BORDER_SHARE = 0.04  # of each side: mounts, film edges and scanner beds don't count

Look = npt.NDArray[np.float32]  # (n, 3): the pixels of a small picture that count


@dataclass(frozen=True)
class Curve:
    """Straight lines through (0, 0), `black`, `white` and (1, 1), each point an (input, output)."""

    black: tuple[float, float]
    white: tuple[float, float]

    def __call__(self, values: npt.NDArray[np.float32], strength: float) -> npt.NDArray[np.float32]:
        inputs = (0.0, self.black[0], self.white[0], 1.0)
        outputs = (0.0, self.black[1], self.white[1], 1.0)
        blended = [x + strength * (y - x) for x, y in zip(inputs, outputs, strict=True)]
        made = np.empty_like(values)
        for rows in row_bands(len(values)):
            made[rows] = np.interp(values[rows], inputs, blended)
        return made


def prepare_photo(photo: Photo, settings: PrepareSettings, tools: Tools, measured_on: Pixels | None = None) -> Photo:
    """A cast is only sought in colour photographs; toned ones keep their tone, a function of the new luma.

    `measured_on` is the whole picture made small, where `photo` is only a part of it.
    """
    if settings.levels == 0 and settings.colour_cast == 0:
        return photo
    tools.progress.check_cancelled()
    if measured_on is None:
        measured, ignored, hidden = photo.pixels, not_measured(photo), photo.hidden
    else:
        measured, ignored, hidden = measured_on, None, None
    seen = look(measured, ignored)
    if is_monochrome_or_toned(measured, hidden):
        return photo.with_pixels(_toned_levels(photo.pixels, seen, settings.levels, photo.hidden))
    pixels = photo.pixels
    if settings.colour_cast:
        curves = cast_curves(seen)
        pixels = _per_channel(pixels, curves, settings.colour_cast)
        measured = pixels if measured_on is None else _per_channel(measured_on, curves, settings.colour_cast)
        seen = look(measured, ignored)
    tools.progress.report(0.5)
    if settings.levels:
        pixels = _per_channel(pixels, [level_curve(seen)] * 3, settings.levels)
    return photo.with_pixels(pixels)


def not_measured(photo: Photo) -> Mask | None:
    """Damage, as far as it is known, and what is hidden."""
    planes = (photo.edits.added if photo.mask is None else photo.mask, photo.hidden)
    known = [plane for plane in planes if plane is not None]
    return np.logical_or.reduce(known) if known else None


def look(pixels: AnyPixels, ignored: Mask | None = None) -> Look:
    """What levels are measured on: small, without specks, borders and what is to be ignored, unless that is all."""
    height, width = pixels.shape[:2]
    share = min(1.0, LOOK_SIDE_PX / max(height, width))
    size = max(1, round(width * share)), max(1, round(height * share))
    small = cv2.medianBlur(reduced(pixels, size), 3)
    rows, columns = (int(side * BORDER_SHARE) for side in size[::-1])
    inner = slice(rows, size[1] - rows), slice(columns, size[0] - columns)
    if ignored is None or ignored.all():
        return small[inner].reshape(-1, 3)
    whole = ~shrunk(ignored, size)[inner]
    return small[inner][whole] if whole.any() else small[inner].reshape(-1, 3)


def end_points(values: npt.NDArray[np.float32]) -> tuple[float, float]:
    """Black and white point of a plane of values, at least 0.02 apart and inside 0..1."""
    low, high = np.percentile(values, (TAIL_PERCENT, 100 - TAIL_PERCENT))
    low = min(max(float(low), 0.001), 0.979)
    return low, min(max(float(high), low + 0.02), 0.999)


def level_curve(seen: Look, reach: tuple[float, float] = (DARKEST, LIGHTEST)) -> Curve:
    """Stretches luma to `reach`, never further than STEEPEST; what already reaches beyond stays."""
    black, white = end_points(seen @ np.array(LUMA, np.float32))
    low, high = min(black, reach[0]), max(white, reach[1])
    excess = (high - low) / (STEEPEST * (white - black))
    if excess > 1:  # shrink towards the old points in proportion
        share = (STEEPEST - 1) * (white - black) / ((high - low) - (white - black))
        low, high = black + share * (low - black), white + share * (high - white)
    return Curve((black, low), (white, high))


def cast_curves(seen: Look) -> list[Curve]:
    """Moves each channel's black and white point to luma's, so that shadows and lights become neutral.

    On pictures faded by channel (data/photos) this takes the error in a*, b* from 13.1 to 8.9, of which 5.0 are lost
    contrast; every grey-world or shades-of-grey gamma on top of it made things worse (9.3 to 12.9).
    """
    black, white = end_points(seen @ np.array(LUMA, np.float32))
    points = [end_points(seen[:, channel]) for channel in range(3)]
    return [Curve((low, black), (high, white)) for low, high in points]


def _per_channel(pixels: AnyPixels, curves: Sequence[Curve], strength: float) -> AnyPixels:
    made = blank_like(pixels)
    for rows in bands(pixels):
        part = pixels[rows]
        made[rows] = np.dstack([curve(part[..., channel], strength) for channel, curve in enumerate(curves)])
    return made


def _toned_levels(pixels: AnyPixels, seen: Look, strength: float, hidden: Mask | None) -> AnyPixels:
    """The channels stay as far from luma as they are; luma leaves them the room, so that nothing is cut off."""
    if strength == 0:
        return pixels
    luma = (seen @ np.array(LUMA, np.float32))[:, None]
    above, below = (float(np.percentile(far, 99)) for far in (seen.max(1) - luma[:, 0], luma[:, 0] - seen.min(1)))
    curve = level_curve(seen, (DARKEST + below, LIGHTEST - above))
    tone, made = tone_of(pixels, hidden), blank_like(pixels)
    for rows in bands(pixels):
        old = luma_of(pixels[rows])
        new = curve(old, strength)
        made[rows] = merge_tone(new, tone) if tone.is_neutral else (pixels[rows] + (new - old)[..., None]).clip(0, 1)
    return made
