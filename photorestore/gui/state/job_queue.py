"""`JobQueue`: photographs that are restored in the background, one after the other, and what the user wants of them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photorestore.core.errors import UserError
from photorestore.core.recipe import Recipe
from photorestore.gui.queue_work import SUGGESTED
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.queue_rows import LEFT_OVER, OVER, UNFINISHED, QueueRow, load_rows, paces, seconds_left
from photorestore.host.child import EngineOptions
from photorestore.library import jobs as table
from photorestore.library.database import Database
from photorestore.library.jobs import Job, JobState

_Wanted = ParamSpec("_Wanted")
_LOG_LINES = 200  # kept of each job
_RELOAD_MS = 80  # many changes in a moment are shown once


def _in_words(method: Callable[_Wanted, None]) -> Callable[_Wanted, None]:
    """What the library can't do, as on a full disk, is said and no more; once it is closed, nothing is done."""

    @wraps(method)
    def careful(*arguments: _Wanted.args, **named: _Wanted.kwargs) -> None:
        queue = arguments[0]
        assert isinstance(queue, JobQueue)
        try:
            if not queue.is_closed:
                method(*arguments, **named)
        except UserError as error:
            queue.trouble.emit(str(error))

    return careful


class JobQueue(QObject):
    """Knows no widget and no thread: it asks for one job after the other with `run_wanted`, and is told how it went.

    `is_paused`: what runs is finished, and nothing else begins. A queue that is left over from another day is paused.
    """

    changed = Signal()  # rows, states, pause
    job_changed = Signal(int)  # how far it is
    trouble = Signal(str)
    news = Signal(str)
    run_wanted = Signal(object)  # EngineOptions
    stop_wanted = Signal(int)  # job
    run_ended = Signal(int, int)  # photographs done, failed

    def __init__(self, library: Database, errands: Errands, usual_options: Callable[[], EngineOptions]) -> None:
        super().__init__()
        self._library = library
        self._errands = errands
        self._usual_options = usual_options
        self._logs: dict[int, deque[str]] = defaultdict(lambda: deque(maxlen=_LOG_LINES))
        self._is_asked = False  # the runner works, or looks for work
        self._ended = [0, 0]  # done and failed since the queue was empty
        self._seen = 0  # jobs that ended since then, however
        self._given_up: set[int] = set()  # jobs whose end could not be written down
        self.rows: list[QueueRow] = load_rows(library)
        self._paces = paces(library, self._of(*UNFINISHED))
        self.is_closed = False
        self.is_paused = bool(self._of(*UNFINISHED, *LEFT_OVER))
        self.running = 0  # job
        self.share = 0.0
        self.step = ""
        self._reload = QTimer(self, singleShot=True, interval=_RELOAD_MS)
        self._reload.timeout.connect(self._load)
        errands.queue_wanted.connect(self.add)
        errands.photos_changed.connect(self._reload_soon)

    # --- what is shown --------------------------------------------------------------------------------------------

    def find(self, job_id: int) -> QueueRow | None:
        return next((row for row in self.rows if row.job.id == job_id), None)

    @property
    def waiting(self) -> int:
        return len(self._of(JobState.WAITING))

    @property
    def left_over(self) -> int:
        """What another day's work left: interrupted jobs, and those that had not begun."""
        return len(self._of(*UNFINISHED, *LEFT_OVER)) if self.is_paused and not self.running else 0

    @property
    def number(self) -> int:
        """Which photograph of `total` is being done."""
        return min(self._seen + 1, self.total)

    @property
    def total(self) -> int:
        return self._seen + len(self._of(*UNFINISHED))

    @property
    def seconds_left(self) -> float | None:
        return seconds_left(self._of(*UNFINISHED), self._paces, self.share)

    def has(self, *states: JobState) -> bool:
        return bool(self._of(*states))

    def log_of(self, job_id: int) -> list[str]:
        """What happened to it since the program was started."""
        return list(self._logs[job_id]) if job_id in self._logs else []

    # --- wanted by the user ---------------------------------------------------------------------------------------

    @Slot(object, object)
    @_in_words
    def add(self, photo_ids: Sequence[int], recipe: Recipe | None) -> None:
        """At the end. A queue that was paused by the user stays so; one with nothing in it begins at once."""
        was_empty = not self.has(*UNFINISHED, *LEFT_OVER)
        added = table.add_jobs(self._library, photo_ids, SUGGESTED if recipe is None else recipe.to_json())
        if was_empty:
            self.is_paused = False
        self._after_change()
        self._tell_added(len(added))

    def toggle_pause(self) -> None:
        if self.is_paused:
            self.resume()
        else:
            self.pause()

    def pause(self) -> None:
        self.is_paused = True
        self.changed.emit()

    @_in_words
    def resume(self) -> None:
        """What was interrupted is done again."""
        self._interrupt_given_up()
        self.is_paused = False
        for job in table.jobs(self._library, *LEFT_OVER):
            table.queue_again(self._library, job.id)
        self._after_change()

    @_in_words
    def hold(self, job_ids: Iterable[int]) -> None:
        """These wait until they are released; one that runs is stopped. If all are held already, release them."""
        chosen = self._chosen(job_ids)
        held = [job for job in chosen if job.state in (JobState.PAUSED, JobState.INTERRUPTED)]
        if held and len(held) == len(chosen):
            self.retry([job.id for job in held])
            return
        for job in chosen:
            table.pause(self._library, job.id)
            self._stop(job)
        self._after_change()

    @_in_words
    def remove(self, job_ids: Iterable[int]) -> None:
        """Cancel what is not over yet, take the rest off the list. Results stay."""
        for job in self._chosen(job_ids):
            if job.state in OVER:
                table.remove_job(self._library, job.id)
                self._logs.pop(job.id, None)
            else:
                table.cancel(self._library, job.id)
                self._stop(job)
        self._after_change()

    @_in_words
    def clear_over(self) -> None:
        table.remove_jobs(self._library)
        self._after_change()

    @_in_words
    def retry(self, job_ids: Iterable[int], wishes: Mapping[str, str] | None = None) -> None:
        """Also what is held, interrupted or cancelled. `wishes` is `SMALLER_TILES` or `FULL_PRECISION`."""
        self._interrupt_given_up()
        options = None if wishes is None else table.options_text(wishes)
        for job in self._chosen(job_ids):
            table.queue_again(self._library, job.id, options)
        self._after_change()

    def retry_failed(self, wishes: Mapping[str, str] | None = None) -> None:
        self.retry([job.id for job in self._of(JobState.FAILED)], wishes)

    @_in_words
    def do_next(self, job_ids: Sequence[int]) -> None:
        for job in reversed(self._chosen(job_ids)):
            table.do_next(self._library, job.id)
        self._after_change()

    @_in_words
    def move(self, job_ids: Iterable[int], by: int) -> None:
        """Up (-1) or down (1), together."""
        order, chosen = [row.job.id for row in self.rows], set(job_ids)
        places = [at for at, job_id in enumerate(order) if job_id in chosen]
        for at in places if by < 0 else reversed(places):
            to = at + by
            if 0 <= to < len(order) and order[to] not in chosen:
                order[at], order[to] = order[to], order[at]
        if order != [row.job.id for row in self.rows]:
            table.order_jobs(self._library, order)
            self._load()

    # --- answers of the runner ------------------------------------------------------------------------------------

    @Slot(int)
    @_in_words
    def on_began(self, job_id: int) -> None:
        self.running, self.share, self.step = job_id, 0.0, ""
        self._load()

    @Slot(int, float, str)
    def on_progress(self, job_id: int, share: float, step: str) -> None:
        if job_id == self.running:
            self.share, self.step = share, step
            self.job_changed.emit(job_id)

    @Slot(int, str)
    def on_logged(self, job_id: int, line: str) -> None:
        self._logs[job_id].append(line)

    @Slot(int, int)
    @_in_words
    def on_ended(self, job_id: int, photo_id: int) -> None:
        self.running, self.share, self._is_asked = 0, 0.0, False
        job = table.job_by_id(self._library, job_id)
        if job is not None and job.state in OVER:
            self._seen += 1
            self._ended[0] += job.state is JobState.DONE
            self._ended[1] += job.state is JobState.FAILED
        self._errands.photos_changed.emit([photo_id])
        self._go_on()
        self._reload_soon()

    @Slot()
    @_in_words
    def on_ran_dry(self) -> None:
        self._is_asked = False
        self._load()
        if self.waiting and not self.is_paused:  # queued while the runner looked
            self._go_on()
            return
        done, failed = self._ended
        self._ended, self._seen = [0, 0], 0
        if done or failed:
            self.run_ended.emit(done, failed)
        self.changed.emit()

    @Slot(str)
    @_in_words
    def on_stuck(self, sentence: str) -> None:
        self._given_up |= {self.running} - {0}
        self._is_asked, self.is_paused, self.running = False, True, 0
        self._load()
        self.trouble.emit(sentence)

    # --------------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """At the start: offer what is left over."""
        count = self.left_over
        if count == 1:
            self.news.emit(self.tr("The queue was not finished: 1 photograph waits. Let it go on from the page Queue."))
        elif count:
            words = self.tr("The queue was not finished: {n} photographs wait. Let it go on from the page Queue.")
            self.news.emit(words.format(n=count))

    def close(self) -> None:
        """Before the library is closed: answers that still come are not looked at."""
        self.is_closed = True
        self._reload.stop()

    def _tell_added(self, count: int) -> None:
        if count == 0:
            self.news.emit(self.tr("These photographs are in the queue already."))
        elif count == 1:
            self.news.emit(self.tr("1 photograph was added to the queue."))
        else:
            self.news.emit(self.tr("{n} photographs were added to the queue.").format(n=count))

    def _of(self, *states: JobState) -> list[Job]:
        return [row.job for row in self.rows if row.job.state in states]

    def _chosen(self, job_ids: Iterable[int]) -> list[Job]:
        """As they are now, in the list's order."""
        wanted = set(job_ids)
        return [job for job in table.jobs(self._library) if job.id in wanted]

    def _stop(self, job: Job) -> None:
        if job.state is JobState.RUNNING:
            self.stop_wanted.emit(job.id)

    def _interrupt_given_up(self) -> None:
        """As soon as the library can be written again: it still takes them for running."""
        for job_id in self._given_up:
            table.interrupt(self._library, job_id)
        self._given_up.clear()

    def _after_change(self) -> None:
        self._load()
        self._go_on()

    def _go_on(self) -> None:
        if not self._is_asked and not self.is_paused:
            self._is_asked = True
            self.run_wanted.emit(self._usual_options())

    @Slot()
    def _reload_soon(self) -> None:
        self._reload.start()

    @Slot()
    @_in_words
    def _load(self) -> None:
        self._reload.stop()
        self.rows = load_rows(self._library)
        self._paces = paces(self._library, self._of(*UNFINISHED))
        self.changed.emit()
        self._errands.jobs_changed.emit()
