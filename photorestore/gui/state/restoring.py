"""`Restoring`: what is asked of the engine for the open photographs: diagnosis, restoration, preview of a part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.gui.kept_work import KeptWork, Suggested, faces_for_engine
from photorestore.gui.photo_source import PhotoSource
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.mask_desk import MaskDesk
from photorestore.gui.state.open_photo import OpenPhoto, Phase, kept_of, not_among
from photorestore.gui.state.pace import Pace
from photorestore.gui.state.recipe_desk import RecipeDesk
from photorestore.gui.state.session import Session
from photorestore.host.results import Diagnosed, Restored
from photorestore.library.versions import Version

LARGEST_PREVIEW_PX = 1_500_000


@dataclass(frozen=True, eq=False)
class Patch:
    """A part of the photograph as it would be restored."""

    box: Box
    picture: Picture


class Restoring(QObject):
    """Answers carry the job's number; one that is no longer a photograph's last job is dropped."""

    preview_changed = Signal()
    trouble = Signal(str)
    restored = Signal(int)  # key: its result is kept
    diagnosis_wanted = Signal(int, object)  # job, PhotoSource
    restoration_wanted = Signal(int, object, object)  # job, PhotoSource, Recipe
    part_wanted = Signal(int, object, object, object)  # job, PhotoSource, Recipe, Box
    cancel_wanted = Signal(int)  # job
    suggestion_wanted = Signal(int, object, object)  # key, Suggested, faces: to be kept
    result_wanted = Signal(int, object)  # key, Restored: to be kept

    def __init__(self, session: Session, masks: MaskDesk, recipes: RecipeDesk, pace: Pace, jobs: Iterator[int]) -> None:
        super().__init__()
        self._session = session
        self._masks = masks
        self._recipes = recipes
        self._pace = pace
        self._jobs = jobs
        self._asked: dict[int, tuple[Recipe, float]] = {}  # job: recipe, megapixels
        self._part_job = 0
        self._part_recipe = Recipe()  # of the preview
        self.part_share = 0.0
        self.patch: Patch | None = None
        session.loaded.connect(self._on_loaded)
        session.leaving.connect(self._on_leaving)
        session.closed.connect(self._on_closed)
        recipes.changed.connect(self._on_recipe)

    @property
    def is_previewing(self) -> bool:
        return self._part_job != 0

    def expected_seconds(self) -> float | None:
        """None where nothing like it was done on this computer yet."""
        entry = self._session.current
        if entry is None or entry.facts is None:
            return None
        return self._pace.seconds(entry.wanted, entry.facts.megapixels)

    # --- wanted by the user ---------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Restore the shown photograph as its settings say; a diagnosis that still runs is not waited for."""
        entry = self._session.current
        if entry is None or entry.facts is None or not entry.can_restore:
            return
        if entry.phase is Phase.LOOKING:
            self.cancel_wanted.emit(entry.job)
        self.drop_preview()
        self._recipes.flush()
        job = next(self._jobs)
        self._asked[job] = entry.wanted, entry.facts.megapixels
        self._session.change(entry.key, phase=Phase.RESTORING, job=job, share=0.0, step="", trouble="")
        self.restoration_wanted.emit(job, self._source(entry), entry.wanted)

    def cancel(self) -> None:
        """At once for the eye, even where the job waits behind others."""
        entry = self._session.current
        if entry is not None and entry.phase is Phase.RESTORING:
            self.cancel_wanted.emit(entry.job)
            self._stop(entry.job, "")

    def suggest(self) -> None:
        """Examine the shown photograph again, and go with what is proposed."""
        entry = self._session.current
        if entry is not None and entry.is_ready and entry.phase is Phase.IDLE:
            self._recipes.reset()
            self._diagnose(entry)

    def preview(self, seen: Box) -> None:
        """Restore only what is seen; the preview before it stays until this one is there."""
        entry = self._session.current
        if entry is None or entry.facts is None or not entry.is_ready or entry.needs_nothing:
            return
        box = _most_of(seen.clamp(entry.facts.width, entry.facts.height))
        if not box.area:
            return
        if self._part_job:
            self.cancel_wanted.emit(self._part_job)
        self._part_job, self._part_recipe, self.part_share = next(self._jobs), entry.wanted, 0.0
        self.preview_changed.emit()
        self.part_wanted.emit(self._part_job, self._source(entry), entry.wanted, box)

    def drop_preview(self) -> None:
        if self.patch is None and not self._part_job:
            return
        if self._part_job:
            self.cancel_wanted.emit(self._part_job)
        self._part_job, self.patch = 0, None
        self.preview_changed.emit()

    # --- the photographs ------------------------------------------------------------------------------------------

    @Slot(int, object)
    def _on_loaded(self, key: int, work: KeptWork) -> None:
        entry = self._session.find(key)
        if entry is not None and entry.suggested is None and entry.phase is Phase.IDLE:
            self._diagnose(entry)
        elif entry is not None and entry.wanted.scratches.enabled:
            self._masks.ask_for_map()

    @Slot(int)
    def _on_leaving(self, key: int) -> None:
        entry = self._session.find(key)
        if entry is not None and entry.phase is Phase.LOOKING:
            self.cancel_wanted.emit(entry.job)
            self._session.change(key, job=0)
        self.drop_preview()

    @Slot(int)
    def _on_closed(self, key: int) -> None:
        for job in [job for job, asked in self._asked.items() if self._owner(job) is None]:
            self.cancel_wanted.emit(job)
            del self._asked[job]

    @Slot()
    def _on_recipe(self) -> None:
        """A preview of other settings would be taken for one of these."""
        entry = self._session.current
        if entry is not None and replace(entry.wanted, weights={}) != replace(self._part_recipe, weights={}):
            self.drop_preview()

    def _diagnose(self, entry: OpenPhoto) -> None:
        job = next(self._jobs)
        self._session.change(entry.key, phase=Phase.LOOKING, job=job, share=0.0, step="")
        self.diagnosis_wanted.emit(job, PhotoSource(entry.file))

    def _source(self, entry: OpenPhoto) -> PhotoSource:
        """The photograph with its mask and faces; faces that nobody looked for yet are looked for."""
        faces: tuple[Face, ...] | None = None
        if entry.suggested is not None or entry.faces:
            faces = (*faces_for_engine(entry.faces, entry.wanted.faces.strength), *entry.found_faces)
        return PhotoSource(entry.file, self._masks.edits(), faces)

    def _owner(self, job: int) -> OpenPhoto | None:
        return next((entry for entry in self._session.photos if entry.job == job), None)

    # --- answers of the engine ------------------------------------------------------------------------------------

    @Slot(int, float, str)
    def on_progress(self, job: int, share: float, step: str) -> None:
        if job == self._part_job:
            self.part_share = share
            self.preview_changed.emit()
        elif (entry := self._owner(job)) and entry.phase in (Phase.RESTORING, Phase.LOOKING):
            self._session.change(entry.key, share=share, step=step)

    @Slot(int, object)
    def on_diagnosed(self, job: int, diagnosed: Diagnosed) -> None:
        entry = self._owner(job)
        if entry is None:
            return
        reasons = tuple((face.box, face.reason) for face in diagnosed.faces if face.reason)
        suggested = Suggested(diagnosed.recipe, diagnosed.reasons, reasons)
        found = not_among(diagnosed.faces, entry.faces)
        self._session.change(entry.key, phase=Phase.IDLE, suggested=suggested, found_faces=found, job=0)
        self.suggestion_wanted.emit(entry.key, suggested, diagnosed.faces)
        self._recipes.changed.emit()
        if suggested.recipe.scratches.enabled:
            self._masks.ask_for_map()

    @Slot(int, object, object, object)
    def on_restored(self, job: int, restored: Restored, picture: Picture, repainted: Picture | None) -> None:
        entry = self._owner(job)
        if entry is None or entry.phase is not Phase.RESTORING:
            return
        recipe, megapixels = self._asked.pop(job, (restored.recipe, 0.0))
        if megapixels:
            self._pace.learn(recipe, megapixels, restored.seconds)
        shown = picture if entry.picture is not None else None
        self._session.change(
            entry.key, phase=Phase.KEEPING, restored_picture=shown, seconds=restored.seconds, share=1.0, job=0
        )
        self.result_wanted.emit(entry.key, restored)

    @Slot(int, object, object)
    def on_previewed(self, job: int, picture: Picture, box: Box) -> None:
        if job == self._part_job:
            self._part_job, self.patch = 0, Patch(box, picture)
            self.preview_changed.emit()

    @Slot(int, str)
    def on_failed(self, job: int, sentence: str) -> None:
        if job == self._part_job:
            self._part_job = 0
            self.preview_changed.emit()
            self.trouble.emit(sentence)
        else:
            self._stop(job, sentence)

    @Slot(int)
    def on_cancelled(self, job: int) -> None:
        if job == self._part_job:
            self._part_job = 0
            self.preview_changed.emit()
        else:
            self._stop(job, "")

    def _stop(self, job: int, sentence: str) -> None:
        self._asked.pop(job, None)
        if entry := self._owner(job):
            self._session.change(entry.key, phase=_resting(entry), trouble=sentence, job=0)

    # --- answers of the library -----------------------------------------------------------------------------------

    @Slot(int, object, object)
    def on_result_kept(self, key: int, version: Version, versions: tuple[Version, ...]) -> None:
        entry = self._session.find(key)
        if entry is not None:
            self._session.change(key, phase=_resting(entry), version=version, versions=versions)
            if entry.restored_picture is None:
                self._session.show_version(key, version)
            self.restored.emit(key)

    @Slot(int, str)
    def on_result_not_kept(self, key: int, sentence: str) -> None:
        entry = self._session.find(key)
        if entry is not None:
            self._session.change(key, phase=_resting(entry), restored_picture=None, trouble=sentence)
            self._session.show_version(key, kept_of(entry.versions) or entry.version)


def _resting(entry: OpenPhoto) -> Phase:
    if entry.picture is not None:
        return Phase.IDLE
    return Phase.UNREADABLE if entry.trouble else Phase.UNREAD  # its file went away meanwhile


def _most_of(box: Box) -> Box:
    """The middle of a box that is too large to be seen soon."""
    if box.area <= LARGEST_PREVIEW_PX:
        return box
    share = (LARGEST_PREVIEW_PX / box.area) ** 0.5
    width, height = int(box.width * share), int(box.height * share)
    left, top = box.left + (box.width - width) // 2, box.top + (box.height - height) // 2
    return Box(left, top, left + width, top + height)
