"""Lists that a row keeps as JSON: SQLite's check of the whole file sees wounds in its pages, not those in a text."""

from __future__ import annotations

import json
import logging
from typing import Any

log = logging.getLogger(__name__)


def sentences(text: str) -> tuple[str, ...]:
    """None where the text is spoiled: what they warn of is done, and the rest of the row is still good."""
    return tuple(found for found in _list(text) if isinstance(found, str))


def points(text: str) -> tuple[tuple[float, float], ...]:
    """None at all where one is spoiled: they belong together."""
    found = _list(text)
    if not all(isinstance(one, list) and len(one) == 2 and all(map(_is_number, one)) for one in found):
        return ()
    return tuple((x, y) for x, y in found)


def _list(text: str) -> list[Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        log.warning("the library holds a spoiled text of %d characters", len(text))
        return []
    return found if isinstance(found, list) else []


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
