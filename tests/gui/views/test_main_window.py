from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from photorestore import paths
from photorestore.gui.settings import THEME, Settings
from photorestore.gui.theme import DARK, LIGHT


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Backslash, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)],
)
def test_the_original_is_shown_while_the_key_is_held(restored, key, modifier):
    canvas = restored.window.restore_page.canvas
    QTest.keyPress(canvas, key, modifier)
    assert canvas.shows_original
    QTest.qWait(350)
    QTest.keyRelease(canvas, key, modifier)

    assert not canvas.shows_original


def test_a_tap_switches_the_original_on_and_off(restored):
    canvas = restored.window.restore_page.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Backslash)
    assert canvas.shows_original
    QTest.keyClick(canvas, Qt.Key.Key_Backslash)

    assert not canvas.shows_original


def test_letters_switch_what_is_seen(restored, qtbot):
    window = restored.window
    window.restore_page.canvas.setFocus()
    QTest.keyClick(window.restore_page.canvas, Qt.Key.Key_O)
    QTest.keyClick(window.restore_page.canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ShiftModifier)

    assert restored.desk.tools.overlay.is_visible
    assert window.restore_page.canvas.is_split


def test_save_as_suggests_a_free_name_beside_the_source_and_completes_the_suffix(restored, qtbot, tmp_path, scan):
    restored.window.restore_page.choose_target()
    dialog = restored.window.findChild(QFileDialog)
    assert [Path(name) for name in dialog.selectedFiles()] == [tmp_path / "scan restored.png"]
    dialog.selectNameFilter("TIFF (*.tif)" if "TIFF (*.tif)" in dialog.nameFilters() else "TIF (*.tif)")
    dialog.filterSelected.emit(dialog.selectedNameFilter())
    dialog.findChild(QLineEdit).setText(str(tmp_path / "grandmother"))
    dialog.accept()
    qtbot.waitUntil(lambda: "grandmother.tif" in restored.window.messages.words)

    assert (tmp_path / "grandmother.tif").is_file()


def test_the_appearance_is_chosen_and_remembered(program):
    for appearance, colours in (("dark", DARK), ("light", LIGHT)):
        program.settings.set(THEME, appearance)
        assert program.theme.colours is colours
        assert program.window.palette().window().color().name() == colours.window
        assert Settings(paths.user_data() / "settings.json").get(THEME) == appearance


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("text", "window"),
        ("muted", "window"),
        ("muted", "base"),
        ("muted", "chosen"),
        ("on_accent", "accent"),
        ("text", "trouble"),
        ("text", "news"),
        ("text", "chosen"),
        ("warning", "window"),
    ],
)
def test_words_are_legible(colours, ink, paper):
    light, dark = sorted((luminance(getattr(colours, ink)), luminance(getattr(colours, paper))), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour):
    """Relative luminance of WCAG 2."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
