"""`MaskEditor`: one photograph's mask under the hand, without widgets: layers, strokes, undo, defects, settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal, Slot

from photorestore.core.chances import ChanceMap, faint_spots, spots_on_screen
from photorestore.core.defects import NO_SPOTS, Region, Spots, blob_at, component_at, damage_at
from photorestore.core.geometry import Box
from photorestore.core.mask_layers import AUTOMATIC, FLAGS_OF_KIND, KIND_OF_FLAGS, SAID, MaskLayers
from photorestore.core.photo import Mask, MaskEdits
from photorestore.core.scratch_path import follow_scratch
from photorestore.core.stages import ScratchSettings
from photorestore.core.stroke_history import NO_STROKES, Journal, StrokeHistory
from photorestore.core.strokes import Action, Dab, Everything, Kind, Path, Plane, Polygon, Stamp, Stroke, covers
from photorestore.gui.state.defect_walk import DefectWalk
from photorestore.gui.state.settling import Settling

Look = Callable[[Box], npt.NDArray[np.uint8]]  # a part of the photograph as 8-bit RGB

_BLOB_REACH = 6  # brush radii around a click that are searched where there is no map


class MaskEditor(QObject):
    """A photograph is opened with its journal and closed with a newer one: undo survives in it.

    Two things may be slow at 100 MP and are asked for by signal, to be answered through a slot: the exact automatic
    mask after other settings (until then `kinds` shows what the map says of the visible part), and files.
    """

    opened = Signal()  # another photograph, or none
    area_changed = Signal(object)  # Box: what is drawn there is old
    history_changed = Signal()
    stroke_done = Signal(object)  # Stroke, for a journal
    undone = Signal()  # the last stroke; likewise for a journal
    redone = Signal()
    settings_changed = Signal()
    map_changed = Signal()  # it came or went
    settled = Signal()  # the automatic mask is exact
    trouble = Signal(str)  # sentence
    spots_wanted = Signal(int, object, object)  # job, ChanceMap, ScratchSettings

    def __init__(self) -> None:
        super().__init__()
        self._layers: MaskLayers | None = None
        self._history: StrokeHistory | None = None
        self._look: Look | None = None
        self._chances: ChanceMap | None = None
        self._settings = ScratchSettings()
        self._live: tuple[Action, list[Dab], float] | None = None
        self._settling = Settling(self)
        self._settling.wanted.connect(self.spots_wanted)
        self._settling.done.connect(self._on_settled)
        self._until_settled: list[tuple[Callable[[], None], str]] = []
        self.last_dab: Dab | None = None
        self.defects = DefectWalk(self)

    # --- the photograph -------------------------------------------------------------------------------------------

    def open(self, width: int, height: int, journal: Journal = NO_STROKES, look: Look | None = None) -> None:
        """`look` gives parts of the photograph to the tools that search it."""
        self.open_with(StrokeHistory(MaskLayers(width, height), journal), look)

    def open_with(self, history: StrokeHistory, look: Look | None = None) -> None:
        """A history that was made ready elsewhere: painting hundreds of strokes again takes a while."""
        self._stop_settling()
        self._live, self._look, self._chances, self.last_dab = None, look, None, None
        self._layers, self._history = history.layers, history
        self.defects.set_defects(())
        self.opened.emit()
        self.map_changed.emit()
        self.history_changed.emit()

    def close(self) -> Journal:
        """The journal of what was done; the photograph's memory is given back."""
        self.finish()
        journal = self.journal
        self._stop_settling()
        self._layers = self._history = self._look = self._chances = None
        self.defects.set_defects(())
        self.opened.emit()
        self.map_changed.emit()
        self.history_changed.emit()
        return journal

    @property
    def is_open(self) -> bool:
        return self._layers is not None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height; 0 while no photograph is open."""
        return (self._layers.width, self._layers.height) if self._layers else (0, 0)

    @property
    def journal(self) -> Journal:
        return self._history.journal if self._history else NO_STROKES

    @property
    def edits(self) -> MaskEdits:
        """The person's strokes for the engine, which makes the automatic mask itself."""
        return self._layers.edits() if self._layers else MaskEdits()

    @property
    def edits_as_seen(self) -> MaskEdits:
        """The whole mask as it is shown, for an engine that need not look for damage again. Only while settled."""
        return MaskEdits(self.mask(), automatic=False)

    def mask(self, box: Box | None = None) -> Mask:
        return self._open_layers.mask(box)

    def flags(self, box: Box) -> Plane:
        """The bits of `mask_layers` in a part of the picture."""
        return self._open_layers.flags[box.slices]

    def kinds(self, level: int, box: Box) -> Plane:
        """What each pixel is (`mask_layers.FOUND`, `PAINTED`...) in a part of a level, for drawing."""
        part = self._open_layers.levels[level][box.slices]
        if self._chances is None or not self.is_settling:
            return cv2.LUT(part, KIND_OF_FLAGS) if level == 0 else part
        flags = part if level == 0 else cv2.LUT(part, FLAGS_OF_KIND)
        found = spots_on_screen(self._chances.levels[level][box.slices], level, self._settings)
        return cv2.LUT((flags & np.uint8(SAID)) | found.view(np.uint8) * np.uint8(AUTOMATIC), KIND_OF_FLAGS)

    @property
    def level_count(self) -> int:
        return len(self._open_layers.levels)

    @property
    def _open_layers(self) -> MaskLayers:
        if self._layers is None:
            raise ValueError("no photograph is open")
        return self._layers

    # --- painting -------------------------------------------------------------------------------------------------

    @property
    def is_painting(self) -> bool:
        return self._live is not None

    def begin(self, action: Action, dab: Dab, softness: float = 0.0) -> None:
        """The brush touches the picture; `extend` moves it, `finish` lifts it."""
        self.finish()
        self._live = (action, [dab], softness)
        self._paint_piece(dab, dab)

    def extend(self, dab: Dab) -> None:
        if self._live is not None and dab != self._live[1][-1]:
            self._live[1].append(dab)
            self._paint_piece(*self._live[1][-2:])

    def finish(self, kind: Kind = Kind.BRUSH) -> None:
        if self._live is None or self._history is None:
            return
        (action, dabs, softness), self._live = self._live, None
        self.last_dab = dabs[-1]
        stroke = Stroke(kind, action, Path(tuple(dabs), softness))
        self._history.add(stroke, self._open_layers.end())
        self._tell(stroke)

    def abandon(self) -> None:
        """Take back the stroke that is being painted."""
        if self._live is not None:
            self._live = None
            self._show(self._open_layers.lay(self._open_layers.end()))

    def do(self, stroke: Stroke) -> None:
        """A whole stroke at once."""
        if self._history is None:
            return
        self.finish()
        self._show(self._history.paint(stroke))
        if isinstance(stroke.shape, Path):
            self.last_dab = stroke.shape.dabs[-1]
        self._tell(stroke)

    def draw_line(self, action: Action, a: Dab, b: Dab, softness: float = 0.0) -> None:
        self.do(Stroke(Kind.LINE, action, Path((a, b), softness)))

    def draw_scratch(self, action: Action, a: Dab, b: Dab) -> None:
        """Along the scratch between two points, as far as one is seen."""
        if self._look is None:
            self.draw_line(action, a, b)
            return
        look, chances = self._look, self._chances
        dabs = follow_scratch(
            lambda box: cv2.cvtColor(look(box), cv2.COLOR_RGB2GRAY),
            None if chances is None else lambda box: chances.plane[box.slices],
            a,
            b,
            *self.size,
        )
        self.do(Stroke(Kind.SCRATCH, action, Path(dabs)))

    def draw_lasso(self, action: Action, corners: tuple[tuple[float, float], ...]) -> None:
        if len(corners) > 2:
            self.do(Stroke(Kind.LASSO, action, Polygon(corners)))

    def search_lasso(self, action: Action, corners: tuple[tuple[float, float], ...]) -> None:
        """Inside the line, take also what the map shows only faintly."""
        if self._chances is None:
            self.trouble.emit(self.tr("Look for damage first; then this finds more of it inside the line."))
            return
        for box, cover in covers(Polygon(corners), *self.size):
            found = faint_spots(self._chances.plane[box.slices], cover > 0, self._settings)
            if found.any():
                self.do(Stroke(Kind.SEARCH, action, Stamp.of(found, box.left, box.top)))
            else:
                self.trouble.emit(self.tr("Not even faint damage was found inside the line."))

    def click_defect(self, x: float, y: float, reach_px: float, blob_px: float) -> None:
        """Drop the marked spot that was clicked, or take the one that the map or the picture shows there."""
        width, height = self.size
        seed = (int(x), int(y))
        if not (0 <= seed[0] < width and 0 <= seed[1] < height):
            return
        if self.mask(Box(seed[0], seed[1], seed[0] + 1, seed[1] + 1)).any():
            action, region = Action.ERASE, self._marked_at(seed)
        else:
            action, region = Action.ADD, self._defect_at(seed, round(reach_px), round(_BLOB_REACH * blob_px))
        if region is None:
            self.trouble.emit(self.tr("No defect stands out here; paint it with the brush."))
        else:
            self.do(Stroke(Kind.DEFECT, action, region.stamp()))

    def _marked_at(self, seed: tuple[int, int]) -> Region | None:
        return component_at(lambda box: self.mask(box).view(np.uint8), *self.size, seed)

    def _defect_at(self, seed: tuple[int, int], reach_px: int, blob_px: int) -> Region | None:
        region = damage_at(self._chances.plane, seed, reach_px) if self._chances else None
        if region is None and self._look is not None:
            region = blob_at(self._look, *self.size, seed, max(8, blob_px))
        return region

    def _paint_piece(self, a: Dab, b: Dab) -> None:
        if self._live is not None:
            self._show(self._open_layers.paint_piece(self._live[0], a, b, self._live[2]))

    def _show(self, box: Box) -> None:
        if box.area:
            self.area_changed.emit(box)

    def _tell(self, stroke: Stroke) -> None:
        self.stroke_done.emit(stroke)
        self.history_changed.emit()

    # --- the whole mask -------------------------------------------------------------------------------------------

    def grow(self) -> None:
        self.when_settled(self._grow, self._too_late())

    def shrink(self) -> None:
        self.when_settled(self._shrink, self._too_late())

    def invert(self) -> None:
        self.when_settled(lambda: self._do_all(Kind.INVERT, Action.REPLACE, ~self.mask()), self._too_late())

    def _grow(self) -> None:
        mask = self.mask()
        self._do_all(Kind.GROW, Action.ADD, cv2.dilate(mask.view(np.uint8), np.ones((3, 3), np.uint8)) > mask)

    def _shrink(self) -> None:
        mask = self.mask()
        kept = cv2.erode(mask.view(np.uint8), np.ones((3, 3), np.uint8), borderValue=1)
        self._do_all(Kind.SHRINK, Action.ERASE, kept < mask)

    def clear(self) -> None:
        """Nothing is damage, whatever the detector says."""
        self.do(Stroke(Kind.CLEAR, Action.ERASE, Everything()))

    def reset(self) -> None:
        """Only the automatic mask counts."""
        self.do(Stroke(Kind.RESET, Action.FORGET, Everything()))

    def replace_mask(self, mask: Mask) -> None:
        """A mask from a file."""
        if mask.shape[::-1] == self.size:
            self._do_all(Kind.IMPORT, Action.REPLACE, mask)

    def _too_late(self) -> str:
        return self.tr("The mask was not changed, because you went on before it was ready. Show it and try again.")

    def _do_all(self, kind: Kind, action: Action, cover: Mask) -> None:
        if action is Action.REPLACE or cover.any():
            self.do(Stroke(kind, action, Stamp.of(cover)))

    # --- undo -----------------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        return self._history is not None and self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history is not None and self._history.can_redo

    def undo(self) -> None:
        """Take back the stroke that is being painted, or the last one."""
        if self.is_painting:
            self.abandon()
        elif self._history is not None and self.can_undo:
            self._show(self._history.undo())
            self.undone.emit()
            self.history_changed.emit()

    def redo(self) -> None:
        if self._history is not None and self.can_redo and not self.is_painting:
            self._show(self._history.redo())
            self.redone.emit()
            self.history_changed.emit()

    # --- the automatic mask ---------------------------------------------------------------------------------------

    @property
    def settings(self) -> ScratchSettings:
        return self._settings

    @property
    def is_settling(self) -> bool:
        """The automatic mask is not exact yet."""
        return self._settling.is_on

    def when_settled(self, act: Callable[[], None], too_late: str = "") -> None:
        """Do what needs the exact mask: now, or in the moment when it is; never once another photograph is open.

        Then `too_late` is told, a sentence for who asked for it.
        """
        if self.is_settling:
            self._until_settled.append((act, too_late))
        else:
            act()

    def _stop_settling(self) -> None:
        self._settling.stop()
        dropped, self._until_settled = self._until_settled, []
        for sentence in dict.fromkeys(sentence for _, sentence in dropped if sentence):
            self.trouble.emit(sentence)

    @property
    def has_map(self) -> bool:
        return self._chances is not None

    def set_settings(self, settings: ScratchSettings) -> None:
        """Threshold, smallest spot and reach: seen at once, exact when they have stayed for a moment."""
        if settings != self._settings:
            self._settings = settings
            self.settings_changed.emit()
            self._settle()

    def change_settings(self, **values: float) -> None:
        self.set_settings(replace(self._settings, **values))  # type: ignore[arg-type]

    def set_chances(self, chances: ChanceMap | None) -> None:
        """The detector's map of the open photograph, or none; one of another size is not its own."""
        if self._layers is None or (chances is not None and chances.plane.shape[::-1] != self.size):
            return
        self._chances = chances
        self.map_changed.emit()
        if chances is not None:
            self._settle()
        else:
            self._settling.stop()
            self._layers.set_automatic(np.zeros(self.size[::-1], bool))
            self._on_settled(NO_SPOTS)

    def _settle(self) -> None:
        if self._chances is not None:
            self._settling.begin(self._chances, self._settings)
            self._show(Box(0, 0, *self.size))

    @Slot(int, object)
    def on_spots(self, job: int, spots: Spots) -> None:
        if self._layers is not None:
            self._settling.take(job, spots, self._layers)

    def _on_settled(self, spots: Spots) -> None:
        self.defects.set_defects(spots.defects)
        self._show(Box(0, 0, *self.size))
        self.settled.emit()
        waiting, self._until_settled = self._until_settled, []
        for act, _ in waiting:
            act()
