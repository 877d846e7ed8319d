"""Progress with honest shares, and the point where long work learns that it is no longer wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from photorestore.core.errors import Cancelled


def _ignore(share: float, text: str) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Progress:
    """A span of some larger work. `report(0..1)` is relative to the span; the listener hears the share of the whole."""

    listener: Callable[[float, str], None] = _ignore
    is_cancelled: Callable[[], bool] = _never
    start: float = 0.0
    length: float = 1.0
    text: str = field(default="")

    def check_cancelled(self) -> None:
        """Raise `Cancelled` if the work is no longer wanted. Called at least once a tile."""
        if self.is_cancelled():
            raise Cancelled

    def report(self, share: float) -> None:
        """Say how much of this span is done, 0..1, and stop here if cancelled."""
        self.check_cancelled()
        self.listener(self.start + self.length * min(1.0, max(0.0, share)), self.text)

    def split(self, costs: Sequence[float], texts: Sequence[str] = ()) -> list[Progress]:
        """Divide this span into consecutive spans in proportion to `costs` (any unit, at least one above 0)."""
        total = float(sum(costs)) or 1.0
        names = list(texts) or [self.text] * len(costs)
        spans, at = [], self.start
        for cost, text in zip(costs, names, strict=True):
            length = self.length * cost / total
            spans.append(Progress(self.listener, self.is_cancelled, at, length, text))
            at += length
        return spans
