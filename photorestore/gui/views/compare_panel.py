"""`ComparePanel`: the photograph in words, its versions to choose from, and what is decided about them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from photorestore.gui.state.compare_state import BLEND_STEP, BLENDS, GAINS, CompareState, Mode
from photorestore.gui.state.renditions import Rendition
from photorestore.gui.views.actions import Actions
from photorestore.gui.views.buttons import IconButton
from photorestore.gui.views.fonts import bold
from photorestore.gui.views.own_keys import STEPS, keep_keys
from photorestore.library.photos import Flag

_WIDTH_PX = 324
_VERSION = Qt.ItemDataRole.UserRole
_FLAGS = {"compare_flag": Flag.KEEP, "compare_reject": Flag.REJECT, "compare_unflag": Flag.NONE}


class ComparePanel(QFrame):
    def __init__(self, state: CompareState) -> None:
        super().__init__()
        self._state = state
        self.setProperty("kind", "panel")
        self.setFixedWidth(_WIDTH_PX)
        self._name = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._name.setFont(bold(self._name.font(), 1.2))
        self._facts = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._facts.setProperty("kind", "muted")
        self.versions = VersionList()
        self.versions.setAccessibleName(self.tr("Versions"))
        self.versions.setAccessibleDescription(self.tr("Those with a tick are compared; the chosen one is in front."))
        self.versions.itemChanged.connect(self._set_compared)
        self.versions.currentItemChanged.connect(self._choose)
        self.keep_button = QPushButton(self.tr("Keep this version"))
        self.keep_button.setProperty("kind", "primary")
        self.keep_button.clicked.connect(state.keep)
        self._sentence = QLabel(wordWrap=True)
        self._sentence.setProperty("kind", "muted")
        self._buttons: dict[str, IconButton] = {}
        self._build()
        state.changed.connect(self._show_state)
        self._show_state()

    def bind(self, actions: Actions) -> None:
        for name, button in self._buttons.items():
            button.show_action(actions[name])

    def _build(self) -> None:
        title = QLabel(self.tr("Versions"))
        title.setFont(bold(title.font(), 1.0))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addSpacing(6)
        column.addLayout(self._build_steps())
        column.addLayout(self._build_flags())
        column.addSpacing(14)
        column.addWidget(title)
        column.addWidget(self.versions, 1)
        column.addWidget(self._build_gain())
        column.addWidget(self._sentence)
        column.addSpacing(6)
        column.addWidget(self.keep_button)

    def _build_steps(self) -> QHBoxLayout:
        self._place_words = QLabel()
        return self._row_of(("compare_previous", "compare_next"), self._place_words)

    def _build_flags(self) -> QHBoxLayout:
        self._flag_words = QLabel()
        return self._row_of(tuple(_FLAGS), self._flag_words)

    def _row_of(self, names: tuple[str, ...], words: QLabel) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for name in names:
            button = IconButton()
            self._buttons[name] = button
            row.addWidget(button)
        words.setProperty("kind", "muted")
        row.addSpacing(6)
        row.addWidget(words, 1)
        return row

    def _build_gain(self) -> QWidget:
        self._gain_box = QWidget()
        self._gain_words, self._blend_words = QLabel(), QLabel()
        self.gain = _slider(GAINS, 1, self.tr("Amplify the difference"))
        self.gain.valueChanged.connect(self._state.set_gain)
        self.blend = _slider(BLENDS, BLEND_STEP, self.tr("Share of the version in front"))
        self.blend.valueChanged.connect(self._state.set_blend)
        column = QVBoxLayout(self._gain_box)
        column.setContentsMargins(0, 4, 0, 4)
        for widget in (self._gain_words, self.gain, self._blend_words, self.blend):
            column.addWidget(widget)
        return self._gain_box

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        state, photo = self._state, self._state.photo
        if photo is None:
            return
        at, count = state.place
        self._name.setText(photo.name.replace("_", "_\u200b"))  # so that a long name can be broken
        self._name.setToolTip(photo.name)
        self._facts.setText("\n".join(filter(None, (photo.caption, photo.date))))
        self._facts.setVisible(bool(self._facts.text()))
        self._place_words.setText(self.tr("{n} of {count}").format(n=at, count=count))
        words = {Flag.NONE: "", Flag.KEEP: self.tr("Flagged as good"), Flag.REJECT: self.tr("Rejected")}
        self._flag_words.setText(words[photo.flag])
        self._show_versions(photo.renditions)
        self._show_sliders()
        self.keep_button.setEnabled(state.can_keep)
        self._sentence.setText(self._advice())
        self._sentence.setVisible(bool(self._sentence.text()))

    def _show_sliders(self) -> None:
        state = self._state
        self._gain_box.setVisible(state.mode in (Mode.DIFFERENCE, Mode.ONION) and len(state.compared) > 1)
        self._gain_words.setText(self.tr("Amplified ×{gain}").format(gain=state.gain))
        self._blend_words.setText(self.tr("Version in front: {percent} %").format(percent=state.blend))
        for mode, words, slider, value in (
            (Mode.DIFFERENCE, self._gain_words, self.gain, state.gain),
            (Mode.ONION, self._blend_words, self.blend, state.blend),
        ):
            words.setVisible(state.mode is mode)
            slider.setVisible(state.mode is mode)
            blocked = slider.blockSignals(True)
            slider.setValue(value)
            slider.blockSignals(blocked)

    def _show_versions(self, made: tuple[Rendition, ...]) -> None:
        blocked = self.versions.blockSignals(True)
        self.versions.clear()
        for rendition in made:
            words = (
                self.tr("{version} (kept)").format(version=rendition.title) if rendition.is_kept else rendition.title
            )
            item = QListWidgetItem(words)
            item.setData(_VERSION, rendition.version_id)
            item.setToolTip(str(rendition.file.path))
            is_compared = rendition.version_id in self._state.compared
            item.setCheckState(Qt.CheckState.Checked if is_compared else Qt.CheckState.Unchecked)
            self.versions.addItem(item)
            if rendition.version_id == self._state.front:
                self.versions.setCurrentItem(item)
        self.versions.blockSignals(blocked)

    def _advice(self) -> str:
        state, photo = self._state, self._state.photo
        if photo is None:
            return ""
        if len(photo.renditions) == 1:
            return self.tr("There is no restored version of this photograph yet. Restore it, then compare.")
        if not photo.id:
            return self.tr("This result is not in the library yet, so it can only be looked at.")
        front = state.front_rendition
        if front is not None and front.is_kept:
            return self.tr("This version is the photograph's result.")
        return ""

    # --- doing ----------------------------------------------------------------------------------------------------

    def _set_compared(self, item: QListWidgetItem) -> None:
        self._state.set_compared(item.data(_VERSION), item.checkState() is Qt.CheckState.Checked)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._state.bring_to_front(item.data(_VERSION))


class VersionList(QListWidget):
    """Up and down go through the list, not to the next photograph, which has these keys on the rest of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "versions")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        keep_keys(self, Qt.Key.Key_Up, Qt.Key.Key_Down)


def _slider(values: range, step: int, name: str) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(values[0], values[-1])
    made.setSingleStep(step)
    made.setPageStep(step)
    made.setAccessibleName(name)
    keep_keys(made, *STEPS)
    return made
