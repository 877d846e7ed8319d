"""What can be done on the Compare page: words, keys, icons."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photorestore.gui.state.compare_state import Mode
from photorestore.gui.views.actions import Entry

MODES = {f"compare_{mode.value}": mode for mode in Mode}


class CompareEntries(QObject):
    def all(self) -> tuple[Entry, ...]:
        return (*self._modes(), *self._versions(), *self._photos(), *self._zoom())

    def _modes(self) -> tuple[Entry, ...]:
        flicker, flicker_tip = (
            self.tr("&In place"),
            self.tr("One version at a time in the same place; a key changes it"),
        )
        line_tip = self.tr("Left and Right move the line whose ring is bolder")
        split, split_tip = self.tr("&Split"), self.tr("Parts beside each other; drag the line between them")
        side, side_tip = self.tr("Side &by side"), self.tr("Zoom and place go together; Shift and drag moves one alone")
        stack, stack_tip = self.tr("&Top and bottom"), self.tr("As side by side, for wide photographs")
        difference = self.tr("&Difference")
        onion, onion_tip = self.tr("&Onion skin"), self.tr("One version shines through the other; a slider blends them")
        tip = self.tr("Only what differs, amplified: black where two versions are the same")
        return (
            _mode("compare_flicker", flicker, flicker_tip, "B", "flicker"),
            _mode("compare_split", split, split_tip, "Shift+Y", "split"),
            _mode("compare_side", side, side_tip, "Y", "side-by-side"),
            _mode("compare_stack", stack, stack_tip, "Alt+Y", "top-bottom"),
            _mode("compare_difference", difference, tip, "Shift+X", "difference"),
            _mode("compare_onion", onion, onion_tip, "Shift+N", "onion"),
            Entry("compare_next_line", "view", self.tr("Ne&xt line"), line_tip, ("N",), on_page=True),
            Entry("compare_more", "view", self.tr("Amplify &more"), keys=(".", "]"), on_page=True, after_line=True),
            Entry("compare_less", "view", self.tr("Amplify &less"), keys=(",", "["), on_page=True),
            Entry(
                "compare_loupe", "view", self.tr("Lou&pe"), self.tr("Enlarge what is under the pointer"), ("L",),
                "loupe", is_switch=True, on_page=True,
            ),
        )  # fmt: skip

    def _versions(self) -> tuple[Entry, ...]:
        flicker, tip = self.tr("&Flicker"), self.tr("Show the next version in the same place; hold for a moment's look")
        keep, keep_tip = self.tr("&Keep this version"), self.tr("It is the photograph's result from now on")
        held = ("\\", "Shift+Space")
        return (
            Entry("compare_step", "view", flicker, tip, held, on_page=True, is_held=True, after_line=True),
            Entry("compare_next_version", "view", self.tr("&Next version"), keys=("Right",), on_page=True),
            Entry("compare_previous_version", "view", self.tr("Pre&vious version"), keys=("Left",), on_page=True),
            Entry("compare_keep", "photo", keep, keep_tip, ("Return", "Enter"), "verified", on_page=True),
            Entry("compare_undo", "edit", self.tr("&Undo"), keys=("Ctrl+Z",), icon="undo"),
            Entry("compare_redo", "edit", self.tr("&Redo"), keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
        )

    def _photos(self) -> tuple[Entry, ...]:
        following, before = self.tr("Next p&hotograph"), self.tr("Previous photo&graph")
        flag, reject, clear = self.tr("Flag as good"), self.tr("Flag as rejected"), self.tr("Remove the flag")
        return (
            Entry(
                "compare_next", "photo", following, keys=("Down", "PgDown"), icon="next", on_page=True, after_line=True
            ),
            Entry("compare_previous", "photo", before, keys=("Up", "PgUp"), icon="previous", on_page=True),
            Entry("compare_flag", "photo", flag, keys=("P",), icon="flag", on_page=True, after_line=True),
            Entry("compare_reject", "photo", reject, keys=("X",), icon="cancel", on_page=True),
            Entry("compare_unflag", "photo", clear, keys=("U",), icon="clear", on_page=True),
        )

    def _zoom(self) -> tuple[Entry, ...]:
        fit, full = self.tr("Show the whole photograph"), self.tr("One pixel of the photograph on one of the screen")
        return (
            Entry(
                "compare_fit",
                "view",
                self.tr("Fit in &window"),
                fit,
                ("Ctrl+0", "F"),
                "fit",
                on_page=True,
                after_line=True,
            ),
            Entry("compare_full", "view", self.tr("&100 %"), full, ("Ctrl+1", "1"), "full-size", on_page=True),
            Entry("compare_double", "view", self.tr("&200 %"), keys=("Ctrl+2", "2"), on_page=True),
            Entry("compare_toggle_fit", "view", self.tr("Switch fit and 100 %"), keys=("Z",), on_page=True),
            Entry(
                "compare_zoom_in",
                "view",
                self.tr("Zoom in"),
                keys=("Ctrl++", "Ctrl+="),
                icon="zoom-in",
                after_line=True,
            ),
            Entry("compare_zoom_out", "view", self.tr("Zoom out"), keys=("Ctrl+-",), icon="zoom-out"),
        )


def _mode(name: str, words: str, tip: str, key: str, icon: str) -> Entry:
    return Entry(name, "view", words, tip, (key,), icon, is_switch=True, on_page=True)
