"""What can be done on every page: words, keys, icons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from photorestore.gui.views.actions import Entry


class WindowEntries(QObject):
    def all(self) -> tuple[Entry, ...]:
        palette = self.tr("Find an action, a page or a photograph by a few letters")
        return (
            Entry("quit", "file", self.tr("&Quit"), keys=("Ctrl+Q",), after_line=True),
            Entry("full_screen", "view", self.tr("F&ull screen"), keys=("F11",), is_switch=True),
            Entry("palette", "go", self.tr("&Find an action…"), palette, ("Ctrl+K",), "search"),
            Entry("next_pane", "go", self.tr("&Next part of the window"), keys=("F6",)),
            Entry("previous_pane", "go", self.tr("&Previous part of the window"), keys=("Shift+F6",)),
            Entry("keys", "help", self.tr("&Keys and gestures"), keys=("F1", "Ctrl+/"), after_line=True),
            Entry("welcome", "help", self.tr("&First steps"), keys=("Ctrl+F1",)),
        )


def go_entries(pages: Sequence[tuple[str, str, tuple[str, ...], str]]) -> tuple[Entry, ...]:
    """(name, title, keys, icon) of each page."""
    return tuple(Entry(f"go_{name}", "go", title, keys=keys, icon=icon) for name, title, keys, icon in pages)
