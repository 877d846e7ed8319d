"""`RestorePanel`: what was seen in the photograph, in words, and the button that restores it."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from photorestore.gui.state.open_photo import OpenPhoto, Phase
from photorestore.gui.state.session import Session
from photorestore.gui.state.time_left import seconds_left

_WIDTH_PX = 320


class RestorePanel(QFrame):
    save_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._begun: dict[int, float] = {}  # job: when its progress was first seen
        self._shown: list[_Finding] = []
        self.setProperty("kind", "panel")
        self.setFixedWidth(_WIDTH_PX)
        self._build()
        session.current_changed.connect(self._show_session)
        session.photo_changed.connect(self._show_photo)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._show_session)
        self._show_session()

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._name = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._name.setFont(_heading(self._name.font(), 1.25))
        self._facts = QLabel(wordWrap=True)
        self._facts.setProperty("kind", "muted")
        self._title = QLabel(wordWrap=True)
        self._title.setFont(_heading(self._title.font(), 1.1))
        self._findings = QVBoxLayout()
        self._findings.setSpacing(10)
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(22, 22, 22, 12)
        words.setSpacing(6)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addSpacing(20)
        words.addWidget(self._title)
        words.addSpacing(4)
        words.addLayout(self._findings)
        words.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        for surface in (scroll.viewport(), inside):
            surface.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        column.addLayout(self._build_buttons())

    def _build_buttons(self) -> QVBoxLayout:
        self._step = QLabel(wordWrap=True)
        self._bar = QProgressBar(maximum=1000, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the restoration"))
        self._time = QLabel()
        self._time.setProperty("kind", "muted")
        self.restore_button = QPushButton(self.tr("Restore"))
        self.restore_button.setProperty("kind", "primary")
        self.restore_button.clicked.connect(self._session.restore)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._session.cancel)
        self.save_button = QPushButton(self.tr("Save as…"))
        self.save_button.clicked.connect(self.save_wanted)
        below = QHBoxLayout()
        below.addWidget(self._time, 1)
        below.addWidget(self.cancel_button)
        column = QVBoxLayout()
        column.setContentsMargins(22, 8, 22, 22)
        column.setSpacing(10)
        for widget in (self._step, self._bar):
            column.addWidget(widget)
        column.addLayout(below)
        column.addWidget(self.save_button)
        column.addWidget(self.restore_button)
        return column

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_photo(self, key: int) -> None:
        current = self._session.current
        if current is not None and current.key == key:
            self._show_session()

    def _show_session(self) -> None:
        entry = self._session.current
        if entry is None:
            self._clock.stop()
            return
        self._name.setText(_breakable(entry.path.name))
        self._name.setToolTip(str(entry.path))
        self._facts.setText(self._facts_of(entry))
        title, sentences = self._findings_of(entry)
        self._title.setText(title)
        self._show_findings(sentences)
        self._show_buttons(entry)
        self._show_progress(entry)

    def _show_buttons(self, entry: OpenPhoto) -> None:
        is_done = entry.restored is not None
        is_restoring = entry.phase is Phase.RESTORING
        self.restore_button.setVisible(not is_restoring)
        self.restore_button.setEnabled(entry.can_restore)
        self.restore_button.setText(self._restore_words(entry))
        self.save_button.setVisible(is_done and not is_restoring)
        self._set_primary(self.restore_button, not is_done)
        self._set_primary(self.save_button, is_done and not entry.is_saved)

    def _restore_words(self, entry: OpenPhoto) -> str:
        if entry.needs_nothing:
            return self.tr("Nothing to restore")
        return self.tr("Restore") if entry.restored is None else self.tr("Restore again")

    def _show_progress(self, entry: OpenPhoto) -> None:
        is_restoring = entry.phase is Phase.RESTORING
        for widget in (self._step, self._bar, self._time, self.cancel_button):
            widget.setVisible(is_restoring)
        if not is_restoring:
            self._clock.stop()
            return
        if not self._clock.isActive():
            self._clock.start()
        waiting = self.tr("Finishing…") if entry.share else self.tr("Waiting for the engine…")
        self._step.setText(entry.step or waiting)
        self._bar.setValue(round(entry.share * 1000))
        self._time.setText(self._time_left(entry))

    def _show_findings(self, sentences: list[str]) -> None:
        if [finding.accessibleName() for finding in self._shown] == sentences:
            return
        for finding in self._shown:
            finding.hide()  # it is deleted only when the event loop comes to it
            finding.deleteLater()
        self._shown = [_Finding(sentence) for sentence in sentences]
        for finding in self._shown:
            self._findings.addWidget(finding)

    def _facts_of(self, entry: OpenPhoto) -> str:
        if entry.photo is None:
            return ""
        size = f"{entry.photo.width} × {entry.photo.height}"
        words = self.tr("{size} pixels, {bits} bits").format(size=size, bits=entry.photo.metadata.bit_depth)
        after = entry.restored_picture
        if after is not None and (after.width, after.height) != (entry.photo.width, entry.photo.height):
            words += "\n" + self.tr("Restored: {size} pixels").format(size=f"{after.width} × {after.height}")
        return words

    def _findings_of(self, entry: OpenPhoto) -> tuple[str, list[str]]:
        notes = list(entry.photo.metadata.notes) if entry.photo else []
        if entry.phase in (Phase.UNREAD, Phase.READING):
            return self.tr("Opening the photograph…"), []
        if entry.phase is Phase.UNREADABLE:
            return self.tr("This photograph could not be opened"), [entry.trouble]
        if entry.phase is Phase.LOOKING:
            return self.tr("Looking at the photograph…"), notes
        if entry.restored is not None:
            title = self.tr("Restored in {time}").format(time=self._duration(entry.restored.seconds))
            return title, list(dict.fromkeys([*self._reasons(entry), *entry.restored.photo.notes, *notes]))
        return self.tr("What was found"), [*self._reasons(entry), *notes]

    def _reasons(self, entry: OpenPhoto) -> list[str]:
        if entry.diagnosed is not None:
            return list(entry.diagnosed.reasons)
        return [self.tr("This photograph was not examined; restoring looks for scratches and cracks.")]

    def _time_left(self, entry: OpenPhoto) -> str:
        if entry.share <= 0:
            return ""
        begun = self._begun.setdefault(entry.job, time.monotonic())
        left = seconds_left(time.monotonic() - begun, entry.share)
        return "" if left is None else self.tr("About {time} left").format(time=self._duration(left))

    def _duration(self, seconds: float) -> str:
        whole = max(1, round(seconds))
        if whole == 1:
            return self.tr("1 second")
        return (
            self.tr("{n} seconds").format(n=whole) if whole < 90 else self.tr("{n} minutes").format(n=round(whole / 60))
        )

    def _set_primary(self, button: QPushButton, on: bool) -> None:
        kind = "primary" if on else "plain"
        if button.property("kind") != kind:
            button.setProperty("kind", kind)
            button.style().unpolish(button)
            button.style().polish(button)


class _Finding(QWidget):
    """A sentence with a dot before it."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(sentence)
        dot = QLabel("•")
        words = QLabel(sentence, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setFont(_larger(words.font(), 1.08))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(dot, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)


def _larger(font: QFont, factor: float) -> QFont:
    font.setPointSizeF(font.pointSizeF() * factor)
    return font


def _heading(font: QFont, factor: float) -> QFont:
    font = _larger(font, factor)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _breakable(name: str) -> str:
    """A label wraps at spaces only: allow a long file name to wrap after its punctuation too."""
    return "".join(letter + "\u200b" if letter in "_-." else letter for letter in name)
