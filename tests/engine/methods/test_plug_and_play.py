"""Half-quadratic splitting with a simple prior: blur goes without ringing at borders, holes are filled."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from fake_networks import fake_tools
from helpers import scene

from photorestore.core.progress import Progress
from photorestore.engine.methods.kernels import blur, motion_kernel
from photorestore.engine.methods.method import by_tiles
from photorestore.engine.methods.plug_and_play import deblur, falling_levels, inpaint
from photorestore.engine.quality import psnr

CLEAN = np.ascontiguousarray(scene(96, 110)[..., :1])
KERNEL = motion_kernel(9, 20)


def bilateral(planes, sigma, progress):
    """A denoiser that needs no training."""
    return cv2.bilateralFilter(np.ascontiguousarray(planes[..., 0]), 5, 2 * sigma, 2)[..., None]


def blurred():
    noise = 0.003 * np.random.default_rng(0).standard_normal(CLEAN.shape)
    return (blur(CLEAN, KERNEL)[..., None] + noise).astype(np.float32)


def test_a_known_blur_is_undone():
    restored = deblur(blurred(), KERNEL, 0.003, bilateral, fake_tools())

    assert psnr(restored, CLEAN) > psnr(blurred(), CLEAN) + 4


def test_nothing_rings_at_the_borders():
    error = np.abs(deblur(blurred(), KERNEL, 0.003, bilateral, fake_tools()) - CLEAN)[..., 0]
    border = np.concatenate([error[:6].ravel(), error[-6:].ravel(), error[:, :6].ravel(), error[:, -6:].ravel()])

    assert border.mean() < 3 * error[12:-12, 12:-12].mean()
    assert border.mean() < 0.02


def test_tiles_and_the_whole_agree():
    def piece(tile, span):
        return deblur(tile, KERNEL, 0.003, bilateral, fake_tools())

    whole, tiled = (by_tiles(blurred(), piece, side, 40, Progress()) for side in (200, 56))

    assert np.abs(whole - tiled).mean() < 1.5 / 255


def test_holes_are_filled_and_the_rest_stays():
    holes = np.random.default_rng(1).random(CLEAN.shape[:2]) < 0.3
    damaged = np.where(holes[..., None], 0, CLEAN).astype(np.float32)

    filled = inpaint(damaged, holes, 0.0, bilateral, Progress())

    assert np.array_equal(filled[~holes], CLEAN[~holes])
    assert psnr(filled, CLEAN) > psnr(damaged, CLEAN) + 10


def test_a_picture_that_is_all_hole_comes_back():
    assert np.array_equal(inpaint(CLEAN, np.ones(CLEAN.shape[:2], bool), 0.0, bilateral, Progress()), CLEAN)


@pytest.mark.parametrize("last", [0.001, 0.05, 0.3])
def test_levels_fall_to_the_true_one(last):
    levels = falling_levels(last, 8)

    assert levels[-1] == pytest.approx(last)
    assert (np.diff(levels) <= 1e-12).all()
