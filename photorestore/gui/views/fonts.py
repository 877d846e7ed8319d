"""Heavier and larger fonts for headings, from the one a widget has."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel


def scaled(font: QFont, factor: float) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    return made


def bold(font: QFont, factor: float = 1.0) -> QFont:
    made = scaled(font, factor)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setFont(bold(label.font()))
    return label
