"""How long a job will still take, from how far it has come."""

from __future__ import annotations

_LEAST_SECONDS = 1.5
_LEAST_SHARE = 0.02


def seconds_left(elapsed_s: float, share: float) -> float | None:
    """None while it is too early to say."""
    if elapsed_s < _LEAST_SECONDS or share < _LEAST_SHARE:
        return None
    return elapsed_s * (1 - share) / share
