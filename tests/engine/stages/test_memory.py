"""A scan of 100 MP stays under 4 GB: beside the photo it is given, no stage may need more than a few pictures."""

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
import torch
from fake_networks import Enlarging, fake_tools
from helpers import scene
from torch import nn

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.photo import Photo
from photorestore.core.pixels16 import Pixels16
from photorestore.core.stages import (
    DenoiseSettings,
    EnlargeSettings,
    FaceSettings,
    PrepareSettings,
    ScratchSettings,
    TranslateSettings,
)
from photorestore.engine.face_alignment import TEMPLATE
from photorestore.engine.nets.denoiser import DenoiserUNet
from photorestore.engine.nets.translator import Translator
from photorestore.engine.pipeline import STAGE_FUNCTIONS

MOST_PICTURES = 2.5  # of floats, of which the result is one
MOST_16_BIT = 1.5  # as the engine keeps them; the result is half a picture of floats
SETTINGS = {
    "prepare": PrepareSettings(levels=0.7, colour_cast=0.5),
    "denoise": DenoiseSettings(True, sigma=0.05),
    "scratches": ScratchSettings(),
    "translate": TranslateSettings(True),
    "faces": FaceSettings(True),
    "enlarge": EnlargeSettings(True, scale=1, clean_up=True),
}
SIZE = (2400, 450)
SIZES = {"translate": (10_000, 108)}  # as long as a scan of 100 MP, which is translated smaller
LANDMARKS = tuple((float(x) * 150 + 150, float(y) * 150 + 1000) for x, y in TEMPLATE)
TONES = {"grey": (1, 1, 1), "sepia": (0.95, 0.85, 0.7), "colour": None}


def old_photo(tone, size=SIZE):
    pixels, damage = scene(*size), np.zeros(size, np.float32)
    if TONES[tone] is not None:
        pixels = pixels.mean(axis=2, keepdims=True) * np.float32(TONES[tone])
    damage[-90:, 100:103] = 1
    return Photo(np.ascontiguousarray(pixels, np.float32), damage=damage)


def photo_for(stage, tone):
    """With what the stages before have found."""
    photo = old_photo(tone, SIZES.get(stage, SIZE))
    if stage == "translate":
        photo = replace(photo, mask=photo.damage > 0)
    return replace(photo, faces=(Face(Box(188, 1038, 262, 1131), LANDMARKS, 0.99),))


class Negative(nn.Module):
    def forward(self, faces):
        return 1 - faces


def tiny_tools():
    torch.manual_seed(0)
    return fake_tools(
        realesrgan_x4plus=Enlarging(),
        translator=Translator((4, 4), (1, 1), 4, (4, 4, 4), 1),
        face_refiner=Negative(),
    )


def peak_of(stage, photo):
    """Beside the photo, which is changed."""
    tools, results = tiny_tools(), []
    peak = peak_bytes(lambda: results.append(STAGE_FUNCTIONS[stage](photo, SETTINGS[stage], tools)))
    assert results[0].pixels is not photo.pixels
    return peak


def in_16_bit(photo):
    return replace(photo, pixels=Pixels16(np.rint(photo.pixels * 65535).astype(np.uint16)))


def peak_bytes(work):
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("method", ["denoiser", "anscombe-denoiser", "median"])
def test_a_method_needs_no_more_memory_than_a_few_pictures(method, tone):
    photo, tools = old_photo(tone), fake_tools(denoiser=DenoiserUNet((4, 4), 1))
    settings = DenoiseSettings(True, method, sigma=0.05)

    peak = peak_bytes(lambda: STAGE_FUNCTIONS["denoise"](photo, settings, tools))

    assert 0.99 < peak / photo.pixels.nbytes < MOST_PICTURES + (method == "anscombe-denoiser")


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("stage", SETTINGS)
def test_a_stage_needs_no_more_memory_than_a_few_pictures(stage, tone):
    photo = photo_for(stage, tone)

    assert 0.99 < peak_of(stage, photo) / photo.pixels.nbytes < MOST_PICTURES


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("stage", sorted(set(SETTINGS) - {"enlarge"}))
def test_a_stage_needs_half_of_that_where_pixels_are_kept_in_16_bit(stage, tone):
    photo = photo_for(stage, tone)

    assert 0.49 < peak_of(stage, in_16_bit(photo)) / photo.pixels.nbytes < MOST_16_BIT


@pytest.mark.parametrize("tone", TONES)
def test_a_face_as_large_as_the_picture_needs_no_more_memory_than_a_few_pictures(tone):
    landmarks = tuple((float(x) * 1400 + 50, float(y) * 1400 + 50) for x, y in TEMPLATE)
    face = Face(Box(400, 400, 1100, 1300), landmarks, 0.99)
    photo = replace(old_photo(tone, (1500, 1500)), faces=(face,))

    assert 0.49 < peak_of("faces", in_16_bit(photo)) / photo.pixels.nbytes < MOST_PICTURES
