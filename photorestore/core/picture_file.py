"""`PictureFile`: where a picture lies on the disk and how it is turned when it is read; the file stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PictureFile:
    """`turns`: quarter turns clockwise, 0 to 3, after what the file itself says about its orientation."""

    path: Path
    turns: int = 0

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def stem(self) -> str:
        return self.path.stem


AnyFile = Path | PictureFile  # a plain path is read as it lies


def picture_file(file: AnyFile) -> PictureFile:
    return file if isinstance(file, PictureFile) else PictureFile(file)
