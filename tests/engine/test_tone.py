"""Monochrome, toned and coloured photographs are told apart, and a tone survives being taken off and put back."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from photorestore.engine.tone import is_monochrome, luma_of, luma_plane, merge_tone, tone_kind, tone_of


def retoned(pixels):
    return merge_tone(luma_plane(pixels)[..., 0], tone_of(pixels))


def grey_scene(seed=0, size=(180, 240)):
    rng = np.random.default_rng(seed)
    field = cv2.GaussianBlur(rng.random(size, np.float32), (0, 0), 6)
    luma = cv2.normalize(field, None, 0.05, 0.95, cv2.NORM_MINMAX).astype(np.float32)
    return np.repeat(luma[..., None], 3, axis=2)


def sepia(grey):
    luma = grey[..., 0]
    return np.stack([0.1 + 0.85 * luma**0.85, 0.08 + 0.8 * luma, 0.06 + 0.7 * luma**1.2], axis=-1).astype(np.float32)


def cyanotype(grey):
    luma = grey[..., 0]
    return np.stack([0.05 + 0.8 * luma**1.5, 0.15 + 0.8 * luma, 0.3 + 0.65 * luma**0.8], axis=-1).astype(np.float32)


def with_noise(pixels, sigma, seed=1):
    noise = np.random.default_rng(seed).normal(0, sigma, pixels.shape)
    return np.clip(pixels + noise, 0, 1).astype(np.float32)


def mean_lab(pixels):
    return cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).mean(axis=(0, 1))


@pytest.mark.parametrize("noise", [0, 0.01, 0.03])
def test_a_grey_photograph_is_monochrome_even_with_chroma_noise(noise):
    assert is_monochrome(with_noise(grey_scene(), noise))


@pytest.mark.parametrize("noise", [0, 0.03, 0.07])
@pytest.mark.parametrize("tone", [sepia, cyanotype])
def test_a_toned_print_is_toned_even_with_chroma_noise(tone, noise):
    assert tone_kind(with_noise(tone(grey_scene()), noise)) == "toned"


@pytest.mark.parametrize("colour", [0, (0, 1, 0), 1])
def test_what_is_hidden_changes_neither_kind_nor_tone(colour):
    print_, hidden = sepia(grey_scene()), np.zeros((180, 240), bool)
    hidden[:90], hidden[:, 150:] = True, True
    cut = np.where(hidden[..., None], np.float32(colour), print_)

    assert tone_kind(cut, hidden) == "toned"
    tone, expected = tone_of(cut, hidden), tone_of(print_[90:, :150])
    assert tone.red == pytest.approx(expected.red, abs=0.01)
    assert tone.blue == pytest.approx(expected.blue, abs=0.01)
    assert is_monochrome(np.where(hidden[..., None], np.float32(colour), grey_scene()), hidden)


def test_white_cracks_on_a_sepia_print_leave_it_toned():
    print_ = sepia(grey_scene())
    print_[:, 50:53] = 0.95
    print_[90:92] = 0.95

    assert tone_kind(print_) == "toned"


@pytest.mark.parametrize("base", [lambda grey: grey, sepia])
def test_a_hand_tinted_print_is_in_colour(base):
    print_ = base(grey_scene())
    print_[80:100, 100:125] *= np.float32((1.2, 0.8, 0.75))

    assert tone_kind(np.clip(print_, 0, 1)) == "colour"


def test_a_pale_colour_photograph_is_in_colour():
    hues = np.stack([grey_scene(seed)[..., 0] for seed in (1, 2, 3)], axis=-1)

    assert tone_kind(0.85 * grey_scene() + 0.15 * hues) == "colour"


def test_a_grey_photograph_comes_back_with_equal_channels():
    merged = retoned(with_noise(grey_scene(), 0.01))

    assert np.array_equal(merged[..., 0], merged[..., 1])
    assert np.array_equal(merged[..., 1], merged[..., 2])


@pytest.mark.parametrize("tone", [sepia, cyanotype])
def test_a_tone_comes_back_as_it_was(tone):
    print_ = with_noise(tone(grey_scene()), 0.02)

    merged = retoned(print_)

    assert np.abs(mean_lab(merged) - mean_lab(print_)).max() < 0.5
    assert np.abs(merged - tone(grey_scene())).mean() < 0.02


def test_taking_a_clean_tone_off_and_putting_it_back_changes_almost_nothing():
    print_ = sepia(grey_scene())

    assert np.abs(retoned(print_) - print_).max() < 0.01


def test_the_luma_put_in_is_the_luma_that_comes_out():
    luma, tone = luma_plane(sepia(grey_scene()))[..., 0], tone_of(sepia(grey_scene()))

    assert np.abs(luma_of(merge_tone(0.8 * luma, tone)) - 0.8 * luma).max() < 1e-3


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (7, 5)])
def test_tiny_pictures_have_a_kind(size):
    assert tone_kind(np.full((*size, 3), 0.5, np.float32)) == "monochrome"
