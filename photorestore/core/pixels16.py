"""`Pixels16`: a picture kept as 16-bit numbers, in half the memory of floats; any part reads as floats 0..1."""

from __future__ import annotations

from typing import Any, Protocol

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.geometry import area_bands

Pixels = npt.NDArray[np.float32]

FULL = np.float32(65535)
BAND_PX = 1 << 17


def from_16_bit(samples: npt.NDArray[np.integer]) -> Pixels:
    """Dividing, so that n / 65535 comes back as the nearest float32, and that as the same n."""
    return np.divide(samples, FULL, dtype=np.float32)


class Pixels16:
    """`samples` is uint16 (h, w) or (h, w, c). Indexing gives float32 copies and takes floats, rounded and clipped.

    Infinite values and those that are no numbers are refused with `FloatingPointError`: 16 bits can't keep them.
    """

    def __init__(self, samples: npt.NDArray[np.uint16]) -> None:
        self.samples = samples

    @property
    def shape(self) -> tuple[int, ...]:
        return self.samples.shape

    @property
    def nbytes(self) -> int:
        return self.samples.nbytes

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, part: Any) -> Pixels:
        return from_16_bit(self.samples[part])

    def __setitem__(self, part: Any, values: npt.NDArray[np.floating]) -> None:
        numbers = np.multiply(values, FULL, dtype=np.float32)
        if not np.isfinite(numbers.sum()):  # one that is none makes the sum none
            raise FloatingPointError("not every value is a finite number")
        np.rint(numbers, out=numbers)
        self.samples[part] = np.clip(numbers, 0, FULL, out=numbers)

    def __array__(self, dtype: npt.DTypeLike | None = None, copy: bool | None = None) -> npt.NDArray[Any]:
        """The whole picture as floats: for small ones."""
        return self[:].astype(dtype or np.float32, copy=False)

    def copy(self) -> Pixels16:
        return Pixels16(self.samples.copy())

    def setflags(self, *, write: bool) -> None:
        self.samples.setflags(write=write)


AnyPixels = Pixels | Pixels16


class Readable(Protocol):
    """What gives float32 for any part of it, like an array."""

    @property
    def shape(self) -> tuple[int, ...]: ...

    def __getitem__(self, part: Any, /) -> Pixels: ...


def blank_like(pixels: AnyPixels, channels: int | None = None) -> AnyPixels:
    """Room for a picture of the same size and kind, with as many channels unless told."""
    shape = pixels.shape if channels is None else (*pixels.shape[:2], channels)
    return Pixels16(np.empty(shape, np.uint16)) if isinstance(pixels, Pixels16) else np.empty(shape, np.float32)


def bands(pixels: AnyPixels) -> list[slice]:
    """Its rows in slices of about an eighth of a megapixel."""
    return list(area_bands(pixels.shape[0], pixels.shape[1], BAND_PX))


def extent(pixels: AnyPixels) -> tuple[float, float]:
    """The lowest and the highest value; what is no number comes out as such."""
    if isinstance(pixels, Pixels16):
        return float(pixels.samples.min() / FULL), float(pixels.samples.max() / FULL)
    return float(pixels.min()), float(pixels.max())


def reduced(pixels: AnyPixels, size: tuple[int, int], part: tuple[slice, slice] | None = None) -> Pixels:
    """The picture, or `part` (rows, columns) of it, at `size` (width, height), averaged over areas."""
    whole = pixels.samples if isinstance(pixels, Pixels16) else pixels
    small = cv2.resize(whole if part is None else whole[part], size, interpolation=cv2.INTER_AREA)
    return from_16_bit(small) if small.dtype == np.uint16 else np.asarray(small, np.float32)


def resized(pixels: AnyPixels, size: tuple[int, int]) -> AnyPixels:
    """At `size` (width, height), by averaging or, where larger, by cubic curves. A smaller one is kept as it was."""
    if size[0] > pixels.shape[1] or size[1] > pixels.shape[0]:
        return np.asarray(cv2.resize(pixels[:], size, interpolation=cv2.INTER_CUBIC), np.float32)
    if isinstance(pixels, Pixels16):
        return Pixels16(np.asarray(cv2.resize(pixels.samples, size, interpolation=cv2.INTER_AREA), np.uint16))
    return reduced(pixels, size)


def mirrored(pixels: AnyPixels) -> AnyPixels:
    """Left and right exchanged, without a copy."""
    return Pixels16(pixels.samples[:, ::-1]) if isinstance(pixels, Pixels16) else pixels[:, ::-1]
