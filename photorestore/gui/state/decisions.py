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

    def keep(self, photo_id: int, version_id: int, before: int) -> None:
        """`before` is the version that was kept until now, 0 for none."""
        library = self._library

        def take_back() -> None:
            if before:
                keep_version(library, before)
            else:
                keep_none(library, version_id)

        self._decide(_Decision(photo_id, lambda: keep_version(library, version_id), take_back))

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
        if self._made:
            last = self._made.pop()
            self._taken_back.append(last)
            self._tell(last, last.take_back)

    def redo(self) -> None:
        if self._taken_back:
            last = self._taken_back.pop()
            self._made.append(last)
            self._tell(last, last.make)

    def _decide(self, decision: _Decision) -> None:
        self._made.append(decision)
        self._taken_back.clear()
        self._tell(decision, decision.make)

    def _tell(self, decision: _Decision, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as error:
            self.trouble.emit(str(error))
        self.changed.emit()
        self._errands.photos_changed.emit([decision.photo_id])
