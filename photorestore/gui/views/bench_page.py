"""`BenchPage`: a page of tools above and a bench below, where an invitation stands while there are no photographs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from photorestore.gui.views.invitation import Invitation
from photorestore.gui.views.page import Page
from photorestore.gui.views.tool_bar import ToolBar

Layout = TypeVar("Layout", QHBoxLayout, QVBoxLayout)


class BenchPage(Page):
    def __init__(self) -> None:
        super().__init__()
        self.tools: ToolBar
        self.invitation: Invitation

    def _lay_out(self, title: str, invitation: Invitation, parts: Sequence[QWidget], wide: QWidget) -> None:
        """`parts` stand beside each other; `wide`, one of them, takes the room. `title` is of the tools."""
        self.tools, self.invitation = ToolBar(title), invitation
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(invitation)
        self._pages.addWidget(side_by_side(parts, wide))
        column = bare(QVBoxLayout(self))
        column.addWidget(self.tools)
        column.addWidget(pages, 1)

    def _show_bench(self, on: bool, focus: QWidget) -> None:
        """The bench, where `focus` gets the keys, or the invitation."""
        self._pages.setCurrentIndex(1 if on else 0)
        self.tools.setVisible(on)
        self.set_entrance(focus if on else self.invitation)

    @property
    def _shows_bench(self) -> bool:
        return self._pages.currentIndex() == 1

    def set_welcoming(self, on: bool) -> None:
        self.invitation.set_welcoming(on)

    def recolour(self) -> None:
        self.invitation.recolour()


def side_by_side(parts: Sequence[QWidget], wide: QWidget) -> QWidget:
    made = QWidget()
    row = bare(QHBoxLayout(made))
    for part in parts:
        row.addWidget(part, 1 if part is wide else 0)
    return made


def bare(layout: Layout) -> Layout:
    """Without room around or between what it holds."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
