"""`Page`: what the window asks of each of its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from photorestore.gui.views.actions import Actions, Entry


class Page(QWidget):
    """A page brings its actions, its panes for F6, and words for the window's title and status bar.

    It shows messages by the signals `trouble` and `news`, and asks with `show_wanted` to be brought to the front.
    """

    trouble = Signal(str)
    news = Signal(str)
    show_wanted = Signal()
    page_wanted = Signal(str)  # name of another page to go to
    words_changed = Signal()  # `heading` or `status`

    _entrance: QWidget | None = None

    def set_entrance(self, widget: QWidget) -> None:
        """Who gets the keyboard when the page is shown. No focus proxy: Tab would pass over all that is before it."""
        self._entrance = widget

    def enter(self) -> None:
        (self._entrance or self).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def heading(self) -> str:
        """What the window's title names before the program, or ""."""
        return ""

    @property
    def status(self) -> str:
        """A few words at the right of the status bar, or ""."""
        return ""

    def entries(self) -> tuple[Entry, ...]:
        """What can be done on this page; each is named in `commands`."""
        return ()

    def commands(self) -> Mapping[str, Callable[..., object]]:
        return {}

    def made_actions(self) -> Mapping[str, QAction]:
        """Of `entries` those that the page made as actions itself."""
        return {}

    def bind(self, actions: Actions) -> None:
        """Called once, when all actions of all pages are there."""

    def panes(self) -> Sequence[QWidget]:
        """Where F6 goes, in its order."""
        return (self,)

    def palette_items(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """What else the command palette shall find here: words, and what to do when they are chosen."""
        return ()

    def take_files(self, paths: Sequence[Path]) -> bool:
        """Files were dropped while the page is shown. False: they are not for this page."""
        return False

    def set_welcoming(self, on: bool) -> None:
        """While something that can be dropped is held over the window."""

    def may_close(self) -> bool:
        """The window is about to close; False keeps it open."""
        return True

    @property
    def holds_unsaved(self) -> bool:
        """Something would be lost if the page were made anew now, as for another language."""
        return False

    def end(self) -> None:
        """The program ends: wait for what still runs."""

    def recolour(self) -> None:
        """The palette changed."""
