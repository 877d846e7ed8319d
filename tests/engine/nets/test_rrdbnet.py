from dataclasses import replace

import numpy as np
import pytest
import torch
from fake_networks import CPU

from photorestore.engine.inference import Network
from photorestore.engine.nets.rrdbnet import RRDBNet


@pytest.fixture
def net():
    torch.manual_seed(0)
    return RRDBNet(blocks=1, features=8, growth=4).eval()


@pytest.mark.parametrize("size", [(1, 1), (5, 90), (70, 3)])
def test_four_times_the_size(net, size):
    assert net(torch.rand(1, 3, *size)).shape == (1, 3, 4 * size[0], 4 * size[1])


@torch.inference_mode()
def test_drawing_in_bands_changes_nothing(net):
    batch = torch.rand(1, 3, 70, 10)
    in_bands = net(batch)

    net._BAND_ROWS = 1000

    assert torch.allclose(in_bands, net(batch), atol=1e-6)


def test_tiled_equals_whole(net, rng):
    pixels = rng.random((20, 150, 3), np.float32)
    network = Network(net, CPU)
    whole = network(pixels)

    network.tiling = replace(net.tiling, side=40)

    assert np.abs(network(pixels) - whole).max() < 1 / 255


def test_it_learns(net):
    net(torch.rand(1, 3, 8, 8)).mean().backward()

    assert all(parameter.grad is not None for parameter in net.parameters())


def test_the_default_sizes_are_those_of_the_published_weights():
    with torch.device("meta"):
        net = RRDBNet()

    assert sum(parameter.numel() for parameter in net.parameters()) == 16_697_987
    assert sum(isinstance(part, torch.nn.Conv2d) for part in net.modules()) == 351
