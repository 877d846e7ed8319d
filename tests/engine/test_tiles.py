import cv2
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.engine.lack_of_memory import is_out_of_memory
from photorestore.engine.tiles import Tiling, run_tiled

SMALL = Tiling(side=16, context=4, multiple=4)


def same(tile, progress):
    return tile


def blurred(tile, progress):
    return cv2.blur(tile, (7, 7))


@given(st.integers(1, 70), st.integers(1, 70), st.sampled_from([0, 4]))
def test_every_pixel_is_computed_once_at_its_place(width, height, border):
    pixels = np.random.default_rng(width).random((height, width, 2), np.float32)

    result = run_tiled(pixels, same, Tiling(side=16, context=4, border=border, multiple=4))

    assert np.array_equal(result, pixels)


def test_tiles_without_a_wanted_pixel_are_not_computed(rng):
    pixels, wanted, asked = rng.random((64, 64, 2), np.float32), np.zeros((64, 64), bool), []
    wanted[20, 40] = True
    result = run_tiled(pixels, lambda tile, progress: asked.append(tile) or tile, SMALL, wanted=wanted)

    assert len(asked) == 1
    assert np.array_equal(result[16:32, 32:48], pixels[16:32, 32:48])
    assert not np.delete(result, np.s_[32:48], axis=1).any()


def test_tiles_equal_the_whole(rng):
    pixels = rng.random((50, 67, 3), np.float32)

    tiled, whole = (run_tiled(pixels, blurred, Tiling(side, 4, 4, 4)) for side in (16, 80))

    assert np.abs(tiled - whole).max() < 1e-6


def test_too_little_context_shows(rng):
    pixels = rng.random((50, 67, 3), np.float32)

    tiled, whole = (run_tiled(pixels, blurred, Tiling(side, 0, 0, 4)) for side in (16, 80))

    assert np.abs(tiled - whole).max() > 0.01


@pytest.mark.parametrize("size", [(1, 1), (1, 50), (33, 2), (16, 16)])
def test_tiles_have_the_sides_that_were_asked_for(size):
    shapes = []

    run_tiled(np.ones((*size, 1), np.float32), lambda t, p: shapes.append(t.shape) or t, SMALL)

    assert all(side % 4 == 0 for shape in shapes for side in shape[:2])


def test_a_scale_and_other_channels_come_out(rng):
    pixels = rng.random((21, 40, 3), np.float32)

    result = run_tiled(
        pixels, lambda t, p: t[..., :1].repeat(2, 0).repeat(2, 1), Tiling(side=16, context=4, multiple=4, scale=2)
    )

    assert result.dtype == np.float32
    assert np.array_equal(result[::2, ::2, 0], pixels[..., 0])


@pytest.mark.parametrize(
    "error", [torch.OutOfMemoryError(), MemoryError(), RuntimeError("DefaultCPUAllocator: can't allocate memory: 9")]
)
def test_out_of_memory_means_smaller_tiles(rng, error):
    pixels = rng.random((100, 130, 1), np.float32)
    sides = []

    def hungry(tile, progress):
        sides.append(max(tile.shape))
        if max(tile.shape) > 48:
            raise error
        return tile

    assert np.array_equal(run_tiled(pixels, hungry, Tiling(side=64, context=4, multiple=4)), pixels)
    assert max(sides) > 48 > sides[-1]


def test_no_memory_at_all_is_said_in_words():
    def starving(tile, progress):
        raise MemoryError

    with pytest.raises(UserError, match="smallest tiles"):
        run_tiled(np.ones((40, 40, 1), np.float32), starving, SMALL)


def test_other_errors_are_not_taken_for_lack_of_memory():
    assert not is_out_of_memory(RuntimeError("out of luck"))
    with pytest.raises(RuntimeError, match="a bug"):
        run_tiled(np.ones((9, 9, 1), np.float32), lambda t, p: (_ for _ in ()).throw(RuntimeError("a bug")), SMALL)


def test_cancel_stops_before_the_next_tile():
    calls = []

    with pytest.raises(Cancelled):
        run_tiled(
            np.ones((64, 64, 1), np.float32),
            lambda t, p: calls.append(1) or t,
            SMALL,
            Progress(is_cancelled=lambda: len(calls) == 2),
        )

    assert len(calls) == 2


def test_progress_rises_to_the_whole():
    shares = []

    run_tiled(np.ones((40, 64, 1), np.float32), same, SMALL, Progress(lambda share, text: shares.append(share)))

    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(set(shares))


def test_the_side_follows_the_memory():
    tiling = Tiling(side=512, context=32, multiple=32, bytes_per_px=1000)

    assert tiling.within(1 << 30).side == 512
    assert tiling.within(100_000_000).side == 224


@pytest.mark.parametrize(("side", "multiple", "least"), [(576, 1, 64), (512, 48, 96), (32, 1, 32)])
def test_however_little_memory_tiles_are_not_planned_to_be_all_context(side, multiple, least):
    assert Tiling(side // multiple * multiple, 96, 0, multiple).within(1).side == least


def test_tilings_off_the_grid_are_refused():
    with pytest.raises(ValueError, match="context of tiles must be a multiple of 4"):
        Tiling(side=16, context=6, multiple=4)
