"""TIFF with 8 or 16 bit, deflate with horizontal differences, and all its metadata."""

from __future__ import annotations

import zlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from photorestore.core.errors import UserError
from photorestore.core.photo import Metadata
from photorestore.files.exif import exif_values, load_exif
from photorestore.files.samples import Samples

_STRIP_BYTES = 1 << 20
_LEVEL = 4  # of zlib: 6 takes twice as long for 2 % less
_INCH, _MINISBLACK, _RGB, _DEFLATE, _DIFFERENCES, _UNASSOCIATED = 2, 1, 2, 8, 2, 2
_OWN_TAGS = frozenset((282, 283, 296))


def encode_tiff(samples: Samples, metadata: Metadata) -> bytes:
    """`samples` is (h, w) or (h, w, 2, 3 or 4); the last of 2 or 4 is alpha."""
    planes = samples if samples.ndim == 3 else samples[..., np.newaxis]
    height, width, channels = planes.shape
    rows = max(1, _STRIP_BYTES // (width * channels * planes.itemsize))
    tops = range(0, height, rows)
    with ThreadPoolExecutor() as pool:  # zlib lets go of the interpreter lock
        strips = list(pool.map(lambda top: _compress(planes[top : top + rows]), tops))
    counts = [len(strip) for strip in strips]
    if sum(counts) > 4_000_000_000:
        raise UserError("The result is too large for a TIFF file (over 4 GB); save it as PNG.")
    directory = _directory(metadata)
    directory[256], directory[257], directory[258] = width, height, (planes.itemsize * 8,) * channels
    directory[259], directory[317] = _DEFLATE, _DIFFERENCES
    directory[262] = _RGB if channels >= 3 else _MINISBLACK
    directory[277], directory[278], directory[284] = channels, rows, 1
    directory[279] = counts
    directory[273] = [sum(counts[:i]) for i in range(len(counts))]  # from the end of the directory; Pillow adds that
    if channels in (2, 4):
        directory[338] = _UNASSOCIATED
    header = b"II*\0\x08\0\0\0"
    return b"".join((header, directory.tobytes(8), *strips))


def _compress(rows: Samples) -> bytes:
    differences = rows.astype(rows.dtype.newbyteorder("<"))
    differences[:, 1:] -= rows[:, :-1]  # wraps around, as it should
    return zlib.compress(differences.data, _LEVEL)


def _directory(metadata: Metadata) -> ImageFileDirectory_v2:
    directory = ImageFileDirectory_v2(ifh=b"II*\0\x08\0\0\0")
    for tag, value in exif_values(load_exif(metadata.exif)).items():
        if tag not in _OWN_TAGS:
            directory[tag] = value
    if metadata.dpi:
        directory[282], directory[283] = metadata.dpi
        directory[296] = _INCH
    for tag, data in ((700, metadata.xmp), (34675, metadata.icc)):
        if data:
            directory.tagtype[tag] = 1 if tag == 700 else 7
            directory[tag] = data
    return directory
