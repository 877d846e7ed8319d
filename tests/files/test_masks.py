import numpy as np
import pytest
from files.picture_files import by_pillow
from PIL import Image

from photorestore.core.errors import UserError
from photorestore.files.masks import read_mask, write_map, write_mask


def test_masks_come_back_as_they_were(tmp_path):
    mask = np.random.default_rng(0).random((21, 34)) > 0.7

    assert np.array_equal(read_mask(write_mask(mask, tmp_path / "m.png"), 34, 21), mask)


def test_another_size_is_refused_with_both_sizes(tmp_path):
    path = write_mask(np.zeros((4, 6), bool), tmp_path / "m.png")

    with pytest.raises(UserError, match="6 × 4 pixels but the photo 60 × 40"):
        read_mask(path, 60, 40)


def test_strokes_of_any_colour_on_transparent_ground_count(tmp_path):
    strokes = np.zeros((4, 4, 4), np.uint8)
    strokes[1, 1], strokes[2, 2] = (255, 0, 0, 255), (255, 255, 255, 20)
    (tmp_path / "m.png").write_bytes(by_pillow("PNG", strokes))

    assert np.argwhere(read_mask(tmp_path / "m.png", 4, 4)).tolist() == [[1, 1]]


def test_maps_are_8_bit_grey(tmp_path):
    path = write_map(np.array([[0, 0.5, 1]], np.float32), tmp_path / "map.png")

    with Image.open(path) as picture:
        assert (picture.mode, np.asarray(picture).tolist()) == ("L", [[0, 128, 255]])


def test_only_png_keeps_a_mask_exact(tmp_path):
    with pytest.raises(UserError, match="PNG"):
        write_mask(np.zeros((2, 2), bool), tmp_path / "m.jpg")
