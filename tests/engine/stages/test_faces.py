from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch
from fake_networks import Enlarging, fake_tools
from helpers import scene
from torch import nn

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.photo import Photo
from photorestore.core.stages import FaceSettings
from photorestore.engine.face_alignment import TEMPLATE, align
from photorestore.engine.stages.faces import LOST_DETAIL, refine_faces


def face_at(left, top, side, **changes):
    """A face whose crop is the square of this side, upright."""
    landmarks = tuple((float(x) * side + left, float(y) * side + top) for x, y in TEMPLATE)
    box = Box(left + side // 4, top + side // 4, left + 3 * side // 4, top + 7 * side // 8)
    return replace(Face(box, landmarks, 0.99), **changes)


def speckled(batch):
    """Adds detail and a tint."""
    pattern = torch.rand(batch.shape[2:], generator=torch.Generator().manual_seed(0)) - 0.5
    return batch + 0.4 * pattern + batch.new_tensor([0.1, 0.0, -0.1])[:, None, None]


def refined(photo, *faces, change=speckled, method="realesrgan", **settings):
    tools = fake_tools(realesrgan_x4plus=Enlarging(change), published_face_256=_Bright(), face_refiner=_Negative())
    return refine_faces(
        replace(photo, faces=faces), FaceSettings(True, minimum_px=24, method=method, **settings), tools
    )


class _Bright(nn.Module):
    """Answers with the negative of the face."""

    def forward(self, faces):
        assert faces.shape == (1, 3, 256, 256)
        return -faces


class _Negative(nn.Module):
    """The same for a network of 0..1."""

    def forward(self, faces):
        assert faces.shape == (1, 3, 256, 256)
        return 1 - faces


@pytest.fixture
def portrait():
    return Photo(scene(200, 240, seed=2))


FACE = face_at(30, 20, 150)


def test_a_face_changes_and_everything_else_stays_as_it_was(portrait):
    result = refined(portrait, FACE)

    changed = (result.pixels != portrait.pixels).any(axis=2)
    assert changed[95, 105]
    assert changed.sum() > 3000
    outside = np.ones((200, 240), bool)
    outside[20:170, 30:180] = False
    assert not changed[outside].any()


def test_the_change_fades_towards_the_edge_of_the_face(portrait):
    flat = Photo(np.full_like(portrait.pixels, 0.5))

    change = np.abs(refined(flat, FACE, strength=1.0).pixels - 0.5).mean(axis=2)

    assert change[80:110, 90:120].mean() > 4 * change[80:110, 45:55].mean()


def test_strength_blends(portrait):
    none, half, full = (refined(portrait, FACE, strength=strength).pixels for strength in (0.0, 0.5, 1.0))

    assert np.array_equal(none, portrait.pixels)
    inside = (slice(60, 130), slice(70, 140))
    assert np.abs((half - (portrait.pixels + full) / 2)[inside]).mean() < 0.01
    assert np.abs((full - portrait.pixels)[inside]).mean() > 0.02


def test_a_strength_of_its_own_goes_first(portrait):
    assert np.array_equal(refined(portrait, replace(FACE, strength=0.0), strength=1.0).pixels, portrait.pixels)


def test_a_strength_of_its_own_counts_where_the_others_have_none(portrait):
    own = refined(portrait, replace(FACE, strength=0.6), strength=0.0).pixels

    assert np.array_equal(own, refined(portrait, FACE, strength=0.6).pixels)
    assert not np.array_equal(own, portrait.pixels)


def test_colour_and_brightness_of_a_face_stay(portrait):
    result = refined(portrait, FACE, strength=1.0)

    inside = (slice(60, 130), slice(70, 140))
    drift = result.pixels[inside].mean(axis=(0, 1)) - portrait.pixels[inside].mean(axis=(0, 1))
    assert np.abs(drift).max() < 0.01


def test_a_monochrome_photo_stays_exactly_monochrome(portrait):
    grey = Photo(portrait.pixels.mean(axis=2, keepdims=True).repeat(3, axis=2))

    result = refined(grey, FACE, strength=1.0).pixels

    assert np.ptp(result, axis=2).max() == 0
    assert not np.array_equal(result, grey.pixels)


@pytest.mark.parametrize("face", [replace(FACE, enabled=False, reason="Seen from the side."), face_at(9, 9, 30)])
def test_faces_that_are_off_or_small_are_left_alone(portrait, face):
    result = refined(portrait, face)

    assert np.shares_memory(result.pixels, portrait.pixels)
    assert result.faces == (face,)


def test_no_face_no_change():
    photo = Photo(np.full((80, 90, 3), 0.3, np.float32))

    assert refine_faces(photo, FaceSettings(True), fake_tools()).pixels is photo.pixels


def test_who_looked_and_found_nobody_says_so():
    photo = Photo(np.full((80, 90, 3), 0.3, np.float32))

    assert refine_faces(photo, FaceSettings(True), fake_tools()).faces == ()


def test_a_large_sharp_face_is_not_softened(rng):
    pixels = np.full((1500, 1500, 3), 0.5, np.float32)
    for x, y, radius, level in rng.uniform((0, 0, 2, 0.2), (1500, 1500, 9, 0.8), (9000, 4)):
        cv2.circle(pixels, (int(x), int(y)), int(radius), (level, level, level), -1, cv2.LINE_AA)
    sharp = Photo(pixels)

    result = refined(sharp, face_at(20, 20, 1450), change=lambda batch: batch)

    assert np.array_equal(result.pixels, sharp.pixels)
    assert result.faces[0].reason == LOST_DETAIL


def test_what_is_finer_than_the_drawing_stays(rng):
    noisy = Photo(np.clip(0.5 + 0.2 * rng.standard_normal((1500, 1500, 3), np.float32), 0, 1))
    photo = replace(noisy, faces=(face_at(20, 20, 1450),))

    result = refine_faces(photo, FaceSettings(True, method="bundled"), fake_tools(face_refiner=nn.Identity()))

    assert np.abs(result.pixels - noisy.pixels).max() < 1e-5
    assert result.faces[0].reason == ""


def test_a_large_noisy_face_is_refined_although_that_takes_detail(rng):
    noisy = Photo(np.clip(0.5 + 0.2 * rng.standard_normal((1500, 1500, 3), np.float32), 0, 1))

    result = refined(noisy, face_at(20, 20, 1450), change=lambda batch: batch)

    assert not np.array_equal(result.pixels, noisy.pixels)
    assert result.faces[0].reason == ""


@pytest.mark.parametrize("method", ["published-256", "bundled"])
def test_a_face_network_gets_the_face_upright_at_its_own_size(portrait, method):
    result = refined(portrait, FACE, method=method, strength=1.0)

    crop, drawn = (align(FACE.landmarks).crop(pixels) for pixels in (portrait.pixels, result.pixels))
    fine = [(p - cv2.GaussianBlur(p, (0, 0), 4))[50:100, 50:100].ravel() for p in (crop, drawn)]
    assert np.corrcoef(*fine)[0, 1] < -0.5


def test_two_faces_are_both_refined(portrait):
    result = refined(portrait, face_at(0, 20, 110), face_at(120, 20, 110))

    changed = (result.pixels != portrait.pixels).any(axis=2)
    assert changed[75, 55]
    assert changed[75, 175]


def test_a_small_face_that_somebody_drew_or_chose_is_refined(portrait):
    small = replace(FACE, box=Box(95, 95, 105, 105))
    assert (refined(portrait, small).pixels == portrait.pixels).all()

    for asked_for in (replace(small, strength=0.6), replace(small, by_hand=True)):
        assert (refined(portrait, asked_for).pixels != portrait.pixels).any()
