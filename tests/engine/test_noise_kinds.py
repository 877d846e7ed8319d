"""Each kind of noise, blocks and blur is told from the others; a clean picture is clean."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from photorestore.engine import degradations
from photorestore.engine.methods.kernels import blur, disk_kernel, motion_kernel
from photorestore.engine.noise import measure_noise, noise_level
from photorestore.engine.noise_kinds import Trouble, find_trouble


def natural(height, width):
    """Leaves of all sizes, as in photographs: grey, with a slight gradient."""
    rng = np.random.default_rng(2)
    plane = np.full((height, width), 0.5, np.float32)
    for _ in range(900):
        radius = min(4 / rng.random() ** 0.7, 90)
        centre = (int(rng.uniform(0, width)), int(rng.uniform(0, height)))
        cv2.circle(plane, centre, int(radius), float(rng.uniform(0.12, 0.85)), -1, cv2.LINE_AA)
    return np.repeat(plane[..., None], 3, axis=2)


CLEAN = natural(320, 384)


def found(planes):
    pixels = np.ascontiguousarray(planes, np.float32)
    noise = measure_noise(pixels)
    return find_trouble(pixels, noise, noise_level(noise))


def shaken(planes, kernel):
    noise = 0.004 * np.random.default_rng(0).standard_normal(planes.shape)
    return degradations.quantised(blur(planes, kernel) + noise.astype(np.float32))


RNG = np.random.default_rng(0)
SPOILT = {
    "none": CLEAN,
    "gaussian": degradations.gaussian(RNG, CLEAN, 0.08, eight_bit=True),
    "poisson": degradations.quantised(degradations.poisson(RNG, CLEAN, 40)),
    "salt-and-pepper": degradations.salt_and_pepper(RNG, CLEAN, 0.1),
    "random-valued": degradations.random_valued(RNG, CLEAN, 0.2),
    "grain": degradations.grain(RNG, CLEAN, 0.06, 1.2),
    "jpeg": degradations.jpeg(CLEAN, 10),
    "motion": shaken(CLEAN, motion_kernel(12, 35)),
    "misfocus": shaken(CLEAN, disk_kernel(4)),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_each_kind_is_told_from_the_others(kind):
    assert found(SPOILT[kind]).main == kind


def test_levels_are_about_what_was_put_in():
    assert found(SPOILT["gaussian"]).level == pytest.approx(0.08 * 0.67, rel=0.25)  # of three channels' mean
    assert found(SPOILT["salt-and-pepper"]).level == pytest.approx(0.1, rel=0.5)


def test_the_blur_has_its_size_and_direction():
    motion, misfocus = (found(SPOILT[kind]).blur for kind in ("motion", "misfocus"))

    assert motion.size_px == pytest.approx(12, abs=1)
    assert motion.angle == pytest.approx(35, abs=5)
    assert misfocus.size_px == pytest.approx(4, abs=0.4)


@pytest.mark.parametrize("size", [(1, 1), (5, 40), (31, 33), (127, 128)])
def test_tiny_pictures_have_no_trouble_that_can_be_told(size):
    assert found(np.full((*size, 3), 0.5)) == Trouble()


def test_a_dithered_picture_is_not_full_of_impulses():
    dots = (CLEAN[..., :1] > np.random.default_rng(3).random((*CLEAN.shape[:2], 1))).astype(np.float32)

    assert found(np.repeat(dots, 3, axis=2)).main not in ("salt-and-pepper", "random-valued")


@pytest.mark.parametrize("spoil", [degradations.random_valued, degradations.salt_and_pepper])
def test_specks_in_one_part_only_are_snow_or_texture_and_no_impulses(spoil):
    rows = len(CLEAN) // 3
    snow = CLEAN.copy()
    snow[:rows] = spoil(np.random.default_rng(3), CLEAN[:rows], 0.04)

    assert found(snow).noise not in ("salt-and-pepper", "random-valued")
    assert found(spoil(np.random.default_rng(3), CLEAN, 0.013)).noise in ("salt-and-pepper", "random-valued")
