"""Which kind of trouble a picture shows: impulses, white or Poisson noise, grain, JPEG blocks, blur; or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.photo import Map, Pixels
from photorestore.core.pixels16 import AnyPixels
from photorestore.core.progress import Progress
from photorestore.engine.blur_estimation import Blur, estimate_blur
from photorestore.engine.noise import EXTREME, Noise
from photorestore.engine.tone import luma_of

Floats = npt.NDArray[np.float64]
NoiseKind = Literal["none", "gaussian", "poisson", "salt-and-pepper", "random-valued", "grain"]

SIDE = 1024  # of the crop in the middle that is looked at
BLOCK = 16
CALM_SHARE = 0.3  # of the blocks: those with the weakest gradients behind the noise
FAR = 0.08  # from the median: the least that makes an impulse
SIGMAS = 6.0  # of the block's own spread, beyond which a pixel is far
LONELY = 0.1  # mean distance to a pixel's four nearest neighbours in value: an impulse has none that go along
IMPULSES = 0.004  # share of far pixels in calm blocks
MOST_IMPULSES = 0.6  # where more pixels are far they are a drawing's or a halftone's
IMPULSE_POWER = 0.1  # white noise that impulses bring with them, times the root of their share; thin lines don't
FEW_IMPULSES = 0.035  # share below which they must lie evenly; of many, whole blocks pass for spread
UNEVEN = 0.2  # of the calm blocks, that are free of far pixels beyond what chance leaves free: texture, a screen, snow
ENDS = 0.6  # of the impulses that are black or white
SIGNAL_DEPENDENT = 0.55  # of middle grey's variance that falls with lightness
BLOCKY = 1.45  # steps across JPEG's borders against steps elsewhere


@dataclass(frozen=True)
class Trouble:
    """`noise` with its level: sigma at middle grey, or the share of impulses. `blockiness` is 1 without JPEG blocks."""

    noise: NoiseKind = "none"
    level: float = 0.0
    blockiness: float = 1.0
    blur: Blur = Blur()

    @property
    def is_blocky(self) -> bool:
        return self.blockiness >= BLOCKY

    @property
    def main(self) -> str:
        """The one word for what is worst: a kind of noise, "jpeg", a kind of blur, or "none"."""
        if self.noise in ("salt-and-pepper", "random-valued") or (self.noise != "none" and not self.is_blocky):
            return self.noise
        if self.is_blocky:
            return "jpeg"
        return self.blur.kind if self.blur.kind != "none" else self.noise


class Impulses(NamedTuple):
    """Share of far pixels in calm blocks, how many of them are black or white, and whether they lie evenly there."""

    share: float
    ends: float
    is_even: bool


def find_trouble(pixels: AnyPixels, noise: Noise, level: float, progress: Progress | None = None) -> Trouble:
    """`level` is how much of `noise` is to be removed (`noise_level`), 0 for none."""
    progress = progress or Progress()
    crop = middle(pixels)
    luma = luma_of(crop)
    impulses = find_impulses([np.ascontiguousarray(crop[..., channel]) for channel in range(3)])
    blockiness = measure_blockiness(luma)
    blur = estimate_blur(luma, progress)
    share = impulses.share if impulses.is_even else 0.0
    if IMPULSES <= share <= MOST_IMPULSES and noise.luma >= IMPULSE_POWER * share**0.5:
        kind: NoiseKind = "salt-and-pepper" if impulses.ends >= ENDS else "random-valued"
        return Trouble(kind, share, blockiness, Blur())
    if not level:
        return Trouble("none", 0.0, blockiness, blur)
    if noise.is_grain:
        return Trouble("grain", level, blockiness, blur)
    is_poisson = poisson_share(luma) >= SIGNAL_DEPENDENT
    return Trouble("poisson" if is_poisson else "gaussian", level, blockiness, blur)


def middle(pixels: AnyPixels) -> Pixels:
    """The crop of at most SIDE x SIDE that stands for the whole; JPEG's grid stays where it is."""
    top, left = (max(0, (length - SIDE) // 2) // 8 * 8 for length in pixels.shape[:2])
    return np.ascontiguousarray(pixels[top : top + SIDE, left : left + SIDE])


def find_impulses(planes: list[Map]) -> Impulses:
    """Those of the channel that has fewest."""
    return min((_impulses(plane) for plane in planes if min(plane.shape) >= 2 * BLOCK), default=Impulses(0, 0, True))


def share_of_ends(planes: list[Map]) -> float:
    """How many of the impulses of all channels are black or white; 1 where there are none."""
    found = [_impulses(plane) for plane in planes if min(plane.shape) >= 2 * BLOCK]
    all_of_them = sum(one.share for one in found)
    return sum(one.share * one.ends for one in found) / all_of_them if all_of_them else 1.0


def _impulses(plane: Map) -> Impulses:
    """Judged where the picture behind is calm and away from black and white, by the spread of each block itself.

    Were each pixel hit by chance, exp(-hits a block) of the blocks would be free. In 24 spoilt pictures at most 0.16
    more are (Kodak, 1 to 30 % of any value), in ten small old prints, halftones, drawings, snow and rain 0.24 to 0.87
    (with a share of at most 0.03).
    """
    eight_bit = np.rint(np.clip(plane, 0, 1) * 255).astype(np.uint8)
    median = cv2.medianBlur(eight_bit, 5).astype(np.float32) / 255
    distance = _blocks(np.abs(plane - median))
    behind = cv2.medianBlur(cv2.medianBlur(eight_bit, 7), 7).astype(np.float32) / 255
    gradient = np.hypot(cv2.Sobel(behind, -1, 1, 0), cv2.Sobel(behind, -1, 0, 1))
    middles = _blocks(behind).mean(axis=1)
    calm = _calmest(_blocks(gradient).max(axis=1), (middles > 0.12) & (middles < 0.88))
    distance, values = distance[calm], _blocks(plane)[calm]
    spread = np.maximum(np.median(distance, axis=1, keepdims=True) / 0.6745, 1 / 255)
    lonely = _blocks(loneliness(eight_bit))[calm] > LONELY
    far = lonely & (distance > np.maximum(FAR, SIGMAS * spread))
    black, white, is_dark = values <= EXTREME, values >= 1 - EXTREME, middles[calm, None] <= 0.5
    most = (black | white).mean(axis=1, keepdims=True) > 0.3  # so many impulses that the spread is theirs
    ends = (far | most) & np.where(is_dark, white, black)  # noise that is cut off makes white in light places only
    other = far & ~black & ~white
    hits, others = 2 * float(ends.mean()), float(other.mean())
    count = (ends | other).sum(axis=1)
    is_even = float((count == 0).mean()) <= float(np.exp(-count.mean())) + UNEVEN
    share = hits + others
    return Impulses(share, hits / max(share, 1e-9), is_even or share >= FEW_IMPULSES)


def loneliness(plane: npt.NDArray[np.uint8]) -> Map:
    """Mean distance to the four nearest in value of a pixel's eight neighbours: ROAD (Garnett et al. 2005), 0..1.

    Small on lines, edges and texture however thin, because there some neighbours go along.
    """
    framed = np.pad(plane, 1, mode="edge").astype(np.int16)
    height, width = plane.shape
    places = [(y, x) for y in range(3) for x in range(3) if (y, x) != (1, 1)]
    distances = np.stack([np.abs(framed[y : y + height, x : x + width] - plane) for y, x in places])
    distances.partition(3, axis=0)
    return (distances[:4].mean(axis=0) / 255).astype(np.float32)


def poisson_share(luma: Map) -> float:
    """Of the noise's variance at middle grey, how much grows in proportion to lightness, 0..1."""
    response = cv2.filter2D(luma, -1, np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32) / 6)
    smooth = cv2.GaussianBlur(luma, (0, 0), 2)
    gradient = _blocks(np.hypot(cv2.Sobel(smooth, -1, 1, 0), cv2.Sobel(smooth, -1, 0, 1))).mean(axis=1)
    mean = _blocks(luma).mean(axis=1).astype(np.float64)
    variance = (_blocks(response).astype(np.float64) ** 2).mean(axis=1)
    open_ = (mean > 0.06) & (mean < 0.9)
    places, values = [], []
    for low in np.arange(0.05, 0.9, 0.05):  # in each step of lightness the calmest places
        inside = np.flatnonzero(open_ & (mean >= low) & (mean < low + 0.05))
        if len(inside) >= 6:
            calm = inside[np.argsort(gradient[inside])[: max(6, len(inside) // 5)]]
            places.append(float(mean[calm].mean()))
            values.append(float(np.median(variance[calm])))
    if len(places) < 4 or np.ptp(places) < 0.25:
        return 0.0
    slope, start = np.polyfit(places, np.array(values) / np.mean(values), 1)
    return float(np.clip(0.5 * slope / max(start + 0.5 * slope, 1e-6), 0, 1))


def measure_blockiness(luma: Map) -> float:
    """How much larger steps across every eighth border are than the others; 1 without blocks. Needs the file's grid.

    The second difference across a border is taken, so that slopes don't count.
    """
    ratios = []
    for plane in (luma, luma.T):
        if plane.shape[1] < 32:
            return 1.0
        step = np.abs(
            plane[:, 1:-2] - plane[:, 2:-1] - (plane[:, :-3] - plane[:, 1:-2] + plane[:, 2:-1] - plane[:, 3:]) / 2
        )
        column = np.minimum(step, 0.06).mean(axis=0)
        phases = np.array([column[k::8].mean() for k in range(8)])
        ratios.append(phases.max() / max(float(np.median(phases)), 1e-4))
    return max(1.0, float(min(ratios)))


def _calmest(restless: npt.NDArray[np.floating], allowed: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    places = np.flatnonzero(allowed) if allowed.sum() >= 8 else np.arange(len(restless))
    return places[np.argsort(restless[places])[: max(4, int(len(places) * CALM_SHARE))]]


def _blocks(plane: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    rows, columns = plane.shape[0] // BLOCK, plane.shape[1] // BLOCK
    cut = plane[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK)
    return cut.swapaxes(1, 2).reshape(-1, BLOCK * BLOCK)
