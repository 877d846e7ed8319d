"""`ToolBar`: some of a page's actions as buttons above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from photorestore.gui.views.actions import Actions
from photorestore.gui.views.buttons import ActionButton


class ToolBar(QToolBar):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setAccessibleName(title)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def show_actions(self, actions: Actions, names: Sequence[str]) -> None:
        """By name; "" is a line between two, " " pushes the rest to the end."""
        for name in names:
            if name == " ":
                space = QWidget()
                space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                self.addWidget(space)
            elif name:
                self.addWidget(ActionButton(actions[name]))
            else:
                self.addSeparator()
