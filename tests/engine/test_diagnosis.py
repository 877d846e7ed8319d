"""A diagnosis finds what was done to a photograph."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import pytest
from helpers import scene

from photorestore.core.errors import Cancelled
from photorestore.core.photo import Photo
from photorestore.core.progress import Progress
from photorestore.engine.bundled_translation import TRANSLATOR
from photorestore.engine.diagnosis import diagnose


@dataclass
class FakeTools:
    """No detector, unless `damage` says what it finds (as logits); no translator, unless `redrawn` is its change."""

    damage: np.ndarray | None = None
    progress: Progress = Progress()
    redrawn: float | None = None

    def has_network(self, name):
        return (self.redrawn if name == TRANSLATOR else self.damage) is not None

    def network(self, name):
        if name == TRANSLATOR:
            return lambda planes, progress, wanted: np.full((*planes.shape[:2], 3), self.redrawn, np.float32)
        return lambda pixels, progress: self.damage[..., None]

    def with_progress(self, progress):
        return replace(self, progress=progress)


CLEAN = scene(160, 200)
CLEAN[20:36, 20:36], CLEAN[20:36, 60:76] = 0, 1


def look_at(pixels, **tools):
    return diagnose(Photo(np.ascontiguousarray(pixels, np.float32)), FakeTools(**tools))


def test_a_clean_photograph_has_nothing():
    found = look_at(CLEAN)

    assert (found.width, found.height, found.kind, found.faces) == (200, 160, "colour", ())
    assert found.noise.luma < 1 / 255
    assert found.blur_px < 0.8
    assert found.range.lost < 0.05


def test_blur_is_found():
    assert look_at(cv2.GaussianBlur(CLEAN, (0, 0), 2)).blur_px == pytest.approx(2, rel=0.25)


@pytest.mark.parametrize(("black", "white", "lost"), [(0.2, 0.8, 0.3), (0.1, 0.9, 0.15)])
def test_fading_is_found(black, white, lost):
    assert look_at(black + (white - black) * CLEAN).range.lost == pytest.approx(lost, abs=0.06)


@pytest.mark.parametrize("colour", [(0, 0, 0), (0, 1, 0), (1, 1, 1)])
def test_what_is_transparent_is_no_part_of_what_is_measured(colour):
    sepia = np.float32((0.3, 0.25, 0.2)) + np.float32((0.4, 0.4, 0.35)) * CLEAN.mean(axis=2, keepdims=True)
    cut, alpha = np.full((320, 300, 3), colour, np.float32), np.zeros((320, 300), np.float32)
    cut[100:260, 60:260], alpha[100:260, 60:260] = sepia, 1

    found, alone = diagnose(Photo(cut, alpha), FakeTools()), look_at(sepia)

    assert found.kind == alone.kind == "toned"
    assert found.range.lost == pytest.approx(alone.range.lost, abs=0.03)
    assert found.noise.luma == pytest.approx(alone.noise.luma, abs=0.5 / 255)


def test_uneven_fading_is_found_as_a_cast():
    faded = np.float32((0.1, 0.1, 0.25)) + np.float32((0.8, 0.75, 0.5)) * CLEAN

    assert look_at(faded).range.cast > 0.12 > look_at(0.1 + 0.8 * CLEAN).range.cast


def test_a_sepia_print_has_no_cast():
    luma = CLEAN.mean(axis=2, keepdims=True)
    found = look_at(np.float32((0.2, 0.15, 0.05)) + np.float32((0.7, 0.65, 0.6)) * luma)

    assert found.kind == "toned"
    assert found.range.cast == 0


def test_drawings_and_dithered_pictures_are_told_from_photographs():
    dithered = (CLEAN.mean(axis=2, keepdims=True) > np.random.default_rng(3).random((*CLEAN.shape[:2], 1))) + 0.0
    palette = np.rint(CLEAN * 3) / 3
    photograph = CLEAN + 0.01 * np.random.default_rng(4).standard_normal(CLEAN.shape)
    faded = 0.4 + 0.1 * np.repeat(CLEAN.mean(axis=2, keepdims=True), 3, axis=2)

    assert look_at(np.repeat(dithered, 3, axis=2)).few_colours == 2
    assert 2 < look_at(palette).few_colours <= 64
    assert look_at(np.full_like(CLEAN, 0.5)).few_colours == 1
    assert look_at(photograph).few_colours == look_at(faded).few_colours == 0


def test_the_share_of_damage_is_counted():
    logits = np.full(CLEAN.shape[:2], -9.0, np.float32)
    logits[40:60, 60:140] = 9  # alike when mirrored, as it is looked at too

    assert look_at(CLEAN, damage=logits).damage_share == pytest.approx(0.05, rel=0.25)  # grown by a pixel


def test_wear_is_what_the_translator_would_change_and_nothing_without_it():
    assert look_at(CLEAN, redrawn=0.04).wear == pytest.approx(0.04, rel=0.05)
    assert look_at(CLEAN).wear == 0


def test_without_a_detector_damage_is_unknown_and_not_zero():
    assert look_at(CLEAN).damage_share is None


@pytest.mark.parametrize("damage", [None, np.full(CLEAN.shape[:2], -9.0, np.float32)])
def test_progress_reaches_the_whole(damage):
    shares = []
    look_at(CLEAN, damage=damage, progress=Progress(lambda share, text: shares.append(share)))

    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


def test_looking_can_be_cancelled():
    with pytest.raises(Cancelled):
        diagnose(Photo(CLEAN.copy()), FakeTools(progress=Progress(is_cancelled=lambda: True)))


@pytest.mark.parametrize("size", [(1, 1), (2, 60)])
def test_tiny_photographs_are_diagnosed(size):
    assert look_at(np.full((*size, 3), 0.5)).kind == "monochrome"
