import numpy as np
import pytest

from photorestore.core.photo import MaskEdits, Photo


def test_pixels_cannot_be_written(photo):
    with pytest.raises(ValueError, match="read-only"):
        photo.pixels[0, 0, 0] = 1


def test_pixels_of_the_wrong_kind_are_refused():
    with pytest.raises(ValueError, match="float32"):
        Photo(np.zeros((4, 4, 3), np.uint8))


def test_a_mask_of_another_size_is_refused(photo):
    with pytest.raises(ValueError, match="does not fit"):
        Photo(photo.pixels, edits=MaskEdits(added=np.zeros((3, 3), bool)))


def test_the_digest_names_the_pixels(photo):
    changed = photo.pixels.copy()
    changed[5, 5, 0] += 0.01

    assert Photo(photo.pixels.copy()).digest == photo.digest
    assert Photo(changed).digest != photo.digest


def test_new_pixels_keep_everything_else(photo):
    brighter = photo.with_pixels(photo.pixels * 0.5)

    assert brighter.metadata == photo.metadata
    assert np.allclose(brighter.pixels, photo.pixels * 0.5)
