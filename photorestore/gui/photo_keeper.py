"""Keeps in the library what is done to photographs: in one thread, so that everything is written in its order."""

from __future__ import annotations

import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from photorestore.core.chances import ChanceMap
from photorestore.core.errors import Cancelled, UserError
from photorestore.core.faces import Face
from photorestore.core.freed_memory import give_back_memory
from photorestore.core.geometry import Box
from photorestore.core.picture_file import PictureFile
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.core.strokes import Stroke
from photorestore.gui.damage_maps import DamageMaps
from photorestore.gui.kept_work import Suggested, keep_result, keep_stroke, keep_suggested, load_work
from photorestore.gui.session_strokes import SessionStrokes
from photorestore.host.results import Restored
from photorestore.library.database import Database
from photorestore.library.faces import add_drawn_face, decide_face, faces_of, remove_face, save_found_faces
from photorestore.library.importing import import_pictures
from photorestore.library.opening import photos_of_files
from photorestore.library.photos import set_settings
from photorestore.library.strokes import redo_stroke, undo_stroke
from photorestore.library.versions import (
    forget_settings,
    keep_none,
    keep_version,
    save_settings,
    saved_settings,
    versions,
)

log = logging.getLogger(__name__)


class PhotoKeeper(QObject):
    """`key` is the photograph's number in the library. What fails is told by `failed` and changes nothing."""

    importing = Signal(float)  # share; at the end 1
    were_imported = Signal(object, object)  # LibraryPhotos in the order they were named, sentences about the others
    was_loaded = Signal(int, object)  # key, KeptWork
    was_not_loaded = Signal(int, str)
    result_was_kept = Signal(int, object, object)  # key, Version, all versions
    result_was_not_kept = Signal(int, str)
    versions_changed = Signal(int, object)
    snapshots_changed = Signal(int, object)
    faces_changed = Signal(int, object)
    recipe_was_kept = Signal(int)
    photo_changed = Signal(int)  # what the library shows of it
    failed = Signal(str)  # sentence

    def __init__(self, library: Database, maps: DamageMaps, copies: Callable[[], bool] = lambda: False) -> None:
        """`copies` says whether imported photographs are copied to the library."""
        super().__init__()
        self._db = library
        self._maps = maps
        self._copies = copies
        self._closing = threading.Event()
        self._strokes: defaultdict[int, SessionStrokes] = defaultdict(SessionStrokes)  # touched by `_work` alone
        self._work = QThreadPool()
        self._imports = QThreadPool()
        for pool in (self._work, self._imports):
            pool.setMaxThreadCount(1)
            pool.setExpiryTimeout(-1)  # a thread keeps its connection to the library

    # --- photographs ----------------------------------------------------------------------------------------------

    @Slot(object)
    def take_in(self, paths: Sequence[Path]) -> None:
        """Files and folders: what is new is imported."""
        copy = self._copies()

        def work() -> None:
            progress = Progress(lambda share, text: self.importing.emit(share), self._closing.is_set)
            try:
                report = import_pictures(self._db, paths, progress, copy=copy)
            finally:
                self.importing.emit(1.0)
            photos, troubles = photos_of_files(self._db, paths, report, progress.check_cancelled)
            self.were_imported.emit(photos, troubles)
            for photo_id in report.added:
                self.photo_changed.emit(photo_id)

        self._imports.start(lambda: self._try(work, self.failed.emit))

    @Slot(int, object)
    def load(self, key: int, size: tuple[int, int]) -> None:
        def work() -> None:
            self._strokes.pop(key, None)
            self.was_loaded.emit(key, load_work(self._db, key, size, self._maps))

        self._work.start(lambda: self._try(work, partial(self.was_not_loaded.emit, key)))

    # --- the mask -------------------------------------------------------------------------------------------------

    @Slot(int, object, object)
    def add_stroke(self, key: int, stroke: Stroke, size: tuple[int, int]) -> None:
        def work() -> None:
            self._strokes[key].begin()
            keep_stroke(self._db, key, stroke, size)
            self._strokes[key].was_kept()

        self._do(key, work)

    @Slot(int)
    def undo_stroke(self, key: int) -> None:
        def work() -> None:
            if self._strokes[key].undo():
                undo_stroke(self._db, key)

        self._do(key, work)

    @Slot(int)
    def redo_stroke(self, key: int) -> None:
        def work() -> None:
            if self._strokes[key].redo():
                redo_stroke(self._db, key)

        self._do(key, work)

    @Slot(object, object)
    def keep_map(self, photo: PictureFile, chances: ChanceMap) -> None:
        self._start(lambda: self._maps.keep(photo, chances))

    # --- settings and results -------------------------------------------------------------------------------------

    @Slot(int, object)
    def keep_recipe(self, key: int, recipe: Recipe | None) -> None:
        """None: the user goes with what is suggested."""

        def work() -> None:
            set_settings(self._db, key, None if recipe is None else recipe.to_json())
            self.recipe_was_kept.emit(key)

        self._do(key, work)

    @Slot(int, object, object)
    def keep_suggested(self, key: int, suggested: Suggested, faces: tuple[Face, ...]) -> None:
        def work() -> None:
            keep_suggested(self._db, key, suggested)
            self.faces_changed.emit(key, tuple(save_found_faces(self._db, key, faces)))

        self._start(work)

    @Slot(int, object)
    def keep_result(self, key: int, restored: Restored) -> None:
        def work() -> None:
            version = keep_result(self._db, key, restored)
            give_back_memory()
            self.result_was_kept.emit(key, version, tuple(versions(self._db, key)))
            self.photo_changed.emit(key)

        self._work.start(lambda: self._try(work, partial(self.result_was_not_kept.emit, key)))

    @Slot(int, object)
    def choose_version(self, key: int, version_id: int | None) -> None:
        """It is the photo's result from now on; None: the photo counts as not restored."""

        def work() -> None:
            if version_id is not None:
                keep_version(self._db, version_id)
            else:
                for version in versions(self._db, key):
                    if version.kept:
                        keep_none(self._db, version.id)
            self.versions_changed.emit(key, tuple(versions(self._db, key)))

        self._do(key, work)

    @Slot(object)
    def tell_versions(self, keys: Sequence[int]) -> None:
        def work() -> None:
            for key in keys:
                self.versions_changed.emit(key, tuple(versions(self._db, key)))

        if not self._closing.is_set():  # a worker's last word may come after the end
            self._start(work)

    @Slot(int, str, object)
    def name_settings(self, key: int, name: str, recipe: Recipe | None) -> None:
        """None forgets the name."""

        def work() -> None:
            if recipe is None:
                forget_settings(self._db, key, name)
            else:
                save_settings(self._db, key, name, recipe.to_json())
            self.snapshots_changed.emit(key, tuple(saved_settings(self._db, key)))

        self._start(work)

    # --- faces ----------------------------------------------------------------------------------------------------

    @Slot(int, object)
    def add_face(self, key: int, box: Box) -> None:
        self._change_faces(key, lambda: add_drawn_face(self._db, key, box))

    @Slot(int, int, bool, object)
    def decide_face(self, key: int, face_id: int, enabled: bool, strength: float | None) -> None:
        self._change_faces(key, lambda: decide_face(self._db, face_id, enabled=enabled, strength=strength))

    @Slot(int, int)
    def remove_face(self, key: int, face_id: int) -> None:
        self._change_faces(key, lambda: remove_face(self._db, face_id))

    def _change_faces(self, key: int, change: Callable[[], object]) -> None:
        def work() -> None:
            change()
            self.faces_changed.emit(key, tuple(faces_of(self._db, key)))

        self._start(work)

    # --------------------------------------------------------------------------------------------------------------

    def wait(self, most_ms: int = -1) -> bool:
        """Whether all is written that was asked for; waits that long, or without end away from the window's thread."""
        return self._work.waitForDone(most_ms)

    def close(self) -> None:
        """Everything that waits is still written; what is being imported ends with the photograph at hand."""
        self._closing.set()
        for pool in (self._imports, self._work):
            pool.waitForDone()

    def _do(self, key: int, work: Callable[[], object]) -> None:
        def whole() -> None:
            work()
            self.photo_changed.emit(key)

        self._start(whole)

    def _start(self, work: Callable[[], object]) -> None:
        self._work.start(lambda: self._try(work, self.failed.emit))

    def _try(self, work: Callable[[], object], tell: Callable[[str], object]) -> None:
        try:
            work()
        except Cancelled:
            pass  # the program ends
        except UserError as error:
            tell(str(error))
        except MemoryError:
            tell(self.tr("There is not enough free memory for this photograph."))
        except Exception as error:  # outermost frame of the thread
            log.exception("the library was not changed")
            tell(self.tr("The library could not keep this: {error}").format(error=error))
