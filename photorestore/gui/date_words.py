"""How a date that somebody wrote is called in the window's language: "c. 1952" is "um 1952" in a German window."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QLocale, QObject

from photorestore.library.date_languages import LANGUAGES
from photorestore.library.dates import Kind, Moment, PhotoDate, Phrase, Relation, phrase_of


def shown_date(date: PhotoDate) -> str:
    """As it was written where that is the window's language, or none."""
    return _shown(date.text, QLocale().name().partition("_")[0])


@lru_cache(maxsize=10_000)  # the grid paints many at a time
def _shown(text: str, language: str) -> str:
    if not text or (language in LANGUAGES and phrase_of(text, language) is not None):
        return text
    phrase = phrase_of(text)
    return text if phrase is None else DateWords().phrase(phrase)


class DateWords(QObject):
    def phrase(self, phrase: Phrase) -> str:
        first = self._moment(phrase.moment)
        if phrase.last is not None:
            words = self.tr("between {first} and {last}")
            return words.format(first=first, last=self._moment(phrase.last))
        if phrase.relation is Relation.BEFORE:
            return self.tr("before {date}").format(date=first)
        if phrase.relation is Relation.AFTER:
            return self.tr("after {date}").format(date=first)
        return first

    def _moment(self, moment: Moment) -> str:
        words = self._name(moment)
        return self.tr("c. {date}").format(date=words) if moment.is_about else words

    def _name(self, moment: Moment) -> str:
        first, year = moment.first, moment.last.year
        if moment.kind is Kind.YEAR:
            return str(year)
        if moment.kind is Kind.NUMBERS:
            return moment.text
        if moment.kind is Kind.DECADE:
            return self.tr("{year}s").format(year=first.year)
        if moment.kind is Kind.PART_OF_DECADE:
            decade = _year_in(moment.text)
            return self._part_of_decade(first.year - decade).format(year=decade)
        if moment.kind is Kind.PART_OF_YEAR:
            return self._part_of_year(first.month).format(year=year)
        if moment.kind is Kind.SEASON:
            return self._season(first.month).format(year=year)
        if moment.kind is Kind.FEAST:
            return self._feast(first.month, first.day).format(year=year)
        month = QLocale().standaloneMonthName(first.month)
        if moment.kind is Kind.MONTH:
            return self.tr("{month} {year}").format(month=month, year=year)
        return self.tr("{day} {month} {year}").format(day=first.day, month=month, year=year)

    def _part_of_decade(self, years: int) -> str:
        words = {0: self.tr("early {year}s"), 3: self.tr("mid {year}s")}
        return words.get(years, self.tr("late {year}s"))

    def _part_of_year(self, month: int) -> str:
        words = {1: self.tr("early {year}"), 5: self.tr("mid {year}")}
        return words.get(month, self.tr("late {year}"))

    def _season(self, month: int) -> str:
        words = {3: self.tr("spring {year}"), 6: self.tr("summer {year}"), 9: self.tr("autumn {year}")}
        return words.get(month, self.tr("winter {year}"))

    def _feast(self, month: int, day: int) -> str:
        words = {
            (12, 24): self.tr("Christmas Eve {year}"),
            (12, 25): self.tr("Christmas {year}"),
            (12, 31): self.tr("New Year's Eve {year}"),
        }
        return words.get((month, day), self.tr("New Year's Day {year}"))


def _year_in(text: str) -> int:
    found = re.search(r"\d{4}", text)
    assert found is not None  # every moment has a year
    return int(found[0])
