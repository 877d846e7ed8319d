"""Who answers the editor's states: the library, the files, the masks' threads and the engine."""

from __future__ import annotations

from PySide6.QtCore import Qt

from photorestore.gui.engine_host import EngineHost
from photorestore.gui.mask_jobs import MaskJobs
from photorestore.gui.photo_files import PhotoFiles
from photorestore.gui.photo_keeper import PhotoKeeper
from photorestore.gui.state.desk import Desk
from photorestore.gui.state.errands import Errands


def connect_editor(
    desk: Desk, keeper: PhotoKeeper, files: PhotoFiles, masks: MaskJobs, host: EngineHost, errands: Errands
) -> None:
    errands.editing_wanted.connect(desk.session.open_ids)
    errands.photos_changed.connect(desk.session.on_photos_changed)
    keeper.photo_changed.connect(errands.on_photo_changed)
    keeper.failed.connect(desk.session.trouble)
    _connect_session(desk, keeper, files)
    _connect_keeping(desk, keeper)
    _connect_masks(desk, masks)
    _connect_engine(desk, host)


def _connect_session(desk: Desk, keeper: PhotoKeeper, files: PhotoFiles) -> None:
    session = desk.session
    session.import_wanted.connect(keeper.take_in)
    session.load_wanted.connect(keeper.load)
    session.read_wanted.connect(files.read)
    session.current_changed.connect(lambda: files.prefer(session.current.key if session.current else 0))
    session.result_wanted.connect(files.read_result)
    session.copy_wanted.connect(files.save_as)
    session.versions_wanted.connect(keeper.tell_versions)
    keeper.importing.connect(session.on_importing)
    keeper.were_imported.connect(session.on_imported)
    keeper.was_loaded.connect(session.on_loaded)
    keeper.was_not_loaded.connect(session.on_not_read)
    files.was_read.connect(session.on_read)
    files.was_not_read.connect(session.on_not_read)
    files.result_was_read.connect(session.on_result_read)
    files.result_was_not_read.connect(session.on_result_not_read)
    files.was_written.connect(session.on_written)
    files.was_not_written.connect(session.on_not_written)


def _connect_keeping(desk: Desk, keeper: PhotoKeeper) -> None:
    recipes, faces, restoring, masks = desk.recipes, desk.faces, desk.restoring, desk.masks
    recipes.recipe_wanted.connect(keeper.keep_recipe)
    recipes.name_wanted.connect(keeper.name_settings)
    recipes.version_wanted.connect(keeper.choose_version)
    keeper.versions_changed.connect(recipes.on_versions)
    keeper.snapshots_changed.connect(recipes.on_snapshots)
    faces.face_wanted.connect(keeper.add_face)
    faces.decision_wanted.connect(keeper.decide_face)
    faces.removal_wanted.connect(keeper.remove_face)
    keeper.faces_changed.connect(faces.on_faces)
    restoring.suggestion_wanted.connect(keeper.keep_suggested)
    restoring.result_wanted.connect(keeper.keep_result)
    keeper.result_was_kept.connect(restoring.on_result_kept)
    keeper.result_was_not_kept.connect(restoring.on_result_not_kept)
    masks.stroke_wanted.connect(keeper.add_stroke)
    masks.undo_wanted.connect(keeper.undo_stroke)
    masks.redo_wanted.connect(keeper.redo_stroke)
    masks.map_wanted.connect(keeper.keep_map)


def _connect_masks(desk: Desk, jobs: MaskJobs) -> None:
    desk.editor.spots_wanted.connect(jobs.find_spots)
    jobs.were_found.connect(desk.editor.on_spots)
    desk.masks.import_wanted.connect(jobs.read)
    desk.masks.export_wanted.connect(jobs.write)
    jobs.was_read.connect(desk.masks.on_mask_read)
    jobs.was_written.connect(desk.masks.on_mask_written)
    jobs.failed.connect(desk.session.trouble)


def _connect_engine(desk: Desk, host: EngineHost) -> None:
    restoring, masks, methods = desk.restoring, desk.masks, desk.methods
    restoring.diagnosis_wanted.connect(host.diagnose)
    restoring.restoration_wanted.connect(host.restore)
    restoring.part_wanted.connect(host.preview)
    masks.detection_wanted.connect(host.detect)
    methods.trial_wanted.connect(host.try_method)
    host.progress.connect(restoring.on_progress)
    host.progress.connect(methods.on_progress)
    host.tried.connect(methods.on_tried)
    host.diagnosed.connect(restoring.on_diagnosed)
    host.restored.connect(restoring.on_restored)
    host.previewed.connect(restoring.on_previewed)
    host.detected.connect(masks.on_detected)
    for asking in (restoring, masks, methods):
        asking.cancel_wanted.connect(host.cancel, Qt.ConnectionType.DirectConnection)  # now, not after the job
        host.failed.connect(asking.on_failed)
        host.cancelled.connect(asking.on_cancelled)
