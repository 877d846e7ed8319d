"""Open the user's library; where that can't be done, an empty one in a folder that is deleted at the end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from photorestore.core.errors import UserError
from photorestore.library.database import Database, open_library


@dataclass(frozen=True)
class OpenedLibrary:
    """`trouble` says why it is only a borrowed one."""

    library: Database
    trouble: str = ""
    folder: TemporaryDirectory[str] | None = None

    def close(self) -> None:
        self.library.close()
        if self.folder is not None:
            self.folder.cleanup()


def open_or_borrow(path: Path) -> OpenedLibrary:
    try:
        return OpenedLibrary(open_library(path))
    except UserError as error:
        return _borrow(path.name, str(error))


def _borrow(name: str, trouble: str) -> OpenedLibrary:
    folder = TemporaryDirectory(prefix="photorestore-")
    try:
        return OpenedLibrary(open_library(Path(folder.name) / "library" / name), trouble, folder)
    except BaseException:
        folder.cleanup()
        raise
