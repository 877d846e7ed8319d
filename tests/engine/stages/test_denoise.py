"""Noise goes, edges and fine steps stay, a monochrome photograph stays monochrome, and work can be cancelled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from fake_networks import fake_tools
from helpers import scene

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.photo import Photo
from photorestore.core.progress import Progress
from photorestore.core.stages import DenoiseSettings
from photorestore.engine.methods.kernels import blur as convolve
from photorestore.engine.methods.table import METHODS
from photorestore.engine.nets.shrinkage_fields import ShrinkageFields
from photorestore.engine.stages.denoise import blur_kernel, remove_noise


@dataclass
class FakeTools:
    progress: Progress = Progress()

    def with_progress(self, progress):
        return FakeTools(progress)


def noisy(pixels, sigma, mono=False):
    field = np.random.default_rng(2).normal(size=(*pixels.shape[:2], 1 if mono else 3))
    return np.clip(pixels + sigma * field, 0, 1).astype(np.float32)


def error(a, b):
    return float(np.sqrt(np.mean((a - b) ** 2)))


CLEAN = scene(120, 160)


def test_every_method_in_the_settings_exists():
    choices = DenoiseSettings.__dataclass_fields__["method"].metadata["knob"].choices

    assert set(choices) == set(METHODS)


@pytest.mark.parametrize("sigma", [0.0, 0.06])
def test_noise_goes_whether_its_level_is_measured_or_told(sigma):
    photo = Photo(noisy(CLEAN, 0.06))

    restored = remove_noise(photo, DenoiseSettings(strength=1, sigma=sigma), FakeTools())

    assert error(restored.pixels, CLEAN) < 0.5 * error(photo.pixels, CLEAN)


def test_noise_goes_from_a_cut_out_too():
    alpha = np.ones(CLEAN.shape[:2], np.float32)
    alpha[:50] = 0
    cut = Photo(np.where(alpha[..., None] > 0, noisy(CLEAN, 0.06), np.float32(0.5)), alpha)

    restored = remove_noise(cut, DenoiseSettings(strength=1), FakeTools())

    assert error(restored.pixels[50:], CLEAN[50:]) < 0.5 * error(cut.pixels[50:], CLEAN[50:])


def test_strength_blends_truly():
    photo = Photo(noisy(CLEAN, 0.06))
    half, full = (remove_noise(photo, DenoiseSettings(strength=s), FakeTools()).pixels for s in (0.5, 1))

    assert np.allclose(half, (photo.pixels + full) / 2, atol=1e-6)


@pytest.mark.parametrize(("pixels", "strength"), [(CLEAN, 1.0), (noisy(CLEAN, 0.1), 0.0)])
def test_a_clean_picture_or_no_strength_changes_nothing(pixels, strength):
    photo = Photo(pixels)

    assert remove_noise(photo, DenoiseSettings(strength=strength), FakeTools()) is photo


def test_a_monochrome_photograph_stays_monochrome():
    grey = np.repeat(CLEAN.mean(axis=2, keepdims=True), 3, axis=2)
    restored = remove_noise(Photo(noisy(grey, 0.08, mono=True)), DenoiseSettings(), FakeTools()).pixels

    assert np.array_equal(restored[..., 0], restored[..., 1])
    assert np.array_equal(restored[..., 1], restored[..., 2])


def test_steps_finer_than_8_bits_survive():
    ramp = np.linspace(0.4, 0.41, 256, dtype=np.float32)
    photo = Photo(np.tile(ramp[:, None, None], (1, 40, 3)))

    restored = remove_noise(photo, DenoiseSettings(strength=1, sigma=0.02), FakeTools()).pixels

    assert len(np.unique(restored[:, 10, 0])) > 100


def test_tiles_leave_no_seams(monkeypatch):
    photo = Photo(noisy(CLEAN, 0.06))
    settings = DenoiseSettings(strength=1, sigma=0.06)
    whole = remove_noise(photo, settings, FakeTools()).pixels
    monkeypatch.setattr("photorestore.engine.methods.non_local_means.TILE_SIDE", 48)

    assert np.abs(remove_noise(photo, settings, FakeTools()).pixels - whole).max() <= 1.01 / 255


def test_work_can_be_cancelled_between_tiles(monkeypatch):
    monkeypatch.setattr("photorestore.engine.methods.non_local_means.TILE_SIDE", 48)
    heard = []
    progress = Progress(listener=lambda share, text: heard.append(share), is_cancelled=lambda: len(heard) == 2)

    with pytest.raises(Cancelled):
        remove_noise(Photo(noisy(CLEAN, 0.1)), DenoiseSettings(sigma=0.1), FakeTools(progress))

    assert max(heard) < 0.5


@pytest.mark.parametrize("size", [(1, 1), (2, 90), (33, 7)])
def test_tiny_pictures_are_denoised(size):
    pixels = np.random.default_rng(0).random((*size, 3), np.float32)

    assert remove_noise(Photo(pixels), DenoiseSettings(sigma=0.1), FakeTools()).pixels.shape == pixels.shape


@pytest.mark.parametrize(("blur", "angle"), [("motion", 30.0), ("misfocus", 0.0)])
def test_blur_of_a_known_kind_is_undone(blur, angle):
    settings = DenoiseSettings(True, "shrinkage-fields", 1.0, 0.005, blur, 5.0 if blur == "motion" else 2.0, angle)
    blurred = convolve(CLEAN, blur_kernel(settings, Photo(CLEAN.copy())))

    restored = remove_noise(Photo(blurred), settings, fake_tools(shrinkage_fields=ShrinkageFields()))

    assert error(restored.pixels, CLEAN) < 0.8 * error(blurred, CLEAN)


def test_a_blur_larger_than_the_picture_is_refused():
    settings = DenoiseSettings(True, "shrinkage-fields", blur="misfocus", blur_px=60)

    with pytest.raises(UserError, match="larger than the picture"):
        remove_noise(Photo(CLEAN.copy()), settings, FakeTools())


@pytest.mark.parametrize("settings", [{"sigma": -0.1}, {"strength": -1}, {"blur_px": -2}, {"blur_angle": 999}])
def test_bad_numbers_are_refused(settings):
    with pytest.raises(UserError, match="must be a number"):
        DenoiseSettings(**settings)


def test_a_method_that_cannot_deblur_refuses_a_blur():
    with pytest.raises(UserError, match="can't undo blur"):
        remove_noise(Photo(CLEAN.copy()), DenoiseSettings(True, "nlm", blur="motion", blur_px=5), FakeTools())


def test_a_blur_without_a_size_is_refused():
    with pytest.raises(UserError, match="no size"):
        remove_noise(Photo(CLEAN.copy()), DenoiseSettings(True, "shrinkage-fields", blur="motion"), FakeTools())
