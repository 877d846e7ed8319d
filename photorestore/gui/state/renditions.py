"""`Rendition`: one way a photograph of the library looks, as it came in or as a version; and which is the best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from photorestore.core.picture_file import PictureFile
from photorestore.gui.moments import moment
from photorestore.gui.thumbnails import Source, original_source, result_source
from photorestore.gui.words import QT_TRANSLATE_NOOP
from photorestore.library.database import Database
from photorestore.library.photos import LibraryPhoto
from photorestore.library.versions import versions

ORIGINAL = 0  # instead of a version's id


@dataclass(frozen=True)
class Rendition:
    """`version_id` is `ORIGINAL` for the photograph as it came in. `name` is one that the user gave."""

    version_id: int
    file: PictureFile
    name: str = ""
    created: float = 0.0  # seconds since 1970
    is_kept: bool = False
    source: Source | None = None  # of its small picture

    @property
    def title(self) -> str:
        if self.version_id == ORIGINAL:
            return QCoreApplication.translate("Renditions", _ORIGINAL_WORDS)
        if self.name or not self.created:
            return self.name or QCoreApplication.translate("Renditions", _RESTORED_WORDS)
        return QCoreApplication.translate("Renditions", _WHEN_WORDS).format(when=moment(self.created))


_ORIGINAL_WORDS = QT_TRANSLATE_NOOP("Renditions", "Original")
_RESTORED_WORDS = QT_TRANSLATE_NOOP("Renditions", "Restored")
_WHEN_WORDS = QT_TRANSLATE_NOOP("Renditions", "Restored {when}")


def renditions(library: Database, photo: LibraryPhoto) -> tuple[Rendition, ...]:
    """The original first, then the versions from old to new."""
    made = (
        Rendition(version.id, file, version.name, version.created, version.kept, result_source(file))
        for version in versions(library, photo.id)
        for file in (version.file(photo.turns),)
    )
    return (Rendition(ORIGINAL, photo.file, source=original_source(photo)), *made)


def best_of(all_of_photo: Sequence[Rendition]) -> Rendition:
    """The kept version, else the newest, else the original."""
    return next((entry for entry in all_of_photo if entry.is_kept), all_of_photo[-1])
