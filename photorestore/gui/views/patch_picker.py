"""`PatchPicker`: the whole photograph, small, with the frame of the patch that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)

from photorestore.core.geometry import Box
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.methods_trial import patch_of
from photorestore.gui.views.brush_marks import draw_frame
from photorestore.gui.views.picture_view import PictureView

_CLICK_PX = 6.0  # less than this far dragged is a click
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class PatchPicker(PictureView):
    """Drag draws another patch, a click moves it there, arrows move it by a quarter."""

    picked = Signal(object)  # Box

    def __init__(self, picture: Picture, box: Box) -> None:
        super().__init__()
        self._picture = picture
        self._box = box
        self._from: QPointF | None = None
        self._to = QPointF()
        self._viewport.set_picture(picture.width, picture.height)
        self.setMinimumSize(200, 150)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("The photograph; arrows move the patch"))

    def show_box(self, box: Box) -> None:
        self._box = box
        self.update()

    # --- drawing --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._surround)
        self._draw(painter, self._picture, self._seen_rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = self._drawn_box() if self._from is not None else self._box
        draw_frame(painter, self._frame_of(drawn), self.palette().accent().color())
        if self._from is not None:
            painter.setPen(QPen(self.palette().accent().color(), 1, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(self._from, self._to).normalized())
        self._draw_focus(painter)

    def _frame_of(self, box: Box) -> QRectF:
        return QRectF(self.on_screen((box.left, box.top)), self.on_screen((box.right, box.bottom)))

    def _place_of(self, at: QPointF) -> tuple[int, int]:
        x, y = self.in_picture(at)
        return round(x), round(y)

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is always seen whole

    def _pinch(self, event: QNativeGestureEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = self._to = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._to = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None and event.button() is Qt.MouseButton.LeftButton:
            self._to = event.position()
            box, self._from = self._drawn_box(), None
            self._pick(box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        box = self._box
        self._pick(box.shift(way[0] * max(1, box.width // 4), way[1] * max(1, box.height // 4)))

    def _drawn_box(self) -> Box:
        assert self._from is not None
        (left, top), (right, bottom) = self._place_of(self._from), self._place_of(self._to)
        if (self._to - self._from).manhattanLength() < _CLICK_PX:
            box = self._box
            moved = box.shift(left - (box.left + box.right) // 2, top - (box.top + box.bottom) // 2)
        else:
            moved = Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom))
        return patch_of(moved, *self._viewport.picture)

    def _pick(self, box: Box) -> None:
        self._box = patch_of(box, *self._viewport.picture)
        self.update()
        self.picked.emit(self._box)
