"""Redraw a photograph sharper with Real-ESRGAN, at the same size or larger.

The network enlarges four times; averaging afterwards or feeding it half the size first gives the scales between.
Colour, brightness and tone stay the input's: only detail is the network's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np
import psutil

from photorestore.core.errors import UserError
from photorestore.core.geometry import row_bands
from photorestore.core.photo import Chances, Map, MaskEdits, Photo, Pixels
from photorestore.core.pixels16 import Readable
from photorestore.core.progress import Progress
from photorestore.core.stages import EnlargeSettings
from photorestore.engine.cut_outs import covered
from photorestore.engine.inference import Network
from photorestore.engine.tone import Grey, Tone, is_monochrome_or_toned, merge_tone, tone_of
from photorestore.engine.tools import Tools

NETWORK = "realesrgan-x4plus"
CELL_PX = 8  # of the input; brightness and colour are compared on a grid of such cells, blurred by SIGMA_CELLS
SIGMA_CELLS = 2.0
LANCZOS_RADIUS = 4
BAND_CELLS = 32


def enlarge_photo(photo: Photo, settings: EnlargeSettings, tools: Tools) -> Photo:
    """The photo times `settings.scale`; its alpha, mask, damage and faces grow with it, mask edits have been used."""
    if settings.strength == 0 and settings.scale == 1:
        return photo
    _check_room(photo, settings.scale)
    pixels = covered(photo)
    if not is_monochrome_or_toned(photo.pixels, photo.hidden):
        return _resized(photo, redraw(pixels, settings, tools), settings.scale)
    tone = tone_of(photo.pixels, photo.hidden)
    return _resized(photo, redraw(Grey(pixels), settings, tools, tone), settings.scale)


def redraw(pixels: Readable, settings: EnlargeSettings, tools: Tools, tone: Tone | None = None) -> Pixels:
    """Pixels (h, w, 3) times `settings.scale`, in 0..1. With a `tone`, `pixels` is grey and the result gets it."""
    scale = settings.scale
    if settings.strength == 0:
        drawn = np.zeros((pixels.shape[0] * scale, pixels.shape[1] * scale, 3), np.float32)
    else:
        drawn = _draw(tools.network(NETWORK), pixels, settings, tools.progress)
    return _Finish(pixels, scale, settings.strength, tone).apply(drawn)


def _draw(network: Network, pixels: Readable, settings: EnlargeSettings, progress: Progress) -> Pixels:
    scale = settings.scale
    if not settings.clean_up:
        return network(pixels, progress, shrink=network.scale // scale)
    if scale <= network.scale // 2:
        return _from_half(network, pixels, progress, shrink=network.scale // 2 // scale)
    cleaning, enlarging = progress.split([1, 4])  # half the size can't reach x4: clean first, then enlarge
    return network(_from_half(network, pixels, cleaning, shrink=2).clip(0, 1), enlarging)


def _from_half(network: Network, pixels: Readable, progress: Progress, shrink: int) -> Pixels:
    height, width = pixels.shape[:2]
    scale = network.scale // 2 // shrink
    half = np.concatenate([_cells(pixels[rows], 2) for rows in row_bands(height)])
    return network(half, progress, shrink)[: height * scale, : width * scale]


@dataclass(frozen=True)
class _Finish:
    """Blend what the network drew with a plain enlargement, and take back its drift of colour and brightness.

    Works in bands of whole grid cells and writes over its input, because a large result fits in memory only once.
    """

    pixels: Readable
    scale: int
    strength: float
    tone: Tone | None

    def apply(self, drawn: Pixels) -> Pixels:
        drift = cv2.GaussianBlur(self._cells_of_input() - self._cells_of(drawn), (0, 0), SIGMA_CELLS)
        for top, bottom in self._bands():
            rows = drawn[top * self.scale : bottom * self.scale]
            corrected = (rows + self._spread(drift, top, bottom)) * self.strength
            corrected += self._plain(top, bottom) * (1 - self.strength)
            rows[:] = corrected.clip(0, 1) if self.tone is None else merge_tone(corrected.mean(axis=2), self.tone)
        return drawn

    def _bands(self) -> Iterator[tuple[int, int]]:
        height = self.pixels.shape[0]
        step = CELL_PX * BAND_CELLS
        for top in range(0, height, step):
            yield top, min(top + step, height)

    def _cells_of_input(self) -> Pixels:
        return np.concatenate([_cells(self.pixels[top:bottom], CELL_PX) for top, bottom in self._bands()])

    def _cells_of(self, drawn: Pixels) -> Pixels:
        scale = self.scale
        bands = [_cells(drawn[top * scale : bottom * scale], CELL_PX * scale) for top, bottom in self._bands()]
        return np.concatenate(bands)

    def _spread(self, drift: Pixels, top: int, bottom: int) -> Pixels:
        """The drift on the grid as pixels of these rows of the result."""
        first, last = top // CELL_PX, -(-bottom // CELL_PX)
        rows = np.arange(first - 1, last + 1).clip(0, len(drift) - 1)
        side = CELL_PX * self.scale
        fine = cv2.resize(drift[rows], (drift.shape[1] * side, len(rows) * side), interpolation=cv2.INTER_LINEAR)
        return fine[side : side + (bottom - top) * self.scale, : self.pixels.shape[1] * self.scale]

    def _plain(self, top: int, bottom: int) -> Pixels:
        """The input's rows, enlarged by Lanczos."""
        if self.scale == 1:
            return self.pixels[top:bottom]
        start, stop = max(0, top - LANCZOS_RADIUS), min(bottom + LANCZOS_RADIUS, self.pixels.shape[0])
        size = (self.pixels.shape[1] * self.scale, (stop - start) * self.scale)
        fine = cv2.resize(self.pixels[start:stop], size, interpolation=cv2.INTER_LANCZOS4)
        return fine[(top - start) * self.scale : (bottom - start) * self.scale]


def _cells(rows: Pixels, side: int) -> Pixels:
    """Means over squares of `side` pixels; those cut off by the edge continue their last pixel."""
    height, width = rows.shape[:2]
    whole = cv2.copyMakeBorder(rows, 0, -height % side, 0, -width % side, cv2.BORDER_REPLICATE)
    size = (whole.shape[1] // side, whole.shape[0] // side)
    return np.asarray(cv2.resize(whole, size, interpolation=cv2.INTER_AREA), np.float32)


def _check_room(photo: Photo, scale: int) -> None:
    needed = int(photo.width * photo.height * 12 * scale**2 * 1.3)  # as floats
    free = psutil.virtual_memory().available
    if needed > free:
        width, height = photo.width * scale, photo.height * scale
        raise UserError(
            f"Enlarged to {width} x {height} pixels this photo needs {needed / 1e9:.1f} GB of memory "
            f"but {free / 1e9:.1f} GB are free; choose a smaller scale."
        )


def _resized(photo: Photo, pixels: Pixels, scale: int) -> Photo:
    if scale == 1:
        return replace(photo, pixels=pixels)
    size = (pixels.shape[1], pixels.shape[0])
    return replace(
        photo,
        pixels=pixels,
        alpha=None if photo.alpha is None else _resized_plane(photo.alpha, size),
        damage=None if photo.damage is None else _resized_plane(photo.damage, size),
        mask=None if photo.mask is None else photo.mask.repeat(scale, axis=0).repeat(scale, axis=1),
        faces=None if photo.faces is None else tuple(face.enlarged(scale) for face in photo.faces),
        edits=MaskEdits(),
    )


def _resized_plane(plane: Chances, size: tuple[int, int]) -> Map:
    return np.asarray(cv2.resize(plane.astype(np.float32), size, interpolation=cv2.INTER_LINEAR), np.float32)
