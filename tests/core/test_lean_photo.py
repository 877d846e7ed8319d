import numpy as np
import pytest
from helpers import scene

from photorestore.core.geometry import Box
from photorestore.core.lean_photo import LeanPhoto, bands_of, part_of, pixels_of, rows_of
from photorestore.core.photo import MaskEdits, Photo
from photorestore.core.pixels16 import from_16_bit


@pytest.fixture
def lean():
    """Long enough for several bands."""
    samples = np.rint(scene(1200, 700) * 65535).astype(np.uint16)
    return LeanPhoto(samples, from_16_bit, notes=("A note.",), edits=MaskEdits(np.eye(1200, 700, dtype=bool)))


def test_it_is_the_same_photo(lean):
    photo = lean.photo()

    assert np.array_equal(photo.pixels, from_16_bit(lean.samples))
    assert (photo.width, photo.height, photo.megapixels) == (lean.width, lean.height, lean.megapixels)
    assert (photo.notes, photo.edits) == (lean.notes, lean.edits)


def test_bands_cover_every_row_once(lean):
    rows = [row for band in bands_of(lean) for row in range(band.start, band.stop)]

    assert rows == list(range(1200))
    assert len(list(bands_of(lean))) > 1


@pytest.mark.parametrize("box", [Box(0, 0, 700, 1200), Box(30, 800, 90, 812)])
def test_parts_of_both_kinds_are_alike(lean, box):
    photo = lean.photo()

    assert np.array_equal(part_of(lean, box), part_of(photo, box))
    assert np.array_equal(part_of(lean, box), photo.pixels[box.slices])
    assert np.array_equal(rows_of(lean, slice(5, 9)), rows_of(photo, slice(5, 9)))
    assert np.array_equal(pixels_of(lean), photo.pixels)


def test_a_part_is_a_copy(lean):
    for photo in (lean, lean.photo()):
        part_of(photo, Box(0, 0, 700, 1200))[:] = 0

    assert isinstance(lean.photo(), Photo)
    assert lean.samples.max() > 0
