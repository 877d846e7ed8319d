"""`DefectWalk`: the spots of the automatic mask one after the other, each kept or dropped by the person."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from photorestore.core.defects import Defect, component_at
from photorestore.core.geometry import Box
from photorestore.core.mask_layers import ADDED, AUTOMATIC, ERASED
from photorestore.core.strokes import Action, Kind, Stroke

if TYPE_CHECKING:
    from photorestore.gui.state.mask_editor import MaskEditor


class Decision(Enum):
    NONE = "none"
    KEPT = "kept"
    DROPPED = "dropped"


class DefectWalk(QObject):
    """Decisions are strokes, so they are undone and kept like strokes, and looked up in the layers."""

    changed = Signal()  # another list
    chosen = Signal()  # another current defect, or its decision

    def __init__(self, editor: MaskEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._defects: tuple[Defect, ...] = ()
        self._at: int | None = None

    @property
    def all(self) -> tuple[Defect, ...]:
        return self._defects

    @property
    def current(self) -> Defect | None:
        return None if self._at is None else self._defects[self._at]

    def set_defects(self, defects: tuple[Defect, ...]) -> None:
        """The current one stays if it is still there."""
        seed = self.current.seed if self.current else None
        self._defects = defects
        self._at = next((at for at, one in enumerate(defects) if one.seed == seed), None)
        self.changed.emit()
        self.chosen.emit()

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) one, round and round."""
        if self._defects:
            start = -1 if by > 0 else 0
            self.choose(((start if self._at is None else self._at) + by) % len(self._defects))

    def choose(self, at: int | None) -> None:
        self._at = at if at is not None and 0 <= at < len(self._defects) else None
        self.chosen.emit()

    def decision(self, defect: Defect) -> Decision:
        said = self._editor.flags(Box(*defect.seed, defect.seed[0] + 1, defect.seed[1] + 1))[0, 0]
        if said & ERASED:
            return Decision.DROPPED
        return Decision.KEPT if said & ADDED else Decision.NONE

    def keep(self) -> None:
        self._decide(Action.ADD)

    def drop(self) -> None:
        self._decide(Action.ERASE)

    def _decide(self, action: Action) -> None:
        defect = self.current
        if defect is None:
            return
        region = component_at(
            lambda box: self._editor.flags(box) & np.uint8(AUTOMATIC), *self._editor.size, defect.seed
        )
        if region is not None:
            self._editor.do(Stroke(Kind.DEFECT, action, region.stamp()))
            self.chosen.emit()
