"""`SettingsPage`: the kinds of settings at the left, the chosen kind at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from photorestore import logs, paths
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.moments import moment
from photorestore.gui.report import make_report
from photorestore.gui.settings import SETTINGS, START_PAGE, Settings
from photorestore.gui.state.engine_state import EngineState
from photorestore.gui.state.weights_state import WeightsState
from photorestore.gui.theme import Theme
from photorestore.gui.views.actions import Actions
from photorestore.gui.views.page import Page
from photorestore.gui.views.settings_form import SettingsForm
from photorestore.gui.views.shortcut_editor import ShortcutEditor

_KINDS_PX = 190
_ROW_PX = 38
_WIDEST_PX = 860


class SettingsPage(Page):
    def __init__(
        self,
        settings: Settings,
        engine: EngineState,
        weights: WeightsState,
        theme: Theme,
        page_titles: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._settings = settings
        self._engine = engine
        self._weights = weights
        self.shortcuts = ShortcutEditor(page_titles)
        self.forms: dict[str, SettingsForm] = {}
        start_pages = {START_PAGE.key: list(page_titles.items())}
        kinds = (
            (self.tr("General"), self._form("general", start_pages)),
            (self.tr("Library"), self._form("library")),
            (self.tr("Performance"), self._performance()),
            (self.tr("Canvas"), self._form("canvas")),
            (self.tr("Colour"), self._colour()),
            (self.tr("Shortcuts"), self.shortcuts),
            (self.tr("Privacy"), self._privacy()),
            (self.tr("Diagnostics"), self._diagnostics()),
        )
        self.kinds = QListWidget()
        self.kinds.setProperty("kind", "kinds")
        self.kinds.setAccessibleName(self.tr("Kinds of settings"))
        self.kinds.setFixedWidth(_KINDS_PX)
        self._stack = QStackedWidget()
        for title, content in kinds:
            row_item = QListWidgetItem(title, self.kinds)
            row_item.setSizeHint(QSize(0, _ROW_PX))
            self._stack.addWidget(_sheet(title, content, is_table=content is self.shortcuts))
        self.kinds.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.kinds.currentRowChanged.connect(self._show_facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.kinds)
        row.addWidget(self._stack, 1)
        self.set_entrance(self.kinds)
        engine.changed.connect(self._show_facts)
        weights.changed.connect(self._show_facts)
        settings.changed.connect(self._show_facts)
        self.kinds.setCurrentRow(0)

    # --- what the window asks -------------------------------------------------------------------------------------

    def bind(self, actions: Actions) -> None:
        self.shortcuts.bind(actions)

    def panes(self) -> Sequence[QWidget]:
        return (self.kinds, self._stack)

    # --- the kinds ------------------------------------------------------------------------------------------------

    def _form(self, page: str, more: Mapping[str, Sequence[tuple[str, str]]] | None = None) -> SettingsForm:
        shown = [setting for setting in SETTINGS if setting.page == page]
        self.forms[page] = SettingsForm(self._settings, shown, more)
        return self.forms[page]

    def _performance(self) -> QWidget:
        self._device = _words("")
        self.clear_button = QPushButton(self.tr("Clear memory now"))
        self.clear_button.setAccessibleDescription(
            self.tr("The engine starts anew after the job that runs, and gives back finished steps and networks")
        )
        self.clear_button.clicked.connect(self._engine.restart)
        note = _words(self.tr("A change restarts the engine as soon as it is idle."), "muted")
        return _column(self._form("performance"), self._device, note, self.clear_button)

    def _colour(self) -> QWidget:
        note = _words(
            self.tr(
                "Colours are converted from the file's profile to sRGB when a photograph is read, and back when it is "
                "saved. The monitor's own profile is not taken into account."
            ),
            "muted",
        )
        return _column(self._form("colour"), note)

    def _privacy(self) -> QWidget:
        sentences = (
            self.tr("Nothing leaves this computer. Photographs, faces and results stay in your own folders."),
            self.tr(
                "Why you can trust that: the program contains no code that uses the network. It looks for no updates, "
                "sends no statistics, has no account, and works the same with the cable pulled. A test of the program "
                "runs it with all network connections blocked."
            ),
            self.tr("Originals are opened for reading only. Every result is a new file or asks before replacing one."),
            self.tr(
                "Weights of networks can hold no program code: they are checked against a fingerprint before they are "
                "used."
            ),
            self.tr("What the program writes for itself (settings, imported weights, log) lies in:"),
        )
        where = _words(str(paths.user_data()) + "\n" + str(paths.log_folder()), "muted")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return _column(*(_words(sentence) for sentence in sentences), where)

    def _diagnostics(self) -> QWidget:
        self.report = QPlainTextEdit(readOnly=True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setTabChangesFocus(True)
        self.report.setMinimumHeight(260)
        self._crash = _words("", "muted")
        self.copy_button = QPushButton(self.tr("Copy the report"))
        self.copy_button.clicked.connect(self._copy_report)
        self.folder_button = QPushButton(self.tr("Open the log folder"))
        self.folder_button.clicked.connect(self._open_log_folder)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.copy_button)
        row.addWidget(self.folder_button)
        row.addStretch()
        note = _words(self.tr("For those who help you. It names no photograph and no folder of yours."), "muted")
        return _column(note, self.report, buttons, self._crash)

    # --- showing and doing ----------------------------------------------------------------------------------------

    def _show_facts(self) -> None:
        ready, trouble = self._engine.ready, self._engine.trouble
        why = trouble or (ready.reason if ready else "")
        self._device.setText(in_window_language(why) or self.tr("The engine is starting…"))
        if self.kinds.currentRow() == self.kinds.count() - 1:
            report = make_report(ready, trouble, self._weights.weights, self._settings.changed_values())
            if report != self.report.toPlainText():
                self.report.setPlainText(report)
            self._crash.setText(self._crash_words())

    def _crash_words(self) -> str:
        crash = logs.crash_path()
        if not crash.is_file() or not crash.stat().st_size:
            return self.tr("The program has never crashed here.")
        shown = moment(crash.stat().st_mtime)
        return self.tr("Last crash: {when}. The file crash.log in the log folder tells where.").format(when=shown)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.news.emit(self.tr("The report is on the clipboard."))

    def _open_log_folder(self) -> None:
        paths.log_folder().mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_folder()))):
            self.trouble.emit(
                self.tr("No program opens folders here. The log is in {folder}.").format(folder=paths.log_folder())
            )


def _sheet(title: str, content: QWidget, is_table: bool) -> QWidget:
    """A title over its content, which scrolls unless it is a table that does so itself."""
    heading = QLabel(title)
    heading.setProperty("kind", "title")
    inside = QFrame()
    inside.setMaximumWidth(_WIDEST_PX)
    column = QVBoxLayout(inside)
    column.setContentsMargins(36, 24, 36, 24)
    column.setSpacing(18)
    column.addWidget(heading)
    column.addWidget(content, 1 if is_table else 0)
    if is_table:
        return inside
    column.addStretch()
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    for surface in (scroll.viewport(), inside):
        surface.setAutoFillBackground(False)
    return scroll


def _column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for widget in widgets:
        is_button = isinstance(widget, QPushButton)
        column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0))
    return made


def _words(sentence: str, kind: str = "") -> QLabel:
    label = QLabel(sentence, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label
