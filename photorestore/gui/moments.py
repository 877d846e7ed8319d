"""Days and hours as the window writes them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from photorestore.gui.words import QT_TRANSLATE_NOOP

_WHEN = QT_TRANSLATE_NOOP("Words", "d MMM yyyy, HH:mm")  # as Qt's QDateTime.toString takes it


def moment(seconds: float) -> str:
    """A day with its month in letters, as 1/2/26 is another day in another country; `seconds` since 1970."""
    pattern = QCoreApplication.translate("Words", _WHEN)
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(seconds)), pattern)
