"""EXIF and XMP made fit for a new picture: upright, without the old thumbnail, with the new size."""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from PIL import ExifTags, Image

_LAYOUT = frozenset(
    (
        *(254, 255, 256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 280, 281, 284, 288, 289, 292, 293, 301, 317, 318),
        *(
            319,
            320,
            322,
            323,
            324,
            325,
            330,
            338,
            339,
            340,
            341,
            347,
            513,
            514,
            529,
            530,
            532,
            700,
            34377,
            34675,
            37724,
        ),
    )
)  # tags of TIFF that tell how the old file stored its pixels, or repeat what is kept elsewhere
_INCH = 2
_LONGEST_VALUE = 60_000  # bytes; what is longer is a program's private store


@contextmanager
def quiet() -> Iterator[None]:
    """Pillow warns about bad metadata; we look at metadata ourselves and make notes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def clean_exif(exif: Image.Exif) -> bytes | None:
    """The same without layout, thumbnail and orientation. None if nothing is left; `ValueError` if it is damaged."""
    kept = Image.Exif()
    try:
        kept.endian = exif.endian
        for tag, value in exif_values(exif).items():
            if tag not in _LAYOUT:
                kept[tag] = value
        if not kept:
            return None
        kept[ExifTags.Base.Orientation] = 1
        return kept.tobytes()
    except _DAMAGE as error:
        raise ValueError(f"damaged EXIF: {error!r}") from error


_DAMAGE = (  # what Pillow raises on bad tags
    *(OSError, SyntaxError, ValueError, TypeError, LookupError, AttributeError, struct.error),
    *(ArithmeticError, RecursionError),
)


def exif_values(exif: Image.Exif) -> dict[int, Any]:
    """By tag; the directories inside (camera, place, compatibility) as dictionaries instead of offsets."""
    values = _short(exif)
    for tag in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo):
        if tag in values:
            values[tag] = _short(exif.get_ifd(tag))
    inner = values.get(ExifTags.IFD.Exif, {})
    if ExifTags.IFD.Interop in inner:
        inner[ExifTags.IFD.Interop] = _short(exif.get_ifd(ExifTags.IFD.Interop))
    return values


def _short(values: Mapping[int, Any]) -> dict[int, Any]:
    return {tag: value for tag, value in values.items() if not isinstance(value, bytes) or len(value) < _LONGEST_VALUE}


def load_exif(data: bytes | None) -> Image.Exif:
    """Empty for None. Raise `ValueError` for bytes that are not EXIF."""
    exif = Image.Exif()
    if data:
        try:
            exif.load(data)
        except _DAMAGE as error:
            raise ValueError(f"damaged EXIF: {error!r}") from error
    return exif


def resized_exif(
    data: bytes | None, width: int, height: int, dpi: tuple[float, float] | None = None, *, add_dpi: bool = False
) -> bytes | None:
    """Say the new size and resolution where the old ones were said; with `add_dpi` the resolution in any case."""
    if data is None and not (dpi and add_dpi):
        return None
    exif = load_exif(data)
    values = exif_values(exif)
    inner = values.get(ExifTags.IFD.Exif, {})
    is_changed = False
    if ExifTags.Base.ExifImageWidth in inner:
        size = {ExifTags.Base.ExifImageWidth: width, ExifTags.Base.ExifImageHeight: height}
        exif[ExifTags.IFD.Exif], is_changed = {**inner, **size}, True
    if dpi and (add_dpi or ExifTags.Base.XResolution in values):
        exif[ExifTags.Base.XResolution], exif[ExifTags.Base.YResolution] = dpi
        exif[ExifTags.Base.ResolutionUnit], is_changed = _INCH, True
    return exif.tobytes() if is_changed else data


def upright_xmp(data: bytes | str | None) -> bytes | None:
    """XMP repeats the orientation; set it to 1 there too."""
    if not data:
        return None
    raw = data.encode() if isinstance(data, str) else data
    return re.sub(rb"(tiff:Orientation(?:=[\"']|>))[2-8]", rb"\g<1>1", raw)
