"""`CompareState`: which renditions of a photograph are compared, how, and what the user decides about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.gui.date_words import shown_date
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.decisions import Decisions
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.open_photo import OpenPhoto
from photorestore.gui.state.picture_store import Key, PictureStore
from photorestore.gui.state.renditions import ORIGINAL, Rendition, best_of, renditions
from photorestore.library.database import Database
from photorestore.library.photos import Flag, photo_by_id

MOST = 4  # compared at once
GAINS = range(1, 9)
BLENDS = range(0, 101)  # % of the front in the onion skin
BLEND_STEP = 10
_OPEN_RESULT = -1  # the version of a result in Restore that is in no library
_NO_PHOTO = 0


class Mode(StrEnum):
    FLICKER = "flicker"
    SPLIT = "split"
    SIDE = "side"
    STACK = "stack"
    DIFFERENCE = "difference"
    ONION = "onion"


@dataclass(frozen=True)
class ComparedPhoto:
    """`id` is 0 for one that is open in Restore and in no library: nothing can be decided about it."""

    id: int
    name: str
    renditions: tuple[Rendition, ...]
    caption: str = ""
    date: str = ""
    flag: Flag = Flag.NONE

    def find(self, version_id: int) -> Rendition | None:
        return next((entry for entry in self.renditions if entry.version_id == version_id), None)


class CompareState(QObject):
    """`compared` are ids of versions, `ORIGINAL` for the original, in their order; `front` is the one in question."""

    changed = Signal()
    trouble = Signal(str)  # sentence
    news = Signal(str)
    reading_wanted = Signal(object, object)  # key, PictureFile
    readings_unwanted = Signal()  # those that have not begun

    def __init__(self, library: Database, errands: Errands) -> None:
        super().__init__()
        self._library = library
        self._errands = errands
        self._ids: list[int] = []
        self._index = 0
        self._pictures = PictureStore()
        self.decisions = Decisions(library, errands)
        self.photo: ComparedPhoto | None = None
        self.compared: tuple[int, ...] = ()
        self.front = ORIGINAL
        self.mode = Mode.FLICKER
        self.gain = 4
        self.blend = 50
        errands.comparison_wanted.connect(self.open)
        errands.photos_changed.connect(self._follow_library)

    @property
    def place(self) -> tuple[int, int]:
        """Which photograph of how many is shown, from 1."""
        return self._index + 1, len(self._ids)

    @property
    def can_keep(self) -> bool:
        rendition = self.front_rendition
        is_ours = self.photo is not None and self.photo.id != _NO_PHOTO
        return is_ours and rendition is not None and rendition.version_id != ORIGINAL and not rendition.is_kept

    @property
    def front_rendition(self) -> Rendition | None:
        return None if self.photo is None else self.photo.find(self.front)

    @property
    def is_waiting(self) -> bool:
        return any(self._pictures.is_awaited(self._key(version)) for version in self.compared)

    def picture(self, version_id: int) -> Picture | None:
        return self._pictures.get(self._key(version_id))

    # --- which photograph -----------------------------------------------------------------------------------------

    @Slot(object)
    def open(self, photo_ids: Sequence[int]) -> None:
        """Look at the first of these."""
        self._ids, self._index = list(photo_ids), 0
        self._load(is_new=True)

    def open_result(self, entry: OpenPhoto) -> None:
        """A photograph of Restore and its result, which need not be in the library."""
        if entry.picture is None or entry.restored_picture is None:
            return
        made = (Rendition(ORIGINAL, entry.file), Rendition(_OPEN_RESULT, entry.file))
        self._ids, self._index = [_NO_PHOTO], 0
        self._pictures.clear()
        self.photo = ComparedPhoto(_NO_PHOTO, entry.path.name, made)
        self._pictures.put(self._key(ORIGINAL), entry.picture)
        self._pictures.put(self._key(_OPEN_RESULT), entry.restored_picture)
        self.compared, self.front = (ORIGINAL, _OPEN_RESULT), _OPEN_RESULT
        self.changed.emit()

    def step_photo(self, by: int) -> None:
        at = min(len(self._ids) - 1, max(0, self._index + by))
        if self._ids and at != self._index:
            self._index = at
            self._load(is_new=True)

    # --- what is compared -----------------------------------------------------------------------------------------

    def set_compared(self, version_id: int, on: bool) -> None:
        """Two to four, where there are so many; the oldest choice makes room for a fifth."""
        assert self.photo is not None
        chosen = [version for version in self.compared if version != version_id] + [version_id] * on
        chosen = chosen[-MOST:] or [version_id]
        self._compare(chosen, version_id if on else self.front)

    def bring_to_front(self, version_id: int) -> None:
        if self.photo is None or self.photo.find(version_id) is None:
            return
        if version_id in self.compared:
            self.front = version_id
            self.changed.emit()
        else:
            self.set_compared(version_id, True)

    def step_front(self, by: int) -> None:
        """The next (1) or previous (-1) of those that are compared, round and round."""
        if self.compared:
            self.front = self.compared[(self.compared.index(self.front) + by) % len(self.compared)]
            self.changed.emit()

    def set_mode(self, mode: Mode) -> None:
        if mode is not self.mode:
            self.mode = mode
            self.changed.emit()

    def set_gain(self, gain: int) -> None:
        self.gain = gain
        self.changed.emit()

    def set_blend(self, percent: int) -> None:
        self.blend = min(BLENDS[-1], max(BLENDS[0], percent))
        self.changed.emit()

    @property
    def other(self) -> int:
        """What the front is compared with where two are: the first that is not the front."""
        return next((version for version in self.compared if version != self.front), self.front)

    # --- decisions ------------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """The version in front is the photograph's result from now on."""
        rendition = self.front_rendition
        if self.photo is None or rendition is None or not self.can_keep:
            return
        before = next((entry.version_id for entry in self.photo.renditions if entry.is_kept), ORIGINAL)
        name = self.photo.name
        if self.decisions.keep(self.photo.id, rendition.version_id, before):
            self.news.emit(self.tr("Kept for {name}: {version}.").format(name=name, version=rendition.title))

    def set_flag(self, flag: Flag) -> None:
        if self.photo is not None and self.photo.id != _NO_PHOTO and flag is not self.photo.flag:
            self.decisions.flag(self.photo.id, flag, self.photo.flag)

    # --- answers --------------------------------------------------------------------------------------------------

    @Slot(object, object)
    def on_read(self, key: Key, picture: Picture) -> None:
        self._pictures.put(key, picture, keep=[self._key(version) for version in self.compared])
        self.changed.emit()

    @Slot(object, str)
    def on_not_read(self, key: Key, sentence: str) -> None:
        self._pictures.give_up(key)
        self.trouble.emit(sentence)
        self.changed.emit()

    # --------------------------------------------------------------------------------------------------------------

    def _key(self, version_id: int) -> Key:
        """A photograph that is turned gets others, so that its pictures are read again."""
        rendition = None if self.photo is None else self.photo.find(version_id)
        turns = 0 if rendition is None else rendition.file.turns
        return (self.photo.id if self.photo else _NO_PHOTO, version_id, turns)

    def _follow_library(self, photo_ids: Sequence[int]) -> None:
        """An empty list means any or all."""
        if self.photo is not None and self.photo.id != _NO_PHOTO and (not photo_ids or self.photo.id in photo_ids):
            self._load(is_new=False)

    def _load(self, is_new: bool) -> None:
        found = photo_by_id(self._library, self._ids[self._index]) if self._ids else None
        if found is None:
            self.photo, self.compared, self.front = None, (), ORIGINAL
            self.changed.emit()
            return
        made = renditions(self._library, found)
        self.photo = ComparedPhoto(found.id, found.name, made, found.caption, shown_date(found.date), found.flag)
        known = [version for version in self.compared if self.photo.find(version)]
        best = best_of(made).version_id
        if is_new:
            self._pictures.drop_awaited()
            self.readings_unwanted.emit()
        if is_new or not known:
            self._compare(list(dict.fromkeys((ORIGINAL, best))), best)
        else:
            self._compare(known, self.front if self.front in known else known[-1])

    def _compare(self, versions: Sequence[int], front: int) -> None:
        assert self.photo is not None
        order = [entry.version_id for entry in self.photo.renditions]
        self.compared = tuple(sorted(versions, key=order.index))
        self.front = front if front in self.compared else self.compared[-1]
        for version in self.compared:
            rendition = self.photo.find(version)
            if rendition is not None and self._pictures.expect(self._key(version)):
                self.reading_wanted.emit(self._key(version), rendition.file)
        self.changed.emit()
