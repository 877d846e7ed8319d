import numpy as np
import pytest
from PySide6.QtGui import QFont

from photorestore.gui.albums.words import qt_lettering, set_words


@pytest.mark.parametrize("text", ["word " * 80, "x" * 500, "שלום " * 80])
def test_words_that_do_not_fit_end_in_an_ellipsis(qapp, text):
    words = set_words(text, QFont(), 200, 2)

    assert len(words.lines) == 2
    assert words.lines[-1].text().endswith("…")
    assert all(line.lineAt(0).naturalTextWidth() <= 201 for line in words.lines)


def test_control_characters_are_no_words(qapp):
    words = set_words("a\nb\x00c \u202ed", QFont(), 500, 3)

    assert [line.text() for line in words.lines] == ["a b c d"]


@pytest.mark.parametrize(("text", "direction"), [("1948 שלום", 1), ("hello שלום", 0), ("1948", 0)])
def test_the_first_letter_gives_the_direction(qapp, text, direction):
    [line] = set_words(text, QFont(), 500, 1).lines

    assert line.textOption().textDirection().value == direction


def test_lettering_is_ink_in_the_middle(qapp):
    cover = qt_lettering("Aunt Rosa", 20, 301, 2)

    ink = np.flatnonzero(cover.max(axis=0) > 100)
    assert cover.shape[1] == 301
    assert abs((ink[0] + ink[-1]) / 2 - 150) < 4
    assert qt_lettering("", 20, 301, 2).max() == 0
