"""One job of the queue, from its row to a version of the photograph. No Qt: it runs in whatever thread calls it."""

from __future__ import annotations

import json
import logging
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import photorestore
from photorestore.core.errors import Cancelled, UserError
from photorestore.core.lean_photo import AnyPhoto, LeanPhoto, bands_of, rows_of
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.host.child import EngineOptions
from photorestore.host.client import WAITING, EngineClient, EngineCrashed, Terms
from photorestore.host.results import Restored
from photorestore.host.shared import remove_orphans
from photorestore.library.database import Database
from photorestore.library.hashing import quick_hash
from photorestore.library.jobs import (
    Job,
    fail,
    finish,
    forget_plan,
    interrupt,
    mark_interrupted,
    plan_result,
    remove_planned,
)
from photorestore.library.photos import LibraryPhoto, photo_by_id
from photorestore.library.places import new_result_path, remove_torn_files
from photorestore.library.versions import add_version, keep_version, versions

SUGGESTED = ""  # as a job's recipe: what the user chose for the photograph, else what is suggested for it
SMALLER_TILES, FULL_PRECISION = {"tiles": "small"}, {"device": "cpu", "precision": "float32"}
SMALL_TILES_MB = 512
LEAST_FREE_BYTES = 200_000_000  # on the library's disk, to begin another photograph

Tell = Callable[[str], None]  # a line for the job's log

log = logging.getLogger(__name__)


def clean_up(db: Database, before: float) -> list[int]:
    """At the start: what a program that died left behind goes; return the jobs that it had begun."""
    interrupted = mark_interrupted(db)
    remove_planned(db)
    remove_torn_files(db, before)
    remove_orphans()
    return interrupted


def check_room(db: Database) -> None:
    """Raise `UserError` before all that waits would fail for the same reason."""
    if shutil.disk_usage(db.folder).free < LEAST_FREE_BYTES:
        raise UserError(
            f"The disk that holds the library “{db.folder}” is almost full, so the queue waits. "
            "Free some space, then let it go on."
        )


def engine_options_of(job: Job, usual: EngineOptions) -> EngineOptions | None:
    """None if the job runs as every other."""
    wishes = json.loads(job.options)
    options = usual
    if wishes.get("tiles") == "small":
        options = replace(options, memory_mb=min(options.memory_mb or SMALL_TILES_MB, SMALL_TILES_MB), cache_mb=0)
    if "device" in wishes:
        options = replace(options, device=wishes["device"], precision=wishes["precision"])
    return None if options == usual else options


def run_job(db: Database, client: EngineClient, job: Job, usual: EngineOptions, progress: Progress, tell: Tell) -> None:
    """Restore the photograph and write down what came of it. Raise `UserError` only if that can't be written."""
    watch = _Watch(progress)
    try:
        photo = photo_by_id(db, job.photo_id)
        if photo is None or photo.trashed is not None:
            raise UserError("The photo is not in the library any more.")
        terms = Terms(gives_way=True, options=engine_options_of(job, usual))
        _restore(db, client, job, photo, terms, watch, tell)
    except Cancelled:
        tell("stopped")
        interrupt(db, job.id)  # unless it was cancelled or paused, and so is not "running" any more
    except UserError as error:
        if isinstance(error, EngineCrashed):
            tell(f"the engine's last words:\n{error.log_tail}")
        _fail(db, job, str(error), watch, tell)
    except MemoryError:
        _fail(db, job, "There is not enough free memory for it. Close other programs, then try again.", watch, tell)
    except Exception as error:  # outermost frame of this photograph: the others deserve their chance
        log.exception("job %d failed", job.id)
        sentence = (
            f"Something went wrong inside the program ({type(error).__name__}: {error}). "
            "The photograph is unchanged; the log holds the details."
        )
        _fail(db, job, sentence, watch, tell)


class _Watch:
    """The progress of the whole job, and how long it took; 0 if it had to wait for others, which teaches nothing."""

    def __init__(self, progress: Progress) -> None:
        self._listener = progress.listener
        self._began = time.monotonic()
        self._waited = False
        self.progress = replace(progress, listener=self._listen)

    @property
    def seconds(self) -> float:
        return 0.0 if self._waited else time.monotonic() - self._began

    def _listen(self, share: float, text: str) -> None:
        self._waited = self._waited or text == WAITING
        self._listener(share, text)


def _restore(
    db: Database, client: EngineClient, job: Job, row: LibraryPhoto, terms: Terms, watch: _Watch, tell: Tell
) -> None:
    from photorestore.files.reading import read_lean  # with OpenCV and Pillow: not needed to open the window
    from photorestore.gui.queued_photo import kept_treatment, mask_edits, suggested_treatment

    treatment = kept_treatment(db, row, None if job.recipe == SUGGESTED else Recipe.from_json(job.recipe))
    costs = [1, 3 * (treatment is None), 14, 2]
    reading, looking, working, saving = watch.progress.split(costs, ["Reading", "Looking", "", "Saving"])
    tell(f"reads {row.path}")
    reading.report(0)
    photo = read_lean(row.file)
    _follow_change(db, row)
    if treatment is None:
        treatment = suggested_treatment(db, row, client.diagnose(photo, looking, terms))
    for reason in treatment.reasons:
        tell(reason)
    recipe = treatment.recipe
    edits = mask_edits(db, row, (photo.width, photo.height), recipe)
    photo = replace(photo, edits=edits, faces=treatment.faces)
    restored = client.restore(photo, recipe, working, terms)
    tell(f"restored in {restored.seconds:.1f} s, {restored.mask_share:.2%} repainted")
    warnings = (*photo.metadata.notes, *restored.photo.notes[len(photo.notes) :])
    saving.report(0)
    if check_result(photo, restored.photo, recipe):
        _save(db, job, row, photo, restored, warnings, watch)
    else:
        tell("nothing was changed")
        finish(db, job.id, None, watch.seconds, ("Nothing needed to be restored.", *warnings))


def check_result(before: AnyPhoto, after: AnyPhoto, recipe: Recipe) -> bool:
    """Whether anything changed. Raise `UserError` if `after` can't be a picture of `before`."""
    import numpy as np

    scale = recipe.enlarge.scale if recipe.enlarge.enabled else 1
    if (after.width, after.height) != (before.width * scale, before.height * scale):
        raise UserError(f"The result has the wrong size, {after.width} × {after.height}. It was not kept.")
    lowest, highest = _range_of(after)
    if not np.isfinite(lowest + highest):
        raise UserError("The result contains numbers that are no colours. It was not kept.")
    lowest_before, highest_before = _range_of(before)
    if highest - lowest < 0.02 < highest_before - lowest_before:
        raise UserError("The result is a single flat colour. It was not kept.")
    half_step = 0.5 / 65535
    return scale != 1 or any(
        bool(np.abs(rows_of(after, rows) - rows_of(before, rows)).max() > half_step) for rows in bands_of(before)
    )


def _range_of(photo: AnyPhoto) -> tuple[float, float]:
    ends = [(float(band.min()), float(band.max())) for band in (rows_of(photo, rows) for rows in bands_of(photo))]
    return min(low for low, _ in ends), max(high for _, high in ends)


def _save(
    db: Database, job: Job, row: LibraryPhoto, photo: LeanPhoto, restored: Restored, warnings: tuple[str, ...],
    watch: _Watch,
) -> None:  # fmt: skip
    """The file first, whole; then its version and the job's end together. The first result is the one that is kept."""
    from photorestore.files.writing import write_photo

    path = new_result_path(db, row.id, row.name)
    plan_result(db, job.id, path)
    result: Path | None = None
    try:
        result = write_photo(restored.photo, path, source=row.path, original=photo)
        with db.transaction():
            engine = f"photorestore {photorestore.__version__}"
            recipe = restored.recipe.to_json()
            version = add_version(db, row.id, recipe, result, engine, warnings=warnings, turns=row.turns)
            if not any(other.kept for other in versions(db, row.id)):
                keep_version(db, version)
            forget_plan(db, job.id)
            finish(db, job.id, version, watch.seconds, warnings)
    except BaseException:
        if result is not None:
            result.unlink(missing_ok=True)
        raise


def _follow_change(db: Database, row: LibraryPhoto) -> None:
    """Another program may have written into the file since it was imported: then the library learns of it."""
    from photorestore.library.missing import refresh_file  # with OpenCV and Pillow

    try:
        is_changed = quick_hash(row.path) != row.quick_hash
    except OSError as error:
        raise UserError(f"“{row.path}” went away while it was read ({error.strerror or error}).") from error
    if is_changed:
        refresh_file(db, row)


def _fail(db: Database, job: Job, sentence: str, watch: _Watch, tell: Tell) -> None:
    tell(f"failed: {sentence}")
    forget_plan(db, job.id)
    fail(db, job.id, sentence, watch.seconds or None)
