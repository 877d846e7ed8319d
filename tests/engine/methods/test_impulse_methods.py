"""Impulses go, also from blurred pictures, and good pixels stay."""

from __future__ import annotations

import numpy as np
import pytest
from fake_networks import fake_tools
from helpers import scene

from photorestore.engine.degradations import random_valued, salt_and_pepper
from photorestore.engine.methods.impulses import extreme_pixels, is_salt_and_pepper, random_impulses
from photorestore.engine.methods.kernels import blur, disk_kernel
from photorestore.engine.methods.method import Wear
from photorestore.engine.methods.table import METHODS
from photorestore.engine.quality import psnr

CLEAN = np.ascontiguousarray(scene(80, 96)[..., 1:2])
RNG = np.random.default_rng(3)
NOISY = {"random": random_valued(RNG, CLEAN, 0.3), "ends": salt_and_pepper(RNG, CLEAN, 0.5)}


def run(name, planes, kernel=None):
    return METHODS[name].run(planes, Wear(0.0, kernel), fake_tools())


@pytest.mark.parametrize("kind", NOISY)
def test_l0tv_beats_the_median_that_only_looks_at_impulses(kind):
    noisy = NOISY[kind]

    by_median, by_l0tv = (psnr(run(name, noisy), CLEAN) for name in ("median", "l0tv"))

    assert by_l0tv > by_median > psnr(noisy, CLEAN) + 8


def test_the_two_kinds_of_impulses_are_told_apart():
    planes = {kind: noisy[..., 0] for kind, noisy in NOISY.items()}

    assert is_salt_and_pepper(planes["ends"], extreme_pixels(planes["ends"]))
    assert not is_salt_and_pepper(planes["random"], extreme_pixels(planes["random"]))


def test_few_clean_pixels_are_taken_for_impulses():
    assert random_impulses(CLEAN[..., 0]).mean() < 0.03
    assert extreme_pixels(CLEAN[..., 0]).mean() < 0.01


def test_a_blurred_picture_with_impulses_becomes_sharper_than_it_was():
    kernel = disk_kernel(2)
    blurred = blur(CLEAN, kernel)[..., None]

    restored = run("l0tv", salt_and_pepper(np.random.default_rng(0), blurred, 0.3), kernel)

    assert psnr(restored, CLEAN) > psnr(blurred, CLEAN) + 1
