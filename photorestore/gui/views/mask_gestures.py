"""What a hand does between pressing and letting go, one class for each: points come in picture pixels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from photorestore.core.strokes import Action, Dab
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.painting import Brush
from photorestore.gui.state.viewport import Point
from photorestore.gui.views.brush_marks import draw_line

_LASSO_STEP_PX = 2.0  # on the screen; nearer points add nothing


class Screen(Protocol):
    """How gestures see the canvas."""

    def on_screen(self, point: Point) -> QPointF: ...


class Gesture(Protocol):
    def move(self, point: Point, pressure: float) -> None: ...
    def release(self) -> None: ...
    def abandon(self) -> None: ...
    def draw(self, painter: QPainter) -> None: ...


class Painting:
    """The brush or eraser is drawn over the picture."""

    def __init__(self, editor: MaskEditor, action: Action, brush: Brush, point: Point, pressure: float) -> None:
        self._editor = editor
        self._brush = brush
        editor.begin(action, self._dab(point, pressure), brush.softness)

    def move(self, point: Point, pressure: float) -> None:
        self._editor.extend(self._dab(point, pressure))

    def release(self) -> None:
        self._editor.finish()

    def abandon(self) -> None:
        self._editor.abandon()

    def draw(self, painter: QPainter) -> None:
        """The stroke itself is seen already."""

    def _dab(self, point: Point, pressure: float) -> Dab:
        return Dab.at(*point, self._brush.radius_at(pressure))


class Encircling:
    """A line is drawn around something; letting go hands it over to `take`."""

    def __init__(self, take: Callable[[tuple[Point, ...]], None], screen: Screen, point: Point) -> None:
        self._take = take
        self._screen = screen
        self._points = [point]

    def move(self, point: Point, pressure: float) -> None:
        gap = self._screen.on_screen(point) - self._screen.on_screen(self._points[-1])
        if gap.manhattanLength() >= _LASSO_STEP_PX:
            self._points.append(point)

    def release(self) -> None:
        self._take(tuple(self._points))

    def abandon(self) -> None:
        self._points.clear()

    def draw(self, painter: QPainter) -> None:
        draw_line(painter, [self._screen.on_screen(point) for point in self._points], is_closed=True)


class Following:
    """A line is pulled, or clicked end by end, along a scratch."""

    def __init__(self, editor: MaskEditor, action: Action, screen: Screen, brush: Brush, point: Point) -> None:
        self._editor = editor
        self.action = action
        self._screen = screen
        self._brush = brush
        self.start = self.end = point

    @property
    def is_long(self) -> bool:
        """It was pulled, not clicked."""
        gap = self._screen.on_screen(self.end) - self._screen.on_screen(self.start)
        return gap.manhattanLength() > 6

    def move(self, point: Point, pressure: float) -> None:
        self.end = point

    def release(self) -> None:
        ends = (Dab.at(*point, self._brush.radius_px) for point in (self.start, self.end))
        self._editor.draw_scratch(self.action, *ends)

    def abandon(self) -> None:
        self.end = self.start

    def draw(self, painter: QPainter) -> None:
        draw_line(painter, [self._screen.on_screen(self.start), self._screen.on_screen(self.end)])


class Framing:
    """A box is drawn from corner to corner; letting go hands its corners over to `take`."""

    def __init__(self, take: Callable[[Point, Point], None], screen: Screen, point: Point) -> None:
        self._take = take
        self._screen = screen
        self._start = self._end = point

    def move(self, point: Point, pressure: float) -> None:
        self._end = point

    def release(self) -> None:
        self._take(self._start, self._end)

    def abandon(self) -> None:
        self._end = self._start

    def draw(self, painter: QPainter) -> None:
        a, c = self._screen.on_screen(self._start), self._screen.on_screen(self._end)
        draw_line(painter, [a, QPointF(c.x(), a.y()), c, QPointF(a.x(), c.y())], is_closed=True)
