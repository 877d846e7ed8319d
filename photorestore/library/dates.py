"""Dates as people write them on the back of a photograph: "c. 1952", "summer 1961", "between 1935 and 1938".

Words of a language stand in one table, so that another language is another entry.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_ABOUT_YEARS = 2
_OLDEST, _NEWEST = 1800, 2199  # years; photography begins in the 1820s


@dataclass(frozen=True)
class PhotoDate:
    """`text` is what was written. `earliest` and `latest`: the days it can mean, None where open or not understood."""

    text: str
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True)
class DateWords:
    """All folded to lower case. Seasons by their months; winter begins in the December before its year."""

    months: tuple[tuple[str, ...], ...]
    seasons: dict[str, tuple[int, int]]
    parts: dict[str, tuple[int, int]]  # of a year, by months
    decade_parts: dict[str, tuple[int, int]]  # of a decade, by years
    about: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    between: tuple[str, ...]
    until: tuple[str, ...]  # between the two ends of a range
    fillers: tuple[str, ...]  # say nothing
    feasts: dict[str, tuple[int, int]]  # month and day


ENGLISH = DateWords(
    months=(
        ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
        ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
        ("december", "dec"),
    ),
    seasons={"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (-12, 2)},
    parts={"early": (1, 4), "mid": (5, 8), "late": (9, 12)},
    decade_parts={"early": (0, 3), "mid": (3, 6), "late": (6, 9)},
    about=("circa", "c", "ca", "about", "around", "approximately", "approx", "roughly", "maybe", "probably"),
    before=("before", "by", "until", "not later than"),
    after=("after", "since", "from"),
    between=("between", "from"),
    until=("and", "to", "until", "till", "or"),
    fillers=("the", "in", "on", "of", "year", "taken"),
    feasts={"christmas": (12, 25), "christmas eve": (12, 24), "new year's eve": (12, 31), "new year's day": (1, 1)},
)  # fmt: skip
LANGUAGES: dict[str, DateWords] = {"en": ENGLISH}

Span = tuple[date, date]


def parse_date(text: str, language: str = "en") -> PhotoDate:
    """What is not understood is kept as text, without days."""
    words = LANGUAGES[language]
    plain = _plain(text, words)
    earliest, latest = _limits(plain, words) or (None, None)
    return PhotoDate(text.strip(), earliest, latest)


def _limits(plain: str, words: DateWords) -> tuple[date | None, date | None] | None:
    for way in (_range, _open, _about):
        found = way(plain, words)
        if found is not None:
            return found
    return _span(plain, words)


def _plain(text: str, words: DateWords) -> str:
    folded = re.sub(r"[‐‑‒–—−]", "-", text.casefold().replace("’", "'"))
    folded = re.sub(r"[\[\](),;?~≈]|\.(?=\s|$)|(?<=[a-z])\.", " ", _tilde(folded, words))
    folded = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", folded)
    return " ".join(word for word in folded.split() if word not in words.fillers)


def _tilde(text: str, words: DateWords) -> str:
    """ "~1952", "≈1952" and "1952?" are "about 1952"."""
    uncertain = re.search(r"[~≈]|\?[\s\])]*$", text) is not None
    return f"{words.about[0]} {text}" if uncertain else text


def _range(plain: str, words: DateWords) -> tuple[date | None, date | None] | None:
    plain = re.sub(rf"^(?:{_any(words.between)})\s+(?=.*\b(?:{_any(words.until)})\b)", "", plain)
    parts = re.split(rf"\s+(?:{_any(words.until)}|-)\s+", plain)
    if len(parts) == 1 and (years := re.fullmatch(r"(\d{4})\s*[-/]\s*(\d{4}|\d\d)", plain)):
        first, second = years.groups()
        if len(second) == 2 and int(second) <= 12 and "/" not in plain:
            return None  # 1943-07 is a month
        parts = [first, second if len(second) == 4 else first[:2] + second]
    if len(parts) != 2:
        return None
    first_span, last_span = _end(parts[0], parts[1], words), _end(parts[1], parts[0], words)
    if first_span is None or last_span is None or first_span[0] > last_span[1]:
        return None
    return first_span[0], last_span[1]


def _end(part: str, other: str, words: DateWords) -> Span | None:
    """One end of a range; "June to August 1950" lends its year to the first."""
    found = _about(part, words) or _span(part, words)
    if found is None and (year := re.search(r"\b\d{4}$", other)):
        found = _span(f"{part} {year[0]}", words)
    return found


def _open(plain: str, words: DateWords) -> tuple[date | None, date | None] | None:
    if match := re.fullmatch(rf"(?:{_any(words.before)})\s+(.+)", plain):
        span = _span(match[1], words)
        return span and (None, span[0] - timedelta(days=1))
    if match := re.fullmatch(rf"(?:{_any(words.after)})\s+(.+)", plain):
        span = _span(match[1], words)
        return span and (span[1] + timedelta(days=1), None)
    return None


def _about(plain: str, words: DateWords) -> Span | None:
    match = re.fullmatch(rf"(?:(?:{_any(words.about)})\s*)+(?=[\d\s])\s*(.+)|(?:{_any(words.about)})\s+(.+)", plain)
    if match is None:
        return None
    span = _span(match[1] or match[2], words)
    if span is None or (span[1] - span[0]).days < 364:
        margin = timedelta(days=15)
        return span and (span[0] - margin, span[1] + margin)
    return span[0].replace(year=span[0].year - _ABOUT_YEARS), span[1].replace(year=span[1].year + _ABOUT_YEARS)


def _span(plain: str, words: DateWords) -> Span | None:
    """One day, month, season, year or decade."""
    for pattern, read in _patterns(words):
        if match := re.fullmatch(pattern, plain):
            try:
                span = read(*match.groups())
            except ValueError:  # the 31st of June
                continue
            if span[0].year >= _OLDEST and span[1].year <= _NEWEST:
                return span
    return None


def _patterns(words: DateWords) -> list[tuple[str, Callable[..., Span]]]:
    number = {name: at for at, names in enumerate(words.months, 1) for name in names}
    month, year = f"({_any(number)})", r"(\d{4})"
    return [
        (year, lambda y: _months(int(y), 1, 12)),
        (rf"{year}'?s", _decade),
        (rf"({_any(words.decade_parts)})[\s-]+{year}'?s", lambda p, y: _part_of_decade(int(y), words.decade_parts[p])),
        (rf"({_any(words.parts)})[\s-]+{year}", lambda p, y: _months(int(y), *words.parts[p])),
        (rf"({_any(words.seasons)})\s+{year}", lambda s, y: _months(int(y), *words.seasons[s])),
        (rf"({_any(words.feasts)})\s+{year}", lambda f, y: _day(int(y), *words.feasts[f])),
        (rf"{month}\s+{year}", lambda m, y: _months(int(y), number[m], number[m])),
        (rf"(\d\d?)\s+{month}\s+{year}", lambda d, m, y: _day(int(y), number[m], int(d))),
        (rf"{month}\s+(\d\d?)\s+{year}", lambda m, d, y: _day(int(y), number[m], int(d))),
        (rf"{year}[-/.](\d\d?)[-/.](\d\d?)", lambda y, m, d: _day(int(y), int(m), int(d))),
        (rf"{year}[-/.](\d\d?)", lambda y, m: _months(int(y), int(m), int(m))),
        (rf"(\d\d?)\.\s?(\d\d?)\.\s?{year}", lambda d, m, y: _day(int(y), int(m), int(d))),
        (rf"(\d\d?)[-/]{year}", lambda m, y: _months(int(y), int(m), int(m))),
        (rf"(\d\d?)/(\d\d?)/{year}", _slashed),
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
