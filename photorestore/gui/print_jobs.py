"""Reads a scanned page, finds its prints and cuts them out, in a thread; each becomes a photograph of the library."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from photorestore.core.photo import Map, Photo
from photorestore.core.print_finding import find_prints
from photorestore.core.prints import Print, cut_print
from photorestore.files.formats import default_suffix
from photorestore.files.reading import read_photo
from photorestore.files.writing import write_photo
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.pixmaps import picture_of
from photorestore.gui.pool_jobs import tell_failure
from photorestore.library.database import Database
from photorestore.library.importing import add_made_picture, begin_import
from photorestore.library.photos import LibraryPhoto
from photorestore.library.places import copies_folder, safe_stem

_FOLDER = "album pages"


class PrintJobs(QObject):
    was_read = Signal(object)  # Picture
    were_found = Signal(object)  # Prints
    was_cut = Signal(int)  # how many until now
    some_were_saved = Signal(object)  # ids, before a failure is told
    were_saved = Signal(object)  # ids
    failed = Signal(str)  # sentence

    def __init__(self, db: Database, page: LibraryPhoto) -> None:
        super().__init__()
        self._db = db
        self._page = page
        self._photo: Photo | None = None
        self._saved: dict[Print, int] = {}  # ids of the photographs
        self._import_id = 0  # of all prints of the page
        self._pool = ThreadPoolExecutor(1, "album page")

    def read(self) -> None:
        """The page, then the boxes that it seems to hold."""

        def work() -> object:
            self._photo = read_photo(self._page.file)
            self.was_read.emit(picture_of(self._photo))
            return find_prints(self._photo.floats)

        what = self.tr("{name} could not be read").format(name=self._page.name)
        self._pool.submit(tell_failure, lambda: self.were_found.emit(work()), self.failed.emit, what)

    def save(self, boxes: Sequence[Print]) -> None:
        """Those that were saved before one fails stay, and are passed over the next time."""
        what = self.tr("The prints could not be saved")
        self._pool.submit(
            tell_failure, lambda: self.were_saved.emit(self._cut(boxes)), partial(self._tell_stop, boxes), what
        )

    def unsaved(self, boxes: Sequence[Print]) -> list[Print]:
        return [box for box in boxes if box not in self._saved]

    def close(self) -> None:
        """Wait for what is being written."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._photo = None

    def _cut(self, boxes: Sequence[Print]) -> list[int]:
        photo = self._photo
        assert photo is not None
        stem, suffix = safe_stem(self._page.path.stem), default_suffix(self._page.path)
        for number, box in enumerate(boxes, 1):
            if box not in self._saved:
                target = copies_folder(self._db) / _FOLDER / f"{stem} {number}{suffix}"
                path = write_photo(cut_photo(photo, box), target, source=self._page.path)
                self._saved[box] = self._add(path)
            self.was_cut.emit(number)
        return self._ids_of(boxes)

    def _add(self, path: Path) -> int:
        """A file that the library can't take is not left behind: the next try would save it beside."""
        try:
            self._import_id = self._import_id or begin_import(self._db)
            return add_made_picture(self._db, path, import_id=self._import_id, cut_from=self._page.id)
        except Exception:
            path.unlink(missing_ok=True)
            raise

    def _ids_of(self, boxes: Sequence[Print]) -> list[int]:
        return [self._saved[box] for box in boxes if box in self._saved]

    def _tell_stop(self, boxes: Sequence[Print], reason: str) -> None:
        ids = self._ids_of(boxes)
        if ids:
            self.some_were_saved.emit(ids)
            words = self.tr("{n} of {all} prints were saved; the button saves the rest. {reason}")
            reason = words.format(n=len(ids), all=len(boxes), reason=in_window_language(reason))
        self.failed.emit(reason)


def cut_photo(photo: Photo, box: Print) -> Photo:
    """One print with the metadata, the profile and the depth of the whole page."""
    return Photo(cut_print(photo.floats, box), _cut_plane(photo.alpha, box), replace(photo.metadata, notes=()))


def _cut_plane(plane: Map | None, box: Print) -> Map | None:
    if plane is None:
        return None
    return np.ascontiguousarray(cut_print(np.repeat(plane[..., np.newaxis], 3, axis=2), box)[..., 0])
