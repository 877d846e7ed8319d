"""`LibraryState`: which photographs of the library are shown, in which order, and which of them are chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from photorestore.core.errors import UserError
from photorestore.gui.state.errands import Errands
from photorestore.library.albums import Album, albums
from photorestore.library.database import Database
from photorestore.library.glances import Glance, glances
from photorestore.library.listing import Order, Selection, photo_ids
from photorestore.library.trash import ids_in_trash

PAGE = 48  # rows fetched at once
_PAGES_KEPT = 100
_WATCH_MS = 1000


class Kind(StrEnum):
    SMART = "smart"
    ALBUM = "album"
    TRASH = "trash"
    ALIKE = "look-alikes"


@dataclass(frozen=True)
class Place:
    """`name` is of a smart album in `library.listing`."""

    kind: Kind = Kind.SMART
    name: str = "all"
    album_id: int | None = None


@dataclass(frozen=True)
class Alike:
    """`group` counts from 1; `is_best` is the one to keep."""

    group: int
    is_best: bool


class LibraryState(QObject):
    """Looks every second whether somebody else, a worker or another window, changed the library."""

    listed = Signal()  # other photographs, or another order
    glances_changed = Signal(object)  # ids; an empty list: all
    place_changed = Signal()  # place, search, order
    albums_changed = Signal()
    counts_changed = Signal()
    counts_wanted = Signal()
    chosen_changed = Signal()
    trouble = Signal(str)

    def __init__(self, db: Database, errands: Errands) -> None:
        super().__init__()
        self._db = db
        self._is_closed = False
        self._errands = errands
        self._glances: dict[int, Glance] = {}
        self._rows: dict[int, int] | None = None
        self._alike: dict[int, Alike] = {}
        self._seen_version = self._data_version()
        self.place = Place()
        self.search = ""
        self.order = Order.ADDED
        self.downwards = True
        self.ids: list[int] = []
        self.chosen: tuple[int, ...] = ()
        self.current: int | None = None
        self.albums: list[Album] = []
        self.counts: Mapping[str, int] = {}
        self.trash_count = 0
        self.is_empty = True  # the whole library
        errands.photos_changed.connect(self.on_photos_changed)
        errands.albums_changed.connect(self.on_albums_changed)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        self._watch = QTimer(self, interval=_WATCH_MS)
        self._watch.timeout.connect(self.look_for_changes)
        self._watch.start()
        self.refresh()

    # --- what is shown --------------------------------------------------------------------------------------------

    def show(self, place: Place) -> None:
        """Another album; the search is over, and an album comes in its own order."""
        if place.kind is not self.place.kind or place.kind is Kind.ALBUM:
            self.order, self.downwards = (
                (Order.ALBUM, False) if place.kind is Kind.ALBUM else (Order.ADDED, True)
            )  # fmt: skip
        self.place, self.search = place, ""
        self.place_changed.emit()
        self.refresh()

    def find(self, words: str) -> None:
        if words != self.search:
            self.search = words
            self.place_changed.emit()
            self.refresh()

    def sort(self, order: Order, downwards: bool) -> None:
        if (order, downwards) != (self.order, self.downwards):
            self.order, self.downwards = order, downwards
            self.place_changed.emit()
            self.refresh()

    def show_alike(self, groups: Sequence[tuple[Sequence[int], int]]) -> None:
        """Groups of look-alikes one after another; each with the id of its best."""
        self._alike = {
            photo_id: Alike(number, photo_id == best)
            for number, (ids, best) in enumerate(groups, 1)
            for photo_id in sorted(ids, key=lambda one: one != best)
        }
        self.show(Place(Kind.ALIKE))

    def alike(self, photo_id: int) -> Alike | None:
        return self._alike.get(photo_id) if self.place.kind is Kind.ALIKE else None

    @property
    def alike_groups(self) -> int:
        """How many groups of at least two are still shown."""
        members = Counter(self._alike[one].group for one in self.ids if one in self._alike)
        return sum(number > 1 for number in members.values())

    def choose_others(self) -> None:
        """All look-alikes but the best of each group."""
        self.choose([one for one in self.ids if (found := self.alike(one)) and not found.is_best])

    @property
    def can_arrange(self) -> bool:
        """Photographs can be put in another order by hand."""
        is_whole = not self.search and self.order is Order.ALBUM and not self.downwards
        return self.place.kind is Kind.ALBUM and is_whole

    def row_of(self, photo_id: int) -> int | None:
        if self._rows is None:
            self._rows = {one: row for row, one in enumerate(self.ids)}
        return self._rows.get(photo_id)

    def glance(self, row: int) -> Glance | None:
        """None for a photo that was removed meanwhile. Neighbours are fetched with it."""
        photo_id = self.ids[row]
        if photo_id not in self._glances:
            if len(self._glances) > PAGE * _PAGES_KEPT:
                self._glances.clear()
            first = row - row % PAGE
            self._look_at(self.ids[first : first + PAGE])
        return self._glances.get(photo_id)

    def glance_of(self, photo_id: int) -> Glance | None:
        """Of any photo, shown or not."""
        return next(iter(self.glances_of([photo_id])), None)

    def glances_of(self, ids: Sequence[int]) -> list[Glance]:
        """Without those that are gone."""
        self._look_at(ids)
        return [self._glances[photo_id] for photo_id in ids if photo_id in self._glances]

    def _look_at(self, ids: Sequence[int]) -> None:
        wanted = [photo_id for photo_id in ids if photo_id not in self._glances]
        if not wanted or self._is_closed:  # a view may still ask after the end
            return
        try:
            self._glances |= glances(self._db, wanted)
        except UserError as error:
            self.trouble.emit(str(error))

    # --- what is chosen -------------------------------------------------------------------------------------------

    def choose(self, ids: Iterable[int], current: int | None = None) -> None:
        chosen = tuple(ids)
        current = current if current is not None else (chosen[0] if chosen else None)
        if (chosen, current) != (self.chosen, self.current):
            self.chosen, self.current = chosen, current
            self.chosen_changed.emit()

    # --- changes --------------------------------------------------------------------------------------------------

    def on_photos_changed(self, ids: Sequence[int]) -> None:
        """Draw these anew; and as they may have come or gone, list again once all has been said."""
        if ids:
            for photo_id in ids:
                self._glances.pop(photo_id, None)
        else:
            self._glances.clear()
        self.glances_changed.emit(list(ids))
        self.chosen_changed.emit()
        self._later.start()

    def on_albums_changed(self) -> None:
        self._later.start()

    def on_counts(self, counts: Mapping[str, int]) -> None:
        if counts != self.counts:
            self.counts = counts
            self.counts_changed.emit()

    def look_for_changes(self) -> None:
        version = self._data_version()
        if version != self._seen_version:
            self._seen_version = version
            self._errands.photos_changed.emit([])
            self._errands.photos_turned.emit([])

    def refresh(self) -> None:
        """List the photographs and the albums again."""
        self._later.stop()
        if self._is_closed:  # a worker's last word may come after the end
            return
        try:
            ids = self._list()
            found = albums(self._db)
            trash = len(ids_in_trash(self._db))
            self.is_empty = self._db.row("SELECT 1 FROM photo LIMIT 1") is None
        except UserError as error:
            self.trouble.emit(str(error))
            return
        if (found, trash) != (self.albums, self.trash_count):
            self.albums, self.trash_count = found, trash
            self.albums_changed.emit()
        if ids != self.ids:
            self.ids, self._rows = ids, None
            self.listed.emit()
            self._keep_chosen()
        self.counts_wanted.emit()

    def _list(self) -> list[int]:
        if self.place.kind is Kind.TRASH:
            return ids_in_trash(self._db)
        selection = Selection(self.place.name, self.place.album_id, self.search)
        if self.place.kind is Kind.ALIKE:
            there = set(photo_ids(self._db, Selection(search=self.search)))
            return [photo_id for photo_id in self._alike if photo_id in there]
        return photo_ids(self._db, selection, self.order, downwards=self.downwards)

    def _keep_chosen(self) -> None:
        left = tuple(one for one in self.chosen if self.row_of(one) is not None)
        if left != self.chosen:
            self.choose(left)

    def _data_version(self) -> int:
        """Changes when another connection changes the library."""
        try:
            return self._db.numbers("PRAGMA data_version")[0]
        except UserError:
            return -1

    def close(self) -> None:
        self._is_closed = True
        self._watch.stop()
        self._later.stop()
