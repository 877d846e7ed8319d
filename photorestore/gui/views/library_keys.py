"""`GridKeys`: keys of the photographs that the menus only name: Enter, Space, and one that also acts while held."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from photorestore.gui.views.actions import Actions

_TAP_S = 0.3  # a key held longer than this acts only while it is held


class GridKeys:
    def __init__(self, actions: Actions) -> None:
        self._actions = actions
        self._held_since: float | None = None

    def take(self, event: QKeyEvent, is_down: bool) -> bool:
        """True if it was one of them."""
        actions = self._actions
        for name in ("edit_photos", "quick_look"):
            if is_down and _is_key(event, actions.keys_of(name)):
                actions[name].trigger()
                return True
        if not _is_key(event, actions.keys_of("flip_photos")):
            return False
        if not event.isAutoRepeat():
            if is_down:
                self._held_since = time.monotonic()
            is_release_of_tap = self._held_since is None or time.monotonic() - self._held_since <= _TAP_S
            if is_down or not is_release_of_tap:
                actions["flip_photos"].toggle()
        return True


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
