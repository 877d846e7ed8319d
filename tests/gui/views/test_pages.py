"""The shell: pages, rail, keys, panes, actions, and that a screen reader finds a name everywhere."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QWidget,
)

from photorestore import paths
from photorestore.gui.app import Program
from photorestore.gui.pages import PAGES
from photorestore.gui.settings import LANGUAGE, START_PAGE
from photorestore.gui.views.actions import MENUS
from photorestore.gui.views.buttons import ActionButton
from photorestore.gui.views.main_window import WELCOME
from photorestore.gui.views.tool_bar import ToolBar

NAMES = [entry.name for entry in PAGES]


@pytest.mark.parametrize("entry", PAGES, ids=NAMES)
def test_every_page_has_a_name_a_title_an_icon_and_a_key_with_a_digit(entry):
    assert NAMES.count(entry.name) == 1
    assert entry.title
    assert (paths.resources() / "icons" / f"{entry.icon}.svg").is_file()
    assert re.fullmatch("Alt\\+[1-7]", entry.keys[0])
    assert [other.keys[0] for other in PAGES].count(entry.keys[0]) == 1


def test_every_action_is_in_a_menu_and_has_a_title_and_a_key(program):
    actions, in_bar = program.window.actions_, set()
    for name in NAMES:
        program.window.show_page(name)
        for menu in program.window.menuBar().actions():
            in_bar |= set(menu.menu().actions())

    for entry in actions.entries:
        assert actions[entry.name] in in_bar, entry
        assert entry.menu in dict(MENUS)
        assert actions[entry.name].iconText().strip()
        assert entry.keys, entry
        assert not actions.conflicts(entry.name, entry.keys), entry


@pytest.mark.parametrize("name", NAMES)
def test_menus_hold_what_works_on_the_page_and_nothing_else(program, name):
    program.window.show_page(name)
    actions = program.window.actions_
    shown = {action for menu in program.window.menuBar().actions() for action in menu.menu().actions()}

    assert len(program.window.menuBar().actions()) == 8
    for entry in actions.entries:
        assert (actions[entry.name] in shown) is (entry.page in ("", name)), entry.name


def speak(program, language):
    program.settings.set(LANGUAGE, language)
    QApplication.processEvents()  # the window is made anew


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", NAMES)
def test_no_letter_stands_for_two_entries_of_a_menu(program, language, name):
    speak(program, language)
    program.window.show_page(name)
    bar = program.window.menuBar()
    for entries in (bar.actions(), *(menu.menu().actions() for menu in bar.actions())):
        letters = [found[1].lower() for entry in entries if (found := re.search("&([^&])", entry.text()))]
        assert len(letters) == len(set(letters)), sorted(entry.text() for entry in entries)


@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_is_cut_off_in_a_narrow_window(restored, language):
    speak(restored, language)
    window = restored.window
    for name in NAMES:
        window.show_page(name)
        window.resize(window.minimumSizeHint())
        QApplication.processEvents()
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and button.text():
                assert button.width() >= button.minimumSizeHint().width(), (name, button.text())
                assert button.parentWidget().rect().contains(button.geometry()), (name, button.text())
        for tools in window.page.findChildren(ToolBar):
            if tools.isVisible():
                assert all(button.isVisible() for button in tools.findChildren(ActionButton)), name


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_window_fits_on_small_screens(opened, language):
    """As wide as 1366x768 at 125 %; as high as that at 100 % without the desktop's own bars, with a message shown."""
    speak(opened, language)
    opened.window.messages.show_trouble("Something went wrong. " * 12)
    for name in NAMES:
        opened.window.show_page(name)
        least = opened.window.minimumSizeHint()
        assert least.width() <= 1080, name
        assert least.height() <= 660, name


def test_the_actions_of_a_page_work_on_that_page_only(restored):
    window, actions = restored.window, restored.window.actions_
    on_page = {entry.name: entry.page for entry in actions.entries if entry.page}
    assert set(on_page.values()) == {"library", "restore", "compare", "queue", "export", "models"}
    for name in NAMES:
        window.show_page(name)
        assert not [other for other, page in on_page.items() if page != name and actions[other].isEnabled()]
        assert actions["open"].isEnabled()

    window.show_page("restore")
    assert actions["save"].isEnabled()


@pytest.mark.parametrize("entry", PAGES, ids=NAMES)
def test_every_control_of_every_page_has_a_name(restored, entry, qtbot):
    restored.window.show_page(entry.name)
    qtbot.waitUntil(lambda: not restored.weights.is_busy)
    if entry.name == "settings":
        for row in range(restored.window.page.kinds.count()):
            restored.window.page.kinds.setCurrentRow(row)
            assert_named(restored.window)
    assert_named(restored.window)


@pytest.mark.parametrize("entry", PAGES, ids=NAMES)
def test_every_control_is_reached_by_tab(restored, entry, qtbot):
    window = restored.window
    window.activateWindow()
    window.show_page(entry.name)
    qtbot.waitUntil(lambda: not restored.weights.is_busy)
    sheets = range(window.page.kinds.count()) if entry.name == "settings" else (None,)
    for sheet in sheets:
        if sheet is not None:
            window.page.kinds.setCurrentRow(sheet)
        missed = [control for control in controls_of(window.page) if control not in reached_by_tab(window)]
        assert not missed, [(type(control), control.accessibleName(), control.parent()) for control in missed]


def controls_of(page):
    """What a mouse can use now. Buttons of one group share a place in the order: arrow keys go on from it."""
    kinds = QAbstractButton | QAbstractItemView | QAbstractSlider | QComboBox | QLineEdit | QPlainTextEdit | QSpinBox
    shown = [one for one in page.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]
    parts = (QComboBox, QSpinBox, QAbstractScrollArea, QTabBar, QKeySequenceEdit)  # these look after their insides
    whole = [one for one in shown if not isinstance(one.parent(), parts) and not isinstance(one, QScrollBar)]
    whole = [one for one in whole if not isinstance(one, QHeaderView) and one.objectName() != "qt_toolbar_ext_button"]
    return [one for one in whole if one.isEnabled() and not (isinstance(one, QRadioButton) and not one.isChecked())]


def reached_by_tab(window):
    """Every widget that Tab comes to, once around the window."""
    window.page.enter()
    seen = []
    for _ in range(300):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return seen


def test_every_control_of_the_first_steps_has_a_name(program, qtbot):
    program.window.show_welcome()
    for _ in range(3):
        assert_named(program.window)
        program.window.welcome.next_button.click()


@pytest.mark.parametrize("action", ["palette", "keys"])
def test_every_control_of_the_dialogs_has_a_name(program, action):
    program.window.actions_[action].trigger()
    dialog = QApplication.activeModalWidget()

    assert_named(dialog)
    dialog.reject()


def assert_named(window):
    for widget in window.findChildren(QWidget):
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
        is_part = isinstance(widget.parent(), QComboBox | QSpinBox | QAbstractScrollArea)  # named with its whole
        if takes_focus and not is_part:
            has_words = not isinstance(widget, QLineEdit) and getattr(widget, "text", str)()
            assert widget.accessibleName() or has_words, (widget, widget.parent())


def test_keys_and_rail_lead_to_every_page(program):
    window = program.window
    window.activateWindow()
    for entry in PAGES:
        window.actions_[f"go_{entry.name}"].trigger()
        assert window.page_name == entry.name
    window.show_page(NAMES[0])
    window.rail.setFocus()
    for name in NAMES[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert window.page_name == name
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)

    assert window.page_name == NAMES[0]


def test_the_last_page_or_the_chosen_one_is_shown_at_the_start(program, client, qtbot):
    program.window.show_page("models")
    again = Program(client, program.settings)
    qtbot.addWidget(again.window)
    assert again.window.page_name == "models"
    program.settings.set(START_PAGE, "settings")
    third = Program(client, program.settings)
    qtbot.addWidget(third.window)

    assert third.window.page_name == "settings"
    for made in (again, third):
        made.close()


def test_f6_goes_through_all_panes_and_back(restored):
    window = restored.window
    window.show_page("restore")
    window.restore_page.canvas.setFocus()
    seen = []
    for _ in range(4):
        window.actions_["next_pane"].trigger()
        seen.append(pane_of(window))
    window.actions_["previous_pane"].trigger()

    assert len(set(seen)) == 4
    assert pane_of(window) == seen[-2]


def pane_of(window):
    focus = QApplication.focusWidget()
    return next(at for at, pane in enumerate(window._panes()) if pane is focus or pane.isAncestorOf(focus))


def test_full_screen_is_a_switch(program):
    program.window.actions_["full_screen"].trigger()
    assert program.window.isFullScreen()
    program.window.actions_["full_screen"].trigger()

    assert not program.window.isFullScreen()


def test_the_first_steps_are_shown_once_and_again_when_asked(program, qtbot):
    program.begin()
    window = program.window
    assert window.page_name == WELCOME
    assert not window.rail.isVisible()
    window.welcome.skip_button.click()
    assert (window.page_name, window.rail.isVisible()) == (NAMES[0], True)
    program.begin()
    assert window.page_name == NAMES[0]
    window.actions_["welcome"].trigger()

    assert window.page_name == WELCOME


def test_named_photographs_come_before_the_first_steps(program, scan, qtbot):
    program.begin([scan])

    assert program.window.page_name == "restore"
    qtbot.waitUntil(lambda: program.session.current is not None)


def test_what_nobody_caught_is_told_calmly(program, qtbot):
    program.tell_of_crash(KeyError("seven"))
    qtbot.waitUntil(lambda: "KeyError: 'seven'" in program.window.messages.words)


def test_memory_in_use_is_shown(program, client):
    import os

    client.engine_pid = os.getpid()
    program.meter.measure()

    assert re.search(r"window \d.\d\d GB, engine \d.\d\d GB", program.window.status.memory_label.text())
