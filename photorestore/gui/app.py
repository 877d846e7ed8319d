"""Builds the window and everything behind it, connects them, and takes them down again."""

from __future__ import annotations

import itertools
import logging
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil
from PySide6.QtCore import QMetaObject, QObject, QSettings, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QIcon, QImageReader
from PySide6.QtWidgets import QApplication

from photorestore import paths
from photorestore.core.errors import UserError
from photorestore.gui.collecting import Collector
from photorestore.gui.compare_jobs import CompareJobs
from photorestore.gui.damage_maps import DamageMaps
from photorestore.gui.editor_wiring import connect_editor
from photorestore.gui.engine_host import EngineHost
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.export_jobs import ExportJobs
from photorestore.gui.library_opening import open_or_borrow
from photorestore.gui.library_parts import LibraryParts
from photorestore.gui.mask_jobs import MaskJobs
from photorestore.gui.notifying import Notice
from photorestore.gui.pages import Parts
from photorestore.gui.photo_files import PhotoFiles
from photorestore.gui.photo_keeper import PhotoKeeper
from photorestore.gui.queue_runner import QueueRunner
from photorestore.gui.queue_work import clean_up
from photorestore.gui.settings import ENGINE_SETTINGS, IMPORT_COPY, LANGUAGE, WELCOMED, Settings, engine_options
from photorestore.gui.state.compare_state import CompareState
from photorestore.gui.state.desk import Desk
from photorestore.gui.state.engine_state import EngineState
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.export_state import ExportState
from photorestore.gui.state.job_queue import JobQueue
from photorestore.gui.state.memory_meter import MemoryMeter
from photorestore.gui.state.weights_state import WeightsState
from photorestore.gui.theme import Theme
from photorestore.gui.translation import Translation
from photorestore.gui.views.main_window import MainWindow
from photorestore.gui.views.queue_words import QueueWords
from photorestore.host.client import EngineClient
from photorestore.library.database import Database
from photorestore.library.finding import holds_file
from photorestore.logs import log_path, log_uncaught, start_crash_file, start_log

log = logging.getLogger(__name__)

_LONGEST_WAIT_MS = 1000  # of the window, for what is being written
_REMAKING_PAUSE_MS = 500  # between looks whether a window may be replaced
_OPTIONS_PAUSE_MS = 700  # after the last step of a number: the engine starts anew with each of its options


def run(photos: Sequence[Path] = ()) -> int:
    """Open the window with these photographs; return the exit code when it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python would hear Ctrl+C only when the window next wakes it
    start_log()
    start_crash_file()
    application = make_application()
    collector = Collector()
    settings = Settings(paths.user_data() / "settings.json")
    program = Program(EngineClient(engine_options(settings)), settings)
    log_uncaught(program.tell_of_crash)
    program.begin(photos)
    try:
        return application.exec()
    finally:
        program.close()
        collector.stop()


def _trouble_of_cleaning(library: Database, before: float) -> str:
    """A sentence, or "". A library that can't be written at this moment must not keep the window from opening."""
    try:
        clean_up(library, before)
    except UserError as error:
        return str(error)
    except OSError:
        log.warning("what an earlier run left behind is still there", exc_info=True)
    return ""


def make_application() -> QApplication:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("photorestore")
    application.setApplicationDisplayName("PhotoRestore")
    application.setDesktopFileName("photorestore")
    application.setWindowIcon(QIcon(str(paths.resources() / "app-icon.svg")))
    application.setStyle("Fusion")
    QImageReader.setAllocationLimit(max(256, psutil.virtual_memory().available // 2 >> 20))  # MB; Qt's 256 are few
    return application


class Program(QObject):
    """Everybody who works while the window is open, and the only place that knows them all."""

    _crashed = Signal(str)  # sentence, from any thread
    _options_wanted = Signal(object)  # EngineOptions

    def __init__(self, client: EngineClient, settings: Settings | None = None) -> None:
        super().__init__()
        with suppress(OSError):  # then nothing is kept, as the opened library says
            paths.user_data().mkdir(parents=True, exist_ok=True)
        self.settings = settings or Settings(paths.user_data() / "settings.json")
        self.translation = Translation(self.settings)
        self.translation.apply()
        jobs = itertools.count(1)
        memory = QSettings(str(paths.user_data() / "window.ini"), QSettings.Format.IniFormat)
        opened = time.time()
        self._opened = open_or_borrow(paths.library())
        self.library = self._opened.library
        self._cleaning_trouble = _trouble_of_cleaning(self.library, opened)
        self.desk = Desk(self.library, memory, jobs)
        self.session = self.desk.session
        self.engine = EngineState(jobs)
        self.weights = WeightsState(jobs)
        is_original = partial(holds_file, self.library)
        self.files = PhotoFiles(is_original)
        self.mask_jobs = MaskJobs(is_original)
        self.keeper = PhotoKeeper(self.library, DamageMaps(), lambda: self.settings.get(IMPORT_COPY) == "copy")
        self.theme = Theme(self.settings)
        self.host = EngineHost(client)
        self.meter = MemoryMeter(lambda: self.host.engine_pid)
        self.errands = Errands()
        self.photographs = LibraryParts.of(self.library, self.errands)
        self.compare = CompareState(self.library, self.errands)
        self.compare_jobs = CompareJobs()
        self.export = ExportState(paths.user_data() / "export-presets.json", memory, self.errands)
        self.export_jobs = ExportJobs(self.library)
        self.errands.queue_wanted.connect(lambda: self.desk.recipes.flush())  # first: the queue goes by what is kept
        self.queue = JobQueue(self.library, self.errands, lambda: engine_options(self.settings))
        self.runner = QueueRunner(self.library, client, self.keeper.wait)
        self._notice = Notice()
        self._parts = Parts(
            settings=self.settings, memory=memory, theme=self.theme, session=self.session, desk=self.desk,
            engine=self.engine, weights=self.weights, meter=self.meter, library=self.library, errands=self.errands,
            compare=self.compare, export=self.export, queue=self.queue,
            photographs=self.photographs,
        )  # fmt: skip
        self.photographs.edits.before_turning = self._settle_before_turning
        self.window = MainWindow(self._parts)
        self._options_chosen = QTimer(self, singleShot=True, interval=_OPTIONS_PAUSE_MS)
        self._remaking = QTimer(self, interval=_REMAKING_PAUSE_MS)
        self._thread = self._thread_of(self.host, "engine host")
        self._queue_thread = self._thread_of(self.runner, "queue")
        self._connect()
        self._thread.start()
        self._queue_thread.start()

    def begin(self, photos: Sequence[Path] = ()) -> None:
        """Show the window: with photographs if some are named, else with the first steps if they were never shown."""
        if photos:
            self.window.show_page("restore")
        elif not self.settings.get(WELCOMED):
            self.window.show_welcome()
        self.window.show()
        self._tell_of_library()
        if photos:
            self.session.open(photos)
        self.queue.begin()
        self.photographs.jobs.begin()
        QTimer.singleShot(0, self.warm_up)

    def _tell_of_library(self) -> None:
        """What happened when it was opened; above all that nothing will be kept."""
        if self._opened.trouble:
            words = self.tr("{trouble} Until then you work with an empty library, and nothing in it will be kept.")
            self.window.messages.show_trouble(words.format(trouble=in_window_language(self._opened.trouble)))
        elif self._cleaning_trouble:
            self.window.messages.show_trouble(in_window_language(self._cleaning_trouble))
        elif self.library.notes:
            self.window.messages.show_news(" ".join(self.library.notes))

    def warm_up(self) -> None:
        """Load the engine while the user looks for a photograph."""
        QMetaObject.invokeMethod(self.host, "warm_up", Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Cancel what runs and wait for the threads: a thread left running would abort the program."""
        self.meter.stop()
        self._options_chosen.stop()
        self._remaking.stop()
        self.queue.close()
        self.runner.close()
        self.host.close()
        for thread in (self._thread, self._queue_thread):
            thread.quit()
            thread.wait()
        self.files.close()
        self.compare_jobs.close()
        self.export_jobs.close()
        self._notice.close()
        self.mask_jobs.close()
        self.keeper.close()
        self.window.end()
        self.photographs.close()
        self._opened.close()
        self.translation.remove()

    def tell_of_crash(self, error: BaseException) -> None:
        """Say in a sentence that something failed that nobody expected; the log has the rest. From any thread."""
        words = self.tr(
            "Something went wrong inside the program ({error}). "
            "Your photographs are unchanged; {log} holds the details."
        )
        self._crashed.emit(words.format(error=f"{type(error).__name__}: {error}", log=log_path()))

    def _connect(self) -> None:
        connect_editor(self.desk, self.keeper, self.files, self.mask_jobs, self.host, self.errands)
        self.errands.photos_turned.connect(self.session.on_turned)
        self.session.turn_wanted.connect(self.photographs.edits.turn)
        self.keeper.were_imported.connect(self.photographs.jobs.examine)
        self._connect_engine()
        self._connect_compare()
        self._connect_export()
        self._connect_queue()
        self.settings.changed.connect(self._follow_setting)
        self._crashed.connect(self._show_crash)
        self._remaking.timeout.connect(self._remake_when_saved)

    def _settle_before_turning(self, photo_ids: Sequence[int]) -> None:
        """What was painted a moment ago is in the library, so that it is turned too."""
        self.session.check_can_turn(photo_ids)
        self.desk.editor.finish()
        self.desk.recipes.flush()
        if not self.keeper.wait(_LONGEST_WAIT_MS):  # strokes take a moment, a large result takes seconds
            raise UserError("A result is still being saved. Turn the photograph when that is done.")

    def _connect_engine(self) -> None:
        host, engine, weights = self.host, self.engine, self.weights
        host.ready.connect(engine.on_ready)
        host.not_ready.connect(engine.on_not_ready)
        host.restarting.connect(engine.on_restarting)
        host.tested.connect(engine.on_tested)
        engine.test_wanted.connect(host.test)
        engine.restart_wanted.connect(host.restart)
        weights.listing_wanted.connect(host.list_weights)
        weights.verification_wanted.connect(host.verify_weights)
        weights.import_wanted.connect(host.import_weights)
        weights.removal_wanted.connect(host.remove_weights)
        weights.cancel_wanted.connect(host.cancel, Qt.ConnectionType.DirectConnection)
        host.progress.connect(weights.on_progress)
        host.weights_answered.connect(weights.on_answered)
        for asking in (engine, weights):
            host.failed.connect(asking.on_failed)
            host.cancelled.connect(asking.on_cancelled)
        self._options_chosen.timeout.connect(lambda: self._options_wanted.emit(engine_options(self.settings)))
        self._options_wanted.connect(host.use)

    def _connect_compare(self) -> None:
        state, jobs = self.compare, self.compare_jobs
        state.reading_wanted.connect(jobs.read)
        state.readings_unwanted.connect(jobs.drop)
        jobs.was_read.connect(state.on_read)
        jobs.was_not_read.connect(state.on_not_read)

    def _connect_export(self) -> None:
        state, jobs = self.export, self.export_jobs
        state.listing_wanted.connect(jobs.list_photos)
        state.finding_wanted.connect(jobs.find_photos)
        state.plan_wanted.connect(jobs.plan)
        state.run_wanted.connect(jobs.run)
        state.cancel_wanted.connect(jobs.cancel)
        jobs.were_listed.connect(state.on_listed)
        jobs.were_found.connect(state.on_found)
        jobs.was_planned.connect(state.on_planned)
        jobs.progress.connect(state.on_progress)
        jobs.photo_done.connect(state.on_photo_done)
        jobs.finished.connect(state.on_finished)

    def _connect_queue(self) -> None:
        queue, runner = self.queue, self.runner
        queue.run_wanted.connect(runner.run_next)
        queue.stop_wanted.connect(runner.stop, Qt.ConnectionType.DirectConnection)  # now, not after the job
        runner.began.connect(queue.on_began)
        runner.progress.connect(queue.on_progress)
        runner.logged.connect(queue.on_logged)
        runner.ended.connect(queue.on_ended)
        runner.ran_dry.connect(queue.on_ran_dry)
        runner.stuck.connect(queue.on_stuck)
        queue.run_ended.connect(self._tell_queue_ended)

    def _tell_queue_ended(self, done: int, failed: int) -> None:
        words, messages = QueueWords().end(done, failed), self.window.messages
        show = messages.show_trouble if failed else messages.show_news
        show(words)
        self._notice.show(words, self.window)

    def _thread_of(self, worker: QObject, name: str) -> QThread:
        thread = QThread()
        thread.setObjectName(name)
        worker.moveToThread(thread)
        return thread

    def _follow_setting(self, key: str) -> None:
        if key == LANGUAGE.key and self.translation.apply():
            QTimer.singleShot(0, self._follow_language)  # the old one is still busy with the choice
        elif key in [setting.key for setting in ENGINE_SETTINGS]:
            self._options_chosen.start()

    def _follow_language(self) -> None:
        if self.window.holds_unsaved:
            words = self.tr("The language changes when all that you work on is saved or closed.")
            self.window.messages.show_news(words)
            self._remaking.start()
        else:
            self._remake_window()

    def _remake_when_saved(self) -> None:
        if not self.window.holds_unsaved:
            self._remaking.stop()
            self._remake_window()

    def _remake_window(self) -> None:
        """The same window with the words of another language: all that lasts is in the parts."""
        old, page = self.window, self.window.page_name
        old.keep_place()
        self.window = MainWindow(self._parts)
        self.window.show_again(page)
        self.window.setVisible(old.isVisible())
        old.hide()
        old.deleteLater()

    def _show_crash(self, sentence: str) -> None:
        self.window.messages.show_trouble(sentence)
