"""`Photo`: one picture on its way through the pipeline, with all that must survive the journey."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from photorestore.core.faces import Face

Pixels = npt.NDArray[np.float32]
Map = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]


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


@dataclass(frozen=True)
class MaskEdits:
    """What a person said about damage, kept apart from the automatic map: bool (h, w), or None for nothing."""

    added: Mask | None = None
    erased: Mask | None = None
    automatic: bool = True  # False: `added` is the whole mask, the detector is not asked


@dataclass(frozen=True, eq=False)
class Photo:
    """`pixels` is float32 sRGB (h, w, 3) in 0..1, `alpha` float32 (h, w) in 0..1 or None. Arrays are made read-only.

    `mask` (bool, h, w) is what was repainted and `damage` (float32, h, w, 0..1) the detector's map, once a stage has
    found them. `faces` are the faces found, None before anyone looked.
    """

    pixels: Pixels
    alpha: Map | None = None
    metadata: Metadata = Metadata()
    edits: MaskEdits = MaskEdits()
    mask: Mask | None = None
    damage: Map | None = None
    faces: tuple[Face, ...] | None = None
    notes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if (
            self.pixels.ndim != 3
            or self.pixels.shape[2] != 3
            or self.pixels.dtype != np.float32
            or not self.pixels.size
        ):
            raise ValueError(f"pixels must be float32 (h, w, 3), not {self.pixels.dtype} {self.pixels.shape}")
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

    @cached_property
    def digest(self) -> str:
        """Names the pixels: equal pictures have equal digests, whatever file they came from."""
        hasher = hashlib.blake2b(repr(self.pixels.shape).encode(), digest_size=16)
        hasher.update(np.ascontiguousarray(self.pixels).data)
        return hasher.hexdigest()

    def with_pixels(self, pixels: npt.NDArray[np.floating]) -> Photo:
        """The same photo with new pixels of the same size (use `resized` for another size)."""
        if pixels.shape != self.pixels.shape:
            raise ValueError(f"new pixels {pixels.shape} do not fit a photo of {self.pixels.shape}")
        return replace(self, pixels=np.ascontiguousarray(pixels, np.float32))
