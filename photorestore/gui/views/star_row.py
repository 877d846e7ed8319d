"""`StarRow`: five stars to click, or to set with the keys 0 to 5 and the arrows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from photorestore.gui.icons import drawing
from photorestore.gui.theme import Theme

_STAR_PX = 24
MOST = 5


class StarRow(QWidget):
    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.stars = 0
        self.setFixedSize(QSize(MOST * _STAR_PX + 4, _STAR_PX + 4))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Stars"))

    def show_stars(self, stars: int) -> None:
        self.stars = stars
        self.setAccessibleName(self.tr("Stars: {n} of 5").format(n=stars))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        colours = self._theme.colours
        for at in range(MOST):
            name, colour = ("star-full", colours.accent) if at < self.stars else ("star", colours.muted)
            painter.drawPixmap(QPoint(2 + at * _STAR_PX, 2), drawing(name, QColor(colour), _STAR_PX - 4, ratio))
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        stars = int(event.position().x() - 2) // _STAR_PX + 1
        self.chosen.emit(0 if stars == self.stars else min(MOST, max(0, stars)))  # the same again takes them away

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(min(MOST, max(0, self.stars + by)))
