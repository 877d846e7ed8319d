import numpy as np
import pytest

from photorestore.core.prints import Print
from photorestore.gui.state.print_boxes import LEAST_PX, PrintBoxes, along_sides, resized

BOX = Print(100, 80, 60, 40, 10)


@pytest.fixture
def boxes():
    made = PrintBoxes(400, 300)
    made.propose([BOX, Print(300, 200, 50, 50)])
    return made


def test_the_opposite_corner_stays_while_one_is_drawn(boxes):
    for at, corner in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1))):
        larger = resized(BOX, corner, 20, 12)

        assert larger.corners[(at + 2) % 4] == pytest.approx(BOX.corners[(at + 2) % 4], abs=1e-3)
        assert (larger.width, larger.height) == (80, 52)


def test_a_way_is_measured_along_the_sides_of_a_turned_box():
    across, down = along_sides(BOX, *(BOX.corners[1] - BOX.corners[0]))

    assert (across, down) == pytest.approx((60, 0), abs=1e-3)


def test_a_box_never_vanishes_nor_leaves_the_scan(boxes):
    boxes.grow(-500, -500)
    boxes.move(-900, 5000)

    assert (boxes.box.width, boxes.box.height) == (LEAST_PX, LEAST_PX)
    assert (boxes.box.x, boxes.box.y) == (0, 300)


def test_every_change_is_undone_and_a_gesture_is_one(boxes):
    boxes.begin()
    for _ in range(5):
        boxes.move(1, 0)
    boxes.end()
    boxes.turn(2)
    boxes.undo()
    assert boxes.box.angle == 10
    boxes.undo()
    assert boxes.box == BOX
    boxes.redo()

    assert boxes.box.x == 105


def test_the_smallest_box_under_the_point_is_meant_and_none_beside_them(boxes):
    boxes.add(Print(300, 200, 200, 150))
    boxes.choose(None)

    assert boxes.at((300, 200)) == 1
    assert boxes.at((10, 290)) is None


def test_what_a_hand_drew_before_the_proposal_came_stays():
    boxes = PrintBoxes(400, 300)
    boxes.add_in_middle((200, 150))
    boxes.propose([BOX])

    assert len(boxes.boxes) == 2
    assert np.isclose(boxes.boxes[0].width, 400 / 3)


def test_the_next_is_chosen_after_one_is_deleted(boxes):
    boxes.remove()
    assert (len(boxes.boxes), boxes.current) == (1, 0)
    boxes.remove()
    assert boxes.current is None
    boxes.undo()

    assert len(boxes.boxes) == 1
