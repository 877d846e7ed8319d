"""`ToolStrip`: the mask canvas's tools and what is done to the whole mask, as a column of icons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from photorestore.gui.state.painting import Tool
from photorestore.gui.views.buttons import IconButton
from photorestore.gui.views.mask_actions import MaskActions

_GROUPS = (
    tuple(tool.value for tool in Tool),
    ("undo", "redo"),
    ("grow", "shrink", "invert", "clear", "reset"),
    ("import", "export"),
)


class ToolStrip(QScrollArea):
    """Scrolled on a screen that is not high enough."""

    def __init__(self, actions: MaskActions) -> None:
        super().__init__(widgetResizable=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip = QFrame()
        strip.setProperty("kind", "strip")
        column = QVBoxLayout(strip)
        column.setContentsMargins(6, 10, 6, 10)
        column.setSpacing(2)
        for at, names in enumerate(_GROUPS):
            if at:
                line = QFrame(frameShape=QFrame.Shape.HLine)
                line.setProperty("kind", "line")
                line.setFixedHeight(9)
                column.addWidget(line)
            for name in names:
                column.addWidget(IconButton(actions[name]))
        column.addStretch()
        self._strip = strip
        self.setWidget(strip)
        self.verticalScrollBar().rangeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        self.setFixedWidth(self._strip.minimumSizeHint().width() + (bar.sizeHint().width() if bar.maximum() else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
