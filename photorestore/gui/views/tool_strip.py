"""`ToolStrip`: the mask canvas's tools and what is done to the whole mask, as a column of icons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from photorestore.gui.state.painting import Tool
from photorestore.gui.views.mask_actions import MaskActions

_GROUPS = (
    tuple(tool.value for tool in Tool),
    ("undo", "redo"),
    ("grow", "shrink", "invert", "clear", "reset"),
    ("import", "export"),
)


class ToolStrip(QFrame):
    def __init__(self, actions: MaskActions) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 10, 6, 10)
        column.setSpacing(2)
        for at, names in enumerate(_GROUPS):
            if at:
                line = QFrame(frameShape=QFrame.Shape.HLine)
                line.setProperty("kind", "line")
                line.setFixedHeight(9)
                column.addWidget(line)
            for name in names:
                column.addWidget(tool_button(actions[name]))
        column.addStretch()


def tool_button(action: QAction) -> QToolButton:
    """An icon to click, reached by Tab and named for screen readers."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(QSize(20, 20))
    button.setFixedSize(36, 34)
    button.setProperty("kind", "tool")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.iconText())
    return button
