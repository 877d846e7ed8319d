"""`ExportMemory`: what was chosen for the last export, from one start of the program to the next."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from photorestore.core.errors import UserError
from photorestore.exporting.presets import ExportPreset, presets_from_json, presets_to_json
from photorestore.gui.state.export_order import AlbumChoices, ExportOrder, Product

CONFLICTS = ("number", "skip", "overwrite")
_NOW, _LAST = "export", "last-export"


class ExportMemory:
    """What is damaged or from a newer program counts as not chosen."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    @property
    def product(self) -> Product:
        return self._product(_NOW)

    @property
    def preset(self) -> ExportPreset | None:
        return self._preset(_NOW)

    @property
    def conflict(self) -> str:
        return self._conflict(_NOW)

    @property
    def folder(self) -> Path:
        return self._folder(_NOW)

    @property
    def album(self) -> AlbumChoices:
        return self._album(_NOW)

    @property
    def last(self) -> ExportOrder | None:
        """The choices of the last export, without its photographs; None before the first."""
        preset = self._preset(_LAST)
        if preset is None:
            return None
        return ExportOrder(
            self._product(_LAST), (), preset, self._conflict(_LAST), self._folder(_LAST), self._album(_LAST)
        )

    def keep(
        self, product: Product, preset: ExportPreset, conflict: str, folder: Path, album: AlbumChoices, of: str = _NOW
    ) -> None:
        values = {
            "product": product.value,
            "preset": presets_to_json([preset]),
            "conflict": conflict,
            "folder": str(folder),
            "album": json.dumps(asdict(album)),
        }
        for name, value in values.items():
            self._memory.setValue(f"{of}/{name}", value)

    def keep_last(self, order: ExportOrder) -> None:
        self.keep(order.product, order.preset, order.conflict, order.folder, order.album, of=_LAST)

    def _text(self, of: str, name: str) -> str:
        return str(self._memory.value(f"{of}/{name}", ""))

    def _product(self, of: str) -> Product:
        found = self._text(of, "product")
        return Product(found) if found in list(Product) else Product.FILES

    def _preset(self, of: str) -> ExportPreset | None:
        try:
            return next(iter(presets_from_json(self._text(of, "preset"))), None)
        except UserError:
            return None

    def _conflict(self, of: str) -> str:
        found = self._text(of, "conflict")
        return found if found in CONFLICTS else CONFLICTS[0]

    def _folder(self, of: str) -> Path:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        found = self._text(of, "folder")
        return Path(found) if found else Path(pictures or Path.home()) / "PhotoRestore"

    def _album(self, of: str) -> AlbumChoices:
        usual = AlbumChoices()
        try:
            values = json.loads(self._text(of, "album"))
            return AlbumChoices(**{entry.name: type(getattr(usual, entry.name))(values[entry.name])
                                   for entry in fields(usual) if entry.name in values})  # fmt: skip
        except (ValueError, TypeError, AttributeError):
            return usual
