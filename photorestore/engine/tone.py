"""Is a photograph monochrome, toned (sepia, cyanotype, yellowed) or in colour; taking a tone off and back on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.geometry import row_bands
from photorestore.core.mask import shrunk
from photorestore.core.photo import Map, Mask, Pixels
from photorestore.core.pixels16 import AnyPixels, bands, blank_like, reduced

Kind = Literal["colour", "monochrome", "toned"]
Floats = npt.NDArray[np.float64]

LUMA = (0.299, 0.587, 0.114)  # Rec. 601, as OpenCV's RGB2GRAY
LEVELS = 256
KNOTS = 17
LOOK_SIDE_PX = 80  # a print's noise is averaged away at this size, its colours are not
LOOK_SHRINK = 4  # at least, unless the picture is tiny
ENOUGH_PIXELS = 250_000  # to fit a tone to; of larger pictures every so many-th

# Measured on 710 colour pictures and 45 old photographs, in units of Lab at LOOK_SIDE_PX; see `tone_kind`.
MONOCHROME_MEAN, MONOCHROME_PEAK = 1.0, 3.0
TONED_SPREAD, TONED_SPREAD_BY_CHROMA = 2.4, 0.1
TONED_PEAK = 9.0
TONED_OPPOSITE = -3.0


@dataclass(frozen=True, eq=False)
class Tone:
    """`red` and `blue`: R - luma and B - luma at KNOTS evenly spaced lumas from 0 to 1; all zero is monochrome."""

    red: Floats
    blue: Floats

    @property
    def is_neutral(self) -> bool:
        return not (self.red.any() or self.blue.any())


NEUTRAL = Tone(np.zeros(KNOTS), np.zeros(KNOTS))


def tone_kind(pixels: AnyPixels, hidden: Mask | None = None) -> Kind:
    """A toned picture's colour is a smooth curve of its lightness; whatever strays far from that curve is colour.

    Lenient with stains, more so the stronger the tone, and with neutral cracks and dust; a hand-tinted print is colour.
    What is `hidden` (h, w) does not count, unless all is.
    """
    lab = _look(pixels, hidden)
    lightness, chroma = lab[:, 0] / 100, lab[:, 1:]
    saturation = np.hypot(chroma[:, 0], chroma[:, 1])
    mean = float(saturation.mean())
    if mean < MONOCHROME_MEAN and np.percentile(saturation, 99.5) < MONOCHROME_PEAK:
        return "monochrome"
    expected = _curve_at(_fit_curve(lightness, chroma), lightness)
    stray = np.hypot(*(chroma - expected).T)
    towards_neutral = np.clip((chroma * expected).sum(1) / np.maximum(1e-6, (expected**2).sum(1)), 0, 1)
    stray_with_colour = np.hypot(*(chroma - towards_neutral[:, None] * expected).T)
    hue = chroma.mean(axis=0) / max(1e-6, float(np.hypot(*chroma.mean(axis=0))))
    is_toned = (
        np.percentile(stray, 95) < TONED_SPREAD + TONED_SPREAD_BY_CHROMA * mean
        and np.percentile(stray_with_colour, 99.5) < TONED_PEAK
        and np.percentile(chroma @ hue, 2) > TONED_OPPOSITE
    )
    return "toned" if is_toned else "colour"


def is_monochrome(pixels: AnyPixels, hidden: Mask | None = None) -> bool:
    return tone_kind(pixels, hidden) == "monochrome"


def is_monochrome_or_toned(pixels: AnyPixels, hidden: Mask | None = None) -> bool:
    return tone_kind(pixels, hidden) != "colour"


def luma_of(pixels: Pixels) -> Map:
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2GRAY), np.float32)


def luma_plane(pixels: AnyPixels) -> AnyPixels:
    """Luma (h, w, 1), kept as the pixels are."""
    luma = blank_like(pixels, 1)
    for rows in bands(pixels):
        luma[rows, :, 0] = luma_of(pixels[rows])
    return luma


def tone_of(pixels: AnyPixels, hidden: Mask | None = None) -> Tone:
    """What `merge_tone` puts back on luma; a monochrome picture's tone is neutral.

    Made for pictures of which `is_monochrome_or_toned`; colours that are no function of luma are lost.
    """
    if is_monochrome(pixels, hidden):
        return NEUTRAL
    height, width = pixels.shape[:2]
    step = max(1, round((height * width / ENOUGH_PIXELS) ** 0.5))
    seen = pixels[::step, ::step]
    if hidden is not None and not (left_out := hidden[::step, ::step]).all():
        seen = seen[~left_out][None]
    level = luma_of(seen)
    difference = np.stack([seen[..., 0] - level, seen[..., 2] - level], axis=-1)
    curve = _fit_curve(level.ravel(), difference.reshape(-1, 2))
    return Tone(curve[:, 0], curve[:, 1])


@dataclass(frozen=True, eq=False)
class Grey:
    """A picture's luma in three equal channels, made for each part that is read; see `core.pixels16`."""

    pixels: AnyPixels

    @property
    def shape(self) -> tuple[int, ...]:
        return self.pixels.shape

    def __getitem__(self, part: Any) -> Pixels:
        return grey_of(self.pixels[part])


View = AnyPixels | Grey


def reduced_view(view: View, size: tuple[int, int], part: tuple[slice, slice] | None = None) -> Pixels:
    """As `reduced`, of a picture or of its luma."""
    return grey_of(reduced(view.pixels, size, part)) if isinstance(view, Grey) else reduced(view, size, part)


def grey_of(pixels: Pixels) -> Pixels:
    return np.repeat(luma_of(pixels)[..., None], 3, axis=2)


def merge_tone(luma: Map, tone: Tone) -> Pixels:
    """Pixels (h, w, 3) in 0..1 whose Rec. 601 luma is `luma`; a neutral tone gives exactly equal channels."""
    if tone.is_neutral:
        return np.repeat(np.clip(luma, 0, 1)[..., None], 3, axis=2)
    at = np.linspace(0, 1, KNOTS)
    pixels = np.empty((*luma.shape, 3), np.float32)
    for rows in row_bands(luma.shape[0]):
        level = luma[rows]
        red = level + np.interp(level, at, tone.red)
        blue = level + np.interp(level, at, tone.blue)
        green = (level - LUMA[0] * red - LUMA[2] * blue) / LUMA[1]
        np.stack([red, green, blue], axis=-1).clip(0, 1, out=pixels[rows], casting="same_kind")
    return pixels


def _look(pixels: AnyPixels, hidden: Mask | None) -> Floats:
    """Lab (n, 3) of a small smooth picture without the outermost 3 %, where scans show the bed or an album page."""
    height, width = pixels.shape[:2]
    rows, columns = int(height * 0.03), int(width * 0.03)
    wide, tall = width - 2 * columns, height - 2 * rows
    side = max(wide, tall)
    share = min(1.0, min(LOOK_SIDE_PX, max(side / LOOK_SHRINK, 24)) / side)
    size = max(1, round(wide * share)), max(1, round(tall * share))
    inner = slice(rows, height - rows), slice(columns, width - columns)
    small = cv2.GaussianBlur(reduced(pixels, size, inner), (0, 0), 1)
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float64)
    if hidden is None or (left_out := _blurred_into(hidden[inner], size)).all():
        return lab.reshape(-1, 3)
    return lab[~left_out]


def _blurred_into(hidden: Mask, size: tuple[int, int]) -> Mask:
    """Where at `size` a blur of 1 px brings in what is hidden."""
    return cv2.dilate(shrunk(hidden, size).view(np.uint8), np.ones((9, 9), np.uint8)).view(np.bool_)


def _fit_curve(luma: npt.NDArray[np.floating], values: npt.NDArray[np.floating]) -> Floats:
    """Least squares (KNOTS, 2) of a penalised linear spline; constants go unpunished, so the values' mean is kept."""
    level = np.clip(luma * (LEVELS - 1) + 0.5, 0, LEVELS - 1).astype(np.int32)
    count = np.bincount(level, minlength=LEVELS).astype(float)
    total = np.stack([np.bincount(level, column, minlength=LEVELS) for column in values.T], axis=-1)
    hats = _hats(np.linspace(0, 1, LEVELS))
    slope, bend = np.diff(np.eye(KNOTS), axis=0), np.diff(np.eye(KNOTS), 2, axis=0)
    penalty = count.sum() * (1e-5 * slope.T @ slope + 1e-3 * bend.T @ bend)
    solved: Floats = np.linalg.solve(hats.T @ (count[:, None] * hats) + penalty, hats.T @ total)
    return solved


def _curve_at(curve: Floats, luma: npt.NDArray[np.floating]) -> Floats:
    at = np.linspace(0, 1, KNOTS)
    return np.stack([np.interp(luma, at, column) for column in curve.T], axis=-1)


def _hats(luma: Floats) -> Floats:
    """Linear interpolation between the knots as a matrix (n, KNOTS)."""
    distance = np.abs(luma[:, None] * (KNOTS - 1) - np.arange(KNOTS))
    return np.asarray(np.maximum(0, 1 - distance))
