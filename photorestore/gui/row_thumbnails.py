"""`RowThumbnails`: small pictures for the rows of a list, read by a thread and kept while they are looked at."""

from __future__ import annotations

import logging
from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from photorestore.core.errors import UserError

_SIDE_PX = 128
_KEPT = 300  # 64 KB each

log = logging.getLogger(__name__)


class RowThumbnails(QObject):
    came = Signal(str)  # path
    _read = Signal(str, QImage)  # from the pool's thread

    def __init__(self) -> None:
        super().__init__()
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._wanted: set[str] = set()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._keep)

    def find(self, path: Path) -> QImage | None:
        """At once if it is there, else None and `came` later. A null image: it can't be read."""
        name = str(path)
        if name in self._images:
            self._images.move_to_end(name)
            return self._images[name]
        if name not in self._wanted:
            self._wanted.add(name)
            self._pool.start(lambda: self._read.emit(name, _small_image(path)))
        return None

    def close(self) -> None:
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(str, QImage)
    def _keep(self, name: str, image: QImage) -> None:
        self._wanted.discard(name)
        self._images[name] = image
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        self.came.emit(name)


def _small_image(path: Path) -> QImage:
    try:
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(size.scaled(QSize(_SIDE_PX, _SIDE_PX), Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        return _by_us(path) if image.isNull() else image
    except UserError:
        return QImage()
    except Exception:  # outermost frame of the thread: a list without this picture is still a list
        log.exception("no thumbnail of %s", path)
        return QImage()


def _by_us(path: Path) -> QImage:
    """Grey, of what Qt can't read."""
    from photorestore.files.measuring import read_small  # with OpenCV and Pillow: not needed to open the window

    samples = read_small(path, _SIDE_PX)
    height, width = samples.shape[:2]
    return QImage(samples.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()
