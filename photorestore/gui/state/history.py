"""`History`: what was done and can be undone, as pairs of functions with a word for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

_KEPT = 200

Act = Callable[[], object]


@dataclass(frozen=True)
class _Step:
    words: str
    redo: Act
    undo: Act


class History(QObject):
    """An act that raises changes nothing here."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def undo_words(self) -> str:
        """What undo would take back, or ""."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        return self._undone[-1].words if self._undone else ""

    def do(self, words: str, redo: Act, undo: Act) -> None:
        redo()
        self._done = [*self._done[1 - _KEPT :], _Step(words, redo, undo)]
        self._undone.clear()
        self.changed.emit()

    def undo(self) -> None:
        if self._done:
            self._done[-1].undo()
            self._undone.append(self._done.pop())
            self.changed.emit()

    def redo(self) -> None:
        if self._undone:
            self._undone[-1].redo()
            self._done.append(self._undone.pop())
            self.changed.emit()

    def clear(self) -> None:
        self._done.clear()
        self._undone.clear()
        self.changed.emit()
