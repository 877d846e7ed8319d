"""`Album`: what galleries, contact sheets and PDF albums show. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from photorestore.core.picture_file import AnyFile


@dataclass(frozen=True)
class AlbumPhoto:
    """`before` is the photograph as it was, for pairs and sliders; `date` is words ("c. 1952")."""

    picture: AnyFile
    before: AnyFile | None = None
    caption: str = ""
    date: str = ""

    @property
    def text(self) -> str:
        """Caption and date in one line."""
        return " · ".join(part for part in (self.caption.strip(), self.date.strip()) if part)


@dataclass(frozen=True)
class Album:
    """In the order of the story."""

    title: str
    photos: tuple[AlbumPhoto, ...]
    subtitle: str = ""


@dataclass(frozen=True)
class Written:
    """What was written, and a sentence for each photograph that could not be shown in it."""

    paths: tuple[Path, ...]
    problems: tuple[str, ...] = ()
