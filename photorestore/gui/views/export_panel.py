"""`ExportPanel`: all choices of an export, and the button that starts it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.state.export_order import Product
from photorestore.gui.state.export_state import ExportState
from photorestore.gui.views.album_form import AlbumForm
from photorestore.gui.views.export_words import ExportWords
from photorestore.gui.views.form_rows import FormRows, show_choice
from photorestore.gui.views.preset_form import NameForm, PresetForm

_WIDTH_PX = 384


class ExportPanel(QFrame):
    folder_wanted = Signal()
    save_preset_wanted = Signal()

    def __init__(self, state: ExportState) -> None:
        super().__init__()
        self._state = state
        self._words = ExportWords()
        self.setProperty("kind", "panel")
        self.setFixedWidth(_WIDTH_PX)
        self.preset_form = PresetForm(state.choices)
        self.name_form = NameForm(state.choices)
        self.album_form = AlbumForm(state.choices)
        self.place_form = FormRows()
        self._build_place()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_forms(), 1)
        column.addLayout(self._build_end())
        for changed in (state.photos_changed, state.plan_changed, state.run_changed, state.choices.changed):
            changed.connect(self._show_state)
        self._show_state()

    # --- building -------------------------------------------------------------------------------------------------

    def _build_forms(self) -> QWidget:
        self.save_button = QPushButton(self.tr("Save as a preset…"))
        self.save_button.clicked.connect(self.save_preset_wanted)
        self.delete_button = QPushButton(self.tr("Delete"))
        self.delete_button.setAccessibleName(self.tr("Delete the preset"))
        self.delete_button.clicked.connect(self._state.choices.delete_preset)
        self._preset_buttons = QWidget()
        row = QHBoxLayout(self._preset_buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.save_button, 1)
        row.addWidget(self.delete_button)
        self._name_line = _line()
        inside = QWidget()
        self._forms = QVBoxLayout(inside)
        self._forms.setContentsMargins(20, 16, 20, 8)
        self._forms.setSpacing(8)
        for widget in (self.preset_form, self._preset_buttons, self.album_form, self._name_line, self.name_form):
            self._forms.addWidget(widget)
        self._forms.addWidget(_line())
        self._forms.addWidget(self.place_form)
        self._forms.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        for surface in (scroll.viewport(), inside):
            surface.setAutoFillBackground(False)
        return scroll

    def _build_place(self) -> None:
        self.folder = QLineEdit(readOnly=True)
        self.folder_button = QPushButton(self.tr("Choose…"))
        self.folder_button.setAccessibleName(self.tr("Choose the folder"))
        self.folder_button.clicked.connect(self.folder_wanted)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder, 1)
        row.addWidget(self.folder_button)
        self.folder.setAccessibleName(self.tr("Folder"))
        self.place_form.add(self.tr("Fol&der"), both)
        self.conflict = self.place_form.add_choice(
            self.tr("If it i&s there"),
            self._words.conflicts(),
            lambda value: self._state.choices.set_conflict(str(value)),
        )

    def _build_end(self) -> QVBoxLayout:
        self._space = QLabel(wordWrap=True)
        self._bar = QProgressBar(maximum=1000, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._step = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.start_button = QPushButton()
        self.start_button.setProperty("kind", "primary")
        self.start_button.clicked.connect(self._state.start)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._state.cancel)
        column = QVBoxLayout()
        column.setContentsMargins(20, 10, 20, 20)
        column.setSpacing(10)
        for widget in (self._space, self._step, self._bar, self.cancel_button, self.start_button):
            column.addWidget(widget)
        return column

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        state, choices = self._state, self._state.choices
        is_files, is_album = choices.product is Product.FILES, choices.product.is_album
        self.preset_form.setVisible(is_files)
        self._preset_buttons.setVisible(is_files)
        self.delete_button.setEnabled(choices.is_own)
        self.album_form.setVisible(is_album)
        self.album_form.show_usual_title(state.usual_title)
        self.name_form.setVisible(not is_album)
        self.name_form.show_names(state.names)
        self._name_line.setVisible(not is_album)
        self.place_form.rows.setRowVisible(self.conflict, is_files)
        self.folder.setText(str(choices.folder))
        self.folder.setToolTip(str(choices.folder))
        show_choice(self.conflict, choices.conflict)
        for form in (self.preset_form, self._preset_buttons, self.album_form, self.name_form, self.place_form):
            form.setEnabled(not state.is_running)
        self._show_end()

    def _show_end(self) -> None:
        state = self._state
        is_running = state.is_running
        trouble = in_window_language(state.plan.trouble) if state.is_planned else ""
        self._space.setText(trouble or (self._words.space(state.plan) if state.plan.needed_bytes else ""))
        self._space.setProperty("kind", "warning" if trouble else "muted")
        self._space.style().unpolish(self._space)
        self._space.style().polish(self._space)
        self._space.setVisible(bool(self._space.text()) and not is_running)
        for widget in (self._bar, self._step, self.cancel_button):
            widget.setVisible(is_running)
        self._bar.setValue(round(state.share * 1000))
        self._step.setText(_short(self._step, state.step, _WIDTH_PX - 44))
        self.start_button.setVisible(not is_running)
        self.start_button.setText(self._words.start(state.choices.product, len(state.photos)))
        self.start_button.setEnabled(not state.obstacle)
        self.start_button.setToolTip(in_window_language(state.obstacle))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(5)
    return line


def _short(label: QLabel, text: str, width: int) -> str:
    return label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)
