"""Reads the pictures that are compared or looked at, away from the window's thread."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from photorestore.core.picture_file import AnyFile
from photorestore.gui.pixmaps import picture_of
from photorestore.gui.pool_jobs import PoolJobs


class CompareJobs(PoolJobs):
    """One at a time: a scan of 100 megapixels takes more than a gigabyte while it is read."""

    was_read = Signal(object, object)  # key, Picture
    was_not_read = Signal(object, str)  # key, sentence

    @Slot(object, object)
    def read(self, key: object, file: AnyFile) -> None:
        def work() -> None:
            from photorestore.files.reading import read_lean  # with OpenCV and Pillow: not needed to open the window

            self.was_read.emit(key, picture_of(read_lean(file)))

        what = self.tr("{name} could not be read").format(name=file.name)
        self._start(work, lambda sentence: self.was_not_read.emit(key, sentence), what)

    @Slot()
    def drop(self) -> None:
        """Forget what has not begun: another photograph is looked at."""
        self._pool.clear()
