"""`StrokeHistory`: strokes done and undone on a photo's layers, and the journal that survives everything."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from photorestore.core.geometry import Box
from photorestore.core.mask_layers import MaskLayers, Patch
from photorestore.core.strokes import Stroke, from_json, to_json

PATCH_BUDGET_BYTES = 256 * 2**20


@dataclass(frozen=True)
class Journal:
    """All strokes of a photo, of which the first `done` count; the others were taken back and may be done again.

    `patches` belong to the strokes that were done in this session: they make coming back quick and are not written.
    """

    strokes: tuple[Stroke, ...] = ()
    done: int = 0
    patches: tuple[Patch | None, ...] = ()

    def to_bytes(self) -> bytes:
        written = {"done": self.done, "strokes": [to_json(stroke) for stroke in self.strokes]}
        return zlib.compress(json.dumps(written, separators=(",", ":")).encode(), 6)

    @classmethod
    def from_bytes(cls, written: bytes) -> Journal:
        """Raise `ValueError` for bytes that are no journal."""
        try:
            read = json.loads(zlib.decompress(written))
            strokes = tuple(from_json(stroke) for stroke in read["strokes"])
            return cls(strokes, min(int(read["done"]), len(strokes)))
        except (zlib.error, KeyError, TypeError, RecursionError) as error:
            raise ValueError(f"this is no journal of strokes: {error}") from error


NO_STROKES = Journal()


class StrokeHistory:
    """Undo lays a patch on; where the budget let the patch go, all strokes before it are painted again."""

    def __init__(
        self,
        layers: MaskLayers,
        journal: Journal = NO_STROKES,
        budget_bytes: int = PATCH_BUDGET_BYTES,
        base: Sequence[Stroke] = (),
    ) -> None:
        """`base` was done before the journal begins and is never taken back."""
        self._base = tuple(base)
        for stroke in self._base:
            layers.paint(stroke)
        self.layers = layers
        self._budget = budget_bytes
        self._strokes = list(journal.strokes)
        self._patches: list[Patch | None] = [None] * len(self._strokes)
        self._done = 0
        if len(journal.patches) == len(self._strokes) and all(journal.patches[: journal.done]):
            self._patches = list(journal.patches)
            for patch in journal.patches[: journal.done]:
                layers.lay(patch or Patch(()))
            self._done = journal.done
        while self._done < journal.done:
            self.redo()

    @property
    def journal(self) -> Journal:
        return Journal(tuple(self._strokes), self._done, tuple(self._patches))

    @property
    def can_undo(self) -> bool:
        return self._done > 0

    @property
    def can_redo(self) -> bool:
        return self._done < len(self._strokes)

    def paint(self, stroke: Stroke) -> Box:
        """Do a stroke; what had been undone before it is forgotten."""
        dirty, patch = self.layers.paint(stroke)
        self.add(stroke, patch)
        return dirty

    def add(self, stroke: Stroke, patch: Patch) -> None:
        """A stroke that is painted already, while the hand moved."""
        del self._strokes[self._done :], self._patches[self._done :]
        self._strokes.append(stroke)
        self._patches.append(patch)
        self._done += 1
        self._keep_budget()

    def undo(self) -> Box:
        """The box that changed; an empty one if there was nothing to undo."""
        if not self.can_undo:
            return Box(0, 0, 0, 0)
        self._done -= 1
        patch = self._patches[self._done]
        if patch is not None:
            return self.layers.lay(patch)
        dirty = self.layers.forget()
        for stroke in self._base:
            self.layers.paint(stroke)
        for at in range(self._done):
            _, self._patches[at] = self.layers.paint(self._strokes[at])
        self._keep_budget()
        return dirty

    def redo(self) -> Box:
        if not self.can_redo:
            return Box(0, 0, 0, 0)
        patch = self._patches[self._done]
        if patch is not None:
            dirty = self.layers.lay(patch)
        else:
            dirty, self._patches[self._done] = self.layers.paint(self._strokes[self._done])
            self._keep_budget()
        self._done += 1
        return dirty

    def _keep_budget(self) -> None:
        """Let the oldest patches go, but never the newest: an undo of the last stroke is always quick."""
        held = sum(patch.size_bytes for patch in self._patches if patch)
        for at, patch in enumerate(self._patches[: max(0, self._done - 1)]):
            if held <= self._budget:
                return
            if patch is not None:
                held -= patch.size_bytes
                self._patches[at] = None
