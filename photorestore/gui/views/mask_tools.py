"""`MaskTools`: the panel beside the mask canvas: brush, threshold and overlay."""

from __future__ import annotations

from math import exp, log

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
)

from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.painting import LARGEST_RADIUS_PX, SMALLEST_RADIUS_PX, Brush, Pattern
from photorestore.gui.state.tool_box import ToolBox
from photorestore.gui.views.buttons import IconButton
from photorestore.gui.views.fonts import heading
from photorestore.gui.views.mask_actions import MaskActions
from photorestore.gui.views.own_keys import STEPS, keep_keys

_WIDTH_PX = 264
_SIZE_STEPS = 200
_LARGEST_MINIMUM_PX, _LARGEST_GROW_PX = 400, 20


class MaskTools(QFrame):
    """Shows the state of the tool box and the editor, and changes it; has none of its own."""

    def __init__(self, editor: MaskEditor, tools: ToolBox, actions: MaskActions) -> None:
        super().__init__()
        self._editor, self._tools, self._actions = editor, tools, actions
        self.setProperty("kind", "panel")
        self.setMinimumWidth(_WIDTH_PX)
        self._build()
        tools.brush_changed.connect(self._show_brush)
        tools.overlay_changed.connect(self._show_overlay)
        editor.settings_changed.connect(self._show_settings)
        editor.map_changed.connect(self._show_settings)
        actions.threshold_wanted.connect(self._go_to_threshold)
        self._show_brush()
        self._show_overlay()
        self._show_settings()

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Brush")))
        self._build_brush(column)
        column.addSpacing(10)
        self._build_threshold(column)
        column.addSpacing(10)
        self._build_overlay(column)

    def _build_brush(self, column: QVBoxLayout) -> None:
        self.size_slider = _Slider(_SIZE_STEPS)
        self.softness_slider = _Slider(20)
        self.size_slider.valueChanged.connect(lambda at: self._tools.set_brush(self._with_size(at)))
        self.softness_slider.valueChanged.connect(
            lambda at: self._tools.set_brush(self._tools.brush.with_softness(at / 20))
        )
        self._size_words = _add_row(column, self.tr("Size"), self.size_slider)
        self._softness_words = _add_row(column, self.tr("Softness"), self.softness_slider)
        self.pressure_box = QCheckBox(self.tr("Pen pressure changes the size"))
        self.pressure_box.toggled.connect(self._set_pressure)
        column.addWidget(self.pressure_box)

    def _build_threshold(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("Found damage")), 1)
        head.addWidget(IconButton(self._actions["detect"]))
        column.addLayout(head)
        self.threshold_slider = _Slider(98)
        self.minimum_slider = _Slider(_LARGEST_MINIMUM_PX)
        self.grow_slider = _Slider(_LARGEST_GROW_PX)
        change = self._editor.change_settings
        self.threshold_slider.valueChanged.connect(lambda at: change(threshold=(at + 1) / 100))
        self.minimum_slider.valueChanged.connect(lambda at: change(minimum_px=at))
        self.grow_slider.valueChanged.connect(lambda at: change(grow_px=at))
        self._threshold_words = _add_row(column, self.tr("Threshold"), self.threshold_slider)
        self._minimum_words = _add_row(column, self.tr("Smallest spot"), self.minimum_slider)
        self._grow_words = _add_row(column, self.tr("Reach beyond"), self.grow_slider)
        self._no_map = QLabel(self.tr("Nobody has looked for damage yet."), wordWrap=True)
        self._no_map.setProperty("kind", "muted")
        column.addWidget(self._no_map)

    def _build_overlay(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(heading(self.tr("Overlay")), 1)
        for name in ("overlay", "only", "colour"):
            head.addWidget(IconButton(self._actions[name]))
        column.addLayout(head)
        self.pattern_box = QComboBox()
        self.pattern_box.setAccessibleName(self.tr("Pattern of the overlay"))
        words = {
            Pattern.PLAIN: self.tr("Plain colour"),
            Pattern.OUTLINE: self.tr("Outline only"),
            Pattern.HATCH: self.tr("Hatched, seen without colour"),
        }
        for pattern, text in words.items():
            self.pattern_box.addItem(text, pattern)
        self.pattern_box.activated.connect(lambda at: self._tools.set_pattern(list(words)[at]))
        column.addWidget(self.pattern_box)

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_brush(self) -> None:
        brush = self._tools.brush
        _set(self.size_slider, _place_of(brush.radius_px))
        _set(self.softness_slider, round(brush.softness * 20))
        with QSignalBlocker(self.pressure_box):
            self.pressure_box.setChecked(brush.feels_pressure)
        self._size_words.setText(self.tr("{n} px").format(n=f"{2 * brush.radius_px:.0f}"))
        self._softness_words.setText(self.tr("{n} %").format(n=round(100 * brush.softness)))

    def _show_overlay(self) -> None:
        self.pattern_box.setCurrentIndex(list(Pattern).index(self._tools.overlay.pattern))

    def _show_settings(self) -> None:
        settings, has_map = self._editor.settings, self._editor.has_map
        _set(self.threshold_slider, round(settings.threshold * 100) - 1)
        _set(self.minimum_slider, settings.minimum_px)
        _set(self.grow_slider, settings.grow_px)
        self._threshold_words.setText(self.tr("{n} %").format(n=round(settings.threshold * 100)))
        self._minimum_words.setText(self.tr("{n} px").format(n=settings.minimum_px))
        self._grow_words.setText(self.tr("{n} px").format(n=settings.grow_px))
        for slider in (self.threshold_slider, self.minimum_slider, self.grow_slider):
            slider.setEnabled(has_map)
        self._no_map.setVisible(not has_map)

    def _with_size(self, at: int) -> Brush:
        return self._tools.brush.with_radius(_radius_at(at))

    def _set_pressure(self, on: bool) -> None:
        brush = self._tools.brush
        self._tools.set_brush(Brush(brush.radius_px, brush.softness, on))

    def _go_to_threshold(self) -> None:
        self.threshold_slider.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Slider(QSlider):
    """Shift and an arrow key take ten steps."""

    def __init__(self, maximum: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setMaximum(maximum)
        self.setPageStep(max(1, maximum // 10))
        keep_keys(self, *STEPS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -10, Qt.Key.Key_Right: 10}.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.setValue(self.value() + way)
        else:
            super().keyPressEvent(event)


def _set(slider: QSlider, at: int) -> None:
    """Show a value without telling it back."""
    with QSignalBlocker(slider):
        slider.setValue(at)


def _place_of(radius_px: float) -> int:
    return round(_SIZE_STEPS * log(radius_px / SMALLEST_RADIUS_PX) / log(LARGEST_RADIUS_PX / SMALLEST_RADIUS_PX))


def _radius_at(place: int) -> float:
    """Evenly in doublings: small brushes need fine steps."""
    return SMALLEST_RADIUS_PX * exp(place / _SIZE_STEPS * log(LARGEST_RADIUS_PX / SMALLEST_RADIUS_PX))


def _add_row(column: QVBoxLayout, words: str, slider: QSlider) -> QLabel:
    """The slider under its name; the label on the right shows the value."""
    name, value = QLabel(words), QLabel()
    value.setProperty("kind", "muted")
    name.setBuddy(slider)
    slider.setAccessibleName(words)
    row = QHBoxLayout()
    row.addWidget(name, 1)
    row.addWidget(value)
    pair = QVBoxLayout()
    pair.setSpacing(2)
    pair.addLayout(row)
    pair.addWidget(slider)
    column.addLayout(pair)
    return value
