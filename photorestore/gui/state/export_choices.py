"""`ExportChoices`: as what photographs are exported, with which preset, where to; and the presets to choose from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from photorestore.core.errors import UserError
from photorestore.exporting.presets import PRESETS, ExportPreset, load_presets, save_presets
from photorestore.gui.state.export_memory import ExportMemory
from photorestore.gui.state.export_order import ExportOrder, Product


class ExportChoices(QObject):
    """`template` is what was typed; while it is none, `template_trouble` says why and the last good one holds."""

    changed = Signal()
    trouble = Signal(str)

    def __init__(self, presets: Path, memory: ExportMemory) -> None:
        super().__init__()
        self._path = presets
        self._memory = memory
        self.own: tuple[ExportPreset, ...] = ()
        self._cannot_read = ""
        try:
            self.own = load_presets(presets)
        except UserError as error:  # said when somebody wants to save, which would write over them
            self._cannot_read = str(error)
        self.product = memory.product
        self.preset = memory.preset or PRESETS[0]
        self.template = self.preset.template
        self.template_trouble = ""
        self.conflict = memory.conflict
        self.folder = memory.folder
        self.album = memory.album

    @property
    def presets(self) -> tuple[ExportPreset, ...]:
        return (*PRESETS, *self.own)

    @property
    def saved_preset(self) -> ExportPreset | None:
        """The one of this name as it was saved."""
        return next((known for known in self.presets if known.name == self.preset.name), None)

    @property
    def is_changed(self) -> bool:
        return self.preset != self.saved_preset

    @property
    def is_own(self) -> bool:
        return self.preset.name in [known.name for known in self.own]

    # --- choosing -------------------------------------------------------------------------------------------------

    def set_product(self, product: Product) -> None:
        self.product = product
        self._tell()

    def set_conflict(self, conflict: str) -> None:
        self.conflict = conflict
        self._tell()

    def set_folder(self, folder: Path) -> None:
        self.folder = folder
        self._tell()

    def change_album(self, **values: Any) -> None:
        self.album = replace(self.album, **values)
        self._tell()

    def change_preset(self, **values: Any) -> None:
        self.preset = replace(self.preset, **values)
        self._tell()

    def set_template(self, template: str) -> None:
        self.template = template
        try:
            self.preset = replace(self.preset, template=template)
            self.template_trouble = ""
        except UserError as error:
            self.template_trouble = str(error)
        self._tell()

    def choose_preset(self, name: str) -> None:
        self._use(next(known for known in self.presets if known.name == name))
        self._tell()

    def take(self, order: ExportOrder) -> None:
        """The choices of an earlier export."""
        self.product, self.conflict, self.folder, self.album = order.product, order.conflict, order.folder, order.album
        self._use(order.preset)
        self._tell()

    # --- the user's own presets -----------------------------------------------------------------------------------

    def save_preset(self, name: str) -> bool:
        """What is chosen now, under a name; the same name again replaces the user's own."""
        name = " ".join(name.split())
        if name in [known.name for known in PRESETS]:
            words = self.tr("“{name}” comes with the program and stays as it is. Choose another name.")
            self.trouble.emit(words.format(name=name))
            return False
        try:
            made = replace(self.preset, name=name)
            return self._save((*(known for known in self.own if known.name != name), made), made)
        except UserError as error:
            self.trouble.emit(str(error))
            return False

    def delete_preset(self) -> None:
        """Of the user's own, the one that is chosen."""
        if self.is_own:
            rest = tuple(known for known in self.own if known.name != self.preset.name)
            self._save(rest, PRESETS[0])

    def _save(self, own: tuple[ExportPreset, ...], chosen: ExportPreset) -> bool:
        if self._cannot_read:
            self.trouble.emit(self._cannot_read)
            return False
        try:
            save_presets(own, self._path)
        except UserError as error:
            self.trouble.emit(str(error))
            return False
        self.own = own
        self._use(chosen)
        self._tell()
        return True

    def _use(self, preset: ExportPreset) -> None:
        self.preset, self.template, self.template_trouble = preset, preset.template, ""

    def _tell(self) -> None:
        self._memory.keep(self.product, self.preset, self.conflict, self.folder, self.album)
        self.changed.emit()
