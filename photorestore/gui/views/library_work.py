"""`LibraryWork`: what the Library page does in more than one step: a question, the work, and a word about its end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from photorestore.gui.library_parts import LibraryParts
from photorestore.gui.state.library_state import Kind, Place
from photorestore.gui.theme import Theme
from photorestore.gui.views.library_dialogs import LibraryDialogs
from photorestore.gui.views.question import ask
from photorestore.library.database import Database

if TYPE_CHECKING:
    from photorestore.gui.views.page_splitter import PageSplitter


class LibraryWork(QObject):
    trouble = Signal(str)
    news = Signal(str)

    def __init__(self, page: QWidget, db: Database, parts: LibraryParts, dialogs: LibraryDialogs, theme: Theme) -> None:
        super().__init__(page)
        self._page = page
        self._db = db
        self._state, self._edits, self._jobs = parts.state, parts.edits, parts.jobs
        self._dialogs = dialogs
        self._theme = theme
        self._splitters: list[PageSplitter] = []
        self._jobs.imported.connect(self._tell_import)
        self._jobs.alike_found.connect(self._show_alike)
        self._jobs.emptied.connect(self._tell_emptied)
        self._jobs.relinked.connect(self._offer_others)
        self._jobs.moved_found.connect(self._tell_moved)
        self._edits.album_made.connect(self._show_album)

    # --- import ---------------------------------------------------------------------------------------------------

    def _tell_import(self, report: object) -> None:
        from photorestore.gui.views.import_report import ImportReportDialog, ImportWords
        from photorestore.library.importing import ImportReport

        assert isinstance(report, ImportReport)
        if report.added:
            self._state.show(Place(Kind.SMART, "last import"))
        self.news.emit(ImportWords().summary(report))
        if report.broken or report.duplicates:
            ImportReportDialog(report, self._page).show()

    # --- trash ----------------------------------------------------------------------------------------------------

    def remove(self) -> None:
        """From the album that is shown, else to the trash."""
        album_id = self._state.place.album_id
        if album_id is None:
            self.trash()
        else:
            self._edits.remove_from_album(album_id, self._state.chosen)

    def trash(self) -> None:
        number = len(self._state.chosen)
        if number and self._edits.trash(self._state.chosen):
            one, many = self.tr("1 photograph is in the trash"), self.tr("{n} photographs are in the trash")
            words = one if number == 1 else many.format(n=number)
            self.news.emit(self.tr("{what}; Ctrl+Z brings back. The files stay where they are.").format(what=words))

    def empty_trash(self) -> None:
        ask(
            self._page,
            self.tr("Empty the trash?"),
            self.tr(
                "{n} photographs leave the library, with what was made of them. Your own files stay where they are; "
                "copies and results of the library's own go to the trash of this computer."
            ).format(n=self._state.trash_count),
            self.tr("Empty the trash"), self.tr("Keep them"), self._empty_all,
        )  # fmt: skip

    def _empty_all(self) -> None:
        self._edits.history.clear()  # what it could undo is gone
        self._jobs.empty_trash()

    def _tell_emptied(self, emptied: object) -> None:
        from photorestore.library.trash import Emptied

        assert isinstance(emptied, Emptied)
        if emptied.left:
            names = ", ".join(path.name for path in emptied.left[:3])
            self.trouble.emit(
                self.tr(
                    "{n} files could not be moved to this computer's trash and stay in the library's: {names}"
                ).format(n=len(emptied.left), names=names)
            )
        else:
            self.news.emit(self.tr("The trash is empty."))

    # --- missing files --------------------------------------------------------------------------------------------

    def relink(self) -> None:
        photo_id = self._state.current
        glance = self._state.glance_of(photo_id) if photo_id is not None else None
        if photo_id is not None and glance is not None:
            title = self.tr("Where is {name} now?").format(name=glance.photo.name)
            self._dialogs.ask_files(title, lambda paths: self._jobs.relink(photo_id, paths[0]), one=True)

    def find_moved(self) -> None:
        title = self.tr("Search a folder for missing photographs")
        self._dialogs.ask_folder(title, lambda paths: self._jobs.find_moved(paths[0]))

    def _offer_others(self, photo_id: int, found: Sequence[object]) -> None:
        from photorestore.library.missing import Found

        others = [(one.photo_id, one.path) for one in found if isinstance(one, Found)]
        if not others:
            self.news.emit(self.tr("The photograph is linked to its file again."))
            return
        ask(
            self._page,
            self.tr("{n} more missing photographs lie there too.").format(n=len(others)),
            self.tr("Each was compared byte by byte where that was known."),
            self.tr("Relink them all"), self.tr("Leave them"), lambda: self._jobs.relink_all(others),
        )  # fmt: skip

    def _tell_moved(self, ids: Sequence[int]) -> None:
        one, many = self.tr("1 photograph was found again."), self.tr("{n} photographs were found again.")
        self.news.emit(one if len(ids) == 1 else many.format(n=len(ids)))

    # --- look-alikes ----------------------------------------------------------------------------------------------

    def _show_alike(self, groups: Sequence[object]) -> None:
        from photorestore.library.look_alikes import LookAlikes

        self._state.show_alike([(one.ids, one.best) for one in groups if isinstance(one, LookAlikes)])

    # --- albums ---------------------------------------------------------------------------------------------------

    def new_album(self) -> None:
        chosen = self._state.chosen if self._state.place.kind is not Kind.TRASH else ()
        self._dialogs.ask_name(self.tr("New album"), "", lambda name: self._edits.make_album(name, chosen))

    def add_to_album(self) -> None:
        chosen = self._state.chosen
        if not self._state.albums:
            self.new_album()
        elif chosen:
            self._dialogs.ask_album(
                self._state.albums, lambda album_id: self._edits.add_to_album(album_id, chosen)
            )  # fmt: skip

    def rename_album(self, album_id: int | None = None) -> None:
        wanted = self._state.place.album_id if album_id is None else album_id
        album = next((album for album in self._state.albums if album.id == wanted), None)
        if album is not None:
            self._dialogs.ask_name(
                self.tr("Rename album"), album.name, lambda name: self._edits.rename_album(album.id, name)
            )  # fmt: skip

    def remove_album(self) -> None:
        if (album_id := self._state.place.album_id) is not None:
            self._state.show(Place())
            self._edits.remove_album(album_id)

    def drop(self, place: Place, ids: Sequence[int]) -> None:
        """Photographs were dropped on an album or on the trash."""
        if place.album_id is not None:
            self._edits.add_to_album(place.album_id, ids)
        elif place.kind is Kind.TRASH:
            self._edits.trash(ids)

    def _show_album(self, album_id: int) -> None:
        self._state.refresh()
        self._state.show(Place(Kind.ALBUM, "all", album_id))

    # --- album pages ----------------------------------------------------------------------------------------------

    def split_page(self) -> None:
        from photorestore.gui.views.page_splitter import PageSplitter  # with OpenCV: not needed to open the window

        glance = self._state.glance_of(self._state.current) if self._state.current is not None else None
        if glance is not None:
            splitter = PageSplitter(self._db, glance.photo, self._theme, self._page)
            splitter.saved.connect(self._tell_split)
            splitter.closed.connect(partial(self._splitters.remove, splitter))
            self._splitters.append(splitter)
            splitter.show()

    @property
    def has_open_pages(self) -> bool:
        return bool(self._splitters)

    def close_pages(self) -> bool:
        """False if one stays open: its prints are being saved, or it asks whether its boxes may be lost."""
        for splitter in tuple(self._splitters):
            if splitter.is_saving:
                self.trouble.emit(
                    self.tr("The prints of an album page are being saved. Close the window when that is done.")
                )
            splitter.close()
        return not self._splitters

    def end(self) -> None:
        """Wait for what is being saved, while the library is still open."""
        for splitter in self._splitters:
            splitter.jobs.close()

    def _tell_split(self, ids: Sequence[int]) -> None:
        self._jobs.photos_changed.emit([])
        self._jobs.examine()
        self._state.show(Place(Kind.SMART, "last import"))
        one, many = self.tr("1 print was cut out."), self.tr("{n} prints were cut out, each is a photograph now.")
        self.news.emit(one if len(ids) == 1 else many.format(n=len(ids)))
