"""`ShortcutSheet`: every key and gesture on one page, made from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photorestore.gui.views.actions import Actions


class ShortcutSheet(QDialog):
    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        columns = QHBoxLayout()
        columns.setSpacing(40)
        sections = [*_sections(actions), (self.tr("Photograph"), self._gestures())]
        for titles in (sections[:2] + sections[3:4], sections[2:3] + sections[4:]):
            column = QVBoxLayout()
            column.setSpacing(18)
            for title, rows in titles:
                column.addLayout(_table(title, rows))
            column.addStretch()
            columns.addLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 24, 28, 20)
        whole.setSpacing(20)
        whole.addLayout(columns)
        whole.addWidget(buttons)

    def _gestures(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Zoom at the cursor"), self.tr("Wheel")),
            (self.tr("Move the photograph"), self.tr("Drag; Space + drag; middle button")),
            (self.tr("Fit or 100 %"), self.tr("Double click")),
            (self.tr("Move the line"), self.tr("Drag it; Left, Right")),
        ]


def _sections(actions: Actions) -> list[tuple[str, list[tuple[str, str]]]]:
    native = QKeySequence.SequenceFormat.NativeText
    sections: dict[str, list[tuple[str, str]]] = {}
    for entry in actions.entries:
        keys = ",  ".join(QKeySequence(key).toString(native) for key in entry.keys)
        sections.setdefault(entry.menu.replace("&", ""), []).append((actions[entry.name].iconText(), keys))
    return list(sections.items())


def _table(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(7)
    heading = QLabel(title)
    font = heading.font()
    font.setWeight(QFont.Weight.DemiBold)
    heading.setFont(font)
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (words, keys) in enumerate(rows, start=1):
        sign = QLabel(keys, alignment=Qt.AlignmentFlag.AlignRight)
        sign.setProperty("kind", "muted")
        grid.addWidget(QLabel(words), row, 0)
        grid.addWidget(sign, row, 1)
    return grid
