"""The words in which people date photographs, language by language; another language is another entry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DateWords:
    """All folded to lower case. Seasons by their months; winter begins in the December before its year."""

    months: tuple[tuple[str, ...], ...]
    seasons: dict[str, tuple[int, int]]
    parts: dict[str, tuple[int, int]]  # of a year, by months
    decade_parts: dict[str, tuple[int, int]]  # of a decade, by years
    decade_ending: str  # a pattern: what follows the year of a decade
    about: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    between: tuple[str, ...]
    until: tuple[str, ...]  # between the two ends of a range
    fillers: tuple[str, ...]  # say nothing
    feasts: dict[str, tuple[int, int]]  # month and day


_SPRING, _SUMMER, _AUTUMN, _WINTER = (3, 5), (6, 8), (9, 11), (-12, 2)
_EARLY, _MID, _LATE = (1, 4), (5, 8), (9, 12)
_EARLY_YEARS, _MID_YEARS, _LATE_YEARS = (0, 3), (3, 6), (6, 9)
_CHRISTMAS_EVE, _CHRISTMAS, _LAST_DAY, _FIRST_DAY = (12, 24), (12, 25), (12, 31), (1, 1)

ENGLISH = DateWords(
    months=(
        ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
        ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
        ("december", "dec"),
    ),
    seasons={"spring": _SPRING, "summer": _SUMMER, "autumn": _AUTUMN, "fall": _AUTUMN, "winter": _WINTER},
    parts={"early": _EARLY, "mid": _MID, "late": _LATE},
    decade_parts={"early": _EARLY_YEARS, "mid": _MID_YEARS, "late": _LATE_YEARS},
    decade_ending="'?s",
    about=("circa", "c", "ca", "about", "around", "approximately", "approx", "roughly", "maybe", "probably"),
    before=("before", "by", "until", "not later than"),
    after=("after", "since", "from"),
    between=("between", "from"),
    until=("and", "to", "until", "till", "or"),
    fillers=("the", "in", "on", "of", "year", "taken"),
    feasts={
        "christmas": _CHRISTMAS, "christmas eve": _CHRISTMAS_EVE, "new year's eve": _LAST_DAY,
        "new year's day": _FIRST_DAY,
    },
)  # fmt: skip
GERMAN = DateWords(
    months=(
        ("januar", "jan", "jänner"), ("februar", "feb", "feber"), ("märz", "mär", "mrz"), ("april", "apr"), ("mai",),
        ("juni", "jun"), ("juli", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("oktober", "okt"),
        ("november", "nov"), ("dezember", "dez"),
    ),
    seasons={"frühling": _SPRING, "frühjahr": _SPRING, "sommer": _SUMMER, "herbst": _AUTUMN, "winter": _WINTER},
    parts={"anfang": _EARLY, "mitte": _MID, "ende": _LATE},
    decade_parts={"anfang": _EARLY_YEARS, "mitte": _MID_YEARS, "ende": _LATE_YEARS},
    decade_ending="er",
    about=("um", "circa", "ca", "etwa", "ungefähr", "rund", "gegen", "vielleicht", "wohl", "vermutlich"),
    before=("vor", "bis", "spätestens"),
    after=("nach", "seit", "ab"),
    between=("zwischen", "von"),
    until=("und", "bis", "oder"),
    fillers=("der", "die", "den", "das", "im", "in", "am", "des", "jahr", "jahre", "jahren", "jahres", "aufgenommen"),
    feasts={
        "weihnachten": _CHRISTMAS, "heiligabend": _CHRISTMAS_EVE, "heiliger abend": _CHRISTMAS_EVE,
        "silvester": _LAST_DAY, "neujahr": _FIRST_DAY,
    },
)  # fmt: skip
LANGUAGES: dict[str, DateWords] = {"en": ENGLISH, "de": GERMAN}
