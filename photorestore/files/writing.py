"""`write_photo`: a `Photo` to a file in its own colours, with its metadata, and never over its source."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from photorestore.core.errors import UserError
from photorestore.core.geometry import area_bands
from photorestore.core.lean_photo import AnyPhoto, LeanPhoto, rows_of
from photorestore.core.photo import Metadata
from photorestore.files.atomic import save_bytes
from photorestore.files.colour_profiles import Convert, srgb_bytes, srgb_to_colour, srgb_to_grey
from photorestore.files.exif import quiet, resized_exif
from photorestore.files.formats import Format, writable_format
from photorestore.files.icc import Profile, parse_profile
from photorestore.files.png import encode_png
from photorestore.files.samples import Samples, to_samples
from photorestore.files.tiff_writing import encode_tiff
from photorestore.files.wide_colours import finisher

_JPEG_SEGMENT = 65_000  # bytes; longer EXIF or XMP does not fit
_JPEG_DPI = 65_535
_GREY_MODES = ("1", "L", "LA", "I", "I;16", "I;16B", "LA;16")


def write_photo(
    photo: AnyPhoto, path: Path, *, source: Path | None, original: LeanPhoto | None = None, overwrite: bool = False,
    quality: int = 92,
) -> Path:  # fmt: skip
    """Save in the format of the suffix and return the name really written: a free number unless `overwrite`.

    PNG and TIFF keep 16 bit. Colours go back to the source's profile where it can be used; what those of `original`,
    which `photo` was made from, hold outside sRGB stays, if both have one profile and one shape (a larger or smaller
    `photo` is the whole picture too). JPEG, BMP and PPM have no transparency: the photo is laid over white. `quality`
    is for JPEG (4:4:4) and WebP. Raise `UserError` on failure.
    """
    known = writable_format(path)
    if max(photo.width, photo.height) > known.longest_side:
        raise UserError(
            f"{known.name} can't hold {photo.width} × {photo.height} pixels, only {known.longest_side} a side; "
            "save as TIFF."
        )
    samples, icc = _samples(photo, known, original)
    dpi = photo.metadata.dpi
    in_exif = dpi is not None and not _has_room_for(dpi, known)
    with quiet():
        exif = resized_exif(photo.metadata.exif, photo.width, photo.height, dpi, add_dpi=in_exif)
        metadata = replace(photo.metadata, icc=icc, exif=exif, dpi=None if in_exif else dpi)
        content = _encode(samples, metadata, known, quality)
    return save_bytes(content, path, source=source, overwrite=overwrite)


def lost_in(path: Path, photo: AnyPhoto) -> tuple[str, ...]:
    """Sentences about what the photo has and a file of this name can't hold."""
    known = writable_format(path)
    depth = f"{known.name} holds 8 bits a channel of the photograph's 16; PNG and TIFF keep them all."
    alpha = f"{known.name} has no transparency, so the photograph lies on white; PNG, TIFF and WebP keep it."
    return tuple(
        sentence
        for sentence, is_lost in (
            (depth, photo.metadata.bit_depth == 16 and not known.deep),
            (alpha, photo.alpha is not None and not known.alpha),
        )
        if is_lost
    )


def _has_room_for(dpi: tuple[float, float], known: Format) -> bool:
    """WebP keeps a resolution in EXIF alone, and in JPEG's own place there are 16 bits for it."""
    return known.name != "WebP" and (known.name != "JPEG" or max(dpi) < _JPEG_DPI)


def _encode(samples: Samples, metadata: Metadata, known: Format, quality: int) -> bytes:
    if known.name == "TIFF":
        return encode_tiff(samples, metadata)
    if known.name == "PNG":
        return encode_png(samples, metadata)
    stream = io.BytesIO()
    Image.fromarray(samples).save(stream, known.pillow, **_options(metadata, known, quality))
    return stream.getvalue()


def _options(metadata: Metadata, known: Format, quality: int) -> dict[str, object]:
    options: dict[str, object] = {"dpi": metadata.dpi} if metadata.dpi else {}
    if not known.tagged:
        return options if known.name == "BMP" else {}
    options |= {"quality": quality, "icc_profile": metadata.icc}
    if known.name == "JPEG":
        options["subsampling"] = "4:4:4"
    for name, data in (("exif", metadata.exif), ("xmp", metadata.xmp)):
        if data and (known.name != "JPEG" or len(data) < _JPEG_SEGMENT):
            options[name] = data
    return options


def _samples(photo: AnyPhoto, known: Format, original: LeanPhoto | None) -> tuple[Samples, bytes | None]:
    """The file's numbers, (h, w) or (h, w, 3 or 4), and the profile that they are in."""
    bits = 16 if known.deep and photo.metadata.bit_depth == 16 else 8
    alpha = photo.alpha if known.alpha else None
    icc = photo.metadata.icc if known.tagged else None
    grey = alpha is None and photo.metadata.mode in _GREY_MODES and _is_monochrome(photo) and not _is_for_colour(icc)
    convert, icc = _way_back(icc, grey, bits)
    finish = finisher(photo, None if grey else original, icc, convert)
    size = photo.height, photo.width
    shape = size if grey else (*size, 3 if alpha is None else 4)
    result = np.empty(shape, np.uint16 if bits == 16 else np.uint8)
    for rows in area_bands(photo.height, photo.width):
        pixels = rows_of(photo, rows)
        if photo.alpha is not None and alpha is None:
            pixels = 1 - (1 - pixels) * photo.alpha[rows][..., np.newaxis]
        if alpha is not None:
            result[rows][..., 3] = to_samples(alpha[rows], bits)
        target = result[rows] if grey else result[rows][..., :3]
        target[:] = to_samples(finish(rows, pixels), bits)
    return result, icc


def _is_monochrome(photo: AnyPhoto) -> bool:
    return all(
        bool((pixels[..., 0] == pixels[..., 1]).all() and (pixels[..., 0] == pixels[..., 2]).all())
        for pixels in (rows_of(photo, rows) for rows in area_bands(photo.height, photo.width))
    )


def _way_back(icc: bytes | None, grey: bool, bits: int) -> tuple[Convert, bytes | None]:
    """From sRGB to the source's profile, and the profile to embed: sRGB's where the source's can't be used."""
    profile = _parse(icc)
    if grey and (profile is None or (profile.curves[:1] and profile.space == "GRAY")):
        return lambda pixels: srgb_to_grey(pixels, profile), icc
    try:
        if icc is not None and profile is not None and profile.space == "RGB":
            return srgb_to_colour(icc, profile, bits), icc
    except ValueError:
        pass
    convert: Convert = (lambda pixels: pixels[..., 0]) if grey else (lambda pixels: pixels)
    return convert, None if icc is None or grey else srgb_bytes()


def _is_for_colour(icc: bytes | None) -> bool:
    """Grey photographs come with such a profile too, and it describes three channels only."""
    profile = _parse(icc)
    return profile is not None and profile.space == "RGB"


def _parse(icc: bytes | None) -> Profile | None:
    try:
        return None if icc is None else parse_profile(icc)
    except ValueError:
        return None
