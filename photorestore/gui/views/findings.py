"""`Findings`: what was found in a photograph, as sentences with a dot before each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photorestore.gui.engine_sentences import all_in_window_language


class Findings(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._shown: list[_Finding] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        shown = all_in_window_language(sentences)
        if [finding.accessibleName() for finding in self._shown] == shown:
            return
        for finding in self._shown:
            finding.hide()  # it is deleted only when the event loop comes to it
            finding.deleteLater()
        self._shown = [_Finding(sentence) for sentence in shown]
        for finding in self._shown:
            self._column.addWidget(finding)


class _Finding(QWidget):
    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(sentence)
        dot = QLabel("•")
        words = QLabel(sentence, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(dot, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
