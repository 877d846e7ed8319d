"""`ExportState`: the photographs that leave, how and where to, what will be written, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot

from photorestore.exporting.naming import first_names
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.export_choices import ExportChoices
from photorestore.gui.state.export_memory import ExportMemory
from photorestore.gui.state.export_order import (
    ExportOrder,
    ExportPhoto,
    ExportPlan,
    ExportReport,
    Fate,
    Outcome,
    Product,
)
from photorestore.gui.state.renditions import best_of

_SETTLE_MS = 150  # after the last change, before the plan is made anew


@dataclass(frozen=True)
class _Asked:
    """Photographs to be listed: instead of what is offered, or added; what became of these may still be shown."""

    ids: list[int]
    adds: bool = False
    keeps_results: bool = False


class ExportState(QObject):
    """Asks for one thing of a kind at a time, by number; older answers are dropped."""

    photos_changed = Signal()
    plan_changed = Signal()
    run_changed = Signal()  # whether it runs, how far it is, what became of photographs
    trouble = Signal(str)
    news = Signal(str)
    listing_wanted = Signal(int, object)  # job, ids
    finding_wanted = Signal(int, object)  # job, paths
    plan_wanted = Signal(int, object)  # job, ExportOrder
    run_wanted = Signal(int, object)
    cancel_wanted = Signal(int)

    def __init__(self, presets: Path, memory: QSettings, errands: Errands) -> None:
        super().__init__()
        self._memory = ExportMemory(memory)
        self._errands = errands
        self._listing = self._planning = self._running = self._offering = self._last_job = 0
        self._asked = _Asked([])  # for the listing under way
        self._is_outdated = False  # the library changed what is offered while an export ran
        self.choices = ExportChoices(presets, self._memory)
        self.photos: tuple[ExportPhoto, ...] = ()
        self.plan = ExportPlan()
        self.outcomes: dict[int, Outcome] = {}
        self.report: ExportReport | None = None
        self.share, self.step = 0.0, ""
        self._settling = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._ask_for_plan)
        self.choices.changed.connect(self._follow_choices)
        self.choices.trouble.connect(self.trouble)
        errands.export_wanted.connect(self.open)
        errands.photos_changed.connect(self._follow_library)

    @property
    def is_running(self) -> bool:
        return self._running != 0

    @property
    def is_planned(self) -> bool:
        """The plan is that of what is chosen now."""
        return not self._settling.isActive() and self._planning == 0

    @property
    def order(self) -> ExportOrder:
        made = self.choices
        album = replace(made.album, title=made.album.title.strip() or self.usual_title)
        return ExportOrder(made.product, self.photos, made.preset, made.conflict, made.folder, album)

    @property
    def usual_title(self) -> str:
        """Of an album that was given none: the name of the album that all come from."""
        names = {photo.album for photo in self.photos}
        return (names.pop() if len(names) == 1 else "") or self.tr("Photographs")

    @property
    def names(self) -> tuple[str, ...]:
        """The first five, should none be taken."""
        preset = self.choices.preset
        facts = (replace(entry, preset=preset.name) for entry in self.order.all_facts()[:5])
        return first_names(preset.template, facts, preset.kind.suffix)

    @property
    def obstacle(self) -> str:
        """Why it can't be started, in a sentence, or ""."""
        if not self.photos:
            return self.tr("Choose photographs first.")
        if self.choices.template_trouble:
            return self.choices.template_trouble
        return self.plan.trouble

    # --- photographs ----------------------------------------------------------------------------------------------

    @Slot(object)
    def open(self, photo_ids: Sequence[int]) -> None:
        """Offer these and no others."""
        self._list(photo_ids, adds=False)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Files and folders; those that are in the library are added."""
        self._last_job += 1
        self.finding_wanted.emit(self._last_job, list(paths))

    def offer_files(self, paths: Sequence[Path]) -> None:
        """The same, but only where nothing was chosen; what is in no library is left out without a word."""
        if self.photos or self._listing:
            return
        self._last_job += 1
        self._offering = self._last_job
        self.finding_wanted.emit(self._offering, list(paths))

    def remove(self, photo_ids: Sequence[int]) -> None:
        gone = set(photo_ids)
        self._take(tuple(photo for photo in self.photos if photo.id not in gone))

    def choose(self, photo_ids: Sequence[int], version_id: int) -> None:
        """This version of these photographs is exported, where they have it."""
        wanted = set(photo_ids)
        has = {photo.id for photo in self.photos if version_id in [made.version_id for made in photo.renditions]}
        self._take(tuple(replace(p, chosen=version_id) if p.id in wanted & has else p for p in self.photos))

    def choose_best(self) -> None:
        """Of each its kept version, else its newest."""
        self._take(tuple(replace(photo, chosen=best_of(photo.renditions).version_id) for photo in self.photos))

    def choose_next(self, photo_ids: Sequence[int]) -> None:
        """Each photograph's next version, round and round."""
        wanted = set(photo_ids)
        self._take(tuple(_with_next(photo) if photo.id in wanted else photo for photo in self.photos))

    def _list(self, photo_ids: Sequence[int], adds: bool) -> None:
        if self.is_running:
            self.trouble.emit(self.tr("An export is running. Wait until it is done, or cancel it."))
            return
        self._ask(_Asked(list(photo_ids), adds))

    def _ask(self, asked: _Asked) -> None:
        self._last_job += 1
        self._listing, self._asked = self._last_job, asked
        self.listing_wanted.emit(self._listing, asked.ids)

    def _take(self, photos: tuple[ExportPhoto, ...], *, keeps_results: bool = False) -> None:
        self.photos = photos
        if not keeps_results:
            self.outcomes, self.report = {}, None
        self.photos_changed.emit()
        self.run_changed.emit()
        self._settling.start()

    def _follow_choices(self) -> None:
        """What became of photographs was another export's."""
        self._settling.start()
        if not self.is_running:
            self.outcomes, self.report = {}, None
            self.run_changed.emit()

    def _follow_library(self, photo_ids: Sequence[int]) -> None:
        """Read anew what is offered; what was asked for meanwhile is asked for again, not forgotten."""
        asked = self._wanted()
        if not asked.ids or (photo_ids and not set(asked.ids) & set(photo_ids)):
            return
        if self.is_running:
            self._is_outdated = True
        else:
            self._ask(asked)

    def _wanted(self) -> _Asked:
        """What is offered, with what is under way."""
        offered = [photo.id for photo in self.photos]
        if not self._listing:
            return _Asked(offered, keeps_results=True)
        ids = list(dict.fromkeys([*offered, *self._asked.ids])) if self._asked.adds else self._asked.ids
        return _Asked(ids, keeps_results=self._asked.keeps_results)

    # --- exporting ------------------------------------------------------------------------------------------------

    def start(self) -> None:
        if self.is_running:
            return
        if self.obstacle:
            self.trouble.emit(self.obstacle)
            return
        self._last_job += 1
        self._running = self._last_job
        self.outcomes, self.report, self.share, self.step = {}, None, 0.0, ""
        self._memory.keep_last(replace(self.order, album=self.choices.album))
        self.run_changed.emit()
        self.run_wanted.emit(self._running, self.order)

    def repeat(self) -> None:
        """The last export's choices again, with the photographs that are offered now."""
        last = self._memory.last
        if last is None:
            self.trouble.emit(self.tr("Nothing has been exported yet, so there is nothing to repeat."))
        elif not self.is_running:
            self.choices.take(last)
            self.plan = ExportPlan()  # of other choices
            self.start()

    def cancel(self) -> None:
        if self.is_running:
            self.cancel_wanted.emit(self._running)

    def _ask_for_plan(self) -> None:
        if not self.photos or self.choices.template_trouble:
            self._planning = 0
            self.plan = ExportPlan()
            self.plan_changed.emit()
            return
        self._last_job += 1
        self._planning = self._last_job
        self.plan_wanted.emit(self._planning, self.order)

    # --- answers --------------------------------------------------------------------------------------------------

    @Slot(int, object)
    def on_listed(self, job: int, photos: Sequence[ExportPhoto]) -> None:
        if job != self._listing:
            return
        self._listing = 0
        chosen = {photo.id: photo for photo in self.photos}
        listed = tuple(_as_chosen(photo, chosen.get(photo.id)) for photo in photos)
        known = {photo.id for photo in self.photos}
        asked = self._asked
        found = self.photos + tuple(p for p in listed if p.id not in known) if asked.adds else listed
        self._take(found, keeps_results=asked.keeps_results)

    @Slot(int, object, int)
    def on_found(self, job: int, photo_ids: Sequence[int], strangers: int) -> None:
        is_late = job == self._offering and (self.photos or self._listing)
        if photo_ids and not is_late:
            self._list(photo_ids, adds=True)
        if strangers and job != self._offering:
            words = self.tr("{n} of the dropped files are not in the library. Import them there first.")
            self.trouble.emit(words.format(n=strangers))

    @Slot(int, object)
    def on_planned(self, job: int, plan: ExportPlan) -> None:
        if job == self._planning:
            self._planning, self.plan = 0, plan
            self.plan_changed.emit()

    @Slot(int, float, str)
    def on_progress(self, job: int, share: float, step: str) -> None:
        if job == self._running:
            self.share, self.step = share, step
            self.run_changed.emit()

    @Slot(int, int, object)
    def on_photo_done(self, job: int, photo_id: int, outcome: Outcome) -> None:
        if job == self._running:
            self.outcomes[photo_id] = outcome
            self.run_changed.emit()

    @Slot(int, object, str)
    def on_finished(self, job: int, report: ExportReport, sentence: str) -> None:
        """`sentence` says why nothing could be done at all."""
        if job != self._running:
            return
        self._running, self.report, self.share = 0, report, 1.0
        self.run_changed.emit()
        if sentence:
            self.trouble.emit(sentence)
        else:
            self.news.emit(self._summary(report))
        self._settling.start()  # names are taken now
        if self._is_outdated:
            self._is_outdated = False
            self._ask(self._wanted())

    def _summary(self, report: ExportReport) -> str:
        fates = [outcome.fate for outcome in self.outcomes.values()]
        failed = fates.count(Fate.FAILED) + len(report.problems)
        folder = self.choices.folder
        if self.choices.product.is_album and report.paths:
            is_folder = self.choices.product is Product.GALLERY
            saved = report.paths[0].parent if is_folder else report.paths[0]
            words = self.tr("Saved as {name} in {folder}.").format(name=saved.name, folder=folder)
        else:
            words = self.tr("{n} files saved in {folder}.").format(n=len(report.paths), folder=folder)
        if report.was_cancelled:
            words = self.tr("Cancelled.") + " " + words
        if skipped := fates.count(Fate.SKIPPED):
            words += " " + self.tr("{n} skipped, because files of that name are there.").format(n=skipped)
        if failed:
            words += " " + self.tr("{n} could not be exported; the list says why.").format(n=failed)
        return words


def _as_chosen(photo: ExportPhoto, before: ExportPhoto | None) -> ExportPhoto:
    """A photograph read anew keeps the user's choice, unless a version came that nobody has seen."""
    if before is None or before.renditions != photo.renditions:
        return photo
    return replace(photo, chosen=before.chosen)


def _with_next(photo: ExportPhoto) -> ExportPhoto:
    versions = [made.version_id for made in photo.renditions]
    return replace(photo, chosen=versions[(versions.index(photo.chosen) + 1) % len(versions)])
