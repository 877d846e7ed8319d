"""What is drawn over a comparison: the dividing line with its handle, words, and the loupe."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen, QPolygonF

HANDLE_GRASP_PX = 14
_HANDLE_RADIUS_PX = 17.0
_LIGHT = QColor(255, 255, 255)
_SHADE = QColor(0, 0, 0, 110)
_INK = QColor(35, 35, 35)


def draw_divider(painter: QPainter, x: float, seen: QRectF, has_focus: bool) -> None:
    """White with a dark rim: seen on any photograph. The ring is bolder with the keyboard's focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top, bottom, middle = QPointF(x, seen.top()), QPointF(x, seen.bottom()), QPointF(x, seen.center().y())
    for colour, width in ((_SHADE, 4.0), (_LIGHT, 2.0)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(top, bottom)
    painter.setPen(QPen(_INK if has_focus else _SHADE, 2.5 if has_focus else 1.5))
    painter.setBrush(_LIGHT)
    painter.drawEllipse(middle, _HANDLE_RADIUS_PX, _HANDLE_RADIUS_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_INK)
    for way in (-1, 1):
        tip, back = middle + QPointF(way * 10.5, 0), middle + QPointF(way * 4.5, 0)
        painter.drawPolygon(QPolygonF([tip, back + QPointF(0, -5), back + QPointF(0, 5)]))


def draw_label(painter: QPainter, words: str, seen: QRectF, side: Qt.AlignmentFlag, limit: float | None = None) -> None:
    """A word in a corner of the picture; left out where less than `limit` px are free for it."""
    metrics = QFontMetricsF(painter.font())
    box = QRectF(0, 0, metrics.horizontalAdvance(words) + 22, metrics.height() + 10)
    if limit is not None and limit < box.width() + 24:
        return
    left = seen.left() + 12 if side is Qt.AlignmentFlag.AlignLeft else seen.right() - 12 - box.width()
    box.moveTopLeft(QPointF(left, seen.top() + 12))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 150))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(_LIGHT)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def draw_loupe(
    painter: QPainter, at: QPointF, radius: float, surround: QColor, draw_inside: Callable[[QRectF], None]
) -> None:
    """A round glass over the picture; `draw_inside` fills its square."""
    square = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    circle = QPainterPath()
    circle.addEllipse(square)
    painter.save()
    painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
    painter.fillRect(square, surround)
    draw_inside(square)
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_SHADE, 5.0), (_LIGHT, 2.5)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(square)


def draw_notice(painter: QPainter, words: str, where: QRectF, palette: QPalette) -> None:
    """In place of a picture."""
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
