from dataclasses import replace

import cv2
import numpy as np
import pytest
from helpers import scene, scratch

from photorestore.core.errors import Cancelled
from photorestore.core.mask import feathered, grow, touched
from photorestore.core.photo import MaskEdits, Photo
from photorestore.core.progress import Progress
from photorestore.core.stages import ScratchSettings
from photorestore.engine.hole_filling import FILLERS, fill_holes
from photorestore.engine.stages.scratches import find_damage, remove_scratches, sizes_looked_at


class BrightnessDetector:
    """Takes whatever is nearly white for damage."""

    asked = 0

    def __call__(self, pixels, progress=None):
        self.asked += 1
        return np.where(pixels.min(2, keepdims=True) > 0.95, np.float32(9), np.float32(-9))


class FakeTools:
    def __init__(self) -> None:
        self.progress = Progress()
        self.detector = BrightnessDetector()

    def network(self, name):
        return self.detector

    def with_progress(self, progress):
        return self


@pytest.fixture
def old():
    return Photo(scratch(scene(96, 128)))


def test_what_was_found_is_filled_and_the_rest_stays(old):
    restored = remove_scratches(old, ScratchSettings(), FakeTools())

    far = ~grow(restored.mask, 4)
    assert np.array_equal(restored.pixels[far], old.pixels[far])
    assert np.abs(restored.pixels - scene(96, 128)).mean() < 0.3 * np.abs(old.pixels - scene(96, 128)).mean()


def test_without_damage_the_pixels_are_the_same_object():
    clean = Photo(scene(96, 128) * np.float32(0.9))

    assert remove_scratches(clean, ScratchSettings(), FakeTools()).pixels is clean.pixels


def test_a_given_mask_is_trusted_and_the_detector_not_asked(old):
    added = np.zeros((96, 128), bool)
    added[10:14, 10:14] = True
    tools = FakeTools()

    restored = remove_scratches(replace(old, edits=MaskEdits(added, automatic=False)), ScratchSettings(), tools)

    assert np.array_equal(restored.mask, added)
    assert tools.detector.asked == 0


def test_a_map_that_is_known_is_not_looked_for_again(old):
    tools = FakeTools()

    remove_scratches(replace(old, damage=np.zeros((96, 128), np.float32)), ScratchSettings(), tools)

    assert tools.detector.asked == 0


@pytest.fixture
def wide_old():
    """On so wide a picture a band has few rows; a speck at the top, and a feather of 10 reads 61 rows around it."""
    damage = np.zeros((400, 9000), np.float32)
    damage[4:8, 50:60] = 1
    return replace(Photo(scene(400, 9000)), damage=damage)


def test_no_damage_is_found_where_nothing_is_to_be_seen(old):
    alpha = np.ones((96, 128), np.float32)
    alpha[:48] = 0

    found = find_damage(replace(old, alpha=alpha), FakeTools())

    assert not found[:48].any()
    assert np.array_equal(found[48:], find_damage(old, FakeTools())[48:])
    assert found[48:].max() > 0.9


@pytest.mark.parametrize("width", [200, 1600])
@pytest.mark.parametrize("filler", FILLERS)
def test_nothing_transparent_bleeds_into_what_is_filled(filler, width):
    added, alpha = np.zeros((200, width), bool), np.ones((200, width), np.float32)
    added[50:150, width // 2 - 30 : width // 2 + 10], alpha[:, width // 2 :] = True, 0
    photo = Photo(np.full((200, width, 3), 0.6, np.float32) * alpha[..., None], alpha, edits=MaskEdits(added))

    restored = remove_scratches(photo, ScratchSettings(filler=filler), FakeTools())

    assert np.abs(restored.pixels - photo.pixels).max() < 0.01


def test_a_wide_feather_is_made_around_the_damage_only(wide_old, monkeypatch):
    rows = []
    blur = cv2.GaussianBlur
    monkeypatch.setattr(cv2, "GaussianBlur", lambda plane, *rest: rows.append(len(plane)) or blur(plane, *rest))

    restored = remove_scratches(wide_old, ScratchSettings(feather_px=10), FakeTools())

    assert sum(rows) <= 2 * 3 * 61
    filled = fill_holes(wide_old.pixels, touched(restored.mask, 1), "navier-stokes", Progress())
    weights = feathered(restored.mask, 10)[..., None]
    assert np.array_equal(restored.pixels, weights * filled + (1 - weights) * wide_old.pixels)


@pytest.mark.parametrize("feather_px", [2, 10, 50])
def test_a_wide_feather_fills_damage_as_well_as_a_narrow_one(old, feather_px):
    wide, narrow = (remove_scratches(old, ScratchSettings(feather_px=px), FakeTools()) for px in (feather_px, 1))

    assert np.array_equal(wide.pixels[wide.mask], narrow.pixels[wide.mask])


def test_a_wide_feather_can_be_cancelled(wide_old):
    heard = []
    tools = FakeTools()
    tools.progress = Progress(lambda share, text: heard.append(share), lambda: heard[-1:] == [1.0])

    with pytest.raises(Cancelled):
        remove_scratches(wide_old, ScratchSettings(feather_px=10), tools)


def test_a_small_picture_is_looked_at_in_more_sizes_and_a_large_scan_also_much_smaller():
    (small,), (middle,) = sizes_looked_at(448, 448), sizes_looked_at(1500, 1000)
    large = sizes_looked_at(6000, 4000)

    assert len(small) > len(middle) > len(large[0])
    assert [round(group[0], 2) for group in large] == [1.0, 0.5, 0.25]


def test_the_map_is_a_probability_of_the_pictures_size(old):
    found = find_damage(old, FakeTools())

    assert found.shape == (96, 128)
    assert 0 <= found.min() <= found.max() <= 1
