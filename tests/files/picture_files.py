"""Small picture files of every kind, as bytes."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import cv2
import numpy as np
import tifffile
from PIL import Image

TEXT = "Grandmother, Ostsee 1931"


def by_pillow(kind: str, samples: np.ndarray | Image.Image, **options: Any) -> bytes:
    stream = io.BytesIO()
    picture = samples if isinstance(samples, Image.Image) else Image.fromarray(samples)
    picture.save(stream, kind, **options)
    return stream.getvalue()


def by_tifffile(samples: np.ndarray, photometric: str = "rgb", **options: Any) -> bytes:
    stream = io.BytesIO()
    tifffile.imwrite(stream, samples, photometric=photometric, **options)
    return stream.getvalue()


def by_opencv(suffix: str, samples: np.ndarray, *options: int) -> bytes:
    """From red, green, blue (, alpha)."""
    order = {2: None, 3: cv2.COLOR_RGB2BGR}.get(samples.shape[-1] if samples.ndim == 3 else 2, cv2.COLOR_RGBA2BGRA)
    done, content = cv2.imencode(suffix, samples if order is None else cv2.cvtColor(samples, order), list(options))
    assert done
    return content.tobytes()


def png(samples: np.ndarray, kind: int, *chunks: bytes) -> bytes:
    """16 bit, of any colour type, with chunks of one's own."""
    rows = samples.astype(">u2").reshape(samples.shape[0], -1)
    packed = zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows))
    head = struct.pack(">IIBBBBB", samples.shape[1], samples.shape[0], 16, kind, 0, 0, 0)
    made = [chunk(b"IHDR", head), *chunks, chunk(b"IDAT", packed), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def exif(orientation: int = 1, **more: Any) -> bytes:
    made = Image.Exif()
    made[0x0112], made[0x010E], made[0x010F] = orientation, TEXT, "Kodak"
    inner = {0x9003: "1931:08:01 12:00:00", 0xA002: 53, 0xA003: 37, 0xA005: {1: "R98"}}
    made[0x8769] = inner
    made[0x8825] = {1: "N", 2: (54.0, 30.0, 0.0)}
    return made.tobytes()
