import numpy as np
import pytest
from helpers import scene

from photorestore.core.errors import Cancelled
from photorestore.core.progress import Progress
from photorestore.engine import hole_filling
from photorestore.engine.hole_filling import FILLERS, fill_holes


def holes_in(shape: tuple[int, int]) -> np.ndarray:
    holes = np.zeros(shape, bool)
    holes[20:24, 10:100] = True
    holes[50:60, 40:48] = True
    return holes


@pytest.mark.parametrize("method", FILLERS)
def test_a_filled_hole_comes_near_to_what_was_there(method):
    clean = scene(96, 128)
    old = np.where(holes_in((96, 128))[..., None], np.float32(1), clean)

    filled = fill_holes(old, holes_in((96, 128)), method, Progress())

    inside = holes_in((96, 128))
    assert np.abs(filled - clean)[inside].mean() < 0.2 * np.abs(old - clean)[inside].mean()


@pytest.mark.parametrize("method", FILLERS)
def test_pixels_outside_the_holes_are_equal_bit_for_bit(method):
    picture = scene(96, 128)

    filled = fill_holes(picture, holes_in((96, 128)), method, Progress())

    assert np.array_equal(filled[~holes_in((96, 128))], picture[~holes_in((96, 128))])


def test_a_grey_picture_stays_grey():
    grey = np.repeat(scene(96, 128)[..., :1], 3, 2)

    filled = fill_holes(grey, holes_in((96, 128)), "telea", Progress())

    assert np.array_equal(filled[..., 0], filled[..., 1])
    assert np.array_equal(filled[..., 0], filled[..., 2])


def test_small_tiles_fill_nearly_as_the_whole(monkeypatch):
    whole = fill_holes(scene(160, 200), holes_in((160, 200)), "telea", Progress())
    monkeypatch.setattr(hole_filling, "TILE_PX", 32)

    tiled = fill_holes(scene(160, 200), holes_in((160, 200)), "telea", Progress())

    assert np.abs(tiled - whole).max() < 1 / 255


def test_a_picture_that_is_all_hole_is_left_as_it_is():
    picture = scene(32, 32)

    assert np.array_equal(fill_holes(picture, np.ones((32, 32), bool), "telea", Progress()), picture)


def test_filling_can_be_cancelled():
    with pytest.raises(Cancelled):
        fill_holes(scene(96, 128), holes_in((96, 128)), "telea", Progress(is_cancelled=lambda: True))


@pytest.mark.parametrize("method", FILLERS)
def test_a_picture_of_one_row_is_filled(method):
    rng = np.random.default_rng(0)
    picture, holes = rng.random((1, 100, 3), np.float32), rng.random((1, 100)) < 0.7

    filled = fill_holes(picture, holes, method, Progress())

    assert np.isfinite(filled).all()
    assert np.array_equal(filled[~holes], picture[~holes])


@pytest.mark.parametrize("method", FILLERS)
def test_a_wide_hole_is_filled_in_a_picture_that_must_not_be_written_to(method):
    picture, holes = ramp(800, 400), np.zeros((800, 400), bool)
    holes[100:400, 50:350] = True
    picture.setflags(write=False)

    filled = fill_holes(picture, holes, method, Progress())

    assert np.abs(filled - picture).mean() < 0.06


def ramp(height, width):
    across = np.linspace(0.2, 0.8, width, dtype=np.float32)
    return np.repeat(np.broadcast_to(across, (height, width))[..., None], 3, 2).copy()


@pytest.mark.parametrize("method", FILLERS)
def test_a_hole_over_several_tiles_is_filled_without_a_seam(method):
    clean, holes = ramp(700, 1800), np.zeros((700, 1800), bool)
    holes[100:600, 300:1500] = True
    old = np.where(holes[..., None], np.float32(1), clean)

    filled = fill_holes(old, holes, method, Progress())

    assert np.abs(filled - clean)[holes].mean() < 0.06
    assert np.abs(np.diff(filled, axis=1)).max() < 0.03
    assert np.abs(np.diff(filled, axis=0)).max() < 0.03
    assert np.array_equal(filled[~holes], clean[~holes])


def test_a_lost_corner_larger_than_a_tile_is_filled_to_the_last_pixel():
    clean, holes = ramp(1500, 1500), np.zeros((1500, 1500), bool)
    holes[:1200, :1300] = True
    old = np.where(holes[..., None], np.float32(1), clean)

    filled = fill_holes(old, holes, "telea", Progress())

    assert filled[holes].max() < 0.85


def test_narrow_damage_is_filled_as_if_there_were_no_wide_hole():
    scratched = np.zeros((400, 1600), bool)
    scratched[50:350, 40:46] = True
    both = scratched.copy()
    both[100:300, 700:1300] = True
    picture = scene(400, 1600)

    alone, beside = (fill_holes(picture, holes, "telea", Progress()) for holes in (scratched, both))

    assert np.array_equal(alone[scratched], beside[scratched])
