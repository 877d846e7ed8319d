"""The grey around photographs, as the user wants it."""

from __future__ import annotations

from PySide6.QtGui import QColor

from photorestore.gui.settings import SURROUND, Settings
from photorestore.gui.theme import Theme

_SURROUNDS = {"light": "#d9d9d9", "middle": "#777777", "black": "#000000"}


def surround_colour(settings: Settings, theme: Theme) -> QColor:
    return QColor(_SURROUNDS.get(settings.get(SURROUND), theme.colours.surround))
