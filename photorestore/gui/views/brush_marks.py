"""What is drawn at the cursor: the ring of the brush, the size while it changes, lines that are not strokes yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

_GRID = QColor(128, 128, 128, 90)
_LIGHT, _DARK = QColor(255, 255, 255, 230), QColor(0, 0, 0, 190)
_SMALLEST_RING_PX = 4.0
_CROSS_PX = 7.0


def draw_brush(
    painter: QPainter, at: QPointF, radius_px: float, softness: float, is_erasing: bool, cross: bool
) -> None:
    """A light ring inside a dark one is seen on any photograph; where it would be too small, a cross."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if cross or radius_px < _SMALLEST_RING_PX:
        arms = (QPointF(_CROSS_PX, 0), QPointF(0, _CROSS_PX))
        _twice(painter, lambda: [painter.drawLine(at - arm, at + arm) for arm in arms])
    if radius_px >= 1:
        style = Qt.PenStyle.DashLine if is_erasing else Qt.PenStyle.SolidLine
        for colour, grow, pen in ((_DARK, 0.5, Qt.PenStyle.SolidLine), (_LIGHT, -0.5, style)):
            painter.setPen(QPen(colour, 1, pen))  # a ring of 1000 px takes 0.1 ms so; 1.6 with any other width
            painter.drawEllipse(at, radius_px + grow, radius_px + grow)
    inner = radius_px * (1 - softness)
    if softness > 0 and inner > 2:
        painter.setPen(QPen(_LIGHT, 1.0, Qt.PenStyle.DotLine))
        painter.drawEllipse(at, inner, inner)


def draw_words(painter: QPainter, words: str, at: QPointF, inside: QRectF) -> None:
    """A small sign beside a point, kept inside the view."""
    metrics = QFontMetricsF(painter.font())
    box = QRectF(0, 0, metrics.horizontalAdvance(words) + 18, metrics.height() + 8)
    box.moveCenter(at)
    box.moveLeft(min(max(box.left(), inside.left() + 4), inside.right() - box.width() - 4))
    box.moveTop(min(max(box.top(), inside.top() + 4), inside.bottom() - box.height() - 4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 170))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(_LIGHT)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def draw_line(painter: QPainter, points: Sequence[QPointF], is_closed: bool = False) -> None:
    """A thin line that shows where something will be."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(255, 255, 255, 30) if is_closed else Qt.BrushStyle.NoBrush)
    line = QPolygonF(list(points))
    _twice(painter, lambda: painter.drawPolygon(line) if is_closed else painter.drawPolyline(line))


def draw_frame(painter: QPainter, box: QRectF, accent: QColor) -> None:
    """Around the defect that is looked at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_DARK, 5.0), (_LIGHT, 3.5), (accent, 2.0)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(box, 4, 4)


def draw_grid(painter: QPainter, part: QRectF, corner: QPointF, step: float) -> None:
    """Lines between the picture's pixels, which are `step` wide and begin at `corner`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(_GRID, 0))
    for column in range(ceil((part.left() - corner.x()) / step), floor((part.right() - corner.x()) / step) + 1):
        x = round(corner.x() + column * step)
        painter.drawLine(QPointF(x, part.top()), QPointF(x, part.bottom()))
    for row in range(ceil((part.top() - corner.y()) / step), floor((part.bottom() - corner.y()) / step) + 1):
        y = round(corner.y() + row * step)
        painter.drawLine(QPointF(part.left(), y), QPointF(part.right(), y))


def _twice(painter: QPainter, draw: Callable[[], object]) -> None:
    """Dark and wide, then light and thin."""
    for colour, width in ((_DARK, 2.8), (_LIGHT, 1.3)):
        painter.setPen(QPen(colour, width))
        draw()
