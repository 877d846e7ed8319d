"""`StatusBar`: the device and why, memory in use, room for chips such as the queue's, and the page's own words."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.state.engine_state import EngineState
from photorestore.gui.state.memory_meter import MemoryMeter


class StatusBar(QStatusBar):
    def __init__(self, engine: EngineState, meter: MemoryMeter) -> None:
        super().__init__()
        self._engine = engine
        self._meter = meter
        self.setSizeGripEnabled(False)
        self.device_label = QLabel()
        self.memory_label = QLabel()
        self._words = QLabel()
        self.addWidget(self.device_label)
        self.addWidget(self.memory_label)
        self.addPermanentWidget(self._words)
        engine.changed.connect(self._show_engine)
        meter.measured.connect(self._show_memory)
        self._show_engine()
        self._show_memory()

    def add_chip(self, chip: QWidget) -> None:
        """Give something small and lasting a place, left of the page's words."""
        self.insertPermanentWidget(2, chip)  # Qt counts the two labels at the left, too

    def show_words(self, words: str) -> None:
        self._words.setText(words)

    def recolour(self) -> None:
        """Its colours are the style sheet's."""

    def _show_engine(self) -> None:
        words, why = self._engine_words()
        reason = in_window_language(why)
        self.device_label.setText(words)
        self.device_label.setToolTip(reason)
        self.device_label.setAccessibleName(self.tr("Device that restores: {device}").format(device=words))
        self.device_label.setAccessibleDescription(reason)

    def _engine_words(self) -> tuple[str, str]:
        engine = self._engine.ready
        if self._engine.trouble:
            return self.tr("The engine could not start"), self._engine.trouble
        if engine is None:
            return self.tr("The engine is starting…"), ""
        name = {"cpu": self.tr("Processor"), "cuda": self.tr("Graphics card"), "mps": self.tr("Apple graphics")}
        return f"{name.get(engine.device, engine.device)} · {engine.precision}", engine.reason

    def _show_memory(self) -> None:
        program, engine = (_gigabytes(held) for held in (self._meter.program_bytes, self._meter.engine_bytes))
        self.memory_label.setVisible(self._meter.program_bytes > 0)
        if self._meter.engine_bytes:
            words = self.tr("Memory: window {program} GB, engine {engine} GB").format(program=program, engine=engine)
        else:
            words = self.tr("Memory: window {program} GB").format(program=program)
        self.memory_label.setText(words)


def _gigabytes(held: int) -> str:
    return QLocale().toString(held / 1e9, "f", 2)
