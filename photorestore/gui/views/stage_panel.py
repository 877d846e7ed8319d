"""`StagePanel`: every stage of `core/stages.py` with its switch, strength and folded settings."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from photorestore.core.settings_fields import Knob
from photorestore.core.stages import STAGES, Stage
from photorestore.gui.icons import icon
from photorestore.gui.stage_words import stage_words
from photorestore.gui.state.recipe_desk import RecipeDesk
from photorestore.gui.state.session import Session
from photorestore.gui.views.fonts import bold
from photorestore.gui.views.knob_widgets import KnobWidget, knob_widget

# Which setting of a stage says how much, and which ones stand elsewhere: beside the mask.
_STRENGTH = {"prepare": "levels"}
_ELSEWHERE = {"scratches": ("threshold", "minimum_px", "grow_px")}


class StagePanel(QWidget):
    def __init__(self, session: Session, recipes: RecipeDesk) -> None:
        super().__init__()
        self._session = session
        self._recipes = recipes
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.cards = {stage.name: StageCard(stage, recipes) for stage in STAGES}
        for card in self.cards.values():
            column.addWidget(card)
        recipes.changed.connect(self._show)
        session.photo_changed.connect(self._show_photo)
        self._show()

    def recolour(self, palette: QPalette) -> None:
        for card in self.cards.values():
            card.recolour(palette)

    def _show_photo(self, key: int) -> None:
        current = self._session.current
        if current is not None and current.key == key and current.is_ready != self.isEnabled():
            self._show()

    def _show(self) -> None:
        entry = self._session.current
        self.setEnabled(entry is not None and entry.is_ready)
        if entry is None:
            return
        for name, card in self.cards.items():
            card.show_settings(entry.wanted.settings(name), self._recipes.is_as_suggested(name))


class StageCard(QFrame):
    """One stage. What is folded away is kept as it is."""

    def __init__(self, stage: Stage, recipes: RecipeDesk) -> None:
        super().__init__()
        self._stage = stage
        self._recipes = recipes
        self._widgets: dict[str, KnobWidget] = {}
        self._strength = _STRENGTH.get(stage.name, "strength")
        self.setProperty("kind", "line")
        title = stage_words(stage.title)
        self.switch = QCheckBox(title)
        self.switch.setFont(bold(self.switch.font()))
        self.switch.toggled.connect(lambda on: recipes.change(stage.name, enabled=on))
        self.reset_button = _quiet(self.tr("Reset {stage} to what is suggested").format(stage=title))
        self.reset_button.clicked.connect(lambda: recipes.reset_stage(stage.name))
        self.fold_button = _quiet(self.tr("More settings of {stage}").format(stage=title))
        self.fold_button.setCheckable(True)
        self.fold_button.setArrowType(Qt.ArrowType.RightArrow)
        self.fold_button.toggled.connect(self._unfold)
        self._more = QWidget()
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.switch, 1)
        head.addWidget(self.reset_button)
        head.addWidget(self.fold_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 4)
        column.setSpacing(4)
        column.addLayout(head)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(26, 2, 0, 4)
        more.setSpacing(8)
        for entry in fields(self._stage.settings):  # type: ignore[arg-type]
            knob: Knob = entry.metadata["knob"]
            if entry.name == "enabled":
                self.switch.setToolTip(stage_words(knob.help))
            elif entry.name not in _ELSEWHERE.get(self._stage.name, ()):
                widget = knob_widget(knob, entry.default, partial(self._tell, entry.name))
                self._widgets[entry.name] = widget
                if entry.name == self._strength:
                    widget.setContentsMargins(26, 0, 0, 0)
                    column.addWidget(widget)
                else:
                    more.addWidget(widget)
        column.addWidget(self._more)
        self._more.hide()
        self.fold_button.setVisible(more.count() > 0)

    def recolour(self, palette: QPalette) -> None:
        self.reset_button.setIcon(icon("reset", palette))

    def show_settings(self, settings: Any, is_as_suggested: bool) -> None:
        with QSignalBlocker(self.switch):
            self.switch.setChecked(settings.enabled)
        for name, widget in self._widgets.items():
            widget.show_value(getattr(settings, name))
            widget.setVisible(settings.enabled or name != self._strength)
            widget.setEnabled(settings.enabled)
        self.reset_button.setEnabled(not is_as_suggested)

    def _tell(self, name: str, value: Any) -> None:
        self._recipes.change(self._stage.name, **{name: value})

    def _unfold(self, on: bool) -> None:
        self._more.setVisible(on)
        self.fold_button.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)


def _quiet(name: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "quiet")
    button.setIconSize(QSize(16, 16))
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
