"""`QueueRunner` lives in a thread of its own and does one job of the queue whenever it is asked to."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.gui.queue_work import check_room, run_job
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient
from photorestore.library.database import Database
from photorestore.library.jobs import Job, JobState, interrupt, job_by_id, take_next

log = logging.getLogger(__name__)


class QueueRunner(QObject):
    """Every `run_next` is answered by exactly one of `ended`, `ran_dry` and `stuck`."""

    began = Signal(int)  # job
    progress = Signal(int, float, str)  # job, share 0..1, what is being done
    logged = Signal(int, str)  # job, a line
    ended = Signal(int, int)  # job, photo; the library says how
    ran_dry = Signal()
    stuck = Signal(str)  # sentence: no job can be done now

    def __init__(self, library: Database, client: EngineClient, settle: Callable[[], object] = lambda: None) -> None:
        """`settle` waits until the library has all that was done to photographs before."""
        super().__init__()
        self._settle = settle
        self._library = library
        self._client = client
        self._unwanted: set[int] = set()
        self._closing = threading.Event()

    @Slot(object)
    def run_next(self, usual: EngineOptions) -> None:
        """`usual` is how the engine runs for everybody."""
        if self._closing.is_set():
            return
        job: Job | None = None
        try:
            self._settle()
            check_room(self._library)
            job = take_next(self._library)
            if job is None:
                self.ran_dry.emit()
                return
            self._unwanted.discard(job.id)  # of an earlier attempt
            self.began.emit(job.id)
            progress = Progress(
                listener=lambda share, text: self.progress.emit(job.id, share, text),
                is_cancelled=lambda: job.id in self._unwanted or self._closing.is_set(),
            )
            if self._is_still_wanted(job.id):
                run_job(self._library, self._client, job, usual, progress, lambda line: self._tell(job.id, line))
            self.ended.emit(job.id, job.photo_id)
        except UserError as error:
            self._give_up(job)
            self.stuck.emit(str(error))
        except Exception as error:  # outermost frame of the thread: nobody above could report it
            log.exception("the queue stopped")
            self._give_up(job)
            self.stuck.emit(self.tr("Something went wrong inside the program: {error}").format(error=error))

    def stop(self, job_id: int) -> None:
        """From any thread, once the library says that the job is cancelled or paused."""
        self._unwanted.add(job_id)

    def close(self) -> None:
        """From any thread: the running job is interrupted within a tile, and no other is begun."""
        self._closing.set()

    def _give_up(self, job: Job | None) -> None:
        """What came of it could not be written down; perhaps this can. Otherwise the queue tries again, later."""
        if job is not None:
            with suppress(UserError):
                interrupt(self._library, job.id)

    def _is_still_wanted(self, job_id: int) -> bool:
        """The library is told before we are, so nobody can have cancelled it unheard."""
        job = job_by_id(self._library, job_id)
        return job is not None and job.state is JobState.RUNNING

    def _tell(self, job_id: int, line: str) -> None:
        self.logged.emit(job_id, f"{time.strftime('%H:%M:%S')} {line}")
