import cv2
import numpy as np
import pytest

from photorestore.core.errors import Cancelled
from photorestore.core.photo import Photo
from photorestore.core.pixels16 import Pixels16
from photorestore.engine import grain
from photorestore.engine.grain import give_grain

HOLE = (slice(100, 140), slice(60, 180))


def filled(level=0.03, tint=(1.0, 1.0, 1.0), kind=np.float32):
    """A grainy grey picture with a smooth filling."""
    rng = np.random.default_rng(4)
    noise = cv2.GaussianBlur(rng.standard_normal((240, 240)).astype(np.float32), (0, 0), 0.8)
    pixels = (0.5 + level * noise / noise.std())[..., None] * np.array(tint, np.float32)
    pixels[HOLE] = 0.5 * np.array(tint, np.float32)
    mask = np.zeros((240, 240), bool)
    mask[HOLE] = True
    if kind is Pixels16:
        return Photo(Pixels16(np.rint(pixels * 65535).astype(np.uint16)), mask=mask)
    return Photo(np.ascontiguousarray(pixels, np.float32), mask=mask)


def fineness(pixels):
    return (pixels - cv2.GaussianBlur(pixels, (0, 0), 1.5)).std()


@pytest.mark.parametrize("kind", [np.float32, Pixels16])
def test_a_filling_gets_the_grain_of_the_photograph(kind):
    photo = filled(kind=kind)
    assert fineness(photo.pixels[HOLE]) < 1e-3

    give_grain(photo, 1.0)

    assert fineness(photo.pixels[HOLE]) == pytest.approx(fineness(photo.pixels[:90]), rel=0.2)


def test_what_was_not_filled_stays_bit_for_bit():
    photo = filled()
    before, far = photo.pixels.copy(), cv2.dilate(photo.mask.astype(np.uint8), np.ones((7, 7))) == 0

    give_grain(photo, 1.0)

    assert np.array_equal(photo.pixels[far], before[far])


def test_a_photograph_without_grain_stays_smooth():
    photo = filled(level=1e-4)

    give_grain(photo, 1.0)

    assert fineness(photo.pixels[HOLE]) < 2e-4


def test_its_strength_is_chosen_and_zero_is_none():
    photos = {strength: filled() for strength in (0.0, 0.5, 1.0)}
    for strength, photo in photos.items():
        give_grain(photo, strength)

    levels = [fineness(photo.pixels[HOLE]) for photo in photos.values()]
    assert levels[0] < 1e-6
    assert levels[1] == pytest.approx(levels[2] / 2, rel=0.05)


def test_a_toned_photograph_keeps_its_tone():
    photo = filled(tint=(1.0, 0.8, 0.55))

    give_grain(photo, 1.0)

    assert np.abs(photo.pixels[HOLE] / photo.pixels[HOLE][..., :1] - (1.0, 0.8, 0.55)).max() < 0.02


def test_an_edge_nearby_does_not_pass_for_grain():
    photo = filled(level=0.01)
    pixels = photo.pixels.copy()
    pixels[:, 185:190] = 0.1
    bordered = Photo(pixels, mask=photo.mask)

    give_grain(bordered, 1.0)

    assert fineness(bordered.pixels[HOLE]) < 1.5 * grain.STRONGEST * fineness(bordered.pixels[:90, :150])


def test_a_mask_that_leaves_no_calm_piece_changes_nothing():
    photo = filled()
    everywhere = Photo(photo.pixels.copy(), mask=np.ones(photo.mask.shape, bool))

    give_grain(everywhere, 1.0)

    assert np.array_equal(everywhere.pixels, photo.pixels)


@pytest.mark.parametrize("colour", [0.0, 0.5])
def test_what_is_transparent_lends_no_grain(colour):
    photo, alpha = filled(), np.ones((240, 240), np.float32)
    alpha[:, 150:] = 0
    cut = Photo(np.where(alpha[..., None] > 0, photo.pixels, np.float32(colour)), alpha, mask=photo.mask)

    give_grain(cut, 1.0)

    visible = (HOLE[0], slice(60, 150))
    assert fineness(cut.pixels[visible]) == pytest.approx(fineness(photo.pixels[:90]), rel=0.2)


def test_tile_by_tile_gives_what_the_whole_gives(monkeypatch):
    whole, tiled = filled(), filled()
    give_grain(whole, 1.0)
    monkeypatch.setattr(grain, "TILE_PX", 64)
    give_grain(tiled, 1.0)

    assert np.abs(whole.pixels - tiled.pixels).max() < 1e-5


def test_looking_for_grain_and_giving_it_can_be_stopped():
    asked = []
    give_grain(filled(), 1.0, lambda: asked.append(1))

    for moment in (1, len(asked) // 2, len(asked)):
        countdown = iter(range(moment - 1))

        def check(countdown=countdown):
            if next(countdown, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            give_grain(filled(), 1.0, check)
