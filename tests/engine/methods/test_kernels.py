"""Kernels keep the light, say what they are, and refuse what can't be."""

from __future__ import annotations

import numpy as np
import pytest

from photorestore.core.errors import UserError
from photorestore.engine.methods.kernels import blur, check_kernel, disk_kernel, motion_kernel, shake_kernel


@pytest.mark.parametrize("kernel", [motion_kernel(15, 30), motion_kernel(1, 0), disk_kernel(3.4), disk_kernel(0.2)])
def test_kernels_keep_the_light(kernel):
    assert kernel.sum() == pytest.approx(1)
    assert kernel.min() >= 0
    assert all(side % 2 for side in kernel.shape)


def test_a_motion_has_its_direction():
    across, down = motion_kernel(9, 0), motion_kernel(9, 90)

    assert across.max(axis=0).astype(bool).sum() >= 9
    assert np.allclose(across, down.T, atol=1e-6)
    assert motion_kernel(9, 45)[:5, 6:].sum() > 0.35  # counter-clockwise: half of it to the upper right


def test_a_shake_is_centred_and_of_the_size_asked():
    kernel = shake_kernel(np.random.default_rng(0), 15)
    y, x = np.mgrid[: kernel.shape[0], : kernel.shape[1]] - kernel.shape[0] // 2

    assert abs((kernel * x).sum()) <= 1
    assert abs((kernel * y).sum()) <= 1
    assert (kernel > 0).any(axis=0).sum() <= 15


def test_blurring_is_a_convolution_and_not_a_correlation():
    point = np.zeros((9, 9), np.float32)
    point[4, 4] = 1
    kernel = np.zeros((3, 3), np.float32)
    kernel[0, 2] = 1

    assert blur(point, kernel)[3, 5] == 1


@pytest.mark.parametrize(
    ("kernel", "word"),
    [
        (np.zeros((3, 3)), "empty"),
        (np.zeros((0, 3)), "empty"),
        (np.array([[1.0, -0.5, 1.0]]), "negative"),
        (np.ones((9, 9)), "larger than the picture"),
        (np.array([[np.nan, 1.0]]), "empty"),
    ],
)
def test_what_is_no_blur_is_refused_in_a_sentence(kernel, word):
    with pytest.raises(UserError, match=word):
        check_kernel(kernel, 8, 8)


@pytest.mark.parametrize("make", [lambda: motion_kernel(-3, 0), lambda: disk_kernel(-1)])
def test_negative_sizes_are_refused(make):
    with pytest.raises(UserError, match="negative"):
        make()
