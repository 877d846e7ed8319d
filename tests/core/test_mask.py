import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photorestore.core.mask import (
    certain_from,
    feathered,
    feathered_bands,
    feathered_rows,
    find_spots,
    grow,
    make_mask,
    shrunk,
    touched,
)
from photorestore.core.photo import MaskEdits
from photorestore.core.stages import ScratchSettings


def square(side: int, left: int, size: int = 20) -> np.ndarray:
    mask = np.zeros((size, size), bool)
    mask[left : left + side, left : left + side] = True
    return mask


def test_a_persons_strokes_win_over_the_map():
    damage = square(6, 4).astype(np.float32)
    edits = MaskEdits(added=square(2, 15), erased=square(4, 4))

    mask = make_mask(damage, edits, ScratchSettings(grow_px=0), (20, 20))

    assert mask[16, 16]
    assert not mask[5, 5]
    assert mask[9, 9]


def test_without_the_automatic_mask_only_strokes_count():
    edits = MaskEdits(added=square(2, 15), automatic=False)

    mask = make_mask(np.ones((20, 20), np.float32), edits, ScratchSettings(grow_px=0), (20, 20))

    assert mask.sum() == 4


def test_small_spots_are_left_alone():
    damage = (square(2, 2) | square(5, 10)).astype(np.float32)

    assert np.array_equal(find_spots(damage, 0.5, minimum_px=5), square(5, 10))


def test_a_spot_that_is_nowhere_certain_is_left_alone():
    damage = square(5, 2) * np.float32(0.9) + square(5, 12) * np.float32(0.9)
    damage[13:15, 12:17] = 0.999

    assert np.array_equal(find_spots(damage, 0.8, minimum_px=1), square(5, 12))


def test_a_doubtful_thick_part_is_left_alone_though_a_crack_runs_into_it():
    damage = np.zeros((100, 160), np.float32)
    damage[50:53, 5:155] = 0.99
    damage[35:65, 70:100] = 0.6  # a white collar
    damage[51, 70:100] = 0.99
    found = find_spots(damage, 0.5, minimum_px=1)

    assert found[50:53, 10:60].all()
    assert not found[36:49, 75:95].any()


def test_a_long_thin_spot_need_not_be_certain_where_a_compact_one_must():
    damage = np.zeros((60, 60), np.float32)
    damage[5:7, 5:55] = damage[20:40, 20:40] = 0.35
    damage[5:7, 30:36] = damage[30:34, 20:40] = 0.75  # likely in a part
    found = find_spots(damage, 0.3, minimum_px=1)

    assert found[5:7, 5:55].all()
    assert not found[20:40].any()


@given(st.floats(0.01, 0.99))
def test_what_is_certain_lies_above_the_threshold_and_below_one(threshold):
    assert threshold < certain_from(threshold) < 1


@given(st.integers(0, 4))
def test_growing_reaches_just_as_far_as_it_says(radius):
    grown = grow(square(1, 10), radius)

    rows = np.flatnonzero(grown.any(1))
    assert (rows[0], rows[-1]) == (10 - radius, 10 + radius)


def test_a_higher_threshold_never_adds_to_the_mask(rng):
    damage = rng.random((20, 20), np.float32)
    low, high = (make_mask(damage, MaskEdits(), ScratchSettings(threshold=t), (20, 20)) for t in (0.3, 0.8))

    assert not (high & ~low).any()


def test_a_feather_keeps_the_mask_whole_and_stays_near_it():
    weights = feathered(square(6, 7), 1.0)

    assert (weights[square(6, 7)] == 1).all()
    assert (weights[~grow(square(6, 7), 2)] == 0).all()
    assert 0 < weights[6, 9] < 1


@pytest.mark.parametrize("feather_px", [0, 0.6, 1.0, 2.4])
def test_a_feather_made_in_bands_is_the_one_of_the_whole(feather_px):
    spots = np.random.default_rng(4).random((90, 60)) > 0.99
    whole = feathered(spots, feather_px)

    rows = [feathered_rows(spots, slice(top, min(top + 7, 90)), feather_px) for top in range(0, 90, 7)]

    assert np.vstack(rows) == pytest.approx(whole, abs=1e-6)
    assert np.array_equal(touched(spots, feather_px), whole > 0)


@pytest.mark.parametrize("feather_px", [0, 1.0, 3.0, 10.0])
def test_bands_of_a_feather_are_equal_to_the_whole_bit_for_bit_and_leave_out_empty_rows(feather_px):
    spots = np.zeros((400, 9000), bool)
    spots[10:14, 100:500] = spots[180, 7000:] = True
    weights = np.zeros(spots.shape, np.float32)

    for rows, part in feathered_bands(spots, feather_px):
        assert part.any()
        weights[rows] = part

    assert np.array_equal(weights, feathered(spots, feather_px))


def test_a_single_pixel_is_still_seen_in_a_mask_made_200_times_smaller():
    spots = np.zeros((2000, 1000), bool)
    spots[777, 333] = True

    assert shrunk(spots, (5, 10)).sum() == 1
