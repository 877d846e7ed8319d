"""`SmallPictures`: little pictures of files for lists, read in a thread when a list first shows them."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter

from photorestore.gui.pool_jobs import PoolJobs

SMALL_PX = 44
_MOST = 600
_WAITING = 60  # more that are asked for push out the oldest, which are no longer seen


class SmallPictures(PoolJobs):
    """What Qt can't read has no small picture; it can be exported all the same."""

    came = Signal(object)  # path
    _was_read = Signal(object, QImage)

    def __init__(self, side_px: int = SMALL_PX) -> None:
        super().__init__()
        self._side = side_px
        self._images: OrderedDict[Path, QImage] = OrderedDict()
        self._asked: OrderedDict[Path, None] = OrderedDict()
        self._is_closed = False
        self._was_read.connect(self._keep)

    def get(self, path: Path) -> QImage | None:
        """None until it is read."""
        if path in self._images:
            self._images.move_to_end(path)
            return self._images[path]
        if path not in self._asked and not self._is_closed:
            self._asked[path] = None
            if len(self._asked) > _WAITING:
                self._asked.popitem(last=False)
            self._start(lambda: self._read(path), lambda sentence: None, path.name)
        return None

    def close(self) -> None:
        self._is_closed = True
        super().close()

    def _read(self, path: Path) -> None:
        if path in self._asked and not self._is_closed:
            self._was_read.emit(path, _small(path, self._side))

    def _keep(self, path: Path, image: QImage) -> None:
        self._asked.pop(path, None)
        self._images[path] = image
        if len(self._images) > _MOST:
            self._images.popitem(last=False)
        if not image.isNull():
            self.came.emit(path)


def _small(path: Path, side_px: int) -> QImage:
    """In the middle of a square, so that names beside it stand in a line; twice as fine for fine screens."""
    side = side_px * 2
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return image
    if max(image.width(), image.height()) > side:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    square = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.drawImage((side - image.width()) // 2, (side - image.height()) // 2, image)
    painter.end()
    square.setDevicePixelRatio(2)
    return square
