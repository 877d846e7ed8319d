"""Builds the window and everything behind it, connects them, and takes them down again."""

from __future__ import annotations

import itertools
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import psutil
from PySide6.QtCore import QMetaObject, QObject, QSettings, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

from photorestore import paths
from photorestore.gui.damage_maps import DamageMaps
from photorestore.gui.editor_wiring import connect_editor
from photorestore.gui.engine_host import EngineHost
from photorestore.gui.mask_jobs import MaskJobs
from photorestore.gui.pages import Parts
from photorestore.gui.photo_files import PhotoFiles
from photorestore.gui.photo_keeper import PhotoKeeper
from photorestore.gui.settings import ENGINE_SETTINGS, LANGUAGE, WELCOMED, Settings, engine_options
from photorestore.gui.state.desk import Desk
from photorestore.gui.state.engine_state import EngineState
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.memory_meter import MemoryMeter
from photorestore.gui.state.weights_state import WeightsState
from photorestore.gui.theme import Theme
from photorestore.gui.translation import Translation
from photorestore.gui.views.main_window import MainWindow
from photorestore.host.client import EngineClient
from photorestore.library.database import open_library
from photorestore.logs import log_path, log_uncaught, start_crash_file, start_log


def run(photos: Sequence[Path] = ()) -> int:
    """Open the window with these photographs; return the exit code when it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python would hear Ctrl+C only when the window next wakes it
    start_log()
    start_crash_file()
    application = make_application()
    settings = Settings(paths.user_data() / "settings.json")
    program = Program(EngineClient(engine_options(settings)), settings)
    log_uncaught(program.tell_of_crash)
    program.begin(photos)
    try:
        return application.exec()
    finally:
        program.close()


def display_available() -> bool:
    """False where a window cannot be opened: Linux without X or Wayland, as over a bare ssh."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def make_application() -> QApplication:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("photorestore")
    application.setApplicationDisplayName("PhotoRestore")
    application.setStyle("Fusion")
    QImageReader.setAllocationLimit(max(256, psutil.virtual_memory().available // 2 >> 20))  # MB; Qt's 256 are few
    return application


class Program(QObject):
    """Everybody who works while the window is open, and the only place that knows them all."""

    _crashed = Signal(str)  # sentence, from any thread
    _options_wanted = Signal(object)  # EngineOptions

    def __init__(self, client: EngineClient, settings: Settings | None = None) -> None:
        super().__init__()
        paths.user_data().mkdir(parents=True, exist_ok=True)
        self.settings = settings or Settings(paths.user_data() / "settings.json")
        self.translation = Translation(self.settings)
        self.translation.apply()
        jobs = itertools.count(1)
        memory = QSettings(str(paths.user_data() / "window.ini"), QSettings.Format.IniFormat)
        self.library = open_library(paths.library())
        self.desk = Desk(self.library, memory, jobs)
        self.session = self.desk.session
        self.engine = EngineState(jobs)
        self.weights = WeightsState(jobs)
        self.files = PhotoFiles()
        self.mask_jobs = MaskJobs()
        self.keeper = PhotoKeeper(self.library, DamageMaps())
        self.theme = Theme(self.settings)
        self.host = EngineHost(client)
        self.meter = MemoryMeter(lambda: self.host.engine_pid)
        self.errands = Errands()
        self._parts = Parts(
            self.settings, memory, self.theme, self.session, self.desk, self.engine, self.weights, self.meter,
            self.library, self.errands,
        )  # fmt: skip
        self.window = MainWindow(self._parts)
        self._thread = QThread()
        self._thread.setObjectName("engine host")
        self.host.moveToThread(self._thread)
        self._connect()
        self._thread.start()

    def begin(self, photos: Sequence[Path] = ()) -> None:
        """Show the window: with photographs if some are named, else with the first steps if they were never shown."""
        if photos:
            self.window.show_page("restore")
        elif not self.settings.get(WELCOMED):
            self.window.show_welcome()
        self.window.show()
        if photos:
            self.session.open(photos)
        QTimer.singleShot(0, self.warm_up)

    def warm_up(self) -> None:
        """Load the engine while the user looks for a photograph."""
        QMetaObject.invokeMethod(self.host, "warm_up", Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Cancel what runs and wait for the threads: a thread left running would abort the program."""
        self.meter.stop()
        self.host.close()
        self._thread.quit()
        self._thread.wait()
        self.files.close()
        self.mask_jobs.close()
        self.keeper.close()
        self.library.close()
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
        self._connect_engine()
        self.settings.changed.connect(self._follow_setting)
        self._crashed.connect(self._show_crash)

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
        self._options_wanted.connect(host.use)

    def _follow_setting(self, key: str) -> None:
        if key == LANGUAGE.key and self.translation.apply():
            QTimer.singleShot(0, self._remake_window)  # the old one is still busy with the choice
        elif key in [setting.key for setting in ENGINE_SETTINGS]:
            self._options_wanted.emit(engine_options(self.settings))

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
