"""Small pictures of photographs: made in threads of a pool, kept in memory up to a budget and on disk to be deleted
at any time."""

from __future__ import annotations

import logging
import os
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, QThread, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from photorestore.core.errors import UserError
from photorestore.core.picture_file import AnyFile, PictureFile
from photorestore.files.atomic import save_bytes
from photorestore.library.photos import LibraryPhoto

SIDES_PX = (256, 512)  # on disk
BUDGET_BYTES = 256 << 20
DISK_BYTES = 2 << 30
_WAITING = 200  # requests; older ones are of tiles that were scrolled past
_QUALITY = 88

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Source:
    """`mark` names the bytes of the file and how it is turned: another file's small picture has another one."""

    mark: str
    file: AnyFile


def original_source(photo: LibraryPhoto) -> Source:
    return Source(_as_turned(photo.quick_hash.hex(), photo.file), photo.file)


def result_source(result: PictureFile) -> Source:
    """A result's name is nobody else's, and its file never changes."""
    return Source(_as_turned(f"result-{result.stem[-16:]}", result), result)


def _as_turned(mark: str, file: PictureFile) -> str:
    return f"{mark}-turned-{file.turns}" if file.turns else mark


class Thumbnails(QObject):
    """For every view that shows photographs small."""

    came = Signal(str)  # mark
    _made = Signal(str, int, object)  # mark, side, QImage or None

    def __init__(self, folder: Path, budget_bytes: int = BUDGET_BYTES) -> None:
        super().__init__()
        self._folder = folder
        self._budget = budget_bytes
        self._held: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._bytes = 0
        self._broken: set[str] = set()
        self._guard = threading.Lock()
        self._waiting: OrderedDict[tuple[str, int], Source] = OrderedDict()
        self._asked: set[tuple[str, int]] = set()
        self._sides: dict[str, int] = {}
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(2)
        self._pool.setThreadPriority(QThread.Priority.LowPriority)
        self._made.connect(self._keep)

    def picture(self, source: Source, side_px: int) -> QPixmap | None:
        """At most `side_px` device pixels a side; None or one of another size until it has come."""
        found = self._held.get((source.mark, side_px))
        if found is not None:
            self._held.move_to_end((source.mark, side_px))
            return found
        if source.mark not in self._broken:
            self._ask(source, side_px)
        return self._held.get((source.mark, self._sides.get(source.mark, 0)))

    def is_broken(self, source: Source) -> bool:
        return source.mark in self._broken

    def forget_broken(self) -> None:
        """Try again, as the disk may be back."""
        self._broken.clear()

    def close(self) -> None:
        with self._guard:
            self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def wait(self) -> None:
        """Until all that was asked for is made; for measuring and tests."""
        self._pool.waitForDone()

    # --- in the window's thread -----------------------------------------------------------------------------------

    def _ask(self, source: Source, side_px: int) -> None:
        key = (source.mark, side_px)
        with self._guard:
            if key in self._asked and key not in self._waiting:
                return  # it is being made
            self._waiting[key] = source
            self._waiting.move_to_end(key)  # the newest first: it is on the screen
            if key in self._asked:
                return
            self._asked.add(key)
            if len(self._waiting) > _WAITING:
                dropped, _ = self._waiting.popitem(last=False)
                self._asked.discard(dropped)
        self._pool.start(self._make_one)

    @Slot(str, int, object)
    def _keep(self, mark: str, side_px: int, image: QImage | None) -> None:
        self._asked.discard((mark, side_px))
        if image is None:
            self._broken.add(mark)
        else:
            pixmap = QPixmap.fromImage(image)
            self._held[mark, side_px] = pixmap
            self._sides[mark] = side_px
            self._bytes += _bytes_of(pixmap)
            while self._bytes > self._budget and len(self._held) > 1:
                (old, _), gone = self._held.popitem(last=False)
                self._bytes -= _bytes_of(gone)
                if old not in {other for other, _ in self._held}:
                    self._sides.pop(old, None)
        self.came.emit(mark)

    # --- in the pool's threads ------------------------------------------------------------------------------------

    def _make_one(self) -> None:
        with self._guard:
            if not self._waiting:
                return
            (mark, side_px), source = self._waiting.popitem()
        image: QImage | None = None
        try:
            image = self._small(source, side_px)
        except UserError as error:
            log.info("no small picture of %s: %s", source.file, error)
        except Exception:  # outermost frame of the thread
            log.exception("no small picture of %s", source.file)
        self._made.emit(mark, side_px, image)

    def _small(self, source: Source, side_px: int) -> QImage:
        stored_px = next((side for side in SIDES_PX if side >= side_px), SIDES_PX[-1])
        place = self._folder / str(stored_px) / source.mark[:2] / f"{source.mark}.jpg"
        image = QImage(str(place)) if place.exists() else QImage()
        if image.isNull():
            image = _read(source.file, stored_px)
            _store(image, place)
        return _fitting(image, side_px)


def _read(file: AnyFile, side_px: int) -> QImage:
    from photorestore.files.measuring import read_small_colour  # with OpenCV: not needed to open the window

    samples = read_small_colour(file, side_px)
    height, width = samples.shape[:2]
    return QImage(samples.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _store(image: QImage, place: Path) -> None:
    """A full or read-only disk only makes it slower."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]  # bytes, say the stubs; it takes str
    try:
        save_bytes(bytes(buffer.data().data()), place, overwrite=True)
    except UserError as error:
        log.info("%s", error)


def _fitting(image: QImage, side_px: int) -> QImage:
    if max(image.width(), image.height()) > side_px:
        mode = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(side_px, side_px, Qt.AspectRatioMode.KeepAspectRatio, mode)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _bytes_of(pixmap: QPixmap) -> int:
    return 4 * pixmap.width() * pixmap.height()


def trim(folder: Path, most_bytes: int = DISK_BYTES) -> None:
    """Delete the oldest until the rest fits. In a thread: it looks at every file."""
    files = []
    for name, _, names in os.walk(folder):
        for entry in names:
            path = Path(name) / entry
            try:
                facts = path.stat()
            except OSError:
                continue
            files.append((facts.st_mtime, facts.st_size, path))
    held = sum(size for _, size, _ in files)
    for _, size, path in sorted(files):
        if held <= most_bytes:
            return
        path.unlink(missing_ok=True)
        held -= size
