"""All targets, and how many times each runs of a total."""

from __future__ import annotations

from collections.abc import Iterator

from fuzz import documents, pictures, weights, words
from fuzz.target import Target

TARGETS: tuple[Target, ...] = (*pictures.TARGETS, *documents.TARGETS, *weights.TARGETS, *words.TARGETS)


def shares(total: int) -> Iterator[tuple[Target, int]]:
    """At least `total` together."""
    whole = sum(1 / target.cost for target in TARGETS)
    for target in TARGETS:
        yield target, max(1, -(-total * (1 / target.cost) // whole).__int__())
