import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QPointingDevice, QTabletEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox, QWidget

from photorestore.core.chances import ChanceMap
from photorestore.core.defects import find_defects
from photorestore.core.strokes import Action, Kind
from photorestore.gui.pixmaps import part_of, picture_of_samples
from photorestore.gui.settings import Settings
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.painting import Brush, Pattern, Tool
from photorestore.gui.state.session import Session
from photorestore.gui.state.tool_box import ToolBox
from photorestore.gui.state.undoing import Undoing
from photorestore.gui.theme import Theme
from photorestore.gui.views.restore_bench import RestoreBench

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE, SHIFT, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
SIZE = 200


@pytest.fixture
def editor(qapp):
    made = MaskEditor()
    made.spots_wanted.connect(lambda job, chances, s: made.on_spots(job, find_defects(chances.plane, s)))
    return made


def undoing(editor):
    return Undoing(Session(lambda ids: ()), editor)


@pytest.fixture
def bench(qtbot, editor, tmp_path):
    made = RestoreBench(editor, undoing(editor), ToolBox(), Theme(Settings(tmp_path / "settings.json")))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    samples = np.full((SIZE, SIZE, 3), 128, np.uint8)
    picture = picture_of_samples(samples)
    editor.open(SIZE, SIZE, look=lambda box: part_of(picture, box))
    made.canvas.show_pictures(picture)
    made.canvas.zoom_to(2.0)
    made.canvas.setFocus()
    qtbot.waitUntil(made.canvas.hasFocus)
    return made


@pytest.fixture
def canvas(bench):
    bench.canvas._tools.set_brush(Brush(6, feels_pressure=False))
    return bench.canvas


def at(canvas, x, y):
    return canvas.on_screen((x, y)).toPoint()


def drag(canvas, *points, button=LEFT, keys=NONE):
    QTest.mousePress(canvas, button, keys, at(canvas, *points[0]))
    for point in points[1:]:
        QTest.mouseMove(canvas, at(canvas, *point))
    QTest.mouseRelease(canvas, button, keys, at(canvas, *points[-1]))


def detect(editor, qtbot):
    damage = np.zeros((SIZE, SIZE), np.float32)
    damage[20:180, 50:53] = damage[150, 100:190] = 0.999
    with qtbot.waitSignal(editor.settled):
        editor.set_chances(ChanceMap.of(damage))


def colour_at(canvas, x, y):
    QApplication.processEvents()
    return canvas.grab().toImage().pixelColor(at(canvas, x, y))


def test_the_left_button_paints_where_it_is_dragged(canvas, editor):
    drag(canvas, (40, 100), (100, 100), (100, 160))
    mask = editor.mask()

    assert mask[100, 40:100].all()
    assert mask[100:160, 100].all()
    assert not mask[120, 60]
    assert len(editor.journal.strokes) == 1


@pytest.mark.parametrize(("button", "keys"), [(RIGHT, NONE), (LEFT, ALT)])
def test_the_right_button_and_alt_erase(canvas, editor, button, keys):
    drag(canvas, (40, 100), (100, 100))
    drag(canvas, (70, 80), (70, 120), button=button, keys=keys)

    assert editor.mask()[100, 50]
    assert not editor.mask()[100, 70]


def test_what_is_painted_is_seen_at_once(canvas, editor):
    before = colour_at(canvas, 70, 100)
    drag(canvas, (40, 100), (100, 100))
    QTest.mouseMove(canvas, at(canvas, 150, 30))

    assert colour_at(canvas, 70, 100).red() > before.red() + 40
    assert colour_at(canvas, 70, 60) == before


def test_a_shift_click_joins_with_the_last_point(canvas, editor):
    QTest.mouseClick(canvas, LEFT, NONE, at(canvas, 20, 20))
    QTest.mouseClick(canvas, LEFT, SHIFT, at(canvas, 150, 20))
    QTest.mouseClick(canvas, LEFT, SHIFT, at(canvas, 150, 150))

    assert editor.mask()[20, 20:150].all()
    assert editor.mask()[20:150, 150].all()
    assert [stroke.kind for stroke in editor.journal.strokes] == [Kind.BRUSH, Kind.LINE, Kind.LINE]


def test_the_middle_button_and_space_move_the_photograph(canvas, editor, qtbot):
    canvas.zoom_to(8.0)
    before = canvas.on_screen((100, 100))
    drag(canvas, (100, 100), (105, 100), button=MIDDLE)
    middle = canvas.on_screen((100, 100))
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, (100, 100), (105, 100))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)

    assert middle.x() > before.x() + 20
    assert canvas.on_screen((100, 100)).x() > middle.x() + 20
    assert not editor.can_undo


def test_a_lasso_takes_its_inside(canvas, editor, qtbot):
    qtbot.keyClick(canvas, Qt.Key.Key_L)
    drag(canvas, (50, 50), (150, 50), (150, 150), (50, 150), (50, 60))

    assert editor.mask()[60:140, 60:140].all()
    assert not editor.mask()[100, 30]
    assert editor.journal.strokes[-1].kind is Kind.LASSO


def test_a_search_takes_the_damage_inside_its_line(canvas, editor, qtbot):
    detect(editor, qtbot)
    qtbot.keyClick(canvas, Qt.Key.Key_D, SHIFT)
    drag(canvas, (40, 60), (70, 60), (70, 100), (40, 100), (40, 62))
    taken = np.argwhere(editor.edits.added)

    assert editor.journal.strokes[-1].kind is Kind.SEARCH
    assert 59 <= taken[:, 0].min() <= taken[:, 0].max() <= 100
    assert 48 <= taken[:, 1].min() <= taken[:, 1].max() <= 54


@pytest.mark.parametrize("is_pulled", [True, False])
def test_a_scratch_is_pulled_or_clicked_end_by_end(canvas, editor, qtbot, is_pulled):
    qtbot.keyClick(canvas, Qt.Key.Key_K)
    if is_pulled:
        drag(canvas, (20, 80), (100, 80), (180, 80))
    else:
        QTest.mouseClick(canvas, LEFT, NONE, at(canvas, 20, 80))
        assert not editor.can_undo
        QTest.mouseMove(canvas, at(canvas, 100, 80))
        QTest.mouseClick(canvas, LEFT, NONE, at(canvas, 180, 80))

    assert editor.mask()[80, 22:178].all()
    assert [stroke.kind for stroke in editor.journal.strokes] == [Kind.SCRATCH]


def test_a_click_takes_a_found_defect_off_and_back(canvas, editor, qtbot):
    detect(editor, qtbot)
    qtbot.keyClick(canvas, Qt.Key.Key_S)
    QTest.mouseClick(canvas, LEFT, NONE, at(canvas, 51.5, 100))
    assert not editor.mask()[20:180, 50:53].any()
    assert editor.mask()[150, 120]

    QTest.mouseClick(canvas, LEFT, NONE, at(canvas, 51.5, 100))
    assert editor.mask()[20:180, 50:53].all()


def test_escape_leaves_a_stroke_undone(canvas, editor, qtbot):
    QTest.mousePress(canvas, LEFT, NONE, at(canvas, 50, 50))
    QTest.mouseMove(canvas, at(canvas, 90, 50))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 90, 50))

    assert not editor.mask().any()
    assert not editor.can_undo


@pytest.mark.parametrize("paint", [Qt.Key.Key_Insert, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_alone_can_paint_and_erase(canvas, editor, qtbot, paint):
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    x, y = (int(value) for value in canvas._keys.point)
    qtbot.keyClick(canvas, paint)
    assert editor.mask()[y, x]

    qtbot.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    assert canvas._keys.point == (x + 0.5, y + 10.5)
    qtbot.keyClick(canvas, Qt.Key.Key_Up, SHIFT)
    qtbot.keyClick(canvas, paint, SHIFT)
    assert not editor.mask()[y, x]


@pytest.mark.parametrize(
    ("key", "keys", "larger"),
    [
        (Qt.Key.Key_BracketRight, NONE, True),
        (Qt.Key.Key_Period, NONE, True),
        (Qt.Key.Key_BracketLeft, NONE, False),
        (Qt.Key.Key_Comma, NONE, False),
    ],
)
def test_keys_change_the_size_of_the_brush(canvas, qtbot, key, keys, larger):
    qtbot.keyClick(canvas, key, keys)

    assert (canvas._tools.brush.radius_px > 6) is larger


def test_alt_and_the_right_button_change_size_and_softness(canvas, editor):
    drag(canvas, (100, 100), (120, 80), button=RIGHT, keys=ALT)

    assert canvas._tools.brush.radius_px == pytest.approx(26, abs=1)
    assert canvas._tools.brush.softness == pytest.approx(0.2, abs=0.02)
    assert not editor.can_undo


def test_the_wheel_zooms_and_with_alt_changes_the_size(canvas):
    def turn(keys):
        place = QPointF(at(canvas, 100, 100))
        phase = Qt.ScrollPhase.NoScrollPhase
        return QWheelEvent(place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, keys, phase, False)

    canvas.wheelEvent(turn(NONE))
    assert canvas.zoom == pytest.approx(2.5)
    canvas.wheelEvent(turn(ALT))
    assert canvas.zoom == pytest.approx(2.5)
    assert canvas._tools.brush.radius_px == pytest.approx(6.6)


def test_a_tap_switches_and_holding_shows_for_the_moment(canvas, qtbot):
    qtbot.keyClick(canvas, Qt.Key.Key_H)
    assert canvas.hides_marks
    qtbot.keyClick(canvas, Qt.Key.Key_H)
    qtbot.keyPress(canvas, Qt.Key.Key_Backslash)
    assert canvas.shows_original
    time.sleep(0.35)
    qtbot.keyRelease(canvas, Qt.Key.Key_Backslash)

    assert not canvas.shows_original
    assert not canvas.hides_marks


def test_a_held_key_is_let_go_when_another_part_or_window_has_the_keys(bench, canvas, qtbot):
    qtbot.keyPress(canvas, Qt.Key.Key_Backslash)
    bench.tools.size_slider.setFocus()
    assert not canvas.shows_original
    canvas.press_held_key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backslash, NONE))
    assert canvas.shows_original
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()

    qtbot.waitUntil(lambda: not canvas.shows_original)


def test_hidden_marks_show_the_bare_photograph(canvas, editor, qtbot):
    bare = colour_at(canvas, 70, 100)
    drag(canvas, (40, 100), (100, 100))
    qtbot.keyClick(canvas, Qt.Key.Key_H)

    assert colour_at(canvas, 70, 100) == bare


def test_the_result_is_shown_and_the_original_on_request(canvas, qtbot):
    canvas.show_pictures(canvas.pictures[0], picture_of_samples(np.full((2 * SIZE, 2 * SIZE, 3), 250, np.uint8)))
    after = colour_at(canvas, 60, 60).lightness()
    qtbot.keyPress(canvas, Qt.Key.Key_Space, SHIFT)

    assert after == 250
    assert colour_at(canvas, 60, 60).lightness() == 128


@pytest.mark.parametrize("pattern", list(Pattern))
def test_every_pattern_shows_the_mask(canvas, pattern):
    canvas._tools.set_pattern(pattern)
    drag(canvas, (40, 100), (160, 100))
    QTest.mouseMove(canvas, at(canvas, 20, 20))
    image = canvas.grab().toImage()
    column = at(canvas, 140, 100)
    saturations = [image.pixelColor(column.x(), column.y() + dy).hsvSaturation() for dy in range(-20, 21)]

    assert max(saturations) > 60
    assert (min(saturations[12:29]) > 0) is (pattern is not Pattern.OUTLINE)


def test_the_mask_alone_is_black_and_white(canvas, qtbot):
    drag(canvas, (40, 100), (160, 100))
    qtbot.keyClick(canvas, Qt.Key.Key_A)

    assert [colour_at(canvas, 100, y).lightness() for y in (100, 60)] == [255, 0]


class PaintWatcher(QObject):
    def __init__(self, watched):
        super().__init__()
        self.drawn = []
        watched.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.drawn.append(event.rect())
        return False


def test_only_the_part_that_changed_is_drawn_again(canvas, editor, qtbot):
    qtbot.waitUntil(lambda: not canvas._hud.isActive())
    QApplication.processEvents()
    watcher = PaintWatcher(canvas)
    editor.draw_lasso(Action.ADD, ((50, 50), (60, 50), (60, 60)))
    qtbot.waitUntil(lambda: bool(watcher.drawn))

    assert all(rect.width() < 60 and rect.height() < 60 for rect in watcher.drawn)


def stroke_of_pen(canvas, *points, kind=QPointingDevice.PointerType.Pen, button=LEFT):
    """Each of the points in the picture with its pressure."""
    pen = QPointingDevice("pen", 1, QInputDevice.DeviceType.Stylus, kind, QInputDevice.Capability.Pressure, 1, 3)
    steps = [(QEvent.Type.TabletPress, points[0])]
    steps += [(QEvent.Type.TabletMove, point) for point in points[1:]]
    places = [(type_, canvas.on_screen(point[:2]), point[2]) for type_, point in steps]
    for type_, place, pressure in (*places, (QEvent.Type.TabletRelease, *places[-1][1:])):
        event = QTabletEvent(type_, pen, place, place, pressure, 0, 0, 0, 0, 0, NONE, button, button)
        QApplication.sendEvent(canvas, event)
        assert event.isAccepted()


@pytest.mark.parametrize(
    ("kind", "is_added"), [(QPointingDevice.PointerType.Pen, True), (QPointingDevice.PointerType.Eraser, False)]
)
def test_a_pen_paints_by_its_pressure_and_its_other_end_erases(canvas, editor, kind, is_added):
    canvas._tools.set_brush(Brush(20, feels_pressure=True))
    stroke_of_pen(canvas, (60, 100, 0.1), (140, 100, 1.0), kind=kind)

    edits = editor.edits
    plane = edits.added if is_added else edits.erased
    assert (edits.erased if is_added else edits.added) is None
    assert plane[:, 140].sum() > 2 * plane[:, 60].sum() > 0


def test_a_pen_moves_the_line_between_before_and_after(canvas, editor):
    canvas.show_pictures(canvas.pictures[0], picture_of_samples(np.full((SIZE, SIZE, 3), 250, np.uint8)))
    canvas.set_split(True)
    stroke_of_pen(canvas, (100, 100, 0.5), (150, 100, 0.5))

    assert canvas._pictures.split_at == pytest.approx(0.75, abs=0.01)
    assert not editor.can_undo


@pytest.mark.parametrize(("button", "holds_space"), [(LEFT, True), (MIDDLE, False)])
def test_a_pen_moves_the_photograph_as_the_mouse_does(canvas, editor, qtbot, button, holds_space):
    canvas.zoom_to(8.0)
    before = canvas.on_screen((100, 100))
    if holds_space:
        qtbot.keyPress(canvas, Qt.Key.Key_Space)
    stroke_of_pen(canvas, (100, 100, 0.5), (105, 100, 0.5), button=button)

    assert canvas.on_screen((100, 100)).x() > before.x() + 20
    assert not editor.can_undo


def test_a_pen_brings_the_keys_to_the_canvas(bench, canvas):
    bench.tools.size_slider.setFocus()
    stroke_of_pen(canvas, (100, 100, 0.5))

    assert canvas.hasFocus()


def test_defects_are_walked_and_decided_by_keys(canvas, editor, qtbot):
    detect(editor, qtbot)
    canvas.zoom_to(8.0)
    qtbot.keyClick(canvas, Qt.Key.Key_N)
    qtbot.keyClick(canvas, Qt.Key.Key_N)
    second = editor.defects.current
    where = canvas.on_screen(second.seed)

    assert canvas.rect().contains(where.toPoint()) or second.box.width * canvas.zoom > canvas.width()
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert not editor.mask()[second.seed[1], second.seed[0]]
    qtbot.keyClick(canvas, Qt.Key.Key_N, SHIFT)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert editor.edits.added is not None


def test_enter_paints_while_the_brush_of_the_keys_is_shown_and_else_keeps_the_defect(canvas, editor, qtbot):
    detect(editor, qtbot)
    qtbot.keyClick(canvas, Qt.Key.Key_N)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert editor.journal.strokes[-1].kind is Kind.BRUSH
    qtbot.keyClick(canvas, Qt.Key.Key_N)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)

    assert editor.journal.strokes[-1].kind is Kind.DEFECT


def test_the_list_and_the_canvas_show_the_same_defect(bench, editor, qtbot):
    detect(editor, qtbot)
    view = bench.defects._list
    editor.defects.step(1)
    assert view.currentIndex().row() == 0

    view.setCurrentIndex(view.model().index(1, 0))
    assert editor.defects.current is editor.defects.all[1]
    bench.mask_actions["drop"].trigger()
    assert "dropped" in view.model().data(view.model().index(1, 0))


def test_undo_and_redo_have_their_keys(canvas, editor, qtbot):
    drag(canvas, (40, 100), (100, 100))
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not editor.mask().any()

    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert editor.mask().any()


def test_letters_do_nothing_while_another_part_has_the_focus(bench, canvas, qtbot):
    bench.tools.size_slider.setFocus()
    qtbot.keyClick(bench.tools.size_slider, Qt.Key.Key_E)

    assert canvas._tools.tool is Tool.BRUSH


def test_keys_given_elsewhere_are_not_taken(qtbot, editor, tmp_path):
    theme = Theme(Settings(tmp_path / "settings.json"))
    bench = RestoreBench(editor, undoing(editor), ToolBox(), theme, keys_elsewhere=("undo", "fit"))
    qtbot.addWidget(bench)

    assert bench.mask_actions["undo"].shortcuts() == []
    assert bench.mask_actions["redo"].shortcuts() != []


def test_no_key_means_two_things(bench):
    keys = [
        key.toString() for entry in bench.mask_actions.entries for key in bench.mask_actions[entry.name].shortcuts()
    ]

    assert len(keys) == len(set(keys))


def test_every_control_has_a_name_and_can_be_reached_by_tab(bench):
    kinds = (QAbstractButton, QAbstractSlider, QComboBox)
    controls = [widget for kind in kinds for widget in bench.findChildren(kind) if widget.isVisibleTo(bench)]
    controls = [
        one for one in controls if not one.objectName().startswith("qt_") and type(one).__name__ != "QScrollBar"
    ]

    assert len(controls) > 20
    for control in controls:
        assert control.accessibleName() or getattr(control, "text", str)(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control


def test_the_threshold_slider_tells_the_editor(bench, editor, qtbot):
    detect(editor, qtbot)
    before = editor.settings.threshold
    qtbot.keyClick(bench.canvas, Qt.Key.Key_T)
    assert bench.tools.threshold_slider.hasFocus()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, SHIFT)
    QApplication.sendEvent(bench.tools.threshold_slider, event)

    assert editor.settings.threshold == pytest.approx(before - 0.1)


def test_sliders_can_not_be_moved_before_there_is_a_map(bench, editor, qtbot):
    assert not bench.tools.threshold_slider.isEnabled()
    detect(editor, qtbot)

    assert bench.tools.threshold_slider.isEnabled()


def test_the_size_slider_reaches_from_a_pixel_to_two_thousand(bench):
    slider = bench.tools.size_slider
    slider.setValue(slider.maximum())
    assert bench.canvas._tools.brush.radius_px == pytest.approx(2000)

    slider.setValue(0)
    assert bench.canvas._tools.brush.radius_px == pytest.approx(0.5)
