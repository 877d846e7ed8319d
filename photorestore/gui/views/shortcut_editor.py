"""`ShortcutEditor`: the keys of every action, to change; says which keys are taken, and brings the usual ones back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from photorestore.gui.state.fuzzy import score
from photorestore.gui.views.actions import Actions, Entry
from photorestore.gui.views.tables import set_up_rows

_NAME = Qt.ItemDataRole.UserRole
_PORTABLE = QKeySequence.SequenceFormat.PortableText


class ShortcutEditor(QWidget):
    def __init__(self, page_titles: Mapping[str, str]) -> None:
        super().__init__()
        self._page_titles = page_titles
        self._actions: Actions | None = None
        self.query = QLineEdit(clearButtonEnabled=True)
        self.query.setPlaceholderText(self.tr("Find an action or a key"))
        self.query.setAccessibleName(self.tr("Find an action or a key"))
        self.query.textChanged.connect(self._filter)
        self._build_table()
        self.keys = QKeySequenceEdit()
        self.keys.setAccessibleName(self.tr("New keys"))
        self.keys.setMaximumSequenceLength(1)
        self.keys.setFixedWidth(180)
        for field in self.keys.findChildren(QLineEdit):
            field.setAccessibleName(self.tr("New keys"))
            field.setPlaceholderText(self.tr("Press keys"))
        self.set_button = QPushButton(self.tr("Use these keys"))
        self.none_button = QPushButton(self.tr("No keys"))
        self.reset_button = QPushButton(self.tr("Usual keys"))
        self.reset_all_button = QPushButton(self.tr("Usual keys for all"))
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setProperty("kind", "warning")
        self._lay_out()
        self._connect()

    def bind(self, actions: Actions) -> None:
        self._actions = actions
        actions.keys_changed.connect(self._fill)
        self._fill()

    # --- building -------------------------------------------------------------------------------------------------

    def _build_table(self) -> None:
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Page"), self.tr("Keys")])
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        set_up_rows(self.table, 34, 0)

    def _lay_out(self) -> None:
        head, row = QHBoxLayout(), QHBoxLayout()
        for line in (head, row):
            line.setSpacing(8)
        head.addWidget(self.query, 1)
        head.addWidget(self.reset_all_button)
        for widget in (self.keys, self.set_button, self.none_button, self.reset_button):
            row.addWidget(widget)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentence)
        column.addLayout(row)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.keys.keySequenceChanged.connect(self._show_conflict)
        self.set_button.clicked.connect(self._use)
        self.none_button.clicked.connect(self._use_none)
        self.reset_button.clicked.connect(self._reset)
        self.reset_all_button.clicked.connect(self._reset_all)

    # --- showing --------------------------------------------------------------------------------------------------

    def choose(self, name: str) -> None:
        for row in range(self.table.rowCount()):
            if self._cell(row, 0).data(_NAME) == name:
                self.table.selectRow(row)

    @property
    def chosen(self) -> str:
        row = self.table.currentRow()
        return str(self._cell(row, 0).data(_NAME)) if row >= 0 else ""

    def _fill(self) -> None:
        if self._actions is None:
            return
        chosen, entries = self.chosen, self._actions.entries
        self.table.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            for column, words in enumerate(self._words(entry)):
                item = QTableWidgetItem(words)
                item.setData(_NAME, entry.name)
                if not self._actions.has_usual_keys(entry.name):
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.table.setItem(row, column, item)
        self.choose(chosen or entries[0].name)
        self._filter(self.query.text())
        self._show_chosen()

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None
        return item

    def _words(self, entry: Entry) -> tuple[str, str, str]:
        assert self._actions is not None
        page = self._page_titles.get(entry.page, self.tr("everywhere"))
        return self._actions[entry.name].iconText(), page, self._actions.shown_keys(entry.name)

    def _filter(self, query: str) -> None:
        for row in range(self.table.rowCount()):
            words = " ".join(self._cell(row, column).text() for column in range(3))
            self.table.setRowHidden(row, bool(query.strip()) and score(query, words) is None)
        self._choose_seen()

    def _choose_seen(self) -> None:
        """Keys are given only to an action that is seen."""
        seen = [row for row in range(self.table.rowCount()) if not self.table.isRowHidden(row)]
        if not seen:
            self.table.selectionModel().clearCurrentIndex()
            self.table.clearSelection()
        elif self.table.currentRow() not in seen:
            self.table.selectRow(seen[0])

    def _show_chosen(self) -> None:
        self.keys.clear()
        chosen, actions = self.chosen, self._actions
        for widget in (self.keys, self.none_button):
            widget.setEnabled(bool(chosen))
        self.reset_button.setEnabled(bool(chosen) and actions is not None and not actions.has_usual_keys(chosen))
        self._show_conflict()

    def _show_conflict(self) -> None:
        wanted = self._wanted()
        taken = self._actions.conflicts(self.chosen, wanted) if self._actions and self.chosen and wanted else []
        self.set_button.setEnabled(bool(self.chosen and wanted) and not taken)
        if not taken or self._actions is None:
            self.sentence.setText("")
            return
        names = ", ".join(f"“{self._actions[entry.name].iconText()}”" for entry in taken)
        shown = self.keys.keySequence().toString(QKeySequence.SequenceFormat.NativeText)
        words = self.tr("{keys} already belongs to {names}. Choose other keys, or give that action others first.")
        self.sentence.setText(words.format(keys=shown, names=names))

    def _wanted(self) -> tuple[str, ...]:
        sequence = self.keys.keySequence()
        return () if sequence.isEmpty() else (sequence.toString(_PORTABLE),)

    # --- doing ----------------------------------------------------------------------------------------------------

    def _use(self) -> None:
        if self._actions is not None:
            self._actions.rebind(self.chosen, self._wanted())

    def _use_none(self) -> None:
        if self._actions is not None:
            self._actions.rebind(self.chosen, ())

    def _reset(self) -> None:
        """The usual keys, unless another action has them by now."""
        if self._actions is None:
            return
        usual = next(entry.keys for entry in self._actions.entries if entry.name == self.chosen)
        taken = self._actions.conflicts(self.chosen, usual)
        if not taken:
            self._actions.rebind(self.chosen, usual)
            return
        names = ", ".join(f"“{self._actions[entry.name].iconText()}”" for entry in taken)
        self.sentence.setText(self.tr("The usual keys belong to {names} now.").format(names=names))

    def _reset_all(self) -> None:
        if self._actions is not None:
            self._actions.reset_keys()
