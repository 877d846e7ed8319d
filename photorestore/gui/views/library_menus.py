"""`LibraryMenus`: what a right click in the library offers, on photographs and on albums."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from photorestore.gui.state.library_state import Kind, LibraryState, Place
from photorestore.gui.views.actions import Actions
from photorestore.gui.views.photo_grid import PhotoGrid

_OF_PHOTOS = ("quick_look", "edit_photos", "compare_photos", "queue_photos", "export_photos", "",
              "turn_left", "turn_right", "", "add_to_album", "new_album", "",
              "flag_keep", "flag_reject", "flag_none", "edit_caption", "",
              "split_page", "relink", "show_in_folder", "", "remove_photos", "untrash_photos")  # fmt: skip
_OF_PLACES = {Kind.ALBUM: ("rename_album", "remove_album"), Kind.TRASH: ("empty_trash",)}


class LibraryMenus:
    def __init__(self, actions: Actions, state: LibraryState, grid: PhotoGrid) -> None:
        self._actions = actions
        self._state = state
        self._grid = grid

    def show_for_photos(self, at: QPoint) -> None:
        """By key it opens at the pointer, too."""
        possible = [name for name in _OF_PHOTOS if not name or self._actions[name].isEnabled()]
        self._menu(possible).popup(at if self._grid.underMouse() else QCursor.pos())

    def show_for_place(self, place: Place, at: QPoint) -> None:
        self._state.show(place)
        self._menu((*_OF_PLACES.get(place.kind, ()), "new_album")).popup(at)

    def _menu(self, names: Iterable[str]) -> QMenu:
        menu = QMenu(self._grid)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu
