"""`CanvasPictures`: which pictures the mask canvas shows where: original, result, both beside a line, a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from photorestore.core.geometry import Box
from photorestore.gui.pixmaps import Picture
from photorestore.gui.views.brush_marks import draw_frame
from photorestore.gui.views.compare_marks import HANDLE_GRASP_PX, draw_divider, draw_label

if TYPE_CHECKING:
    from photorestore.gui.views.mask_canvas import MaskCanvas


class CanvasPictures(QObject):
    """Left of the line lies the original, right of it the result. A preview lies over the result."""

    def __init__(self, canvas: MaskCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.before: Picture | None = None
        self.after: Picture | None = None
        self.patch: tuple[Box, Picture] | None = None
        self.shows_original = False
        self.is_split = False
        self.split_at = 0.5  # share of the visible part of the picture
        self._is_moving = False

    @property
    def has_divider(self) -> bool:
        return self.after is not None and self.is_split and not self.shows_original

    @property
    def is_moving_divider(self) -> bool:
        return self._is_moving

    def draw(self, painter: QPainter, part: QRectF, seen: QRectF) -> None:
        draw = self._canvas.draw_picture
        if not self.has_divider:
            is_before = self.shows_original or self.after is None
            draw(painter, self.before if is_before else self.after, part)
            self._draw_patch(painter, part)
            return
        at = self._divider_x(seen)
        right = QRectF(at, seen.top(), seen.right() - at, seen.height()).intersected(part)
        draw(painter, self.before, QRectF(seen.left(), seen.top(), at - seen.left(), seen.height()).intersected(part))
        draw(painter, self.after, right)
        self._draw_patch(painter, right)

    def draw_marks(self, painter: QPainter, seen: QRectF) -> None:
        canvas = self._canvas
        if self.patch is not None and not self.shows_original:
            frame = self._place_of(self.patch[0]).intersected(QRectF(canvas.rect()).adjusted(3, 3, -3, -3))
            draw_frame(painter, frame, canvas.palette().accent().color())
            draw_label(painter, self.tr("Preview"), frame, Qt.AlignmentFlag.AlignLeft, frame.width())
            return
        if self.after is None:
            return
        before, after = self.tr("Before"), self.tr("After")
        if not self.has_divider:
            draw_label(painter, before if self.shows_original else after, seen, Qt.AlignmentFlag.AlignLeft)
            return
        at = self._divider_x(seen)
        draw_divider(painter, at, seen, canvas.hasFocus())
        draw_label(painter, before, seen, Qt.AlignmentFlag.AlignLeft, limit=at - seen.left())
        draw_label(painter, after, seen, Qt.AlignmentFlag.AlignRight, limit=seen.right() - at)

    def is_over_divider(self, at: QPointF, seen: QRectF) -> bool:
        return self.has_divider and abs(at.x() - self._divider_x(seen)) <= HANDLE_GRASP_PX / 2

    def grasp(self, at: QPointF, seen: QRectF) -> bool:
        """True if the hand took the line."""
        self._is_moving = self.is_over_divider(at, seen)
        return self._is_moving

    def move(self, at: QPointF, seen: QRectF) -> None:
        self.move_to((at.x() - seen.left()) / max(1.0, seen.width()))

    def move_to(self, share: float) -> None:
        self.split_at = min(1.0, max(0.0, share))

    def let_go(self) -> None:
        self._is_moving = False

    def _draw_patch(self, painter: QPainter, part: QRectF) -> None:
        if self.patch is not None and not self.shows_original:
            box, picture = self.patch
            place = self._place_of(box)
            self._canvas.draw_picture(painter, picture, place.intersected(part), place)

    def leave_out_patch(self, painter: QPainter, part: QRectF) -> None:
        """The mask does not lie over a preview: it would hide what is judged."""
        if self.patch is not None and not self.shows_original:
            whole, place = QRegion(part.toAlignedRect()), self._place_of(self.patch[0])
            painter.setClipRegion(whole.subtracted(QRegion(place.toAlignedRect())))

    def _place_of(self, box: Box) -> QRectF:
        return QRectF(self._canvas.on_screen((box.left, box.top)), self._canvas.on_screen((box.right, box.bottom)))

    def _divider_x(self, seen: QRectF) -> float:
        return round(seen.left() + seen.width() * self.split_at)
