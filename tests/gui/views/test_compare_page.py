"""Versions compared in a real window, with real files and a real library."""

from itertools import pairwise

import pytest
from gui.restored_library import add_photos, add_result
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from photorestore.gui.state.compare_state import Mode
from photorestore.library.photos import Flag, photo_by_id
from photorestore.library.versions import versions


@pytest.fixture
def photos(program, tmp_path):
    """Three photographs; the first has two versions, the second one of double size, the third none."""
    ids = add_photos(program.library, tmp_path / "scans", 3)
    add_result(program.library, ids[0], level=60)
    add_result(program.library, ids[0], level=200, name="Brighter")
    add_result(program.library, ids[1], (96, 128))
    return ids


@pytest.fixture
def page(program, photos, qtbot):
    program.errands.compare(photos)
    qtbot.waitUntil(lambda: not program.compare.is_waiting)
    page = program.window.find_page("compare")
    page.canvas.setFocus()
    return page


def level_in_middle(page):
    image = page.canvas.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).red()


def kept(program, photo_id):
    return [version.id for version in versions(program.library, photo_id) if version.kept]


def test_the_original_and_the_newest_version_are_compared(program, page):
    assert program.window.page_name == "compare"
    assert [pane.title for pane in page.canvas._panes] == ["Original", "Brighter"]
    assert level_in_middle(page) == 200


def test_a_key_shows_the_next_version_in_the_same_place(program, page):
    QTest.keyClick(page.canvas, Qt.Key.Key_Backslash)
    assert level_in_middle(page) != 200
    QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    assert level_in_middle(page) == 200
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)

    assert program.compare.front == 0


def test_a_held_key_looks_for_a_moment_and_goes_back(program, page):
    QTest.keyClick(page.canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyPress(page.canvas, Qt.Key.Key_Backslash)
    assert (program.compare.mode, program.compare.front) == (Mode.FLICKER, 0)
    QTest.qWait(350)
    QTest.keyRelease(page.canvas, Qt.Key.Key_Backslash)

    assert program.compare.mode is Mode.SPLIT
    assert program.compare.front_rendition.name == "Brighter"


@pytest.mark.parametrize(
    ("key", "modifier", "mode"),
    [
        (Qt.Key.Key_Y, Qt.KeyboardModifier.NoModifier, Mode.SIDE),
        (Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier, Mode.STACK),
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ShiftModifier, Mode.SPLIT),
        (Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier, Mode.DIFFERENCE),
        (Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier, Mode.ONION),
    ],
)
def test_keys_choose_how_versions_are_compared(program, page, key, modifier, mode):
    QTest.keyClick(page.canvas, key, modifier)

    assert program.compare.mode is mode
    assert program.window.actions_[f"compare_{mode.value}"].isChecked()


def test_the_line_is_dragged_and_moved_by_keys(program, page):
    program.compare.set_mode(Mode.SPLIT)
    canvas, middle = page.canvas, QPoint(page.canvas.width() // 2, page.canvas.height() // 2)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas, middle + QPoint(30, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(30, 0))
    dragged = canvas.splits[0]
    QTest.keyClick(canvas, Qt.Key.Key_Left)

    assert dragged > 0.55
    assert canvas.splits[0] == pytest.approx(dragged - 0.02)


def test_each_of_several_lines_is_moved_by_keys(program, page, qtbot):
    program.compare.set_compared(program.compare.photo.renditions[1].version_id, True)
    program.compare.set_mode(Mode.SPLIT)
    wait_for(program.compare)
    first, second = page.canvas.splits
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_N)
    QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    assert page.canvas.splits == pytest.approx((first, second + 0.02))
    QTest.keyClick(page.canvas, Qt.Key.Key_N)
    QTest.keyClick(page.canvas, Qt.Key.Key_Left)

    assert page.canvas.splits == pytest.approx((first - 0.02, second + 0.02))


def test_a_held_key_is_let_go_when_another_window_comes(program, page):
    program.compare.set_mode(Mode.SPLIT)
    QTest.keyPress(page.canvas, Qt.Key.Key_Backslash)
    assert program.compare.mode is Mode.FLICKER
    other = QWidget()
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)

    assert program.compare.mode is Mode.SPLIT
    other.close()
    program.window.activateWindow()


def test_shift_and_drag_moves_one_picture_alone_until_it_is_fitted(program, page):
    program.compare.set_mode(Mode.SIDE)
    canvas = page.canvas
    at = QPoint(canvas.width() * 3 // 4, canvas.height() // 2)
    before = [canvas._whole(pane) for pane in (0, 1)]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
    QTest.mouseMove(canvas, at + QPoint(25, 10))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(25, 10))
    assert canvas._whole(0) == before[0]
    assert canvas._whole(1).left() == pytest.approx(before[1].left() + 25, abs=1)
    QTest.keyClick(canvas, Qt.Key.Key_F)

    assert canvas._whole(1) == before[1]


def test_equal_versions_have_no_difference_and_others_are_amplified(program, page):
    state = program.compare
    first, second = (made.version_id for made in state.photo.renditions[1:])
    state.set_compared(first, True)
    state.set_compared(0, False)
    state.set_mode(Mode.DIFFERENCE)
    state.bring_to_front(second)
    QTest.qWait(10)
    wait_for(state)
    assert (state.compared, level_in_middle(page)) == ((first, second), 255)  # 140 times 4
    state.set_gain(1)
    assert level_in_middle(page) == 140
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_Period)

    assert state.gain == 2


def test_one_version_shines_through_the_other_as_far_as_the_slider_says(program, page):
    state = program.compare
    first, second = (made.version_id for made in state.photo.renditions[1:])  # grey 60 and 200
    state.set_compared(first, True)
    state.set_compared(0, False)
    state.bring_to_front(second)
    wait_for(state)
    state.set_mode(Mode.ONION)
    assert level_in_middle(page) == pytest.approx(130, abs=2)
    page.panel.blend.setValue(100)
    assert level_in_middle(page) == 200
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_Comma)

    assert state.blend == 90
    assert level_in_middle(page) == pytest.approx(186, abs=2)


def wait_for(state):
    for _ in range(300):
        if not state.is_waiting:
            return
        QTest.qWait(10)


def test_zoom_and_place_stay_when_the_photograph_and_its_size_change(program, page, qtbot):
    canvas = page.canvas
    canvas.zoom_to(8.0)
    canvas._viewport.pan(-60, 20)
    share = canvas._viewport.centre[0] / canvas._viewport.picture[0]
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not program.compare.is_waiting)

    assert program.compare.place == (2, 3)
    assert canvas._viewport.picture == (128, 96)
    assert canvas.zoom == pytest.approx(4.0)
    assert canvas._viewport.centre[0] / 128 == pytest.approx(share)


def test_enter_keeps_the_version_and_undo_takes_it_back(program, page, photos, qtbot):
    changed = []
    program.errands.photos_changed.connect(changed.append)
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert kept(program, photos[0]) == [program.compare.front]
    assert "Brighter (kept)" in [page.panel.versions.item(row).text() for row in range(3)]
    assert not page.panel.keep_button.isEnabled()
    QTest.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kept(program, photos[0]) == []
    program.window.actions_["compare_redo"].trigger()

    assert kept(program, photos[0]) == [program.compare.front]
    assert changed == [[photos[0]]] * 3


def test_flags_are_set_by_letters(program, page, photos):
    for key, flag in ((Qt.Key.Key_P, Flag.KEEP), (Qt.Key.Key_X, Flag.REJECT), (Qt.Key.Key_U, Flag.NONE)):
        QTest.keyClick(page.canvas, key)
        assert photo_by_id(program.library, photos[0]).flag is flag


def test_arrows_in_the_list_of_versions_stay_in_it(program, page):
    page.panel.versions.setFocus()
    QTest.keyClick(page.panel.versions, Qt.Key.Key_Up)

    assert program.compare.place == (1, 3)
    assert program.compare.front == program.compare.photo.renditions[1].version_id
    assert len(program.compare.compared) == 3


@pytest.mark.parametrize(("mode", "name"), [(Mode.ONION, "blend"), (Mode.DIFFERENCE, "gain")])
def test_a_slider_is_moved_by_its_own_keys(program, page, mode, name):
    program.compare.set_mode(mode)
    slider, before = getattr(page.panel, name), (program.compare.front, program.compare.place)
    slider.setFocus()
    places = [slider.value()]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up):
        QTest.keyClick(slider, key)
        places.append(slider.value())

    assert all(one != other for one, other in pairwise(places)), places
    assert (program.compare.front, program.compare.place) == before


def test_a_photograph_without_versions_says_so(program, page, qtbot):
    program.compare.step_photo(2)

    assert "no restored version" in page.panel._sentence.text()
    assert not program.window.actions_["compare_split"].isEnabled()


def test_a_version_whose_file_is_gone_is_named_and_the_rest_is_shown(program, photos, qtbot):
    [version] = versions(program.library, photos[1])
    version.result.unlink()
    program.errands.compare([photos[1]])
    qtbot.waitUntil(lambda: not program.compare.is_waiting)

    assert "does not exist" in program.window.messages.words
    assert program.compare.picture(0) is not None


def test_the_open_result_of_restore_is_compared_without_a_library(restored):
    restored.window.show_page("compare")

    assert [pane.picture is not None for pane in restored.window.page.canvas._panes] == [True, True]
    assert not restored.window.actions_["compare_keep"].isEnabled()


def test_the_loupe_enlarges_what_is_under_it(program, page):
    before = page.canvas.grab().toImage()
    QTest.keyClick(page.canvas, Qt.Key.Key_Backslash)
    plain = page.canvas.grab().toImage()
    QTest.keyClick(page.canvas, Qt.Key.Key_L)

    assert page.canvas.has_loupe
    assert page.canvas.grab().toImage() != plain != before
