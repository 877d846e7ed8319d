"""`MethodCell`: what one method made of the patch, a button to take it; all cells are looked at in the same place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.viewport import STEP, Viewport
from photorestore.gui.views.fonts import bold

_WORDS_PX = 46
_EDGE_PX = 6
_NEAREST_FROM_ZOOM = 2.0
_DRAG_PX = 5.0  # less than this far moved is a click
_BAR_PX = 4.0


class PatchView(QWidget):
    """Where in the patch every cell looks, and whether they show it as it is. Not seen itself."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.viewport = Viewport()
        self.shows_original = False
        self._size = QSize(1, 1)

    def show_patch(self, width: int, height: int) -> None:
        """From its middle, a pixel of it for one of the screen, so that noise is seen as it is."""
        self.viewport = Viewport()
        self.viewport.set_picture(width, height)
        self.set_size(self._size)
        self.viewport.zoom_to(max(1.0, min(self.viewport.fitting_zoom, 2.0)))
        self.changed.emit()

    def set_size(self, size: QSize) -> None:
        self._size = size
        ratio = self.devicePixelRatioF()
        self.viewport.set_view(round(size.width() * ratio), round(size.height() * ratio), ratio)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        ratio = self.devicePixelRatioF()
        self.viewport.zoom_to(
            self.viewport.zoom * factor, None if at is None else (at.x() * ratio, at.y() * ratio)
        )  # fmt: skip
        self.changed.emit()

    def pan(self, by: QPointF) -> None:
        ratio = self.devicePixelRatioF()
        self.viewport.pan(by.x() * ratio, by.y() * ratio)
        self.changed.emit()

    def show_original(self, on: bool) -> None:
        self.shows_original = on
        self.changed.emit()


class MethodCell(QAbstractButton):
    """A click takes the method, once it has a picture; dragging moves and the wheel zooms all cells."""

    taken = Signal()

    def __init__(self, view: PatchView, title: str, surround: QColor) -> None:
        super().__init__()
        self._view = view
        self._surround = surround
        self._title = title
        self._words = ""
        self._mark = ""
        self._trouble = ""
        self._share: float | None = None
        self._picture: Picture | None = None
        self._original: Picture | None = None
        self._press: QPointF | None = None
        self._is_dragged = False
        self.can_take = False
        self._last = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._take)
        view.changed.connect(self.update)

    def show_state(
        self,
        picture: Picture | None,
        original: Picture | None,
        words: str,
        mark: str = "",
        trouble: str = "",
        share: float | None = None,
        can_take: bool = False,
    ) -> None:
        """`words` stand under the picture, `mark` is a badge, `share` is how far the work on it is."""
        self._picture, self._original, self._words, self._mark = picture, original, words, mark
        self._trouble, self._share = trouble, share
        self.can_take = can_take
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_take else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(", ".join(part for part in (self._title, mark, trouble or words) if part))
        self.setToolTip(trouble)
        self.update()

    @property
    def words(self) -> str:
        return self._trouble or self._words

    def sizeHint(self) -> QSize:
        return QSize(236, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(170, 140)

    # --- drawing --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        self._view.set_size(room.size().toSize())
        path = QPainterPath()
        path.addRoundedRect(room, 6, 6)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(room, self._surround)
        self._draw_picture(painter, room)
        painter.restore()
        self._draw_mark(painter, room)
        self._draw_words(painter, room)
        self._draw_frame(painter)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_WORDS_PX)

    def _draw_picture(self, painter: QPainter, room: QRectF) -> None:
        picture = self._original if self._view.shows_original and self._picture is not None else self._picture
        if picture is None:
            self._draw_trouble(painter, room)
            return
        port, ratio = self._view.viewport, self.devicePixelRatioF()
        left, top = (round(value) / ratio for value in port.to_view((0, 0)))
        width, height = picture.width * port.zoom / ratio, picture.height * port.zoom / ratio
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, port.zoom < _NEAREST_FROM_ZOOM)
        painter.drawImage(QRectF(room.left() + left, room.top() + top, width, height), picture.levels[0])

    def _draw_trouble(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(_readable_on(self._surround))
        if self._trouble:
            painter.drawText(room.adjusted(12, 8, -12, -8), _WRAPPED, self._trouble)
        elif self._share is not None:
            bar = QRectF(room.left() + 24, room.center().y() - _BAR_PX / 2, room.width() - 48, _BAR_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            track = _readable_on(self._surround)
            track.setAlphaF(0.25)
            painter.setBrush(track)
            painter.drawRoundedRect(bar, 2, 2)
            bar.setWidth(bar.width() * self._share)
            painter.setBrush(self.palette().accent())
            painter.drawRoundedRect(bar, 2, 2)

    def _draw_mark(self, painter: QPainter, room: QRectF) -> None:
        if not self._mark:
            return
        painter.setFont(bold(self.font()))
        wide = painter.fontMetrics().horizontalAdvance(self._mark) + 16
        badge = QRectF(room.left() + 8, room.top() + 8, wide, painter.fontMetrics().height() + 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().accent())
        painter.drawRoundedRect(badge, 6, 6)
        painter.setPen(self.palette().highlightedText().color())
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._mark)

    def _draw_words(self, painter: QPainter, room: QRectF) -> None:
        line = QRectF(room.left() + 2, room.bottom() + 4, room.width() - 4, 19)
        for words, font, pen in (
            (self._title, bold(self.font()), self.palette().windowText()),
            ("" if self._trouble else self._words, self.font(), self.palette().placeholderText()),
        ):
            painter.setFont(font)
            painter.setPen(pen.color())
            painter.drawText(
                line,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(line.width())),
            )
            line.translate(0, 18)

    def _draw_frame(self, painter: QPainter) -> None:
        is_hovered = self.can_take and self.underMouse()
        if self.hasFocus() or is_hovered:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().accent().color(), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._view.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position() - self._room().topLeft())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = self._last = event.position()
        self._is_dragged = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is not None:
            self._view.pan(event.position() - self._last)
            self._last = event.position()
            self._is_dragged |= (event.position() - self._press).manhattanLength() > _DRAG_PX
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press = None
        super().mouseReleaseEvent(event)
        self._is_dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        if self.can_take and not self._is_dragged:
            self.taken.emit()


_WRAPPED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


def _readable_on(ground: QColor) -> QColor:
    return QColor("#2b2b2b" if ground.lightnessF() > 0.5 else "#d8d8d8")
