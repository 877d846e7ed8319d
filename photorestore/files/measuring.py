"""What a picture file is without decoding it whole: its size, whether its end is there, and a small grey view of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import cv2
import numpy as np
import numpy.typing as npt
import tifffile
from PIL import Image

from photorestore.core.picture_file import AnyFile, picture_file
from photorestore.core.turning import turned_size
from photorestore.files.decoding import Decoded, check_size, look_at, orientation_of, samples_of
from photorestore.files.formats import PILLOW_NAMES
from photorestore.files.reading import decoding_explained, is_tiff, open_picture, to_srgb, upright
from photorestore.files.samples import Samples, to_float, to_samples
from photorestore.files.tiff import decode_tiff, first_whole_page, tags_of

_TAIL_BYTES = 64 * 1024
_PNG_TAGS = (b"eXIf", b"XML:com.adobe.xmp", b"Raw profile type")
_SMALLEST_DECODE_PX = 64  # JPEG decodes to 1/8 at a fraction of the cost


def read_size(file: AnyFile) -> tuple[int, int]:
    """Width and height, upright. A file whose end is missing is decoded to be sure. Raise `UserError` as reading does.

    Damage in the middle goes unnoticed here; `read_small` finds it.
    """
    wanted = picture_file(file)
    with open_picture(wanted.path) as (stream, head), decoding_explained(wanted.path, head):
        width, height = _size_of_tiff(stream) if is_tiff(head) else _size(stream)
    return turned_size(width, height, wanted.turns)


def read_small(path: Path, side_px: int) -> npt.NDArray[np.uint8]:
    """Grey, upright, neither side longer than `side_px`. JPEG is decoded small. Raise `UserError` as reading does."""
    with open_picture(path) as (stream, head), decoding_explained(path, head):
        found = decode_tiff(stream) if is_tiff(head) else _decode_small(stream, side_px)
        samples = upright(found.samples, found.orientation)
        assert samples is not None
        return _shrunk(samples, side_px)


def read_small_colour(file: AnyFile, side_px: int) -> npt.NDArray[np.uint8]:
    """sRGB (h, w, 3), upright, neither side longer than `side_px`; what is transparent shows white. As `read_small`."""
    wanted = picture_file(file)
    with open_picture(wanted.path) as (stream, head), decoding_explained(wanted.path, head):
        found = decode_tiff(stream) if is_tiff(head) else _decode_small(stream, side_px)
        colour, alpha = (upright(plane, found.orientation, wanted.turns) for plane in (found.samples, found.alpha))
        assert colour is not None
        pixels = to_srgb(_resized(colour, side_px), found)
        if alpha is not None:
            cover = to_float(_resized(alpha, side_px))[..., np.newaxis]
            pixels = pixels * cover + (1 - cover)
        return to_samples(pixels, 8).astype(np.uint8)


def _size(stream: BinaryIO) -> tuple[int, int]:
    with Image.open(stream, formats=PILLOW_NAMES) as image:
        check_size(*image.size)
        size = image.size
        is_whole = _IS_WHOLE.get(image.format or "")
        if is_whole is None or not is_whole(stream) or _has_tags_at_its_end(image, stream):
            image.draft("RGB", (_SMALLEST_DECODE_PX, _SMALLEST_DECODE_PX))
            image.load()
        return size if _orientation(image) < 5 else (size[1], size[0])


def _size_of_tiff(stream: BinaryIO) -> tuple[int, int]:
    with tifffile.TiffFile(stream) as file:
        page = first_whole_page(file)
        width, height = int(page.imagewidth), int(page.imagelength)
        check_size(width, height)
        ends = [at + count for at, count in zip(page.dataoffsets, page.databytecounts, strict=False)]
        if not ends or max(ends) > _length(stream):
            raise OSError("image file is truncated")
        return (width, height) if tags_of(stream, page).orientation < 5 else (height, width)


def _orientation(image: Image.Image) -> int:
    """As reading the picture whole understands it."""
    try:
        return orientation_of(image)
    except Exception:  # foreign parsers raise anything on damaged bytes
        return 1


def _has_tags_at_its_end(image: Image.Image, stream: BinaryIO) -> bool:
    """Some programs write a PNG's behind the pixels, where Pillow finds them after decoding."""
    if image.format != "PNG":
        return False
    behind = _tail(stream).rpartition(b"IDAT")[2]
    return any(name in behind for name in _PNG_TAGS)


def _ends_as_jpeg(stream: BinaryIO) -> bool:
    """The end mark can't occur in pixels; one before the last start of pixels belongs to a preview."""
    tail = _tail(stream)
    return tail.rfind(b"\xff\xd9") > tail.rfind(b"\xff\xda")


def _ends_as_png(stream: BinaryIO) -> bool:
    return b"IEND" in _tail(stream)


def _ends_as_webp(stream: BinaryIO) -> bool:
    return _number_at(stream, 4) + 8 <= _length(stream)


def _ends_as_bmp(stream: BinaryIO) -> bool:
    return 0 < _number_at(stream, 2) <= _length(stream)


_IS_WHOLE: dict[str, Callable[[BinaryIO], bool]] = {  # the rest is small or rare: it is decoded
    "JPEG": _ends_as_jpeg,
    "MPO": _ends_as_jpeg,
    "PNG": _ends_as_png,
    "WEBP": _ends_as_webp,
    "BMP": _ends_as_bmp,
}


def _length(stream: BinaryIO) -> int:
    return os.fstat(stream.fileno()).st_size


def _at(stream: BinaryIO, offset: int, count: int) -> bytes:
    """Leaves the stream where the decoder had it."""
    before = stream.tell()
    stream.seek(offset)
    found = stream.read(count)
    stream.seek(before)
    return found


def _tail(stream: BinaryIO) -> bytes:
    return _at(stream, max(0, _length(stream) - _TAIL_BYTES), _TAIL_BYTES)


def _number_at(stream: BinaryIO, offset: int) -> int:
    return int.from_bytes(_at(stream, offset, 4), "little")


def _decode_small(stream: BinaryIO, side_px: int) -> Decoded:
    with Image.open(stream, formats=PILLOW_NAMES) as image:
        check_size(*image.size)
        found = look_at(image)
        image.draft("RGB", (side_px, side_px))
        image.load()
        found.orientation = _orientation(image)
        found.samples, found.alpha = samples_of(image, found)
        return found


def _shrunk(samples: npt.NDArray[np.uint8 | np.uint16], side_px: int) -> npt.NDArray[np.uint8]:
    small = _resized(samples, side_px)
    grey: Samples = small if small.ndim == 2 else cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    return (grey >> 8 if grey.dtype == np.uint16 else grey).astype(np.uint8, copy=False)


def _resized(samples: Samples, side_px: int) -> Samples:
    height, width = samples.shape[:2]
    scale = min(1.0, side_px / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cv2.resize(samples, size, interpolation=cv2.INTER_AREA)
