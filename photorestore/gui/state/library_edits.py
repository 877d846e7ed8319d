"""`LibraryEdits`: what the user says about photographs and albums; each change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from photorestore.core.errors import UserError
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.history import Act, History
from photorestore.gui.turning import turn_photos
from photorestore.library import albums, photos, trash
from photorestore.library.database import Database
from photorestore.library.photos import Flag, LibraryPhoto, photos_by_id


class LibraryEdits(QObject):
    """`before_turning` is told which photographs will be turned: it brings what still waits into the library, or
    raises `UserError` where that can't be now.
    """

    trouble = Signal(str)
    album_made = Signal(int)

    def __init__(self, db: Database, errands: Errands) -> None:
        super().__init__()
        self._db = db
        self._errands = errands
        self.history = History()
        self.before_turning: Callable[[Sequence[int]], object] = lambda ids: None

    # --- photographs ----------------------------------------------------------------------------------------------

    def set_stars(self, ids: Sequence[int], stars: int) -> None:
        old = {photo.id: photo.stars for photo in self._photos(ids) or ()}
        self._change(
            self.tr("stars"), ids, lambda: photos.set_stars(self._db, ids, stars), lambda: self._give_stars(old)
        )

    def set_flag(self, ids: Sequence[int], flag: Flag) -> None:
        old = {photo.id: photo.flag for photo in self._photos(ids) or ()}
        self._change(self.tr("flag"), ids, lambda: photos.set_flag(self._db, ids, flag), lambda: self._give_flags(old))

    def set_caption(self, photo_id: int, caption: str) -> bool:
        """As with a note and a date: tell whether the library has it now."""
        return self._say(self.tr("caption"), photo_id, photos.set_caption, "caption", caption)

    def set_note(self, photo_id: int, note: str) -> bool:
        return self._say(self.tr("note"), photo_id, photos.set_note, "note", note)

    def set_date(self, ids: Sequence[int], text: str) -> bool:
        found = self._photos(ids)
        old = {photo.id: photo.date.text for photo in found or ()}
        if all(before == text.strip() for before in old.values()):
            return found is not None
        return self._change(
            self.tr("date"), ids, lambda: photos.set_date(self._db, ids, text), lambda: self._give_dates(old)
        )

    def turn(self, ids: Sequence[int], by: int) -> None:
        """By quarter turns clockwise; with them turns all that was done to them."""

        def turning(way: int) -> Act:
            def do() -> None:
                self.before_turning(ids)  # outside of the transaction: others write there
                turn_photos(self._db, ids, way)
                self._errands.photos_changed.emit(list(ids))
                self._errands.photos_turned.emit(list(ids))

            return do

        if ids:
            self._try(lambda: self.history.do(self.tr("turning"), turning(by), turning(-by)))

    def trash(self, ids: Sequence[int]) -> bool:
        return self._change(
            self.tr("moving to the trash"), ids,
            lambda: trash.trash_photos(self._db, ids), lambda: trash.restore_photos(self._db, ids),
        )  # fmt: skip

    def take_out_of_trash(self, ids: Sequence[int]) -> None:
        self._change(
            self.tr("taking out of the trash"), ids,
            lambda: trash.restore_photos(self._db, ids), lambda: trash.trash_photos(self._db, ids),
        )  # fmt: skip

    # --- albums ---------------------------------------------------------------------------------------------------

    def make_album(self, name: str, ids: Sequence[int] = ()) -> None:
        made: list[int | None] = [None]

        def redo() -> None:
            made[0] = self._bring(name, ids, made[0])

        def undo() -> None:
            albums.remove_album(self._db, made[0] or 0)

        if self._change(self.tr("new album"), (), redo, undo, with_albums=True):
            self.album_made.emit(made[0])

    def rename_album(self, album_id: int, name: str) -> None:
        old = next((album.name for album in albums.albums(self._db) if album.id == album_id), name)
        if old != name:
            self._change(
                self.tr("new name"), (), lambda: albums.rename_album(self._db, album_id, name),
                lambda: albums.rename_album(self._db, album_id, old), with_albums=True,
            )  # fmt: skip

    def remove_album(self, album_id: int) -> None:
        """Undo brings it back with its name, photographs and order, at the end of the list."""
        name = next((album.name for album in albums.albums(self._db) if album.id == album_id), "")
        ids = self._members(album_id)
        self._change(
            self.tr("deleting the album"), (), lambda: albums.remove_album(self._db, album_id),
            lambda: self._bring(name, ids, album_id), with_albums=True,
        )  # fmt: skip

    def add_to_album(self, album_id: int, ids: Sequence[int]) -> None:
        words = self.tr("adding to the album")
        self._arrange(words, album_id, lambda: albums.add_to_album(self._db, album_id, ids))

    def remove_from_album(self, album_id: int, ids: Sequence[int]) -> None:
        words = self.tr("removing from the album")
        self._arrange(words, album_id, lambda: albums.remove_from_album(self._db, album_id, ids))

    def move_in_album(self, album_id: int, ids: Sequence[int], before: int | None) -> None:
        """Before one of themselves means before the next that is not."""
        members = self._members(album_id)
        if before is not None and before in ids:
            after = members[members.index(before) :]
            before = next((one for one in after if one not in ids), None)
        self._arrange(
            self.tr("the new order"), album_id, lambda: albums.move_in_album(self._db, album_id, ids, before)
        )  # fmt: skip

    # --- how ------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        self._try(self.history.undo)

    def redo(self) -> None:
        self._try(self.history.redo)

    def _say(
        self, words: str, photo_id: int, write: Callable[[Database, int, str], None], field: str, text: str
    ) -> bool:
        found = self._photos([photo_id])
        old: list[str] = [getattr(photo, field) for photo in found or ()]
        if old in ([], [text]):
            return found is not None
        return self._change(
            words, [photo_id], lambda: write(self._db, photo_id, text), lambda: write(self._db, photo_id, old[0])
        )

    def _arrange(self, words: str, album_id: int, redo: Act) -> None:
        old = self._members(album_id)
        self._change(words, (), redo, lambda: self._set_members(album_id, old), with_albums=True)

    def _change(
        self,
        words: str,
        ids: Sequence[int],
        redo: Act,
        undo: Act,
        *,
        with_albums: bool = False,
    ) -> bool:
        def told(act: Act) -> Act:
            def do() -> None:
                with self._db.transaction():
                    act()
                if ids:
                    self._errands.photos_changed.emit(list(ids))
                if with_albums:
                    self._errands.albums_changed.emit()

            return do

        return self._try(lambda: self.history.do(words, told(redo), told(undo)))

    def _try(self, act: Act) -> bool:
        try:
            act()
        except UserError as error:
            self.trouble.emit(str(error))
            return False
        return True

    def _bring(self, name: str, ids: Sequence[int], album_id: int | None) -> int:
        made = albums.add_album(self._db, name, album_id)
        albums.add_to_album(self._db, made, ids)
        return made

    def _photos(self, ids: Sequence[int]) -> list[LibraryPhoto] | None:
        """None if they can't be read, which is told."""
        try:
            return photos_by_id(self._db, ids)
        except UserError as error:
            self.trouble.emit(str(error))
            return None

    def _members(self, album_id: int) -> list[int]:
        """With those in the trash: they come back to their place."""
        return albums.members(self._db, album_id)

    def _set_members(self, album_id: int, ids: Sequence[int]) -> None:
        albums.remove_from_album(self._db, album_id, set(self._members(album_id)) - set(ids))
        albums.add_to_album(self._db, album_id, ids)
        albums.move_in_album(self._db, album_id, ids, None)

    def _give_stars(self, old: Mapping[int, int]) -> None:
        for photo_id, stars in old.items():
            photos.set_stars(self._db, [photo_id], stars)

    def _give_flags(self, old: Mapping[int, Flag]) -> None:
        for photo_id, flag in old.items():
            photos.set_flag(self._db, [photo_id], flag)

    def _give_dates(self, old: Mapping[int, str]) -> None:
        for photo_id, text in old.items():
            photos.set_date(self._db, [photo_id], text)
