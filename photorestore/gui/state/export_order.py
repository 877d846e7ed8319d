"""What is exported, as what, and what became of it. Values only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from photorestore.core.picture_file import PictureFile
from photorestore.exporting.naming import NameFacts
from photorestore.exporting.presets import ExportPreset
from photorestore.files.naming import picture_stem
from photorestore.gui.state.renditions import ORIGINAL, Rendition


class Product(StrEnum):
    FILES = "files"
    PAIRS = "pairs"
    SHEET = "sheet"
    PDF = "pdf"
    GALLERY = "gallery"

    @property
    def is_album(self) -> bool:
        """One thing with all photographs in it."""
        return self in (Product.SHEET, Product.PDF, Product.GALLERY)


@dataclass(frozen=True)
class ExportPhoto:
    """`chosen` is the id of the version that leaves, `ORIGINAL` for the original. `date` is words."""

    id: int
    name: str
    renditions: tuple[Rendition, ...]
    chosen: int
    caption: str = ""
    date: str = ""
    album: str = ""

    @property
    def rendition(self) -> Rendition:
        return next((entry for entry in self.renditions if entry.version_id == self.chosen), self.renditions[0])

    @property
    def original(self) -> PictureFile:
        return self.renditions[0].file

    @property
    def before(self) -> PictureFile | None:
        """What a before/after picture shows beside it."""
        return None if self.rendition.version_id == ORIGINAL else self.original

    def facts(self, counter: int) -> NameFacts:
        return NameFacts(picture_stem(PurePath(self.name)), self.date, self.caption, self.album, counter=counter)


@dataclass(frozen=True)
class AlbumChoices:
    """Of contact sheets, PDF albums and galleries; each looks at its own."""

    title: str = ""
    subtitle: str = ""
    columns: int = 4
    rows: int = 5
    paper: str = "A4"
    per_page: int = 1
    title_page: bool = True
    page_numbers: bool = True
    with_before: bool = True
    lossless: bool = False


@dataclass(frozen=True)
class ExportOrder:
    """All that is needed to export. `conflict` is a value of `exporting.files.Conflict`."""

    product: Product
    photos: tuple[ExportPhoto, ...]
    preset: ExportPreset
    conflict: str
    folder: Path
    album: AlbumChoices

    def all_facts(self) -> Sequence[NameFacts]:
        return [photo.facts(counter) for counter, photo in enumerate(self.photos, 1)]


@dataclass(frozen=True)
class PlannedFile:
    """`photo_id` is 0 for an album. What happens to a file that has the name is one of the three, or nothing."""

    photo_id: int
    target: Path
    is_numbered: bool = False
    is_skipped: bool = False
    overwrites: bool = False


@dataclass(frozen=True)
class ExportPlan:
    """`needed_bytes` is an upper estimate; `trouble` says why it can't be done like that."""

    files: tuple[PlannedFile, ...] = ()
    needed_bytes: int = 0
    free_bytes: int = 0
    trouble: str = ""


class Fate(StrEnum):
    WRITTEN = "written"
    SKIPPED = "skipped"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Outcome:
    """What became of one photograph: the file, or why there is none."""

    fate: Fate
    output: Path | None = None
    reason: str = ""


@dataclass(frozen=True)
class ExportReport:
    """`paths` are what was written, `problems` sentences about photographs that an album had to leave out."""

    paths: tuple[Path, ...] = ()
    problems: tuple[str, ...] = ()
    was_cancelled: bool = False
