"""`Undoing`: what Undo and Redo do on the Restore page, where a photograph is painted on and turned."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.session import Session

_STROKE = 0  # in the list of what was done, where a turn is 1 or -1


class Undoing(QObject):
    """Takes back the newest act.

    Strokes are kept with the photograph; its turns only until another one is shown, or it is turned elsewhere.
    """

    changed = Signal()  # whether there is something to undo or to redo

    def __init__(self, session: Session, editor: MaskEditor) -> None:
        super().__init__()
        self._session, self._editor = session, editor
        self._key = self._turns = 0
        self._is_turning = False
        self._done: list[int] = []
        self._undone: list[int] = []
        session.current_changed.connect(self._on_current)
        editor.stroke_done.connect(lambda: self._note(_STROKE))
        editor.undone.connect(lambda: _move(self._done, self._undone))
        editor.redone.connect(lambda: _move(self._undone, self._done))
        for changed in (editor.history_changed, editor.opened, session.photo_changed):
            changed.connect(self.changed)

    @property
    def can_undo(self) -> bool:
        return self._is_free if _ends_with_turn(self._done) else self._editor.can_undo

    @property
    def can_redo(self) -> bool:
        return self._is_free if _ends_with_turn(self._undone) else self._editor.can_redo

    def turn(self, by: int) -> None:
        """Turn the shown photograph by a quarter, clockwise by 1, back by -1."""
        if self._turn(by):
            self._note(by)

    def undo(self) -> None:
        if not _ends_with_turn(self._done) or self._editor.is_painting:
            self._editor.undo()
        elif self._turn(-self._done[-1]):
            _move(self._done, self._undone)
            self.changed.emit()

    def redo(self) -> None:
        if not _ends_with_turn(self._undone):
            self._editor.redo()
        elif self._turn(self._undone[-1]):
            _move(self._undone, self._done)
            self.changed.emit()

    @property
    def _is_free(self) -> bool:
        return self._session.current is not None and self._session.current.is_free

    def _turn(self, by: int) -> bool:
        """Whether it was done: a photograph that is being restored stays as it is."""
        before, key = self._session.current, self._key
        self._is_turning = True
        try:
            self._session.turn(by)
        finally:
            self._is_turning = False
        after = self._session.find(key)
        return before is not None and after is not None and after.turns != before.turns

    def _note(self, act: int) -> None:
        self._done.append(act)
        self._undone.clear()
        self.changed.emit()

    @Slot()
    def _on_current(self) -> None:
        entry = self._session.current
        key, turns = (entry.key, entry.turns) if entry else (0, 0)
        if key != self._key or (turns != self._turns and not self._is_turning):  # turned elsewhere, say in the library
            self._done.clear()
            self._undone.clear()
        self._key, self._turns = key, turns
        self.changed.emit()


def _ends_with_turn(acts: list[int]) -> bool:
    return bool(acts) and acts[-1] != _STROKE


def _move(source: list[int], target: list[int]) -> None:
    """A stroke of earlier days is in neither list."""
    target.append(source.pop() if source else _STROKE)
