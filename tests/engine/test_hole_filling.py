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
