"""`LeanPhoto`: a photo as whole numbers, a quarter or half of a `Photo`'s memory; floats come a band at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from photorestore.core.faces import Face
from photorestore.core.geometry import Box, area_bands
from photorestore.core.photo import Map, Mask, MaskEdits, Metadata, Photo, Pixels

Samples = npt.NDArray[np.uint8 | np.uint16]


@dataclass(frozen=True, eq=False)
class LeanPhoto:
    """`samples` is (h, w) or (h, w, 3); `convert` makes sRGB (h, w, 3) in 0..1 of any rows of it. The rest: `Photo`."""

    samples: Samples
    convert: Callable[[Samples], Pixels]
    alpha: Map | None = None
    metadata: Metadata = Metadata()
    edits: MaskEdits = MaskEdits()
    mask: Mask | None = None
    faces: tuple[Face, ...] | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def width(self) -> int:
        return int(self.samples.shape[1])

    @property
    def height(self) -> int:
        return int(self.samples.shape[0])

    @property
    def megapixels(self) -> float:
        return self.width * self.height / 1e6

    def photo(self) -> Photo:
        pixels = np.empty((self.height, self.width, 3), np.float32)
        for rows in bands_of(self):
            pixels[rows] = self.convert(self.samples[rows])
        return Photo(pixels, self.alpha, self.metadata, self.edits, self.mask, faces=self.faces, notes=self.notes)


AnyPhoto = Photo | LeanPhoto


def bands_of(photo: AnyPhoto) -> Iterator[slice]:
    return area_bands(photo.height, photo.width)


def rows_of(photo: AnyPhoto, rows: slice) -> Pixels:
    return photo.pixels[rows] if isinstance(photo, Photo) else photo.convert(photo.samples[rows])


def pixels_of(photo: AnyPhoto) -> Pixels:
    return rows_of(photo, slice(0, photo.height))


def part_of(photo: AnyPhoto, box: Box) -> Pixels:
    """A copy."""
    if isinstance(photo, Photo):
        return photo.pixels[box.slices].copy()
    return photo.convert(photo.samples[box.slices].copy())
