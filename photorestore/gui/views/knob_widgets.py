"""A widget for each kind of setting of a stage: a switch, a choice, a share, a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from photorestore.core.settings_fields import Knob
from photorestore.gui.stage_words import choice_words, stage_words
from photorestore.gui.views.own_keys import STEPS, keep_keys

Tell = Callable[[Any], object]
_STEPS = 100


class KnobWidget(QWidget):
    """Shows a value by `show_value` without telling it back."""

    def show_value(self, value: Any) -> None:
        raise NotImplementedError


def knob_widget(knob: Knob, default: Any, tell: Tell) -> KnobWidget:
    """`tell` hears what the user turns it to."""
    if isinstance(default, bool):
        return _Switch(knob, tell)
    if knob.choices:
        return _Choice(knob, tell)
    if isinstance(default, float) and (knob.low, knob.high) == (0, 1):
        return ShareWidget(stage_words(knob.title), stage_words(knob.help), tell)
    return _Number(knob, isinstance(default, int), tell)


class ShareWidget(KnobWidget):
    """A slider from 0 to 100 %, its name and value above it."""

    def __init__(self, title: str, help: str, tell: Tell) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMaximum(_STEPS)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(title)
        self.slider.setAccessibleDescription(help)
        self.slider.setToolTip(help)
        self.slider.valueChanged.connect(lambda at: tell(at / _STEPS))
        self.slider.valueChanged.connect(self._show_words)
        _make_steady(self.slider)
        self._value = QLabel()
        self._value.setProperty("kind", "muted")
        name = QLabel(title)
        name.setBuddy(self.slider)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.slider)
        self._show_words(0)

    def show_value(self, value: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(value * _STEPS))
        self._show_words(self.slider.value())

    def _show_words(self, at: int) -> None:
        self._value.setText(self.tr("{n} %").format(n=at))


class _Switch(KnobWidget):
    def __init__(self, knob: Knob, tell: Tell) -> None:
        super().__init__()
        self._box = QCheckBox(stage_words(knob.title))
        self._box.setToolTip(stage_words(knob.help))
        self._box.toggled.connect(tell)
        _row(self, self._box)

    def show_value(self, value: bool) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(value)


class _Choice(KnobWidget):
    def __init__(self, knob: Knob, tell: Tell) -> None:
        super().__init__()
        self._choices = list(knob.choices)
        self._box = QComboBox()
        self._box.setAccessibleName(stage_words(knob.title))
        self._box.setToolTip(stage_words(knob.help))
        for choice in self._choices:
            self._box.addItem(choice_words(choice) if isinstance(choice, str) else f"{choice} ×")
        self._box.activated.connect(lambda at: tell(self._choices[at]))
        _make_steady(self._box)
        _row(self, QLabel(stage_words(knob.title)), self._box)

    def show_value(self, value: Any) -> None:
        self._box.setCurrentIndex(self._choices.index(value))


class _Number(KnobWidget):
    def __init__(self, knob: Knob, is_whole: bool, tell: Tell) -> None:
        super().__init__()
        low, high = knob.low or 0, knob.high or 0
        if is_whole:
            self._box: QSpinBox | QDoubleSpinBox = QSpinBox(minimum=int(low), maximum=int(high))
        else:
            decimals = 3 if high - low <= 1 else 1
            self._box = QDoubleSpinBox(minimum=low, maximum=high, decimals=decimals, singleStep=10.0**-decimals * 5)
        self._box.setAccessibleName(stage_words(knob.title))
        self._box.setToolTip(stage_words(knob.help))
        self._box.setKeyboardTracking(False)
        self._box.valueChanged.connect(tell)
        _make_steady(self._box)
        _row(self, QLabel(stage_words(knob.title)), self._box)

    def show_value(self, value: float) -> None:
        with QSignalBlocker(self._box):
            self._box.setValue(value)  # type: ignore[arg-type]


class _WheelPasser(QObject):
    """The wheel scrolls the panel, and does not turn what happens to lie under it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def _make_steady(widget: QWidget) -> None:
    """The wheel turns it only while it has the focus, and its keys turn it rather than the page."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_WheelPasser(widget))
    keep_keys(widget, *STEPS)


def _row(whole: QWidget, *parts: QWidget) -> None:
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for at, part in enumerate(parts):
        row.addWidget(part, 0 if at == len(parts) - 1 and len(parts) > 1 else 1)
