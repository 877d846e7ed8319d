"""Masks and maps as grey pictures: white is damage."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from photorestore.core.errors import UserError
from photorestore.core.photo import Map, Mask, Metadata
from photorestore.files.atomic import save_bytes
from photorestore.files.png import encode_png
from photorestore.files.reading import read_photo
from photorestore.files.samples import Samples, to_samples


def read_mask(path: Path, width: int, height: int) -> Mask:
    """True where the picture is at least half bright (in any channel) and not transparent.

    Raise `UserError` if it can't be read or is not `width` × `height`.
    """
    picture = read_photo(path)
    if (picture.width, picture.height) != (width, height):
        raise UserError(
            f"The mask “{path.name}” is {picture.width} × {picture.height} pixels "
            f"but the photo {width} × {height}; they must be equal."
        )
    bright = picture.floats.max(axis=2)
    return np.asarray((bright if picture.alpha is None else bright * picture.alpha) >= 0.5)


def write_mask(mask: Mask, path: Path, *, source: Path | None = None, overwrite: bool = False) -> Path:
    """As an 8-bit PNG of black and white. Names and errors as in `save_bytes`."""
    return _write(mask.astype(np.uint8) * np.uint8(255), path, source, overwrite)


def write_map(values: Map, path: Path, *, source: Path | None = None, overwrite: bool = False) -> Path:
    """0..1 as an 8-bit grey PNG. Names and errors as in `save_bytes`."""
    return _write(to_samples(values, 8), path, source, overwrite)


def _write(samples: Samples, path: Path, source: Path | None, overwrite: bool) -> Path:
    if path.suffix.lower() != ".png":
        raise UserError(f"A mask must be saved as PNG, not as “{path.name}”.")
    return save_bytes(encode_png(samples, Metadata()), path, source=source, overwrite=overwrite)
