import numpy as np
import pytest

from photorestore.core.scratch_path import follow_scratch
from photorestore.core.strokes import Dab

HEIGHT, WIDTH = 300, 700


def bent_line(x):
    return 150 + 18 * np.sin(x / 90)


@pytest.fixture
def grey(rng):
    plane = rng.normal(120, 6, (HEIGHT, WIDTH))
    x = np.arange(WIDTH)
    for offset in (-1, 0, 1):
        plane[np.rint(bent_line(x)).astype(int) + offset, x] = 190
    return np.clip(plane, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("with_map", [False, True])
def test_a_bent_scratch_is_followed(grey, with_map):
    ends = (Dab.at(30, bent_line(30), 20), Dab.at(650, bent_line(650), 20))
    chances = (lambda box: np.where(grey > 170, 240, 0).astype(np.uint8)[box.slices]) if with_map else None
    dabs = follow_scratch(lambda box: grey[box.slices], chances, *ends, WIDTH, HEIGHT)

    off = [abs(dab.y - 0.5 - bent_line(dab.x - 0.5)) for dab in dabs]
    assert np.percentile(off, 90) < 2.5
    assert len(dabs) > 6
    assert 1.5 < dabs[0].radius < 5


def test_the_path_begins_and_ends_where_it_was_asked_to(grey):
    dabs = follow_scratch(lambda box: grey[box.slices], None, Dab.at(620, 170, 5), Dab.at(40, 120, 5), WIDTH, HEIGHT)

    assert dabs[0][:2] == pytest.approx((620, 170), abs=0.1)
    assert dabs[-1][:2] == pytest.approx((40, 120), abs=0.1)


def test_where_nothing_is_seen_the_path_is_straight():
    plain = np.full((HEIGHT, WIDTH), 100, np.uint8)
    dabs = follow_scratch(lambda box: plain[box.slices], None, Dab.at(10, 10, 3), Dab.at(600, 250, 3), WIDTH, HEIGHT)

    assert len(dabs) == 2


def test_ends_at_the_border_are_no_trouble(grey):
    dabs = follow_scratch(lambda box: grey[box.slices], None, Dab.at(0, 0, 3), Dab.at(WIDTH, HEIGHT, 3), WIDTH, HEIGHT)

    assert dabs[-1][:2] == pytest.approx((WIDTH, HEIGHT), abs=0.1)
