"""`HintPage`: what stands on a page that has no photographs yet, and how they get there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from photorestore.gui.icons import drawing

_SIGN_PX = 72
_WIDTH_PX = 460


class HintPage(QFrame):
    def __init__(self, icon_name: str, title: str, sentence: str) -> None:
        super().__init__()
        self._icon = icon_name
        self.setProperty("kind", "empty")
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        heading = QLabel(title, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        heading.setProperty("kind", "title")
        words = QLabel(sentence, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        words.setProperty("kind", "muted")
        self._drop = QFrame()
        self._drop.setProperty("kind", "drop")
        self._drop.setFixedWidth(_WIDTH_PX + 112)
        inside = QVBoxLayout(self._drop)
        inside.setContentsMargins(56, 44, 56, 44)
        inside.setSpacing(16)
        for widget in (self._sign, heading, words):
            inside.addWidget(widget)
        QVBoxLayout(self).addWidget(self._drop, alignment=Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}. {sentence}")
        self.recolour()

    def set_welcoming(self, on: bool) -> None:
        """While something that can be dropped is held over the window."""
        self._drop.setProperty("welcoming", on)
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)

    def recolour(self) -> None:
        colour = self.palette().accent().color()
        self._sign.setPixmap(drawing(self._icon, colour, _SIGN_PX, self.devicePixelRatioF()))
