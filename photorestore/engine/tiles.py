"""Run a function over overlapping tiles of a picture, with smaller tiles when memory runs out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from photorestore.core.errors import UserError
from photorestore.core.geometry import Box
from photorestore.core.photo import Mask
from photorestore.core.pixels16 import Readable
from photorestore.core.progress import Progress
from photorestore.engine.lack_of_memory import is_out_of_memory

Array = npt.NDArray[np.float32]
SMALLEST_SIDE = 16
PLANNED_SIDE = 64  # smaller ones are hardly more than context: only where memory has run out


@dataclass(frozen=True)
class Tiling:
    """What a network asks of its tiles, in pixels of its input. A network states its own as the attribute `tiling`.

    `side` is the target side that measured fastest, `context` what is read around it so that tiled equals whole to
    1/255, `border` how far mirrored pixels continue the picture, `multiple` what the sides of a batch must be
    divisible by, `bytes_per_px` the peak memory an input pixel takes in float32, `scale` the factor to the output.
    """

    side: int = 512
    context: int = 128
    border: int = 0
    multiple: int = 32
    bytes_per_px: int = 4096
    scale: int = 1

    def __post_init__(self) -> None:
        for name in ("side", "context", "border"):
            if getattr(self, name) % self.multiple:
                raise ValueError(
                    f"the {name} of tiles must be a multiple of {self.multiple}, not {getattr(self, name)}"
                )

    def within(self, memory_bytes: int) -> Tiling:
        """The same with the largest side up to `side` that the memory allows, or `PLANNED_SIDE` where that is less."""
        longest = int((memory_bytes / self.bytes_per_px) ** 0.5) - 2 * self.context
        fitting = max(longest // self.multiple * self.multiple, _round_up(PLANNED_SIDE, self.multiple))
        return replace(self, side=min(self.side, fitting))

    def halved(self) -> Tiling | None:
        """The same with half the side, or None where that is too small to go on."""
        half = self.side // 2 // self.multiple * self.multiple
        return replace(self, side=half) if half >= max(SMALLEST_SIDE, self.multiple) else None


def run_tiled(
    pixels: Readable,
    function: Callable[[Array, Progress], Array],
    tiling: Tiling,
    progress: Progress | None = None,
    wanted: Mask | None = None,
) -> Array:
    """Compute `function` over `pixels` (h, w, c) piece by piece into a new float32 (h * scale, w * scale, c_out).

    `function` gets a tile with its context (mirrored up to `border` beyond the picture, sides divisible by `multiple`)
    and the tile's progress, and gives that tile times `scale`. Every target pixel is computed once. When memory runs
    out the side is halved and work goes on where it was; when that can't help any more it is a `UserError`.

    With `wanted` (h, w), of which a pixel must be set, tiles without any such pixel are left out: 0 stands there.
    """
    progress = progress or Progress()
    height, width = pixels.shape[:2]
    whole = Box(0, 0, width, height)
    pending = [box for box in _split(whole, tiling) if wanted is None or wanted[box.slices].any()]
    area = sum(box.area for box in pending)
    result: Array | None = None
    done = 0
    while pending:
        target, left = pending[0], area - done
        span = progress.split([done, target.area, left - target.area])[1]
        span.report(0)
        source = _source(target, tiling, width, height)
        try:
            piece = function(_read(pixels, source), span)
        except (MemoryError, RuntimeError) as error:
            tiling = _smaller(tiling, error)
            pending = [part for box in pending for part in _split(box, tiling)]
            continue
        if result is None:
            shape = (height * tiling.scale, width * tiling.scale, piece.shape[2])
            result = np.empty(shape, np.float32) if wanted is None else np.zeros(shape, np.float32)
        _write(result, piece, target, source, tiling.scale)
        done += target.area
        del pending[0]
    progress.report(1)
    assert result is not None
    return result


def _smaller(tiling: Tiling, error: Exception) -> Tiling:
    if not is_out_of_memory(error):
        raise error
    smaller = tiling.halved()
    if smaller is None:
        raise UserError("The memory is used up even with the smallest tiles; close other programs.") from error
    return smaller


def _split(box: Box, tiling: Tiling) -> Iterator[Box]:
    """Cover `box` with nearly equal targets of at most `side`: equal shapes are prepared by the library only once."""
    tall, wide = (_even(length, tiling) for length in (box.height, box.width))
    for top in range(box.top, box.bottom, tall):
        for left in range(box.left, box.right, wide):
            yield Box(left, top, min(left + wide, box.right), min(top + tall, box.bottom))


def _even(length: int, tiling: Tiling) -> int:
    count = -(-length // tiling.side)
    return _round_up(-(-length // count), tiling.multiple)


def _round_up(length: int, multiple: int) -> int:
    return -(-length // multiple) * multiple


def _source(target: Box, tiling: Tiling, width: int, height: int) -> Box:
    """What to read for a target: its sides rounded up and its context, but no more than the picture and its border."""

    def span(start: int, stop: int, length: int) -> tuple[int, int]:
        stop = start + _round_up(stop - start, tiling.multiple)
        end = _round_up(length, tiling.multiple) + tiling.border
        return max(start - tiling.context, -tiling.border), min(stop + tiling.context, end)

    left, right = span(target.left, target.right, width)
    top, bottom = span(target.top, target.bottom, height)
    return Box(left, top, right, bottom)


def _read(pixels: Readable, source: Box) -> Array:
    rows = _mirrored(source.top, source.bottom, pixels.shape[0])
    columns = _mirrored(source.left, source.right, pixels.shape[1])
    return pixels[rows[:, None], columns]


def _mirrored(start: int, stop: int, length: int) -> npt.NDArray[np.intp]:
    """Indices from `start` to `stop` reflected into 0..length-1 without repeating the edge, however far outside."""
    if length == 1:
        return np.zeros(stop - start, np.intp)
    around = np.arange(start, stop) % (2 * length - 2)
    return np.minimum(around, 2 * length - 2 - around)


def _write(result: Array, piece: Array, target: Box, source: Box, scale: int) -> None:
    top, left = (target.top - source.top) * scale, (target.left - source.left) * scale
    into = result[target.top * scale : target.bottom * scale, target.left * scale : target.right * scale]
    into[:] = piece[top : top + into.shape[0], left : left + into.shape[1]]
