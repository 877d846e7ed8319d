"""`MaskDesk`: the mask editor over the shown photograph; strokes go to the library, maps come from the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.core.chances import ChanceMap
from photorestore.core.photo import Mask, MaskEdits
from photorestore.core.strokes import Action, Stroke
from photorestore.gui.kept_work import KeptWork
from photorestore.gui.photo_source import PhotoSource
from photorestore.gui.pixmaps import part_of
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.recipe_desk import RecipeDesk
from photorestore.gui.state.session import Session


class MaskDesk(QObject):
    changed = Signal()  # whether damage is being looked for
    trouble = Signal(str)
    stroke_wanted = Signal(int, object, object)  # key, Stroke, (width, height): to be kept
    undo_wanted = Signal(int)
    redo_wanted = Signal(int)
    map_wanted = Signal(object, object)  # PictureFile, ChanceMap: to be kept
    detection_wanted = Signal(int, object)  # job, PhotoSource
    import_wanted = Signal(int, object, int, int)  # key, path, width, height
    export_wanted = Signal(int, object, object, object)  # key, mask, path, the photograph's own
    news = Signal(str)
    cancel_wanted = Signal(int)

    def __init__(self, session: Session, editor: MaskEditor, recipes: RecipeDesk, jobs: Iterator[int]) -> None:
        super().__init__()
        self._session = session
        self._recipes = recipes
        self._jobs = jobs
        self._key = 0  # of the photograph in the editor
        self._job = 0  # that looks for damage
        self.editor = editor
        session.leaving.connect(self._on_leaving)
        session.loaded.connect(self._on_loaded)
        recipes.changed.connect(self._on_recipe)
        editor.settings_changed.connect(self._on_settings)
        editor.stroke_done.connect(self._on_stroke)
        editor.undone.connect(lambda: self.undo_wanted.emit(self._key))
        editor.redone.connect(lambda: self.redo_wanted.emit(self._key))

    @property
    def is_detecting(self) -> bool:
        return self._job != 0

    def edits(self) -> MaskEdits:
        """What the engine shall take for damage: what is seen, where that is exact."""
        editor = self.editor
        if not editor.is_open:
            return MaskEdits()
        return editor.edits_as_seen if editor.has_map and not editor.is_settling else editor.edits

    def detect(self) -> None:
        """Look for damage on the shown photograph; what is found will be filled."""
        entry = self._session.current
        if entry is None or not entry.is_ready or self.is_detecting:
            return
        self._fill_damage()
        self.ask_for_map()

    def ask_for_map(self) -> None:
        entry = self._session.current
        if entry is None or not self.editor.is_open or self.is_detecting or self.editor.has_map:
            return
        self._job = next(self._jobs)
        self.changed.emit()
        self.detection_wanted.emit(self._job, PhotoSource(entry.file))

    def import_mask(self, key: int, path: Path) -> None:
        """For the photograph that was shown when the user asked."""
        if key == self._key:
            self.import_wanted.emit(key, path, *self.editor.size)
        else:
            self._tell_not_imported()

    def export_mask(self, key: int, path: Path) -> None:
        """Of the photograph that was shown when the user asked."""
        too_late = self.tr(
            "The mask was not exported, because its photograph is no longer shown. Show it and export it again."
        )
        entry = self._session.find(key)
        if entry is None or key != self._key:
            self.trouble.emit(too_late)
            return
        self.editor.when_settled(lambda: self.export_wanted.emit(key, self.editor.mask(), path, entry.path), too_late)

    def _tell_not_imported(self) -> None:
        words = self.tr(
            "The mask was not imported, because its photograph is no longer shown. Show it and import it again."
        )
        self.trouble.emit(words)

    # --- the photograph -------------------------------------------------------------------------------------------

    @Slot(int)
    def _on_leaving(self, key: int) -> None:
        if self._job:
            self.cancel_wanted.emit(self._job)
            self._job = 0
        if self._key:
            self.editor.close()
            self._key = 0
        self.changed.emit()

    @Slot(int, object)
    def _on_loaded(self, key: int, work: KeptWork) -> None:
        entry = self._session.find(key)
        if entry is None or entry.picture is None:
            return
        picture = entry.picture
        self._key = key
        self.editor.open_with(work.history, lambda box: part_of(picture, box))
        self._on_recipe()
        if work.chances is not None:
            self.editor.set_chances(work.chances)
        self.changed.emit()

    # --- told by the editor and the recipe ------------------------------------------------------------------------

    @Slot(object)
    def _on_stroke(self, stroke: Stroke) -> None:
        if self._key:
            self.stroke_wanted.emit(self._key, stroke, self.editor.size)
            if stroke.action in (Action.ADD, Action.REPLACE):
                self._fill_damage()

    @Slot()
    def _on_settings(self) -> None:
        entry = self._session.current
        if entry is not None and entry.key == self._key:
            self._recipes.set_stage("scratches", replace(self.editor.settings, enabled=entry.wanted.scratches.enabled))

    @Slot()
    def _on_recipe(self) -> None:
        entry = self._session.current
        if entry is not None and entry.key == self._key:
            self.editor.set_settings(entry.wanted.scratches)

    def _fill_damage(self) -> None:
        """Who marks damage wants it filled."""
        entry = self._session.current
        if entry is not None and not entry.wanted.scratches.enabled:
            self._recipes.set_stage("scratches", replace(entry.wanted.scratches, enabled=True))

    # --- answers --------------------------------------------------------------------------------------------------

    @Slot(int, object)
    def on_detected(self, job: int, chances: ChanceMap) -> None:
        entry = self._session.current
        if job != self._job or entry is None:
            return
        self._job = 0
        self.editor.set_chances(chances)
        self.map_wanted.emit(entry.file, chances)
        self.changed.emit()

    @Slot(int, object)
    def on_mask_read(self, key: int, mask: Mask) -> None:
        if key == self._key:
            self.editor.replace_mask(mask)
        else:
            self._tell_not_imported()

    @Slot(int, object)
    def on_mask_written(self, key: int, path: Path) -> None:
        self.news.emit(self.tr("The mask is saved as {name} in {folder}.").format(name=path.name, folder=path.parent))

    @Slot(int, str)
    def on_failed(self, job: int, sentence: str) -> None:
        if job == self._job:
            self._job = 0
            self.changed.emit()
            self.trouble.emit(sentence)

    @Slot(int)
    def on_cancelled(self, job: int) -> None:
        if job == self._job:
            self._job = 0
            self.changed.emit()
