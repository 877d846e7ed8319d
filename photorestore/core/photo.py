"""`Photo`: one picture on its way through the pipeline, with all that must survive the journey."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from photorestore.core.faces import Face
from photorestore.core.pixels16 import AnyPixels, Pixels, Pixels16

__all__ = ["Chances", "Map", "Mask", "MaskEdits", "Metadata", "Photo", "Pixels"]

Map = npt.NDArray[np.float32]
Chances = npt.NDArray[np.float16 | np.float32]
Mask = npt.NDArray[np.bool_]

_KINDS = (np.dtype(np.float32), np.dtype(np.uint16))


@dataclass(frozen=True)
class Metadata:
    """What a file carries besides pixels. Orientation is already applied to the pixels and reset in `exif`."""

    exif: bytes | None = None
    xmp: bytes | None = None
    icc: bytes | None = None  # the file's own profile; pixels are sRGB while we work and go back on saving
    dpi: tuple[float, float] | None = None
    bit_depth: int = 8  # 8 or 16, a channel
    mode: str = "RGB"  # what the file held, in Pillow's words: "1", "L", "P", "RGB", "CMYK"...
    notes: tuple[str, ...] = ()  # sentences for the user, e.g. that only the first page was read

    def enlarged(self, scale: int) -> Metadata:
        """For the picture at `scale` times its size: a print of it stays as large as it was."""
        return replace(self, dpi=self.dpi and (self.dpi[0] * scale, self.dpi[1] * scale))


@dataclass(frozen=True)
class MaskEdits:
    """What a person said about damage, kept apart from the automatic map: bool (h, w), or None for nothing."""

    added: Mask | None = None
    erased: Mask | None = None
    automatic: bool = True  # False: `added` is the whole mask, the detector is not asked


@dataclass(frozen=True, eq=False)
class Photo:
    """`pixels` is sRGB (h, w, 3) in 0..1: float32, or the engine's `Pixels16`; `alpha` float32 (h, w) in 0..1 or None.

    Arrays are made read-only. `mask` (bool, h, w) is what was repainted and `damage` (float16 or float32, h, w, 0..1)
    the detector's map, once a stage has found them. `faces` are the faces found, None before anyone looked.
    """

    pixels: AnyPixels
    alpha: Map | None = None
    metadata: Metadata = Metadata()
    edits: MaskEdits = MaskEdits()
    mask: Mask | None = None
    damage: Chances | None = None
    faces: tuple[Face, ...] | None = None
    notes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        numbers = self.pixels.samples if isinstance(self.pixels, Pixels16) else self.pixels
        if numbers.ndim != 3 or numbers.shape[2] != 3 or numbers.dtype not in _KINDS or not numbers.size:
            raise ValueError(f"pixels must be float32 or uint16 (h, w, 3), not {numbers.dtype} {numbers.shape}")
        for plane in (self.alpha, self.mask, self.damage, self.edits.added, self.edits.erased):
            if plane is not None and plane.shape != self.pixels.shape[:2]:
                raise ValueError(f"a plane of {plane.shape} does not fit a photo of {self.pixels.shape[:2]}")
        for array in (self.pixels, self.alpha, self.mask, self.damage, self.edits.added, self.edits.erased):
            if array is not None:
                array.setflags(write=False)

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def megapixels(self) -> float:
        return self.width * self.height / 1e6

    @property
    def hidden(self) -> Mask | None:
        """Where alpha is 0, None for nowhere: what stands there nobody sees, so it is left out of what is measured."""
        return None if self.alpha is None or self.alpha.all() else self.alpha == 0

    @property
    def floats(self) -> Pixels:
        """All pixels as float32, without a copy where they are that already."""
        return self.pixels[:]

    @cached_property
    def digest(self) -> str:
        """Names the pixels: equal pictures of one kind have equal digests, whatever file they came from."""
        numbers = self.pixels.samples if isinstance(self.pixels, Pixels16) else self.pixels
        hasher = hashlib.blake2b(repr((numbers.shape, numbers.dtype.name)).encode(), digest_size=16)
        hasher.update(np.ascontiguousarray(numbers).data)
        return hasher.hexdigest()

    def with_pixels(self, pixels: AnyPixels) -> Photo:
        """The same photo with new pixels of the same size."""
        if pixels.shape != self.pixels.shape:
            raise ValueError(f"new pixels {pixels.shape} do not fit a photo of {self.pixels.shape}")
        return replace(self, pixels=pixels)
