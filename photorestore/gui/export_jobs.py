"""Lists, plans and writes exports in threads of their own, and tells the window what became of each photograph."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool, Signal, Slot

from photorestore.gui.export_listing import list_for_export
from photorestore.gui.pool_jobs import PoolJobs
from photorestore.gui.state.export_order import ExportOrder, ExportPlan, ExportReport
from photorestore.library.database import Database
from photorestore.library.finding import holds_file, ids_of_files


class ExportJobs(PoolJobs):
    """Answers carry the number that they were asked with. A plan is answered while an export runs."""

    were_listed = Signal(int, object)  # job, list of ExportPhoto
    were_found = Signal(int, object, int)  # job, ids, how many are in no library
    was_planned = Signal(int, object)  # job, ExportPlan
    progress = Signal(int, float, str)  # job, share, step
    photo_done = Signal(int, int, object)  # job, photo, Outcome
    finished = Signal(int, object, str)  # job, ExportReport, sentence if all of it failed

    def __init__(self, library: Database) -> None:
        super().__init__()
        self._library = library
        self._is_original = partial(holds_file, library)
        self._looks = QThreadPool()
        self._looks.setMaxThreadCount(1)
        self._looks.setExpiryTimeout(-1)
        self._cancelled: dict[int, threading.Event] = {}
        self._latest_plan = 0
        self._is_closing = False

    @Slot(int, object)
    def list_photos(self, job: int, photo_ids: Sequence[int]) -> None:
        def work() -> None:
            self.were_listed.emit(job, list_for_export(self._library, photo_ids))

        self._look(work, lambda sentence: self.were_listed.emit(job, []), self.tr("The photographs can't be listed"))

    @Slot(int, object)
    def find_photos(self, job: int, paths: Sequence[Path]) -> None:
        def work() -> None:
            found, strangers = ids_of_files(self._library, paths)
            self.were_found.emit(job, found, len(strangers))

        self._look(work, lambda sentence: self.were_found.emit(job, [], 0), self.tr("The files can't be looked for"))

    @Slot(int, object)
    def plan(self, job: int, order: ExportOrder) -> None:
        self._latest_plan = job

        def work() -> None:
            from photorestore.gui.export_planning import plan_order  # brings in OpenCV and Pillow

            plan = plan_order(order, lambda: self._is_closing or job != self._latest_plan, self._is_original)
            self.was_planned.emit(job, plan)

        def failed(sentence: str) -> None:
            self.was_planned.emit(job, ExportPlan(trouble=sentence))

        self._look(work, failed, self.tr("The export can't be planned"))

    @Slot(int, object)
    def run(self, job: int, order: ExportOrder) -> None:
        cancelled = self._cancelled[job] = threading.Event()
        labels = (self.tr("Before"), self.tr("After"))

        def work() -> None:
            from photorestore.core.progress import Progress
            from photorestore.gui.export_running import run_order

            progress = Progress(lambda share, step: self.progress.emit(job, share, step), cancelled.is_set)
            tell = partial(self.photo_done.emit, job)
            report = run_order(order, labels, progress, tell, self._is_original)
            self.finished.emit(job, report, "")

        def failed(sentence: str) -> None:
            self.finished.emit(job, ExportReport(was_cancelled=cancelled.is_set()), sentence)

        self._start(work, failed, self.tr("The export failed"))

    @Slot(int)
    def cancel(self, job: int) -> None:
        """Takes effect before the next photograph."""
        if job in self._cancelled:
            self._cancelled[job].set()

    def close(self) -> None:
        self._is_closing = True
        for cancelled in self._cancelled.values():
            cancelled.set()
        self._looks.clear()
        self._looks.waitForDone()
        super().close()

    def _look(self, work: object, failed: object, what: str) -> None:
        self._looks.start(lambda: self._try(work, failed, what))  # type: ignore[arg-type]
