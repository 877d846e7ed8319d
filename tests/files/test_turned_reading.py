"""A turned file is read turned, after what it says of its own orientation, and stays as it is."""

import numpy as np
import pytest
from library.made_library import save_picture
from PIL import ExifTags, Image

from photorestore.core.picture_file import PictureFile
from photorestore.core.turning import turned_plane
from photorestore.files.measuring import read_size, read_small_colour
from photorestore.files.reading import read_lean, read_photo


@pytest.fixture(params=["a.png", "a.tif", "a.jpg", "on its side.jpg"])
def path(tmp_path, request):
    exif = Image.Exif()
    if request.param.startswith("on"):
        exif[ExifTags.Base.Orientation] = 6
    return save_picture(tmp_path / request.param, size=(30, 50), exif=exif.tobytes())


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_file_is_read_turned(path, turns):
    before, plain = path.read_bytes(), read_photo(path)

    turned = read_photo(PictureFile(path, turns))

    assert (turned.pixels == turned_plane(plain.pixels, turns)).all()
    assert read_size(PictureFile(path, turns)) == (turned.width, turned.height)
    assert path.read_bytes() == before


def test_what_is_transparent_turns_with_the_colours(tmp_path):
    planes = np.random.default_rng(1).integers(0, 256, (6, 9, 4), np.uint8)
    Image.fromarray(planes, "RGBA").save(tmp_path / "a.png")

    turned = read_lean(PictureFile(tmp_path / "a.png", 1)).photo()

    assert np.allclose(turned.alpha, turned_plane(planes[..., 3], 1) / 255)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_its_small_picture_is_turned_too(path, turns):
    small = read_small_colour(PictureFile(path, turns), 20).astype(int)

    assert abs(small - turned_plane(read_small_colour(path, 20), turns)).mean() < 2
