import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from photorestore.gui.views.command_palette import CommandPalette


@pytest.fixture
def palette(opened):
    """Open over a window with one photograph."""
    opened.window.show_page("restore")
    opened.window.actions_["palette"].trigger()
    found = QApplication.activeModalWidget()
    assert isinstance(found, CommandPalette)
    return found


def words(palette):
    return [palette.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(palette.list.count())]


def test_all_actions_and_open_photographs_are_there(palette, opened):
    assert len(words(palette)) == len(opened.window.actions_.entries) - 1 + len(opened.session.photos)
    assert any(row.startswith("scan.png") for row in words(palette))


def test_letters_and_enter_do_it_without_a_mouse(palette, opened):
    QTest.keyClicks(palette.query, "models")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)

    assert opened.window.page_name == "models"
    assert not palette.isVisible()


class OneClickStyle(QProxyStyle):
    """As on KDE, where a click activates."""

    def styleHint(self, hint, option=None, widget=None, data=None):
        is_asked = hint is QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick
        return 1 if is_asked else super().styleHint(hint, option, widget, data)


def test_a_click_does_it_once_on_every_desktop(program):
    done = []
    palette = CommandPalette(program.window.actions_, [("Aunt Ida", lambda: done.append(1))], program.window)
    style = OneClickStyle("Fusion")
    palette.list.setStyle(style)
    palette.show()
    palette.query.setText("aunt ida")
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    palette._run()

    assert done == [1]
    assert not palette.isVisible()


def test_arrow_keys_choose_and_go_around(palette):
    QTest.keyClicks(palette.query, "zoom")
    QTest.keyClick(palette.query, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    QTest.keyClick(palette.query, Qt.Key.Key_Up)
    QTest.keyClick(palette.query, Qt.Key.Key_Up)

    assert palette.list.currentRow() == palette.list.count() - 1


def test_what_is_not_possible_now_stands_last_and_does_nothing(palette, opened):
    QTest.keyClicks(palette.query, "save as")
    assert words(palette)[-1].startswith("Save as")
    palette.list.setCurrentRow(palette.list.count() - 1)
    QTest.keyClick(palette.query, Qt.Key.Key_Return)

    assert palette.isVisible()


def test_a_photograph_is_shown_when_it_is_chosen(palette, opened):
    opened.window.show_page("settings")
    QTest.keyClicks(palette.query, "scan.png")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)

    assert opened.window.page_name == "restore"
