"""`RestoreButtons`: restore with an honest estimate, what is being done and how long it still takes, cancel, save."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.state.desk import Desk
from photorestore.gui.state.open_photo import OpenPhoto, Phase
from photorestore.gui.state.time_left import seconds_left

_AT_WORK = (Phase.RESTORING, Phase.KEEPING)


class RestoreButtons(QWidget):
    save_wanted = Signal()
    preview_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._session = desk.session
        self._restoring = desk.restoring
        self._masks = desk.masks
        self._begun: tuple[int, float] = (0, 0.0)  # job, and when its progress was first seen
        self._build()
        desk.session.current_changed.connect(self._show)
        desk.session.photo_changed.connect(self._show_photo)
        desk.recipes.changed.connect(self._show)
        desk.restoring.preview_changed.connect(self._show)
        desk.masks.changed.connect(self._show)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._show)
        self._show()

    def _build(self) -> None:
        self._step = QLabel(wordWrap=True)
        self._bar = QProgressBar(maximum=1000, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._time = QLabel()
        self._time.setProperty("kind", "muted")
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._restoring.cancel)
        self.preview_button = QPushButton(self.tr("Preview here"))
        self.preview_button.setToolTip(self.tr("Restore only what is seen (P)"))
        self.preview_button.clicked.connect(self.preview_wanted)
        self.save_button = QPushButton(self.tr("Save as…"))
        self.save_button.clicked.connect(self.save_wanted)
        self.restore_button = QPushButton(self.tr("Restore"))
        self.restore_button.setProperty("kind", "primary")
        self.restore_button.clicked.connect(self._restoring.restore)
        self.estimate = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self.estimate.setProperty("kind", "muted")
        below = QHBoxLayout()
        below.addWidget(self._time, 1)
        below.addWidget(self.cancel_button)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.preview_button, 1)
        beside.addWidget(self.save_button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._step)
        column.addWidget(self._bar)
        column.addLayout(below)
        column.addLayout(beside)
        column.addWidget(self.restore_button)
        column.addWidget(self.estimate)

    def _show_photo(self, key: int) -> None:
        current = self._session.current
        if current is not None and current.key == key:
            self._show()

    def _show(self) -> None:
        entry = self._session.current
        if entry is None:
            self._clock.stop()
            return
        is_restoring = entry.phase in _AT_WORK
        self.restore_button.setVisible(not is_restoring)
        self.restore_button.setEnabled(entry.can_restore)
        self.restore_button.setText(self._restore_words(entry))
        self.estimate.setText(self._estimate_words(entry))
        self.estimate.setVisible(bool(self.estimate.text()) and not is_restoring)
        self.restore_button.setAccessibleDescription(self.estimate.text())
        self.preview_button.setVisible(not is_restoring)
        self.preview_button.setEnabled(entry.can_restore)
        self.save_button.setVisible(not is_restoring)
        self.save_button.setEnabled(entry.version is not None)
        self.cancel_button.setVisible(entry.phase is Phase.RESTORING)
        self._time.setVisible(is_restoring)
        self._show_progress(entry)

    def _show_progress(self, entry: OpenPhoto) -> None:
        words, share = self._work_of(entry)
        self._step.setVisible(bool(words))
        self._bar.setVisible(bool(words))
        if not words:
            self._clock.stop()
            return
        if not self._clock.isActive():
            self._clock.start()
        self._step.setText(words)
        self._bar.setValue(round(share * 1000))
        self._time.setText(self._time_left(entry))

    def _work_of(self, entry: OpenPhoto) -> tuple[str, float]:
        """What the engine does for this photograph, and how far it is."""
        if entry.phase is Phase.KEEPING:
            return self.tr("Keeping the result…"), 1.0
        if entry.phase is Phase.RESTORING:
            waiting = self.tr("Finishing…") if entry.share else self.tr("Waiting for the engine…")
            return in_window_language(entry.step) or waiting, entry.share
        if self._restoring.is_previewing:
            return self.tr("Restoring what is seen…"), self._restoring.part_share
        if entry.phase is Phase.LOOKING:
            return in_window_language(entry.step) or self.tr("Looking at the photograph…"), entry.share
        if self._masks.is_detecting:
            return self.tr("Looking for damage…"), 0.0
        return "", 0.0

    def _restore_words(self, entry: OpenPhoto) -> str:
        if entry.is_ready and entry.needs_nothing:
            return self.tr("Nothing to restore")
        return self.tr("Restore") if entry.version is None else self.tr("Restore again")

    def _estimate_words(self, entry: OpenPhoto) -> str:
        seconds = self._restoring.expected_seconds()
        if seconds is None or not entry.can_restore:
            return ""
        return self.tr("Takes about {time}").format(time=self._duration(seconds))

    def _time_left(self, entry: OpenPhoto) -> str:
        if entry.phase is not Phase.RESTORING or entry.share <= 0:
            return ""
        if self._begun[0] != entry.job:
            self._begun = entry.job, time.monotonic()
        left = seconds_left(time.monotonic() - self._begun[1], entry.share)
        return "" if left is None else self.tr("About {time} left").format(time=self._duration(left))

    def _duration(self, seconds: float) -> str:
        whole = max(1, round(seconds))
        if whole == 1:
            return self.tr("1 second")
        if whole < 90:
            return self.tr("{n} seconds").format(n=whole)
        return self.tr("{n} minutes").format(n=round(whole / 60))
