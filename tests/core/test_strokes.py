import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strokes_of_a_hand import HEIGHT, WIDTH, calm, strokes

from photorestore.core.geometry import Box
from photorestore.core.strokes import (
    Action,
    Dab,
    Everything,
    Kind,
    Path,
    Polygon,
    Stamp,
    Stroke,
    covers,
    from_bytes,
    from_json,
    piece_cover,
    to_bytes,
    to_json,
)


def covered(shape, width=100, height=80):
    whole = np.zeros((height, width), bool)
    for box, cover in covers(shape, width, height):
        whole[box.slices] |= cover > 0
    return whole


@calm
@given(strokes)
def test_a_stroke_that_was_written_down_is_read_as_the_same(stroke):
    assert from_json(json.loads(json.dumps(to_json(stroke)))) == stroke
    assert from_bytes(to_bytes(stroke)) == stroke


@pytest.mark.parametrize("content", [b"", b"nothing", to_bytes(Stroke(Kind.CLEAR, Action.ERASE, Everything()))[:-5]])
def test_what_is_no_stroke_is_refused(content):
    with pytest.raises(ValueError, match="no stroke"):
        from_bytes(content)


@calm
@given(strokes)
def test_covers_lie_inside_the_picture(stroke):
    for box, cover in covers(stroke.shape, WIDTH, HEIGHT):
        assert box == box.clamp(WIDTH, HEIGHT)
        assert cover.shape == (box.height, box.width)


@pytest.mark.parametrize("radius", [2, 5, 10, 30])
@pytest.mark.parametrize("centre", [(50, 40), (50.5, 40.5), (50.3, 40.6)])
def test_a_dab_is_as_large_as_its_circle(centre, radius):
    area = covered(Path((Dab.at(*centre, radius),))).sum()

    assert np.pi * (radius - 0.5) ** 2 <= area <= np.pi * (radius + 0.5) ** 2


def test_the_smallest_dab_is_one_pixel():
    assert np.argwhere(covered(Path((Dab.at(50.5, 40.5, 0.1),)))).tolist() == [[40, 50]]


def test_a_path_leaves_no_gaps():
    line = covered(Path((Dab.at(5.5, 40.5, 0.5), Dab.at(95.5, 40.5, 0.5))))

    assert line[40, 5:95].all()


def test_pressure_makes_a_piece_wider_at_one_end():
    wedge = covered(Path((Dab.at(20, 40, 2), Dab.at(80, 40, 15))))

    assert wedge[:, 75].sum() > wedge[:, 50].sum() > wedge[:, 25].sum()


def test_a_soft_edge_thins_out():
    soft = covered(Path((Dab.at(50, 40, 30),), softness=0.8))
    away = np.hypot(*(np.indices(soft.shape) + 0.5 - np.array([40, 50])[:, None, None]))

    assert soft[away < 5].all()
    assert 0.9 > soft[(away > 10) & (away < 16)].mean() > soft[(away > 22) & (away < 28)].mean() > 0
    assert not soft[away > 31].any()


def test_overlapping_soft_pieces_agree_on_their_grain():
    whole = covered(Path((Dab.at(50, 40, 30),), softness=0.8))
    box, again = piece_cover(Dab.at(50, 40, 30), Dab.at(50, 40, 30), 0.8, 55, 45)

    assert np.array_equal(again > 0, whole[box.slices])


def test_a_lasso_takes_its_inside():
    inside = covered(Polygon(((10, 10), (60, 10), (60, 50), (10, 50))))

    assert inside[10:50, 10:60].all()
    assert inside.sum() <= 51 * 41


def test_a_stamp_takes_its_pixels_and_is_cut_at_the_border(rng):
    bits = rng.random((20, 30)) > 0.5
    stamped = covered(Stamp.of(bits, left=85, top=70))

    assert np.array_equal(stamped[70:, 85:], bits[:10, :15])
    assert Stamp.of(bits).box == Box(0, 0, 30, 20)


def test_a_tall_stamp_comes_in_bands_that_make_up_the_whole(rng):
    bits = rng.random((1300, 13)) > 0.5
    stamp = Stamp.of(bits, left=-3, top=-7)
    picture = np.zeros((1200, 20), np.uint8)
    for box, cover in covers(stamp, 20, 1200):
        picture[box.slices] = cover

    assert np.array_equal(picture[:, :10] > 0, bits[7:1207, 3:])
    assert not picture[:, 10:].any()
    assert np.array_equal(stamp.cover() > 0, bits)


@calm
@given(st.floats(-50, 200), st.floats(-50, 200), st.floats(0, 60))
def test_dabs_lie_on_the_grid_they_are_written_in(x, y, radius):
    dab = Dab.at(x, y, radius)

    assert dab == Dab.at(*dab)
    assert abs(dab.x - x) <= 1 / 32
