"""`GridKeys`: keys of the photographs that the menus only name: Enter, Space, and one that also acts while held."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from photorestore.gui.views.actions import Actions
from photorestore.gui.views.held_key import HeldKey


class GridKeys:
    def __init__(self, actions: Actions) -> None:
        self._actions = actions
        self._flip = HeldKey("flip_photos", actions["flip_photos"].toggle, actions["flip_photos"].toggle)

    def take(self, event: QKeyEvent, is_down: bool) -> bool:
        """True if it was one of them."""
        actions = self._actions
        for name in ("edit_photos", "quick_look"):
            if is_down and _is_key(event, actions.keys_of(name)):
                actions[name].trigger()
                return True
        return self._flip.press(event, actions) if is_down else self._flip.release(event)

    def let_go(self) -> None:
        """Of what is held, as another window has the keys now."""
        self._flip.let_go()


def _is_key(event: QKeyEvent, keys: Sequence[str]) -> bool:
    """A key without modifiers is known with AltGr and on the number pad too."""
    known = [QKeySequence(key) for key in keys]
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    with_modifiers = event.modifiers() & (
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    )
    if with_modifiers or (event.modifiers() & Qt.KeyboardModifier.AltModifier):
        return QKeySequence(event.keyCombination()) in known
    return QKeySequence(QKeyCombination(key)) in known
