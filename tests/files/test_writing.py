from dataclasses import replace

import cv2
import numpy as np
import pytest
import tifffile
from files.picture_files import TEXT, exif
from helpers import scene
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from photorestore.core.errors import UserError
from photorestore.core.photo import Metadata, Photo
from photorestore.files.colour_profiles import srgb_bytes
from photorestore.files.exif import load_exif
from photorestore.files.reading import read_lean, read_photo
from photorestore.files.writing import write_photo


@pytest.fixture
def deep(colours) -> Photo:
    return Photo((colours / np.float32(65535)).astype(np.float32), metadata=Metadata(bit_depth=16))


def again(photo, path, **options):
    return read_photo(write_photo(photo, path, source=None, **options))


def as_eight(photo):
    return replace(photo, metadata=replace(photo.metadata, bit_depth=8))


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("with_alpha", [False, True])
def test_16_bit_comes_back_to_the_last_bit(tmp_path, deep, colours, suffix, with_alpha):
    photo = replace(deep, alpha=deep.pixels[..., 0]) if with_alpha else deep

    back = again(photo, tmp_path / f"a{suffix}")

    assert np.array_equal(np.rint(back.pixels * 65535), colours)
    assert back.metadata.bit_depth == 16
    assert (back.alpha is None) or np.array_equal(back.alpha, back.pixels[..., 0])
    assert (back.alpha is not None) == with_alpha


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp", ".ppm"])
def test_8_bit_comes_back_within_half_a_level(tmp_path, deep, suffix):
    back = again(as_eight(deep), tmp_path / f"a{suffix}")

    assert np.abs(back.pixels - deep.pixels).max() * 255 <= 0.51
    assert back.metadata.bit_depth == 8


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_lossy_formats_stay_close_and_get_closer_with_quality(tmp_path, deep, suffix):
    worse, better = (again(deep, tmp_path / f"{q}{suffix}", quality=q).pixels for q in (20, 98))

    assert np.abs(better - deep.pixels).mean() * 255 < 1.5
    assert np.abs(better - deep.pixels).mean() < np.abs(worse - deep.pixels).mean()


def test_jpeg_keeps_full_resolution_of_colour(tmp_path, deep):
    with Image.open(write_photo(deep, tmp_path / "a.jpg", source=None)) as picture:
        assert {layer[1:3] for layer in picture.layer} == {(1, 1)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(1, 40), st.integers(1, 40), st.booleans(), st.booleans(), st.sampled_from((8, 16)), st.integers(0, 99)
)
def test_png_and_tiff_of_any_size_come_back_alike(tmp_path, height, width, with_alpha, grey, bits, seed):
    rng = np.random.default_rng(seed)
    levels = rng.integers(0, 2**bits, (height, width, 4)).astype(np.float32) / np.float32(2**bits - 1)
    pixels = np.repeat(levels[..., :1], 3, axis=2) if grey else levels[..., :3].copy()
    metadata = Metadata(bit_depth=bits, mode="L" if grey else "RGB")
    photo = Photo(pixels, levels[..., 3].copy() if with_alpha else None, metadata)

    png, tiff = (again(photo, tmp_path / f"a{suffix}", overwrite=True) for suffix in (".png", ".tif"))

    for back in (png, tiff):
        assert np.abs(back.pixels - pixels).max() < 1e-6
        assert not with_alpha or np.abs(back.alpha - photo.alpha).max() < 1e-6


@pytest.mark.parametrize("suffix", [".png", ".tif", ".jpg", ".webp"])
def test_tags_reach_the_new_file(tmp_path, deep, adobe_rgb, suffix):
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>'
    photo = replace(deep, metadata=Metadata(exif(), xmp, adobe_rgb, (600.0, 300.0), 16))

    kept = again(photo, tmp_path / f"a{suffix}").metadata

    assert (kept.icc, kept.xmp, kept.notes) == (adobe_rgb, xmp, ())
    tags = load_exif(kept.exif)
    assert (tags[0x010E], tags[0x0112]) == (TEXT, 1)
    assert tags.get_ifd(0x8769)[0xA002] == 53
    assert tags.get_ifd(0x8825)[2] == (54.0, 30.0, 0.0)
    assert np.allclose(kept.dpi, (600, 300), rtol=1e-4)


@pytest.mark.parametrize(("name", "dpi"), [("a.webp", (600, 300)), ("a.jpg", (76_800, 76_800))])
def test_a_resolution_that_only_exif_has_room_for_is_kept_there(tmp_path, deep, name, dpi):
    photo = replace(deep, metadata=Metadata(dpi=dpi))

    assert np.allclose(again(photo, tmp_path / name).metadata.dpi, dpi)


def test_other_programs_read_our_tiff_alike(tmp_path, deep, colours):
    path = write_photo(deep, tmp_path / "a.tif", source=None)

    assert np.array_equal(tifffile.imread(path), colours)
    assert np.array_equal(cv2.imread(str(path), cv2.IMREAD_UNCHANGED)[..., ::-1], colours)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".jpg", ".bmp"])
def test_colours_look_the_same_through_the_embedded_profile(tmp_path, deep, adobe_rgb, suffix):
    photo = replace(deep, metadata=Metadata(icc=adobe_rgb, bit_depth=16))

    back = again(photo, tmp_path / f"a{suffix}")

    assert np.abs(back.pixels - deep.pixels).mean() < 0.004
    assert back.metadata.icc == (None if suffix == ".bmp" else adobe_rgb)


@pytest.mark.parametrize("profile", ["cmyk", "scanner"])
def test_a_profile_without_a_way_back_gives_srgb(tmp_path, deep, profile, request):
    photo = replace(deep, metadata=Metadata(icc=request.getfixturevalue(profile)))

    back = again(photo, tmp_path / "a.png")

    assert back.metadata.icc == srgb_bytes()
    assert np.abs(back.pixels - deep.pixels).max() * 255 <= 0.51


@pytest.mark.parametrize("suffix", [".png", ".tif", ".jpg"])
def test_a_grey_photo_is_saved_grey_with_its_profile(tmp_path, deep, grey_gamma_18, suffix):
    pixels = np.repeat(deep.pixels[..., :1], 3, axis=2)
    photo = Photo(pixels, metadata=Metadata(icc=grey_gamma_18, bit_depth=16, mode="I;16"))

    back = again(photo, tmp_path / f"a{suffix}")

    assert back.metadata.mode in ("L", "I;16")
    assert back.metadata.icc == grey_gamma_18
    assert np.abs(back.pixels - pixels).max() * 255 < (4 if suffix == ".jpg" else 0.01)


def test_a_grey_photo_that_got_colour_is_saved_in_colour(tmp_path, deep, grey_gamma_18):
    back = again(replace(deep, metadata=Metadata(icc=grey_gamma_18, mode="L")), tmp_path / "a.png")

    assert back.metadata.mode == "RGB"
    assert np.abs(back.pixels - deep.pixels).max() * 255 <= 0.51


def test_transparency_is_laid_over_white_where_it_cannot_be_kept(tmp_path):
    photo = Photo(np.zeros((8, 8, 3), np.float32), alpha=np.full((8, 8), 0.25, np.float32))

    assert np.abs(again(photo, tmp_path / "a.jpg").pixels - 0.75).max() < 0.01


def test_an_enlarged_photo_says_its_new_size(tmp_path, deep):
    large = Photo(np.repeat(np.repeat(deep.pixels, 2, 0), 2, 1), metadata=Metadata(exif()))

    kept = again(large, tmp_path / "a.jpg").metadata

    assert load_exif(kept.exif).get_ifd(0x8769)[0xA002] == 106


def test_the_original_is_never_written_over(tmp_path, deep):
    original = write_photo(deep, tmp_path / "a.png", source=None)
    before = original.read_bytes()

    with pytest.raises(UserError, match="original"):
        write_photo(deep, original, source=original, overwrite=True)
    written = write_photo(deep, original, source=original)

    assert written.name == "a (2).png"
    assert original.read_bytes() == before


def test_too_large_for_the_format_is_said_before_encoding(tmp_path):
    wide = Photo(np.zeros((1, 20_000, 3), np.float32))

    with pytest.raises(UserError, match="WebP can't hold 20000 × 1"):
        write_photo(wide, tmp_path / "a.webp", source=None)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_a_grey_photo_with_a_colour_profile_keeps_both(tmp_path, adobe_rgb, suffix):
    grey = np.repeat(scene(16, 16)[..., :1], 3, 2)

    back = again(Photo(grey, metadata=Metadata(icc=adobe_rgb, mode="L")), tmp_path / f"a{suffix}")

    assert back.metadata.icc == adobe_rgb
    assert np.abs(back.pixels - grey).mean() < 0.02


@pytest.fixture
def wide(tmp_path, adobe_rgb):
    """A photograph with colours that sRGB does not hold."""
    samples = np.random.default_rng(4).integers(0, 256, (24, 32, 3)).astype(np.uint8)
    samples[:8] = (40, 200, 60)
    path = tmp_path / "wide.png"
    Image.fromarray(samples).save(path, icc_profile=adobe_rgb)
    return read_lean(path)


def test_what_did_not_change_keeps_colours_outside_srgb(tmp_path, wide, adobe_rgb):
    pixels = wide.photo().floats.copy()
    pixels[12:, 10:20] = 0.5
    pixels += np.float32(0.4 / 65535)  # as 16 bit would have it
    result = Photo(pixels, metadata=wide.metadata)

    path = write_photo(result, tmp_path / "a.png", source=None, original=wide)

    kept = read_lean(path)
    assert kept.metadata.icc == adobe_rgb
    assert np.array_equal(kept.samples[:12], wide.samples[:12])
    assert np.array_equal(kept.samples[12:, :10], wide.samples[12:, :10])
    back = read_photo(path).floats
    inside = np.abs(wide.photo().floats - 0.5).max(axis=2) < 0.45  # not clipped before
    assert np.abs(back - pixels)[12:, 10:20][inside[12:, 10:20]].max() < 0.02


@pytest.mark.parametrize("size", [(64, 48), (16, 12)])
def test_a_larger_or_smaller_picture_keeps_colours_outside_srgb(tmp_path, wide, size):
    pixels = cv2.resize(wide.photo().floats, size, interpolation=cv2.INTER_AREA)
    flat = slice(0, 8 * size[1] // 24 - 2)  # the rows of one green

    path = write_photo(Photo(pixels, metadata=wide.metadata), tmp_path / "a.png", source=None, original=wide)

    assert np.abs(read_lean(path).samples[flat].astype(int) - (40, 200, 60)).max() <= 2
    plain = read_lean(write_photo(Photo(pixels, metadata=wide.metadata), tmp_path / "b.png", source=None))
    assert plain.samples[flat][..., 0].min() > 60  # as far as sRGB goes


def test_what_fills_a_blot_outside_srgb_shows_nothing_of_it(tmp_path, wide):
    pixels = wide.photo().floats.copy()
    pixels[:8, 8:16] = 0.5

    written = [
        read_lean(write_photo(Photo(pixels, metadata=wide.metadata), tmp_path / "a.png", source=None, original=lent))
        for lent in (wide, None)
    ]

    assert np.array_equal(written[0].samples[:8, 8:16], written[1].samples[:8, 8:16])
    assert np.array_equal(written[0].samples[:8, :8], wide.samples[:8, :8])


def test_an_original_of_another_shape_or_profile_lends_no_colours(tmp_path, wide):
    pixels = wide.photo().floats
    plain = again(Photo(pixels, metadata=wide.metadata), tmp_path / "plain.png")
    turned = replace(wide, samples=wide.samples.swapaxes(0, 1))
    srgb = replace(wide, metadata=replace(wide.metadata, icc=srgb_bytes()))

    for other in (turned, srgb):
        path = write_photo(Photo(pixels, metadata=wide.metadata), tmp_path / "b.png", source=None, original=other)
        assert np.array_equal(read_photo(path).floats, plain.floats)
