"""`Session`: the open photographs, which one is shown, and what is asked of the engine and the files."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.files.naming import numbered, output_path
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.open_photo import OpenPhoto, Phase
from photorestore.host.client import Diagnosed, Restored


class Session(QObject):
    """Knows no widget and no thread: it sends requests as signals and is told answers through its slots.

    Answers carry the job's number; one that is no longer a photograph's last job is dropped. A photograph that is not
    shown gives its pixels back and keeps its result, so that a shoebox may be dropped on the window at once.
    """

    photos_changed = Signal()  # some came or went
    photo_changed = Signal(int)  # key
    current_changed = Signal()
    trouble = Signal(str)  # sentence
    news = Signal(str)  # sentence

    search_wanted = Signal(object)  # files and folders
    read_wanted = Signal(int, object)  # key, path
    write_wanted = Signal(int, object, object, object)  # key, photo, path, source
    diagnosis_wanted = Signal(int, object)  # job, photo
    detection_wanted = Signal(int, object)
    restoration_wanted = Signal(int, object, object)  # job, photo, recipe
    cancel_wanted = Signal(int)  # job

    def __init__(self, jobs: Iterator[int] | None = None) -> None:
        """`jobs` gives the next free number, where others ask the same engine."""
        super().__init__()
        self._photos: dict[int, OpenPhoto] = {}
        self._keys = itertools.count(1)
        self._jobs = jobs or itertools.count(1)
        self._detections: dict[int, int] = {}  # job: key
        self._current = 0

    @property
    def photos(self) -> list[OpenPhoto]:
        return list(self._photos.values())

    @property
    def current(self) -> OpenPhoto | None:
        return self._photos.get(self._current)

    @property
    def unsaved(self) -> list[OpenPhoto]:
        return [entry for entry in self.photos if not entry.is_saved]

    def find(self, key: int) -> OpenPhoto | None:
        return self._photos.get(key)

    # --- wanted by the user ---------------------------------------------------------------------------------------

    def open(self, paths: Iterable[Path]) -> None:
        """Add photographs, and those in folders, and show the first; one that is open already is not opened twice."""
        wanted = list(paths)
        if any(path.is_dir() for path in wanted):
            self.search_wanted.emit(wanted)
        else:
            self.on_found(wanted)

    def show(self, key: int) -> None:
        if key not in self._photos or key == self._current:
            return
        left, self._current = self._current, key
        self._let_go(left)
        if self._photos[key].photo is None:
            self._read(key)
        self.current_changed.emit()
        self._diagnose(key)

    def step(self, by: int) -> None:
        """Show the next (1) or previous (-1) photograph."""
        keys = list(self._photos)
        if self._current in keys:
            self.show(keys[min(len(keys) - 1, max(0, keys.index(self._current) + by))])

    def close(self, key: int) -> None:
        entry = self._photos.pop(key, None)
        if entry is None:
            return
        self.cancel_wanted.emit(entry.job)
        self.photos_changed.emit()
        if key == self._current:
            self._current = 0
            following = [other for other in self._photos if other > key] or list(self._photos)[-1:]
            if following:
                self.show(following[0])
            else:
                self.current_changed.emit()

    def restore(self) -> None:
        """Restore the shown photograph as its diagnosis suggests."""
        entry = self.current
        if entry is None or entry.photo is None or not entry.can_restore:
            return
        recipe, photo = Recipe(), entry.photo
        if entry.diagnosed is not None:  # its faces need not be looked for again
            recipe, photo = entry.diagnosed.recipe, replace(photo, faces=entry.diagnosed.faces)
        job = next(self._jobs)
        self._change(entry.key, phase=Phase.RESTORING, job=job, share=0.0, step="", trouble="")
        self.restoration_wanted.emit(job, photo, recipe)

    def cancel(self) -> None:
        entry = self.current
        if entry is not None and entry.phase is Phase.RESTORING:
            self.cancel_wanted.emit(entry.job)

    def find_damage(self) -> None:
        """Have the shown photograph searched for damage, if nobody did yet."""
        entry = self.current
        if entry is None or entry.photo is None or entry.damage is not None or entry.restored is not None:
            return
        if entry.key in self._detections.values():
            return
        job = next(self._jobs)
        self._detections[job] = entry.key
        self.detection_wanted.emit(job, entry.photo)

    def save(self, path: Path) -> None:
        """Save the result of the shown photograph."""
        entry = self.current
        if entry is not None and entry.restored is not None:
            self.write_wanted.emit(entry.key, entry.restored.photo, path, entry.path)

    def suggested_path(self) -> Path | None:
        """A free name beside the source, for the result of the shown photograph."""
        entry = self.current
        if entry is None:
            return None
        return next(path for path in numbered(output_path(entry.path, None)) if not path.exists())

    # --- answers of the files -------------------------------------------------------------------------------------

    @Slot(object)
    def on_found(self, paths: list[Path]) -> None:
        known = {entry.path: entry.key for entry in self.photos}
        keys = []
        for path in dict.fromkeys(path.absolute() for path in paths):
            key = known.get(path) or next(self._keys)
            self._photos.setdefault(key, OpenPhoto(key, path))
            keys.append(key)
        if not keys:
            self.trouble.emit(self.tr("There are no photographs in this folder."))
            return
        self.photos_changed.emit()
        self.show(keys[0])
        for key in keys[1:]:
            self._read(key)

    @Slot(int, object, object, object)
    def on_read(self, key: int, photo: Photo, picture: Picture, thumbnail: QImage) -> None:
        if key not in self._photos:
            return
        if key == self._current:
            self._change(key, phase=Phase.IDLE, photo=photo, picture=picture, thumbnail=thumbnail, trouble="")
            self._diagnose(key)
        else:
            self._change(key, phase=Phase.UNREAD, thumbnail=thumbnail, trouble="")

    @Slot(int, str)
    def on_not_read(self, key: int, sentence: str) -> None:
        if key in self._photos:
            self._change(key, phase=Phase.UNREADABLE, trouble=sentence)

    @Slot(int, object)
    def on_written(self, key: int, path: Path) -> None:
        if key in self._photos:
            self._change(key, is_saved=True)
        self.news.emit(self.tr("Saved as {name} in {folder}.").format(name=path.name, folder=path.parent))

    @Slot(int, str)
    def on_not_written(self, key: int, sentence: str) -> None:
        self.trouble.emit(sentence)

    # --- answers of the engine ------------------------------------------------------------------------------------

    @Slot(int, float, str)
    def on_progress(self, job: int, share: float, step: str) -> None:
        if (entry := self._asked_by(job)) and entry.phase is Phase.RESTORING:
            self._change(entry.key, share=share, step=step)

    @Slot(int, object)
    def on_diagnosed(self, job: int, diagnosed: Diagnosed) -> None:
        if entry := self._asked_by(job):
            self._change(entry.key, phase=Phase.IDLE, diagnosed=diagnosed)

    @Slot(int, object)
    def on_detected(self, job: int, damage: Picture) -> None:
        entry = self._photos.get(self._detections.pop(job, 0))
        if entry is not None and entry.restored is None:
            self._change(entry.key, damage=damage)

    @Slot(int, object, object, object)
    def on_restored(self, job: int, restored: Restored, picture: Picture, damage: Picture | None) -> None:
        if entry := self._asked_by(job):
            self._change(
                entry.key,
                phase=Phase.IDLE,
                restored=restored,
                restored_picture=picture,
                damage=damage,
                is_saved=False,
                share=1.0,
            )
            if entry.key != self._current:
                self._let_go(entry.key)

    @Slot(int, str)
    def on_failed(self, job: int, sentence: str) -> None:
        if self._detections.pop(job, 0):
            self.trouble.emit(sentence)
        elif entry := self._asked_by(job):
            self._change(entry.key, phase=Phase.IDLE, trouble=sentence)

    @Slot(int)
    def on_cancelled(self, job: int) -> None:
        self._detections.pop(job, 0)
        if entry := self._asked_by(job):
            self._change(entry.key, phase=Phase.IDLE)

    # --------------------------------------------------------------------------------------------------------------

    def _asked_by(self, job: int) -> OpenPhoto | None:
        return next((entry for entry in self.photos if entry.job == job), None)

    def _change(self, key: int, **values: Any) -> None:
        self._photos[key] = replace(self._photos[key], **values)
        self.photo_changed.emit(key)

    def _read(self, key: int) -> None:
        if self._photos[key].phase is Phase.UNREAD:
            self._change(key, phase=Phase.READING)
            self.read_wanted.emit(key, self._photos[key].path)

    def _diagnose(self, key: int) -> None:
        entry = self._photos[key]
        if entry.photo is None or entry.diagnosed is not None or entry.phase is not Phase.IDLE:
            return
        job = next(self._jobs)
        self._change(key, phase=Phase.LOOKING, job=job)
        self.diagnosis_wanted.emit(job, entry.photo)

    def _let_go(self, key: int) -> None:
        entry = self._photos.get(key)
        if entry is None or entry.phase not in (Phase.IDLE, Phase.LOOKING):
            return
        searches = [job for job, searched in self._detections.items() if searched == key]
        for job in searches + [entry.job] * (entry.phase is Phase.LOOKING):
            self.cancel_wanted.emit(job)
        damage = entry.damage if entry.restored is not None else None
        self._change(key, phase=Phase.UNREAD, photo=None, picture=None, damage=damage, job=0)
