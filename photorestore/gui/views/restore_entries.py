"""What can be done on the Restore page: words, keys, icons."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photorestore.gui.views.actions import Entry


class RestoreEntries(QObject):
    def all(self) -> tuple[Entry, ...]:
        return (*self._file(), *self._restore(), *self._view(), *self._zoom())

    def _file(self) -> tuple[Entry, ...]:
        open_tip = self.tr("Open photographs; you can also drop them on the window")
        save_tip = self.tr("Save the restored photograph; the original stays as it is")
        return (
            Entry("open", "file", self.tr("&Open…"), open_tip, ("Ctrl+O",), "open", everywhere=True),
            Entry("save", "file", self.tr("&Save as…"), save_tip, ("Ctrl+S", "Ctrl+Shift+S"), "save"),
            Entry("close", "file", self.tr("&Close photograph"), keys=("Ctrl+W",)),
        )

    def _restore(self) -> tuple[Entry, ...]:
        return (
            Entry("restore", "restore", self.tr("&Restore"), keys=("Ctrl+Return",), icon="restore"),
            Entry("cancel", "restore", self.tr("&Cancel"), keys=("Ctrl+.",), icon="cancel"),
            Entry("next", "restore", self.tr("&Next photograph"), keys=("PgDown",), on_page=True),
            Entry("previous", "restore", self.tr("&Previous photograph"), keys=("PgUp",), on_page=True),
        )

    def _view(self) -> tuple[Entry, ...]:
        split, split_tip = (
            self.tr("&Before and after"),
            self.tr("Show before and after side by side; drag the line between them"),
        )
        original = self.tr("&Original")
        original_tip = self.tr("Show the original: hold the key for a moment, or tap it to switch")
        held = ("\\", "Shift+Space")
        damage, damage_tip = self.tr("&Damage"), self.tr("Colour what is damaged")
        return (
            Entry("split", "view", split, split_tip, ("Shift+Y",), "split", is_switch=True, on_page=True),
            Entry(
                "original", "view", original, original_tip, held, "original",
                is_switch=True, on_page=True, is_held=True,
            ),
            Entry("damage", "view", damage, damage_tip, ("O",), "damage", is_switch=True, on_page=True),
        )  # fmt: skip

    def _zoom(self) -> tuple[Entry, ...]:
        fit, full = self.tr("Show the whole photograph"), self.tr("One pixel of the photograph on one of the screen")
        return (
            Entry("fit", "view", self.tr("&Fit in window"), fit, ("Ctrl+0", "F"), "fit", on_page=True),
            Entry("full_size", "view", self.tr("&100 %"), full, ("Ctrl+1", "1"), "full-size", on_page=True),
            Entry("toggle_fit", "view", self.tr("S&witch fit and 100 %"), keys=("Z",), on_page=True),
            Entry("zoom_in", "view", self.tr("Zoom &in"), keys=("Ctrl++", "Ctrl+="), icon="zoom-in"),
            Entry("zoom_out", "view", self.tr("Zoom o&ut"), keys=("Ctrl+-",), icon="zoom-out"),
        )
