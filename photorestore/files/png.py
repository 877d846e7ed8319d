"""PNG with 8 or 16 bit and all its metadata: OpenCV makes the pixels, we add the chunks."""

from __future__ import annotations

import struct
import zlib

import cv2
import numpy as np

from photorestore.core.photo import Metadata
from photorestore.files.samples import Samples

_AFTER_IHDR = 33  # signature 8, IHDR 25


def encode_png(samples: Samples, metadata: Metadata) -> bytes:
    """`samples` is (h, w) or (h, w, 3 or 4)."""
    if samples.ndim == 3:
        samples = cv2.cvtColor(samples, cv2.COLOR_RGBA2BGRA if samples.shape[2] == 4 else cv2.COLOR_RGB2BGR)
    done, pixels = cv2.imencode(".png", samples, [cv2.IMWRITE_PNG_COMPRESSION, 4])
    if not done:
        raise OSError("OpenCV can't encode this PNG")
    content = memoryview(np.ascontiguousarray(pixels).data).cast("B")
    return b"".join((content[:_AFTER_IHDR], *_chunks(metadata), content[_AFTER_IHDR:]))


def _chunks(metadata: Metadata) -> list[bytes]:
    made = []
    if metadata.icc:
        made.append(_chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(metadata.icc)))
    if metadata.dpi:
        made.append(_chunk(b"pHYs", struct.pack(">IIB", *(round(value / 0.0254) for value in metadata.dpi), 1)))
    if metadata.exif:
        made.append(_chunk(b"eXIf", metadata.exif.removeprefix(b"Exif\0\0")))
    if metadata.xmp:
        made.append(_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + metadata.xmp))
    return made


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
