"""`Decisions`: versions kept and flags set while comparing, each of which can be taken back and made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from photorestore.core.errors import UserError
from photorestore.gui.state.errands import Errands
from photorestore.library.database import Database
from photorestore.library.photos import Flag, set_flag
from photorestore.library.versions import keep_none, keep_version


@dataclass(frozen=True)
class _Decision:
    photo_id: int
    make: Callable[[], None]
    take_back: Callable[[], None]


class Decisions(QObject):
    changed = Signal()  # what can be undone
    trouble = Signal(str)  # sentence

    def __init__(self, library: Database, errands: Errands) -> None:
        super().__init__()
        self._library = library
        self._errands = errands
        self._made: list[_Decision] = []
        self._taken_back: list[_Decision] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._made)

    @property
    def can_redo(self) -> bool:
        return bool(self._taken_back)

    def keep(self, photo_id: int, version_id: int, before: int) -> bool:
        """`before` is the version that was kept until now, 0 for none. Whether it was done."""
        library = self._library

        def take_back() -> None:
            if before:
                keep_version(library, before)
            else:
                keep_none(library, version_id)

        return self._decide(_Decision(photo_id, lambda: keep_version(library, version_id), take_back))

    def flag(self, photo_id: int, flag: Flag, before: Flag) -> None:
        library = self._library
        self._decide(
            _Decision(
                photo_id,
                lambda: set_flag(library, [photo_id], flag),
                lambda: set_flag(library, [photo_id], before),
            )
        )

    def undo(self) -> None:
        if self._made and self._do(self._made[-1], self._made[-1].take_back):
            self._taken_back.append(self._made.pop())
            self.changed.emit()

    def redo(self) -> None:
        if self._taken_back and self._do(self._taken_back[-1], self._taken_back[-1].make):
            self._made.append(self._taken_back.pop())
            self.changed.emit()

    def _decide(self, decision: _Decision) -> bool:
        is_done = self._do(decision, decision.make)
        if is_done:
            self._made.append(decision)
            self._taken_back.clear()
            self.changed.emit()
        return is_done

    def _do(self, decision: _Decision, act: Callable[[], None]) -> bool:
        try:
            act()
        except UserError as error:
            self.trouble.emit(str(error))
            return False
        self._errands.photos_changed.emit([decision.photo_id])
        return True
