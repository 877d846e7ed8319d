"""`LibraryInvitation`: what an empty library shows: how photographs come in, and that they stay where they are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from photorestore.gui.icons import drawing

_SIGN_PX = 88


class LibraryInvitation(QFrame):
    folder_wanted = Signal()
    photos_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "empty")
        middle = Qt.AlignmentFlag.AlignCenter
        self._sign = QLabel(alignment=middle)
        title = QLabel(self.tr("Drop a folder of photographs here"), alignment=middle)
        title.setFont(_larger(title.font(), 1.9))
        promise = QLabel(
            self.tr("They stay where they are and are never changed.\nHere you find, sort, restore and show them."),
            alignment=middle,
        )
        promise.setFont(_larger(promise.font(), 1.1))
        self.folder_button = QPushButton(self.tr("Import a folder…"))
        self.folder_button.setProperty("kind", "primary")
        self.folder_button.clicked.connect(self.folder_wanted)
        self.photos_button = QPushButton(self.tr("Choose photographs…"))
        self.photos_button.clicked.connect(self.photos_wanted)
        self.samples_button = QPushButton(self.tr("Three damaged samples"))
        self.samples_button.clicked.connect(self.samples_wanted)
        self._drop = QFrame()
        self._drop.setProperty("kind", "drop")
        inside = QVBoxLayout(self._drop)
        inside.setContentsMargins(64, 44, 64, 40)
        inside.setSpacing(10)
        for widget, space in ((self._sign, 14), (title, 4), (promise, 22)):
            inside.addWidget(widget)
            inside.addSpacing(space)
        inside.addWidget(self.folder_button, alignment=middle)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(self.photos_button)
        row.addWidget(self.samples_button)
        row.addStretch()
        inside.addLayout(row)
        QVBoxLayout(self).addWidget(self._drop, alignment=middle)
        self.setFocusProxy(self.folder_button)
        self.recolour()

    def set_welcoming(self, on: bool) -> None:
        """While something that can be dropped is held over the window."""
        self._drop.setProperty("welcoming", on)
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)

    def recolour(self) -> None:
        colour = self.palette().accent().color()
        self._sign.setPixmap(drawing("library", colour, _SIGN_PX, self.devicePixelRatioF()))


def _larger(font: QFont, factor: float) -> QFont:
    font.setPointSizeF(font.pointSizeF() * factor)
    return font
