"""Buttons with an icon and words, and room between the two: Qt's own leave two pixels."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QStyleOptionToolButton, QToolButton

_ROOM = "\u2009\u2009"  # thin spaces: the styles draw words right behind the icon


class WordsButton(QPushButton):
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if not option.icon.isNull():
            option.text = _ROOM + option.text


class ActionButton(QToolButton):
    """An action with its words beside the icon."""

    def __init__(self, action: QAction | None = None) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(20, 20))
        if action is not None:
            self.show_action(action)

    def show_action(self, action: QAction) -> None:
        self.setDefaultAction(action)
        self.show_words(True)
        self.setAccessibleName(action.iconText())

    def show_words(self, on: bool) -> None:
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if on else style.ToolButtonIconOnly)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        if not option.icon.isNull():
            option.text = _ROOM + option.text


class IconButton(QToolButton):
    """An action as its icon alone, named for screen readers and reached by Tab."""

    def __init__(self, action: QAction | None = None, icon_px: int = 20, size_px: tuple[int, int] = (36, 34)) -> None:
        super().__init__()
        self.setProperty("kind", "tool")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(icon_px, icon_px))
        self.setFixedSize(*size_px)
        if action is not None:
            self.show_action(action)

    def show_action(self, action: QAction) -> None:
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setAccessibleName(action.iconText())
