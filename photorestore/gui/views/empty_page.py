"""`EmptyPage`: what a newcomer sees first, and where photographs are dropped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from photorestore.gui.icons import drawing

_SIGN_PX = 88


class EmptyPage(QFrame):
    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "empty")
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("Drop old photographs here"), alignment=Qt.AlignmentFlag.AlignCenter)
        title.setFont(_larger(title.font(), 1.9))
        promise = QLabel(
            self.tr("Scratches, cracks and fading are found and mended.\nYour original is never changed."),
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        promise.setFont(_larger(promise.font(), 1.1))
        choose = QPushButton(self.tr("Choose photographs…"))
        choose.setProperty("kind", "primary")
        choose.setFont(_larger(choose.font(), 1.1))
        choose.setAccessibleDescription(self.tr("Opens photographs from this computer"))
        choose.clicked.connect(self.open_wanted)
        privacy = QLabel(
            self.tr("Everything happens on this computer. Nothing is sent anywhere."),
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        privacy.setProperty("kind", "muted")

        self._drop = QFrame()
        self._drop.setProperty("kind", "drop")
        inside = QVBoxLayout(self._drop)
        inside.setContentsMargins(72, 48, 72, 44)
        inside.setSpacing(10)
        for widget, space in ((self._sign, 14), (title, 4), (promise, 22)):
            inside.addWidget(widget)
            inside.addSpacing(space)
        inside.addWidget(choose, alignment=Qt.AlignmentFlag.AlignCenter)
        inside.addSpacing(18)
        inside.addWidget(privacy)
        QVBoxLayout(self).addWidget(self._drop, alignment=Qt.AlignmentFlag.AlignCenter)
        self.setFocusProxy(choose)
        self.recolour()

    def set_welcoming(self, on: bool) -> None:
        """While something that can be dropped is held over the window."""
        self._drop.setProperty("welcoming", on)
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)

    def recolour(self) -> None:
        colour = self.palette().accent().color()
        self._sign.setPixmap(drawing("photographs", colour, _SIGN_PX, self.devicePixelRatioF()))


def _larger(font: QFont, factor: float) -> QFont:
    font.setPointSizeF(font.pointSizeF() * factor)
    return font
