import contextlib
import json
import os
from pathlib import Path

import numpy as np
import pytest
from files.picture_files import by_opencv, by_pillow, by_tifffile, chunk, exif, png
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from photorestore.core.errors import UserError
from photorestore.core.photo import Photo
from photorestore.files.reading import read_photo


def read(tmp_path, content, name="photo.png"):
    path = tmp_path / name
    path.write_bytes(content)
    return read_photo(path)


def levels(photo, bits=8):
    return np.rint(photo.pixels * (2**bits - 1)).astype(int)


@pytest.fixture
def eight(colours):
    return (colours >> 8).astype(np.uint8)


@pytest.mark.parametrize(
    ("name", "kind", "options"),
    [
        ("a.png", "PNG", {}),
        ("a.bmp", "BMP", {}),
        ("a.ppm", "PPM", {}),
        ("a.webp", "WEBP", {"lossless": True}),
        ("a.tif", "TIFF", {}),
        ("a.tif", "TIFF", {"compression": "tiff_lzw"}),
        ("a.tif", "TIFF", {"compression": "packbits"}),
        ("a.tif", "TIFF", {"compression": "tiff_adobe_deflate"}),
    ],
)
def test_lossless_colour_is_read_exactly(tmp_path, eight, name, kind, options):
    photo = read(tmp_path, by_pillow(kind, eight, **options), name)

    assert np.array_equal(levels(photo), eight)
    assert (photo.metadata.mode, photo.metadata.bit_depth, photo.metadata.notes) == ("RGB", 8, ())


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "JPEG"), ("a.webp", "WEBP"), ("a.heic", "HEIF")])
def test_lossy_colour_is_read_closely(tmp_path, eight, name, kind):
    photo = read(tmp_path, by_pillow(kind, eight, quality=95), name)

    assert np.abs(levels(photo) - eight).mean() < 3
    assert photo.metadata.notes == ()


@pytest.mark.parametrize("mode", ["1", "L", "P"])
@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.gif", "GIF"), ("a.bmp", "BMP"), ("a.tif", "TIFF")])
def test_few_tones_become_the_colours_they_stand_for(tmp_path, eight, mode, name, kind):
    picture = Image.fromarray(eight).convert(mode)

    photo = read(tmp_path, by_pillow(kind, picture), name)

    assert np.array_equal(levels(photo), np.asarray(picture.convert("RGB")))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.png", lambda colours: by_opencv(".png", colours)),
        ("a.ppm", lambda colours: b"P6 53 37 65535\n" + colours.astype(">u2").tobytes()),
        ("a.ppm", lambda colours: b"P3 53 37 65535\n" + " ".join(map(str, colours.ravel())).encode()),
    ],
)
def test_48_bit_colour_keeps_all_its_bits(tmp_path, colours, name, make):
    photo = read(tmp_path, make(colours), name)

    assert np.array_equal(levels(photo, 16), colours)
    assert photo.metadata.bit_depth == 16


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.png", lambda grey: by_pillow("PNG", grey)),
        ("a.tif", lambda grey: by_pillow("TIFF", grey)),
        ("a.pgm", lambda grey: b"P5 53 37 65535\n" + grey.astype(">u2").tobytes()),
    ],
)
def test_16_bit_grey_keeps_all_its_bits(tmp_path, colours, name, make):
    photo = read(tmp_path, make(colours[..., 0]), name)

    assert np.array_equal(levels(photo, 16)[..., 2], colours[..., 0])
    assert photo.metadata.bit_depth == 16


def test_ten_bit_ppm_reaches_white(tmp_path):
    photo = read(tmp_path, b"P6 2 1 1023\n" + np.array([1023, 0, 512, 1023, 1, 2], ">u2").tobytes(), "a.ppm")

    assert np.abs(photo.pixels.ravel() - np.array([1023, 0, 512, 1023, 1, 2]) / 1023).max() < 1e-4


@pytest.mark.parametrize("kind", [4, 6])
def test_16_bit_transparency_is_kept(tmp_path, colours, kind):
    alpha = colours[..., 1]
    stored = np.dstack([colours[..., 0], alpha] if kind == 4 else [colours, alpha])

    photo = read(tmp_path, png(stored, kind))

    assert np.array_equal(np.rint(photo.alpha * 65535), alpha)
    assert np.array_equal(levels(photo, 16)[..., 0], colours[..., 0])


@pytest.mark.parametrize("kind", [0, 2])
def test_the_16_bit_colour_that_a_png_calls_transparent_becomes_alpha(tmp_path, colours, kind):
    stored = colours[..., 0] if kind == 0 else colours
    named = chunk(b"tRNS", np.atleast_1d(stored[3, 5]).astype(">u2").tobytes())
    equal = (stored == stored[3, 5]).reshape(*stored.shape[:2], -1).all(axis=2)

    photo = read(tmp_path, png(stored, kind, named))

    assert np.array_equal(photo.alpha, np.where(equal, 0, 1))
    assert np.array_equal(levels(photo, 16), colours[..., [0, 0, 0]] if kind == 0 else colours)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_8_bit_transparency_is_kept(tmp_path, eight, mode):
    picture = Image.fromarray(np.dstack([eight, eight[..., 0]])).convert(mode)

    photo = read(tmp_path, by_pillow("TIFF" if mode == "LA" else "PNG", picture.convert("RGBA")))

    assert np.array_equal(np.rint(photo.alpha * 255), np.asarray(picture.convert("RGBA"))[..., 3])


def test_a_transparent_palette_colour_is_alpha(tmp_path):
    picture = Image.new("P", (2, 1))
    picture.putpalette([255, 0, 0, 0, 0, 255])
    picture.putpixel((1, 0), 1)

    photo = read(tmp_path, by_pillow("GIF", picture, transparency=1), "a.gif")

    assert photo.alpha.tolist() == [[1.0, 0.0]]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.tif", "TIFF"), ("a.webp", "WEBP"), ("a.heic", "HEIF")]
)
def test_orientation_is_applied_once_and_reset(tmp_path, orientation, name, kind):
    stored = np.zeros((32, 64), np.uint8)
    stored[:16, :32], stored[16:, :32] = 255, 128  # top left white, bottom left grey
    content = by_pillow(kind, Image.fromarray(stored).convert("RGB"), exif=exif(orientation))

    photo = read(tmp_path, content, name)

    white = {1: "tl", 2: "tr", 3: "br", 4: "bl", 5: "tl", 6: "tr", 7: "br", 8: "bl"}[orientation]
    grey = {1: "bl", 2: "br", 3: "tr", 4: "tl", 5: "tr", 6: "tl", 7: "bl", 8: "br"}[orientation]
    h, w = photo.height // 4, photo.width // 4
    corners = {"tl": (h, w), "tr": (h, -w), "bl": (-h, w), "br": (-h, -w)}
    assert (photo.width, photo.height) == ((32, 64) if orientation > 4 else (64, 32))
    assert photo.pixels[corners[white]].min() > 0.9
    assert 0.4 < photo.pixels[corners[grey]].mean() < 0.6
    assert b"Kodak" in photo.metadata.exif
    kept = Image.Exif()
    kept.load(photo.metadata.exif)
    assert kept[0x0112] == 1


def test_deep_pictures_are_turned_too(tmp_path, colours):
    turned = chunk(b"eXIf", exif(6).removeprefix(b"Exif\0\0"))

    photo = read(tmp_path, png(colours, 2, turned))

    assert np.array_equal(levels(photo, 16), np.rot90(colours, -1))


def test_colours_go_through_the_files_profile(tmp_path, adobe_rgb):
    green = np.full((8, 8, 3), (100, 200, 100), np.uint8)

    photo = read(tmp_path, by_pillow("PNG", green, icc_profile=adobe_rgb))

    assert np.abs(photo.pixels[0, 0] * 255 - (0, 201, 92)).max() < 3
    assert photo.metadata.icc == adobe_rgb


def test_a_grey_jpeg_with_an_rgb_profile_stays_grey(tmp_path, eight, adobe_rgb):
    photo = read(tmp_path, by_pillow("PNG", eight[..., 0], icc_profile=adobe_rgb))

    assert np.abs(photo.pixels[..., 0] - photo.pixels[..., 1]).max() < 1e-3
    assert photo.metadata.notes == ()


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_cmyk_goes_through_its_profile(tmp_path, cmyk, kind):
    ink = Image.new("CMYK", (16, 16), (0, 0, 0, 128))

    photo = read(tmp_path, by_pillow(kind, ink, icc_profile=cmyk), "a.jpg" if kind == "JPEG" else "a.tif")

    assert np.abs(photo.pixels * 255 - 118).max() <= 3  # L* 50; without the profile it would be 127
    assert photo.metadata.mode == "CMYK"
    assert photo.metadata.notes == ()


def test_cmyk_without_profile_is_read_with_a_note(tmp_path):
    photo = read(tmp_path, by_pillow("JPEG", Image.new("CMYK", (16, 16), (0, 255, 255, 0))), "a.jpg")

    assert photo.pixels[8, 8, 0] > 0.9
    assert photo.pixels[8, 8, 1] < 0.1
    assert "CMYK" in photo.metadata.notes[0]


def test_cmyk_with_a_profile_for_rgb_keeps_none(tmp_path, adobe_rgb):
    photo = read(tmp_path, by_pillow("JPEG", Image.new("CMYK", (16, 16)), icc_profile=adobe_rgb), "a.jpg")

    assert photo.metadata.icc is None
    assert "CMYK" in photo.metadata.notes[0]


def test_tags_are_kept(tmp_path, eight, adobe_rgb):
    xmp = b'<x:xmpmeta><rdf tiff:Orientation="6" dc:title="Oma"/></x:xmpmeta>'
    content = by_pillow("JPEG", eight, exif=exif(), xmp=xmp, dpi=(600, 300), icc_profile=adobe_rgb)

    kept = read(tmp_path, content, "a.jpg").metadata

    assert kept.dpi == (600, 300)
    assert kept.icc == adobe_rgb
    assert kept.xmp == xmp.replace(b'"6"', b'"1"')
    assert b"Ostsee" in kept.exif


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize(("unit", "dpi"), [(1, None), (2, 236), (3, 599.44)])
def test_a_resolution_that_only_exif_says_is_read(tmp_path, eight, kind, unit, dpi):
    made = Image.Exif()
    made[282], made[283], made[296] = 236.0, 236.0, unit

    kept = read(tmp_path, by_pillow(kind, eight, exif=made.tobytes())).metadata

    assert kept.dpi == (dpi and pytest.approx((dpi, dpi)))


def test_damaged_exif_and_profile_become_notes(tmp_path, eight):
    content = by_pillow("JPEG", eight, exif=b"Exif\0\0nonsense and more", icc_profile=b"nonsense")

    photo = read(tmp_path, content, "a.jpg")

    assert (photo.metadata.exif, photo.metadata.icc) == (None, None)
    assert ["EXIF" in note or "profile" in note for note in photo.metadata.notes] == [True, True]


def test_exif_that_ends_too_early_is_kept_in_part(tmp_path, eight):
    photo = read(tmp_path, by_pillow("JPEG", eight, exif=exif()[:60]), "a.jpg")

    assert "EXIF" in photo.metadata.notes[0]


def test_content_decides_over_a_wrong_suffix(tmp_path, eight):
    photo = read(tmp_path, by_pillow("JPEG", eight), "photo.png")

    assert photo.metadata.notes == ("The file is named .png but holds JPEG; it was read as JPEG.",)


@pytest.mark.parametrize(("name", "kind"), [("a.gif", "GIF"), ("a.tif", "TIFF"), ("a.webp", "WEBP"), ("a.png", "PNG")])
def test_of_several_pictures_the_first_is_read_with_a_note(tmp_path, eight, name, kind):
    first, second = Image.fromarray(eight), Image.fromarray(255 - eight)

    photo = read(tmp_path, by_pillow(kind, first, save_all=True, append_images=[second]), name)

    assert np.abs(levels(photo) - eight).mean() < 10
    assert "2 p" in photo.metadata.notes[0]


BROKEN = {
    "empty": (b"", "empty"),
    "text": (b"Dear diary", "not a picture"),
    "cut": (by_pillow("BMP", np.zeros((50, 50, 3), np.uint8))[:1000], "damaged or incomplete"),
    "bomb": (b"P5 100000 100000 255\n", "10000 megapixels"),
    "no-pixels": (b"P5 0 5 255\n", "no pixels|damaged"),
    "float-range": (by_tifffile(np.full((4, 4), 255, np.float32), "minisblack"), "outside 0 to 1"),
    "json": (json.dumps({"a": 1}).encode(), "not a picture"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_said_in_one_sentence_with_its_name(tmp_path, name):
    content, words = BROKEN[name]

    with pytest.raises(UserError, match=words) as error:
        read(tmp_path, content, f"{name}.jpg")

    assert f"{name}.jpg" in str(error.value)
    assert str(error.value).endswith(".")


def test_folders_and_missing_files_are_named_as_such(tmp_path):
    with pytest.raises(UserError, match="is a folder"):
        read_photo(tmp_path)
    with pytest.raises(UserError, match="does not exist"):
        read_photo(tmp_path / "none.jpg")


SMALL = (np.random.default_rng(0).random((9, 11, 3)) * 65535).astype(np.uint16)
DAMAGED = [
    by_pillow("JPEG", (SMALL >> 8).astype(np.uint8), exif=exif(6)),
    by_pillow("PNG", (SMALL >> 8).astype(np.uint8), exif=exif(6)),
    by_pillow("GIF", (SMALL[..., 0] >> 8).astype(np.uint8)),
    by_pillow("BMP", (SMALL >> 8).astype(np.uint8)),
    by_pillow("WEBP", (SMALL >> 8).astype(np.uint8), exif=exif(6)),
    by_pillow("HEIF", (SMALL >> 8).astype(np.uint8)),
    by_pillow("TIFF", (SMALL >> 8).astype(np.uint8), compression="tiff_lzw"),
    b"P6 11 9 65535\n" + SMALL.tobytes(),
    by_opencv(".png", SMALL),
    by_opencv(".tif", SMALL),
    by_tifffile(SMALL, compression="deflate"),
    by_tifffile(SMALL, tile=(16, 16)),
    by_tifffile(np.tile(SMALL, (4, 4, 1)), rowsperstrip=4, compression="deflate"),
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(DAMAGED), st.floats(0, 1), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255))))
def test_damage_gives_a_photo_or_a_sentence_and_nothing_else(tmp_path, content, keep, changes):
    data = bytearray(content[: 1 + int(keep * len(content))])
    for place, value in changes:
        data[place % len(data)] = value
    with contextlib.suppress(UserError):
        assert isinstance(read(tmp_path, bytes(data), "a.jpg"), Photo)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("content", DAMAGED)
def test_truncated_pixels_are_never_passed_off_as_a_photo(tmp_path, content, share):
    with pytest.raises(UserError):
        read(tmp_path, content[: int(len(content) * share)], "a.jpg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Unix has pipes with names")
def test_pipes_and_devices_are_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")

    for path in (tmp_path / "pipe.jpg", Path("/dev/zero")):
        with pytest.raises(UserError, match="not a file"):
            read_photo(path)
