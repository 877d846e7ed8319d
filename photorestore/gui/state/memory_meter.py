"""`MemoryMeter`: how much memory the program and its engine hold, looked at every few seconds."""

from __future__ import annotations

from collections.abc import Callable

import psutil
from PySide6.QtCore import QObject, QTimer, Signal

INTERVAL_MS = 2000


class MemoryMeter(QObject):
    """`engine_pid` tells the engine's process, None while it does not run."""

    measured = Signal()

    def __init__(self, engine_pid: Callable[[], int | None]) -> None:
        super().__init__()
        self._engine_pid = engine_pid
        self.program_bytes = 0
        self.engine_bytes = 0
        self._clock = QTimer(self, interval=INTERVAL_MS)
        self._clock.timeout.connect(self.measure)
        self._clock.start()

    def stop(self) -> None:
        """Before the program ends: a timer that runs on is not safe to be taken away from any thread."""
        self._clock.stop()

    def measure(self) -> None:
        self.program_bytes = _held(None)
        pid = self._engine_pid()
        self.engine_bytes = _held(pid) if pid is not None else 0
        self.measured.emit()


def _held(pid: int | None) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:  # it has just ended
        return 0
