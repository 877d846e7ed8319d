"""`CompareView`: the photograph before and after, split by a handle, with the damage drawn over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from photorestore.gui.pixmaps import DAMAGE_COLOUR, Picture, recolour_mask
from photorestore.gui.views.compare_marks import HANDLE_GRASP_PX, draw_divider, draw_label
from photorestore.gui.views.picture_view import PictureView

_KEY_STEP = 0.02


class CompareView(PictureView):
    """Left of the split lies the original, right of it the result; without a result only the original is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._before: Picture | None = None
        self._after: Picture | None = None
        self._damage: Picture | None = None
        self._split_at = 0.5  # share of the visible part of the picture
        self._overlay = DAMAGE_COLOUR
        self._is_moving_split = False
        self.is_split = True
        self.shows_original = False
        self.shows_damage = False
        self.setAccessibleDescription(self.tr("Left and right move the line between before and after."))

    @property
    def split_at(self) -> float:
        return self._split_at

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
        self._draw_focus(painter)

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

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._is_over_divider(event.position()) and not self._space_held:
            self._is_moving_split = True
        elif left:
            self._begin_pan(event.position())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_moving_split:
            seen = self._seen_rect()
            self.move_split((event.position().x() - seen.left()) / max(1.0, seen.width()))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_moving_split = False
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._is_over_divider(event.position()):
            self.toggle_fit(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -_KEY_STEP, Qt.Key.Key_Right: _KEY_STEP}.get(Qt.Key(event.key()))
        if step is not None and self._has_divider():
            is_large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.move_split(self._split_at + step * (5 if is_large else 1))
        else:
            super().keyPressEvent(event)

    def _is_over_divider(self, at: QPointF) -> bool:
        return self._has_divider() and abs(at.x() - self._divider_x()) <= HANDLE_GRASP_PX

    def _show_own_cursor(self, at: QPointF) -> None:
        if self._is_over_divider(at):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.unsetCursor()
