"""What can be done on the Export page: words, keys, icons."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photorestore.gui.state.export_order import Product
from photorestore.gui.views.actions import Entry

PRODUCTS = {f"export_{product.value}": product for product in Product}


class ExportEntries(QObject):
    def all(self) -> tuple[Entry, ...]:
        return (*self._products(), *self._doing(), *self._list())

    def _products(self) -> tuple[Entry, ...]:
        pairs, pairs_tip = self.tr("&Before and after"), self.tr("A picture of each photograph before and after")
        sheet, sheet_tip = self.tr("&Contact sheet"), self.tr("Many small photographs on a page")
        pdf, pdf_tip = self.tr("PDF &album"), self.tr("Pages with captions, to print or send")
        gallery = self.tr("&Web gallery")
        tip = self.tr("A folder that any browser opens without the internet, with sliders from before to after")
        return (
            _product("export_files", self.tr("Fi&les"), self.tr("Each photograph as a file"), "Ctrl+1", "files"),
            _product("export_pairs", pairs, pairs_tip, "Ctrl+2", "pairs"),
            _product("export_sheet", sheet, sheet_tip, "Ctrl+3", "contact-sheet"),
            _product("export_pdf", pdf, pdf_tip, "Ctrl+4", "pdf-album"),
            _product("export_gallery", gallery, tip, "Ctrl+5", "gallery"),
        )

    def _doing(self) -> tuple[Entry, ...]:
        repeat, tip = self.tr("&Repeat the last export"), self.tr("With the photographs that are in the list now")
        folder, save = self.tr("Choose &the folder…"), self.tr("&Save as a preset…")
        return (
            Entry(
                "export_start",
                "file",
                self.tr("&Export"),
                keys=("Ctrl+Return", "Ctrl+Enter"),
                icon="export",
                after_line=True,
            ),
            Entry("export_cancel", "file", self.tr("Ca&ncel the export"), keys=("Ctrl+.",), icon="cancel"),
            Entry("export_repeat", "file", repeat, tip, ("Ctrl+Alt+Shift+E",), "redo", everywhere=True),
            Entry("export_folder", "file", folder, keys=("Ctrl+D",), icon="open", after_line=True),
            Entry("export_show", "file", self.tr("S&how the folder"), keys=("Ctrl+R",), icon="photographs"),
            Entry("export_save_preset", "file", save, keys=("Ctrl+S",), icon="save", after_line=True),
            Entry("export_delete_preset", "file", self.tr("&Delete the preset"), keys=("Ctrl+Delete",), icon="remove"),
        )

    def _list(self) -> tuple[Entry, ...]:
        version, version_tip = self.tr("Next &version"), self.tr("Export another version of the chosen photographs")
        original, best = self.tr("&Original of all"), self.tr("&Restored version of all")
        remove = self.tr("Take out of the &list")
        return (
            Entry("export_version", "photo", version, version_tip, ("V",), on_page=True),
            Entry("export_originals", "photo", original, keys=("Ctrl+Shift+O",)),
            Entry("export_best", "photo", best, keys=("Ctrl+Shift+R",)),
            Entry("export_remove", "photo", remove, keys=("Delete",), icon="remove", on_page=True, after_line=True),
        )


def _product(name: str, words: str, tip: str, key: str, icon: str) -> Entry:
    return Entry(name, "file", words, tip, (key,), icon, is_switch=True)
