"""`OpenPhoto`: one photograph of the library in the window, with what is known and wanted of it. A value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtGui import QImage

from photorestore.core.faces import Face
from photorestore.core.picture_file import PictureFile
from photorestore.core.recipe import Recipe
from photorestore.core.stages import STAGES
from photorestore.gui.kept_work import Suggested
from photorestore.gui.pixmaps import Picture
from photorestore.library.faces import SAME_FACE, FaceDecision, overlap
from photorestore.library.versions import NamedSettings, Version


class Phase(Enum):
    """What is being done to a photograph right now."""

    UNREAD = auto()
    READING = auto()
    UNREADABLE = auto()
    LOOKING = auto()  # being diagnosed
    IDLE = auto()
    RESTORING = auto()
    KEEPING = auto()  # the result is being written


@dataclass(frozen=True)
class PhotoFacts:
    """What reading a file tells besides its pixels."""

    width: int
    height: int
    bit_depth: int
    notes: tuple[str, ...] = ()
    turns: int = 0  # that it was read with

    @property
    def megapixels(self) -> float:
        return self.width * self.height / 1e6


@dataclass(frozen=True, eq=False)
class OpenPhoto:
    """`key` is its number in the library. Pictures are there while it is shown; `is_loaded` says that what the library
    keeps of it is. `recipe` is what the user changed, None where they go with what is suggested. `found_faces` are
    those that the last diagnosis found and the library has not told of yet. `version` is the result that counts, None
    before there is one. `job` is its last for the engine.
    """

    key: int
    path: Path
    phase: Phase = Phase.UNREAD
    facts: PhotoFacts | None = None
    picture: Picture | None = None
    thumbnail: QImage | None = None
    is_loaded: bool = False
    recipe: Recipe | None = None
    suggested: Suggested | None = None
    faces: tuple[FaceDecision, ...] = ()
    found_faces: tuple[Face, ...] = ()
    versions: tuple[Version, ...] = ()
    snapshots: tuple[NamedSettings, ...] = ()
    version: Version | None = None
    restored_picture: Picture | None = None
    seconds: float = 0.0  # that the last restoration took
    job: int = 0
    share: float = 0.0
    step: str = ""  # of the restoration, in words
    trouble: str = ""
    turns: int = 0

    @property
    def file(self) -> PictureFile:
        return PictureFile(self.path, self.turns)

    @property
    def wanted(self) -> Recipe:
        """What restoring would do now."""
        if self.recipe is not None:
            return self.recipe
        return self.suggested.recipe if self.suggested is not None else Recipe()

    @property
    def needs_nothing(self) -> bool:
        """Restoring would leave the photograph as it is."""
        return not any(self.wanted.settings(stage.name).enabled for stage in STAGES)

    @property
    def is_ready(self) -> bool:
        """It is shown, and the library has told what it keeps."""
        return self.picture is not None and self.is_loaded

    @property
    def is_free(self) -> bool:
        """It is ready, and no result of it is on its way."""
        return self.is_ready and self.phase in (Phase.IDLE, Phase.LOOKING)

    @property
    def can_restore(self) -> bool:
        return self.is_free and not self.needs_nothing


def kept_of(versions: Sequence[Version]) -> Version | None:
    """The one that counts."""
    return next((version for version in reversed(versions) if version.kept), None)


def not_among(found: Iterable[Face], known: Iterable[FaceDecision]) -> tuple[Face, ...]:
    boxes = [face.box for face in known]
    return tuple(face for face in found if all(overlap(face.box, box) < SAME_FACE for box in boxes))
