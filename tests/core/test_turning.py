import cv2
import numpy as np
import pytest

from photorestore.core.geometry import Box
from photorestore.core.mask_layers import MaskLayers
from photorestore.core.stroke_turning import turned_stroke
from photorestore.core.strokes import Action, Dab, Everything, Kind, Path, Polygon, Stamp, Stroke, to_bytes
from photorestore.core.turning import turned_box, turned_plane, turned_size

WIDTH, HEIGHT = 40, 30
STROKES = (
    Stroke(Kind.BRUSH, Action.ADD, Path((Dab.at(5.3, 7, 3), Dab.at(30.7, 12.2, 2)))),
    Stroke(Kind.LASSO, Action.ADD, Polygon(((3, 20), (20, 20), (20, 28)))),
    Stroke(Kind.DEFECT, Action.ERASE, Stamp.of(np.tri(6, 9, dtype=bool), 4, 5)),
    Stroke(Kind.INVERT, Action.REPLACE, Everything()),
)


def painted(width, height, *strokes):
    layers = MaskLayers(width, height)
    for stroke in strokes:
        layers.paint(stroke)
    return layers.flags.copy()


def test_one_turn_is_clockwise():
    assert turned_plane(np.array([[1, 2, 3], [4, 5, 6]]), 1).tolist() == [[4, 1], [5, 2], [6, 3]]


@pytest.mark.parametrize("turns", range(-4, 5))
def test_a_box_covers_the_same_pixels_of_the_turned_picture(turns):
    plane = np.arange(WIDTH * HEIGHT).reshape(HEIGHT, WIDTH)
    box = Box(3, 5, 20, 11)

    turned = turned_plane(plane, turns)

    assert turned.shape[::-1] == turned_size(WIDTH, HEIGHT, turns)
    assert (turned[turned_box(box, WIDTH, HEIGHT, turns).slices] == turned_plane(plane[box.slices], turns)).all()


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("stroke", STROKES, ids=lambda stroke: stroke.kind.value)
def test_a_stroke_covers_the_same_place_of_the_turned_picture(stroke, turns):
    """But for its outline, which OpenCV does not draw the same in all four directions."""
    wanted = turned_plane(painted(WIDTH, HEIGHT, stroke), turns)

    after = painted(*turned_size(WIDTH, HEIGHT, turns), turned_stroke(stroke, WIDTH, HEIGHT, turns))

    around = np.ones((3, 3), np.uint8)
    assert wanted.any()
    assert (cv2.erode(wanted, around) <= after).all()
    assert (after <= cv2.dilate(wanted, around)).all()


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_stamp_covers_exactly_the_same_pixels(turns):
    wanted = turned_plane(painted(WIDTH, HEIGHT, STROKES[2]), turns)

    after = painted(*turned_size(WIDTH, HEIGHT, turns), turned_stroke(STROKES[2], WIDTH, HEIGHT, turns))

    assert (after == wanted).all()


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("stroke", STROKES, ids=lambda stroke: stroke.kind.value)
def test_turning_back_gives_the_same_stroke(stroke, turns):
    there = turned_stroke(stroke, WIDTH, HEIGHT, turns)

    assert to_bytes(turned_stroke(there, *turned_size(WIDTH, HEIGHT, turns), -turns)) == to_bytes(stroke)
