"""Take what a family does not want to give away out of a photograph's metadata."""

from __future__ import annotations

import re
from dataclasses import replace

from PIL import ExifTags

from photorestore.core.photo import Metadata
from photorestore.files.exif import exif_values, load_exif, quiet

_PLACE = re.compile(rb"GPS|Location|:City|:Country|:State|:Province|geo:|Sublocation", re.IGNORECASE)
_MAKER_NOTE = 0x927C  # some cameras write the names of city and landmark into it
_PLACE_TAGS = (33723, 33550, 33922, 34264, 34735, 34736, 34737, 42112)  # IPTC's city and country, GeoTIFF, GDAL


def without_location(metadata: Metadata) -> Metadata:
    """No place in EXIF or XMP. XMP that speaks of a place goes as a whole: half of it might still tell."""
    xmp = metadata.xmp
    return replace(
        metadata, exif=_exif_without_place(metadata.exif), xmp=None if xmp is None or _PLACE.search(xmp) else xmp
    )


def without_information(metadata: Metadata) -> Metadata:
    """Only what the picture needs to look right: profile and resolution."""
    return replace(metadata, exif=None, xmp=None)


def _exif_without_place(data: bytes | None) -> bytes | None:
    if data is None:
        return None
    try:
        with quiet():
            exif = load_exif(data)
            values = exif_values(exif)
            for tag in (ExifTags.IFD.GPSInfo, *_PLACE_TAGS):
                values.pop(tag, None)
            values.get(ExifTags.IFD.Exif, {}).pop(_MAKER_NOTE, None)
            kept = type(exif)()
            kept.endian = exif.endian
            for tag, value in values.items():
                kept[tag] = value
            return kept.tobytes()
    except ValueError:
        return None  # damaged: nobody can tell what is in it
