"""Noise, grain and blur that were put in are measured; clean pictures measure as clean."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from helpers import scene

from photorestore.engine.noise import measure_blur, measure_noise


def noisy(pixels, sigma, grain_px=0.0, mono=False):
    field = np.random.default_rng(1).normal(size=(*pixels.shape[:2], 1 if mono else 3)).astype(np.float32)
    if grain_px:
        field = cv2.GaussianBlur(field, (0, 0), grain_px).reshape(field.shape)
    return np.clip(pixels + sigma * field / field.std(), 0, 1).astype(np.float32)


@pytest.fixture(scope="module")
def clean():
    return scene(256, 320)


@pytest.mark.parametrize("sigma", [5 / 255, 10 / 255, 25 / 255, 50 / 255])
def test_white_noise_is_measured_within_15_percent(clean, sigma):
    measured = measure_noise(noisy(clean, sigma))

    assert measured.channels == pytest.approx((sigma,) * 3, rel=0.15)
    assert measured.chroma == pytest.approx(sigma, rel=0.15)
    assert not measured.is_grain


def test_noise_cut_off_at_black_does_not_mislead(clean):
    dark = clean.copy()
    dark[:, :200] = 0.01

    assert measure_noise(noisy(dark, 0.08)).channels == pytest.approx((0.08,) * 3, rel=0.15)


def test_noise_common_to_all_channels_is_no_chroma_noise(clean):
    measured = measure_noise(noisy(clean, 0.05, mono=True))

    assert measured.luma == pytest.approx(0.05, rel=0.15)
    assert measured.chroma < 1 / 255


def test_a_clean_picture_has_next_to_no_noise(clean):
    measured = measure_noise(clean)

    assert measured.luma < 1 / 255
    assert measured.grain < 3 / 255


def test_texture_is_not_noise(clean):
    textured = clean.copy()
    textured[100:, :] = noisy(clean, 0.1)[100:, :]

    assert measure_noise(textured).luma < 2 / 255


@pytest.mark.parametrize("grain_px", [0.8, 1.2])
def test_correlated_grain_is_seen_as_grain(clean, grain_px):
    measured = measure_noise(noisy(clean, 0.06, grain_px, mono=True))

    assert measured.is_grain
    assert measured.grain == pytest.approx(0.06, rel=0.25)


def test_noise_that_jpeg_smoothed_is_seen_as_grain(clean):
    _, file = cv2.imencode(".jpg", np.uint8(noisy(clean, 0.05, mono=True) * 255 + 0.5), [cv2.IMWRITE_JPEG_QUALITY, 50])

    assert measure_noise(cv2.imdecode(file, cv2.IMREAD_COLOR).astype(np.float32) / 255).is_grain


def test_even_grain_is_more_even_than_texture(clean):
    assert measure_noise(noisy(clean, 0.06)).evenness > 0.6 > measure_noise(clean).evenness


@pytest.mark.parametrize("sigma", [1.0, 1.5, 2.5])
def test_blur_is_measured(clean, sigma):
    assert measure_blur(cv2.GaussianBlur(clean, (0, 0), sigma)) == pytest.approx(sigma, rel=0.25)


def test_a_sharp_picture_has_no_blur_even_with_noise(clean):
    assert measure_blur(clean) < 0.7
    assert measure_blur(noisy(clean, 0.05)) < 0.7


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (20, 5)])
def test_tiny_pictures_measure_as_finite(size):
    pixels = np.random.default_rng(0).random((*size, 3), np.float32)
    measured = measure_noise(pixels)

    assert np.isfinite([measured.luma, measured.grain, measured.chroma, measured.evenness, measure_blur(pixels)]).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 1), (2, 3000)])
def test_the_thinnest_pictures_can_be_measured(shape):
    assert measure_noise(np.full((*shape, 3), 0.5, np.float32)).luma == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize("colour", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("size", [(256, 320), (1024, 1300)])
def test_what_is_hidden_is_not_measured(size, colour):
    pixels, hidden = noisy(cv2.GaussianBlur(scene(*size), (0, 0), 2), 0.06), np.zeros(size, bool)
    hidden[: size[0] // 3, 9:] = True
    cut = np.where(hidden[..., None], np.float32(colour), pixels)

    measured, whole = measure_noise(cut, hidden), measure_noise(pixels)

    assert (measured.luma, measured.grain) == pytest.approx((whole.luma, whole.grain), rel=0.1)
    assert measured.evenness == pytest.approx(whole.evenness, abs=0.1)
    assert measure_blur(cut, hidden) == pytest.approx(measure_blur(pixels), abs=0.2)


def test_where_all_is_hidden_there_is_nothing(clean):
    hidden = np.ones(clean.shape[:2], bool)

    assert measure_noise(clean, hidden).grain == measure_noise(clean, hidden).luma == measure_blur(clean, hidden) == 0
