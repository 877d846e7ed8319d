"""What the program promises of every picture, kept by the real networks and all bundled stages together."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from end_to_end.everything import EVERYTHING, old_photo
from end_to_end.peak_memory import ALL_GIVEN_BACK, CPU, FORGET, TILES
from helpers import scene, scratch
from torch import nn

from photorestore import paths
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.core.stages import ScratchSettings, TranslateSettings
from photorestore.engine.inference import Network
from photorestore.engine.pipeline import restore
from photorestore.engine.tiles import run_tiled
from photorestore.engine.tools import Tools
from photorestore.engine.weights import WeightsStore

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tools(tmp_path_factory):
    return Tools(WeightsStore(paths.bundled_weights(), tmp_path_factory.mktemp("none")), CPU)


def restored(photo, tools):
    result = restore(photo, EVERYTHING, tools)
    assert result.mask.any()  # so every stage had something to do
    assert result.faces[0].reason == ""
    return result.pixels


def mean_colour(pixels):
    return cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB)[..., 1:].mean(axis=(0, 1))


def test_a_monochrome_photograph_comes_back_with_equal_channels(tools):
    pixels = restored(old_photo((1, 1, 1)), tools)

    assert np.array_equal(pixels[..., 0], pixels[..., 1])
    assert np.array_equal(pixels[..., 0], pixels[..., 2])


def test_a_sepia_photograph_keeps_its_tone(tools):
    photo = old_photo((0.8, 1.0, 1.3))
    before, after = mean_colour(photo.pixels), mean_colour(restored(photo, tools))

    assert np.hypot(*before) > 10
    assert np.abs(after - before).max() < 1


def test_translating_a_colour_photograph_gives_it_no_tint(tools):
    worn = np.clip(scene(96, 128) + np.random.default_rng(0).normal(0, 0.05, (96, 128, 3)), 0, 1).astype(np.float32)
    translate_only = Recipe(scratches=ScratchSettings(False), translate=TranslateSettings(True))

    change = restore(Photo(worn), translate_only, tools).pixels - worn

    assert np.abs(change).mean() > 0.01
    assert np.abs(change.mean(axis=(0, 1))).max() < 0.005


def probability(logits):
    return 1 / (1 + np.exp(-logits))


def noisy(height, width):
    """With the noise's level as the plane that the denoiser is told."""
    pixels = scene(height, width) + np.random.default_rng(0).normal(0, 0.1, (height, width, 3))
    return np.dstack([pixels, np.full((height, width), 0.1)]).astype(np.float32)


def filled(height, width):
    """With holes in every part as the plane that the translator is told."""
    holes = np.zeros((height, width), np.float32)
    holes[10:50, 5::60] = holes[20:30, 40::150] = holes[30:50, 60::150] = 1
    return np.dstack([noisy(height, width)[..., :3], cv2.dilate(holes, np.ones((5, 5)))])


def scratched(height, width):
    return scratch(scene(height, width))


@pytest.mark.parametrize(
    ("name", "side", "size", "picture", "answer"),
    [
        ("detector", 128, (96, 416), scratched, probability),
        ("denoiser", 64, (64, 288), noisy, np.asarray),
        ("translator", 128, (64, 704), filled, np.asarray),
        ("realesrgan-x4plus", 112, (4, 224), scratched, np.asarray),
    ],
)
def test_tiles_of_a_bundled_network_equal_the_whole(tools, name, side, size, picture, answer):
    network, planes = tools.network(name), picture(*size)
    assert side + network.tiling.context < size[1]  # no tile sees everything
    tiled, whole = (
        run_tiled(planes, lambda tile, progress: network._run(tile, progress, 1), replace(network.tiling, side=wide))
        for wide in (side, 1024)
    )

    assert np.abs(answer(whole)).max() > 0.05
    assert np.abs(answer(tiled) - answer(whole)).max() < 1 / 255


class Watching(nn.Module):
    """Asks for tiles as `network` does and notes what it gets."""

    def __init__(self, network):
        super().__init__()
        self.tiling, self.areas = network.tiling, []

    def forward(self, batch):
        height, width = batch.shape[2:]
        self.areas.append(height * width)
        return batch.new_zeros(1, 1, height * self.tiling.scale, width * self.tiling.scale)


@pytest.mark.parametrize(
    ("name", "size", "budget"), [("detector", (1200, 1600), 128 << 20), ("realesrgan-x4plus", (300, 400), 300 << 20)]
)
@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16])
def test_tiles_of_a_large_picture_stay_within_the_memory_budget(tools, name, size, budget, precision):
    watching = Watching(tools.network(name))

    Network(watching, replace(CPU, dtype=precision, memory_bytes=budget))(np.zeros((*size, 3), np.float32))

    needed = max(watching.areas) * watching.tiling.bytes_per_px * precision.itemsize // 4
    assert 0.2 * budget < needed <= budget


@pytest.fixture(scope="module")
def peaks():
    """Bytes for each pixel of a tile that each bundled network takes at its peak."""
    script = Path(__file__).with_name("peak_memory.py")
    measured = subprocess.run(
        [sys.executable, script], env={**os.environ, **ALL_GIVEN_BACK}, stdout=subprocess.PIPE, check=True
    )
    return json.loads(measured.stdout)


@pytest.mark.skipif(
    sys.platform != "linux" or not os.access(FORGET, os.W_OK),
    reason="the peak of a process's memory is Linux's to count, where it lets it be counted anew",
)
@pytest.mark.parametrize("name", TILES)
def test_a_tile_takes_no_more_memory_than_its_network_says(tools, peaks, name):
    said = tools.network(name).tiling.bytes_per_px

    assert 0.2 * said < peaks[name] <= said
