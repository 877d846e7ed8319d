"""`HeldKey`: a key that switches something when it is tapped, and only for the moment when it is held."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from photorestore.gui.views.actions import Actions

_TAP_S = 0.3  # a key held longer than this acts only while it is held
_SHIFT_OR_CTRL = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class HeldKey:
    """`name` is the action whose keys these are. A page hands its key events on."""

    def __init__(self, name: str, begin: Callable[[], object], take_back: Callable[[], object]) -> None:
        self._name = name
        self._begin = begin
        self._take_back = take_back
        self._since: float | None = None
        self._key = 0

    def press(self, event: QKeyEvent, actions: Actions | None) -> bool:
        """True if the key was one of these."""
        if actions is None or not self._is_ours(event, actions):
            return False
        if not event.isAutoRepeat() and actions[self._name].isEnabled():
            self._since, self._key = time.monotonic(), event.key()
            self._begin()
        return True

    def release(self, event: QKeyEvent) -> bool:
        if self._since is None or event.key() != self._key or event.isAutoRepeat():
            return False
        if time.monotonic() - self._since > _TAP_S:
            self._take_back()
        self._since = None
        return True

    def let_go(self) -> None:
        """That the key is released will be told to another window."""
        if self._since is not None:
            self._since = None
            self._take_back()

    def _is_ours(self, event: QKeyEvent, actions: Actions) -> bool:
        """A key without modifiers is known with AltGr too, which some keyboards need for it."""
        known = [QKeySequence(key) for key in actions.keys_of(self._name)]
        plain = QKeySequence(QKeyCombination(Qt.Key(event.key())))
        has_modifier = bool(event.modifiers() & _SHIFT_OR_CTRL)
        return QKeySequence(event.keyCombination()) in known or (not has_modifier and plain in known)
