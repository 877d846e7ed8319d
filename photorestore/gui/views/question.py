"""A question with two answers, over a window, that does not block."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask(over: QWidget, question: str, more: str, yes: str, no: str, then: Callable[[], object]) -> None:
    """`then` is done if the answer is yes; Escape and Enter mean no."""
    box = QMessageBox(over)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("PhotoRestore")
    box.setText(question)
    box.setInformativeText(more)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.buttonClicked.connect(lambda clicked: then() if clicked is accept else None)
    box.open()
