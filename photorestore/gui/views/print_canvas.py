"""`PrintCanvas`: a scanned page with the boxes of its prints, to be moved, sized, turned and drawn by mouse or keys."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)

from photorestore.core.prints import Print
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.print_boxes import PrintBoxes, along_sides, resized
from photorestore.gui.state.viewport import Point
from photorestore.gui.views.picture_view import PictureView

_HANDLE_PX = 11.0
_TURN_PX = 34.0  # from the upper edge to the handle that turns
_FAR_PX, _TURN_STEP, _FINE_TURN = 10, 0.5, 0.1
_BOX, _CHOSEN = QColor("#f2b134"), QColor("#27c2b6")
_CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1))
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class PrintCanvas(PictureView):
    """Drag inside a box to move it, a corner to size it, the round handle to turn it, and beside all to draw one.

    Arrows move (Shift: 10 px), Ctrl + arrows size, comma and full stop turn (Shift: finely), N and Shift+N go on.
    """

    def __init__(self, boxes: PrintBoxes) -> None:
        super().__init__()
        self._boxes = boxes
        self._picture: Picture | None = None
        self._gesture = ""  # "move", "turn", "draw", or "size 0" to "size 3"
        self._from: Point = (0.0, 0.0)
        self._box_before: Print | None = None
        self.setAccessibleName(self.tr("Album page with the boxes of its prints"))
        boxes.changed.connect(self._show_boxes)

    def show_picture(self, picture: Picture) -> None:
        self._picture = picture
        self._viewport.set_picture(picture.width, picture.height)
        self.fit()

    # --- drawing --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._surround)
        self._draw(painter, self._picture, self._seen_rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, box in enumerate(self._boxes.boxes):
            if number != self._boxes.current:
                self._draw_box(painter, number, box, is_chosen=False)
        if self._boxes.current is not None and self._boxes.box is not None:
            self._draw_box(painter, self._boxes.current, self._boxes.box, is_chosen=True)
        self._draw_focus(painter)
        painter.end()

    def _draw_box(self, painter: QPainter, number: int, box: Print, is_chosen: bool) -> None:
        corners = self._corners(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 150), 4.0), (_CHOSEN if is_chosen else _BOX, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawPolygon(QPolygonF(corners))
        self._draw_number(painter, corners[0], number, _CHOSEN if is_chosen else _BOX)
        if is_chosen:
            painter.setPen(QPen(QColor(0, 0, 0, 170), 1))
            painter.setBrush(_CHOSEN)
            handle, half = self._turn_handle(box), _HANDLE_PX / 2
            painter.drawLine((corners[0] + corners[1]) / 2, handle)
            painter.drawEllipse(handle, half, half)
            for corner in corners:
                painter.drawRect(QRectF(corner.x() - half, corner.y() - half, _HANDLE_PX, _HANDLE_PX))

    def _draw_number(self, painter: QPainter, at: QPointF, number: int, colour: QColor) -> None:
        sign = QRectF(at.x() + 8, at.y() + 8, 24, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(sign, 5, 5)
        painter.setPen(QColor("#101010"))
        painter.drawText(sign, int(Qt.AlignmentFlag.AlignCenter), str(number + 1))

    # --- mouse ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.is_panning or self._picture is None:
            return
        self._from = self.in_picture(event.position())
        self._gesture = self._gesture_at(event.position())
        self._boxes.begin()
        if self._gesture == "move":
            self._boxes.choose(self._boxes.at(self._from))
        self._box_before = self._boxes.box

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self._gesture:
            return
        here, before = self.in_picture(event.position()), self._box_before
        dx, dy = here[0] - self._from[0], here[1] - self._from[1]
        if self._gesture == "draw":
            self._draw_new(here)
        elif before is not None and self._gesture == "move":
            self._boxes.put(replace(before, x=before.x + dx, y=before.y + dy))
        elif before is not None and self._gesture == "turn":
            self._boxes.put(
                replace(before, angle=math.degrees(math.atan2(here[1] - before.y, here[0] - before.x)) + 90)
            )
        elif before is not None:
            corner = _CORNERS[int(self._gesture[-1])]
            across, down = along_sides(before, dx, dy)
            self._boxes.put(resized(before, corner, across * corner[0], down * corner[1]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._gesture:
            if self._gesture == "draw":
                self._boxes.choose(None)
            self._gesture = ""
            self._boxes.end()

    def _draw_new(self, here: Point) -> None:
        """A box is there once the hand has gone far enough to mean one."""
        width, height = abs(here[0] - self._from[0]), abs(here[1] - self._from[1])
        if min(width, height) * self.zoom < _HANDLE_PX:
            return
        self._boxes.add(Print((here[0] + self._from[0]) / 2, (here[1] + self._from[1]) / 2, width, height))
        fixed = (-1 if here[0] < self._from[0] else 1, -1 if here[1] < self._from[1] else 1)
        self._gesture = f"size {_CORNERS.index(fixed)}"
        self._box_before, self._from = self._boxes.box, here

    def _gesture_at(self, at: QPointF) -> str:
        box = self._boxes.box
        if box is not None:
            if _is_near(at, self._turn_handle(box)):
                return "turn"
            for number, corner in enumerate(self._corners(box)):
                if _is_near(at, corner):
                    return f"size {number}"
        return "move" if self._boxes.at(self.in_picture(at)) is not None else "draw"

    def _show_own_cursor(self, at: QPointF) -> None:
        shape = Qt.CursorShape
        gesture = self._gesture or self._gesture_at(at)
        plain = {"move": shape.SizeAllCursor, "turn": shape.PointingHandCursor, "draw": shape.CrossCursor}
        self.setCursor(plain.get(gesture, shape.SizeFDiagCursor))

    # --- keys -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        key, boxes = Qt.Key(event.key()), self._boxes
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        has_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _WAYS:
            x, y = (by * (_FAR_PX if has_shift else 1) for by in _WAYS[key])
            (boxes.grow if has_ctrl else boxes.move)(x, y)
        elif key in (Qt.Key.Key_Comma, Qt.Key.Key_Less, Qt.Key.Key_Semicolon):
            boxes.turn(-_FINE_TURN if has_shift else -_TURN_STEP)
        elif key in (Qt.Key.Key_Period, Qt.Key.Key_Greater, Qt.Key.Key_Colon):
            boxes.turn(_FINE_TURN if has_shift else _TURN_STEP)
        elif key is Qt.Key.Key_N:
            boxes.step(-1 if has_shift else 1)
        elif key is Qt.Key.Key_Insert:
            boxes.add_in_middle(self.in_picture(QPointF(self.rect().center())))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            boxes.remove()
        else:
            return False
        self._announce()
        return True

    def _announce(self) -> None:
        box, number = self._boxes.box, self._boxes.current
        if box is not None and number is not None:
            words = self.tr("Box {n}: {x}, {y}, {width} by {height}, turned by {angle} degrees").format(
                n=number + 1, x=round(box.x), y=round(box.y), width=round(box.width), height=round(box.height),
                angle=QLocale().toString(box.angle, "f", 1),
            )  # fmt: skip
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # --- from the scan to the widget and back ---------------------------------------------------------------------

    def _corners(self, box: Print) -> list[QPointF]:
        return [self.on_screen((float(x), float(y))) for x, y in box.corners]

    def _turn_handle(self, box: Print) -> QPointF:
        turn = math.radians(box.angle)
        corners = self._corners(box)
        return (corners[0] + corners[1]) / 2 + QPointF(math.sin(turn), -math.cos(turn)) * _TURN_PX

    def _show_boxes(self) -> None:
        self.update()


def _is_near(at: QPointF, point: QPointF) -> bool:
    way = at - point
    return math.hypot(way.x(), way.y()) <= _HANDLE_PX
