import numpy as np
import pytest
from core.album_pages import BACKGROUNDS, make_page, seen_overlap
from helpers import scene

from photorestore.core.print_finding import find_prints

SHAPES = ((300, 400), (400, 300), (360, 360), (280, 420), (420, 290), (300, 400), (380, 300), (300, 380))


def pictures(seed):
    return [scene(*shape, seed=seed + number) for number, shape in enumerate(SHAPES)]


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_every_print_is_found_and_nothing_else(background, count):
    page, truth = make_page(pictures(count), np.random.default_rng(count), background, count, side=900)

    boxes = find_prints(page)

    assert len(boxes) == count
    assert all(any(box.overlap(true) > 0.9 for box in boxes) for true in truth)


def test_prints_that_hang_over_the_edge_are_found():
    page, truth = make_page(pictures(0), np.random.default_rng(4), "black lid", 4, touching=True, side=900)

    boxes = find_prints(page)

    assert all(any(seen_overlap(box, true, page.shape) > 0.9 for box in boxes) for true in truth)


def test_boxes_come_in_reading_order():
    page, truth = make_page(pictures(0), np.random.default_rng(2), "white lid", 6, side=900)

    boxes = find_prints(page)

    assert [max(range(6), key=lambda i: box.overlap(truth[i])) for box in boxes] == [0, 1, 2, 3, 4, 5]


def test_two_straight_prints_side_by_side_stay_two():
    page = np.full((400, 600, 3), 0.97, np.float32)
    page[60:340, 30:290] = scene(280, 260, 1) * 0.8
    page[60:340, 304:564] = scene(280, 260, 2) * 0.8

    assert len(find_prints(page)) == 2


def test_a_print_torn_by_a_bright_sky_is_one():
    page = np.full((400, 600, 3), 0.97, np.float32)
    page[60:340, 100:500] = scene(280, 400, 1) * 0.8
    page[150:170, 100:460] = 0.97

    [box] = find_prints(page)

    assert box.width == pytest.approx(400, abs=12)
    assert box.height == pytest.approx(280, abs=12)


def test_dust_and_a_hair_on_the_lid_are_no_prints():
    rng = np.random.default_rng(0)
    page = np.clip(0.95 + rng.normal(0, 0.01, (600, 400, 3)), 0, 1).astype(np.float32)
    page[100:500:7, 50] = 0.2
    page[300:303, 20:380] = 0.3
    page[50:60, 50:62] = 0.1

    assert find_prints(page) == ()


@pytest.mark.parametrize("shape", [(500, 400, 3), (1, 1, 3), (40, 3000, 3)])
def test_an_empty_page_has_no_prints(shape):
    assert find_prints(np.full(shape, 0.5, np.float32)) == ()


def test_the_page_stays_as_it_was():
    page, _ = make_page(pictures(0), np.random.default_rng(0), side=500)
    page.setflags(write=False)

    find_prints(page)
