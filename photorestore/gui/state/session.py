"""`Session`: the open photographs of the library, which one is shown, and what is read and loaded for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from photorestore.core.errors import UserError
from photorestore.files.naming import numbered, output_path
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.kept_work import KeptWork
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.open_photo import OpenPhoto, Phase, PhotoFacts, kept_of
from photorestore.gui.turning import being_restored
from photorestore.library.photos import LibraryPhoto
from photorestore.library.versions import Version

_BUSY = (Phase.RESTORING, Phase.KEEPING)


class Session(QObject):
    """Knows no widget and no thread: it sends requests as signals and is told answers through its slots.

    A photograph that is not shown gives its pictures back, so that a shoebox may be dropped on the window at once.
    """

    photos_changed = Signal()  # some came or went
    photo_changed = Signal(int)  # key
    leaving = Signal(int)  # the photograph with this key is still shown, but not any longer
    current_changed = Signal()
    loaded = Signal(int, object)  # key of the shown photograph, which is ready now; KeptWork
    closed = Signal(int)  # key
    trouble = Signal(str)  # sentence
    news = Signal(str)  # sentence

    turn_wanted = Signal(object, int)  # keys, quarter turns clockwise
    import_wanted = Signal(object)  # files and folders
    import_changed = Signal()
    read_wanted = Signal(int, object)  # key, PictureFile
    load_wanted = Signal(int, object)  # key, (width, height)
    result_wanted = Signal(int, int, object)  # key, version, PictureFile
    versions_wanted = Signal(object)  # keys: the versions of each as the library has them now
    copy_wanted = Signal(int, object, object, object)  # key, PictureFile of the result, path, source

    def __init__(self, find: Callable[[Sequence[int]], Sequence[LibraryPhoto]]) -> None:
        """`find` gives photographs of the library by their numbers."""
        super().__init__()
        self._find = find
        self._photos: dict[int, OpenPhoto] = {}
        self._current = 0
        self.import_share = 1.0  # of the photographs that were named last; 1 when all are in the library

    @property
    def photos(self) -> list[OpenPhoto]:
        return list(self._photos.values())

    @property
    def current(self) -> OpenPhoto | None:
        return self._photos.get(self._current)

    def find(self, key: int) -> OpenPhoto | None:
        return self._photos.get(key)

    # --- wanted by the user ---------------------------------------------------------------------------------------

    def open(self, paths: Iterable[Path]) -> None:
        """Import files and what is in folders, where they lie, and show the first."""
        self.import_wanted.emit([path.absolute() for path in paths])

    @Slot(object)
    def open_ids(self, photo_ids: Sequence[int]) -> None:
        self._add(self._find(photo_ids))

    def show(self, key: int) -> None:
        if key not in self._photos or key == self._current:
            return
        if self._current in self._photos:
            self.leaving.emit(self._current)
        left, self._current = self._current, key
        self._let_go(left)
        self._read(key)
        self.current_changed.emit()

    def step(self, by: int) -> None:
        """Show the next (1) or previous (-1) photograph."""
        keys = list(self._photos)
        if self._current in keys:
            self.show(keys[min(len(keys) - 1, max(0, keys.index(self._current) + by))])

    def close(self, key: int) -> None:
        """Nothing is lost: the library keeps it."""
        if key not in self._photos:
            return
        is_current = key == self._current
        if is_current:
            self.leaving.emit(key)
        keys = list(self._photos)
        at = keys.index(key)
        neighbours = keys[at + 1 :] + keys[:at][::-1]
        del self._photos[key]
        self.closed.emit(key)
        self.photos_changed.emit()
        if is_current:
            self._current = 0
            if neighbours:
                self.show(neighbours[0])
            else:
                self.current_changed.emit()

    def turn(self, by: int) -> None:
        """Turn the shown photograph by quarters clockwise, in the library."""
        if self._current in self._photos:
            self.turn_wanted.emit([self._current], by)

    def check_can_turn(self, photo_ids: Iterable[int]) -> None:
        """Raise `UserError` for one whose result is on its way: it would be a result of how the photograph lay."""
        for key in photo_ids:
            if (entry := self._photos.get(key)) is not None and entry.phase in _BUSY:
                raise being_restored(entry.path.name)

    @Slot(object)
    def on_turned(self, photo_ids: Collection[int]) -> None:
        """Of those that lie another way now, all that was known is read and loaded again. An empty list means any."""
        for photo in self._find(self._open_among(photo_ids)):
            if photo.turns != self._photos[photo.id].turns:
                self._begin_again(photo)

    @Slot(object)
    def on_photos_changed(self, photo_ids: Collection[int]) -> None:
        """By whatever page: another result may count now, the file may lie elsewhere, or the library has let go of it.
        An empty list means any.
        """
        try:
            known = {photo.id: photo for photo in self._find(self._open_among(photo_ids))}
        except UserError as error:
            self.trouble.emit(str(error))
            return
        for key in self._open_among(photo_ids):
            if key not in known:
                self.close(key)
            elif known[key].path != self._photos[key].path:
                self._on_moved(known[key])
        if known:
            self.versions_wanted.emit(list(known))

    def save_copy(self, entry: OpenPhoto, path: Path) -> None:
        """Save a photograph's result as another file: the one it had when the user asked, whatever is shown now."""
        if entry.version is not None:
            self.copy_wanted.emit(entry.key, entry.version.file(entry.turns), path, entry.path)

    def suggested_path(self) -> Path | None:
        """A free name beside the source, for the result of the shown photograph."""
        entry = self.current
        if entry is None:
            return None
        return next(path for path in numbered(output_path(entry.path, None)) if not path.exists())

    # --- for the other states of the editor -----------------------------------------------------------------------

    def change(self, key: int, **values: Any) -> None:
        if key in self._photos:
            self._photos[key] = replace(self._photos[key], **values)
            self.photo_changed.emit(key)

    def show_version(self, key: int, version: Version | None) -> None:
        """This is the photograph's result; what is on the screen stays until its picture is there."""
        entry = self._photos.get(key)
        if entry is None:
            return
        if version is None:
            self.change(key, version=None, restored_picture=None)
            return
        self.change(key, version=version)
        if key == self._current and entry.picture is not None:
            self.result_wanted.emit(key, version.id, version.file(entry.turns))

    # --- answers --------------------------------------------------------------------------------------------------

    @Slot(float)
    def on_importing(self, share: float) -> None:
        self.import_share = share
        self.import_changed.emit()

    @Slot(object, object)
    def on_imported(self, photos: Sequence[LibraryPhoto], troubles: Sequence[str]) -> None:
        self._add(photos)
        if len(troubles) == 1:
            self.trouble.emit(troubles[0])
        elif troubles:
            words = self.tr("{n} files could not be opened. The first: {reason}")
            self.trouble.emit(words.format(n=len(troubles), reason=in_window_language(troubles[0])))
        elif not photos:
            self.trouble.emit(self.tr("There are no photographs in this folder."))

    @Slot(int, object, object, object)
    def on_read(self, key: int, facts: PhotoFacts, picture: Picture, thumbnail: QImage) -> None:
        entry = self._photos.get(key)
        if entry is None or facts.turns != entry.turns:
            return  # it was turned meanwhile, and is being read again
        if entry.picture is not None:
            return  # it was read twice, and may have been painted on since the first time
        if key == self._current:
            self.change(key, facts=facts, picture=picture, thumbnail=thumbnail, trouble="")
            self.load_wanted.emit(key, (facts.width, facts.height))
        else:
            phase = entry.phase if entry.phase in _BUSY else Phase.UNREAD
            self.change(key, phase=phase, facts=facts, thumbnail=thumbnail)

    @Slot(int, str)
    def on_not_read(self, key: int, sentence: str) -> None:
        """A result that is on its way is still taken."""
        entry = self._photos.get(key)
        if entry is not None:
            phase = entry.phase if entry.phase in _BUSY else Phase.UNREADABLE
            self.change(key, phase=phase, trouble=sentence)

    @Slot(int, object)
    def on_loaded(self, key: int, work: KeptWork) -> None:
        entry = self.current
        if entry is None or entry.key != key or entry.picture is None or entry.is_loaded:
            return
        kept = kept_of(work.versions)
        self.change(
            key,
            phase=entry.phase if entry.phase in _BUSY else Phase.IDLE,
            is_loaded=True,
            recipe=work.recipe,
            suggested=work.suggested,
            faces=work.faces,
            found_faces=(),
            versions=work.versions,
            snapshots=work.snapshots,
            version=kept,
        )
        self.loaded.emit(key, work)
        if kept is not None:
            self.show_version(key, kept)

    @Slot(int, int, object)
    def on_result_read(self, key: int, version_id: int, picture: Picture) -> None:
        entry = self.current
        if entry is None or entry.key != key or entry.phase is Phase.KEEPING:
            return  # a newer result is being kept
        if entry.version is not None and entry.version.id == version_id:
            self.change(key, restored_picture=picture)

    @Slot(int, str)
    def on_result_not_read(self, key: int, sentence: str) -> None:
        self.trouble.emit(sentence)

    @Slot(int, object)
    def on_written(self, key: int, path: Path) -> None:
        self.news.emit(self.tr("Saved as {name} in {folder}.").format(name=path.name, folder=path.parent))

    @Slot(int, str)
    def on_not_written(self, key: int, sentence: str) -> None:
        self.trouble.emit(sentence)

    # --------------------------------------------------------------------------------------------------------------

    def _open_among(self, photo_ids: Collection[int]) -> list[int]:
        """An empty list means any."""
        return [key for key in self._photos if not photo_ids or key in photo_ids]

    def _add(self, photos: Sequence[LibraryPhoto]) -> None:
        """Those that are open already are only shown."""
        if not photos:
            return
        for photo in photos:
            self._photos.setdefault(photo.id, OpenPhoto(photo.id, photo.path, turns=photo.turns))
        self.photos_changed.emit()
        self.show(photos[0].id)
        for photo in photos[1:]:
            if self._photos[photo.id].thumbnail is None:
                self._read(photo.id)

    def _on_moved(self, photo: LibraryPhoto) -> None:
        if self._photos[photo.id].phase in _BUSY:
            self.change(photo.id, path=photo.path)
        else:
            self._begin_again(photo)

    def _begin_again(self, photo: LibraryPhoto) -> None:
        before, is_current = self._photos[photo.id], photo.id == self._current
        if is_current:
            self.leaving.emit(photo.id)
        self._photos[photo.id] = OpenPhoto(photo.id, photo.path, turns=photo.turns, version=before.version)
        self.photo_changed.emit(photo.id)
        if is_current or before.thumbnail is not None or before.phase is Phase.UNREADABLE:
            self._read(photo.id)
        if is_current:
            self.current_changed.emit()

    def _read(self, key: int) -> None:
        entry = self._photos[key]
        if entry.phase is Phase.READING or entry.picture is not None:
            return
        if entry.phase not in _BUSY:
            self.change(key, phase=Phase.READING)
        self.read_wanted.emit(key, entry.file)

    def _let_go(self, key: int) -> None:
        entry = self._photos.get(key)
        if entry is None:
            return
        is_awaited = entry.phase is Phase.READING and entry.picture is None
        phase = entry.phase if is_awaited or entry.phase in (*_BUSY, Phase.UNREADABLE) else Phase.UNREAD
        self.change(key, phase=phase, picture=None, restored_picture=None, is_loaded=False)
