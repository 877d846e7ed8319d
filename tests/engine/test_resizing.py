"""Pieces of an enlarged picture are what enlarging the whole would give."""

import cv2
import numpy as np
import pytest

from photorestore.core.geometry import Box
from photorestore.engine import resizing
from photorestore.engine.resizing import resized_part, resized_parts

SMALL = np.random.default_rng(0).random((37, 53, 3), np.float32)


@pytest.mark.parametrize("how", [cv2.INTER_LINEAR, cv2.INTER_CUBIC])
@pytest.mark.parametrize("size", [(53 * 4, 37 * 4), (131, 90), (53, 38)])
def test_pieces_make_up_the_whole(monkeypatch, size, how):
    monkeypatch.setattr(resizing, "SIDE_PX", 50)
    whole = cv2.resize(SMALL, size, interpolation=how)
    made = np.full_like(whole, np.nan)

    for box, piece in resized_parts(SMALL, size, how):
        made[box.slices] = piece

    assert made == pytest.approx(whole, abs=2e-3)


def test_a_single_row_is_the_one_of_the_whole():
    whole = cv2.resize(SMALL, (200, 100), interpolation=cv2.INTER_CUBIC)

    assert resized_part(SMALL, (200, 100), Box(0, 73, 200, 74), cv2.INTER_CUBIC) == pytest.approx(
        whole[73:74], abs=2e-3
    )


def test_what_is_large_enough_is_left_or_averaged():
    ((_, same),) = resized_parts(SMALL, (53, 37))
    ((box, averaged),) = resized_parts(SMALL, (20, 30))

    assert np.array_equal(same, SMALL)
    assert box == Box(0, 0, 20, 30)
    assert np.array_equal(averaged, cv2.resize(SMALL, (20, 30), interpolation=cv2.INTER_AREA))


def test_a_panorama_is_no_trouble():
    wide = np.linspace(0, 1, 40_000, dtype=np.float32)[None].repeat(2, 0)

    pieces = {box.left: piece for box, piece in resized_parts(wide, (80_000, 4))}

    assert np.hstack([pieces[left] for left in sorted(pieces)])[0] == pytest.approx(np.linspace(0, 1, 80_000), abs=1e-4)


def test_rows_of_a_panorama_are_no_trouble_either():
    wide = np.linspace(0, 1, 3_000, dtype=np.float32)[None].repeat(2, 0)

    row = resized_part(wide, (40_000, 20), Box(0, 7, 40_000, 8))

    assert row == pytest.approx(cv2.resize(wide, (40_000, 20))[7:8], abs=1e-3)
