"""`Invitation`: what a page shows that has no photographs yet: what belongs here, and how it gets here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from photorestore.gui.icons import drawing
from photorestore.gui.views.fonts import scaled

_SIGN_PX = 80
_WORDS_PX = 480

Offer = tuple[str, Callable[[], object]]  # words of a button, and what it does


class Invitation(QFrame):
    """The first of `offers` is the one that is meant; `note` stands below them, smaller."""

    def __init__(self, icon_name: str, title: str, sentence: str, offers: Sequence[Offer] = (), note: str = "") -> None:
        super().__init__()
        self._icon = icon_name
        self.setProperty("kind", "empty")
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.buttons = [self._button(words, act) for words, act in offers]
        if self.buttons:
            self.buttons[0].setProperty("kind", "primary")
            self.setFocusProxy(self.buttons[0])
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleName(f"{title}. {sentence}")
        self._drop = QFrame()
        self._drop.setProperty("kind", "drop")
        inside = QVBoxLayout(self._drop)
        inside.setContentsMargins(56, 40, 56, 40)
        inside.setSpacing(14)
        inside.addWidget(self._sign)
        inside.addWidget(_centred(title, 1.7))
        inside.addWidget(_centred(sentence, 1.05))
        if self.buttons:
            inside.addSpacing(8)
            inside.addWidget(self.buttons[0], alignment=Qt.AlignmentFlag.AlignCenter)
            inside.addLayout(self._others())
        if note:
            small = _centred(note, 1.0)
            small.setProperty("kind", "muted")
            inside.addWidget(small)
        QVBoxLayout(self).addWidget(self._drop, alignment=Qt.AlignmentFlag.AlignCenter)
        self.recolour()

    def set_welcoming(self, on: bool) -> None:
        """While something that can be dropped is held over the window."""
        self._drop.setProperty("welcoming", on)
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)

    def recolour(self) -> None:
        colour = self.palette().accent().color()
        self._sign.setPixmap(drawing(self._icon, colour, _SIGN_PX, self.devicePixelRatioF()))

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda: act())
        return button

    def _others(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        for button in self.buttons[1:]:
            row.addWidget(button)
        row.addStretch()
        return row


def _centred(words: str, factor: float) -> QLabel:
    label = QLabel(words, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
    label.setFixedWidth(_WORDS_PX)
    label.setFont(scaled(label.font(), factor))
    return label
