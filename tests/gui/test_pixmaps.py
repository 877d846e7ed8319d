import sys

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from photorestore.core.geometry import Box
from photorestore.core.photo import Photo
from photorestore.gui.pixmaps import (
    difference_of,
    mask_picture,
    part_of,
    picture_of,
    picture_of_samples,
    thumbnail_of,
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("width", [1, 2, 5, 300])
def test_every_pixel_arrives_in_its_place_and_colour(width):
    values = np.random.default_rng(0).integers(0, 256, (3, width, 3))
    image = picture_of(Photo((values / 255).astype(np.float32))).levels[0]

    assert [[image.pixelColor(x, y).getRgb()[:3] for x in range(width)] for y in range(3)] == [
        [tuple(int(v) for v in pixel) for pixel in row] for row in values
    ]


def test_transparent_pixels_show_white():
    photo = Photo(np.zeros((1, 2, 3), np.float32), alpha=np.array([[0, 0.5]], np.float32))
    image = picture_of(photo).levels[0]

    assert [image.pixelColor(x, 0).red() for x in (0, 1)] == [255, 128]


def test_a_large_picture_has_smaller_levels_and_the_fitting_one_is_chosen():
    picture = picture_of(Photo(np.zeros((5, 7001, 3), np.float32)))

    assert [level.width() for level in picture.levels] == [7001, 3501, 1751, 876]
    assert [picture.level_for(scale).width() for scale in (2, 1, 0.5, 0.3, 0.01)] == [7001, 7001, 3501, 3501, 876]


def test_a_single_damaged_pixel_is_seen_at_every_level():
    mask = np.zeros((3334, 22), bool)
    mask[3333, 21] = True
    picture = mask_picture(mask, QColor(1, 2, 3, 4))

    for level in picture.levels:
        assert level.pixelColor(level.width() - 1, level.height() - 1).getRgb() == (1, 2, 3, 4)
        assert level.pixelColor(0, 0).alpha() == 0


def test_thumbnails_keep_proportions_and_never_vanish():
    size = thumbnail_of(picture_of(Photo(np.zeros((1, 900, 3), np.float32))), 100).size()

    assert (size.width(), size.height()) == (100, 1)


def test_void_qt_calls_keep_none_alive():
    """PySide6 6.12.0 on Python 3.11 loses a reference to None in each: a painting program dies of it."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(500):
        painter.fillRect(0, 0, 2, 2, QColor(1, 2, 3))
    painter.end()

    assert sys.getrefcount(None) > before - 250


@pytest.mark.parametrize("width", [1, 5, 301])
def test_samples_arrive_and_parts_of_them_come_back(width):
    samples = np.random.default_rng(0).integers(0, 256, (300, width, 3), np.uint8)
    picture = picture_of_samples(samples)
    box = Box(0, 250, (width + 1) // 2, 290)

    assert np.array_equal(part_of(picture, box), samples[box.slices])
    assert picture.levels[0].pixelColor(width - 1, 299).getRgb()[:3] == tuple(samples[299, width - 1])


def test_a_difference_is_amplified_and_black_where_nothing_differs():
    first, second = (QImage(5, 3, QImage.Format.Format_RGB32) for _ in range(2))
    for image in (first, second):
        image.fill(QColor(100, 150, 200))
    second.setPixelColor(2, 1, QColor(110, 140, 255))

    made = difference_of(first, second, 4)

    assert made.pixelColor(0, 0).getRgb()[:3] == (0, 0, 0)
    assert made.pixelColor(2, 1).getRgb()[:3] == (40, 40, 220)


def test_half_size_levels_are_the_mean_of_four():
    samples = np.zeros((1602, 1602, 3), np.uint8)
    samples[::2, ::2] = 200

    half = picture_of_samples(samples).levels[1]

    assert (half.width(), half.height()) == (801, 801)
    assert {half.pixelColor(x, y).red() for x in (0, 400, 800) for y in (0, 400, 800)} == {50}
