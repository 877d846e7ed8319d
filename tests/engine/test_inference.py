from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch
from fake_networks import CPU, Enlarging, SmallUNet
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.engine.inference import Network, fuse_norms

HALF = replace(CPU, dtype=torch.bfloat16)


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 60), st.integers(1, 60))
def test_tiled_equals_whole(width, height):
    pixels = np.random.default_rng(0).random((height, width, 3), np.float32)

    tiled, whole = (Network(SmallUNet(side=side), CPU)(pixels) for side in (16, 64))

    assert tiled.shape == pixels.shape
    assert np.abs(tiled - whole).max() < 1 / 255


@pytest.mark.parametrize("size", [(1, 1), (1, 37), (18, 5)])
def test_any_size_goes_in_and_out_in_float32(size):
    result = Network(SmallUNet(), HALF)(np.full((*size, 3), 0.5, np.float32))

    assert result.shape == (*size, 3)
    assert result.dtype == np.float32


def test_reduced_precision_stays_near(rng):
    pixels = rng.random((40, 40, 3), np.float32)

    half, full = (Network(SmallUNet(), device)(pixels) for device in (HALF, CPU))

    assert 0 < np.abs(half - full).max() < 0.05


def test_fused_norms_give_the_same_numbers():
    module = SmallUNet().eval()
    batch = torch.rand(1, 3, 16, 16)
    expected = module(batch)

    fuse_norms(module)

    assert not any(isinstance(part, nn.BatchNorm2d) for part in module.modules())
    assert torch.allclose(module(batch), expected, atol=1e-5)


@pytest.mark.parametrize("shrink", [1, 2, 4])
def test_shrink_averages_what_the_network_drew(rng, shrink):
    pixels = rng.random((20, 45, 3), np.float32)
    network = Network(Enlarging(lambda batch: batch.cumsum(3) % 0.7), CPU)

    drawn = network(pixels)

    averaged = cv2.resize(drawn, (180 // shrink, 80 // shrink), interpolation=cv2.INTER_AREA)
    assert np.allclose(network(pixels, shrink=shrink), averaged, atol=1e-5)


def test_a_shrink_that_does_not_fit_is_refused(rng):
    with pytest.raises(ValueError, match="does not divide"):
        Network(Enlarging(), CPU)(np.ones((4, 4, 3), np.float32), shrink=3)


def test_overflow_in_reduced_precision_is_computed_again_in_float32():
    overflowing = Enlarging(lambda batch: batch * 300 * 300 / 90000)

    result = Network(overflowing, replace(CPU, dtype=torch.float16))(np.ones((4, 4, 3), np.float32))

    assert np.allclose(result, 1)


def test_numbers_that_are_none_are_refused():
    with pytest.raises(UserError, match="no picture"):
        Network(Enlarging(lambda batch: batch / 0), CPU)(np.ones((4, 4, 3), np.float32))


def test_cancel_is_noticed_inside_a_tile():
    asked = []
    network = Network(SmallUNet(side=64), CPU)

    with pytest.raises(Cancelled):
        network(np.ones((32, 32, 3), np.float32), Progress(is_cancelled=lambda: len(asked) > 1 or asked.append(1)))


def test_progress_inside_a_tile_is_reported():
    shares = []

    Network(SmallUNet(side=64), CPU)(np.ones((32, 32, 3), np.float32), Progress(lambda s, t: shares.append(s)))

    assert shares == sorted(shares)
    assert len(shares) > 5
    assert shares[-1] == 1


def test_named_parts_stay_in_float32():
    module = SmallUNet()
    module.float32_parts = ("last",)
    module.last.register_forward_pre_hook(lambda part, given: (given[0].float(),))

    network = Network(module, HALF)

    assert network._module.last.weight.dtype == torch.float32
    assert network._module.down[0].weight.dtype == torch.bfloat16
