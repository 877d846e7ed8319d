"""The picture formats we know: names, suffixes, and what each can hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from photorestore.core.errors import UserError


@dataclass(frozen=True)
class Format:
    """`pillow` is Pillow's name. `deep`: can be written with 16 bit a channel; `alpha`: with transparency;
    `tagged`: with EXIF, XMP and a colour profile.
    """

    name: str
    pillow: str
    suffixes: tuple[str, ...]
    writable: bool = True
    deep: bool = False
    alpha: bool = False
    tagged: bool = True
    longest_side: int = 2**31 - 1  # what a file of this format can hold, px


FORMATS: tuple[Format, ...] = (
    Format("PNG", "PNG", (".png", ".apng"), deep=True, alpha=True, longest_side=2**20),  # what OpenCV writes
    Format("TIFF", "TIFF", (".tif", ".tiff"), deep=True, alpha=True),
    Format("JPEG", "JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"), longest_side=65500),
    Format("WebP", "WEBP", (".webp",), alpha=True, longest_side=16383),
    Format("BMP", "BMP", (".bmp", ".dib"), tagged=False, longest_side=65500),
    Format("PPM", "PPM", (".ppm", ".pgm", ".pnm"), tagged=False),
    Format("PBM", "PPM", (".pbm", ".pfm"), writable=False),
    Format("GIF", "GIF", (".gif",), writable=False),
    Format("HEIC", "HEIF", (".heic", ".heif", ".hif"), writable=False),
)
_BY_SUFFIX = {suffix: entry for entry in FORMATS for suffix in entry.suffixes}
PICTURE_SUFFIXES = frozenset(_BY_SUFFIX)
PILLOW_NAMES = tuple(dict.fromkeys(entry.pillow for entry in FORMATS))
WRITABLE_SUFFIXES = tuple(entry.suffixes[0] for entry in FORMATS if entry.writable)


def format_of(path: Path) -> Format | None:
    """What the suffix says; None for a suffix that isn't a picture's."""
    return _BY_SUFFIX.get(path.suffix.lower())


def writable_format(path: Path) -> Format:
    """Raise `UserError` where the suffix names no format we write."""
    known = format_of(path)
    if known is None or not known.writable:
        choice = ", ".join(WRITABLE_SUFFIXES)
        raise UserError(f"Pictures can't be saved as “{path.name}”; choose a name that ends in one of {choice}.")
    return known


def default_suffix(source: Path) -> str:
    """The suffix a result gets when nobody asked for one: TIFF stays TIFF, everything else becomes lossless PNG."""
    known = format_of(source)
    return source.suffix.lower() if known and known.name == "TIFF" else ".png"
