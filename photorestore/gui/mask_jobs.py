"""Computes and files masks in threads of a pool, and tells the window when they are done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance, Slot

from photorestore.core.chances import ChanceMap
from photorestore.core.defects import Spots, find_defects
from photorestore.core.photo import Map, Mask
from photorestore.core.stages import ScratchSettings
from photorestore.gui.originals import IsOriginal, nobodys
from photorestore.gui.pool_jobs import tell_failure


class MaskJobs(QObject):
    """Answers carry the number that they were asked with."""

    were_found = Signal(int, object)  # job, Spots
    was_packed = Signal(int, object)  # key, ChanceMap
    was_read = Signal(int, object)  # key, mask
    was_written = Signal(int, object)  # key, path
    failed = Signal(str)  # sentence

    def __init__(self, is_original: IsOriginal = nobodys) -> None:
        super().__init__()
        self._is_original = is_original
        self._spots = QThreadPool()  # one at a time: an older search is of no use to anybody
        self._files = QThreadPool()
        self._copies = QThreadPool()  # of their own: they are not dropped at the end
        for pool in (self._spots, self._files, self._copies):
            pool.setMaxThreadCount(1)

    @Slot(int, object, object)
    def find_spots(self, job: int, chances: ChanceMap, settings: ScratchSettings) -> None:
        def work() -> Spots:
            return find_defects(chances.plane, settings)

        self._spots.clear()
        self._start(self._spots, work, self.were_found, job, self.tr("The mask could not be made"))

    @Slot(int, object)
    def pack(self, key: int, damage: Map) -> None:
        """A detector's answer as the editor keeps it."""
        sentence = self.tr("The map of damage could not be kept")
        self._start(self._files, lambda: ChanceMap.of(damage), self.was_packed, key, sentence)

    @Slot(int, object, int, int)
    def read(self, key: int, path: Path, width: int, height: int) -> None:
        def work() -> Mask:
            from photorestore.files.masks import read_mask

            return read_mask(path, width, height)

        sentence = self.tr("{name} could not be read").format(name=path.name)
        self._start(self._files, work, self.was_read, key, sentence)

    @Slot(int, object, object, object)
    def write(self, key: int, mask: Mask, path: Path, source: Path) -> None:
        """The file dialog has asked about overwriting; the source is refused, and every photograph of the library."""

        def work() -> Path:
            from photorestore.files.atomic import original_refused
            from photorestore.files.masks import write_mask

            if self._is_original(path):
                raise original_refused(path)
            return write_mask(mask, path, source=source, overwrite=True)

        sentence = self.tr("{name} could not be saved").format(name=path.name)
        self._start(self._copies, work, self.was_written, key, sentence)

    def close(self) -> None:
        """Wait for all that is to be written; what else has not begun is dropped."""
        for pool in (self._spots, self._files):
            pool.clear()
        for pool in (self._spots, self._files, self._copies):
            pool.waitForDone()

    def _start(self, pool: QThreadPool, work: Callable[[], object], done: SignalInstance, key: int, what: str) -> None:
        pool.start(lambda: tell_failure(lambda: done.emit(key, work()), self.failed.emit, what))
