"""The tables inside an ICC profile that says how a device's numbers become colours (ICC.1:2022, sections 7 to 10)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

GRID = np.linspace(0.0, 1.0, 65536)
Curve = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Profile:
    """`curves` turn the 65536 levels of each channel into linear light; `matrix` turns that into CIE XYZ (D50).

    An RGB profile without them (`curves` empty) works by look-up tables, which only Little CMS understands.
    """

    space: str  # "RGB", "GRAY", "CMYK", "Lab"...
    curves: tuple[Curve, ...] = ()
    matrix: npt.NDArray[np.float64] | None = None


def parse_profile(data: bytes) -> Profile:
    """Raise `ValueError` for bytes that are no profile, or one whose curves make no sense."""
    try:
        return _parse(data)
    except (struct.error, IndexError, KeyError, UnicodeDecodeError, np.linalg.LinAlgError) as error:
        raise ValueError(f"damaged ICC profile: {error!r}") from error


def _parse(data: bytes) -> Profile:
    if data[36:40] != b"acsp":
        raise ValueError("not an ICC profile")
    space, pcs = data[16:20].decode("ascii").strip(), data[20:24]
    (count,) = struct.unpack_from(">I", data, 128)
    entries = [struct.unpack_from(">4sII", data, 132 + 12 * i) for i in range(min(count, 200))]
    tags = {name: data[start : start + size] for name, start, size in entries}
    if space == "GRAY" and pcs == b"XYZ ":
        return Profile(space, (_curve(tags[b"kTRC"]),))
    if space == "RGB" and b"A2B0" not in tags:
        curves = tuple(_curve(tags[name]) for name in (b"rTRC", b"gTRC", b"bTRC"))
        matrix = np.stack([_xyz(tags[name]) for name in (b"rXYZ", b"gXYZ", b"bXYZ")], axis=1)
        if abs(np.linalg.det(matrix)) < 1e-4:
            raise ValueError("the profile's primaries lie on a line")
        return Profile(space, curves, matrix)
    return Profile(space)


def _xyz(tag: bytes) -> npt.NDArray[np.float64]:
    return np.array(struct.unpack_from(">3i", tag, 8)) / 65536


def _curve(tag: bytes) -> Curve:
    kind = tag[:4]
    values = _parametric(tag) if kind == b"para" else _sampled(tag)
    values = np.clip(values, 0, 1)
    if not np.isfinite(values).all() or values[-1] - values[0] < 0.5 or (np.diff(values) < -1e-3).any():
        raise ValueError("a tone curve of the profile does not rise")
    return np.maximum.accumulate(values)


def _sampled(tag: bytes) -> Curve:
    if tag[:4] != b"curv":
        raise ValueError(f"unknown tone curve {tag[:4]!r}")
    (count,) = struct.unpack_from(">I", tag, 8)
    if count == 0:
        return GRID
    points = np.array(struct.unpack_from(f">{count}H", tag, 12), np.float64)
    if count == 1:
        return GRID ** (points[0] / 256)
    return np.interp(GRID, np.linspace(0, 1, count), points / 65535)


def _parametric(tag: bytes) -> Curve:
    """ICC.1:2022 table 68: gamma, then a and b, then c, d, e, f as the kind grows. `ValueError` if it overflows."""
    (kind,) = struct.unpack_from(">H", tag, 8)
    count = (1, 3, 4, 5, 7)[kind]
    values = np.zeros(7)
    values[:count] = np.array(struct.unpack_from(f">{count}i", tag, 12)) / 65536
    with np.errstate(all="ignore"):
        curve = _evaluate(int(kind), *values.tolist())
    if not np.isfinite(curve).all():
        raise ValueError("a curve of the profile goes to infinity")
    return curve


def _evaluate(kind: int, g: float, a: float, b: float, c: float, d: float, e: float, f: float) -> Curve:
    if kind == 0:
        return GRID**g
    power = np.maximum(a * GRID + b, 0) ** g
    if kind < 3:  # c is added to the power; below -b/a there is only c
        return np.where(-b <= a * GRID, power + c, c)
    return np.where(d <= GRID, power + e, c * GRID + f)
