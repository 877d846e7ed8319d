import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from photorestore.files.colour_profiles import (
    cmyk_to_srgb,
    colour_to_srgb,
    grey_to_srgb,
    is_srgb,
    srgb_bytes,
    srgb_to_colour,
    srgb_to_grey,
)
from photorestore.files.icc import parse_profile
from photorestore.files.samples import to_samples


def little_cms(samples, icc):
    picture = Image.fromarray(samples)
    return np.asarray(ImageCms.profileToProfile(picture, io.BytesIO(icc), io.BytesIO(srgb_bytes()), 1))


@pytest.fixture
def random_colours():
    return np.random.default_rng(1).integers(0, 65536, (200, 300, 3), dtype=np.uint16)


def test_matrix_profiles_agree_with_little_cms_to_an_8_bit_level(adobe_rgb, random_colours):
    samples = (random_colours >> 8).astype(np.uint8)

    ours = colour_to_srgb(samples, parse_profile(adobe_rgb), adobe_rgb)

    assert np.abs(ours * 255 - little_cms(samples, adobe_rgb)).max() < 1


def test_16_bit_colours_inside_srgb_come_back_to_the_last_bit(adobe_rgb, random_colours):
    profile = parse_profile(adobe_rgb)
    srgb = colour_to_srgb(random_colours, profile, adobe_rgb)
    inside = ((srgb > 0) & (srgb < 0.9999)).all(axis=-1)

    back = to_samples(srgb_to_colour(adobe_rgb, profile, 16)(srgb), 16)

    assert inside.mean() > 0.5
    assert np.array_equal(back[inside], random_colours[inside])


def test_srgb_is_recognised_and_left_exactly_alone(adobe_rgb, random_colours):
    profile = parse_profile(srgb_bytes())

    assert is_srgb(profile)
    assert not is_srgb(parse_profile(adobe_rgb))
    assert np.array_equal(to_samples(colour_to_srgb(random_colours, profile, srgb_bytes()), 16), random_colours)


def test_grey_profiles_come_back_to_the_last_bit(grey_gamma_18):
    profile, levels = parse_profile(grey_gamma_18), np.arange(65536, dtype=np.uint16).reshape(256, 256)

    srgb = grey_to_srgb(levels, profile)

    assert abs(srgb[128, 0, 0] - 0.573) < 0.002  # 0.5 ** 1.8 in light, as sRGB
    assert np.array_equal(to_samples(srgb_to_grey(srgb, profile), 16), levels)


def test_table_profiles_stay_smooth_in_16_bit(scanner):
    levels = np.repeat(np.arange(0, 65536, 64, dtype=np.uint16).reshape(32, 32, 1), 3, axis=2)

    red = colour_to_srgb(levels, parse_profile(scanner), scanner)[..., 0].ravel()

    assert len(np.unique(red)) > 1000
    assert (np.diff(red) >= 0).all()


def test_table_profiles_agree_with_little_cms(scanner):
    samples = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    profile = parse_profile(scanner)

    exact = colour_to_srgb(samples, profile, scanner)
    between = colour_to_srgb(samples.astype(np.uint16) * 257, profile, scanner)

    assert np.abs(exact * 255 - little_cms(samples, scanner)).max() <= 1
    assert np.abs(between - exact).max() * 255 < 2


@pytest.mark.parametrize("bits", [8, 16])
def test_a_scanner_profile_has_no_way_back(scanner, bits):
    with pytest.raises(ValueError):
        srgb_to_colour(scanner, parse_profile(scanner), bits)


def test_cmyk_goes_through_its_profile(cmyk):
    picture = Image.new("CMYK", (2, 2), (0, 0, 0, 128))

    assert np.abs(np.asarray(cmyk_to_srgb(picture, cmyk)).astype(int) - 118).max() <= 2  # L* 50
    with pytest.raises(ValueError):
        cmyk_to_srgb(picture, srgb_bytes())
