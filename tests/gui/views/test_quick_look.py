"""The library's current photograph over the whole page, with real files."""

import pytest
from gui.restored_library import add_photos, add_result
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from photorestore.gui.state.library_state import Place


@pytest.fixture
def page(program, tmp_path, qtbot):
    """Three photographs, the newest first; the second has a result that is one grey all over."""
    ids = add_photos(program.library, tmp_path / "scans", 3)
    add_result(program.library, ids[1], level=200)
    program.errands.photos_changed.emit([])
    state = program.photographs.state
    state.show(Place())
    qtbot.waitUntil(lambda: len(state.ids) == 3)
    program.window.show_page("library")
    return program.window.page


def press(widget, key):
    QTest.keyClick(widget, key)


def grey_in_middle(look):
    image = look.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).red()


def test_space_opens_it_on_the_current_photograph_and_closes_it(program, page):
    page.grid.setFocus()
    press(page.grid, Qt.Key.Key_Space)
    assert page.look.isVisible()
    assert not page.grid.isVisible()
    assert program.photographs.state.current == program.photographs.state.ids[0]
    press(page.look, Qt.Key.Key_Space)

    assert page.grid.isVisible()
    assert not page.look.isVisible()


def test_arrows_walk_and_the_grid_is_where_the_walk_ended(program, page):
    state = program.photographs.state
    program.window.actions_["quick_look"].trigger()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        press(page.look, key)
    assert state.current == state.ids[2]
    press(page.look, Qt.Key.Key_Home)
    assert state.current == state.ids[0]
    press(page.look, Qt.Key.Key_End)
    press(page.look, Qt.Key.Key_Escape)

    assert page.grid.currentIndex().row() == 2
    assert state.chosen == (state.ids[2],)


def test_the_result_is_shown_whole_and_the_original_on_its_key(program, page, qtbot):
    state = program.photographs.state
    state.choose([state.ids[1]])
    program.window.actions_["quick_look"].trigger()
    qtbot.waitUntil(lambda: page.look._picture is not None)
    assert grey_in_middle(page.look) == 200
    press(page.look, Qt.Key.Key_Backslash)
    qtbot.waitUntil(lambda: page.look._picture is not None and page.look._file.path.suffix == ".png")
    qtbot.waitUntil(lambda: grey_in_middle(page.look) != 200)

    assert program.window.actions_["flip_photos"].isChecked()


def test_stars_and_flags_are_given_while_looking(program, page):
    state = program.photographs.state
    program.window.actions_["quick_look"].trigger()
    press(page.look, Qt.Key.Key_4)

    assert state.glance_of(state.ids[0]).photo.stars == 4
    assert page.look.isVisible()


def test_what_can_not_be_read_is_said_in_its_place(program, page, qtbot):
    state = program.photographs.state
    state.glance_of(state.ids[0]).photo.path.unlink()
    program.window.actions_["quick_look"].trigger()

    qtbot.waitUntil(lambda: "does not exist" in page.look._notice)


def test_a_photograph_that_goes_away_closes_it(program, page, qtbot):
    program.window.actions_["quick_look"].trigger()
    program.window.actions_["trash_photos"].trigger()
    qtbot.waitUntil(lambda: len(program.photographs.state.ids) == 2)

    assert page.grid.isVisible()
