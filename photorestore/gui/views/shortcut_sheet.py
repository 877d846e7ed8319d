"""`ShortcutSheet`: every key and gesture, by page: the actions' own, and `Gestures`; a few letters find one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photorestore.gui.state.fuzzy import score
from photorestore.gui.views.actions import Actions
from photorestore.gui.views.fonts import heading
from photorestore.gui.views.gestures import Gestures, Row

_SIZE = QSize(720, 720)
Section = tuple[str, list[Row]]


class ShortcutSheet(QDialog):
    def __init__(self, actions: Actions, page_titles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE.boundedTo(parent.size()))
        self.sections = self._sections(actions, page_titles)
        self.query = QLineEdit(clearButtonEnabled=True)
        self.query.setPlaceholderText(self.tr("Find an action or a key"))
        self.query.setAccessibleName(self.tr("Find an action or a key"))
        self.query.textChanged.connect(self._show)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setAccessibleName(self.tr("Keys and gestures"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(14)
        for widget in (self.query, self._scroll, buttons):
            whole.addWidget(widget)
        self._show("")

    def found(self, query: str) -> list[Section]:
        """The rows that fit, under the pages they belong to."""
        sections = []
        for title, rows in self.sections:
            fitting = [row for row in rows if not query.strip() or score(query, f"{row[0]} {row[1]}") is not None]
            if fitting:
                sections.append((title, fitting))
        return sections

    def _show(self, query: str) -> None:
        inside = QWidget()
        inside.setAutoFillBackground(False)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(7)
        sections = self.found(query)
        at = 0
        for title, rows in sections:
            grid.addWidget(_heading(title, is_first=at == 0), at, 0, 1, 2)
            for row, (words, keys) in enumerate(rows, start=at + 1):
                sign = QLabel(keys, alignment=Qt.AlignmentFlag.AlignRight)
                sign.setProperty("kind", "muted")
                grid.addWidget(QLabel(words, wordWrap=True), row, 0)
                grid.addWidget(sign, row, 1)
            at += 1 + len(rows)
        if not sections:
            grid.addWidget(QLabel(self.tr("Nothing is called that.")), 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(at + 1, 1)
        self._scroll.setWidget(inside)

    def _sections(self, actions: Actions, page_titles: Mapping[str, str]) -> list[Section]:
        everywhere = self.tr("Everywhere")
        sections: dict[str, list[Row]] = {everywhere: []}
        for entry in actions.entries:
            title = page_titles.get(entry.page, everywhere)
            sections.setdefault(title, []).append((actions[entry.name].iconText(), actions.shown_keys(entry.name)))
        gestures = Gestures()
        for page, rows in gestures.of_pages().items():
            sections.setdefault(page_titles[page], []).extend(rows)
        return [*sections.items(), (self.tr("Quick look"), gestures.of_quick_look())]


def _heading(title: str, is_first: bool) -> QLabel:
    made = heading(title)
    made.setContentsMargins(0, 0 if is_first else 14, 0, 4)
    return made
