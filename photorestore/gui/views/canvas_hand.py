"""`CanvasHand`: from pressing to letting go, mouse or pen, with the tool that is in the hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from photorestore.core.strokes import Action, Dab
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.painting import Tool
from photorestore.gui.state.tool_box import ToolBox
from photorestore.gui.state.viewport import Point
from photorestore.gui.views.mask_gestures import Encircling, Following, Framing, Gesture, Painting

if TYPE_CHECKING:
    from photorestore.gui.views.mask_canvas import MaskCanvas

_REACH_PX = 6.0  # how near to a defect a click must be, on the screen
_SOFTNESS_WAY_PX = 200.0  # to drag from a hard brush to the softest


class CanvasHand:
    """Knows what is being done, at most one thing at a time. Points come in widget pixels."""

    def __init__(self, canvas: MaskCanvas, editor: MaskEditor, tools: ToolBox) -> None:
        self._canvas = canvas
        self._editor = editor
        self._tools = tools
        self._gesture: Gesture | None = None
        self._sizing: tuple[QPointF, float, float] | None = None  # where from, radius and softness then

    @property
    def is_sizing(self) -> bool:
        return self._sizing is not None

    def press(self, at: QPointF, erases: bool, keys: Qt.KeyboardModifier, pressure: float) -> None:
        is_alt = bool(keys & Qt.KeyboardModifier.AltModifier)
        if erases and is_alt:
            self._sizing = (at, self._tools.brush.radius_px, self._tools.brush.softness)
            return
        action = Action.ERASE if erases or is_alt else self._tools.action
        self._begin(action, self._canvas.in_picture(at), bool(keys & Qt.KeyboardModifier.ShiftModifier), pressure)

    def _begin(self, action: Action, point: Point, joins: bool, pressure: float) -> None:
        brush, editor = self._tools.brush, self._editor
        match self._tools.tool:
            case Tool.BRUSH | Tool.ERASER if joins and editor.last_dab:
                editor.draw_line(action, editor.last_dab, Dab.at(*point, brush.radius_px), brush.softness)
            case Tool.BRUSH | Tool.ERASER:
                self._gesture = Painting(editor, action, brush, point, pressure)
            case Tool.LASSO:
                self._gesture = Encircling(partial(editor.draw_lasso, action), self._canvas, point)
            case Tool.SEARCH:
                self._gesture = Encircling(partial(editor.search_lasso, action), self._canvas, point)
            case Tool.SCRATCH if isinstance(self._gesture, Following):
                self._gesture.move(point, pressure)
            case Tool.SCRATCH:
                self._gesture = Following(editor, action, self._canvas, brush, point)
            case Tool.FACE:
                self._gesture = Framing(self._canvas.draw_face, self._canvas, point)
            case Tool.DEFECT:
                editor.click_defect(*point, self._reach_px(), brush.radius_px)

    def move(self, at: QPointF, pressure: float) -> bool:
        """True if what `draw` draws is another."""
        if self._sizing is not None:
            start, radius, softness = self._sizing
            moved = at - start
            brush = self._tools.brush.with_radius(radius + moved.x() * self._canvas.picture_px)
            self._tools.set_brush(brush.with_softness(softness - moved.y() / _SOFTNESS_WAY_PX))
        elif self._gesture is not None:
            self._gesture.move(self._canvas.in_picture(at), pressure)
        return self._gesture is not None and not isinstance(self._gesture, Painting)

    def release(self) -> None:
        """A scratch may also be clicked end by end: then it goes on."""
        self._sizing = None
        gesture = self._gesture
        if gesture is not None and (not isinstance(gesture, Following) or gesture.is_long):
            self._gesture = None
            gesture.release()

    def abandon(self) -> bool:
        """Take back what is being done; False if that is nothing."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.abandon()
        return gesture is not None

    def draw(self, painter: QPainter) -> None:
        if self._gesture is not None:
            self._gesture.draw(painter)

    def _reach_px(self) -> float:
        return max(2.0, _REACH_PX * self._canvas.picture_px)
