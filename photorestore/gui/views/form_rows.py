"""Rows of a narrow form: a word and its control, each with a name for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QSizePolicy, QSpinBox, QWidget

_LABEL_PX = 96  # so that forms below each other stand in a line


class FormRows(QWidget):
    """`set_...` of the controls by the owner; a user's change calls what the row was made with."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setHorizontalSpacing(14)
        self.rows.setVerticalSpacing(6)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def add_choice(
        self, words: str, choices: Sequence[tuple[object, str]], chosen: Callable[[object], object]
    ) -> QComboBox:
        box = QComboBox()
        for value, text in choices:
            box.addItem(text, value)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda row: chosen(box.itemData(row)))
        self.add(words, box)
        return box

    def add_number(
        self, words: str, low: int, high: int, changed: Callable[[int], object], unit: str = "", lowest: str = "",
        step: int = 1,
    ) -> QSpinBox:  # fmt: skip
        box = QSpinBox(minimum=low, maximum=high, singleStep=step)
        box.setSuffix(f" {unit}" if unit else "")
        box.setSpecialValueText(lowest)
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setKeyboardTracking(False)  # a number half typed is no wish
        box.valueChanged.connect(changed)
        self.add(words, box)
        return box

    def add_switch(self, words: str, toggled: Callable[[bool], object]) -> QCheckBox:
        box = QCheckBox(words)
        box.toggled.connect(toggled)
        self.rows.addRow(box)
        return box

    def add(self, words: str, control: QWidget) -> None:
        label = QLabel(words)
        label.setBuddy(control)
        label.setMinimumWidth(_LABEL_PX)
        label.setMinimumHeight(control.sizeHint().height())  # or it stands higher than what it names
        control.setAccessibleName(words.replace("&", ""))
        self.rows.addRow(label, control)


def show_choice(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def show_number(box: QSpinBox, value: int) -> None:
    blocked = box.blockSignals(True)
    box.setValue(value)
    box.blockSignals(blocked)


def show_switch(box: QCheckBox, on: bool) -> None:
    blocked = box.blockSignals(True)
    box.setChecked(on)
    box.blockSignals(blocked)
