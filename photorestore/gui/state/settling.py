"""`Settling`: how a new threshold becomes the exact automatic mask, a little later and without holding up the hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photorestore.core.chances import ChanceMap
from photorestore.core.defects import Spots
from photorestore.core.mask_layers import MaskLayers
from photorestore.core.stages import ScratchSettings

_REST_MS = 150  # so long the settings must stay before the exact mask is asked for
_BAND_ROWS = 512


class Settling(QObject):
    """Begun by every change; once it rests, the spots are asked for and laid into the layers band by band."""

    wanted = Signal(int, object, object)  # job, ChanceMap, ScratchSettings
    done = Signal(object)  # Spots

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: tuple[ChanceMap, ScratchSettings] | None = None
        self._job = 0
        self._arriving: tuple[MaskLayers, Spots] | None = None
        self._next_row = 0
        self.is_on = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._bands = QTimer(self, interval=0)
        self._bands.timeout.connect(self._take_band)

    def begin(self, chances: ChanceMap, settings: ScratchSettings) -> None:
        self.stop()
        self._asked = (chances, settings)
        self.is_on = True
        self._rest.start()

    def stop(self) -> None:
        """Whatever is answered to what was asked before is dropped."""
        self._job += 1
        self._arriving, self._asked, self.is_on = None, None, False
        self._rest.stop()
        self._bands.stop()

    def _ask(self) -> None:
        if self._asked is not None:
            self.wanted.emit(self._job, *self._asked)

    def take(self, job: int, spots: Spots, layers: MaskLayers) -> None:
        """By bands between other events: all at once would hold up the hand at 100 MP."""
        if job == self._job and self.is_on:
            self._arriving, self._next_row = (layers, spots), 0
            self._bands.start()

    @Slot()
    def _take_band(self) -> None:
        if self._arriving is None:
            self._bands.stop()
            return
        layers, spots = self._arriving
        top = self._next_row
        layers.set_automatic(spots.mask[top : top + _BAND_ROWS], top)
        self._next_row = top + _BAND_ROWS
        if self._next_row >= layers.height:
            self.stop()
            self.done.emit(spots)
