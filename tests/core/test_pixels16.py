"""16-bit pixels read as the floats that they stand for, and take floats back."""

import cv2
import numpy as np
import pytest
from helpers import scene

from photorestore.core.photo import Photo
from photorestore.core.pixels16 import Pixels16, bands, blank_like, extent, mirrored, reduced, resized

NEAR = 0.51 / 65535


def kept(pixels):
    return Pixels16(np.rint(pixels * 65535).astype(np.uint16))


def test_every_number_comes_back_as_itself():
    numbers = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    pixels, again = Pixels16(numbers), Pixels16(np.zeros_like(numbers))

    again[:] = pixels[:]

    assert np.array_equal(again.samples, numbers)
    assert pixels[:].dtype == np.float32


def test_what_is_written_beyond_the_range_is_cut_off():
    pixels = Pixels16(np.zeros((1, 3), np.uint16))

    pixels[0] = np.array([-0.2, 0.5, 1.3])

    assert pixels[0] == pytest.approx([0, 0.5, 1], abs=NEAR)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_refused_and_not_kept_as_black(value):
    pixels = kept(scene(8, 8))
    part = pixels[2:4]
    part[1, 3, 0] = value

    with pytest.raises(FloatingPointError):
        pixels[2:4] = part

    assert np.array_equal(pixels.samples, kept(scene(8, 8)).samples)


def test_any_part_reads_like_an_array():
    floats = scene(40, 50)
    pixels = kept(floats)
    rows, columns = np.arange(5, 9), np.arange(30, 20, -1)

    for part in (slice(3, 7), (slice(2, 30), slice(4, 6)), (rows[:, None], columns), ...):
        assert pixels[part] == pytest.approx(floats[part], abs=NEAR)
    assert np.asarray(pixels) == pytest.approx(floats, abs=NEAR)
    assert mirrored(pixels)[:] == pytest.approx(floats[:, ::-1], abs=NEAR)


def test_a_copy_is_a_picture_of_its_own():
    pixels = kept(scene(8, 8))
    other = pixels.copy()

    other[:] = np.zeros((8, 8, 3))

    assert pixels[:].any()
    assert not other[:].any()


@pytest.mark.parametrize("kind", [np.asarray, kept], ids=["floats", "16 bit"])
def test_floats_and_16_bit_are_handled_alike(kind):
    floats = scene(61, 47)
    pixels = kind(floats)
    inner = slice(10, 40), slice(5, 45)

    assert type(blank_like(pixels)) is type(pixels)
    assert blank_like(pixels, 1).shape == (61, 47, 1)
    assert extent(pixels) == pytest.approx((floats.min(), floats.max()), abs=NEAR)
    assert reduced(pixels, (20, 30)) == pytest.approx(
        cv2.resize(floats, (20, 30), interpolation=cv2.INTER_AREA), abs=1e-4
    )
    part = cv2.resize(floats[inner], (9, 11), interpolation=cv2.INTER_AREA)
    assert reduced(pixels, (9, 11), inner) == pytest.approx(part, abs=1e-4)
    assert type(resized(pixels, (20, 30))) is type(pixels)
    assert resized(pixels, (20, 30))[:] == pytest.approx(reduced(pixels, (20, 30)), abs=1e-4)
    larger = cv2.resize(floats, (94, 122), interpolation=cv2.INTER_CUBIC)
    assert resized(pixels, (94, 122))[:] == pytest.approx(larger, abs=1e-3)
    assert [row for rows in bands(pixels) for row in range(61)[rows]] == list(range(61))


def test_a_photo_of_16_bit_is_read_only_and_named_by_its_numbers():
    photo, same, other = (Photo(kept(scene(20, 30, seed))) for seed in (0, 0, 1))

    assert photo.digest == same.digest != other.digest
    assert photo.floats == pytest.approx(scene(20, 30), abs=NEAR)
    with pytest.raises(ValueError, match="read-only"):
        photo.pixels[0] = np.zeros((30, 3))


def test_a_photo_of_bytes_is_refused():
    with pytest.raises(ValueError, match="uint8"):
        Photo(Pixels16(np.zeros((4, 4, 3), np.uint8)))
