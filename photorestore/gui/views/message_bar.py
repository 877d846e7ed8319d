"""`MessageBar`: one calm sentence above the photograph, until it is closed or another comes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.icons import drawing, icon

_ICON_PX = 22
_POLITENESS = {
    "news": QAccessible.AnnouncementPoliteness.Polite,
    "trouble": QAccessible.AnnouncementPoliteness.Assertive,
}


class MessageBar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.kind = "news"
        self._card = QFrame()
        self._sign = QLabel()
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setIconSize(QSize(16, 16))
        self._close.clicked.connect(self.hide)
        self._close.setProperty("kind", "quiet")
        around = QHBoxLayout(self)
        around.setContentsMargins(12, 10, 12, 10)
        around.addWidget(self._card)
        row = QHBoxLayout(self._card)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words)
        row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        self.recolour()
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_trouble(self, sentence: str) -> None:
        self._show("trouble", sentence)

    def show_news(self, sentence: str) -> None:
        self._show("news", sentence)

    def recolour(self) -> None:
        colour = self.palette().windowText().color()
        self._sign.setPixmap(drawing(self.kind, colour, _ICON_PX, self.devicePixelRatioF()))
        self._close.setIcon(icon("cancel", self.palette()))

    def _show(self, kind: str, sentence: str) -> None:
        words = in_window_language(sentence)
        self.kind = kind
        self._words.setText(words)
        self.setAccessibleName(words)
        self._card.setProperty("kind", kind)
        self._card.style().unpolish(self._card)  # a style sheet looks at properties only when a widget is polished
        self._card.style().polish(self._card)
        self.recolour()
        self.show()
        self._announce()

    def _announce(self) -> None:
        """The bar never has the focus, so a screen reader has to be told."""
        event = QAccessibleAnnouncementEvent(self, self._words.text())
        event.setPoliteness(_POLITENESS[self.kind])
        QAccessible.updateAccessibility(event)
