"""Dates as people write them on the back of a photograph: "c. 1952", "summer 1961", "um 1952", "vor 1920"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from photorestore.library.date_languages import LANGUAGES, DateWords

_ABOUT_YEARS = 2
_OLDEST, _NEWEST = 1800, 2199  # years; photography begins in the 1820s

Span = tuple[date, date]


@dataclass(frozen=True)
class PhotoDate:
    """`text` is what was written. `earliest` and `latest`: the days it can mean, None where open or not understood."""

    text: str
    earliest: date | None = None
    latest: date | None = None


class Kind(Enum):
    """What a moment is called by."""

    YEAR = auto()
    DECADE = auto()
    PART_OF_DECADE = auto()
    PART_OF_YEAR = auto()
    SEASON = auto()
    FEAST = auto()
    MONTH = auto()
    DAY = auto()
    NUMBERS = auto()  # 9.7.1943, which needs no words


@dataclass(frozen=True)
class Moment:
    """From `first` to `last`, as its name says; `text` is the name in plain letters."""

    kind: Kind
    first: date
    last: date
    text: str
    is_about: bool = False

    @property
    def days(self) -> tuple[date, date]:
        """What it can mean."""
        if not self.is_about:
            return self.first, self.last
        if (self.last - self.first).days < 364:
            return self.first - timedelta(days=15), self.last + timedelta(days=15)
        years = self.first.year - _ABOUT_YEARS, self.last.year + _ABOUT_YEARS
        return self.first.replace(year=years[0]), self.last.replace(year=years[1])


class Relation(Enum):
    AT = auto()
    BEFORE = auto()
    AFTER = auto()
    BETWEEN = auto()


@dataclass(frozen=True)
class Phrase:
    """What a date says, whatever its language. `last` is the other end of BETWEEN."""

    relation: Relation
    moment: Moment
    last: Moment | None = None

    @property
    def limits(self) -> tuple[date | None, date | None]:
        first, last = self.moment.days
        if self.relation is Relation.BEFORE:
            return None, first - timedelta(days=1)
        if self.relation is Relation.AFTER:
            return last + timedelta(days=1), None
        return first, last if self.last is None else self.last.days[1]


def parse_date(text: str) -> PhotoDate:
    """What is not understood in any language is kept as text, without days."""
    phrase = phrase_of(text)
    return PhotoDate(text.strip(), *(phrase.limits if phrase else (None, None)))


def phrase_of(text: str, language: str | None = None) -> Phrase | None:
    """In this language, or in the first that understands it."""
    for words in LANGUAGES.values() if language is None else (LANGUAGES[language],):
        phrase = _phrase(_plain(text, words), words)
        if phrase is not None:
            return phrase
    return None


def _phrase(plain: str, words: DateWords) -> Phrase | None:
    found = _range(plain, words) or _open(plain, words)
    if found is not None:
        return found
    moment = _about(plain, words) or _moment(plain, words)
    return Phrase(Relation.AT, moment) if moment else None


def _plain(text: str, words: DateWords) -> str:
    folded = re.sub(r"[‐‑‒–—−]", "-", text.casefold().replace("’", "'"))
    folded = re.sub(r"[\[\](),;?~≈]|\.(?=\s|$)|(?<=[a-z])\.", " ", _tilde(folded, words))
    folded = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", folded)
    return " ".join(word for word in folded.split() if word not in words.fillers)


def _tilde(text: str, words: DateWords) -> str:
    """ "~1952", "≈1952" and "1952?" are "about 1952"."""
    uncertain = re.search(r"[~≈]|\?[\s\])]*$", text) is not None
    return f"{words.about[0]} {text}" if uncertain else text


def _range(plain: str, words: DateWords) -> Phrase | None:
    plain = re.sub(rf"^(?:{_any(words.between)})\s+(?=.*\b(?:{_any(words.until)})\b)", "", plain)
    parts = re.split(rf"\s+(?:{_any(words.until)}|-)\s+", plain)
    if len(parts) == 1 and (years := re.fullmatch(r"(\d{4})\s*[-/]\s*(\d{4}|\d\d)", plain)):
        first, second = years.groups()
        if len(second) == 2 and int(second) <= 12 and "/" not in plain:
            return None  # 1943-07 is a month
        parts = [first, second if len(second) == 4 else first[:2] + second]
    if len(parts) != 2:
        return None
    begin, end = _end(parts[0], parts[1], words), _end(parts[1], parts[0], words)
    if begin is None or end is None or begin.days[0] > end.days[1]:
        return None
    return Phrase(Relation.BETWEEN, begin, end)


def _end(part: str, other: str, words: DateWords) -> Moment | None:
    """One end of a range; "June to August 1950" lends its year to the first."""
    found = _about(part, words) or _moment(part, words)
    if found is None and (year := re.search(r"\b\d{4}$", other)):
        found = _moment(f"{part} {year[0]}", words)
    return found


def _open(plain: str, words: DateWords) -> Phrase | None:
    for relation, names in ((Relation.BEFORE, words.before), (Relation.AFTER, words.after)):
        if match := re.fullmatch(rf"(?:{_any(names)})\s+(.+)", plain):
            moment = _moment(match[1], words)
            return Phrase(relation, moment) if moment else None
    return None


def _about(plain: str, words: DateWords) -> Moment | None:
    match = re.fullmatch(rf"(?:(?:{_any(words.about)})\s*)+(?=[\d\s])\s*(.+)|(?:{_any(words.about)})\s+(.+)", plain)
    moment = match and _moment(match[1] or match[2], words)
    return replace(moment, is_about=True) if moment else None


def _moment(plain: str, words: DateWords) -> Moment | None:
    for pattern, kind, read in _patterns(words):
        if match := re.fullmatch(pattern, plain):
            try:
                first, last = read(*match.groups())
            except ValueError:  # the 31st of June
                continue
            if first.year >= _OLDEST and last.year <= _NEWEST:
                return Moment(kind, first, last, plain)
    return None


def _patterns(words: DateWords) -> list[tuple[str, Kind, Callable[..., Span]]]:
    number = {name: at for at, names in enumerate(words.months, 1) for name in names}
    month, year = f"({_any(number)})", r"(\d{4})"
    decade, early = rf"{year}{words.decade_ending}", rf"({_any(words.decade_parts)})[\s-]+"
    return [
        (year, Kind.YEAR, lambda y: _months(int(y), 1, 12)),
        (decade, Kind.DECADE, _decade),
        (early + decade, Kind.PART_OF_DECADE, lambda p, y: _part_of_decade(int(y), words.decade_parts[p])),
        (rf"({_any(words.parts)})[\s-]+{year}", Kind.PART_OF_YEAR, lambda p, y: _months(int(y), *words.parts[p])),
        (rf"({_any(words.seasons)})\s+{year}", Kind.SEASON, lambda s, y: _months(int(y), *words.seasons[s])),
        (rf"({_any(words.feasts)})\s+{year}", Kind.FEAST, lambda f, y: _day(int(y), *words.feasts[f])),
        (rf"{month}\s+{year}", Kind.MONTH, lambda m, y: _months(int(y), number[m], number[m])),
        (rf"(\d\d?)\s+{month}\s+{year}", Kind.DAY, lambda d, m, y: _day(int(y), number[m], int(d))),
        (rf"{month}\s+(\d\d?)\s+{year}", Kind.DAY, lambda m, d, y: _day(int(y), number[m], int(d))),
        (rf"{year}[-/.](\d\d?)[-/.](\d\d?)", Kind.NUMBERS, lambda y, m, d: _day(int(y), int(m), int(d))),
        (rf"{year}[-/.](\d\d?)", Kind.NUMBERS, lambda y, m: _months(int(y), int(m), int(m))),
        (rf"(\d\d?)\.\s?(\d\d?)\.\s?{year}", Kind.NUMBERS, lambda d, m, y: _day(int(y), int(m), int(d))),
        (rf"(\d\d?)[-/]{year}", Kind.NUMBERS, lambda m, y: _months(int(y), int(m), int(m))),
        (rf"(\d\d?)/(\d\d?)/{year}", Kind.NUMBERS, _slashed),
    ]


def _decade(year: str) -> Span:
    """1900s is taken for the century, as most people mean it."""
    return date(int(year), 1, 1), date(int(year) + (99 if year.endswith("00") else 9), 12, 31)


def _part_of_decade(year: int, part: tuple[int, int]) -> Span:
    return date(year + part[0], 1, 1), date(year + part[1], 12, 31)


def _months(year: int, first: int, last: int) -> Span:
    """A `first` below zero is a month of the year before."""
    begin = date(year, first, 1) if first > 0 else date(year - 1, -first, 1)
    if not 1 <= last <= 12:
        raise ValueError(last)
    return begin, date(year, last, calendar.monthrange(year, last)[1])


def _day(year: int, month: int, day: int) -> Span:
    return date(year, month, day), date(year, month, day)


def _slashed(first: str, second: str, year: str) -> Span:
    """3/4/1952 is March or April: both, unless only one can be."""
    readings = []
    for month, day in ((first, second), (second, first)):
        try:
            readings.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return min(readings), max(readings)


def _any(names: object) -> str:
    """The longest first, so that "sept" is not read as "sep" with a t behind it."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))  # type: ignore[call-overload]
