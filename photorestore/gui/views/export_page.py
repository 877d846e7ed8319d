"""`ExportPage`: photographs leave the program, as files or as an album; the list says what becomes of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QActionGroup, QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photorestore.gui.engine_sentences import all_in_window_language
from photorestore.gui.state.export_order import Fate, Product
from photorestore.gui.state.export_state import ExportState
from photorestore.gui.state.renditions import ORIGINAL
from photorestore.gui.state.session import Session
from photorestore.gui.theme import Theme
from photorestore.gui.thumbnails import Thumbnails
from photorestore.gui.views.actions import Actions, Entry
from photorestore.gui.views.bench_page import BenchPage
from photorestore.gui.views.export_entries import PRODUCTS, ExportEntries
from photorestore.gui.views.export_panel import ExportPanel
from photorestore.gui.views.export_table import RESULT, TARGET, ExportTable
from photorestore.gui.views.invitation import Invitation

_TOOLS = (*PRODUCTS, " ", "export_repeat", "export_show")
_MOST_PROBLEMS = 4  # spelled out above the list, which tells all


class ExportPage(BenchPage):
    def __init__(
        self, state: ExportState, session: Session, theme: Theme, memory: QSettings, thumbnails: Thumbnails
    ) -> None:
        super().__init__()
        self._state = state
        self._session = session
        self._memory = memory
        self._actions: Actions | None = None
        self.table = ExportTable(state, theme, thumbnails)
        self.panel = ExportPanel(state)
        invitation = Invitation(
            "export",
            self.tr("Nothing to export yet"),
            self.tr("Choose photographs in the library, or drop files here that are in the library."),
            [(self.tr("To the library"), lambda: self.page_wanted.emit("library"))],
        )
        chosen = self._build_list()
        self._lay_out(self.tr("Kinds of export"), invitation, (chosen, self.panel), chosen)
        self.panel.folder_wanted.connect(self.choose_folder)
        self.panel.save_preset_wanted.connect(self.ask_for_preset)
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        state.trouble.connect(self.trouble)
        state.news.connect(self.news)
        for changed in (state.photos_changed, state.plan_changed, state.run_changed, state.choices.changed):
            changed.connect(self._show_state)

    def _build_list(self) -> QWidget:
        self._count = QLabel()
        self._count.setProperty("kind", "title")
        self._target = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._target.setProperty("kind", "muted")
        self._report = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._report.setProperty("kind", "report")
        self._report.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_button = QPushButton(self.tr("Show the folder"))
        self.show_button.clicked.connect(self.show_folder)
        self._result = QWidget()
        below = QHBoxLayout(self._result)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self._report, 1)
        below.addWidget(self.show_button, alignment=Qt.AlignmentFlag.AlignTop)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(10)
        for widget in (self._count, self._target, self._result):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        return left

    # --- what the window asks -------------------------------------------------------------------------------------

    @property
    def status(self) -> str:
        return f"{self._state.share * 100:.0f} %" if self._state.is_running else ""

    def entries(self) -> tuple[Entry, ...]:
        return ExportEntries().all()

    def commands(self) -> Mapping[str, Callable[..., object]]:
        state, table = self._state, self.table
        products = {name: partial(self._set_product, product) for name, product in PRODUCTS.items()}
        plain: dict[str, Callable[..., object]] = {
            "start": state.start,
            "cancel": state.cancel,
            "repeat": self._repeat,
            "folder": self.choose_folder,
            "show": self.show_folder,
            "save_preset": self.ask_for_preset,
            "delete_preset": state.choices.delete_preset,
            "version": lambda: state.choose_next(table.chosen_ids),
            "originals": lambda: state.choose([photo.id for photo in state.photos], ORIGINAL),
            "best": state.choose_best,
            "remove": self._remove_chosen,
        }
        return {**products, **{f"export_{name}": command for name, command in plain.items()}}

    def bind(self, actions: Actions) -> None:
        self._actions = actions
        self.tools.show_actions(actions, _TOOLS)
        group = QActionGroup(self)
        for name in PRODUCTS:
            group.addAction(actions[name])
        self._show_state()

    def panes(self) -> Sequence[QWidget]:
        return (self.tools, self.invitation, self.table, self.panel)

    def take_files(self, paths: Sequence[Path]) -> bool:
        self._state.add_files(paths)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """If nothing was chosen, offer what is open in Restore, as far as it is in the library."""
        super().showEvent(event)
        opened = [entry.path for entry in self._session.photos]
        if not self._state.photos and opened:
            self._state.offer_files(opened)

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        state = self._state
        has_photos = bool(state.photos)
        self._show_bench(has_photos, self.table)
        count = len(state.photos)
        words = self.tr("1 photograph") if count == 1 else self.tr("{n} photographs")
        self._count.setText(words.format(n=count))
        self._show_target()
        self._show_report()
        self._show_actions()
        self.words_changed.emit()

    def _show_target(self) -> None:
        product, files = self._state.choices.product, self._state.plan.files
        name = files[0].target.name if product.is_album and files and not files[0].photo_id else ""
        words = {
            Product.SHEET: self.tr("They become the contact sheet {name}."),
            Product.PDF: self.tr("They become the album {name}."),
            Product.GALLERY: self.tr("They become the gallery in the folder {name}."),
        }
        self._target.setText(words[product].format(name=name) if name else "")
        self._target.setVisible(bool(name))
        has_results = bool(self._state.outcomes)
        self.table.setColumnHidden(TARGET, product.is_album or has_results)
        self.table.setColumnHidden(RESULT, not has_results)

    def _show_report(self) -> None:
        state, report = self._state, self._state.report
        self._result.setVisible(report is not None and bool(report.paths or self._problems()))
        if report is None:
            return
        if state.choices.product.is_album:
            saved = [self.tr("Saved: {name}").format(name=path.name) for path in report.paths[:1]]
        else:
            saved = [self.tr("{n} files saved.").format(n=len(report.paths))]
        problems = self._problems()
        more = [self.tr("… and {n} more").format(n=len(problems) - _MOST_PROBLEMS)][: len(problems) > _MOST_PROBLEMS]
        self._report.setText("\n".join([*saved, *problems[:_MOST_PROBLEMS], *more]))

    def _problems(self) -> list[str]:
        """A sentence for each photograph that could not be exported."""
        state = self._state
        failed = [o for photo in state.photos if (o := state.outcomes.get(photo.id)) and o.fate is Fate.FAILED]
        problems = state.report.problems if state.report else ()
        return all_in_window_language([*(outcome.reason for outcome in failed), *problems])

    def _show_actions(self) -> None:
        actions, state = self._actions, self._state
        if actions is None:
            return
        is_free = not state.is_running
        has_rows = bool(self.table.chosen_ids) and is_free
        enabled = dict.fromkeys(PRODUCTS, is_free)
        enabled |= {"export_start": is_free and not state.obstacle, "export_cancel": not is_free}
        enabled |= dict.fromkeys(("export_repeat", "export_folder", "export_save_preset"), is_free)
        enabled |= {"export_delete_preset": is_free and state.choices.is_own}
        enabled |= dict.fromkeys(("export_version", "export_remove"), has_rows)
        enabled |= dict.fromkeys(("export_originals", "export_best"), is_free and bool(state.photos))
        for name, on in enabled.items():
            actions.set_enabled(name, on)
        for name, product in PRODUCTS.items():
            if product is state.choices.product:
                actions[name].setChecked(True)

    # --- doing ----------------------------------------------------------------------------------------------------

    def _set_product(self, product: Product, on: bool) -> None:
        if on and product is not self._state.choices.product:
            self._state.choices.set_product(product)

    def _repeat(self) -> None:
        self.show_wanted.emit()
        self._state.repeat()

    def _remove_chosen(self) -> None:
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        self._state.remove(self.table.chosen_ids)
        if rows:
            self.table.select_row(min(rows))

    def choose_folder(self) -> None:
        start = next(p for p in (self._state.choices.folder, *self._state.choices.folder.parents) if p.is_dir())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the export"), str(start))
        if chosen:
            self._state.choices.set_folder(Path(chosen))

    def show_folder(self) -> None:
        """In the system's own program for files."""
        folder = self._state.choices.folder
        there = next(place for place in (folder, *folder.parents) if place.is_dir())
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    def ask_for_preset(self) -> None:
        choices = self._state.choices
        name, is_given = QInputDialog.getText(
            self,
            self.tr("Save as a preset"),
            self.tr("Name of the preset:"),
            QLineEdit.EchoMode.Normal,
            choices.preset.name if choices.is_own else "",
        )
        if is_given and name.strip():
            choices.save_preset(name)
