"""`MainWindow`: menus, tools and status around the page; files in and out by dialog and by dropping."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, Slot
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QMenu, QMessageBox, QSizePolicy, QToolBar, QWidget

from photorestore.files.formats import PICTURE_SUFFIXES, WRITABLE_SUFFIXES
from photorestore.gui.state.open_photo import Phase
from photorestore.gui.state.session import Session
from photorestore.gui.state.viewport import STEP
from photorestore.gui.theme import Appearance, Theme
from photorestore.gui.views.actions import Actions
from photorestore.gui.views.restore_page import RestorePage
from photorestore.gui.views.shortcut_sheet import ShortcutSheet
from photorestore.host.protocol import Ready

_TAP_S = 0.3  # a key held longer than this acts only while it is held


class MainWindow(QMainWindow):
    def __init__(self, session: Session, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._settings = settings
        self._held_since: float | None = None
        self.page = RestorePage(session, theme)
        self.setCentralWidget(self.page)
        self.setWindowTitle("PhotoRestore")
        self.setAcceptDrops(True)
        self.actions_ = Actions(self, self.page, self._commands())
        self._build_menus()
        self._build_tools()
        self._build_status()
        self.page.empty.open_wanted.connect(self.choose_photos)
        self.page.panel.save_wanted.connect(self.choose_target)
        self.page.canvas.view_changed.connect(self._show_view)
        session.current_changed.connect(self._show_session)
        session.photo_changed.connect(self._show_session)
        session.photos_changed.connect(self._show_tools)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._show_tools()
        self._show_session()
        self._restore_place()

    # --- building -------------------------------------------------------------------------------------------------

    def _commands(self) -> dict[str, Callable[..., object]]:
        canvas, session = self.page.canvas, self._session
        return {
            "open": self.choose_photos,
            "save": self.choose_target,
            "close": self._close_photo,
            "quit": self.close,
            "restore": session.restore,
            "cancel": session.cancel,
            "next": lambda: session.step(1),
            "previous": lambda: session.step(-1),
            "split": canvas.set_split,
            "original": canvas.set_original,
            "damage": self._show_damage,
            "fit": canvas.fit,
            "full_size": lambda: canvas.zoom_to(1.0),
            "toggle_fit": lambda: canvas.toggle_fit(),
            "zoom_in": lambda: canvas.zoom_by(STEP),
            "zoom_out": lambda: canvas.zoom_by(1 / STEP),
            "full_screen": self._show_full_screen,
            "keys": self._show_keys,
        }

    def _build_menus(self) -> None:
        for title, actions in self.actions_.menus().items():
            menu = self.menuBar().addMenu(title)
            menu.addActions(actions)
            if self.actions_["full_screen"] in actions:
                self._build_appearance(menu)

    def _build_appearance(self, view: QMenu) -> None:
        appearance = view.addMenu(self.tr("&Appearance"))
        group = QActionGroup(self)
        words = {
            Appearance.SYSTEM: self.tr("As the &system"),
            Appearance.LIGHT: self.tr("&Light"),
            Appearance.DARK: self.tr("&Dark"),
        }
        for choice, text in words.items():
            action = appearance.addAction(text)
            action.triggered.connect(partial(self._choose_appearance, choice))
            action.setCheckable(True)
            action.setChecked(choice is self._theme.appearance)
            group.addAction(action)

    def _build_tools(self) -> None:
        self.tools = tools = QToolBar(self.tr("Tools"), movable=False)
        tools.setIconSize(QSize(20, 20))
        tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("open", "", "split", "original", "damage", "", "fit", "full_size"):
            tools.addAction(self.actions_[name]) if name else tools.addSeparator()
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        tools.addWidget(space)
        tools.addAction(self.actions_["save"])
        for action in tools.actions():
            if (button := tools.widgetForAction(action)) and action.text():
                button.setAccessibleName(action.iconText())
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addToolBar(tools)
        self.actions_["split"].setChecked(True)

    def _build_status(self) -> None:
        self.zoom_label = QLabel()
        self.device_label = QLabel(self.tr("The engine is starting…"))
        self.device_label.setAccessibleName(self.tr("Device that restores"))
        status = self.statusBar()
        status.setSizeGripEnabled(False)
        status.addWidget(self.device_label)
        status.addPermanentWidget(self.zoom_label)

    # --- files ----------------------------------------------------------------------------------------------------

    def choose_photos(self) -> None:
        patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(PICTURE_SUFFIXES))
        kinds = ";;".join([self.tr("Photographs") + f" ({patterns})", self.tr("All files") + " (*)"])
        folder = str(self._settings.value("folder", str(Path.home())))
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open photographs"), folder, kinds)
        if names:
            self._settings.setValue("folder", str(Path(names[0]).parent))
            self._session.open(Path(name) for name in names)

    def choose_target(self) -> None:
        suggested = self._session.suggested_path()
        if suggested is None:
            return
        dialog = QFileDialog(self, self.tr("Save the restored photograph"), str(suggested.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix.removeprefix('.').upper()} (*{suffix})" for suffix in WRITABLE_SUFFIXES])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix_in(chosen)))
        dialog.selectNameFilter(next(name for name in dialog.nameFilters() if _suffix_in(name) in suggested.suffix))
        dialog.setDefaultSuffix(suggested.suffix)
        dialog.selectFile(str(suggested))
        dialog.fileSelected.connect(lambda name: self._session.save(Path(name)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.page.empty.set_welcoming(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.page.empty.set_welcoming(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.page.empty.set_welcoming(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._session.open(paths)

    def _close_photo(self) -> None:
        current = self._session.current
        if current is None:
            self.close()
        elif current.is_saved or self._may_lose(1):
            self._session.close(current.key)

    # --- showing --------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_engine(self, engine: Ready) -> None:
        name = {"cpu": self.tr("Processor"), "cuda": self.tr("Graphics card"), "mps": self.tr("Apple graphics")}
        self.device_label.setText(f"{name.get(engine.device, engine.device)} · {engine.precision}")
        self.device_label.setToolTip(engine.reason)

    @Slot(str)
    def show_no_engine(self, sentence: str) -> None:
        self.device_label.setText(self.tr("The engine could not start"))
        self.device_label.setToolTip(sentence)
        self.page.messages.show_trouble(sentence)

    def _show_session(self) -> None:
        current = self._session.current
        has_result = current is not None and current.restored is not None
        for name in ("split", "original", "save"):
            self.actions_[name].setEnabled(has_result)
        for name in ("close", "damage", "fit", "full_size", "toggle_fit", "zoom_in", "zoom_out"):
            self.actions_[name].setEnabled(current is not None and current.photo is not None)
        self.actions_["restore"].setEnabled(current is not None and current.can_restore)
        self.actions_["cancel"].setEnabled(current is not None and current.phase is Phase.RESTORING)
        for name in ("next", "previous"):
            self.actions_[name].setEnabled(len(self._session.photos) > 1)
        self.setWindowTitle(f"{current.path.name} – PhotoRestore" if current else "PhotoRestore")
        if self.actions_["damage"].isChecked():
            self._session.find_damage()
        self._show_view()

    def _show_tools(self) -> None:
        self.tools.setVisible(bool(self._session.photos))

    def _show_view(self) -> None:
        current = self._session.current
        is_shown = current is not None and current.photo is not None
        self.zoom_label.setText(f"{self.page.canvas.zoom * 100:.0f} %" if is_shown else "")

    def _show_damage(self, on: bool) -> None:
        self.page.canvas.set_damage(on)
        if on:
            self._session.find_damage()

    def _show_full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def _show_keys(self) -> None:
        ShortcutSheet(self.actions_, self).open()

    def _choose_appearance(self, appearance: Appearance, checked: bool) -> None:
        self._theme.choose(appearance)

    def _recolour(self) -> None:
        self.actions_.recolour(self.palette())

    # --- keys that are held, and the end --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_original_key(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and self.actions_["original"].isEnabled():
            self._held_since = time.monotonic()
            self.actions_["original"].toggle()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        is_ours = self._held_since is not None and event.key() in (Qt.Key.Key_Backslash, Qt.Key.Key_Space)
        if not is_ours or event.isAutoRepeat():
            super().keyReleaseEvent(event)
            return
        if time.monotonic() - (self._held_since or 0) > _TAP_S:
            self.actions_["original"].toggle()
        self._held_since = None

    def closeEvent(self, event: QCloseEvent) -> None:
        unsaved = len(self._session.unsaved)
        if unsaved and not self._may_lose(unsaved):
            event.ignore()
            return
        self._settings.setValue("geometry", self.saveGeometry())
        event.accept()

    def _may_lose(self, count: int) -> bool:
        question = QMessageBox(self)
        question.setWindowTitle("PhotoRestore")
        one, many = self.tr("A restored photograph is not saved."), self.tr("{n} restored photographs are not saved.")
        question.setText(one if count == 1 else many.format(n=count))
        question.setInformativeText(self.tr("Close anyway? The original stays as it is."))
        discard = question.addButton(self.tr("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
        keep = question.addButton(self.tr("Keep it open"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        question.exec()
        return question.clickedButton() is discard

    def _restore_place(self) -> None:
        saved = self._settings.value("geometry")
        if saved is None or not self.restoreGeometry(saved):
            self.resize(1280, 800)


def _suffix_in(name_filter: str) -> str:
    """From "PNG (*.png)" to ".png"."""
    return name_filter.rpartition("*")[2].rstrip(")")


def _is_original_key(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Backslash:
        return True
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
