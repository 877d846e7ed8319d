"""All methods side by side, looked at with the mouse and by keys; a click takes one."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from photorestore.core.errors import UserError
from photorestore.gui.state.methods_trial import method_names
from photorestore.gui.views.methods_dialog import MethodsDialog
from photorestore.host.results import ComparedMethod

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def comparing(client):
    """The client compares: every method inverts, but for those in `refused`."""
    client.refused = {}

    def compare(photo, methods, settings=None, clean=None, progress=None, whole=None):
        client._do(f"compare {methods[0]}", progress)
        if methods[0] in client.refused:
            raise UserError(client.refused[methods[0]])
        figures = (1.2, 3.0, 2.0, 0.5)
        return [
            ComparedMethod("input", "As it is", photo.pixels, *figures, sigma=0.05),
            ComparedMethod(methods[0], "", 1 - photo.pixels, *figures, sigma=0.05),
        ]

    client.compare = compare
    return client


@pytest.fixture
def dialog(opened, comparing, qtbot):
    opened.window.actions_["methods"].trigger()
    made = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MethodsDialog))
    yield made
    comparing.holds.clear()
    for left in opened.window.findChildren(MethodsDialog):
        left.close()


def wait_for_all(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog._trial.is_running)


def test_every_method_gets_its_cell_with_its_time_and_what_it_left(dialog, qtbot):
    wait_for_all(dialog, qtbot)

    assert list(dialog.cells) == list(method_names())
    assert {cell.words for cell in dialog.cells.values()} == {"1.2 s, leaves noise of 2.0"}
    assert dialog.noise.text() == "Noise of 12.8, in steps of 255"


def test_a_click_takes_the_method_into_the_recipe(dialog, opened, qtbot):
    wait_for_all(dialog, qtbot)
    QTest.mouseClick(dialog.cells["l0tv"], LEFT)
    denoise = opened.session.current.wanted.denoise

    assert (denoise.enabled, denoise.method, denoise.strength) == (True, "l0tv", 1.0)
    assert not dialog.isVisible()
    assert "Impulses (l0TV)" in opened.window.messages.words


def test_return_takes_the_method_that_has_the_focus(dialog, opened, qtbot):
    wait_for_all(dialog, qtbot)
    QTest.keyClick(dialog.cells["median"], Qt.Key.Key_Return)

    assert opened.session.current.wanted.denoise.method == "median"


def test_a_method_that_fails_says_so_in_its_cell_and_cannot_be_taken(opened, comparing, qtbot):
    comparing.refused = {"noise2noise": "The weights are not installed."}
    opened.window.actions_["methods"].trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MethodsDialog))
    wait_for_all(dialog, qtbot)
    cell = dialog.cells["noise2noise"]
    QTest.mouseClick(cell, LEFT)

    assert cell.words == "The weights are not installed."
    assert "not installed" in cell.accessibleName()
    assert dialog.isVisible()
    assert dialog.cells["l0tv"].can_take
    dialog.close()


def test_dragging_moves_all_cells_and_takes_nothing(dialog, qtbot):
    wait_for_all(dialog, qtbot)
    view, cell = dialog._view.viewport, dialog.cells["nlm"]
    view.zoom_to(8)
    before = view.centre
    QTest.mousePress(cell, LEFT, NONE, QPoint(80, 60))
    QTest.mouseMove(cell, QPoint(50, 60))
    QTest.mouseRelease(cell, LEFT, NONE, QPoint(50, 60))

    assert view.centre[0] > before[0]
    assert dialog.isVisible()


def test_the_wheel_zooms_all_cells(dialog, qtbot):
    cell, before = dialog.cells["nlm"], dialog._view.viewport.zoom
    at = QPointF(60, 60)
    turned = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(cell, turned)

    assert dialog._view.viewport.zoom > before


def test_the_original_is_shown_while_the_key_is_held(dialog, qtbot):
    QTest.keyPress(dialog, Qt.Key.Key_Backslash)
    held = dialog._view.shows_original
    QTest.keyRelease(dialog, Qt.Key.Key_Backslash)

    assert (held, dialog._view.shows_original) == (True, False)


def test_another_patch_is_drawn_with_the_mouse_and_moved_by_keys(dialog, qtbot):
    wait_for_all(dialog, qtbot)
    picker, first = dialog.picker, dialog._trial.box
    a, b = (picker.on_screen((first.left, first.top)).toPoint() + QPoint(side, side) for side in (5, 70))
    QTest.mousePress(picker, LEFT, NONE, a)
    QTest.mouseMove(picker, b)
    QTest.mouseRelease(picker, LEFT, NONE, b)
    drawn = dialog._trial.box
    QTest.keyClick(picker, Qt.Key.Key_Right)

    assert drawn != first
    assert dialog._trial.box.left > drawn.left


def test_closing_stops_the_engine(dialog, comparing, qtbot, opened):
    wait_for_all(dialog, qtbot)
    comparing.holds.set()
    dialog._begin(dialog._trial.box)
    qtbot.waitUntil(lambda: comparing.asked[-1] == "compare nlm" and comparing.asked.count("compare nlm") == 2)
    heard = []
    opened.host.cancelled.connect(heard.append)
    dialog.close()
    qtbot.waitUntil(lambda: len(heard) == 1)

    assert comparing.asked.count("compare denoiser") == 1
