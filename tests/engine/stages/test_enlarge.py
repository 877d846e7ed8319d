from dataclasses import replace

import cv2
import numpy as np
import pytest
from fake_networks import Enlarging, fake_tools

from photorestore.core.errors import UserError
from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.photo import MaskEdits, Photo
from photorestore.core.stages import EnlargeSettings
from photorestore.engine.stages.enlarge import enlarge_photo
from photorestore.engine.tone import Tone, merge_tone, tone_kind

SEPIA = Tone(np.sin(np.linspace(0, np.pi, 17)) * 0.12, np.sin(np.linspace(0, np.pi, 17)) * -0.18)


def tools(change=lambda batch: batch):
    return fake_tools(realesrgan_x4plus=Enlarging(change))


def enlarged(photo, change=lambda batch: batch, **settings):
    return enlarge_photo(photo, EnlargeSettings(True, **settings), tools(change))


@pytest.mark.parametrize("clean_up", [False, True])
@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize("size", [(1, 1), (1, 9), (31, 18), (300, 20)])
def test_every_scale_of_every_size(size, scale, clean_up):
    photo = Photo(np.full((*size, 3), 0.4, np.float32))

    result = enlarged(photo, scale=scale, clean_up=clean_up)

    assert result.pixels.shape == (size[0] * scale, size[1] * scale, 3)
    assert np.allclose(result.pixels, 0.4, atol=1e-4)


@pytest.mark.parametrize("clean_up", [False, True])
@pytest.mark.parametrize("scale", [1, 2, 4])
def test_everything_stays_in_its_place(photo, scale, clean_up):
    result = enlarged(photo, scale=scale, clean_up=clean_up)

    back = cv2.resize(result.pixels, (photo.width, photo.height), interpolation=cv2.INTER_AREA)
    assert np.abs(cv2.blur(back, (4, 4)) - cv2.blur(photo.pixels, (4, 4))).mean() < 0.012


def test_a_drift_of_colour_and_brightness_is_taken_back(photo):
    result = enlarged(photo, lambda batch: batch * 0.8 + 0.05, scale=2)

    drift = result.pixels.mean(axis=(0, 1)) - photo.pixels.mean(axis=(0, 1))
    assert np.abs(drift).max() < 0.004


def test_strength_blends_from_a_plain_enlargement(photo):
    none, half, full = (enlarged(photo, scale=2, strength=strength).pixels for strength in (0.0, 0.5, 1.0))

    plain = cv2.resize(photo.pixels, (256, 192), interpolation=cv2.INTER_LANCZOS4)
    assert np.allclose(none, plain.clip(0, 1), atol=1e-5)
    assert np.allclose(half, (plain + full) / 2, atol=0.06)
    assert np.abs(full - plain).max() > 0.05


def test_no_strength_at_the_same_size_is_the_same_photo(photo):
    assert enlarged(photo, scale=1, strength=0.0) is photo


def test_a_monochrome_photo_stays_exactly_monochrome(photo):
    grey = Photo(photo.pixels.mean(axis=2, keepdims=True).repeat(3, axis=2))
    tints = lambda batch: batch * batch.new_tensor([1.1, 1.0, 0.8])[:, None, None]  # noqa: E731

    result = enlarged(grey, tints, scale=2)

    assert np.ptp(result.pixels, axis=2).max() == 0


def test_a_toned_photo_keeps_its_tone(photo):
    luma = photo.pixels.mean(axis=2)
    sepia = Photo(merge_tone(luma, SEPIA))
    assert tone_kind(sepia.pixels) == "toned"
    tints = lambda batch: batch * batch.new_tensor([0.8, 1.0, 1.2])[:, None, None]  # noqa: E731

    result = enlarged(sepia, tints, scale=2).pixels

    before, after = (cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).mean(axis=(0, 1)) for pixels in (sepia.pixels, result))
    assert np.abs(after - before).max() < 1


def test_all_planes_and_faces_grow_along(photo):
    plane = np.zeros((96, 128), np.float32)
    plane[:48] = 1
    face = Face(Box(1, 2, 3, 4), ((1, 1),) * 5, 0.9)
    full = replace(photo, alpha=plane, mask=plane > 0, damage=plane.copy(), faces=(face,), edits=MaskEdits(plane > 0))

    result = enlarged(full, scale=4)

    assert result.alpha.shape == result.mask.shape == result.damage.shape == (384, 512)
    assert result.mask[:192].all()
    assert not result.mask[192:].any()
    assert result.faces[0].box == Box(4, 8, 12, 16)
    assert result.alpha[:180].min() > 0.9999


@pytest.mark.parametrize("strength", [0.0, 1.0])
def test_a_cut_out_gets_no_dark_seam(strength):
    alpha = np.ones((48, 64), np.float32)
    alpha[:, 32:] = 0
    cut = Photo(np.full((48, 64, 3), 0.6, np.float32) * alpha[..., None], alpha)

    result = enlarged(cut, scale=2, strength=strength)

    assert np.allclose(result.pixels[result.alpha > 0], 0.6, atol=1e-3)
    assert (np.diff(result.alpha[10]) <= 0).all()


def test_what_cannot_fit_in_memory_is_refused_before_it_is_tried():
    huge = Photo(np.broadcast_to(np.float32(0.5), (200_000, 200_000, 3)))

    with pytest.raises(UserError, match="choose a smaller scale"):
        enlarged(huge, scale=4)


def test_missing_weights_are_said(photo):
    def refuse(store, name):
        raise UserError(f"{name} is not installed")

    with pytest.raises(UserError, match="not installed"):
        enlarge_photo(photo, EnlargeSettings(True), replace(fake_tools(), load=refuse))
