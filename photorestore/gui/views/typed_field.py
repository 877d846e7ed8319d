"""`TypedField`: a line or a note about the photographs that are shown, until the library has what was typed in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

Ids = tuple[int, ...]


class TypedField:
    """`write` tells whether the library took the words; else they wait, and are shown again with their photographs."""

    def __init__(self, control: QLineEdit | QPlainTextEdit, write: Callable[[Ids, str], bool]) -> None:
        self._control = control
        self._write = write
        self._ids: Ids = ()
        self._waiting: dict[Ids, str] = {}

    @property
    def text(self) -> str:
        return self._control.text() if isinstance(self._control, QLineEdit) else self._control.toPlainText()

    @property
    def is_modified(self) -> bool:
        """It shows what the library does not have."""
        control = self._control
        return control.isModified() if isinstance(control, QLineEdit) else control.document().isModified()

    @property
    def holds_words(self) -> bool:
        """Of any photographs, that the library does not have."""
        return self.is_modified or bool(self._waiting)

    def show(self, ids: Ids, text: str) -> None:
        """`text` is the library's; what is typed about the same photographs stays."""
        if ids != self._ids:
            self._leave()
            self._ids = ids
        if not self.is_modified:
            waiting = self._waiting.pop(ids, None)
            self._set_text(text if waiting is None else waiting)
            self._set_modified(waiting is not None)

    def take(self) -> bool:
        """Write what was typed; False if the library can't have it now."""
        if not self.is_modified:
            return True
        self._set_modified(False)  # the library tells of the change, and others are shown, before `write` comes back
        is_taken = self._write(self._ids, self.text.strip())
        if not is_taken:
            self._set_modified(True)
        return is_taken

    def take_all(self) -> bool:
        """With what was typed about other photographs."""
        is_taken = self.take()
        for ids, text in tuple(self._waiting.items()):
            if self._write(ids, text):
                self._waiting.pop(ids, None)
        return is_taken and not self._waiting

    def drop_all(self) -> None:
        self._waiting.clear()
        self._set_modified(False)

    def _leave(self) -> None:
        if not self.take():
            self._waiting[self._ids] = self.text.strip()
            self._set_modified(False)

    def _set_text(self, text: str) -> None:
        if isinstance(self._control, QLineEdit):
            self._control.setText(text)
            self._control.setCursorPosition(0)
        else:
            self._control.setPlainText(text)

    def _set_modified(self, on: bool) -> None:
        if isinstance(self._control, QLineEdit):
            self._control.setModified(on)
        else:
            self._control.document().setModified(on)
