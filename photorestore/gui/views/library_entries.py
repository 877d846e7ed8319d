"""What can be done on the Library page: words, keys, icons."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photorestore.gui.views.actions import Entry


class LibraryEntries(QObject):
    def all(self) -> tuple[Entry, ...]:
        return (*self._file(), *self._edit(), *self._photo(), *self._stars(), *self._album(), *self._view())

    def _file(self) -> tuple[Entry, ...]:
        tip = self.tr("Take photographs into the library; they stay where they are")
        folder_tip = self.tr("Take a folder and all in it into the library; the photographs stay where they are")
        split_tip = self.tr("Cut the prints out of the scan of an album page; each becomes a photograph")
        return (
            Entry("import_photos", "file", self.tr("&Import photographs…"), tip, ("Ctrl+I",), "import"),
            Entry(
                "import_folder", "file", self.tr("Import &folder…"), folder_tip, ("Ctrl+Shift+I",), "import",
                everywhere=True,
            ),
            Entry("split_page", "file", self.tr("Cut album &page…"), split_tip, ("Ctrl+Alt+P",), "split-page",
                  after_line=True),
            Entry("export_photos", "file", self.tr("&Export…"), keys=("Ctrl+Shift+E",), icon="save", after_line=True),
            Entry("show_in_folder", "file", self.tr("Sho&w in file manager"), keys=("Ctrl+R",)),
        )  # fmt: skip

    def _edit(self) -> tuple[Entry, ...]:
        return (
            Entry("undo_library", "edit", self.tr("&Undo"), keys=("Ctrl+Z",), icon="undo"),
            Entry("redo_library", "edit", self.tr("&Redo"), keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
            Entry("select_all", "edit", self.tr("Select &all"), keys=("Ctrl+A",), on_page=True, after_line=True),
            Entry("select_none", "edit", self.tr("Select &none"), keys=("Ctrl+D", "Esc"), on_page=True),
            Entry("find_photos", "edit", self.tr("&Search"), keys=("Ctrl+F",), icon="search", after_line=True),
        )

    def _photo(self) -> tuple[Entry, ...]:
        edit_tip = self.tr("Open what is chosen on the Restore page")
        alike_tip = self.tr("Find scans of the same print, at other sizes or in other formats")
        turn_tip = self.tr("By a quarter, with all that was done to it; the file stays as it is")
        moved_tip = self.tr("Search a folder for the files of missing photographs")
        return (
            Entry("edit_photos", "photo", self.tr("Open in &Restore"), edit_tip, ("Return", "D"), "restore",
                  is_held=True),
            Entry("compare_photos", "photo", self.tr("&Compare"), keys=("C",), icon="split", on_page=True),
            Entry("queue_photos", "photo", self.tr("Add to the &queue"), keys=("Ctrl+Shift+Return",)),
            Entry("turn_left", "photo", self.tr("Turn to the le&ft"), turn_tip, ("Ctrl+[", "Ctrl+Shift+Left"),
                  "turn-left", after_line=True),
            Entry("turn_right", "photo", self.tr("Turn to the ri&ght"), turn_tip, ("Ctrl+]", "Ctrl+Shift+Right"),
                  "turn-right"),
            Entry("edit_caption", "photo", self.tr("Cap&tion"), keys=("F2",), on_page=True, after_line=True),
            Entry("flag_keep", "photo", self.tr("&Keep"), keys=("P",), icon="flag-keep", on_page=True, after_line=True),
            Entry("flag_reject", "photo", self.tr("Re&ject"), keys=("X",), icon="cancel", on_page=True),
            Entry("flag_none", "photo", self.tr("&No flag"), keys=("U",), on_page=True),
            Entry("find_alike", "photo", self.tr("Find &look-alikes"), alike_tip, ("Ctrl+Shift+D",), "alike",
                  after_line=True),
            Entry("select_others", "photo", self.tr("Select all &but the best"), keys=("Ctrl+Alt+D",)),
            Entry("relink", "photo", self.tr("Rel&ink missing file…"), keys=("Ctrl+L",), after_line=True),
            Entry("find_moved", "photo", self.tr("&Search folder for missing ones…"), moved_tip, ("Ctrl+Shift+L",)),
            Entry("remove_photos", "photo", self.tr("Re&move"), self.tr("From the album, or to the trash"),
                  ("Delete",), "remove", on_page=True, after_line=True),
            Entry("trash_photos", "photo", self.tr("Move to the tras&h"), keys=("Shift+Delete",), on_page=True),
            Entry("untrash_photos", "photo", self.tr("Take out of the tr&ash"), keys=("Ctrl+Backspace",)),
            Entry("empty_trash", "photo", self.tr("&Empty the trash…"), keys=("Ctrl+Shift+Backspace",),
                  after_line=True),
        )  # fmt: skip

    def _stars(self) -> tuple[Entry, ...]:
        words = (self.tr("N&o stars"), self.tr("&1 star"), self.tr("&2 stars"), self.tr("&3 stars"),
                 self.tr("&4 stars"), self.tr("&5 stars"))  # fmt: skip
        return tuple(
            Entry(f"stars_{n}", "photo", text, keys=(str(n),), on_page=True) for n, text in enumerate(words)
        )  # fmt: skip

    def _album(self) -> tuple[Entry, ...]:
        return (
            Entry("new_album", "album", self.tr("&New album…"), self.tr("Of what is chosen"), ("Ctrl+N",), "album"),
            Entry("add_to_album", "album", self.tr("&Add to album…"), keys=("Ctrl+Shift+A",), icon="add"),
            Entry("rename_album", "album", self.tr("&Rename album…"), keys=("Ctrl+F2",), after_line=True),
            Entry("remove_album", "album", self.tr("&Delete album"), self.tr("Its photographs stay in the library"),
                  ("Ctrl+Delete",)),
            Entry("move_earlier", "album", self.tr("Move to the &front"), keys=("Alt+Left",), on_page=True,
                  after_line=True),
            Entry("move_later", "album", self.tr("Move to the &end"), keys=("Alt+Right",), on_page=True),
        )  # fmt: skip

    def _view(self) -> tuple[Entry, ...]:
        look_tip = self.tr("The photograph over the whole page; arrows walk on, Space or Esc closes")
        flip_tip = self.tr("Turn the restored ones over: hold the key for a moment, or tap it to switch")
        return (
            Entry("show_details", "view", self.tr("&Details"), keys=("I",), icon="info", is_switch=True, on_page=True),
            Entry("flip_photos", "view", self.tr("&Originals"), flip_tip, ("\\",), "original", is_switch=True,
                  is_held=True, after_line=True),
            Entry("quick_look", "view", self.tr("&Quick look"), look_tip, ("Space",), "photographs", is_held=True),
            Entry("focus_grid", "view", self.tr("To the &photographs"), keys=("G",), on_page=True),
            Entry("larger_tiles", "view", self.tr("&Larger"), keys=("Ctrl++", "Ctrl+="), icon="zoom-in",
                  after_line=True),
            Entry("smaller_tiles", "view", self.tr("&Smaller"), keys=("Ctrl+-",), icon="zoom-out"),
        )  # fmt: skip
