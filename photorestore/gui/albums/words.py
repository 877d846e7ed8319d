"""Words set in lines for paper and pictures: wrapped, cut with "…", left to right or right to left."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPaintDevice, QPainter, QTextLayout, QTextOption

from photorestore.exporting.lettering import Cover


@dataclass(frozen=True, eq=False)
class Words:
    """Ready to draw: a layout for each line, centred in `width`."""

    lines: tuple[QTextLayout, ...]
    width: float
    height: float

    def draw(self, painter: QPainter, top_left: QPointF) -> None:
        y = top_left.y()
        for line in self.lines:
            line.draw(painter, QPointF(top_left.x(), y))
            y += line.boundingRect().height()


def set_words(text: str, font: QFont, width: float, lines: int, device: QPaintDevice | None = None) -> Words:
    """At most `lines` lines; sizes are those of `device`. Text is real text in a PDF, so it can be found and copied."""
    plain = _plain(text)
    font = QFont(font, device) if device is not None else font
    whole = _layout(plain, font, width, device, lines, _is_right_to_left(plain))
    rows = []
    for number in range(whole.lineCount()):
        line = whole.lineAt(number)
        end = len(plain) if number == lines - 1 else line.textStart() + line.textLength()
        rows.append(plain[line.textStart() : end].strip())
    if rows:  # the last may stand for all that didn't fit
        metrics = QFontMetricsF(font, device) if device is not None else QFontMetricsF(font)
        rows[-1] = metrics.elidedText(rows[-1], Qt.TextElideMode.ElideRight, width)
    made = tuple(_layout(row, font, width, device, 1, _is_right_to_left(plain)) for row in rows)
    return Words(made, width, sum(row.boundingRect().height() for row in made))


def qt_lettering(text: str, size_px: int, width_px: int, lines: int) -> Cover:
    """A `Lettering` for contact sheets and pairs that knows every script the system has a font for."""
    font = QFont()
    font.setPixelSize(size_px)
    words = set_words(text, font, width_px, lines)
    image = QImage(width_px, max(1, round(words.height)), QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(QColor("white"))
    words.draw(painter, QPointF(0, 0))
    painter.end()
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, :width_px].copy()


def _layout(
    text: str, font: QFont, width: float, device: QPaintDevice | None, lines: int, right_to_left: bool
) -> QTextLayout:
    layout = QTextLayout(text, font, device) if device is not None else QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while layout.lineCount() < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _plain(text: str) -> str:
    """One paragraph, without control characters and marks that turn the text of others around."""
    kinds = {"Cc": " ", "Zl": " ", "Zp": " ", "Cs": "�"}
    marks = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return " ".join("".join("" if c in marks else kinds.get(unicodedata.category(c), c) for c in text).split())


def _is_right_to_left(text: str) -> bool:
    """By the first letter that has a direction, as the Unicode rules have it."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)
