"""`LibrarySwitches`: which of the Library page's actions can be triggered, by what is chosen and shown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photorestore.gui.library_parts import LibraryParts
from photorestore.gui.state.library_state import Kind
from photorestore.gui.views.actions import Actions
from photorestore.library.photos import UNREACHABLE

_FOR_CHOSEN = ("edit_photos", "queue_photos", "flag_keep", "flag_reject", "flag_none", "remove_photos",
               "trash_photos", "export_photos", "add_to_album", "turn_left", "turn_right",
               *(f"stars_{n}" for n in range(6)))  # fmt: skip
_BY_PAGE = {"compare_photos": "go_compare", "export_photos": "go_export", "queue_photos": "go_queue"}


class LibrarySwitches(QObject):
    def __init__(self, parts: LibraryParts, actions: Actions) -> None:
        super().__init__(actions)  # it ends with the window that they belong to
        self._state = parts.state
        self._history = parts.edits.history
        self._actions = actions
        state = parts.state
        for changed in (state.chosen_changed, state.place_changed, state.listed, state.albums_changed):
            changed.connect(self._show_actions)
        self._history.changed.connect(self._show_history)
        self._show_actions()
        self._show_history()

    def _show_actions(self) -> None:
        actions, state = self._actions, self._state
        has_choice, in_album = bool(state.chosen), state.place.kind is Kind.ALBUM
        in_trash = state.place.kind is Kind.TRASH
        for name in _FOR_CHOSEN:
            actions.set_enabled(name, has_choice and not in_trash)
        known = {entry.name for entry in actions.entries}
        for name, page in _BY_PAGE.items():
            actions.set_enabled(name, page in known and has_choice and not in_trash)
        actions.set_enabled("untrash_photos", has_choice and in_trash)
        actions.set_enabled("empty_trash", state.trash_count > 0)
        one = state.glance_of(state.current) if state.current is not None and len(state.chosen) == 1 else None
        actions.set_enabled("edit_caption", one is not None)
        actions.set_enabled("quick_look", bool(state.ids))
        actions.set_enabled("show_in_folder", state.current is not None)
        actions.set_enabled("relink", one is not None and one.photo.state in UNREACHABLE)
        actions.set_enabled("split_page", one is not None and one.photo.state not in UNREACHABLE)
        actions.set_enabled("select_others", state.place.kind is Kind.ALIKE and bool(state.ids))
        for name in ("rename_album", "remove_album"):
            actions.set_enabled(name, in_album)
        for name in ("move_earlier", "move_later"):
            actions.set_enabled(name, has_choice and state.can_arrange)

    def _show_history(self) -> None:
        history = self._history
        for name, plain, what in (
            ("undo_library", self.tr("&Undo"), history.undo_words),
            ("redo_library", self.tr("&Redo"), history.redo_words),
        ):
            self._actions.set_enabled(name, bool(what))
            self._actions[name].setText(f"{plain} ({what})" if what else plain)
