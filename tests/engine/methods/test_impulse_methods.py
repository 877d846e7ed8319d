"""Impulses go, also from blurred pictures, and good pixels stay."""

from __future__ import annotations

import numpy as np
import pytest
from fake_networks import fake_tools
from helpers import scene

from photorestore import paths
from photorestore.engine.degradations import random_valued, salt_and_pepper
from photorestore.engine.methods.impulses import extreme_pixels, impulse_kind, random_impulses
from photorestore.engine.methods.kernels import blur, disk_kernel
from photorestore.engine.methods.method import Wear
from photorestore.engine.methods.table import METHODS
from photorestore.engine.quality import psnr
from photorestore.files.reading import read_photo

CLEAN = np.ascontiguousarray(scene(80, 96)[..., 1:2])
RNG = np.random.default_rng(3)
NOISY = {"random": random_valued(RNG, CLEAN, 0.3), "ends": salt_and_pepper(RNG, CLEAN, 0.5)}


def sample_crop(name):
    """(160, 160, 1) of a sample's green, 0..1: a real photograph with texture."""
    return np.ascontiguousarray(read_photo(paths.resources() / "samples" / f"{name}.jpg").pixels[150:310, 200:360, 1:2])


def run(name, planes, kernel=None):
    return METHODS[name].run(planes, Wear(0.0, kernel), fake_tools())


@pytest.mark.parametrize("kind", NOISY)
def test_l0tv_beats_the_median_that_only_looks_at_impulses(kind):
    noisy = NOISY[kind]

    by_median, by_l0tv = (psnr(run(name, noisy), CLEAN) for name in ("median", "l0tv"))

    assert by_l0tv > by_median > psnr(noisy, CLEAN) + 8


def test_the_two_kinds_of_impulses_are_told_apart():
    assert impulse_kind(NOISY["ends"]).are_ends
    assert not impulse_kind(NOISY["random"]).are_ends


@pytest.mark.parametrize("share", [0.01, 0.03])
@pytest.mark.parametrize("name", ["median", "l0tv"])
def test_a_little_salt_and_pepper_goes_and_texture_stays(name, share):
    clean = sample_crop("school")
    noisy = salt_and_pepper(np.random.default_rng(0), clean, share)
    hit = noisy != clean

    restored = run(name, noisy)

    assert psnr(restored, clean) > 40
    assert (np.abs(restored - clean)[~hit] > 4 / 255).mean() < 0.002


def test_a_few_impulses_of_any_value_go_and_most_texture_stays():
    clean = sample_crop("school")
    noisy = random_valued(np.random.default_rng(0), clean, 0.01)
    hit = noisy != clean

    restored = run("median", noisy)

    assert psnr(restored, clean) > psnr(noisy, clean) + 5
    assert (np.abs(restored - clean)[~hit] > 4 / 255).mean() < 0.01


def test_few_clean_pixels_are_taken_for_impulses():
    assert random_impulses(CLEAN[..., 0]).mean() < 0.03
    assert extreme_pixels(CLEAN[..., 0]).mean() < 0.01


def test_a_blurred_picture_with_impulses_becomes_sharper_than_it_was():
    kernel = disk_kernel(2)
    blurred = blur(CLEAN, kernel)[..., None]

    restored = run("l0tv", salt_and_pepper(np.random.default_rng(0), blurred, 0.3), kernel)

    assert psnr(restored, CLEAN) > psnr(blurred, CLEAN) + 1
