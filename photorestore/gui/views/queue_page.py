"""`QueuePage`: the list of what is restored in the background, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from photorestore.gui.icons import icon
from photorestore.gui.queue_work import FULL_PRECISION, SMALLER_TILES
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.job_queue import JobQueue
from photorestore.gui.state.queue_rows import OVER, QueueRow
from photorestore.gui.theme import Theme
from photorestore.gui.thumbnails import Thumbnails
from photorestore.gui.views.actions import Actions, Entry
from photorestore.gui.views.buttons import WordsButton
from photorestore.gui.views.invitation import Invitation
from photorestore.gui.views.own_keys import keep_keys
from photorestore.gui.views.page import Page
from photorestore.gui.views.page_head import page_head
from photorestore.gui.views.queue_entries import QueueEntries
from photorestore.gui.views.queue_list import QueueList
from photorestore.gui.views.queue_words import QueueWords
from photorestore.library.jobs import JobState
from photorestore.private_paths import without_private_paths

_CHOSEN = ("job_hold", "job_remove", "job_next", "job_up", "job_down", "job_log", "job_retry")
_RETRIES = ("retry_failed", "retry_small", "retry_exact")


class QueuePage(Page):
    """`has_comparison`: there is a page that compares results with originals; else Restore shows the photograph."""

    def __init__(
        self, queue: JobQueue, errands: Errands, theme: Theme, thumbnails: Thumbnails, *, has_comparison: bool
    ) -> None:
        super().__init__()
        self._queue = queue
        self._errands = errands
        self._has_comparison = has_comparison
        self._actions: Actions | None = None
        self._words = QueueWords()
        self.list = QueueList(queue, theme, thumbnails, self._words)
        self._build()
        queue.changed.connect(self._show_queue)
        queue.job_changed.connect(self._show_summary)
        queue.trouble.connect(self.trouble)
        queue.news.connect(self.news)
        self.list.selectionModel().selectionChanged.connect(self._show_chosen)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.list.doubleClicked.connect(self._show_result)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.set_entrance(self.list)
        self._show_queue()

    # --- what the window asks -------------------------------------------------------------------------------------

    def entries(self) -> tuple[Entry, ...]:
        return QueueEntries().all()

    def commands(self) -> Mapping[str, Callable[..., object]]:
        queue, chosen = self._queue, self.list
        return {
            "queue_pause": queue.toggle_pause,
            "queue_clear": queue.clear_over,
            "job_hold": lambda: queue.hold(chosen.chosen),
            "job_remove": lambda: queue.remove(chosen.chosen),
            "job_next": lambda: queue.do_next(chosen.chosen),
            "job_up": lambda: queue.move(chosen.chosen, -1),
            "job_down": lambda: queue.move(chosen.chosen, 1),
            "job_show": self._show_result,
            "job_log": self._copy_log,
            "job_retry": lambda: queue.retry(chosen.chosen),
            "retry_failed": queue.retry_failed,
            "retry_small": partial(queue.retry_failed, SMALLER_TILES),
            "retry_exact": partial(queue.retry_failed, FULL_PRECISION),
        }

    def bind(self, actions: Actions) -> None:
        self._actions = actions
        again = QMenu(self)
        again.addActions([actions[name] for name in _RETRIES])
        self.retry_button.setMenu(again)
        for button, name in ((self.pause_button, "queue_pause"), (self.clear_button, "queue_clear")):
            button.clicked.connect(actions[name].trigger)
            button.setToolTip(actions[name].toolTip())
        self._show_queue()

    def panes(self) -> Sequence[QWidget]:
        return (self._top, self.list)

    def recolour(self) -> None:
        self.retry_button.setIcon(icon("retry", self.palette()))
        self.clear_button.setIcon(icon("clear", self.palette()))
        self.invitation.recolour()
        self.list.viewport().update()
        self._show_queue()

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(14)
        column.addWidget(self._build_top())
        self.invitation = Invitation(
            "queue",
            self.tr("Nothing is queued"),
            self.tr("Choose photographs in the Library and add them to the queue: they are restored while you go on."),
            [(self.tr("To the library"), lambda: self.page_wanted.emit("library"))],
        )
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self.invitation)
        self._middle.addWidget(self.list)
        column.addWidget(middle, 1)
        self._detail = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.setProperty("kind", "report")
        column.addWidget(self._detail)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _build_top(self) -> QWidget:
        self._summary = QLabel(wordWrap=True)
        self.pause_button = WordsButton()
        self.retry_button = WordsButton(self.tr("Retry failed"))
        self.clear_button = WordsButton(self.tr("Clear what is over"))
        buttons = (self.pause_button, self.retry_button, self.clear_button)
        for button in buttons:
            keep_keys(button, Qt.Key.Key_Space)
        self._top = page_head(self.tr("Queue"), self._summary, buttons)
        return self._top

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_queue(self) -> None:
        self._middle.setCurrentIndex(1 if self._queue.rows else 0)
        paused = self._queue.is_paused
        self.pause_button.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause_button.setIcon(icon("resume" if paused else "pause", self.palette()))
        self._show_summary()
        self._show_chosen()

    def _show_summary(self) -> None:
        parts = (self._words.chip(self._queue), self._words.summary(self._queue))
        self._summary.setText("   ·   ".join(filter(None, parts)))
        self._summary.setVisible(bool(self._summary.text()))

    def _show_chosen(self) -> None:
        row = self.list.current
        said = self._said_below(row) if row is not None and self.list.chosen else ""
        self._detail.setText(said)
        self._detail.setVisible(bool(said))
        self._show_actions()

    def _said_below(self, row: QueueRow) -> str:
        """What does not fit into a row."""
        if row.job.state not in OVER:
            return ""
        detail = self._words.detail(row.job)
        return f"{row.photo.name}: {detail}" if detail else ""

    def _show_actions(self) -> None:
        queue, row = self._queue, self.list.current
        has_failed = queue.has(JobState.FAILED)
        can_clear = queue.has(*OVER)
        can_pause = bool(queue.left_over or queue.running or queue.waiting or queue.is_paused)
        self.pause_button.setEnabled(can_pause)
        self.retry_button.setEnabled(has_failed)
        self.clear_button.setEnabled(can_clear)
        if self._actions is None:
            return
        for name in _CHOSEN:
            self._actions.set_enabled(name, bool(self.list.chosen))
        for name in _RETRIES:
            self._actions.set_enabled(name, has_failed)
        self._actions.set_enabled("queue_clear", can_clear)
        self._actions.set_enabled("queue_pause", can_pause)
        self._actions.set_enabled("job_show", row is not None and row.job.version_id is not None)

    # --- doing ----------------------------------------------------------------------------------------------------

    def _show_result(self) -> None:
        row = self.list.current
        if row is None or row.job.version_id is None:
            return
        if self._has_comparison:
            self._errands.compare([row.photo.id])
        else:
            self._errands.edit([row.photo.id])

    def _copy_log(self) -> None:
        rows = [row for job in self.list.chosen if (row := self._queue.find(job)) is not None]
        QGuiApplication.clipboard().setText("\n".join(self._log_of(row) for row in rows))
        self.news.emit(self.tr("The log was copied."))

    def _log_of(self, row: QueueRow) -> str:
        """English, whatever the window speaks: it is read by those who help."""
        job, seconds = row.job, f"{row.job.seconds:.1f} s" if row.job.seconds else "not measured"
        lines = [
            f"Job {job.id}: {row.photo.name}, {job.megapixels:.1f} megapixels",
            f"State: {job.state}, attempts: {job.attempts}, time: {seconds}",
            f"Recipe: {'suggested' if not job.recipe else ' '.join(job.recipe.split())}; options: {job.options}",
            *([f"Reason: {job.reason}"] if job.reason else []),
            *(f"Remark: {warning}" for warning in job.warnings),
            *self._queue.log_of(job.id),
        ]
        return without_private_paths("\n".join(lines)) + "\n"

    def _open_menu(self, at: QPoint) -> None:
        if self._actions is None or not self.list.chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._actions[name] for name in ("job_show", *_CHOSEN)])
        menu.popup(self.list.viewport().mapToGlobal(at))
