"""What can be done on the Restore page besides painting the mask: words, keys, icons."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photorestore.gui.views.actions import Entry


class RestoreEntries(QObject):
    def all(self) -> tuple[Entry, ...]:
        return (*self._file(), *self._restore(), *self._settings(), *self._faces(), *self._view())

    def _file(self) -> tuple[Entry, ...]:
        open_tip = self.tr("Open photographs; you can also drop them on the window")
        save_tip = self.tr("Save the restored photograph in a file of its own; the original stays as it is")
        return (
            Entry("open", "file", self.tr("&Open…"), open_tip, ("Ctrl+O",), "open", everywhere=True),
            Entry("save", "file", self.tr("&Save as…"), save_tip, ("Ctrl+Shift+S",), "save", after_line=True),
            Entry("close", "file", self.tr("&Close photograph"), keys=("Ctrl+W",)),
        )

    def _restore(self) -> tuple[Entry, ...]:
        preview = self.tr("Restore only what is seen, to judge the settings")
        methods = self.tr("See a patch by every denoising method side by side, and take one")
        turn = self.tr("By a quarter, with mask, faces and results; the file stays as it is")
        suggest = self.tr("Look at the photograph again and go with what is proposed")
        return (
            Entry("restore", "photo", self.tr("&Restore"), keys=("Ctrl+Return",), icon="restore"),
            Entry("cancel", "photo", self.tr("&Cancel"), keys=("Ctrl+.",), icon="cancel"),
            Entry(
                "preview", "photo", self.tr("Preview &here"), preview, ("P",), "preview", on_page=True, after_line=True
            ),
            Entry("end_preview", "photo", self.tr("&End the preview"), keys=("Shift+P",), on_page=True),
            Entry("suggest", "photo", self.tr("S&uggest"), suggest, ("Ctrl+Shift+U",), "suggest"),
            Entry("methods", "photo", self.tr("Compare &methods…"), methods, ("Ctrl+Shift+N",), "compare"),
            Entry(
                "turn_shown_left",
                "photo",
                self.tr("Turn to the &left"),
                turn,
                ("Ctrl+[", "Ctrl+Shift+Left"),
                "turn-left",
                after_line=True,
            ),
            Entry(
                "turn_shown_right",
                "photo",
                self.tr("Turn to the ri&ght"),
                turn,
                ("Ctrl+]", "Ctrl+Shift+Right"),
                "turn-right",
            ),
            Entry("next", "photo", self.tr("&Next photograph"), keys=("PgDown",), on_page=True, after_line=True),
            Entry("previous", "photo", self.tr("Pre&vious photograph"), keys=("PgUp",), on_page=True),
        )

    def _settings(self) -> tuple[Entry, ...]:
        snapshot = self.tr("Keep the settings of now under a name; everything else is kept anyway")
        copy = self.tr("Copy the settings, without mask and faces")
        paste = self.tr("Use the copied settings for this photograph; its mask and faces stay")
        return (
            Entry("snapshot", "edit", self.tr("Na&me these settings…"), snapshot, ("Ctrl+S",), "snapshot",
                  after_line=True),
            Entry(
                "copy_settings", "edit", self.tr("C&opy settings"), copy, ("Ctrl+Shift+C",), "copy-settings"
            ),
            Entry(
                "paste_settings", "edit", self.tr("P&aste settings"), paste, ("Ctrl+Shift+V",), "paste-settings"
            ),
        )  # fmt: skip

    def _faces(self) -> tuple[Entry, ...]:
        return (
            Entry("next_face", "photo", self.tr("Next &face"), keys=("M",), on_page=True, after_line=True),
            Entry("previous_face", "photo", self.tr("Previous f&ace"), keys=("Shift+M",), on_page=True),
        )

    def _view(self) -> tuple[Entry, ...]:
        split = self.tr("&Before and after")
        tip = self.tr("Show before and after beside a line; drag it")
        return (Entry("split", "view", split, tip, ("Y", "Shift+Y"), "split", is_switch=True, on_page=True),)
