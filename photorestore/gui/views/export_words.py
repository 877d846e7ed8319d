"""The words for what exports, presets and their outcomes are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from photorestore.exporting.presets import PRESETS, ExportPreset
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.state.export_order import ExportPlan, Fate, Outcome, PlannedFile, Product
from photorestore.gui.words import QT_TRANSLATE_NOOP

_PRESETS = {
    "Family share": QT_TRANSLATE_NOOP("Presets", "Family share"),
    "Print": QT_TRANSLATE_NOOP("Presets", "Print"),
    "Archive": QT_TRANSLATE_NOOP("Presets", "Archive"),
}


class ExportWords(QObject):
    def preset(self, preset: ExportPreset) -> str:
        """The program's own have translated names; the user's are as they were typed."""
        is_ours = preset.name in [known.name for known in PRESETS]
        return QCoreApplication.translate("Presets", _PRESETS[preset.name]) if is_ours else preset.name

    def metadata(self) -> list[tuple[str, str]]:
        return [
            ("keep", self.tr("Keep everything")),
            ("no location", self.tr("Keep, but no place")),
            ("none", self.tr("Remove everything")),
        ]

    def profiles(self) -> list[tuple[str, str]]:
        return [("keep", self.tr("As the photograph")), ("sRGB", self.tr("sRGB, the same everywhere"))]

    def conflicts(self) -> list[tuple[str, str]]:
        return [
            ("number", self.tr("Add a number")),
            ("skip", self.tr("Skip the photograph")),
            ("overwrite", self.tr("Replace the file")),
        ]

    def target(self, planned: PlannedFile) -> str:
        name = planned.target.name
        if planned.is_skipped:
            return self.tr("{name} (is there, skipped)").format(name=name)
        if planned.overwrites:
            return self.tr("{name} (replaces a file)").format(name=name)
        return self.tr("{name} (name was taken)").format(name=name) if planned.is_numbered else name

    def outcome(self, outcome: Outcome) -> str:
        if outcome.fate is Fate.WRITTEN and outcome.output is not None:
            return self.tr("Saved: {name}").format(name=outcome.output.name)
        words = {Fate.SKIPPED: self.tr("Skipped"), Fate.CANCELLED: self.tr("Cancelled")}
        return words.get(outcome.fate) or in_window_language(outcome.reason)

    def space(self, plan: ExportPlan) -> str:
        words = self.tr("Needs at most {needed}; {free} are free.")
        return words.format(needed=_size(plan.needed_bytes), free=_size(plan.free_bytes))

    def start(self, product: Product, count: int) -> str:
        words = {
            Product.FILES: self.tr("Export {n} files"),
            Product.PAIRS: self.tr("Make {n} pictures"),
            Product.SHEET: self.tr("Make the contact sheet"),
            Product.PDF: self.tr("Make the album"),
            Product.GALLERY: self.tr("Make the gallery"),
        }
        one = {Product.FILES: self.tr("Export 1 file"), Product.PAIRS: self.tr("Make 1 picture")}
        return (one.get(product) if count == 1 else None) or words[product].format(n=count)


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
