"""What the library does in the background: import, checks, snapshots, look-alikes, files that moved, trash."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFile, QObject, Signal, SignalInstance, Slot

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.gui.pool_jobs import tell_failure
from photorestore.gui.thumbnails import trim
from photorestore.library.database import Database
from photorestore.library.volumes import SystemMounts

_TOLD_EVERY_S = 0.05


class LibraryJobs(QObject):
    """One job of the user's at a time, one behind it that nobody waits for, and quick questions beside them.

    The threads are Python's own: each keeps its connection to the library as long as it lives.
    """

    progress = Signal(str, float)  # which job, share
    finished = Signal(str)  # which job, whatever came of it
    failed = Signal(str)  # sentence
    imported = Signal(object)  # ImportReport
    alike_found = Signal(object)  # list of LookAlikes
    emptied = Signal(object)  # Emptied
    relinked = Signal(int, object)  # id, list of Found: others that went the same way
    moved_found = Signal(object)  # list of Found, already relinked
    counted = Signal(object)  # how many photographs each smart album holds
    photos_changed = Signal(object)  # ids; an empty list: any

    def __init__(self, db: Database, thumbnails: Path) -> None:
        super().__init__()
        self._db = db
        self._thumbnails = thumbnails
        self._closing = threading.Event()
        self._cancel = threading.Event()
        self._told = 0.0
        self._mine = ThreadPoolExecutor(1, "library work")
        self._behind = ThreadPoolExecutor(1, "library checks")
        self._quick = ThreadPoolExecutor(1, "library counts")
        self._is_counting = False
        self.running = ""  # the user's job

    # --- the user's jobs ------------------------------------------------------------------------------------------

    @Slot(object, bool)
    def take_in(self, paths: Sequence[Path], copy: bool) -> None:
        def work(progress: Progress) -> object:
            from photorestore.library.importing import import_pictures  # with OpenCV: not needed to open the window

            report = import_pictures(self._db, paths, progress, copy=copy)
            self.photos_changed.emit([])
            self.examine()
            return report

        self._start("import", work, self.imported, self.tr("The photographs could not be imported"))

    def find_alike(self) -> None:
        def work(progress: Progress) -> object:
            from photorestore.library.examining import examine_waiting
            from photorestore.library.look_alikes import find_look_alikes

            looking, comparing = progress.split((9, 1))
            examine_waiting(self._db, looking)
            return find_look_alikes(self._db, progress=comparing)

        self._start("alike", work, self.alike_found, self.tr("Look-alikes could not be looked for"))

    def empty_trash(self) -> None:
        """Of what lies there now: what is thrown away while this waits for its turn stays."""
        now = time.time()

        def work(progress: Progress) -> object:
            from photorestore.library.trash import empty_trash

            emptied = empty_trash(self._db, lambda path: QFile(str(path)).moveToTrash(), until=now)
            self.photos_changed.emit([])
            return emptied

        self._start("trash", work, self.emptied, self.tr("The trash could not be emptied"))

    def relink(self, photo_id: int, path: Path, even_if_different: bool = False) -> None:
        """Say where a missing file is now; others that went the same way are proposed."""

        def work(progress: Progress) -> object:
            from photorestore.library.missing import propose_rest, relink
            from photorestore.library.photos import photo_by_id

            photo = photo_by_id(self._db, photo_id)
            relink(self._db, photo_id, path, SystemMounts(), even_if_different=even_if_different)
            self.photos_changed.emit([photo_id])
            return [] if photo is None else propose_rest(self._db, photo.path, path)

        self._start("relink", work, self.relinked, self.tr("The file could not be relinked"), photo_id)

    def relink_all(self, found: Sequence[tuple[int, Path]]) -> None:
        """What was proposed and agreed to."""

        def work(progress: Progress) -> object:
            return self._relinked(found, progress)

        self._start("relink", work, self.moved_found, self.tr("The files could not be relinked"))

    def find_moved(self, folder: Path) -> None:
        def work(progress: Progress) -> object:
            from photorestore.library.missing import find_moved

            looking, linking = progress.split((9, 1))
            found = find_moved(self._db, [folder], looking)
            return self._relinked([(one.photo_id, one.path) for one in found], linking)

        self._start("relink", work, self.moved_found, self.tr("The folder could not be searched"))

    def cancel(self) -> None:
        """The user's job; what it did until now stays."""
        self._cancel.set()

    # --- behind ---------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """At the start: which files are there, a snapshot once a day, old trash, and what is still to be examined."""
        self._behind.submit(self._try, self._look_after, None, self.tr("The library could not be checked"))
        self.examine()

    @Slot()
    def examine(self) -> None:
        """What is new or has changed; to be asked for when it has come in."""

        def work(progress: Progress) -> object:
            from photorestore.library.examining import examine_waiting

            damaged = examine_waiting(self._db, progress)
            if damaged:
                self.photos_changed.emit([photo.id for photo in damaged])
            return None

        if not self._closing.is_set():  # the keeper's last word may come after the end
            self._behind.submit(self._try, work, None, self.tr("New photographs could not be examined"))

    def count(self) -> None:
        """Asked again while it counts, it counts once more."""

        def work(progress: Progress) -> object:
            from photorestore.library.listing import smart_counts

            self._is_counting = False
            return smart_counts(self._db)

        if not self._is_counting:
            self._is_counting = True
            self._quick.submit(self._try, work, self.counted, self.tr("The photographs could not be counted"))

    def close(self) -> None:
        """Stop at the next photograph, and wait for it."""
        self._closing.set()
        for pool in (self._mine, self._behind, self._quick):
            pool.shutdown(wait=True, cancel_futures=True)

    # --- in the threads -------------------------------------------------------------------------------------------

    def _look_after(self, progress: Progress) -> None:
        from photorestore.library.missing import check_files, refresh_files
        from photorestore.library.snapshots import take_daily_snapshot
        from photorestore.library.trash import empty_trash

        check = check_files(self._db, SystemMounts(), progress)
        if news := [*check.gone, *check.back, *refresh_files(self._db, check.changed)]:
            self.photos_changed.emit(news)
        take_daily_snapshot(self._db.path)
        empty_trash(self._db, lambda path: QFile(str(path)).moveToTrash())
        trim(self._thumbnails)

    def _relinked(self, found: Sequence[tuple[int, Path]], progress: Progress) -> list[int]:
        from photorestore.library.missing import relink

        done = []
        for at, (photo_id, path) in enumerate(found):
            progress.report(at / len(found))
            try:
                relink(self._db, photo_id, path, SystemMounts())
                done.append(photo_id)
            except UserError as error:  # the others deserve their chance
                self.failed.emit(str(error))
        self.photos_changed.emit([])
        return done

    def _start(self, name: str, work: Callable[[Progress], object], done: SignalInstance, what: str, *key: int) -> None:
        def run() -> None:
            self._cancel.clear()
            self.running = name
            self.progress.emit(name, 0.0)
            try:
                self._try(work, done, what, *key)
            finally:
                self.running = ""
                self.finished.emit(name)

        self._mine.submit(run)

    def _try(self, work: Callable[[Progress], object], done: SignalInstance | None, what: str, *key: int) -> None:
        is_mine = threading.current_thread().name.startswith("library work")
        listener = self._tell if is_mine else lambda share, text: None
        progress = Progress(listener, lambda: self._closing.is_set() or (is_mine and self._cancel.is_set()))

        def answer() -> None:
            found = work(progress)
            if done is not None:
                done.emit(*key, found)

        with suppress(Cancelled):
            tell_failure(answer, self.failed.emit, what)

    def _tell(self, share: float, text: str) -> None:
        now = time.monotonic()
        if now - self._told > _TOLD_EVERY_S:
            self._told = now
            self.progress.emit(self.running, share)
