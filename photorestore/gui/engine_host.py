"""`EngineHost` lives in a thread of its own and waits there for the engine's process, so that the window never does."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.freed_memory import give_back_memory
from photorestore.core.geometry import Box
from photorestore.core.lean_photo import AnyPhoto, part_of, rows_of
from photorestore.core.photo import Map, Photo, Pixels
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.core.stages import DenoiseSettings
from photorestore.gui.pixmaps import Picture, mask_picture, picture_of
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient
from photorestore.host.protocol import WeightsInfo, WeightsResult

if TYPE_CHECKING:
    from photorestore.gui.photo_source import PhotoReader, PhotoSource

log = logging.getLogger(__name__)


class EngineHost(QObject):
    """Jobs are slots, done one after the other; each answers with exactly one signal that carries its number.

    `cancel` and `close` are called straight from the window's thread: a slot would only run after the job.
    """

    ready = Signal(object)  # protocol.Ready
    not_ready = Signal(str)  # sentence
    progress = Signal(int, float, str)  # job, share 0..1, what is being done
    restored = Signal(int, object, object, object)  # job, Restored, its Picture, Picture of what was repainted
    previewed = Signal(int, object, object)  # job, Picture of the part, its Box in the photograph
    detected = Signal(int, object)  # job, ChanceMap
    tried = Signal(int, object, object, object)  # job, Picture of a part, the same by a method, ComparedMethod
    diagnosed = Signal(int, object)  # job, Diagnosed
    weights_answered = Signal(int, object)  # job, WeightsResult
    tested = Signal(int, object)  # job, SelfTest
    restarting = Signal()
    failed = Signal(int, str)  # job, sentence
    cancelled = Signal(int)

    def __init__(self, client: EngineClient) -> None:
        super().__init__()
        self._client = client
        self._unwanted: set[int] = set()
        self._closing = threading.Event()
        self._kept_reader: PhotoReader | None = None

    @Slot()
    def warm_up(self) -> None:
        try:
            self.ready.emit(self._client.wait_until_ready())
        except Cancelled:
            pass
        except UserError as error:
            self.not_ready.emit(str(error))

    @Slot(int, object, object)
    def restore(self, job: int, source: AnyPhoto | PhotoSource, recipe: Recipe) -> None:
        def work(progress: Progress) -> None:
            restored = self._client.restore(self._reader().read(source), recipe, progress)
            mask = restored.photo.mask
            overlay = mask_picture(mask) if mask is not None and mask.any() else None
            self.restored.emit(job, restored, picture_of(restored.photo), overlay)

        self._run(job, work)

    @Slot(int, object, object, object)
    def preview(self, job: int, source: AnyPhoto | PhotoSource, recipe: Recipe, box: Box) -> None:
        """Restore only a part of a photograph."""

        def work(progress: Progress) -> None:
            from photorestore.gui.photo_source import part_with_context

            part = part_with_context(self._reader().read(source), box)
            restored = self._client.restore(part.photo, recipe, progress, whole=part.whole).photo
            scale = restored.width // part.photo.width
            inner = Box(*(edge * scale for edge in part.inner))
            self.previewed.emit(job, _picture_of_part(part_of(restored, inner), restored.alpha, inner), box)

        self._run(job, work)

    @Slot(int, object, object, object)
    def try_method(self, job: int, source: Photo | PhotoSource, settings: DenoiseSettings, box: Box) -> None:
        """Clean a part by one method, told the noise of the whole photograph."""

        def work(progress: Progress) -> None:
            from photorestore.gui.photo_source import part_with_context

            photo = self._reader().read(source)
            part = part_with_context(photo, box)
            whole = None if settings.sigma else rows_of(photo, slice(0, photo.height))
            found = self._client.compare(part.photo, [settings.method], settings, progress=progress, whole=whole)
            before, after = (
                _picture_of_part(one.pixels[part.inner.slices].copy(), part.photo.alpha, part.inner) for one in found
            )
            self.tried.emit(job, before, after, found[1])

        self._run(job, work)

    @Slot(int, object)
    def detect(self, job: int, source: AnyPhoto | PhotoSource) -> None:
        def work(progress: Progress) -> None:
            from photorestore.core.chances import ChanceMap

            self.detected.emit(job, ChanceMap.of(self._client.detect(self._reader().read(source), progress)))

        self._run(job, work)

    @Slot(int, object)
    def diagnose(self, job: int, source: AnyPhoto | PhotoSource) -> None:
        def work(progress: Progress) -> None:
            self.diagnosed.emit(job, self._client.diagnose(self._reader().read(source), progress))

        self._run(job, work)

    @Slot(int)
    def list_weights(self, job: int) -> None:
        self._run(job, lambda progress: self._tell_weights(job, self._client.list_weights()))

    @Slot(int)
    def verify_weights(self, job: int) -> None:
        self._run(job, lambda progress: self._tell_weights(job, self._client.verify_weights(progress)))

    @Slot(int, object)
    def import_weights(self, job: int, files: list[Path]) -> None:
        self._run(job, lambda progress: self.weights_answered.emit(job, self._client.import_weights(files, progress)))

    @Slot(int, str)
    def remove_weights(self, job: int, name: str) -> None:
        self._run(job, lambda progress: self._tell_weights(job, self._client.remove_weights(name)))

    @Slot(int)
    def test(self, job: int) -> None:
        """How well and how fast this computer restores."""

        def work(progress: Progress) -> None:
            from photorestore.host.self_test import self_test

            self.tested.emit(job, self_test(self._client, progress, scale=3))

        self._run(job, work)

    @Slot(object)
    def use(self, options: EngineOptions) -> None:
        """Run the engine differently; it starts anew. Comes after the job that runs, so the engine is idle."""
        if not self._closing.is_set():
            self.restarting.emit()
            self._client.use(options)
            self.warm_up()

    @Slot()
    def restart(self) -> None:
        if not self._closing.is_set():
            self._client.restart()
            self.warm_up()

    @property
    def engine_pid(self) -> int | None:
        """From any thread."""
        return self._client.engine_pid

    def _reader(self) -> PhotoReader:
        """Made when first used: it brings in OpenCV and Pillow."""
        if self._kept_reader is None:
            from photorestore.gui.photo_source import PhotoReader

            self._kept_reader = PhotoReader()
        return self._kept_reader

    def _tell_weights(self, job: int, weights: tuple[WeightsInfo, ...]) -> None:
        self.weights_answered.emit(job, WeightsResult(job, weights))

    def cancel(self, job: int) -> None:
        """From any thread, whether the job runs or waits."""
        self._unwanted.add(job)

    def close(self) -> None:
        """From any thread: the running job ends soon, waiting ones are not begun, the process ends."""
        self._closing.set()
        self._client.close()

    def _run(self, job: int, work: Callable[[Progress], None]) -> None:
        progress = Progress(
            listener=lambda share, text: self.progress.emit(job, share, text),
            is_cancelled=lambda: job in self._unwanted or self._closing.is_set(),
        )
        try:
            progress.check_cancelled()
            work(progress)
        except Cancelled:
            self.cancelled.emit(job)
        except UserError as error:
            self.failed.emit(job, str(error))
        except MemoryError:
            self.failed.emit(
                job, self.tr("There is not enough free memory for it. Close other programs, then try again.")
            )
        except Exception as error:  # outermost frame of the thread: nobody above could report it
            log.exception("job %d failed", job)
            self.failed.emit(job, self.tr("Something went wrong inside the program: {error}").format(error=error))
        finally:
            self._unwanted.discard(job)
            give_back_memory()


def _picture_of_part(pixels: Pixels, alpha: Map | None, box: Box) -> Picture:
    """`alpha` is that of what the part was cut from at `box`."""
    return picture_of(Photo(pixels, None if alpha is None else alpha[box.slices]))
