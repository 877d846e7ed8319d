"""TIFF: 8 bit through Pillow (any compression), deeper through tifffile or OpenCV, because Pillow cuts it to 8 bit."""

from __future__ import annotations

import logging
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt
import tifffile
from PIL import Image, UnidentifiedImageError

from photorestore.core.errors import UserError
from photorestore.files.colour_profiles import lab_to_srgb
from photorestore.files.decoding import (
    Decoded,
    check_size,
    content_of,
    decode_by_opencv,
    float_samples,
    look_at,
    plausible_orientation,
    read_tags,
    samples_of,
)
from photorestore.files.samples import Samples

logging.getLogger("tifffile").setLevel(logging.CRITICAL)  # speaks of every odd tag; we judge by what comes out

_MINISWHITE, _MINISBLACK, _RGB, _LAB, _CFA, _LINEAR_RAW = 0, 1, 2, 8, 32803, 34892
_ASSOCIATED, _UNASSOCIATED = 1, 2
_TIFFFILE_CAN = (1, 8, 32773, 32946)  # none, deflate, packbits, old deflate, without its heavy extra
_LZW, _FLOAT_DIFFERENCES = 5, 3
_PACKED_BITS = (10, 12, 14)  # a sample, without gaps
_ORIENTATION = 274


def decode_tiff(stream: BinaryIO) -> Decoded:
    """The first page that is a whole picture."""
    with tifffile.TiffFile(stream) as file:
        page = first_whole_page(file)
        check_size(page.imagewidth, page.imagelength)
        if not _is_deep(page):
            return _decode_shallow(stream, page.index)
        _check_plausible(page)
        found = tags_of(stream, page)
        found.samples, found.alpha = _decode_deep(page, stream, found)
        return found


def first_whole_page(file: tifffile.TiffFile) -> Any:
    pages = [page for page in file.pages[:8] if isinstance(page, tifffile.TiffPage)]
    if not pages:
        raise OSError("image file is truncated")  # the directory stands behind the pixels
    whole = [page for page in pages if not page.is_reduced]
    if not whole or whole[0].photometric in (_CFA, _LINEAR_RAW):
        raise UserError("it looks like a camera's raw file. Develop it to TIFF or JPEG first")
    return whole[0]


def _is_deep(page: Any) -> bool:
    """More than Pillow reads; of CMYK it reads the upper 8 bits."""
    is_deep_lab = page.photometric == _LAB and page.bitspersample == 16
    return is_deep_lab or (page.bitspersample > 8 and page.photometric in (_MINISWHITE, _MINISBLACK, _RGB))


def _check_plausible(page: Any) -> None:
    """LZW packs 2700 times at most, deflate 1000 times: more is a lie about the size, and would cost its memory."""
    size = page.imagewidth * page.imagelength * page.samplesperpixel * page.bitspersample // 8
    if size > 3000 * sum(page.databytecounts):
        raise OSError("image file is truncated")


def _decode_shallow(stream: BinaryIO, index: int) -> Decoded:
    stream.seek(0)
    with Image.open(stream, formats=("TIFF",)) as image:
        image.seek(index)
        found = look_at(image)
        image.load()  # applies and forgets the orientation, with TIFF
        read_tags(image, found)
        found.samples, found.alpha = samples_of(image, found)
        return found


def tags_of(stream: BinaryIO, page: Any) -> Decoded:
    """Without samples. By Pillow where it understands the file, else from the tags that matter."""
    stream.seek(0)
    try:
        with Image.open(stream, formats=("TIFF",)) as image:
            image.seek(page.index)
            found = look_at(image)
            read_tags(image, found)
    except (UnidentifiedImageError, SyntaxError, EOFError):
        found = Decoded(np.empty((0, 0), np.uint8), "TIFF", "", icc=page.iccprofile)
        found.orientation = plausible_orientation(page.tags.valueof(_ORIENTATION, 1))
    found.mode = {1: "I;16", 2: "LA;16", 3: "RGB;16", 4: "RGBA;16"}.get(page.samplesperpixel, found.mode)
    return found


def _decode_deep(page: Any, stream: BinaryIO, found: Decoded) -> tuple[Samples, Samples | None]:
    values = _to_16_bit(_stored_values(page, stream), page.bitspersample)
    if page.photometric == _MINISWHITE:
        values = 65535 - values
    if values.ndim == 2:
        return values, None
    colours = 3 if page.photometric in (_RGB, _LAB) else 1
    colour = values[..., :3] if colours == 3 else values[..., 0]
    if page.photometric == _LAB:
        colour, found.icc = lab_to_srgb(colour), None
    kind = page.extrasamples[0] if page.extrasamples else 0
    if kind not in (_ASSOCIATED, _UNASSOCIATED):
        if values.shape[2] > colours:
            found.notes += ("The file holds a further channel (perhaps infrared), which was not used.",)
        return colour, None
    alpha = values[..., colours]
    return (_divide_by_alpha(colour, alpha) if kind == _ASSOCIATED else colour), alpha


def _stored_values(page: Any, stream: BinaryIO) -> npt.NDArray[Any]:
    """(h, w) or (h, w, channels) as the file has them."""
    separate = page.planarconfig == 2 and page.samplesperpixel > 1
    is_packed = page.bitspersample in _PACKED_BITS
    if page.compression in _TIFFFILE_CAN and not is_packed and page.predictor != _FLOAT_DIFFERENCES:
        values: npt.NDArray[Any] = page.asarray().reshape(_stored_shape(page, separate))
        return np.moveaxis(values, 0, -1) if separate else values
    is_odd = separate or page.samplesperpixel not in (1, 3, 4) or page.photometric == _LAB or page.index != 0
    if is_odd or page.compression not in (_LZW, *_TIFFFILE_CAN):
        name = getattr(page.compression, "name", page.compression)
        raise UserError(
            f"its compression ({name}) can't be read at this bit depth. Save it as TIFF without compression"
        )
    values = decode_by_opencv(_said_to_be_upright(content_of(stream), page))
    return values >> (16 - page.bitspersample) if is_packed else values


def _said_to_be_upright(content: bytearray, page: Any) -> bytearray:
    """With an orientation tag of 1: OpenCV would turn the pixels, and `Decoded.orientation` is still to be applied."""
    if (tag := page.tags.get(_ORIENTATION)) is not None:
        one = (1).to_bytes(tag.valuebytecount, "little" if page.parent.byteorder == "<" else "big")
        content[tag.valueoffset : tag.valueoffset + len(one)] = one
    return content


def _stored_shape(page: Any, separate: bool) -> tuple[int, ...]:
    size = (page.imagelength, page.imagewidth)
    if page.samplesperpixel == 1:
        return size
    return (page.samplesperpixel, *size) if separate else (*size, page.samplesperpixel)


def _to_16_bit(values: npt.NDArray[Any], bits: int) -> npt.NDArray[np.uint16]:
    if values.dtype.kind == "f":
        return float_samples(values)
    if values.dtype.kind != "u":
        raise UserError("its numbers have a sign, which pictures don't have. Save it as 16-bit TIFF")
    if bits > 16:
        return (values >> (bits - 16)).astype(np.uint16)
    if bits == 16:
        return values.astype(np.uint16, copy=False)
    return (values.astype(np.uint32) * 65535 // (2**bits - 1)).astype(np.uint16)


def _divide_by_alpha(colour: npt.NDArray[np.uint16], alpha: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint16]:
    whole = np.maximum(alpha, 1).astype(np.float32)
    share = colour / (whole if colour.ndim == 2 else whole[..., np.newaxis])
    return (share * np.float32(65535) + np.float32(0.5)).clip(0, 65535).astype(np.uint16)
