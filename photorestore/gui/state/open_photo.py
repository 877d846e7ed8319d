"""`OpenPhoto`: one photograph in the window, from being read to being saved. A value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtGui import QImage

from photorestore.core.photo import Photo
from photorestore.core.stages import STAGES
from photorestore.gui.pixmaps import Picture
from photorestore.host.client import Diagnosed, Restored


class Phase(Enum):
    """What is being done to a photograph right now."""

    UNREAD = auto()
    READING = auto()
    UNREADABLE = auto()
    LOOKING = auto()  # being diagnosed
    IDLE = auto()
    RESTORING = auto()


@dataclass(frozen=True, eq=False)
class OpenPhoto:
    """`photo` and `picture` are there while it is shown or being restored. `job` is its last for the engine."""

    key: int
    path: Path
    phase: Phase = Phase.UNREAD
    photo: Photo | None = None
    picture: Picture | None = None
    thumbnail: QImage | None = None
    diagnosed: Diagnosed | None = None
    restored: Restored | None = None
    restored_picture: Picture | None = None
    damage: Picture | None = None  # what was repainted, or what the detector would take for damage
    job: int = 0
    share: float = 0.0
    step: str = ""  # of the restoration, in words
    trouble: str = ""
    is_saved: bool = True

    @property
    def needs_nothing(self) -> bool:
        """The diagnosis would leave the photograph as it is."""
        recipe = self.diagnosed.recipe if self.diagnosed else None
        return recipe is not None and not any(recipe.settings(stage.name).enabled for stage in STAGES)

    @property
    def can_restore(self) -> bool:
        return self.photo is not None and self.phase is Phase.IDLE and not self.needs_nothing
