"""Find what somebody means by a few letters: "sav" or "rstph" in a list of words."""

from __future__ import annotations

from collections.abc import Sequence

_IN_ROW = 4
_AT_WORD = 6
_FAR = 1
_MOST_FAR = 3


def score(query: str, text: str) -> int | None:
    """How well `query` fits; None if its letters do not all come in `text` in their order. Case does not matter.

    Letters that begin words or stand in a row count most; every part of the query between blanks counts for itself.
    """
    wanted, words = query.casefold().split(), text.casefold()
    total = 0
    for part in wanted:
        found = max((_from(part, words, at) for at in _starts(part, words)), default=None, key=lambda value: value)
        if found is None or found < 0:
            return None
        total += found
    return total


def rank(query: str, texts: Sequence[str]) -> list[int]:
    """The places of the texts that fit, best first; all of them in their order for an empty query."""
    if not query.strip():
        return list(range(len(texts)))
    scored = [(found, place) for place, text in enumerate(texts) if (found := score(query, text)) is not None]
    return [place for _, place in sorted(scored, key=lambda pair: (-pair[0], len(texts[pair[1]]), pair[1]))]


def _starts(part: str, text: str) -> list[int]:
    return [at for at, letter in enumerate(text) if letter == part[0]]


def _from(part: str, text: str, start: int) -> int:
    """The score of `part` read from `start` on, -1 if its letters do not follow."""
    total, at = 0, start - 1
    for letter in part:
        found = text.find(letter, at + 1)
        if found < 0:
            return -1
        is_word_start = found == 0 or not text[found - 1].isalnum()
        total += 1 + _AT_WORD * is_word_start
        if at >= start:
            total += _IN_ROW if found == at + 1 else -min(_MOST_FAR, (found - at) * _FAR)
        at = found
    return max(0, total)
