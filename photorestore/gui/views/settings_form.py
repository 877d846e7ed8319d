"""`SettingsForm`: some settings of the table, each with its words and a fitting control."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from photorestore.gui.settings import SETTINGS, Setting, Settings

_CONTROL_PX = 280


class SettingsForm(QWidget):
    """`more_choices`: further (value, words) for settings that take them, by key."""

    def __init__(
        self,
        settings: Settings,
        shown: Sequence[Setting[Any]],
        more_choices: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._more = more_choices or {}
        self.controls: dict[str, QComboBox | QSpinBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        for setting in shown:
            self._add(setting)
        settings.changed.connect(self._show_value)

    def _add(self, setting: Setting[Any]) -> None:
        row = self._grid.rowCount()
        title, help = QLabel(_tr(setting.title)), QLabel(_tr(setting.help), wordWrap=True)
        help.setProperty("kind", "muted")
        control = self._number(setting) if isinstance(setting.default, int) else self._choice(setting)
        control.setAccessibleName(title.text())
        control.setAccessibleDescription(help.text())
        control.setFixedWidth(_CONTROL_PX)
        title.setBuddy(control)
        self.controls[setting.key] = control
        self._grid.addWidget(title, row, 0, alignment=Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(help, row + 1, 0, alignment=Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(control, row, 1, 2, 1, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._grid.setRowMinimumHeight(row + 2, 18)

    def _choice(self, setting: Setting[Any]) -> QComboBox:
        box = QComboBox()
        for value, words in setting.choices:
            box.addItem(_tr(words), value)
        for value, words in self._more.get(setting.key, ()):
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(self._settings.get(setting))))
        box.activated.connect(lambda row: self._settings.set(setting, box.itemData(row)))
        return box

    def _number(self, setting: Setting[Any]) -> QSpinBox:
        box = QSpinBox(minimum=setting.low, maximum=setting.high, singleStep=setting.step)
        box.setSuffix(f" {setting.unit}" if setting.unit else "")
        box.setSpecialValueText(_tr(setting.lowest))
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setKeyboardTracking(False)  # a number half typed is no wish
        box.setValue(self._settings.get(setting))
        box.valueChanged.connect(lambda value: self._settings.set(setting, value))
        return box

    def _show_value(self, key: str) -> None:
        control = self.controls.get(key)
        setting = next(setting for setting in SETTINGS if setting.key == key)
        if isinstance(control, QSpinBox):
            control.setValue(self._settings.get(setting))
        elif control is not None:
            control.setCurrentIndex(max(0, control.findData(self._settings.get(setting))))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Settings", words) if words else ""
