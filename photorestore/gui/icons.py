"""Line icons from SVG files, drawn in the palette's colour."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from photorestore import paths

# device pixels: 16, 18, 20 and 24 logical ones at one, two and three times, and a large one
_SIDES_PX = (16, 18, 20, 24, 32, 36, 40, 48, 60, 72)


def icon(name: str, palette: QPalette) -> QIcon:
    """Made anew when the palette changes."""
    made = QIcon()
    role = QPalette.ColorRole.WindowText
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        renderer = _renderer(name, palette.color(group, role))
        for side in _SIDES_PX:
            made.addPixmap(_drawn(renderer, side), mode)
    return made


def drawing(name: str, colour: QColor, size_px: int, ratio: float) -> QPixmap:
    """The icon as a square of `size_px` logical pixels."""
    pixmap = _drawn(_renderer(name, colour), round(size_px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _renderer(name: str, colour: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.name().encode())))


def _drawn(renderer: QSvgRenderer, side_px: int) -> QPixmap:
    pixmap = QPixmap(side_px, side_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    return pixmap


@cache
def _source(name: str) -> bytes:
    """Read once: every change of the palette draws every icon again."""
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()
