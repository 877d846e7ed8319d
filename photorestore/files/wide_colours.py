"""Colours that sRGB, in which the engine works, does not hold: a result keeps those of its original."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from photorestore.core.geometry import area_bands
from photorestore.core.lean_photo import AnyPhoto, LeanPhoto, rows_of
from photorestore.core.photo import Map, Pixels
from photorestore.files.colour_profiles import Convert, has_own_colours
from photorestore.files.samples import to_float, to_samples

Finish = Callable[[slice, Pixels], Pixels]
_Split = Callable[[slice], tuple[Pixels, Pixels]]

_SAME = np.float32(0.6 / 65535)  # the engine hands back 16 bit
_EDGE = np.float32(1 / 255)  # so near to 0 or 1 a channel counts as clipped
_FAR = np.float32(0.1)  # a clipped channel that moved so far shows something else
_ROUNDING = 2 / 255  # there and back again through a profile of 8 bits
_ZERO = np.float32(32767)


def finisher(photo: AnyPhoto, original: LeanPhoto | None, icc: bytes | None, convert: Convert) -> Finish:
    """What makes the colours of a file, in the profile `icc`, of rows of `photo` (its alpha may be laid on white).

    Converting clips to sRGB; what the original's samples have beyond is added again where its picture is still there.
    """
    if original is None or not _lends_colours(original, photo, icc):
        return lambda rows, pixels: convert(pixels)
    split = _split_at_srgb(original, (photo.width, photo.height), convert)

    def finish(rows: slice, pixels: Pixels) -> Pixels:
        before, beyond = split(rows)
        after = np.where(np.abs(pixels - before) <= _SAME, before, pixels)
        return convert(after) + _still_outside(before, after)[..., np.newaxis] * beyond

    return finish


def _lends_colours(original: LeanPhoto, photo: AnyPhoto, icc: bytes | None) -> bool:
    """Whether the file is in the original's own colours, these are not sRGB, and the original has the same shape."""
    is_whole = abs(original.height * photo.width / original.width - photo.height) <= 1
    return is_whole and icc == original.metadata.icc and original.samples.ndim == 3 and has_own_colours(icc)


def _split_at_srgb(original: LeanPhoto, size: tuple[int, int], convert: Convert) -> _Split:
    """For rows at `size` (width, height): the original as sRGB shows it, clipped, and what its samples, in its profile,
    have beyond."""

    def split(rows: slice) -> tuple[Pixels, Pixels]:
        inside = rows_of(original, rows)
        return inside, to_float(original.samples[rows]) - convert(inside)

    if size == (original.width, original.height):
        return split
    colours, beyond = (np.empty(original.samples.shape, np.uint16) for _ in range(2))
    for rows in area_bands(original.height, original.width):
        inside, part = split(rows)
        colours[rows] = to_samples(inside, 16)
        part[np.abs(part) < _ROUNDING] = 0
        beyond[rows] = np.rint(part * _ZERO + _ZERO)
    way = cv2.INTER_AREA if size[0] < original.width else cv2.INTER_LINEAR
    colours, beyond = (np.asarray(cv2.resize(p, size, interpolation=way), np.uint16) for p in (colours, beyond))
    return lambda rows: (to_float(colours[rows]), (beyond[rows] - _ZERO) / _ZERO)


def _still_outside(before: Pixels, after: Pixels) -> Map:
    """1 where the channels that sRGB clipped are as they were, 0 where they moved far: a blot was filled."""
    clipped = (before < _EDGE) | (before > 1 - _EDGE)
    moved = np.where(clipped, np.abs(after - before), 0).max(axis=2)
    return np.clip(1 - moved / _FAR, 0, 1)
