"""`CanvasKeys`: keys of the mask canvas that are held down, and painting by keys alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence

from photorestore.core.strokes import Action, Dab
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.tool_box import ToolBox
from photorestore.gui.state.viewport import Point

if TYPE_CHECKING:
    from photorestore.gui.views.mask_canvas import MaskCanvas

_TAP_S = 0.3  # a key held longer than this acts only while it is held
_FAR_STEP_PX = 10
_USUAL_KEYS = {"hide": ("H",), "original": ("\\", "Shift+Space")}
_SHIFT_OR_CTRL = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_CTRL_OR_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CanvasKeys(QObject):
    """Keys that act once are actions (`mask_actions`). `point` is where the keys' own brush stands, if it is used."""

    def __init__(self, canvas: MaskCanvas, editor: MaskEditor, tools: ToolBox) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._editor = editor
        self._tools = tools
        self._held: dict[Qt.Key, tuple[float, str]] = {}
        self.keys_of: Callable[[str], Sequence[str]] = lambda name: _USUAL_KEYS[name]
        self.point: Point | None = None

    @property
    def has_point(self) -> bool:
        return self.point is not None

    def put_away(self) -> None:
        """The mouse or pen is used again, or a defect is looked at."""
        self.point = None

    def press(self, event: QKeyEvent) -> bool:
        """True if the key was one of these."""
        key = Qt.Key(event.key())
        if self.press_held(event):
            return True
        if key in _WAYS and self._editor.is_open:
            self._step(_WAYS[key], event.modifiers())
            return True
        if (key is Qt.Key.Key_Insert or self.paints(event)) and self._editor.is_open:
            self._stamp(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        if key is Qt.Key.Key_CapsLock:
            self._canvas.is_precise = not self._canvas.is_precise
            self._canvas.update()
            return True
        return key is Qt.Key.Key_Escape and self._leave()

    def paints(self, event: QKeyEvent) -> bool:
        """Enter does while the keys' brush is shown: many keyboards have no Insert."""
        return self.has_point and event.key() in _ENTER and not event.modifiers() & _CTRL_OR_ALT

    def press_held(self, event: QKeyEvent) -> bool:
        """The keys that act while they are held, wherever the focus is."""
        key, name = Qt.Key(event.key()), self._held_name(event)
        if not name:
            return False
        if not event.isAutoRepeat() and key not in self._held:
            self._held[key] = time.monotonic(), name
            self._toggle(name)
        return True

    def release(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.isAutoRepeat() or key not in self._held:
            return False
        since, name = self._held.pop(key)
        if time.monotonic() - since > _TAP_S:
            self._toggle(name)
        return True

    def let_go(self) -> None:
        """Of all keys that are held: that they are released will be told to another window."""
        held, self._held = self._held, {}
        for _, name in held.values():
            self._toggle(name)

    def _held_name(self, event: QKeyEvent) -> str:
        """A key without modifiers is known with AltGr too, which some keyboards need for it."""
        plain = QKeySequence(QKeyCombination(Qt.Key(event.key())))
        has_modifier = bool(event.modifiers() & _SHIFT_OR_CTRL)
        for name in _USUAL_KEYS:
            known = [QKeySequence(key) for key in self.keys_of(name)]
            if QKeySequence(event.keyCombination()) in known or (not has_modifier and plain in known):
                return name
        return ""

    def _toggle(self, name: str) -> None:
        if name == "hide":
            self._canvas.set_marks_hidden(not self._canvas.hides_marks)
        else:
            self._canvas.set_original(not self._canvas.shows_original)

    def _step(self, way: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        """The first step shows the brush, in the middle of what is seen."""
        width, height = self._editor.size
        far = 1.0
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            far = max(1.0, 2 * self._tools.brush.radius_px)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            far = _FAR_STEP_PX
        x, y = self.point or self._canvas.in_picture(self._canvas.rect().center().toPointF())
        x, y = (int(value) + by * far for value, by in zip((x, y), way, strict=True))
        self.point = (min(max(x, 0), width - 1) + 0.5, min(max(y, 0), height - 1) + 0.5)
        self._canvas.centre_on(self.point)
        self._canvas.update()
        self._say(self.tr("{x}, {y}").format(x=int(self.point[0]), y=int(self.point[1])))

    def _stamp(self, erases: bool) -> None:
        if self.point is None:
            self._step((0, 0), Qt.KeyboardModifier.NoModifier)
        if self.point is None:
            return
        brush = self._tools.brush
        self._editor.begin(
            Action.ERASE if erases else self._tools.action, Dab.at(*self.point, brush.radius_px), brush.softness
        )
        self._editor.finish()
        self._say(self.tr("Erased") if erases or self._tools.is_erasing else self.tr("Painted"))

    def _leave(self) -> bool:
        """Leave what is being done, then the keys' brush, then the defect that is looked at."""
        if self._canvas.abandon_gesture():
            return True
        if self.point is not None:
            self.put_away()
            self._canvas.update()
            return True
        if self._editor.defects.current is not None:
            self._editor.defects.choose(None)
            return True
        return False

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, words))
