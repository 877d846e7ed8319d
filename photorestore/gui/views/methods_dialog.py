"""`MethodsDialog`: a patch of the photograph by every denoising method in a grid; a click takes one into the recipe."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photorestore.core.geometry import Box
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.pixmaps import Picture
from photorestore.gui.stage_words import choice_words
from photorestore.gui.state.methods_trial import Attempt, MethodsTrial, Stand, method_names
from photorestore.gui.views.findings import Findings
from photorestore.gui.views.fonts import heading
from photorestore.gui.views.method_cell import MethodCell, PatchView
from photorestore.gui.views.patch_picker import PatchPicker

_SIZE = QSize(1240, 760)
_SIDE_PX = 262
_COLUMNS = 4
_NOTICEABLE = 1.0  # of 255; what is weaker is left alone by methods that are told a level


class MethodsDialog(QDialog):
    """Begins at once. Closing it, or taking a method, stops the engine's work on it."""

    taken = Signal(str)  # method

    def __init__(self, trial: MethodsTrial, picture: Picture, box: Box, surround: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._trial = trial
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare methods"))
        self.resize(_SIZE.boundedTo(parent.window().size() - QSize(24, 24)))
        self._view = PatchView(self)
        self.picker = PatchPicker(picture, box)
        self.picker.set_surround(surround)
        self.picker.picked.connect(self._begin)
        self.original = MethodCell(self._view, self.tr("As it is"), surround)
        self.cells = {name: MethodCell(self._view, choice_words(name), surround) for name in method_names()}
        for name, cell in self.cells.items():
            cell.taken.connect(partial(self._take, name))
        self.findings = Findings()
        self.noise = QLabel(wordWrap=True)
        self.stop_button = QPushButton()
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self._stop_or_go_on)
        self.as_it_is = QCheckBox(self.tr("Show the &original"))
        self.as_it_is.setToolTip(self.tr("Shows every cell without its method; \\ shows it while held"))
        self.as_it_is.toggled.connect(self._view.show_original)
        self.work = QLabel()
        self.work.setProperty("kind", "muted")
        self._build()
        trial.changed.connect(self._show)
        self._begin(box)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 12, 14)
        row.setSpacing(16)
        row.addWidget(self._side())
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._grid(), 1)
        column.addLayout(self._foot())
        row.addLayout(column, 1)
        for keys, factor in (("Ctrl++", 1.25), ("Ctrl+=", 1.25), ("Ctrl+-", 0.8)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._view.zoom_by, factor))

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE_PX)
        self.picker.setFixedHeight(190)
        hint = QLabel(self.tr("Draw or click where to look."), wordWrap=True)
        hint.setProperty("kind", "muted")
        found = QScrollArea(widgetResizable=True)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.viewport().setAutoFillBackground(False)
        found.setAccessibleName(self.tr("What was found"))
        inside = QWidget()
        inside.setAutoFillBackground(False)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.addWidget(self.findings)
        lines.addStretch(1)
        found.setWidget(inside)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.picker, hint, heading(self.tr("What was found")), self.noise):
            column.addWidget(widget)
        column.addWidget(found, 1)
        return side

    def _grid(self) -> QWidget:
        inside = QWidget()
        inside.setAutoFillBackground(False)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for at, cell in enumerate((self.original, *self.cells.values())):
            grid.addWidget(cell, at // _COLUMNS, at % _COLUMNS)
        for at in range(_COLUMNS):
            grid.setColumnStretch(at, 1)
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("The patch by every method"))
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inside)
        return area

    def _foot(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.as_it_is)
        foot.addWidget(self.work, 1)
        foot.addWidget(self.stop_button)
        foot.addWidget(close)
        return foot

    # --- doing ----------------------------------------------------------------------------------------------------

    def _begin(self, box: Box) -> None:
        self._trial.begin(box)
        self.picker.show_box(self._trial.box)
        self._view.show_patch(max(1, self._trial.box.width), max(1, self._trial.box.height))

    def _take(self, method: str) -> None:
        self._trial.take(method)
        self.taken.emit(method)
        self.accept()

    def _stop_or_go_on(self) -> None:
        if self._trial.is_running:
            self._trial.stop()
        else:
            self._trial.resume()

    def done(self, result: int) -> None:
        self._trial.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._trial.stop()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backslash and not event.isAutoRepeat():
            self._view.show_original(not self.as_it_is.isChecked())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backslash and not event.isAutoRepeat():
            self._view.show_original(self.as_it_is.isChecked())
        else:
            super().keyReleaseEvent(event)

    # --- showing --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        trial = self._trial
        self.original.show_state(trial.original, trial.original, "")
        for attempt in trial.attempts:
            self._show_attempt(attempt)
        self.findings.show_sentences(trial.reasons)
        self.noise.setText(self._noise_words())
        running = next((one for one in trial.attempts if one.stand is Stand.RUNNING), None)
        left = any(one.stand is Stand.WAITING for one in trial.attempts)
        self.work.setText(
            "" if running is None else self.tr("{method} works…").format(method=choice_words(running.method))
        )
        self.stop_button.setText(self.tr("&Stop") if trial.is_running else self.tr("&Go on"))
        self.stop_button.setVisible(trial.is_running or left)

    def _show_attempt(self, attempt: Attempt) -> None:
        is_suggested = attempt.method == self._trial.suggested
        self.cells[attempt.method].show_state(
            attempt.picture,
            self._trial.original,
            self._words_of(attempt),
            self.tr("Suggested") if is_suggested else "",
            in_window_language(attempt.trouble),
            attempt.share if attempt.stand is Stand.RUNNING else None,
            can_take=attempt.stand is Stand.DONE,
        )

    def _words_of(self, attempt: Attempt) -> str:
        if attempt.stand is Stand.WAITING:
            return self.tr("Waits")
        if attempt.stand is Stand.RUNNING:
            return self.tr("Works…")
        return self.tr("{seconds} s, leaves noise of {noise}").format(
            seconds=QLocale().toString(attempt.seconds, "f", 1), noise=QLocale().toString(attempt.noise, "f", 1)
        )

    def _noise_words(self) -> str:
        sigma = self._trial.sigma
        if sigma is None:
            return self.tr("Measuring the noise…") if self._trial.is_running else ""
        if sigma * 255 < _NOTICEABLE:
            return self.tr("Hardly any noise: methods that are told a level leave the patch as it is.")
        return self.tr("Noise of {level}, in steps of 255").format(level=QLocale().toString(sigma * 255, "f", 1))
