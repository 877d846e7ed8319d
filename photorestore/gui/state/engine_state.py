"""`EngineState`: what computes, whether it is ready, and what its self-test said."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.host.protocol import Ready
from photorestore.host.self_test import SelfTest


class EngineState(QObject):
    """`ready` is None until the engine chose its device; `trouble` is why it could not."""

    changed = Signal()
    trouble_came = Signal(str)
    test_wanted = Signal(int)  # job
    restart_wanted = Signal()  # and with it all that it keeps in memory is given back

    def __init__(self, jobs: Iterator[int]) -> None:
        super().__init__()
        self._jobs = jobs
        self._test_job = 0
        self.ready: Ready | None = None
        self.trouble = ""
        self.test: SelfTest | None = None
        self.test_trouble = ""

    @property
    def is_testing(self) -> bool:
        return self._test_job != 0

    def run_test(self) -> None:
        if self.is_testing:
            return
        self._test_job, self.test, self.test_trouble = next(self._jobs), None, ""
        self.changed.emit()
        self.test_wanted.emit(self._test_job)

    def restart(self) -> None:
        self.on_restarting()
        self.restart_wanted.emit()

    @Slot()
    def on_restarting(self) -> None:
        self.ready, self.trouble = None, ""
        self.changed.emit()

    @Slot(object)
    def on_ready(self, ready: Ready) -> None:
        self.ready, self.trouble = ready, ""
        self.changed.emit()

    @Slot(str)
    def on_not_ready(self, sentence: str) -> None:
        self.ready, self.trouble = None, sentence
        self.changed.emit()
        self.trouble_came.emit(sentence)

    @Slot(int, object)
    def on_tested(self, job: int, test: SelfTest) -> None:
        if job == self._test_job:
            self._test_job, self.test = 0, test
            self.changed.emit()

    @Slot(int, str)
    def on_failed(self, job: int, sentence: str) -> None:
        if job == self._test_job:
            self._test_job, self.test_trouble = 0, sentence
            self.changed.emit()

    @Slot(int)
    def on_cancelled(self, job: int) -> None:
        if job == self._test_job:
            self._test_job = 0
            self.changed.emit()
