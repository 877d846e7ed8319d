"""`ModelsPage`: the networks' weights in a table, the card of the chosen one, import, verification and removal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QColor, QFont, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.icons import icon
from photorestore.gui.state.weights_state import WeightsState
from photorestore.gui.theme import Theme
from photorestore.gui.views.actions import Actions, Entry
from photorestore.gui.views.buttons import WordsButton
from photorestore.gui.views.card_view import CardView
from photorestore.gui.views.page import Page
from photorestore.gui.views.page_head import page_head
from photorestore.gui.views.tables import set_up_rows
from photorestore.gui.views.weights_words import WeightsWords
from photorestore.host.protocol import WeightsInfo

_NAME = Qt.ItemDataRole.UserRole
_FACTS_PX = 330
_ICONS = {"verified": "verified", "present": "present", "damaged": "trouble", "missing": "trouble", "absent": "absent"}


class ModelsPage(Page):
    def __init__(self, weights: WeightsState, theme: Theme, memory: QSettings) -> None:
        super().__init__()
        self._weights = weights
        self._theme = theme
        self._memory = memory
        self._actions: Actions | None = None
        self._words = WeightsWords()
        self._build()
        weights.changed.connect(self._show_weights)
        self._show_weights()

    # --- what the window asks -------------------------------------------------------------------------------------

    def entries(self) -> tuple[Entry, ...]:
        import_tip = self.tr("Add published weights that you own; you can also drop them on this page")
        return (
            Entry("import_weights", "file", self.tr("&Import weights…"), import_tip, ("Ctrl+Shift+O",), "import"),
            Entry(
                "verify_weights", "file", self.tr("&Verify all"), self.tr("Read every byte of every file"),
                ("Ctrl+Shift+V",), "verify",
            ),
            Entry(
                "remove_weights", "file", self.tr("Re&move weights"), self.tr("Take imported weights out of use"),
                ("Delete",), "remove", on_page=True,
            ),
        )  # fmt: skip

    def commands(self) -> Mapping[str, Callable[..., object]]:
        return {
            "import_weights": self.choose_files,
            "verify_weights": self._weights.verify,
            "remove_weights": self._remove_chosen,
        }

    def bind(self, actions: Actions) -> None:
        self._actions = actions
        for button, name in zip(self._buttons, ("import_weights", "verify_weights", "remove_weights"), strict=True):
            button.clicked.connect(actions[name].trigger)
            button.setToolTip(actions[name].toolTip())
        self._show_actions()

    def panes(self) -> Sequence[QWidget]:
        return (self._top, self.table, self.card)

    def take_files(self, paths: Sequence[Path]) -> bool:
        self._weights.take_in(paths)
        return True

    def set_welcoming(self, on: bool) -> None:
        self._drop.setProperty("welcoming", on)
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)

    def recolour(self) -> None:
        for button, name in zip(self._buttons, ("import", "verify", "remove"), strict=True):
            button.setIcon(icon(name, self.palette()))
        self._fill_table()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._actions is not None:
            self._weights.load()

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(self._build_top())
        column.addWidget(self._build_progress())
        column.addWidget(self._build_reports())
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._build_table())
        split.addWidget(self._build_card())
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([300, 300])
        split.setHandleWidth(16)
        column.addWidget(split, 1)

    def _build_top(self) -> QWidget:
        promise = QLabel(
            self.tr(
                "Networks that find and mend damage. They run on this computer; weights are bundled with the program "
                "or imported from a file, and nothing is ever downloaded."
            ),
            wordWrap=True,
        )
        self.import_button = WordsButton(self.tr("Import…"))
        self.verify_button = WordsButton(self.tr("Verify all"))
        self.remove_button = WordsButton(self.tr("Remove"))
        self._buttons = (self.import_button, self.verify_button, self.remove_button)
        self._top = page_head(self.tr("Models"), promise, (self.import_button, self.verify_button))
        return self._top

    def _build_progress(self) -> QWidget:
        self._step = QLabel()
        self._bar = QProgressBar(maximum=1000, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._weights.cancel)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._step)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)
        return self._progress

    def _build_reports(self) -> QWidget:
        self._reports = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._reports.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._reports.setProperty("kind", "report")
        return self._reports

    def _build_table(self) -> QWidget:
        titles = [self.tr("Name"), self.tr("Task"), self.tr("Size"), self.tr("Licence"), self.tr("Origin")]
        titles.append(self.tr("State"))
        self.table = QTableWidget(0, len(titles))
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setAccessibleName(self.tr("Weights"))
        set_up_rows(self.table, 38, 1)
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self._drop = QFrame()
        self._drop.setProperty("kind", "tabledrop")
        inside = QVBoxLayout(self._drop)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table)
        return self._drop

    def _build_card(self) -> QWidget:
        self._name = QLabel()
        font = self._name.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(font)
        self._facts = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.setProperty("kind", "muted")
        self._without = QLabel(wordWrap=True)
        self.card = CardView()
        side = QWidget()
        side.setFixedWidth(_FACTS_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        for widget in (self._name, self._without, self._facts):
            column.addWidget(widget)
        column.addWidget(self.remove_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(side)
        row.addWidget(self.card, 1)
        return below

    # --- showing --------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> WeightsInfo | None:
        row = self.table.currentRow()
        item = self.table.item(row, 0) if row >= 0 else None
        return self._weights.find(item.data(_NAME)) if item else None

    def _show_weights(self) -> None:
        is_busy = self._weights.is_busy
        self._progress.setVisible(is_busy)
        self._step.setText(in_window_language(self._weights.step) or self.tr("Waiting for the engine…"))
        self._bar.setValue(round(self._weights.share * 1000))
        told = "\n".join(
            f"{Path(done.label).name}: {in_window_language(done.sentence)}" for done in self._weights.imported
        )
        self._reports.setText(told)
        self._reports.setVisible(bool(told))
        if not is_busy:
            self._fill_table()
        self._show_actions()

    def _fill_table(self) -> None:
        chosen = self.chosen
        blocked = self.table.blockSignals(True)
        self.table.setRowCount(len(self._weights.weights))
        for row, info in enumerate(self._weights.weights):
            size = QLocale().formattedDataSize(info.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
            state = self._words.state(info)
            cells = (info.name, self._words.task(info), size if info.bytes else "–", info.licence)
            for at, words in enumerate((*cells, self._words.origin(info), state)):
                item = QTableWidgetItem(words)
                item.setData(_NAME, info.name)
                item.setToolTip(in_window_language(info.trouble) or words)
                if info.state == "absent":
                    item.setForeground(QColor(self._theme.colours.muted))
                self.table.setItem(row, at, item)
            item.setIcon(icon(_ICONS[info.state], self.palette()))  # of the state, which is the last
        self.table.blockSignals(blocked)
        names = [info.name for info in self._weights.weights]
        if names:
            self.table.selectRow(names.index(chosen.name) if chosen and chosen.name in names else 0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        info = self.chosen
        self._name.setText(info.name if info else "")
        facts = [] if info is None else [self.tr("Source: {source}").format(source=self._words.source(info))]
        if info is not None and info.sha256:
            facts.append(self.tr("Version: {version}").format(version=info.sha256[:16]))
        self._facts.setText("\n".join(facts))
        self._without.setText("" if info is None else self._words.without(info))
        self.card.show_card(info.card if info else "")
        self.remove_button.setVisible(info is not None and info.origin == "imported")
        if info is not None and info.trouble:
            self._without.setText(in_window_language(info.trouble) + "\n\n" + self._words.without(info))
        self._show_actions()

    def _show_actions(self) -> None:
        is_busy, info = self._weights.is_busy, self.chosen
        is_removable = info is not None and info.origin == "imported" and not is_busy
        for button, on in zip(self._buttons, (not is_busy, not is_busy, is_removable), strict=True):
            button.setEnabled(on)
        if self._actions is not None:
            self._actions.set_enabled("import_weights", not is_busy)
            self._actions.set_enabled("verify_weights", not is_busy)
            self._actions.set_enabled("remove_weights", is_removable)

    # --- doing ----------------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        folder = str(self._memory.value("weights-folder", str(Path.home())))
        kinds = self.tr("Published weights") + " (*.zip *.pth *.pt)"
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Import weights"), folder, kinds)
        if names:
            self._memory.setValue("weights-folder", str(Path(names[0]).parent))
            self._weights.take_in([Path(name) for name in names])

    def _remove_chosen(self) -> None:
        info = self.chosen
        if info is not None and info.origin == "imported" and self._is_sure(info):
            self._weights.remove(info.name)

    def _is_sure(self, info: WeightsInfo) -> bool:
        question = QMessageBox(self)
        question.setWindowTitle("PhotoRestore")
        question.setText(self.tr("Take the weights {name} out of use?").format(name=info.name))
        question.setInformativeText(self.tr("Their file is kept, in the folder “removed” beside the others."))
        remove = question.addButton(self.tr("Take out of use"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(self.tr("Keep them"), QMessageBox.ButtonRole.RejectRole)
        question.exec()
        return question.clickedButton() is remove
