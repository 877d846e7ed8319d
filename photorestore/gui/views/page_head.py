"""The head of a page that is a list: its title, a sentence below, and its buttons at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


def page_head(title: str, sentence: QLabel, buttons: Sequence[QPushButton]) -> QWidget:
    heading = QLabel(title)
    heading.setProperty("kind", "title")
    sentence.setProperty("kind", "muted")
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(heading)
    words.addWidget(sentence)
    row.addLayout(words, 1)
    row.addSpacing(16)
    for button in buttons:
        row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
    return made
