"""`LibraryStrip`: a line above the photographs: what runs, with its cancel; or what can be done with what is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from photorestore.gui.library_jobs import LibraryJobs
from photorestore.gui.state.library_state import Kind, LibraryState


class LibraryStrip(QWidget):
    action_wanted = Signal(str)  # name of an action

    def __init__(self, state: LibraryState, jobs: LibraryJobs) -> None:
        super().__init__()
        self._state = state
        self._job = ""
        self._words = QLabel()
        self._bar = QProgressBar(maximum=1000, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.button = QPushButton()
        self._action = ""
        self._jobs = jobs
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addStretch()
        row.addWidget(self.button)
        self.button.clicked.connect(self._press)
        jobs.progress.connect(self._show_progress)
        jobs.finished.connect(self._show_end)
        state.place_changed.connect(self._show)
        state.listed.connect(self._show)
        state.albums_changed.connect(self._show)
        if jobs.running:
            self._job = jobs.running
        self._show()

    @property
    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def _show_progress(self, job: str, share: float) -> None:
        self._bar.setValue(round(1000 * share))
        if job != self._job:
            self._job = job
            self._show()

    def _show_end(self, job: str) -> None:
        self._job = ""
        self._show()

    def _show(self) -> None:
        self._bar.setVisible(bool(self._job))
        self.button.setEnabled(True)
        if self._job:
            self._say(self._job_words(), self.tr("Cancel"), "")
        elif self._state.place.kind is Kind.ALIKE and self._state.alike_groups:
            number = self._state.alike_groups
            words = self.tr("1 group of pictures that look the same, the best first") if number == 1 else self.tr(
                "{n} groups of pictures that look the same, the best of each first"
            ).format(n=number)  # fmt: skip
            self._say(words, self.tr("Select all but the best"), "select_others")
        elif self._state.place.kind is Kind.TRASH and self._state.ids:
            words = self.tr("What has been here for 30 days goes. Your own files stay where they are.")
            self._say(words, self.tr("Empty the trash…"), "empty_trash")
        elif self._state.place.name == "missing" and self._state.ids:
            words = self.tr("These files are no longer where they were.")
            self._say(words, self.tr("Search a folder for them…"), "find_moved")
        else:
            self.hide()

    def _say(self, words: str, button: str, action: str) -> None:
        self._words.setText(words)
        self.button.setText(button)
        self._action = action
        self.show()

    def _job_words(self) -> str:
        return {
            "import": self.tr("Importing…"),
            "alike": self.tr("Looking for look-alikes…"),
            "trash": self.tr("Emptying the trash…"),
            "relink": self.tr("Looking for files…"),
        }.get(self._job, self.tr("Working…"))

    def _press(self) -> None:
        if self._action:
            self.action_wanted.emit(self._action)
        else:
            self.button.setEnabled(False)
            self._jobs.cancel()
