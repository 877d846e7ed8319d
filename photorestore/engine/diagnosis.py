"""What is wrong with a photograph, in numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from photorestore.core.faces import Face
from photorestore.core.mask import make_mask
from photorestore.core.photo import Chances, Mask, Photo
from photorestore.core.pixels16 import AnyPixels
from photorestore.core.stages import ScratchSettings
from photorestore.engine.bundled_translation import TRANSLATOR
from photorestore.engine.face_detection import find_faces
from photorestore.engine.methods.learned import DENOISER
from photorestore.engine.noise import Noise, measure_blur, measure_noise, noise_level
from photorestore.engine.noise_kinds import Trouble, find_trouble
from photorestore.engine.stages.prepare import end_points, look, not_measured
from photorestore.engine.stages.scratches import DETECTOR, find_damage
from photorestore.engine.tone import LUMA, Kind, tone_kind
from photorestore.engine.tools import Tools
from photorestore.engine.wear import measure_wear

# Scans and camera files have thousands; monochrome and toned ones 256 at most, and few that have faded a lot.
FEW_COLOURS = {"colour": 256, "toned": 8, "monochrome": 8}
COUNTED_PX = 1e6
# Stricter than what is filled, without its specks: whether to repair at all is decided by what stands out.
LIKELY, CERTAIN = (ScratchSettings(threshold=threshold, minimum_px=12, grow_px=1) for threshold in (0.55, 0.95))


@dataclass(frozen=True)
class Range:
    """Where the channels' 0.5 % and 99.5 % points lie, 0..1: `blacks` and `whites` of red, green, blue.

    Without colours of its own a photograph has luma's points three times, and so no cast.
    """

    blacks: tuple[float, float, float]
    whites: tuple[float, float, float]

    @property
    def lost(self) -> float:
        """How far fading has narrowed the range: the darkest channel's black, and white's distance at half weight."""
        return min(self.blacks) + (1 - max(self.whites)) / 2

    @property
    def cast(self) -> float:
        """How far apart the channels are at their ends, 0..1."""
        return max(max(self.blacks) - min(self.blacks), max(self.whites) - min(self.whites))


@dataclass(frozen=True)
class Diagnosis:
    """`blur_px` is the Gaussian sigma of the sharpest edges; `damage_share` is None when nothing could look for it.

    `damage_share` is of damage that is likely, `certain_share` and `certain_spots` of what is nearly beyond doubt.
    `has_denoiser`, `has_translator`: whether these networks are installed, so that they can be proposed. `wear`: by how
    much the translation networks would change the picture (`measure_wear`), 0 without them. `few_colours`: how many
    there are, if as few as in a drawing, a text or a dithered picture, else 0.
    """

    width: int
    height: int
    kind: Kind
    noise: Noise
    blur_px: float
    range: Range
    damage_share: float | None
    faces: tuple[Face, ...]
    trouble: Trouble = Trouble()
    has_denoiser: bool = False
    has_translator: bool = False
    certain_share: float = 0.0
    certain_spots: int = 0
    wear: float = 0.0
    few_colours: int = 0


def diagnose(photo: Photo, tools: Tools) -> Diagnosis:
    """Look, measure and count. Reports progress; most of the time goes to the network that finds damage."""
    must_search = photo.damage is None and tools.has_network(DETECTOR)
    has_translator = tools.has_network(TRANSLATOR)
    measuring, searching, finding, judging = tools.progress.split([2, 8 * must_search, 3, 2 * has_translator])
    measuring.check_cancelled()
    hidden = photo.hidden
    kind = tone_kind(photo.pixels, hidden)
    noise, blur_px = measure_noise(photo.pixels, hidden), measure_blur(photo.pixels, hidden)
    trouble = find_trouble(photo.pixels, noise, noise_level(noise), measuring)
    measuring.report(1)
    damage = _damage(photo, tools.with_progress(searching))
    likely, certain = (_mask(photo, damage, settings) for settings in (LIKELY, CERTAIN))
    return Diagnosis(
        width=photo.width,
        height=photo.height,
        kind=kind,
        noise=noise,
        blur_px=blur_px,
        range=measure_range(photo, kind),
        damage_share=None if damage is None else float(likely.mean()),
        faces=find_faces(photo.pixels, finding),
        trouble=trouble,
        has_denoiser=tools.has_network(DENOISER),
        has_translator=has_translator,
        certain_share=float(certain.mean()),
        certain_spots=cv2.connectedComponents(certain.astype(np.uint8), connectivity=8)[0] - 1,
        few_colours=count_few_colours(photo.pixels, kind),
        wear=measure_wear(photo.pixels, kind, tools.with_progress(judging)) if has_translator else 0.0,
    )


def count_few_colours(pixels: AnyPixels, kind: Kind) -> int:
    """How many colours in 8 bits there are, 0 if more than a photograph of this kind may have in a few."""
    step = math.ceil(math.sqrt(pixels.shape[0] * pixels.shape[1] / COUNTED_PX))
    red, green, blue = np.moveaxis(np.rint(pixels[::step, ::step] * 255).astype(np.int32), 2, 0)
    count = len(np.unique((red << 16) + (green << 8) + blue))
    return count if count <= FEW_COLOURS[kind] else 0


def measure_range(photo: Photo, kind: Kind) -> Range:
    seen = look(photo.pixels, not_measured(photo))
    if kind != "colour":
        black, white = end_points(seen @ np.array(LUMA, np.float32))
        return Range((black,) * 3, (white,) * 3)
    (r, g, b), (red, green, blue) = zip(*(end_points(seen[:, channel]) for channel in range(3)), strict=True)
    return Range((r, g, b), (red, green, blue))


def _damage(photo: Photo, tools: Tools) -> Chances | None:
    if not tools.has_network(DETECTOR):
        return None
    return photo.damage if photo.damage is not None else find_damage(photo, tools)


def _mask(photo: Photo, damage: Chances | None, settings: ScratchSettings) -> Mask:
    shape = photo.height, photo.width
    return np.zeros(shape, bool) if damage is None else make_mask(damage, photo.edits, settings, shape)
