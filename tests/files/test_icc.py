import contextlib
import struct

import numpy as np
import pytest
from files.icc_profiles import gamma, make_profile, xyz
from hypothesis import given
from hypothesis import strategies as st

from photorestore.files.colour_profiles import srgb_bytes
from photorestore.files.icc import GRID, parse_profile


def grey(curve):
    return parse_profile(make_profile(b"GRAY", {b"kTRC": curve})).curves[0]


def parametric(kind, *values):
    numbers = struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))
    return b"para\0\0\0\0" + struct.pack(">HH", kind, 0) + numbers


def srgb_curve(x):
    return np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize(
    ("curve", "expected"),
    [
        (b"curv" + bytes(8), lambda x: x),
        (gamma(2), lambda x: x**2),
        (b"curv\0\0\0\0" + struct.pack(">I3H", 3, 0, 16384, 65535), lambda x: np.interp(x, (0, 0.5, 1), (0, 0.25, 1))),
        (parametric(0, 2), lambda x: x**2),
        (parametric(1, 2, 2, -1), lambda x: np.maximum(2 * x - 1, 0) ** 2),
        (parametric(2, 2, 1.2, -0.3, 0.1), lambda x: np.maximum(1.2 * x - 0.3, 0) ** 2 + 0.1),
        (parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045), srgb_curve),
        (parametric(4, 2, 1, 0, 0.2, 0.25, 0, 0.01), lambda x: np.where(x >= 0.25, x**2, 0.2 * x + 0.01)),
    ],
)
def test_every_kind_of_tone_curve_is_read(curve, expected):
    assert np.abs(grey(curve) - np.maximum.accumulate(expected(GRID))).max() < 1e-4


def test_a_falling_curve_is_refused():
    with pytest.raises(ValueError):
        grey(b"curv\0\0\0\0" + struct.pack(">I2H", 2, 65535, 0))


def test_primaries_on_a_line_are_refused():
    tags = {name + b"XYZ": xyz((0.3, 0.3, 0.3)) for name in (b"r", b"g", b"b")}
    tags |= {name + b"TRC": gamma(2.2) for name in (b"r", b"g", b"b")}

    with pytest.raises(ValueError):
        parse_profile(make_profile(b"RGB ", tags))


@given(st.binary(max_size=400))
def test_noise_is_a_value_error(data):
    with pytest.raises(ValueError):
        parse_profile(data)


@given(st.lists(st.tuples(st.integers(0, 580), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_profile_is_a_profile_or_a_value_error(changes):
    data = bytearray(srgb_bytes())
    for place, value in changes:
        data[place % len(data)] = value
    with contextlib.suppress(ValueError):
        assert parse_profile(bytes(data)).space
