"""What the window tells is told to screen readers too."""

import pytest
from PySide6.QtGui import QAccessible

from photorestore.gui.views.message_bar import MessageBar

POLITE, ASSERTIVE = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive


@pytest.fixture
def spoken(monkeypatch):
    """What a screen reader would hear: the words and how they interrupt it."""
    told = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append((event.message(), event.politeness()))
    )
    return told


def test_trouble_interrupts_a_screen_reader_and_news_waits(qtbot, spoken):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_news("4 files saved.")
    bar.show_trouble("The disk is full.")

    assert spoken == [("4 files saved.", POLITE), ("The disk is full.", ASSERTIVE)]


def test_an_export_is_announced_once(program, spoken):
    program.export.news.emit("4 files saved.")

    assert [words for words, _ in spoken] == ["4 files saved."]
