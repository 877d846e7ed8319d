"""`RecipeDesk`: the settings of the shown photograph: changed, reset, copied, named, kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photorestore.core.recipe import Recipe
from photorestore.core.stages import StageSettings
from photorestore.gui.kept_work import recipe_of
from photorestore.gui.state.open_photo import OpenPhoto, Phase, kept_of
from photorestore.gui.state.session import Session
from photorestore.library.versions import NamedSettings, Version

_REST_MS = 400  # so long the settings must stay before they are kept


class RecipeDesk(QObject):
    """What the user changed is theirs from then on; `reset` goes back to what is suggested."""

    changed = Signal()  # the shown photograph's recipe, or another photograph is shown
    copied = Signal()  # there is something to paste
    recipe_wanted = Signal(int, object)  # key, Recipe or None: to be kept
    name_wanted = Signal(int, str, object)  # key, name, Recipe or None to forget it
    version_wanted = Signal(int, object)  # key, number of the version that counts, or None

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._copied: Recipe | None = None
        self._unkept: int = 0  # key of the photograph whose settings are not kept yet
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.flush)
        session.leaving.connect(self.flush)
        session.current_changed.connect(self.changed)
        session.loaded.connect(lambda key, work: self.changed.emit())

    @property
    def has_copy(self) -> bool:
        return self._copied is not None

    # --- changing -------------------------------------------------------------------------------------------------

    def set_stage(self, stage: str, settings: StageSettings) -> None:
        entry = self._session.current
        if entry is not None and entry.is_ready and entry.wanted.settings(stage) != settings:
            self._set(replace(entry.wanted, **{stage: settings}, weights={}))  # type: ignore[arg-type]

    def change(self, stage: str, **values: Any) -> None:
        entry = self._session.current
        if entry is not None:
            self.set_stage(stage, replace(entry.wanted.settings(stage), **values))  # type: ignore[type-var]

    def reset_stage(self, stage: str) -> None:
        """Back to what is suggested for it."""
        self.set_stage(stage, self._suggested().settings(stage))

    def reset(self) -> None:
        entry = self._session.current
        if entry is not None and entry.recipe is not None:
            self._set(None)

    def is_as_suggested(self, stage: str) -> bool:
        entry = self._session.current
        return entry is None or entry.wanted.settings(stage) == self._suggested().settings(stage)

    def _suggested(self) -> Recipe:
        entry = self._session.current
        return entry.suggested.recipe if entry is not None and entry.suggested is not None else Recipe()

    def _set(self, recipe: Recipe | None) -> None:
        entry = self._session.current
        if entry is None or not entry.is_ready:
            return
        self._unkept = entry.key
        self._rest.start()
        self._session.change(entry.key, recipe=recipe)
        self.changed.emit()

    @Slot()
    def flush(self) -> None:
        """Have the library keep what was changed last."""
        self._rest.stop()
        entry, self._unkept = self._session.find(self._unkept), 0
        if entry is not None:
            self.recipe_wanted.emit(entry.key, entry.recipe)

    # --- copies, names and versions -------------------------------------------------------------------------------

    def copy(self) -> None:
        """The settings only: a mask and faces belong to their photograph."""
        entry = self._session.current
        if entry is not None and entry.is_ready:
            self._copied = replace(entry.wanted, weights={})
            self.copied.emit()

    def paste(self) -> None:
        if self._copied is not None:
            self._set(self._copied)

    def name(self, entry: OpenPhoto, name: str) -> None:
        """Keep a photograph's settings under a name: those it had when the user asked, whatever is shown now."""
        if entry.is_ready and name.strip():
            self.name_wanted.emit(entry.key, name.strip(), entry.wanted)

    def forget(self, name: str) -> None:
        if (entry := self._session.current) is not None:
            self.name_wanted.emit(entry.key, name, None)

    def go_to_named(self, named: NamedSettings) -> None:
        self._set(Recipe.from_json(named.recipe))

    def go_to_version(self, version: Version | None) -> None:
        """Show this result, or the photograph without one, and take its settings."""
        entry = self._session.current
        if entry is None or not entry.is_ready:
            return
        self._session.show_version(entry.key, version)
        self.version_wanted.emit(entry.key, None if version is None else version.id)
        if version is not None and (recipe := recipe_of(version)) is not None:
            self._set(replace(recipe, weights={}))

    # --- answers --------------------------------------------------------------------------------------------------

    @Slot(int, object)
    def on_versions(self, key: int, versions: Sequence[Version]) -> None:
        """One that was kept on another page is shown from now on."""
        entry = self._session.find(key)
        if entry is None or entry.versions == tuple(versions):
            return
        self._session.change(key, versions=tuple(versions))
        kept = kept_of(versions)
        is_same = (kept and kept.id) == (entry.version and entry.version.id)
        if not is_same and entry.phase is not Phase.KEEPING:  # then a newer one is on its way
            self._session.show_version(key, kept)

    @Slot(int, object)
    def on_snapshots(self, key: int, snapshots: Sequence[NamedSettings]) -> None:
        self._session.change(key, snapshots=tuple(snapshots))
