"""Pictures and colour profiles, known to the last number."""

from __future__ import annotations

import numpy as np
import pytest
from files.icc_profiles import adobe_like, gamma, make_profile, table


@pytest.fixture(scope="session")
def adobe_rgb() -> bytes:
    return adobe_like()


@pytest.fixture(scope="session")
def grey_gamma_18() -> bytes:
    return make_profile(b"GRAY", {b"kTRC": gamma(1.8)})


@pytest.fixture(scope="session")
def cmyk() -> bytes:
    """Ink in, lightness out: L* = 100 (1 - black) (1 - mean of the others), no colour."""
    c, m, y, k = np.meshgrid(*[np.array([0.0, 1.0])] * 4, indexing="ij")
    light = ((1 - k) * (1 - (c + m + y) / 3)).reshape(-1, 1) * 0xFF00
    to_lab = np.hstack([light, np.full((16, 2), 0x8000)]).round()
    return make_profile(b"CMYK", {b"A2B0": table(4, 2, to_lab)}, b"Lab ", b"prtr")


@pytest.fixture(scope="session")
def scanner() -> bytes:
    """RGB by a table and with no way back: red is lightness, green and blue say nothing."""
    red, _, _ = np.meshgrid(*[np.linspace(0, 1, 9)] * 3, indexing="ij")
    to_lab = np.hstack([red.reshape(-1, 1) * 0xFF00, np.full((729, 2), 0x8000)]).round()
    return make_profile(b"RGB ", {b"A2B0": table(3, 9, to_lab)}, b"Lab ", b"scnr")


@pytest.fixture(scope="session")
def colours() -> np.ndarray:
    """Smooth 16-bit colours in the middle of the range, uint16 (37, 53, 3)."""
    y, x = np.mgrid[0:37, 0:53]
    planes = np.stack([x / 53, y / 37, (x + y) / 90], axis=-1)
    return (9000 + 47000 * planes).astype(np.uint16)
