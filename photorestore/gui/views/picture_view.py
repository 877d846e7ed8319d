"""`PictureView`: a photograph zoomed and panned. What is drawn over it and done on it is for the views made of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QSinglePointEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.viewport import STEP, Point, Viewport

_LEAST_PINCH = 0.1  # of the size before
_NEAREST_FROM_ZOOM = 2.0  # device pixels for a picture pixel: from here on, show pixels as they are


class PictureView(QWidget):
    """Space or the middle button pan, the wheel zooms or pans, a trackpad's pinch zooms.

    100 % is one picture pixel for one device pixel.
    """

    view_changed = Signal()  # zoom, place or what is shown

    def __init__(self) -> None:
        super().__init__()
        self._viewport = Viewport()
        self._surround = QColor("grey")
        self._drag: QPointF | None = None
        self._space_held = False
        self._focus_came_by_key = False
        self.wheel_zooms = True  # or moves the photograph, and zooms with Ctrl
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Photograph"))

    @property
    def zoom(self) -> float:
        return self._viewport.zoom

    @property
    def is_panning(self) -> bool:
        return self._drag is not None

    def set_surround(self, colour: QColor) -> None:
        self._surround = colour
        self.update()

    def fit(self) -> None:
        self._viewport.fit()
        self._refresh()

    def zoom_to(self, zoom: float, anchor: QPointF | None = None) -> None:
        at = None if anchor is None else self._device(anchor)
        self._viewport.zoom_to(zoom, at)
        self._refresh()

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        self.zoom_to(self.zoom * factor, anchor)

    def toggle_fit(self, anchor: QPointF | None = None) -> None:
        if self._viewport.is_fitted:
            self.zoom_to(1.0, anchor)
        else:
            self.fit()

    # --- drawing --------------------------------------------------------------------------------------------------

    def _draw(
        self,
        painter: QPainter,
        picture: Picture | None,
        part: QRectF,
        smooth: bool = True,
        whole: QRectF | None = None,
    ) -> None:
        """Draw the part of a picture that lies in `part` (widget pixels), from the level that suits the zoom.

        `whole` is where all of it would lie, usually where the photograph does.
        """
        whole = self._picture_rect() if whole is None else whole
        if picture is None or part.isEmpty():
            return
        scale = whole.width() * self.devicePixelRatioF() / picture.width
        level = picture.level_for(scale)
        is_whole = abs(scale - 1) < 1e-9  # nothing to smooth, and twice as quick
        is_smooth = smooth and not is_whole and (scale < _NEAREST_FROM_ZOOM or self._viewport.is_fitted)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        across, down = level.width() / whole.width(), level.height() / whole.height()
        source = QRectF(
            (part.left() - whole.left()) * across,
            (part.top() - whole.top()) * down,
            part.width() * across,
            part.height() * down,
        )
        painter.drawImage(part, level, source)

    def _draw_focus(self, painter: QPainter) -> None:
        if self._focus_came_by_key:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _picture_rect(self) -> QRectF:
        """The whole picture in widget pixels, on whole device pixels so that 100 % is sharp."""
        ratio = self.devicePixelRatioF()
        left, top = (round(value) for value in self._viewport.to_view((0, 0)))
        width, height = (side * self._viewport.zoom for side in self._viewport.picture)
        return QRectF(left / ratio, top / ratio, width / ratio, height / ratio)

    def _seen_rect(self) -> QRectF:
        return self._picture_rect().intersected(QRectF(self.rect()))

    @property
    def picture_px(self) -> float:
        """Picture pixels for one of the widget."""
        return self.devicePixelRatioF() / self.zoom

    def on_screen(self, point: Point) -> QPointF:
        """A picture point in widget pixels."""
        return self._picture_rect().topLeft() + QPointF(*point) / self.picture_px

    def in_picture(self, at: QPointF) -> Point:
        """A widget point in picture pixels."""
        return ((at - self._picture_rect().topLeft()) * self.picture_px).toTuple()

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.wheel_zooms or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
            return
        turned = QPointF(event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta())
        moved = turned * self.devicePixelRatioF()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x():
            moved = QPointF(moved.y(), 0)
        self._viewport.pan(moved.x(), moved.y())
        self._refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hand_down(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand_moves(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand_up(event)

    def _hand_down(self, event: QSinglePointEvent) -> None:
        """The mouse, or a pen where a view takes its events itself."""
        if event.button() is Qt.MouseButton.MiddleButton or (
            self._space_held and event.button() is Qt.MouseButton.LeftButton
        ):
            self._begin_pan(event.position())
        self._show_cursor(event.position())

    def _hand_moves(self, event: QSinglePointEvent) -> None:
        if self._drag is not None:
            moved = (event.position() - self._drag) * self.devicePixelRatioF()
            self._drag = event.position()
            self._viewport.pan(moved.x(), moved.y())
            self._refresh()
        self._show_cursor(event.position())

    def _hand_up(self, event: QSinglePointEvent) -> None:
        self._drag = None
        self._show_cursor(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._space_held = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._space_held and not event.isAutoRepeat():
            self._space_held = False
            self.unsetCursor()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_came_by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focus_came_by_key = self._space_held = False
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # which Qt gives to no handler of its own
            self._measure()
        elif isinstance(event, QNativeGestureEvent):
            self._pinch(event)
            return event.isAccepted()
        return super().event(event)

    def _pinch(self, event: QNativeGestureEvent) -> None:
        """Two fingers on a trackpad. `value` is how much larger, as a share."""
        is_zoom = event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        event.setAccepted(is_zoom)
        if is_zoom:
            self.zoom_by(max(_LEAST_PINCH, 1 + event.value()), event.position())

    def _begin_pan(self, at: QPointF) -> None:
        self._drag = at

    def _show_cursor(self, at: QPointF) -> None:
        if self._drag is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._show_own_cursor(at)

    def _show_own_cursor(self, at: QPointF) -> None:
        """The cursor while nothing is panned."""
        self.unsetCursor()

    def _measure(self) -> None:
        ratio = self.devicePixelRatioF()
        self._viewport.set_view(round(self.width() * ratio), round(self.height() * ratio), ratio)
        self._refresh()

    def _device(self, at: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return at.x() * ratio, at.y() * ratio

    def _refresh(self) -> None:
        self.update()
        self.view_changed.emit()
