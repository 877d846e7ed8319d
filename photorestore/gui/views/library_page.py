"""`LibraryPage`: albums at the left, photographs in the middle, what is known of them at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from photorestore.core.errors import UserError
from photorestore.gui.library_parts import LibraryParts
from photorestore.gui.samples import own_samples
from photorestore.gui.settings import IMPORT_COPY, Settings
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.library_state import Kind, Place
from photorestore.gui.theme import Theme
from photorestore.gui.views.actions import Actions, Entry
from photorestore.gui.views.invitation import Invitation
from photorestore.gui.views.library_bar import LibraryBar
from photorestore.gui.views.library_dialogs import LibraryDialogs
from photorestore.gui.views.library_entries import LibraryEntries
from photorestore.gui.views.library_keys import GridKeys
from photorestore.gui.views.library_menus import LibraryMenus
from photorestore.gui.views.library_places import LibraryPlaces
from photorestore.gui.views.library_strip import LibraryStrip
from photorestore.gui.views.library_switches import LibrarySwitches
from photorestore.gui.views.library_work import LibraryWork
from photorestore.gui.views.page import Page
from photorestore.gui.views.photo_details import PhotoDetails
from photorestore.gui.views.photo_grid import STEP_PX, USUAL_PX, PhotoGrid
from photorestore.gui.views.question import ask
from photorestore.gui.views.quick_look import QuickLook
from photorestore.gui.views.surround import surround_colour
from photorestore.library.database import Database
from photorestore.library.photos import Flag


class LibraryPage(Page):
    def __init__(
        self,
        db: Database,
        parts: LibraryParts,
        errands: Errands,
        settings: Settings,
        theme: Theme,
        memory: QSettings,
    ) -> None:
        super().__init__()
        self._parts = parts
        self._state = parts.state
        self._edits = parts.edits
        self._errands = errands
        self._settings = settings
        self._memory = memory
        self._theme = theme
        self._actions: Actions | None = None
        self._keys: GridKeys | None = None
        self.invitation = Invitation(
            "library",
            self.tr("Drop a folder of photographs here"),
            self.tr("They stay where they are and are never changed.\nHere you find, sort, restore and show them."),
            [
                (self.tr("Import a folder…"), self.choose_folder),
                (self.tr("Choose photographs…"), self.choose_photos),
                (self.tr("Three damaged samples"), self._take_samples),
            ],
        )
        self.grid = PhotoGrid(parts.state, parts.thumbnails, theme)
        self.bar = LibraryBar(parts.state, self.grid)
        self.strip = LibraryStrip(parts.state, parts.jobs)
        self.look = QuickLook(parts.state, parts.thumbnails, parts.looks)
        self.places = LibraryPlaces(parts.state, theme)
        self.details = PhotoDetails(db, parts.state, parts.edits, theme)
        self.dialogs = LibraryDialogs(self, memory)
        self.work = LibraryWork(self, db, parts, self.dialogs, theme)
        self._build()
        self._connect()

    # --- what the window asks -------------------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        return ""

    @property
    def status(self) -> str:
        number, everything = len(self._state.chosen), len(self._state.ids)
        if number:
            return self.tr("{n} of {all} chosen").format(n=number, all=everything)
        return self.tr("1 photograph") if everything == 1 else self.tr("{n} photographs").format(n=everything)

    def entries(self) -> tuple[Entry, ...]:
        return LibraryEntries().all()

    def commands(self) -> Mapping[str, Callable[..., object]]:
        edits, work, state, grid = self._edits, self.work, self._state, self.grid
        return {
            "import_photos": self.choose_photos,
            "import_folder": self.choose_folder,
            "split_page": work.split_page,
            "export_photos": lambda: self._errands.export(self._whole_choice()),
            "show_in_folder": self._show_in_folder,
            "undo_library": edits.undo,
            "redo_library": edits.redo,
            "select_all": grid.selectAll,
            "select_none": grid.clearSelection,
            "find_photos": self._go_to_search,
            "edit_photos": lambda: self._errands.edit(self._current_first()),
            "compare_photos": lambda: self._errands.compare(self._current_first()),
            "queue_photos": lambda: self._errands.queue_wanted.emit(list(state.chosen), None),
            "turn_left": lambda: edits.turn(state.chosen, -1),
            "turn_right": lambda: edits.turn(state.chosen, 1),
            "edit_caption": self._edit_caption,
            "flag_keep": lambda: edits.set_flag(state.chosen, Flag.KEEP),
            "flag_reject": lambda: edits.set_flag(state.chosen, Flag.REJECT),
            "flag_none": lambda: edits.set_flag(state.chosen, Flag.NONE),
            "find_alike": self._parts.jobs.find_alike,
            "select_others": self._select_others,
            "relink": work.relink,
            "find_moved": work.find_moved,
            "remove_photos": work.remove,
            "trash_photos": work.trash,
            "untrash_photos": lambda: edits.take_out_of_trash(state.chosen),
            "empty_trash": work.empty_trash,
            **{f"stars_{n}": partial(self._give_stars, n) for n in range(6)},
            "new_album": work.new_album,
            "add_to_album": work.add_to_album,
            "rename_album": work.rename_album,
            "remove_album": work.remove_album,
            "move_earlier": lambda: grid.move_by_key(-1),
            "move_later": lambda: grid.move_by_key(1),
            "show_details": self._show_details,
            "flip_photos": self._flip,
            "quick_look": self._look,
            "focus_grid": lambda: grid.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "larger_tiles": lambda: grid.set_tile_size(grid.tile.side_px + STEP_PX),
            "smaller_tiles": lambda: grid.set_tile_size(grid.tile.side_px - STEP_PX),
        }

    def bind(self, actions: Actions) -> None:
        self._actions = actions
        self.bar.bind(actions)
        shows_details = str(self._memory.value("library-details", "true")) != "false"
        actions["show_details"].setChecked(shows_details)
        self._show_details(shows_details)
        self._switches = LibrarySwitches(self._parts, actions)
        self._menus = LibraryMenus(actions, self._state, self.grid)
        self.grid.menu_wanted.connect(self._menus.show_for_photos)
        self.places.menu_wanted.connect(self._menus.show_for_place)
        self._keys = GridKeys(actions)
        self.grid.held_key = self.look.held_key = self._keys.take
        self.look.closed.connect(self._end_look)

    def panes(self) -> Sequence[QWidget]:
        return (self.invitation, self.look, self.bar, self.places, self.grid, self.details)

    def palette_items(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """Albums; photographs are too many, search finds them."""
        return [(album.name, partial(self._show_album, album.id)) for album in self._state.albums]

    def take_files(self, paths: Sequence[Path]) -> bool:
        self.take_in(paths)
        return True

    def set_welcoming(self, on: bool) -> None:
        self.invitation.set_welcoming(on)
        self._drop.setProperty("welcoming", on)
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)

    def may_close(self) -> bool:
        """Not before somebody agreed to lose what the library can't take now."""
        if not self.work.close_pages():
            return False
        if self.details.take_all():
            return True
        self.show_wanted.emit()
        ask(
            self,
            self.tr("Close without what you typed?"),
            self.tr("A caption, a date or a note could not be saved. If the window stays open, you can try again."),
            self.tr("Close anyway"), self.tr("Keep it open"), self._close_anyway,
        )  # fmt: skip
        return False

    @property
    def holds_unsaved(self) -> bool:
        return self.work.has_open_pages or self.details.holds_typed

    def end(self) -> None:
        self.work.end()

    def _close_anyway(self) -> None:
        self.details.drop_typed()
        self.window().close()

    def recolour(self) -> None:
        for part in (self.invitation, self.grid, self.bar, self.places, self.details):
            part.recolour()
        self.look.set_surround(surround_colour(self._settings, self._theme))

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._drop = QFrame()
        self._drop.setProperty("kind", "tabledrop")
        middle = QVBoxLayout(self._drop)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for widget in (self.bar, self.strip):
            middle.addWidget(widget)
        middle.addWidget(self.grid, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.places)
        row.addWidget(self._drop, 1)
        row.addWidget(self.details)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.invitation)
        self._pages.addWidget(whole)
        self._pages.addWidget(self.look)
        QWidget.setTabOrder(self.bar, self.places)
        self.grid.set_tile_size(int(str(self._memory.value("library-tile", USUAL_PX))))

    def _connect(self) -> None:
        state, jobs = self._state, self._parts.jobs
        self.grid.doubleClicked.connect(lambda: self._trigger("edit_photos"))
        self.grid.moved.connect(self._move)
        self.grid.size_changed.connect(lambda side_px: self._memory.setValue("library-tile", side_px))
        self.places.photos_dropped.connect(self.work.drop)
        self.places.rename_wanted.connect(self.work.rename_album)
        self.places.remove_wanted.connect(self._edits.remove_album)
        self.strip.action_wanted.connect(self._trigger)
        self._errands.import_wanted.connect(self.take_in)
        for trouble in (state.trouble, self._edits.trouble, jobs.failed, self.work.trouble):
            trouble.connect(self.trouble)
        self.work.news.connect(self.news)
        for changed in (state.chosen_changed, state.place_changed, state.listed, state.albums_changed):
            changed.connect(self._show_empty)
            changed.connect(self.words_changed)
        jobs.progress.connect(self._show_empty)
        self._show_empty()

    # --- bringing in ----------------------------------------------------------------------------------------------

    def choose_photos(self) -> None:
        self.dialogs.ask_files(self.tr("Import photographs"), self.take_in)

    def choose_folder(self) -> None:
        self.show_wanted.emit()
        self.dialogs.ask_folder(self.tr("Import a folder"), self.take_in)

    def take_in(self, paths: Sequence[Path]) -> None:
        self._parts.jobs.take_in(list(paths), self._settings.get(IMPORT_COPY) == "copy")

    def _take_samples(self) -> None:
        try:
            self.take_in(own_samples())
        except UserError as error:
            self.trouble.emit(str(error))

    # --- doing ----------------------------------------------------------------------------------------------------

    def _current_first(self) -> list[int]:
        chosen, current = list(self._state.chosen), self._state.current
        return [current, *(one for one in chosen if one != current)] if current in chosen and current else chosen

    def _whole_choice(self) -> list[int]:
        return list(self._state.chosen) or list(self._state.ids)

    def _give_stars(self, stars: int) -> None:
        self._edits.set_stars(self._state.chosen, stars)

    def _select_others(self) -> None:
        self._state.choose_others()
        self.grid.show_chosen()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, ids: Sequence[int], before: int | None) -> None:
        if self._state.place.album_id is not None:
            self._edits.move_in_album(self._state.place.album_id, ids, before)

    def _show_album(self, album_id: int) -> None:
        self.show_wanted.emit()
        self._state.show(Place(Kind.ALBUM, "all", album_id))

    def _go_to_search(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _edit_caption(self) -> None:
        self._trigger_switch("show_details", True)
        self.details.edit_caption()

    def _show_in_folder(self) -> None:
        glance = self._state.glance_of(self._state.current) if self._state.current else None
        if glance is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(glance.photo.path.parent)))

    def _show_details(self, on: bool) -> None:
        self.details.setVisible(on)
        self._memory.setValue("library-details", "true" if on else "false")

    def _flip(self, on: bool) -> None:
        self.grid.set_flipped(on)
        self.look.set_flipped(on)

    def _look(self) -> None:
        """At the current photograph, or the first."""
        if self._state.current is None and self._state.ids:
            at = max(0, self.grid.currentIndex().row())
            self._state.choose([self._state.ids[at]])
        if self._state.current is not None:
            self._pages.setCurrentWidget(self.look)
            self.set_entrance(self.look)
            self.look.open()
            self.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_look(self) -> None:
        if self._pages.currentWidget() is self.look:
            self._pages.setCurrentIndex(1)
            self.set_entrance(self.grid)
            self.grid.show_chosen()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trigger(self, name: str) -> None:
        if self._actions is not None:
            self._actions[name].trigger()

    def _trigger_switch(self, name: str, on: bool) -> None:
        if self._actions is not None:
            self._actions[name].setChecked(on)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate and self._keys is not None:
            self._keys.let_go()
        return super().event(event)

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_empty(self) -> None:
        is_empty = self._state.is_empty and not self._parts.jobs.running
        was_empty = self._pages.currentIndex() == 0
        if is_empty or self._pages.currentWidget() is not self.look:
            self.set_entrance(self.invitation if is_empty else self.grid)
        if is_empty != was_empty:
            self._pages.setCurrentIndex(0 if is_empty else 1)
            if self.isVisible():
                self.enter()
        self.grid.set_empty_words(self._empty_words())

    def _empty_words(self) -> str:
        state = self._state
        if self._parts.jobs.running == "import":
            return ""
        if state.search:
            return self.tr("Nothing is found for “{words}”.").format(words=state.search)
        if state.place.kind is Kind.ALBUM:
            return self.tr("This album is empty. Drag photographs onto its name, or choose “Add to album”.")
        if state.place.kind is Kind.ALIKE:
            return self.tr("No two photographs look the same.")
        return self.tr("There are no photographs here.")
