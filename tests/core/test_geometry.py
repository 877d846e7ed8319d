import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photorestore.core.geometry import Box, area_bands, plan_tiles

sides = st.integers(1, 60)


@given(width=sides, height=sides, side=st.integers(1, 20).map(lambda n: n * 2), context=st.integers(0, 5))
def test_targets_cover_every_pixel_once_and_lie_in_their_source(width, height, side, context):
    covered = np.zeros((height, width), int)

    for tile in plan_tiles(width, height, side, 2 * context, multiple=2):
        covered[tile.target.slices] += 1
        assert tile.target.clamp(width, height) == tile.target
        assert tile.source == tile.target.grow(2 * context).clamp(width, height)
        assert tile.target.left % 2 == tile.target.top % 2 == 0

    assert (covered == 1).all()


def test_a_side_off_the_grid_is_refused():
    with pytest.raises(ValueError, match="multiples of 4"):
        list(plan_tiles(10, 10, 6, 4, multiple=4))


def test_a_box_outside_the_picture_clamps_to_nothing():
    assert Box(20, 20, 30, 30).clamp(10, 10).area == 0
    assert Box(-5, -5, -1, 4).clamp(10, 10).area == 0


def test_box_arithmetic():
    box = Box(2, 3, 6, 8)

    assert (box.width, box.height, box.area) == (4, 5, 20)
    assert box.shift(1, -1) == Box(3, 2, 7, 7)
    assert box.grow(2).clamp(7, 7) == Box(0, 1, 7, 7)


@pytest.mark.parametrize(("height", "width"), [(1, 1), (7, 5_000_000), (3000, 1000)])
def test_bands_cover_each_row_once(height, width):
    rows = [row for band in area_bands(height, width) for row in range(band.start, band.stop)]

    assert rows == list(range(height))
