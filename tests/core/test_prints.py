import cv2
import numpy as np
import pytest
from helpers import scene
from hypothesis import given, settings
from hypothesis import strategies as st

from photorestore.core.prints import Print, cut_print


def lay(picture, box, height=300, width=400):
    page = np.ones((height, width, 3), np.float32)
    source = np.array([[0, 0], [picture.shape[1], 0], [picture.shape[1], picture.shape[0]]], np.float32) - 0.5
    matrix = cv2.getAffineTransform(source, box.corners[:3] - 0.5)
    inside = cv2.warpAffine(np.ones(picture.shape[:2], np.float32), matrix, (width, height))[..., None]
    return page * (1 - inside) + inside * cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_CUBIC)


@pytest.mark.parametrize("angle", [-9.0, 0.4, 7.0, 30.0])
def test_a_turned_print_comes_out_straight(angle):
    picture = cv2.GaussianBlur(scene(120, 160), (0, 0), 2)
    page = lay(picture, Print(200, 150, 160, 120, angle))

    cut = cut_print(page, Print(200, 150, 160, 120, angle))

    assert cut.shape == picture.shape
    assert np.abs(cut - picture)[4:-4, 4:-4].max() < 0.02


def test_a_print_that_lies_straight_is_cut_without_a_change():
    page = scene(100, 120)

    cut = cut_print(page, Print(50, 40, 60, 30))

    assert np.array_equal(cut, page[25:55, 20:80])
    assert not np.shares_memory(cut, page)


@pytest.mark.parametrize("angle", [0.0, 10.0])
def test_where_a_box_leaves_the_scan_its_edge_goes_on(angle):
    page = np.full((40, 50, 3), 0.25, np.float32)

    cut = cut_print(page, Print(0, 0, 60, 60, angle))

    assert cut.shape == (60, 60, 3)
    assert np.allclose(cut, 0.25, atol=1e-6)


def test_a_box_far_outside_the_scan_does_no_harm():
    assert cut_print(np.zeros((9, 9, 3), np.float32), Print(500, 500, 20, 10, 45)).shape == (10, 20, 3)


@settings(deadline=None)
@given(angle=st.floats(-720, 720), width=st.floats(1, 500), height=st.floats(1, 500))
def test_upright_is_the_same_rectangle(angle, width, height):
    box = Print(10, 20, width, height, angle)

    turned = box.upright()

    assert -45 <= turned.angle <= 45
    assert np.allclose(sorted(map(tuple, box.corners)), sorted(map(tuple, turned.corners)), atol=0.05) or (
        box.overlap(turned) > 0.99
    )


def test_overlap_is_the_share_of_the_area_in_common():
    box = Print(100_000, 100_000, 40, 20, 15)

    assert box.overlap(box) == pytest.approx(1, abs=1e-3)
    assert Print(0, 0, 10, 10).overlap(Print(5, 0, 10, 10)) == pytest.approx(1 / 3, abs=1e-3)
    assert Print(0, 0, 10, 10).overlap(Print(50, 0, 10, 10)) == 0


def test_a_scaled_box_has_scaled_corners():
    box = Print(30, 20, 12, 8, 5)

    assert np.allclose(box.scaled(3).corners, box.corners * 3, atol=1e-3)


@pytest.mark.parametrize("values", [(0, 0, 0, 5), (0, 0, 5, -1), (float("nan"), 0, 5, 5), (0, 0, 5, 5, float("inf"))])
def test_no_box_without_size_or_place(values):
    with pytest.raises(ValueError, match="print"):
        Print(*values)
