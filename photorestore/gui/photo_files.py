"""Reads and writes photographs in threads of a pool, and tells the window when they are done."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance, Slot

from photorestore.core.errors import UserError
from photorestore.core.freed_memory import give_back_memory
from photorestore.core.picture_file import PictureFile
from photorestore.gui.originals import IsOriginal, nobodys
from photorestore.gui.pixmaps import picture_of, thumbnail_of
from photorestore.gui.state.open_photo import PhotoFacts

THUMBNAIL_PX = 256

log = logging.getLogger(__name__)


class PhotoFiles(QObject):
    """`key` names the photograph in the session. What is asked for is answered by exactly one signal."""

    was_read = Signal(int, object, object, object)  # key, PhotoFacts, Picture, thumbnail QImage
    was_not_read = Signal(int, str)  # key, sentence
    result_was_read = Signal(int, int, object)  # key, version, Picture
    result_was_not_read = Signal(int, str)
    was_written = Signal(int, object)  # key, path
    was_not_written = Signal(int, str)  # key, sentence

    def __init__(self, is_original: IsOriginal = nobodys) -> None:
        super().__init__()
        self._is_original = is_original
        self._guard = threading.Lock()
        self._waiting: dict[int, PictureFile] = {}
        self._preferred = 0
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(2)
        self._copies = QThreadPool()  # of their own: they wait for no thumbnails, and are not dropped at the end
        self._copies.setMaxThreadCount(1)

    @Slot(int)
    def prefer(self, key: int) -> None:
        """Who looks at this photograph does not wait for a shoebox of small pictures."""
        self._preferred = key

    @Slot(int, object)
    def read(self, key: int, file: PictureFile) -> None:
        """The pixels themselves are not kept: the engine reads them again. A newer request replaces a waiting one."""
        with self._guard:
            self._waiting[key] = file
        self._pool.start(self._read_next)

    def _read_next(self) -> None:
        with self._guard:
            if not self._waiting:
                return  # answered with a newer request of the same photograph
            key = self._preferred if self._preferred in self._waiting else next(iter(self._waiting))
            file = self._waiting.pop(key)

        def work() -> None:
            from photorestore.files.reading import read_lean  # with OpenCV and Pillow: not needed to open the window

            photo = read_lean(file)
            depth, notes = photo.metadata.bit_depth, photo.metadata.notes
            facts = PhotoFacts(photo.width, photo.height, depth, notes, file.turns)
            picture = picture_of(photo)
            del photo
            self.was_read.emit(key, facts, picture, thumbnail_of(picture, THUMBNAIL_PX))

        self._try(work, key, self.was_not_read, self.tr("{name} could not be read").format(name=file.name))

    @Slot(int, int, object)
    def read_result(self, key: int, version: int, file: PictureFile) -> None:
        def work() -> None:
            from photorestore.files.reading import read_lean

            self.result_was_read.emit(key, version, picture_of(read_lean(file)))

        sentence = self.tr("The restored photograph {name} could not be read").format(name=file.name)
        self._pool.start(lambda: self._try(work, key, self.result_was_not_read, sentence))

    @Slot(int, object, object, object)
    def save_as(self, key: int, result: PictureFile, path: Path, source: Path) -> None:
        """A copy of a result. The file dialog has asked about overwriting; originals are refused."""

        def work() -> None:
            from photorestore.files.atomic import original_refused, save_by
            from photorestore.files.reading import read_lean
            from photorestore.files.writing import write_photo

            if self._is_original(path):
                raise original_refused(path)
            if path.suffix.lower() == result.path.suffix.lower() and not result.turns:
                written = save_by(lambda to: _copy(result.path, to), path, source=source, overwrite=True)
            else:
                picture = read_lean(result)
                written = write_photo(picture, path, source=source, original=picture, overwrite=True)
            self.was_written.emit(key, written)

        sentence = self.tr("{name} could not be saved").format(name=path.name)
        self._copies.start(lambda: self._try(work, key, self.was_not_written, sentence))

    def close(self) -> None:
        """Wait for all that is to be written; what nobody has begun to read is dropped."""
        self._pool.clear()
        for pool in (self._pool, self._copies):
            pool.waitForDone()

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
        finally:
            give_back_memory()


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("xb") as written:
        shutil.copyfileobj(read, written, 1 << 20)
