"""Colour profiles made by hand, small and known to the last number."""

from __future__ import annotations

import struct

import numpy as np

D50 = (0.9642, 1.0, 0.8249)
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))


def make_profile(space: bytes, tags: dict[bytes, bytes], pcs: bytes = b"XYZ ", kind: bytes = b"mntr") -> bytes:
    """An ICC version 2 profile."""
    described = {b"desc": b"desc\0\0\0\0\0\0\0\5test\0" + bytes(78), b"cprt": b"text\0\0\0\0none\0", **tags}
    described[b"wtpt"] = xyz(D50)
    at, table, body = 132 + 12 * len(described), b"", b""
    for name, data in described.items():
        table += struct.pack(">4sII", name, at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">I4sI4s4s4s", at + len(body), b"none", 0x02400000, kind, space, pcs) + bytes(12) + b"acsp"
    head += bytes(28) + struct.pack(">3i", *(round(value * 65536) for value in D50))
    return head.ljust(128, b"\0") + struct.pack(">I", len(described)) + table + body


def xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def gamma(value: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256))


def table(inputs: int, nodes: int, values: np.ndarray) -> bytes:
    """A look-up table to or from Lab (lut16Type); `values` is uint16 (nodes**inputs, outputs)."""
    outputs, ramp = values.shape[1], struct.pack(">2H", 0, 65535)
    head = b"mft2\0\0\0\0" + struct.pack(">4B", inputs, outputs, nodes, 0)
    identity = struct.pack(">9i", *(65536 if i % 4 == 0 else 0 for i in range(9)))
    return head + identity + struct.pack(">2H", 2, 2) + ramp * inputs + values.astype(">u2").tobytes() + ramp * outputs


def adobe_like() -> bytes:
    """The primaries and gamma of Adobe RGB (1998), which holds colours that sRGB does not."""
    primaries = {name + b"XYZ": xyz(values) for name, values in zip((b"r", b"g", b"b"), ADOBE_RGB, strict=True)}
    return make_profile(b"RGB ", primaries | {name + b"TRC": gamma(2.19921875) for name in (b"r", b"g", b"b")})
