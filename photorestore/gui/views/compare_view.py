"""`CompareView`: the photograph before and after, zoomed, panned, split by a handle, with the damage drawn over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from photorestore.gui.pixmaps import DAMAGE_COLOUR, Picture, recolour_mask
from photorestore.gui.state.viewport import STEP, Viewport
from photorestore.gui.views.compare_marks import HANDLE_GRASP_PX, draw_divider, draw_label

_NEAREST_FROM_ZOOM = 2.0  # device pixels for a picture pixel: from here on, show pixels as they are
_KEY_STEP = 0.02


class CompareView(QWidget):
    """Left of the split lies the original, right of it the result; without a result only the original is shown.

    100 % is one picture pixel for one device pixel.
    """

    view_changed = Signal()  # zoom, split or what is shown

    def __init__(self) -> None:
        super().__init__()
        self._before: Picture | None = None
        self._after: Picture | None = None
        self._damage: Picture | None = None
        self._viewport = Viewport()
        self._split_at = 0.5  # share of the visible part of the picture
        self._surround = QColor("grey")
        self._overlay = DAMAGE_COLOUR
        self._drag: QPointF | None = None
        self._is_moving_split = False
        self._space_held = False
        self._focus_came_by_key = False
        self.is_split = True
        self.shows_original = False
        self.shows_damage = False
        self.wheel_zooms = True  # or moves the photograph, and zooms with Ctrl
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Photograph"))
        self.setAccessibleDescription(self.tr("Left and right move the line between before and after."))

    @property
    def zoom(self) -> float:
        return self._viewport.zoom

    @property
    def split_at(self) -> float:
        return self._split_at

    def set_surround(self, colour: QColor) -> None:
        self._surround = colour
        self.update()

    def set_overlay(self, colour: QColor) -> None:
        """The colour of damage."""
        self._overlay = colour
        if self._damage is not None:
            recolour_mask(self._damage, colour)
        self.update()

    def show_pictures(self, before: Picture | None, after: Picture | None, damage: Picture | None) -> None:
        """Another photograph is fitted; a new result of the same one keeps what is seen in its place."""
        is_same_photo = before is not None and before is self._before
        if damage is not None and damage is not self._damage:
            recolour_mask(damage, self._overlay)
        self._before, self._after, self._damage = before, after, damage
        largest = after or before
        if largest is not None:
            self._viewport.set_picture(largest.width, largest.height)
            if not is_same_photo:
                self._viewport.fit()
        self._refresh()

    def set_split(self, on: bool) -> None:
        self.is_split = on
        self._refresh()

    def set_original(self, on: bool) -> None:
        self.shows_original = on
        self._refresh()

    def set_damage(self, on: bool) -> None:
        self.shows_damage = on
        self._refresh()

    def move_split(self, share: float) -> None:
        self._split_at = min(1.0, max(0.0, share))
        self._refresh()

    def fit(self) -> None:
        self._viewport.fit()
        self._refresh()

    def zoom_to(self, zoom: float, anchor: QPointF | None = None) -> None:
        at = None if anchor is None else self._device(anchor)
        self._viewport.zoom_to(zoom, at)
        self._refresh()

    def zoom_by(self, factor: float) -> None:
        self.zoom_to(self.zoom * factor)

    def toggle_fit(self, anchor: QPointF | None = None) -> None:
        if self._viewport.is_fitted:
            self.zoom_to(1.0, anchor)
        else:
            self.fit()

    # --- drawing --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._surround)
        if self._before is None:
            return
        seen = self._seen_rect()
        painter.setClipRect(seen)
        if self._has_divider():
            at = self._divider_x()
            self._draw(painter, self._after, seen.intersected(QRectF(at, seen.top(), seen.right() - at, seen.height())))
            self._draw(painter, self._before, QRectF(seen.left(), seen.top(), at - seen.left(), seen.height()))
        else:
            is_before = self.shows_original or self._after is None
            self._draw(painter, self._before if is_before else self._after, seen)
        if self.shows_damage:
            self._draw(painter, self._damage, seen, smooth=False)
        painter.setClipping(False)
        self._draw_marks(painter, seen)
        if self._focus_came_by_key:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _draw(self, painter: QPainter, picture: Picture | None, part: QRectF, smooth: bool = True) -> None:
        """Draw the part of a picture that lies in `part` (widget pixels), from the level that suits the zoom."""
        whole = self._picture_rect()
        if picture is None or part.isEmpty():
            return
        scale = whole.width() * self.devicePixelRatioF() / picture.width
        level = picture.level_for(scale)
        is_smooth = smooth and (scale < _NEAREST_FROM_ZOOM or self._viewport.is_fitted)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        across, down = level.width() / whole.width(), level.height() / whole.height()
        source = QRectF(
            (part.left() - whole.left()) * across,
            (part.top() - whole.top()) * down,
            part.width() * across,
            part.height() * down,
        )
        painter.drawImage(part, level, source)

    def _draw_marks(self, painter: QPainter, seen: QRectF) -> None:
        if self._after is None:
            return
        before, after = self.tr("Before"), self.tr("After")
        if self._has_divider():
            at = self._divider_x()
            draw_divider(painter, at, seen, self.hasFocus())
            draw_label(painter, before, seen, Qt.AlignmentFlag.AlignLeft, limit=at - seen.left())
            draw_label(painter, after, seen, Qt.AlignmentFlag.AlignRight, limit=seen.right() - at)
        else:
            draw_label(painter, before if self.shows_original else after, seen, Qt.AlignmentFlag.AlignLeft)

    def _has_divider(self) -> bool:
        return self._after is not None and self.is_split and not self.shows_original

    def _divider_x(self) -> float:
        seen = self._seen_rect()
        return round(seen.left() + seen.width() * self._split_at)

    def _picture_rect(self) -> QRectF:
        """The whole picture in widget pixels, on whole device pixels so that 100 % is sharp."""
        ratio = self.devicePixelRatioF()
        left, top = (round(value) for value in self._viewport.to_view((0, 0)))
        width, height = (side * self._viewport.zoom for side in self._viewport.picture)
        return QRectF(left / ratio, top / ratio, width / ratio, height / ratio)

    def _seen_rect(self) -> QRectF:
        return self._picture_rect().intersected(QRectF(self.rect()))

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.wheel_zooms or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * STEP ** (event.angleDelta().y() / 120), event.position())
            return
        turned = QPointF(event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta())
        moved = turned * self.devicePixelRatioF()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x():
            moved = QPointF(moved.y(), 0)
        self._viewport.pan(moved.x(), moved.y())
        self._refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._is_over_divider(event.position()) and not self._space_held:
            self._is_moving_split = True
        elif left or event.button() is Qt.MouseButton.MiddleButton:
            self._drag = event.position()
        self._show_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_moving_split:
            seen = self._seen_rect()
            self.move_split((event.position().x() - seen.left()) / max(1.0, seen.width()))
        elif self._drag is not None:
            moved = (event.position() - self._drag) * self.devicePixelRatioF()
            self._drag = event.position()
            self._viewport.pan(moved.x(), moved.y())
            self._refresh()
        self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_moving_split, self._drag = False, None
        self._show_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._is_over_divider(event.position()):
            self.toggle_fit(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -_KEY_STEP, Qt.Key.Key_Right: _KEY_STEP}.get(Qt.Key(event.key()))
        if step is not None and self._has_divider():
            is_large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.move_split(self._split_at + step * (5 if is_large else 1))
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
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

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._measure()
        super().changeEvent(event)

    def _measure(self) -> None:
        ratio = self.devicePixelRatioF()
        self._viewport.set_view(round(self.width() * ratio), round(self.height() * ratio), ratio)
        self._refresh()

    def _is_over_divider(self, at: QPointF) -> bool:
        return self._has_divider() and abs(at.x() - self._divider_x()) <= HANDLE_GRASP_PX

    def _show_cursor(self, at: QPointF) -> None:
        if self._drag is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._is_over_divider(at):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.unsetCursor()

    def _device(self, at: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return at.x() * ratio, at.y() * ratio

    def _refresh(self) -> None:
        self.update()
        self.view_changed.emit()
