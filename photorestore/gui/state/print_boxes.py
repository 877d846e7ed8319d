"""`PrintBoxes`: the boxes of the prints on a scanned page, found or drawn; each change can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from photorestore.core.prints import Print
from photorestore.gui.state.viewport import Point

LEAST_PX = 16.0  # of a side
_UNDO_KEPT = 200


class PrintBoxes(QObject):
    """`width` and `height` are the scan's. A gesture of the mouse is one change: `begin`, any number of sets, `end`."""

    changed = Signal()

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.size = (width, height)
        self.boxes: tuple[Print, ...] = ()
        self.current: int | None = None
        self._proposed: tuple[Print, ...] = ()
        self._done: list[tuple[Print, ...]] = []
        self._undone: list[tuple[Print, ...]] = []
        self._before: tuple[Print, ...] | None = None

    @property
    def box(self) -> Print | None:
        return None if self.current is None else self.boxes[self.current]

    @property
    def are_corrected(self) -> bool:
        """Somebody drew, changed or removed one, and has not put it back."""
        return self.boxes != self._proposed

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def propose(self, boxes: Sequence[Print]) -> None:
        """What was found; what a hand has drawn meanwhile stays."""
        self._proposed = tuple(boxes)
        self._change((*self.boxes, *boxes))
        self.choose(0 if boxes else self.current)

    def choose(self, at: int | None) -> None:
        if at != self.current:
            self.current = at
            self.changed.emit()

    def step(self, by: int) -> None:
        if self.boxes:
            self.choose(0 if self.current is None else (self.current + by) % len(self.boxes))

    def at(self, point: Point) -> int | None:
        """The box under a point of the scan, the current one first."""
        order = sorted(range(len(self.boxes)), key=lambda n: (n != self.current, self.boxes[n].area))
        return next((n for n in order if _holds(self.boxes[n], point)), None)

    # --- changes --------------------------------------------------------------------------------------------------

    def add(self, box: Print) -> None:
        self._change((*self.boxes, self._kept_inside(box)))
        self.choose(len(self.boxes) - 1)

    def add_in_middle(self, centre: Point) -> None:
        """For the keyboard: a third of the scan, to be moved and sized."""
        self.add(Print(*centre, self.size[0] / 3, self.size[1] / 3))

    def remove(self) -> None:
        if self.current is not None:
            left = tuple(box for n, box in enumerate(self.boxes) if n != self.current)
            self._change(left)
            self.choose(min(self.current, len(left) - 1) if left else None)

    def move(self, dx: float, dy: float) -> None:
        if self.box is not None:
            self.put(replace(self.box, x=self.box.x + dx, y=self.box.y + dy))

    def grow(self, across: float, down: float) -> None:
        """The right and the lower edge move, along the box's own sides."""
        if self.box is not None:
            self.put(resized(self.box, (1, 1), across, down))

    def turn(self, degrees: float) -> None:
        if self.box is not None:
            self.put(replace(self.box, angle=self.box.angle + degrees))

    def put(self, box: Print) -> None:
        """Instead of the current one."""
        if self.current is not None:
            boxes = list(self.boxes)
            boxes[self.current] = self._kept_inside(box)
            self._change(tuple(boxes))

    def begin(self) -> None:
        self._before = self.boxes

    def end(self) -> None:
        before, self._before = self._before, None
        if before is not None and before != self.boxes:
            self._remember(before)
            self.changed.emit()

    def undo(self) -> None:
        if self._done:
            self._undone.append(self.boxes)
            self._set(self._done.pop())

    def redo(self) -> None:
        if self._undone:
            self._done.append(self.boxes)
            self._set(self._undone.pop())

    def _change(self, boxes: tuple[Print, ...]) -> None:
        if boxes == self.boxes:
            return
        if self._before is None:
            self._remember(self.boxes)
        self._set(boxes)

    def _remember(self, boxes: tuple[Print, ...]) -> None:
        self._done = [*self._done[1 - _UNDO_KEPT :], boxes]
        self._undone.clear()

    def _set(self, boxes: tuple[Print, ...]) -> None:
        self.boxes = boxes
        if self.current is not None and self.current >= len(boxes):
            self.current = len(boxes) - 1 if boxes else None
        self.changed.emit()

    def _kept_inside(self, box: Print) -> Print:
        """Its centre stays on the scan, and its sides long enough to be seen."""
        width, height = self.size
        return replace(
            box, x=min(max(box.x, 0.0), width), y=min(max(box.y, 0.0), height),
            width=max(LEAST_PX, box.width), height=max(LEAST_PX, box.height),
        )  # fmt: skip


def resized(box: Print, corner: tuple[int, int], across: float, down: float) -> Print:
    """Draw a corner (-1 or 1 each way) outwards along the box's sides; the opposite corner stays."""
    width, height = max(LEAST_PX, box.width + across), max(LEAST_PX, box.height + down)
    along, below = (width - box.width) / 2 * corner[0], (height - box.height) / 2 * corner[1]
    turn = np.deg2rad(box.angle)
    x = box.x + along * np.cos(turn) - below * np.sin(turn)
    y = box.y + along * np.sin(turn) + below * np.cos(turn)
    return replace(box, x=float(x), y=float(y), width=width, height=height)


def along_sides(box: Print, dx: float, dy: float) -> tuple[float, float]:
    """A way on the scan as ways along the box's width and height."""
    turn = np.deg2rad(box.angle)
    return float(dx * np.cos(turn) + dy * np.sin(turn)), float(-dx * np.sin(turn) + dy * np.cos(turn))


def _holds(box: Print, point: Point) -> bool:
    across, down = along_sides(box, point[0] - box.x, point[1] - box.y)
    return abs(across) <= box.width / 2 and abs(down) <= box.height / 2
