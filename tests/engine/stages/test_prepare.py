"""Levels and cast correction are gentle, monotone, and keep tones and monochrome."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from helpers import scene

from photorestore.core.photo import MaskEdits, Photo
from photorestore.core.progress import Progress
from photorestore.core.stages import PrepareSettings
from photorestore.engine.stages.prepare import prepare_photo
from photorestore.engine.tone import luma_of


@dataclass
class FakeTools:
    progress: Progress = Progress()


SCENE = scene(120, 160)
SCENE[20:36, 20:36], SCENE[20:36, 60:76] = 0, 1
FADED = (0.25 + 0.45 * SCENE).astype(np.float32)
CAST = (np.float32((0.22, 0.12, 0.1)) + np.float32((0.7, 0.65, 0.5)) * SCENE).astype(np.float32)
GREY = np.repeat(luma_of(SCENE)[..., None], 3, axis=2)
SEPIA = np.stack([0.25 + 0.5 * GREY[..., 0], 0.2 + 0.47 * GREY[..., 0], 0.13 + 0.44 * GREY[..., 0]], 2)


def prepared(pixels, **settings):
    return prepare_photo(Photo(pixels.copy()), PrepareSettings(**settings), FakeTools()).pixels


def contrast(pixels):
    return float(np.subtract(*np.percentile(luma_of(pixels), (99.5, 0.5))))


@pytest.mark.parametrize("pixels", [FADED, CAST, GREY, SEPIA])
def test_no_strength_changes_nothing(pixels):
    photo = Photo(pixels.copy())

    assert prepare_photo(photo, PrepareSettings(), FakeTools()) is photo


@pytest.mark.parametrize("pixels", [FADED, SEPIA, 0.3 + 0.4 * GREY])
def test_levels_bring_faded_contrast_back(pixels):
    low, half, full = contrast(pixels), contrast(prepared(pixels, levels=0.5)), contrast(prepared(pixels, levels=1))

    assert low + 0.1 < half < full - 0.05
    assert full > 0.75


@pytest.mark.parametrize("pixels", [FADED, CAST, SEPIA, SCENE, 0.45 + 0.1 * SCENE])
def test_next_to_nothing_is_newly_clipped(pixels):
    restored = prepared(pixels.astype(np.float32), levels=1, colour_cast=1)
    clipped = ((restored <= 0) | (restored >= 1)).mean() - ((pixels <= 0) | (pixels >= 1)).mean()

    assert clipped < 0.001


def test_curves_are_monotone():
    restored = prepared(CAST, levels=1, colour_cast=1)

    for channel in range(3):
        order = np.argsort(CAST[..., channel], axis=None)
        assert (np.diff(restored[..., channel].ravel()[order]) >= -1e-6).all()


def test_a_flat_picture_is_not_torn_apart():
    flat = (0.5 + 0.02 * SCENE).astype(np.float32)

    assert contrast(prepared(flat, levels=1)) <= 3.1 * contrast(flat)


def test_a_cast_is_taken_away():
    truth = 0.15 + 0.62 * SCENE

    assert np.abs(prepared(CAST, colour_cast=1) - truth).mean() < 0.5 * np.abs(CAST - truth).mean()


def test_a_toned_photograph_keeps_its_tone():
    restored = prepared(SEPIA, levels=1, colour_cast=1)
    before, after = SEPIA - luma_of(SEPIA)[..., None], restored - luma_of(restored)[..., None]

    assert np.abs(before - after).max() < 0.02


def test_a_monochrome_photograph_stays_monochrome():
    restored = prepared(0.3 + 0.4 * GREY, levels=1, colour_cast=1)

    assert np.array_equal(restored[..., 0], restored[..., 2])


def test_borders_and_marked_damage_do_not_count():
    hurt = FADED.copy()
    hurt[:3], hurt[:, 90:100] = 1.0, 0.0
    marked = np.zeros(hurt.shape[:2], bool)
    marked[:, 88:102] = True
    photo = Photo(hurt, edits=MaskEdits(added=marked))

    restored = prepare_photo(photo, PrepareSettings(levels=1), FakeTools()).pixels

    assert contrast(restored[10:, :80]) > 0.8


@pytest.mark.parametrize("colour", [(0, 0, 0), (0, 1, 0), (1, 1, 1)])
@pytest.mark.parametrize("pixels", [FADED, CAST, 0.3 + 0.4 * GREY, SEPIA])
def test_a_transparent_border_of_any_colour_changes_nothing(pixels, colour):
    alpha = np.zeros((200, 260), np.float32)
    alpha[40:160, 50:210] = 1
    cut = np.full((200, 260, 3), colour, np.float32)
    cut[alpha > 0] = pixels.reshape(-1, 3)
    settings = PrepareSettings(levels=1, colour_cast=0.8)

    restored = prepare_photo(Photo(cut, alpha), settings, FakeTools()).pixels

    assert np.abs(restored[40:160, 50:210] - prepared(pixels, levels=1, colour_cast=0.8)).max() < 0.05


@pytest.mark.parametrize("pixels", [FADED, CAST, GREY, SEPIA])
def test_a_part_measured_on_the_whole_becomes_what_it_is_there(pixels):
    settings = PrepareSettings(levels=0.8, colour_cast=0.8)
    whole = prepare_photo(Photo(pixels.copy()), settings, FakeTools()).pixels
    part = prepare_photo(Photo(pixels[10:60, 20:90].copy()), settings, FakeTools(), measured_on=pixels).pixels

    assert np.abs(part - whole[10:60, 20:90]).max() < 0.01
