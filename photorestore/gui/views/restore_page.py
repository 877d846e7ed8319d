"""`RestorePage`: the editor. Tools, strip, canvas and panel; files in and out by dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from photorestore.files.formats import PICTURE_SUFFIXES, WRITABLE_SUFFIXES
from photorestore.gui.settings import OVERLAY, SURROUND, WHEEL, Settings
from photorestore.gui.stage_words import choice_words
from photorestore.gui.state.desk import Desk
from photorestore.gui.state.methods_trial import usual_patch
from photorestore.gui.state.open_photo import Phase
from photorestore.gui.theme import Theme
from photorestore.gui.views.actions import Actions, Entry
from photorestore.gui.views.bench_page import BenchPage
from photorestore.gui.views.invitation import Invitation
from photorestore.gui.views.methods_dialog import MethodsDialog
from photorestore.gui.views.photo_strip import PhotoStrip
from photorestore.gui.views.restore_bench import RestoreBench
from photorestore.gui.views.restore_entries import RestoreEntries
from photorestore.gui.views.restore_panel import RestorePanel
from photorestore.gui.views.surround import surround_colour

_TOOLS = ("open", "", "original", "split", "", "fit", "full_size", "", "suggest", "preview", " ", "save")


class RestorePage(BenchPage):
    def __init__(self, desk: Desk, theme: Theme, settings: Settings, memory: QSettings) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._theme = theme
        self._settings = settings
        self._memory = memory
        self._actions: Actions | None = None
        self._shown_troubles: dict[int, str] = {}
        self._had_result = False
        self.bench = RestoreBench(desk.editor, desk.undoing, desk.tools, theme)
        self.canvas = self.bench.canvas
        self.strip = PhotoStrip(desk.session)
        self.panel = RestorePanel(desk, self.bench.side, self.bench.mask_actions["face"])
        invitation = Invitation(
            "photographs",
            self.tr("Drop old photographs here"),
            self.tr("Scratches, cracks and fading are found and mended.\nYour original is never changed."),
            [(self.tr("Choose photographs…"), self.choose_photos)],
            self.tr("Everything happens on this computer. Nothing is sent anywhere."),
        )
        self._lay_out(self.tr("Tools"), invitation, (self.strip, self.bench, self.panel), self.bench)
        self._connect()
        for setting in (WHEEL, OVERLAY):
            self._follow_setting(setting.key)

    def _connect(self) -> None:
        desk, mask = self._desk, self.bench.mask_actions
        self.panel.buttons.save_wanted.connect(self.choose_target)
        self.panel.buttons.preview_wanted.connect(self._preview)
        self.canvas.view_changed.connect(self.words_changed)
        self._session.import_changed.connect(self.words_changed)
        self.canvas.face_drawn.connect(desk.faces.draw)
        mask.detection_wanted.connect(desk.masks.detect)
        mask.import_wanted.connect(self._choose_mask)
        mask.export_wanted.connect(self._choose_mask_target)
        mask.threshold_wanted.connect(self.panel.show_mask)
        desk.faces.changed.connect(self._show_face)
        desk.restoring.restored.connect(self._announce)
        desk.editor.area_changed.connect(self._on_painted)
        desk.masks.news.connect(self.news)
        for changed in (desk.recipes.changed, desk.recipes.copied, desk.masks.changed, desk.faces.changed):
            changed.connect(self._show_actions)
        desk.restoring.preview_changed.connect(self._show_preview)
        for state in (desk.masks, desk.faces, desk.restoring, desk.editor):
            state.trouble.connect(self.trouble)
        self._settings.changed.connect(self._follow_setting)

    # --- what the window asks -------------------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        current = self._session.current
        return current.path.name if current else ""

    @property
    def status(self) -> str:
        if self._session.import_share < 1:
            return self.tr("Importing photographs: {share} %").format(share=round(100 * self._session.import_share))
        current = self._session.current
        return f"{self.canvas.zoom * 100:.0f} %" if current is not None and current.picture is not None else ""

    def entries(self) -> tuple[Entry, ...]:
        return (*self.bench.mask_actions.window_entries(), *RestoreEntries().all())

    def made_actions(self) -> Mapping[str, QAction]:
        return self.bench.mask_actions.made()

    def commands(self) -> Mapping[str, Callable[..., object]]:
        desk, session = self._desk, self._session
        return {
            "open": self.choose_photos,
            "save": self.choose_target,
            "close": self._close_photo,
            "restore": desk.restoring.restore,
            "cancel": desk.restoring.cancel,
            "preview": self._preview,
            "end_preview": desk.restoring.drop_preview,
            "suggest": desk.restoring.suggest,
            "methods": self._compare_methods,
            "turn_shown_left": lambda: desk.undoing.turn(-1),
            "turn_shown_right": lambda: desk.undoing.turn(1),
            "next": lambda: session.step(1),
            "previous": lambda: session.step(-1),
            "snapshot": self._name_settings,
            "copy_settings": desk.recipes.copy,
            "paste_settings": desk.recipes.paste,
            "next_face": lambda: self._step_face(1),
            "previous_face": lambda: self._step_face(-1),
            "split": self.canvas.set_split,
        }

    def bind(self, actions: Actions) -> None:
        self._actions = actions
        self.bench.mask_actions.bind(actions)
        self.tools.show_actions(actions, _TOOLS)
        self.panel.history.bind(actions["snapshot"])
        self._session.photos_changed.connect(self._show_session)
        self._session.current_changed.connect(self._show_session)
        self._session.photo_changed.connect(self._show_photo)
        self._show_session()

    def panes(self) -> Sequence[QWidget]:
        return (self.tools, self.strip, self.invitation, self.bench.strip, self.canvas, self.panel)

    def palette_items(self) -> Sequence[tuple[str, Callable[[], object]]]:
        return [(entry.path.name, partial(self._show_key, entry.key)) for entry in self._session.photos]

    def may_close(self) -> bool:
        """Always: everything is kept. What was changed a moment ago, too, and what is being painted."""
        self._desk.editor.finish()
        self._desk.recipes.flush()
        return True

    def recolour(self) -> None:
        self.canvas.set_surround(surround_colour(self._settings, self._theme))
        super().recolour()
        self.strip.recolour()
        self.panel.recolour(self.palette())

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
        current, suggested = self._session.current, self._session.suggested_path()
        if current is not None and suggested is not None:
            save = partial(self._session.save_copy, current)
            self._save_dialog(self.tr("Save the restored photograph"), suggested, list(WRITABLE_SUFFIXES), save)

    def _choose_mask(self) -> None:
        current = self._session.current
        if current is None:
            return
        folder, kinds = str(current.path.parent), self.tr("Pictures") + " (*.png *)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import mask"), folder, kinds)
        if name:
            self._desk.masks.import_mask(current.key, Path(name))

    def _choose_mask_target(self) -> None:
        current = self._session.current
        if current is not None:
            suggested = current.path.with_name(f"{current.path.stem} mask.png")
            export = partial(self._desk.masks.export_mask, current.key)
            self._save_dialog(self.tr("Export mask"), suggested, [".png"], export)

    def _save_dialog(
        self, title: str, suggested: Path, suffixes: Sequence[str], save: Callable[[Path], object]
    ) -> None:
        dialog = QFileDialog(self, title, str(suggested.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix.removeprefix('.').upper()} (*{suffix})" for suffix in suffixes])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix_in(chosen)))
        dialog.selectNameFilter(next(name for name in dialog.nameFilters() if _suffix_in(name) in suggested.suffix))
        dialog.setDefaultSuffix(suggested.suffix)
        dialog.selectFile(str(suggested))
        dialog.fileSelected.connect(lambda name: save(Path(name)))
        dialog.open()

    def _close_photo(self) -> None:
        current = self._session.current
        if current is None:
            self.window().close()
        else:
            self._session.close(current.key)

    def _name_settings(self) -> None:
        current = self._session.current
        if current is None:
            return
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Name these settings"))
        dialog.setLabelText(self.tr("Everything is kept anyway; a name makes it easy to come back to these settings."))
        dialog.textValueSelected.connect(partial(self._desk.recipes.name, current))
        dialog.open()

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_session(self) -> None:
        has_photos = bool(self._session.photos)
        was_empty = not self._shows_bench
        self._show_bench(has_photos, self.canvas)
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
        self.canvas.show_pictures(current.picture, current.restored_picture)
        self._show_overlay(current.restored_picture is not None)
        if current.trouble and self._shown_troubles.get(key) != current.trouble:
            self.trouble.emit(current.trouble)
        self._shown_troubles[key] = current.trouble
        self._show_actions()

    def _show_overlay(self, has_result: bool) -> None:
        """The mask lies over the original, and over a result only while somebody works on it."""
        if has_result != self._had_result:
            self._had_result = has_result
            self._desk.tools.show_overlay(not has_result)

    def _on_painted(self) -> None:
        if self._desk.editor.is_painting:
            self._desk.tools.show_overlay(True)

    def _show_preview(self) -> None:
        patch = self._desk.restoring.patch
        self.canvas.show_patch(None if patch is None else (patch.box, patch.picture))
        self._show_actions()

    def _show_actions(self) -> None:
        actions, current, desk = self._actions, self._session.current, self._desk
        if actions is None:
            return
        is_ready = current is not None and current.is_ready
        can_turn = current is not None and current.is_free
        wanted = {
            "save": current is not None and current.version is not None,
            "split": current is not None and current.restored_picture is not None,
            "close": current is not None,
            "restore": current is not None and current.can_restore,
            "preview": current is not None and current.can_restore,
            "end_preview": desk.restoring.patch is not None or desk.restoring.is_previewing,
            "cancel": current is not None and current.phase is Phase.RESTORING,
            "suggest": is_ready and current is not None and current.phase is Phase.IDLE,
            "turn_shown_left": can_turn,
            "turn_shown_right": can_turn,
            "snapshot": is_ready,
            "methods": is_ready,
            "copy_settings": is_ready,
            "paste_settings": is_ready and desk.recipes.has_copy,
            "next_face": bool(desk.faces.all),
            "previous_face": bool(desk.faces.all),
            "next": len(self._session.photos) > 1,
            "previous": len(self._session.photos) > 1,
        }
        for name, on in wanted.items():
            actions.set_enabled(name, on)
        self.words_changed.emit()

    def _announce(self, key: int) -> None:
        entry = self._session.find(key)
        if entry is not None:
            self._desk.tools.show_overlay(False)  # it would hide what was repaired
            words = self.tr("{name} is restored").format(name=entry.path.name)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _preview(self) -> None:
        self._desk.restoring.preview(self.canvas.seen_box())

    def _compare_methods(self) -> None:
        current = self._session.current
        if current is None or current.picture is None:
            return
        surround = surround_colour(self._settings, self._theme)
        box = usual_patch(self.canvas.seen_box())
        dialog = MethodsDialog(self._desk.methods, current.picture, box, surround, self)
        dialog.taken.connect(self._tell_taken)
        dialog.open()

    def _tell_taken(self, method: str) -> None:
        words = self.tr("Denoise uses “{method}” at full strength; restore to see it on the whole photograph.")
        self.news.emit(words.format(method=choice_words(method)))

    def _step_face(self, by: int) -> None:
        self.panel.show_faces()
        self._desk.faces.step(by)

    def _show_face(self) -> None:
        """The face that is looked at is brought into view."""
        face = self._desk.faces.chosen
        self.canvas.show_face(None if face is None else face.box)

    def _show_key(self, key: int) -> None:
        self.show_wanted.emit()
        self._session.show(key)

    def _follow_setting(self, key: str) -> None:
        if key == WHEEL.key:
            self.canvas.wheel_zooms = self._settings.get(WHEEL) == "zoom"
        elif key == OVERLAY.key:
            self._desk.tools.set_colour(self._settings.get(OVERLAY))
        elif key == SURROUND.key:
            self.recolour()

    # --- keys that are held ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.canvas.press_held_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.canvas.release_held_key(event):
            super().keyReleaseEvent(event)


def _suffix_in(name_filter: str) -> str:
    """From "PNG (*.png)" to ".png"."""
    return name_filter.rpartition("*")[2].rstrip(")")
