"""`PresetForm`: which preset files are exported with, and everything that can be changed about it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit

from photorestore.exporting.presets import FILE_KINDS
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.state.export_choices import ExportChoices
from photorestore.gui.views.export_words import ExportWords
from photorestore.gui.views.form_rows import FormRows, show_choice, show_number, show_switch


class PresetForm(FormRows):
    def __init__(self, choices: ExportChoices) -> None:
        super().__init__()
        self._choices = choices
        self._words = ExportWords()
        change, keep = choices.change_preset, self.tr("as it is")
        self.preset = self.add_choice(self.tr("&Preset"), [], lambda name: choices.choose_preset(str(name)))
        kinds = [(kind, self._kind(kind)) for kind in FILE_KINDS]
        self.format = self.add_choice(self.tr("F&ormat"), kinds, lambda kind: change(format=kind))
        self.quality = self.add_number(self.tr("&Quality"), 1, 100, lambda value: change(quality=value))
        self.long_side = self.add_number(
            self.tr("&Long side"), 0, 100_000, lambda value: change(long_side_px=value), "px", keep, 100
        )
        self.enlarge = self.add_switch(self.tr("&Enlarge small photographs"), lambda on: change(may_enlarge=on))
        self.dpi = self.add_number(self.tr("Prin&t"), 0, 9600, lambda value: change(dpi=value), "dpi", keep, 50)
        self.metadata = self.add_choice(
            self.tr("&Information"), self._words.metadata(), lambda value: change(metadata=value)
        )
        self.profile = self.add_choice(self.tr("Colo&urs"), self._words.profiles(), lambda value: change(profile=value))
        choices.changed.connect(self.show_choices)
        self.show_choices()

    def show_choices(self) -> None:
        choices, preset = self._choices, self._choices.preset
        self.preset.clear()
        for known in choices.presets:
            words = self._words.preset(known)
            is_changed = known.name == preset.name and choices.is_changed
            self.preset.addItem(self.tr("{preset} (changed)").format(preset=words) if is_changed else words, known.name)
        if choices.saved_preset is None:  # deleted, or of an export long ago
            self.preset.addItem(preset.name, preset.name)
        show_choice(self.preset, preset.name)
        show_choice(self.format, preset.format)
        show_number(self.quality, preset.quality)
        show_number(self.long_side, preset.long_side_px)
        show_number(self.dpi, preset.dpi)
        show_switch(self.enlarge, preset.may_enlarge)
        show_choice(self.metadata, preset.metadata)
        show_choice(self.profile, preset.profile)
        self.rows.setRowVisible(self.quality, preset.kind.has_quality)
        self.rows.setRowVisible(self.enlarge, preset.long_side_px > 0)

    def _kind(self, name: str) -> str:
        kind = FILE_KINDS[name]
        plain = name.split()[0]
        return plain if kind.has_quality else self.tr("{format}, {n} bit").format(format=plain, n=kind.bits)


class NameForm(FormRows):
    """What files are called, with what the first five would be."""

    def __init__(self, choices: ExportChoices) -> None:
        super().__init__()
        self._choices = choices
        self.template = QLineEdit()
        self.template.setToolTip(self.tr("Besides letters: {name}, {date}, {caption}, {album}, {preset}, {counter:03}"))
        self.template.textEdited.connect(choices.set_template)
        self.add(self.tr("&Name"), self.template)
        self.examples = QLabel(wordWrap=True)
        self.examples.setProperty("kind", "muted")
        self.rows.addRow(self.examples)
        choices.changed.connect(self.show_choices)
        self.show_choices()

    def show_choices(self) -> None:
        if self.template.text() != self._choices.template:
            self.template.setText(self._choices.template)

    def show_names(self, names: tuple[str, ...]) -> None:
        trouble = in_window_language(self._choices.template_trouble)
        self.examples.setText(trouble or "\n".join(names))
        self.examples.setProperty("kind", "warning" if trouble else "muted")
        self.examples.style().unpolish(self.examples)
        self.examples.style().polish(self.examples)
