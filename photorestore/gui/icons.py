"""Line icons from SVG files, drawn in the palette's colour."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from photorestore import paths

_SIZES_PX = (16, 20, 24, 32, 48)
_RATIOS = (1, 2, 3)  # device pixels for a logical one


def icon(name: str, palette: QPalette) -> QIcon:
    """Made anew when the palette changes."""
    made = QIcon()
    role = QPalette.ColorRole.WindowText
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        for size in _SIZES_PX:
            for ratio in _RATIOS:
                made.addPixmap(drawing(name, palette.color(group, role), size, ratio), mode)
    return made


def drawing(name: str, colour: QColor, size_px: int, ratio: float) -> QPixmap:
    """The icon as a square of `size_px` logical pixels."""
    pixmap = QPixmap(round(size_px * ratio), round(size_px * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    source = (paths.resources() / "icons" / f"{name}.svg").read_bytes().replace(b"currentColor", colour.name().encode())
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
