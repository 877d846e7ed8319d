import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from photorestore.core.photo import Photo
from photorestore.gui.pixmaps import mask_picture, picture_of
from photorestore.gui.views.compare_view import CompareView


def plain(value, width=100, height=100):
    return picture_of(Photo(np.full((height, width, 3), value, np.float32)))


@pytest.fixture
def view(qtbot):
    made = CompareView()
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    made.show_pictures(plain(0.0), plain(1.0), mask_picture(np.ones((100, 100), bool)))
    return made


def grey_at(view, x, y=250):
    return view.grab().toImage().pixelColor(x, y).lightness()


def test_before_lies_left_of_the_line_and_after_right(view):
    view.move_split(0.25)

    assert [grey_at(view, x) for x in (120, 170, 290)] == [0, 255, 255]


def test_the_original_covers_all_while_it_is_asked_for(view):
    view.set_original(True)

    assert [grey_at(view, x) for x in (120, 290)] == [0, 0]


def test_without_the_line_the_result_covers_all(view):
    view.set_split(False)

    assert [grey_at(view, x) for x in (120, 290)] == [255, 255]


@pytest.mark.parametrize("x", [120, 290])
def test_damage_is_seen_on_black_and_on_white(view, x):
    plain_grey = grey_at(view, x)
    view.set_damage(True)

    assert view.grab().toImage().pixelColor(x, 250).hsvSaturation() > 60
    assert abs(grey_at(view, x) - plain_grey) > 60


def test_the_handle_can_be_dragged(view, qtbot):
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(view, QPoint(250, 200))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(250, 200))

    assert view.split_at == pytest.approx(0.75)


def test_the_handle_can_be_moved_by_keys(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    assert view.split_at == pytest.approx(0.5 + 0.02 - 0.1)


def test_the_wheel_zooms_at_the_cursor(view):
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    before = view.zoom
    turn = QWheelEvent(
        QPointF(210, 190),
        QPointF(210, 190),
        QPoint(),
        QPoint(0, 120),
        no_button,
        no_key,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(turn)

    assert view.zoom == pytest.approx(before * 1.25)


def test_a_result_of_another_size_fills_the_same_place(view):
    before = plain(0.0)
    view.show_pictures(before, None, None)
    view.zoom_to(1.0)
    view.show_pictures(before, plain(1.0, 200, 200), None)

    assert view.zoom == 0.5
    assert [grey_at(view, x, 170) for x in (155, 245)] == [0, 255]


class MovedView(CompareView):
    """On a screen of another ratio as soon as `ratio` says so."""

    ratio = 1.0

    def devicePixelRatioF(self):
        return self.ratio


def test_on_a_finer_screen_the_photograph_still_fills_the_view(qtbot):
    view = MovedView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.show_pictures(plain(0.0, 2000, 1000), None, None)
    before = view._picture_rect()
    view.ratio = 2.0
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))

    assert view._picture_rect() == before


def test_one_pixel_at_100_percent_is_one_pixel_of_the_screen(view):
    checks = np.indices((200, 300)).sum(0) % 2
    view.show_pictures(picture_of(Photo(np.repeat(checks[..., None], 3, 2).astype(np.float32))), None, None)
    view.zoom_to(1.0)
    row = [grey_at(view, x, 200) for x in range(200, 206)]

    assert row in ([0, 255] * 3, [255, 0] * 3)
