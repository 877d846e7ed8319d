"""The sheet of keys, and keys that the user changes."""

import re

import pytest
from gui.conftest import wait_until_settled
from helpers import save_scan, scene
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider

from photorestore.core.photo import Photo
from photorestore.gui.settings import SHORTCUTS, Settings


@pytest.fixture
def editor(program):
    program.window.show_page("settings")
    program.window.page.kinds.setCurrentRow(5)
    return program.window.page.shortcuts


def test_the_sheet_groups_by_page_and_finds_words_and_keys(program):
    program.window.actions_["keys"].trigger()
    sheet = QApplication.activeModalWidget()
    titles = [title for title, _ in sheet.sections]

    assert titles == ["Everywhere", "Library", "Restore", "Compare", "Queue", "Export", "Models", "Quick look"]
    assert [rows for _, rows in sheet.found("full screen")] == [[("Full screen", "F11")]]
    assert ("Next part of the window", "F6") in dict(sheet.found("F6"))["Everywhere"]
    assert sheet.found("xyzzy") == []
    sheet.reject()


def test_the_sheet_tells_what_the_canvases_do_by_themselves(program):
    program.window.actions_["keys"].trigger()
    sheet = QApplication.activeModalWidget()
    told = {title: dict(rows) for title, rows in sheet.sections}
    sheet.reject()

    assert told["Restore"]["Move the photograph"] == "Space + drag; middle button; finger"  # a plain drag paints
    assert told["Compare"]["Move the photograph"].startswith("Drag;")
    assert {
        "Arrows", "Enter; Insert", "Shift + Enter; Shift + Insert", "Caps Lock", "Alt + wheel",
        "Alt + drag with the right button",
    } <= set(told["Restore"].values())  # fmt: skip


def test_new_keys_act_and_are_kept(program, editor, tmp_path):
    editor.choose("go_models")
    editor.keys.setKeySequence(QKeySequence("Ctrl+Alt+J"))
    editor.set_button.click()
    program.window.activateWindow()
    QTest.keyClick(program.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)

    assert program.window.page_name == "models"
    assert program.window.actions_.shown_keys("go_models") == "Ctrl+Alt+J"
    assert Settings(tmp_path / "home" / "settings.json").get(SHORTCUTS) == {"go_models": ["Ctrl+Alt+J"]}


def test_keys_that_are_taken_are_shown_and_refused(editor):
    editor.choose("restore")
    editor.keys.setKeySequence(QKeySequence("Ctrl+Shift+S"))

    assert "“Save as”" in editor.sentence.text()
    assert not editor.set_button.isEnabled()


def test_keys_go_to_an_action_that_is_seen(editor):
    editor.choose("quit")
    editor.query.setText("first steps")
    assert editor.chosen == "welcome"
    editor.query.setText("xyzzy")

    assert editor.chosen == ""
    editor.keys.setKeySequence(QKeySequence("Ctrl+Alt+J"))
    buttons = (editor.set_button, editor.none_button, editor.reset_button)
    assert not any(button.isEnabled() for button in buttons)


def test_two_pages_may_use_the_same_keys(editor):
    editor.choose("remove_weights")
    editor.keys.setKeySequence(QKeySequence("Ctrl+S"))

    assert editor.sentence.text() == ""
    assert editor.set_button.isEnabled()


def test_every_action_has_keys_that_german_keyboards_can_type(program):
    """There, brackets need AltGr; it counts as Ctrl and Alt, and writes a sign with some letters."""
    hard = re.compile(r"(Ctrl|Alt)\+(Shift\+)?[\[\]{}\\]|Ctrl\+Alt\+[EMQ0-9]")
    for entry in program.window.actions_.entries:
        assert not all(hard.fullmatch(key) for key in entry.keys), entry


def test_the_usual_keys_come_back_for_one_and_for_all(program, editor):
    actions = program.window.actions_
    editor.choose("restore")
    editor.none_button.click()
    assert actions.keys_of("restore") == ()
    editor.reset_button.click()
    assert actions.keys_of("restore") == ("Ctrl+Return",)
    actions.rebind("fit", ["Ctrl+9"])
    editor.reset_all_button.click()

    assert actions.keys_of("fit") == ("Ctrl+0", "F")
    assert actions["fit"].shortcuts()[0] == QKeySequence("Ctrl+0")


def test_usual_keys_that_another_action_took_do_not_come_back(program, editor):
    actions = program.window.actions_
    actions.rebind("restore", [])
    actions.rebind("fit", ["Ctrl+Return"])
    editor.choose("restore")
    editor.reset_button.click()

    assert actions.keys_of("restore") == ()
    assert "“Fit in window”" in editor.sentence.text()


def test_a_settings_own_keys_move_it_and_show_no_other_photograph(opened, qtbot, tmp_path):
    opened.session.open([save_scan(tmp_path / "other.png", Photo(scene(96, 128, seed=5)))])
    qtbot.waitUntil(lambda: len(opened.session.photos) == 2)
    wait_until_settled(opened, qtbot)
    shown = opened.session.current.key
    sliders = opened.window.restore_page.panel.stages.findChildren(QSlider)
    slider = next(slider for slider in sliders if slider.isVisible())
    slider.setFocus()
    slider.setValue(50)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)

    assert slider.value() == 60
    assert opened.session.current.key == shown


def test_a_held_key_can_be_another(restored):
    restored.window.actions_.rebind("original", ["Ctrl+B"])
    canvas = restored.window.restore_page.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Backslash)
    assert not canvas.shows_original
    QTest.keyClick(canvas, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert canvas.shows_original
