"""How the library's smart albums, orders, states and dates are called on the screen."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from photorestore.gui.date_words import shown_date
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.words import QT_TRANSLATE_NOOP
from photorestore.library.dates import PhotoDate
from photorestore.library.glances import Glance
from photorestore.library.listing import Order
from photorestore.library.photos import Flag, State

SMART_TITLES = {  # in the order of the list
    "all": QT_TRANSLATE_NOOP("Library", "All photographs"),
    "last import": QT_TRANSLATE_NOOP("Library", "Last import"),
    "not restored": QT_TRANSLATE_NOOP("Library", "Not restored"),
    "in work": QT_TRANSLATE_NOOP("Library", "In work"),
    "restored": QT_TRANSLATE_NOOP("Library", "Restored"),
    "starred": QT_TRANSLATE_NOOP("Library", "With stars"),
    "flagged": QT_TRANSLATE_NOOP("Library", "To keep"),
    "rejected": QT_TRANSLATE_NOOP("Library", "Rejected"),
    "without date": QT_TRANSLATE_NOOP("Library", "Without date"),
    "without caption": QT_TRANSLATE_NOOP("Library", "Without caption"),
    "in no album": QT_TRANSLATE_NOOP("Library", "In no album"),
    "missing": QT_TRANSLATE_NOOP("Library", "Missing"),
    "offline": QT_TRANSLATE_NOOP("Library", "Offline"),
    "with trouble": QT_TRANSLATE_NOOP("Library", "Damaged files"),
}
ONLY_IF_ANY = ("rejected", "missing", "offline", "with trouble")  # these are shown only while they hold something
ORDER_TITLES = {
    Order.ADDED: QT_TRANSLATE_NOOP("Library", "Order of import"),
    Order.NAME: QT_TRANSLATE_NOOP("Library", "Name"),
    Order.DATE: QT_TRANSLATE_NOOP("Library", "Date"),
    Order.STARS: QT_TRANSLATE_NOOP("Library", "Stars"),
    Order.PIXELS: QT_TRANSLATE_NOOP("Library", "Size"),
    Order.PLACE: QT_TRANSLATE_NOOP("Library", "Folder"),
    Order.ALBUM: QT_TRANSLATE_NOOP("Library", "By hand"),
}
STATE_WORDS = {
    State.NOT_RESTORED: QT_TRANSLATE_NOOP("Library", "Not restored"),
    State.IN_WORK: QT_TRANSLATE_NOOP("Library", "In work"),
    State.RESTORED: QT_TRANSLATE_NOOP("Library", "Restored"),
    State.MISSING: QT_TRANSLATE_NOOP("Library", "Missing"),
    State.OFFLINE: QT_TRANSLATE_NOOP("Library", "Offline"),
}
FLAG_WORDS = {
    Flag.NONE: QT_TRANSLATE_NOOP("Library", "No flag"),
    Flag.KEEP: QT_TRANSLATE_NOOP("Library", "Keep"),
    Flag.REJECT: QT_TRANSLATE_NOOP("Library", "Reject"),
}


def shown(words: str) -> str:
    return QCoreApplication.translate("Library", words)


def title_of(glance: Glance) -> str:
    return glance.photo.caption.strip() or PurePath(glance.photo.name).stem


class LibraryWords(QObject):
    def understood(self, date: PhotoDate) -> str:
        """How a date that somebody wrote is read, in days."""
        locale = QLocale()
        short = locale.dateFormat(QLocale.FormatType.ShortFormat)
        whole = short if "yyyy" in short else short.replace("yy", "yyyy")  # 01.01.50 could be 1850
        days = [
            locale.toString(QDate(day.year, day.month, day.day), whole) if day else ""
            for day in (date.earliest, date.latest)
        ]
        if not date.text:
            return self.tr("For example 1952, c. 1952, summer 1961, before 1930")
        if not any(days):
            return self.tr("Not understood as a date; kept as it is written")
        if not days[0]:
            return self.tr("Until {day}").format(day=days[1])
        if not days[1]:
            return self.tr("From {day} on").format(day=days[0])
        if days[0] == days[1]:
            return days[0]
        return self.tr("{first} to {last}").format(first=days[0], last=days[1])

    def described(self, glance: Glance) -> str:
        """For a screen reader."""
        photo = glance.photo
        parts = [title_of(glance), shown_date(photo.date), shown(STATE_WORDS[photo.state])]
        if photo.stars:
            parts.append(self.tr("{n} stars").format(n=photo.stars))
        if photo.flag is not Flag.NONE:
            parts.append(shown(FLAG_WORDS[photo.flag]))
        if glance.is_painted:
            parts.append(self.tr("with a mask"))
        return ", ".join(part for part in parts if part)

    def tip(self, glance: Glance) -> str:
        photo = glance.photo
        lines = [photo.name, self.tr("{width} × {height} pixels").format(width=photo.width, height=photo.height)]
        return "\n".join([*lines, in_window_language(photo.trouble)] if photo.trouble else lines)
