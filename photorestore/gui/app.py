"""Builds the window and everything behind it, connects them, and takes them down again."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import psutil
from PySide6.QtCore import QMetaObject, QSettings, Qt, QThread, QTimer
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

from photorestore import paths
from photorestore.gui.engine_host import EngineHost
from photorestore.gui.photo_files import PhotoFiles
from photorestore.gui.state.session import Session
from photorestore.gui.theme import Theme
from photorestore.gui.views.main_window import MainWindow
from photorestore.host.client import EngineClient


def run(photos: Sequence[Path] = ()) -> int:
    """Open the window with these photographs; return the exit code when it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python would hear Ctrl+C only when the window next wakes it
    application = make_application()
    program = Program(EngineClient())
    program.window.show()
    if photos:
        program.session.open(photos)
    QTimer.singleShot(0, program.warm_up)
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


class Program:
    """Everybody who works while the window is open, and the only place that knows them all."""

    def __init__(self, client: EngineClient) -> None:
        paths.user_data().mkdir(parents=True, exist_ok=True)
        settings = QSettings(str(paths.user_data() / "window.ini"), QSettings.Format.IniFormat)
        self.session = Session()
        self.files = PhotoFiles()
        self.theme = Theme(settings)
        self.host = EngineHost(client)
        self.window = MainWindow(self.session, self.theme, settings)
        self._thread = QThread()
        self._thread.setObjectName("engine host")
        self.host.moveToThread(self._thread)
        self._connect()
        self._thread.start()

    def warm_up(self) -> None:
        """Load the engine while the user looks for a photograph."""
        QMetaObject.invokeMethod(self.host, "warm_up", Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Cancel what runs and wait for the threads: a thread left running would abort the program."""
        self.host.close()
        self._thread.quit()
        self._thread.wait()
        self.files.close()

    def _connect(self) -> None:
        session, host, files, window = self.session, self.host, self.files, self.window
        session.search_wanted.connect(files.search)
        session.read_wanted.connect(files.read)
        session.write_wanted.connect(files.write)
        files.were_found.connect(session.on_found)
        files.was_read.connect(session.on_read)
        files.was_not_read.connect(session.on_not_read)
        files.was_written.connect(session.on_written)
        files.was_not_written.connect(session.on_not_written)
        session.diagnosis_wanted.connect(host.diagnose)
        session.detection_wanted.connect(host.detect)
        session.restoration_wanted.connect(host.restore)
        session.cancel_wanted.connect(host.cancel, Qt.ConnectionType.DirectConnection)  # now, not after the job
        host.progress.connect(session.on_progress)
        host.diagnosed.connect(session.on_diagnosed)
        host.detected.connect(session.on_detected)
        host.restored.connect(session.on_restored)
        host.failed.connect(session.on_failed)
        host.cancelled.connect(session.on_cancelled)
        host.ready.connect(window.show_engine)
        host.not_ready.connect(window.show_no_engine)
