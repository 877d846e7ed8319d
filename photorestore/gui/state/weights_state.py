"""`WeightsState`: the networks that are there, and what is being done with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.host.protocol import ImportedFile, WeightsInfo, WeightsResult


class WeightsState(QObject):
    """Asks for one thing at a time; `share` and `step` tell how far it has come, `imported` what became of files."""

    changed = Signal()
    trouble = Signal(str)  # sentence
    listing_wanted = Signal(int)  # job
    verification_wanted = Signal(int)
    import_wanted = Signal(int, object)  # job, paths
    removal_wanted = Signal(int, str)  # job, name
    cancel_wanted = Signal(int)

    def __init__(self, jobs: Iterator[int]) -> None:
        super().__init__()
        self._jobs = jobs
        self._job = 0
        self._is_listing = False
        self.weights: tuple[WeightsInfo, ...] = ()
        self.imported: tuple[ImportedFile, ...] = ()
        self.share = 0.0
        self.step = ""

    @property
    def is_busy(self) -> bool:
        return self._job != 0

    def find(self, name: str) -> WeightsInfo | None:
        return next((info for info in self.weights if info.name == name), None)

    # --- wanted by the user ---------------------------------------------------------------------------------------

    def load(self) -> None:
        """Look what is there, if nobody did yet; what has not been read yet is then verified."""
        if not self.weights and self._begin():
            self._is_listing = True
            self.listing_wanted.emit(self._job)

    def verify(self) -> None:
        if self._begin():
            self.verification_wanted.emit(self._job)

    def take_in(self, files: Sequence[Path]) -> None:
        if self._begin():
            self.import_wanted.emit(self._job, list(files))

    def remove(self, name: str) -> None:
        if self._begin():
            self.removal_wanted.emit(self._job, name)

    def cancel(self) -> None:
        if self.is_busy:
            self.cancel_wanted.emit(self._job)

    # --- answers of the engine ------------------------------------------------------------------------------------

    @Slot(int, float, str)
    def on_progress(self, job: int, share: float, step: str) -> None:
        if job == self._job:
            self.share, self.step = share, step
            self.changed.emit()

    @Slot(int, object)
    def on_answered(self, job: int, result: WeightsResult) -> None:
        if job == self._job:
            self.weights, self.imported = result.weights, result.imported
            was_listing = self._is_listing
            self._end()
            if was_listing and any(info.state == "present" for info in self.weights):
                self.verify()

    @Slot(int, str)
    def on_failed(self, job: int, sentence: str) -> None:
        if job == self._job:
            self._end()
            self.trouble.emit(sentence)

    @Slot(int)
    def on_cancelled(self, job: int) -> None:
        if job == self._job:
            self._end()

    def _begin(self) -> bool:
        if self.is_busy:
            return False
        self._job, self.imported, self.share, self.step = next(self._jobs), (), 0.0, ""
        self.changed.emit()
        return True

    def _end(self) -> None:
        self._job, self.share, self.step, self._is_listing = 0, 0.0, "", False
        self.changed.emit()
