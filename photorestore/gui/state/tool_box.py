"""`ToolBox`: the tool in the hand, its size, and how the mask is shown. The same for every photograph."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from photorestore.core.strokes import Action
from photorestore.gui.state.painting import OVERLAY_COLOURS, Brush, Overlay, Pattern, Tool

SIZE_STEP = 1.1
SOFTNESS_STEP = 0.1


class ToolBox(QObject):
    tool_changed = Signal()
    brush_changed = Signal()
    overlay_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tool = Tool.BRUSH
        self.brush = Brush()
        self.overlay = Overlay()
        self._is_erasing = False

    @property
    def action(self) -> Action:
        """What the tool does without any key held: lasso, scratch and defect follow the last of brush and eraser."""
        return Action.ERASE if self._is_erasing else Action.ADD

    @property
    def is_erasing(self) -> bool:
        return self._is_erasing

    def take(self, tool: Tool) -> None:
        if tool in (Tool.BRUSH, Tool.ERASER):
            self._is_erasing = tool is Tool.ERASER
        self.tool = tool
        self.tool_changed.emit()

    def swap(self) -> None:
        """Paint or erase, with the same tool."""
        self._is_erasing = not self._is_erasing
        if self.tool in (Tool.BRUSH, Tool.ERASER):
            self.tool = Tool.ERASER if self._is_erasing else Tool.BRUSH
        self.tool_changed.emit()

    def set_brush(self, brush: Brush) -> None:
        if brush != self.brush:
            self.brush = brush
            self.brush_changed.emit()

    def resize(self, steps: float) -> None:
        """Larger or smaller by tenths, by a half pixel at least."""
        now = self.brush.radius_px
        wanted = now * SIZE_STEP**steps
        self.set_brush(self.brush.with_radius(max(wanted, now + 0.5) if steps > 0 else min(wanted, now - 0.5)))

    def soften(self, steps: float) -> None:
        self.set_brush(self.brush.with_softness(self.brush.softness + steps * SOFTNESS_STEP))

    def set_overlay(self, overlay: Overlay) -> None:
        if overlay != self.overlay:
            self.overlay = overlay
            self.overlay_changed.emit()

    def show_overlay(self, on: bool) -> None:
        self.set_overlay(replace(self.overlay, is_visible=on))

    def show_mask_only(self, on: bool) -> None:
        self.set_overlay(replace(self.overlay, shows_mask_only=on))

    def set_colour(self, colour: str) -> None:
        """By its name in `OVERLAY_COLOURS`."""
        self.set_overlay(replace(self.overlay, colour=colour))

    def next_colour(self) -> None:
        names = list(OVERLAY_COLOURS)
        following = names[(names.index(self.overlay.colour) + 1) % len(names)]
        self.set_overlay(replace(self.overlay, colour=following))

    def set_pattern(self, pattern: Pattern) -> None:
        self.set_overlay(replace(self.overlay, pattern=pattern))
