import numpy as np
import pytest
from helpers import scene

from photorestore.core.photo import Photo
from photorestore.core.pixels16 import Pixels16
from photorestore.engine import cut_outs
from photorestore.engine.cut_outs import covered


@pytest.mark.parametrize("kind", [np.asarray, lambda pixels: Pixels16(np.rint(pixels * 65535).astype(np.uint16))])
def test_what_is_hidden_goes_on_in_the_colours_of_its_edge(kind, monkeypatch):
    monkeypatch.setattr(cut_outs, "BAND_ROWS", 7)
    alpha = np.ones((40, 60), np.float32)
    alpha[:, 30:] = 0
    photo = Photo(kind(scene(40, 60)), alpha)

    pixels = covered(photo)

    assert np.array_equal(pixels[:, :30], photo.pixels[:, :30])
    assert np.array_equal(pixels[:, 30:], photo.pixels[:, 29:30].repeat(30, axis=1))


def test_what_shows_everywhere_or_nowhere_is_as_it_was():
    pixels = scene(20, 30)

    assert covered(Photo(pixels)) is pixels
    assert np.array_equal(covered(Photo(pixels, np.zeros((20, 30), np.float32))), pixels)
