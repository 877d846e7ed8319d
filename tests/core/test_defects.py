import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strokes_of_a_hand import calm

from photorestore.core.chances import ChanceMap, in_bytes, spots_on_screen
from photorestore.core.defects import blob_at, component_at, damage_at, find_defects
from photorestore.core.mask import SpotCounts, are_damage, certain_from, find_spots, grow, likely_from, rim_of
from photorestore.core.mask_layers import MaskLayers
from photorestore.core.stages import ScratchSettings


def cracked(height=1500, width=90, seed=0):
    """A map with lines over several bands of rows, dust, and lines that are certain nowhere."""
    rng = np.random.default_rng(seed)
    plane = np.zeros((height, width), np.uint8)
    for _ in range(12):
        a, b = (tuple(int(v) for v in rng.uniform(0, [width, height])) for _ in range(2))
        cv2.line(plane, a, b, int(rng.integers(120, 256)), int(rng.integers(1, 4)))
    for _ in range(60):
        plane[rng.integers(height), rng.integers(width)] = 255
    return plane


@calm
@given(
    st.integers(0, 50), st.sampled_from([0.01, 0.3, 0.5, 0.8, 0.99]), st.sampled_from([0, 5, 200]), st.integers(0, 3)
)
def test_band_by_band_finds_the_same_spots_as_at_once(seed, threshold, minimum_px, grow_px):
    plane = cracked(seed=seed)
    spots = find_defects(plane, ScratchSettings(threshold=threshold, minimum_px=minimum_px, grow_px=grow_px))

    # the rule of `find_spots` with its two bounds on the map's own bytes
    over = plane >= in_bytes(threshold)
    likely, certain = (plane >= in_bytes(bound(threshold)) for bound in (likely_from, certain_from))
    count, labels = cv2.connectedComponents(over.astype(np.uint8), connectivity=8)
    expected, number = np.zeros(plane.shape, bool), 0
    for label in range(1, count):
        spot = labels == label
        counts = (np.array([(part & spot).sum()]) for part in (over, rim_of(over), likely, certain))
        if are_damage(SpotCounts(*counts), minimum_px)[0]:
            expected |= spot
            number += 1
    assert np.array_equal(spots.mask, grow(expected, grow_px))
    assert len(spots.defects) == number


def test_spots_are_those_of_the_engine():
    plane = cracked()
    settings = ScratchSettings(threshold=0.8, grow_px=0)
    by_engine = find_spots(plane.astype(np.float32) / 255, settings.threshold, settings.minimum_px)

    assert np.array_equal(find_defects(plane, settings).mask, by_engine)


def test_a_defect_says_where_it_is_how_large_and_how_likely():
    plane = np.zeros((1200, 60), np.uint8)
    plane[400:1100, 10:12] = 255
    plane[5:9, 40:50] = 230
    plane[5:7, 40:50] = 255
    (small, long) = find_defects(plane, ScratchSettings(threshold=0.8, grow_px=0)).defects

    assert (small.id, small.box, small.area_px, small.chance) == (
        1,
        (40, 5, 50, 9),
        40,
        pytest.approx((20 * 230 + 20 * 255) / 40 / 255),
    )
    assert (long.id, long.box, long.area_px, long.chance) == (2, (10, 400, 12, 1100), 1400, 1.0)
    assert all(plane[one.seed[1], one.seed[0]] for one in (small, long))


def test_on_screen_the_same_is_seen_at_full_size():
    plane = cracked(300, 300)
    settings = ScratchSettings(threshold=0.7, grow_px=2)

    assert np.array_equal(spots_on_screen(plane, 0, settings), find_defects(plane, settings).mask)


def test_a_map_is_kept_to_half_a_byte_step(rng):
    damage = rng.random((900, 1300), np.float32)
    chances = ChanceMap.of(damage)

    assert np.abs(chances.plane / 255 - damage).max() < 0.5 / 255 + 1e-6
    assert [level.shape for level in chances.levels] == [level.shape for level in MaskLayers(1300, 900).levels]
    assert chances.levels[1][3, 4] == chances.plane[6:8, 8:10].max()


def test_one_click_takes_a_whole_scratch_and_not_its_neighbour():
    plane = np.zeros((3000, 800), np.uint8)
    plane[100:2900, 300:303] = 120
    plane[1500, 301] = 240
    plane[100:2900, 320] = 200
    region = damage_at(plane, (305, 1500), reach_px=6)

    assert region.box == (300, 100, 303, 2900)
    assert (region.cover == 255).all()


def test_a_click_on_clean_ground_takes_nothing():
    assert damage_at(np.full((50, 50), 20, np.uint8), (25, 25), reach_px=10) is None


def test_the_part_of_a_mask_around_a_point_is_found():
    mask = np.zeros((600, 600), np.uint8)
    mask[10:590, 5] = mask[10, 5:400] = 1
    mask[300, 300] = 1
    region = component_at(lambda box: mask[box.slices], 600, 600, (5, 500))

    assert region.box == (5, 10, 400, 590)
    assert (region.cover > 0).sum() == 580 + 394
    assert component_at(lambda box: mask[box.slices], 600, 600, (100, 100)) is None


def test_without_a_map_a_spot_is_told_from_its_surroundings(rng):
    picture = np.full((200, 200, 3), 90, np.uint8) + rng.integers(0, 4, (200, 200, 1), np.uint8)
    cv2.circle(picture, (100, 90), 9, (230, 230, 230), cv2.FILLED)
    region = blob_at(lambda box: picture[box.slices], 200, 200, (100, 90), 40)

    assert 200 < (region.cover > 0).sum() < 420
    assert abs(region.box.width - 20) <= 4
