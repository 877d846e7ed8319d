"""`RestorePage`: the tools, the strip, the photograph and the panel; files in and out by dialog."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QKeyCombination, QSettings, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMessageBox, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from photorestore.files.formats import PICTURE_SUFFIXES, WRITABLE_SUFFIXES
from photorestore.gui.pixmaps import DAMAGE_COLOUR
from photorestore.gui.settings import OVERLAY, SURROUND, WHEEL, Settings
from photorestore.gui.state.open_photo import Phase
from photorestore.gui.state.session import Session
from photorestore.gui.state.viewport import STEP
from photorestore.gui.theme import Theme
from photorestore.gui.views.actions import Actions, Entry
from photorestore.gui.views.compare_view import CompareView
from photorestore.gui.views.empty_page import EmptyPage
from photorestore.gui.views.page import Page
from photorestore.gui.views.photo_strip import PhotoStrip
from photorestore.gui.views.restore_entries import RestoreEntries
from photorestore.gui.views.restore_panel import RestorePanel
from photorestore.gui.views.surround import surround_colour
from photorestore.gui.views.tool_bar import ToolBar
from photorestore.host.client import Restored

_TAP_S = 0.3  # a key held longer than this acts only while it is held
_SHIFT_OR_CTRL = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_TOOLS = ("open", "", "split", "original", "damage", "", "fit", "full_size", " ", "save")
_OVERLAYS = {
    "red": DAMAGE_COLOUR,
    "green": QColor(30, 220, 90, 165),
    "blue": QColor(60, 120, 255, 175),
    "yellow": QColor(255, 215, 0, 175),
}


class RestorePage(Page):
    def __init__(self, session: Session, theme: Theme, settings: Settings, memory: QSettings) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._settings = settings
        self._memory = memory
        self._actions: Actions | None = None
        self._announced: Restored | None = None
        self._shown_troubles: dict[int, str] = {}
        self._held_since: float | None = None
        self._held_key = 0
        self.empty = EmptyPage()
        self.canvas = CompareView()
        self.tools = ToolBar(self.tr("Tools"))
        self.strip = PhotoStrip(session)
        self.panel = RestorePanel(session)
        self._build()
        self.empty.open_wanted.connect(self.choose_photos)
        self.panel.save_wanted.connect(self.choose_target)
        self.canvas.view_changed.connect(self.words_changed)
        settings.changed.connect(self._follow_setting)
        for setting in (WHEEL, OVERLAY):
            self._follow_setting(setting.key)

    def _build(self) -> None:
        bench = QWidget()
        row = QHBoxLayout(bench)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.panel)
        pages = QWidget()
        pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(bench)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(pages, 1)

    # --- what the window asks -------------------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        current = self._session.current
        return current.path.name if current else ""

    @property
    def status(self) -> str:
        current = self._session.current
        return f"{self.canvas.zoom * 100:.0f} %" if current is not None and current.photo is not None else ""

    def entries(self) -> tuple[Entry, ...]:
        return RestoreEntries().all()

    def commands(self) -> Mapping[str, Callable[..., object]]:
        canvas, session = self.canvas, self._session
        return {
            "open": self.choose_photos,
            "save": self.choose_target,
            "close": self._close_photo,
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
        }

    def bind(self, actions: Actions) -> None:
        self._actions = actions
        self.tools.show_actions(actions, _TOOLS)
        actions["split"].setChecked(True)
        self._session.photos_changed.connect(self._show_session)
        self._session.current_changed.connect(self._show_session)
        self._session.photo_changed.connect(self._show_photo)
        self._show_session()

    def panes(self) -> Sequence[QWidget]:
        return (self.tools, self.strip, self.empty, self.canvas, self.panel)

    def palette_items(self) -> Sequence[tuple[str, Callable[[], object]]]:
        return [(entry.path.name, partial(self._show_key, entry.key)) for entry in self._session.photos]

    def set_welcoming(self, on: bool) -> None:
        self.empty.set_welcoming(on)

    def may_close(self) -> bool:
        unsaved = len(self._session.unsaved)
        return not unsaved or self._may_lose(unsaved)

    def recolour(self) -> None:
        self.canvas.set_surround(surround_colour(self._settings, self._theme))
        self.empty.recolour()
        self.strip.recolour()

    # --- files ----------------------------------------------------------------------------------------------------

    def choose_photos(self) -> None:
        self.show_wanted.emit()
        patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(PICTURE_SUFFIXES))
        kinds = ";;".join([self.tr("Photographs") + f" ({patterns})", self.tr("All files") + " (*)"])
        folder = str(self._memory.value("folder", str(Path.home())))
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open photographs"), folder, kinds)
        if names:
            self._memory.setValue("folder", str(Path(names[0]).parent))
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

    def _close_photo(self) -> None:
        current = self._session.current
        if current is None:
            self.window().close()
        elif current.is_saved or self._may_lose(1):
            self._session.close(current.key)

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

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_session(self) -> None:
        has_photos = bool(self._session.photos)
        was_empty = self._pages.currentIndex() == 0
        self._pages.setCurrentIndex(1 if has_photos else 0)
        self.tools.setVisible(has_photos)
        self.setFocusProxy(self.canvas if has_photos else self.empty)
        if has_photos and was_empty and self.isVisible():
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        current = self._session.current
        if current is not None:
            self._show_photo(current.key)
        else:
            self._show_actions()

    def _show_photo(self, key: int) -> None:
        current = self._session.current
        if current is None or current.key != key:
            return
        self.canvas.show_pictures(current.picture, current.restored_picture, current.damage)
        if current.trouble and self._shown_troubles.get(key) != current.trouble:
            self.trouble.emit(current.trouble)
        self._shown_troubles[key] = current.trouble
        if current.restored is not None and current.restored is not self._announced:
            self._announced = current.restored
            words = self.tr("{name} is restored").format(name=current.path.name)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._show_actions()

    def _show_actions(self) -> None:
        actions, current = self._actions, self._session.current
        if actions is None:
            return
        has_result = current is not None and current.restored is not None
        is_read = current is not None and current.photo is not None
        for name in ("split", "original", "save"):
            actions.set_enabled(name, has_result)
        for name in ("close", "damage", "fit", "full_size", "toggle_fit", "zoom_in", "zoom_out"):
            actions.set_enabled(name, is_read)
        actions.set_enabled("restore", current is not None and current.can_restore)
        actions.set_enabled("cancel", current is not None and current.phase is Phase.RESTORING)
        for name in ("next", "previous"):
            actions.set_enabled(name, len(self._session.photos) > 1)
        if actions["damage"].isChecked():
            self._session.find_damage()
        self.words_changed.emit()

    def _show_key(self, key: int) -> None:
        self.show_wanted.emit()
        self._session.show(key)

    def _show_damage(self, on: bool) -> None:
        self.canvas.set_damage(on)
        if on:
            self._session.find_damage()

    def _follow_setting(self, key: str) -> None:
        if key == WHEEL.key:
            self.canvas.wheel_zooms = self._settings.get(WHEEL) == "zoom"
        elif key == OVERLAY.key:
            self.canvas.set_overlay(_OVERLAYS[self._settings.get(OVERLAY)])
        elif key == SURROUND.key:
            self.recolour()

    # --- keys that are held ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._actions is None or not self._is_original_key(event, self._actions):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and self._actions["original"].isEnabled():
            self._held_since, self._held_key = time.monotonic(), event.key()
            self._actions["original"].toggle()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        is_ours = self._held_since is not None and event.key() == self._held_key
        if not is_ours or event.isAutoRepeat() or self._actions is None:
            super().keyReleaseEvent(event)
            return
        if time.monotonic() - (self._held_since or 0) > _TAP_S:
            self._actions["original"].toggle()
        self._held_since = None

    def _is_original_key(self, event: QKeyEvent, actions: Actions) -> bool:
        """A key without modifiers is known with AltGr too, which some keyboards need for it."""
        known = [QKeySequence(key) for key in actions.keys_of("original")]
        plain = QKeySequence(QKeyCombination(Qt.Key(event.key())))
        has_modifier = bool(event.modifiers() & _SHIFT_OR_CTRL)
        return QKeySequence(event.keyCombination()) in known or (not has_modifier and plain in known)


def _suffix_in(name_filter: str) -> str:
    """From "PNG (*.png)" to ".png"."""
    return name_filter.rpartition("*")[2].rstrip(")")
