"""Grain for what was filled: a smooth filling in a grainy photograph shows as a smear, however right its tones are.

As film restorers do it, a calm piece of the photograph itself lends its grain, so that its size and colour are right;
how strong it is follows from the neighbourhood of each hole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.geometry import Box, plan_tiles
from photorestore.core.mask import feathered
from photorestore.core.photo import Map, Mask, Photo, Pixels
from photorestore.core.pixels16 import AnyPixels
from photorestore.engine.tone import is_monochrome_or_toned, luma_of, merge_tone, tone_of

FINE_PX, PATCH_PX, WINDOW_PX, MARGIN_PX = 1.5, 64, 51, 6
UNSCALED_PX = 3000  # a larger picture has all of these in proportion
PLACES = 40  # across and down where a piece is looked for
DARKEST, LIGHTEST = 0.1, 0.9  # beyond, grain is cut off
EDGE = 2.5  # times the calm grain: more is an edge, and counts as so much
STRONGEST = 1.25  # times the lent grain
LENT = 0.02  # in the middle of large holes, where nothing is near, it is as strong as it was
FEATHER_PX = 1.0
TILE_PX = 512


@dataclass(frozen=True, eq=False)
class Grain:
    """`patch` (side, side, 3) is what is finer than a few pixels in a calm place, `level` its standard deviation."""

    patch: Pixels
    level: float

    def field(self, box: Box) -> Pixels:
        """The patch, over and over, each time mirrored, as it lies in `box` of the picture."""
        ends = (box.top, box.bottom), (box.left, box.right)
        down, across = (np.arange(*of) % (2 * len(self.patch)) for of in ends)
        last = len(self.patch) - 1
        down, across = (np.where(at > last, 2 * last + 1 - at, at) for at in (down, across))
        return self.patch[down[:, None], across]


def give_grain(photo: Photo, strength: float, check: Callable[[], None] = lambda: None) -> None:
    """Adds grain in the photo's mask, in place: its pixels must be nobody else's. `strength` 1 is that of the photo.
    `check` is called for every tile and may raise.

    On seven pairs it costs 0.01 dB on average. A photograph without grain stays as it is, as does one whose mask leaves
    no calm piece; a monochrome or toned one keeps its tone.
    """
    if photo.mask is None or not strength or not photo.mask.any():
        return
    scale = max(1.0, max(photo.width, photo.height) / UNSCALED_PX)
    unknown = photo.mask if photo.hidden is None else photo.mask | photo.hidden
    grain = find_grain(photo.pixels, unknown, scale, check)
    if grain is None:
        return
    tone = tone_of(photo.pixels, photo.hidden) if is_monochrome_or_toned(photo.pixels, photo.hidden) else None
    photo.pixels.setflags(write=True)
    context = round(scale * (WINDOW_PX // 2 + 2 * MARGIN_PX))
    for tile in plan_tiles(photo.width, photo.height, TILE_PX, context):
        check()
        if not photo.mask[tile.target.slices].any():
            continue
        seen, holes = photo.pixels[tile.source.slices], photo.mask[tile.source.slices]
        inner = tile.target.shift(-tile.source.left, -tile.source.top).slices
        nearby = _strengths(seen, unknown[tile.source.slices], grain.level, scale)
        weights = (strength * feathered(holes, FEATHER_PX) * nearby)[inner]
        before = seen[inner]
        after = np.clip(before + weights[..., None] * grain.field(tile.target), 0, 1)
        after = after if tone is None else merge_tone(luma_of(after), tone)
        photo.pixels[tile.target.slices] = np.where(weights[..., None] > 0, after, before)
    photo.pixels.setflags(write=False)


def find_grain(pixels: AnyPixels, holes: Mask, scale: float, check: Callable[[], None] = lambda: None) -> Grain | None:
    """From the calm pieces, those with the weakest gradients, the one whose grain is in the middle."""
    found = sorted(_pieces(pixels, holes, scale, check), key=lambda piece: piece.gradient)
    calm = sorted(found[: -(-len(found) // 10)], key=lambda piece: piece.level)
    if not calm:
        return None
    lender = calm[len(calm) // 2]
    return Grain(_inner(_fine(pixels[lender.box.slices], scale), scale).copy(), lender.level)


@dataclass(frozen=True)
class _Piece:
    box: Box  # with a margin
    gradient: float
    level: float


def _pieces(pixels: AnyPixels, holes: Mask, scale: float, check: Callable[[], None]) -> Iterator[_Piece]:
    """Places that are far from holes, and neither black nor white; hundreds, so without their pixels."""
    height, width = holes.shape
    margin, side = round(MARGIN_PX * scale), round(PATCH_PX * scale)
    for top in _starts(height, side + 2 * margin):
        check()
        for left in _starts(width, side + 2 * margin):
            box = Box(left, top, left + side + 2 * margin, top + side + 2 * margin)
            if holes[box.slices].any():
                continue
            piece = np.ascontiguousarray(pixels[box.slices])
            luma = cv2.GaussianBlur(luma_of(piece), (0, 0), 2 * FINE_PX * scale)
            if DARKEST < luma.mean() < LIGHTEST:
                gradient = _inner(np.hypot(cv2.Sobel(luma, -1, 1, 0), cv2.Sobel(luma, -1, 0, 1)), scale).mean()
                yield _Piece(box, float(gradient), float(_inner(_fine(piece, scale), scale).std()))


def _inner(plane: Map, scale: float) -> Map:
    margin = round(MARGIN_PX * scale)
    return plane[margin:-margin, margin:-margin]


def _starts(length: int, side: int) -> npt.NDArray[np.intp]:
    return np.unique(np.linspace(0, length - side, PLACES).astype(int)) if length >= side else np.empty(0, int)


def _fine(pixels: Pixels, scale: float) -> Pixels:
    return np.asarray(pixels - cv2.GaussianBlur(pixels, (0, 0), FINE_PX * scale), np.float32)


def _strengths(pixels: Pixels, holes: Mask, level: float, scale: float) -> Map:
    """How strong the grain around each pixel is, as times of `level`."""
    square = np.ones((2 * round(MARGIN_PX * scale) + 1,) * 2, np.uint8)
    intact = 1 - cv2.dilate(holes.view(np.uint8), square).astype(np.float32)
    power = np.minimum((_fine(pixels, scale) ** 2).mean(2), (EDGE * level) ** 2) * intact
    window = (2 * round(WINDOW_PX * scale / 2) + 1,) * 2
    power, intact = (np.maximum(cv2.blur(plane, window), 0) for plane in (power, intact))
    nearby = (power + LENT * level**2) / (intact + LENT)
    return np.asarray(np.minimum(np.sqrt(nearby) / max(level, 1e-6), STRONGEST), np.float32)
