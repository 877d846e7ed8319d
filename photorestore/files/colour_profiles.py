"""From a file's own colours to sRGB and back. Curve and matrix profiles exactly, the others through Little CMS."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from photorestore.core.geometry import area_bands
from photorestore.core.photo import Pixels
from photorestore.files.icc import GRID, Curve, Profile, parse_profile
from photorestore.files.samples import Samples, full_scale, to_float, to_samples

_NODES = 52  # of a look-up table: 255 / 51 is whole, so each node is an 8-bit level
_ROOTS = 4 * 65535  # steps of the inverse of a tone curve
_D50 = np.array((0.9642, 1.0, 0.8249), np.float32)  # white, as profiles have it
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
Convert = Callable[[Pixels], Pixels]
ToSrgb = Callable[[Samples], Pixels]


@cache
def srgb_bytes() -> bytes:
    """A small sRGB profile to embed."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@cache
def _srgb() -> Profile:
    return parse_profile(srgb_bytes())


def is_srgb(profile: Profile) -> bool:
    """True where converting would change nothing that can be seen: less than a third of an 8-bit level."""
    if profile.matrix is None:
        return False
    same = [np.abs(_encode(curve) - GRID).max() < 1.3e-3 for curve in profile.curves]
    return all(same) and bool(np.abs(profile.matrix - _matrix(_srgb())).max() < 1.5e-3)


def has_own_colours(icc: bytes | None) -> bool:
    """Whether a profile's colours are others than sRGB's, so that some may lie outside."""
    try:
        profile = None if icc is None else parse_profile(icc)
    except ValueError:
        return False
    return profile is not None and profile.space == "RGB" and not is_srgb(profile)


def grey_to_srgb(samples: Samples, profile: Profile | None) -> Pixels:
    """(h, w) to (h, w, 3), through a grey profile where there is one."""
    return grey_converter(full_scale(samples), profile)(samples)


def grey_converter(scale: int, profile: Profile | None) -> ToSrgb:
    """For any rows of grey samples up to `scale`."""
    levels = GRID if profile is None else _encode(profile.curves[0])
    table = levels[:: 65535 // scale].astype(np.float32)
    return lambda samples: np.repeat(table[samples][..., np.newaxis], 3, axis=2)


def srgb_to_grey(pixels: Pixels, profile: Profile | None) -> npt.NDArray[np.float32]:
    """The way back for a monochrome picture (h, w, 3) to (h, w)."""
    grey = pixels[..., 0]
    if profile is None:
        return grey
    return np.interp(_decode(grey), profile.curves[0], GRID).astype(np.float32)


def colour_to_srgb(samples: Samples, profile: Profile | None, icc: bytes | None) -> Pixels:
    """(h, w, 3) of a device to sRGB. Colours outside sRGB are clipped to its edge. `ValueError`: unusable profile."""
    convert = colour_converter(full_scale(samples), profile, icc)
    result = np.empty(samples.shape, np.float32)
    for rows in area_bands(*samples.shape[:2]):
        result[rows] = convert(samples[rows])
    return result


def colour_converter(scale: int, profile: Profile | None, icc: bytes | None) -> ToSrgb:
    """For any rows of colour samples up to `scale`. Raise `ValueError` for an unusable profile."""
    if profile is None or icc is None or is_srgb(profile):
        return to_float
    if profile.matrix is not None:
        return _matrix_to_srgb(profile, scale)
    if scale == 255:
        return _eight_bit_convert(icc, srgb_bytes())
    return _table_convert(icc, srgb_bytes())


def srgb_to_colour(icc: bytes, profile: Profile, bits: int) -> Convert:
    """A function for bands of pixels. Raise `ValueError` for a profile that has no way back (most scanners')."""
    if is_srgb(profile):
        return lambda pixels: pixels
    if profile.matrix is not None:
        return _srgb_to_matrix(profile)
    if bits == 16:
        convert = _table_convert(srgb_bytes(), icc)
        return lambda pixels: convert(to_samples(pixels, 16))
    convert = _eight_bit_convert(srgb_bytes(), icc)
    return lambda pixels: convert(to_samples(pixels, 8))


def cmyk_to_srgb(image: Image.Image, icc: bytes) -> Image.Image:
    """Raise `ValueError` for a profile that does not fit CMYK."""
    return _little_cms(icc, srgb_bytes(), "CMYK")(image)


def lab_to_srgb(samples: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint16]:
    """CIE Lab (D50) as TIFF has it in 16 bits: L up to 65535, a and b signed, in 256ths."""
    to_srgb = np.linalg.inv(_matrix(_srgb())).astype(np.float32)
    result = np.empty(samples.shape, np.uint16)
    for rows in area_bands(*samples.shape[:2]):
        y = (to_float(samples[rows][..., 0]) * np.float32(100) + np.float32(16)) / np.float32(116)
        a, b = (samples[rows][..., i].astype(np.int16) / np.float32(256) for i in (1, 2))
        roots = np.stack([y + a / np.float32(500), y, y - b / np.float32(200)], axis=-1)
        light = np.where(roots > 6 / 29, roots**3, (roots - np.float32(4 / 29)) * np.float32(108 / 841)) * _D50
        result[rows] = to_samples(_encode(cv2.transform(light, to_srgb)).astype(np.float32, copy=False), 16)
    return result


def _little_cms(source: bytes, target: bytes, mode: str = "RGB") -> Callable[[Image.Image], Image.Image]:
    try:
        transform = ImageCms.buildTransform(io.BytesIO(source), io.BytesIO(target), mode, "RGB", _INTENT, flags=_FLAGS)
    except (ImageCms.PyCMSError, OSError) as error:
        raise ValueError(str(error)) from error
    return lambda image: transform.apply(image)


def _matrix(profile: Profile) -> npt.NDArray[np.float64]:
    assert profile.matrix is not None
    return profile.matrix


def _matrix_to_srgb(profile: Profile, scale: int) -> Callable[[Samples], Pixels]:
    curves = [curve[:: 65535 // scale].astype(np.float32) for curve in profile.curves]
    to_srgb = (np.linalg.inv(_matrix(_srgb())) @ _matrix(profile)).astype(np.float32)

    def convert(samples: Samples) -> Pixels:
        light = np.stack([curve[samples[..., i]] for i, curve in enumerate(curves)], axis=-1)
        return _encode(cv2.transform(light, to_srgb)).astype(np.float32, copy=False)

    return convert


def _srgb_to_matrix(profile: Profile) -> Convert:
    inverses = [_inverse(curve) for curve in profile.curves]
    to_device = (np.linalg.inv(_matrix(profile)) @ _matrix(_srgb())).astype(np.float32)

    def convert(pixels: Pixels) -> Pixels:
        light = cv2.transform(_decode(pixels), to_device)
        place = np.rint(np.sqrt(light.clip(0, 1)) * np.float32(_ROOTS)).astype(np.int32)
        return np.stack([inverse[place[..., i]] for i, inverse in enumerate(inverses)], axis=-1)

    return convert


def _inverse(curve: Curve) -> npt.NDArray[np.float32]:
    """Device levels for the squares of an even grid: roots spread dark tones out, to an eighth of a 16-bit step."""
    return np.interp(np.linspace(0, 1, _ROOTS + 1) ** 2, curve, GRID).astype(np.float32)


def _encode(light: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    """Linear light to sRGB levels (IEC 61966-2-1)."""
    light = np.clip(light, 0, 1)
    one = light.dtype.type
    return np.where(light <= one(0.0031308), light * one(12.92), one(1.055) * light ** one(1 / 2.4) - one(0.055))


def _decode(levels: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    levels = np.clip(levels, 0, 1)
    one = np.float32
    power = ((levels + one(0.055)) * one(1 / 1.055)) ** one(2.4)
    return np.where(levels <= one(0.04045), levels * one(1 / 12.92), power)


def _eight_bit_convert(source: bytes, target: bytes) -> Callable[[Samples], Pixels]:
    convert = _little_cms(source, target)
    return lambda samples: to_float(np.asarray(convert(Image.fromarray(samples))))


def _table_convert(source: bytes, target: bytes) -> Callable[[Samples], Pixels]:
    """Little CMS by way of Pillow has 8 bit only: sample it at whole levels and interpolate, which is smooth."""
    steps = np.arange(_NODES, dtype=np.uint8) * (255 // (_NODES - 1))
    lattice = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(_NODES, -1, 3)
    table = to_float(np.asarray(_little_cms(source, target)(Image.fromarray(lattice)))).reshape(-1, 3)
    return lambda samples: _interpolate(to_float(samples), table)


def _interpolate(pixels: Pixels, table: npt.NDArray[np.float32]) -> Pixels:
    """Trilinear in a table of (nodes**3, 3), red slowest."""
    position = np.clip(pixels, 0, 1) * np.float32(_NODES - 1)
    low = np.minimum(position.astype(np.int32), _NODES - 2)
    share = position - low
    first = (low[..., 0] * _NODES + low[..., 1]) * _NODES + low[..., 2]
    result = np.zeros(pixels.shape, np.float32)
    for corner in range(8):
        bits = [(corner >> shift) & 1 for shift in (2, 1, 0)]
        weight = np.ones(pixels.shape[:2], np.float32)
        for axis, bit in enumerate(bits):
            weight *= share[..., axis] if bit else 1 - share[..., axis]
        result += weight[..., np.newaxis] * table[first + (bits[0] * _NODES + bits[1]) * _NODES + bits[2]]
    return result
