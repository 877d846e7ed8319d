"""Declare a stage's knobs where they live: default, limits and help together, read by panels, `--help` and checks."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from photorestore.core.errors import UserError


@dataclass(frozen=True)
class Knob:
    """What a person needs to know to turn it. `choices` for words, `low`/`high` for numbers."""

    title: str
    help: str
    low: float | None = None
    high: float | None = None
    choices: tuple[Any, ...] = ()


def knob(
    default: Any,
    title: str,
    help: str,
    *,
    low: float | None = None,
    high: float | None = None,
    choices: tuple[Any, ...] = (),
) -> Any:
    """A dataclass field with its `Knob`."""
    return field(default=default, metadata={"knob": Knob(title, help, low, high, choices)})


def label_of(kind: type, known: Knob) -> str:
    """What a sentence calls the setting: "Denoise strength"."""
    return f"{kind.__name__.removesuffix('Settings')} {known.title.lower()}"


def check_knobs(settings: Any) -> None:
    """Raise `UserError` for a value outside its knob's limits, of the wrong type, or not among its choices."""
    for entry in fields(settings):
        known: Knob | None = entry.metadata.get("knob")
        if known is None:
            continue
        value = getattr(settings, entry.name)
        label = label_of(type(settings), known)
        if known.choices and not any(value == one and type(value) is type(one) for one in known.choices):
            raise UserError(f"{label} is {value!r}; it can be {', '.join(str(c) for c in known.choices)}.")
        if known.low is not None and known.high is not None:
            if isinstance(value, bool) or not isinstance(value, int | float) or not known.low <= value <= known.high:
                raise UserError(f"{label} is {value!r}; it must be a number from {known.low:g} to {known.high:g}.")
        elif isinstance(entry.default, bool) and not isinstance(value, bool):
            raise UserError(f"{label} is {value!r}; it can be true or false.")
