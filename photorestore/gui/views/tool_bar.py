"""`ToolBar`: some of a page's actions as buttons above it; where there is little room, the last have no words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from photorestore.gui.views.actions import Actions
from photorestore.gui.views.buttons import ActionButton


class ToolBar(QToolBar):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setAccessibleName(title)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._buttons: list[ActionButton] = []

    def show_actions(self, actions: Actions, names: Sequence[str]) -> None:
        """By name; "" is a line between two, " " pushes the rest to the end."""
        for name in names:
            if name == " ":
                space = QWidget()
                space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                self.addWidget(space)
            elif name:
                button = ActionButton(actions[name])
                self._buttons.append(button)
                self.addWidget(button)
            else:
                self.addSeparator()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._buttons:
            button.show_words(True)
        for button in reversed(self._buttons):
            if self.sizeHint().width() <= self.width():
                break
            button.show_words(False)
