"""Reads and writes photographs in threads of a pool, and tells the window when they are done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance, Slot

from photorestore.core.errors import UserError
from photorestore.core.photo import Photo
from photorestore.files.discovery import find_pictures
from photorestore.gui.pixmaps import picture_of, thumbnail_of

THUMBNAIL_PX = 256

log = logging.getLogger(__name__)


class PhotoFiles(QObject):
    """`key` names the photograph in the session. Every request is answered by exactly one signal."""

    were_found = Signal(object)  # list of paths
    was_read = Signal(int, object, object, object)  # key, Photo, Picture, thumbnail QImage
    was_not_read = Signal(int, str)  # key, sentence
    was_written = Signal(int, object)  # key, path
    was_not_written = Signal(int, str)  # key, sentence

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(2)

    @Slot(object)
    def search(self, named: list[Path]) -> None:
        """Find the photographs in folders."""
        self._pool.start(lambda: self.were_found.emit([found.path for found in find_pictures(named)]))

    @Slot(int, object)
    def read(self, key: int, path: Path) -> None:
        def work() -> None:
            from photorestore.files.reading import read_photo  # with OpenCV and Pillow: not needed to open the window

            photo = read_photo(path)
            picture = picture_of(photo)
            self.was_read.emit(key, photo, picture, thumbnail_of(picture, THUMBNAIL_PX))

        sentence = self.tr("{name} could not be read").format(name=path.name)
        self._pool.start(lambda: self._try(work, key, self.was_not_read, sentence))

    @Slot(int, object, object, object)
    def write(self, key: int, photo: Photo, path: Path, source: Path) -> None:
        """The file dialog has asked about overwriting; the source itself is refused by `write_photo`."""

        def work() -> None:
            from photorestore.files.writing import write_photo

            self.was_written.emit(key, write_photo(photo, path, source=source, overwrite=True))

        sentence = self.tr("{name} could not be saved").format(name=path.name)
        self._pool.start(lambda: self._try(work, key, self.was_not_written, sentence))

    def close(self) -> None:
        """Wait for what is being written; what has not begun is dropped."""
        self._pool.clear()
        self._pool.waitForDone()

    def _try(self, work: Callable[[], None], key: int, failed: SignalInstance, what: str) -> None:
        try:
            work()
        except UserError as error:
            failed.emit(key, str(error))
        except MemoryError:
            failed.emit(key, self.tr("{what}: there is not enough free memory.").format(what=what))
        except Exception as error:  # outermost frame of the thread
            log.exception("%s", what)
            failed.emit(key, f"{what}: {error}.")
