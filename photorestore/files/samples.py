"""Whole-number samples of files to float32 and back, a band of rows at a time so that memory stays small."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.uint8 | np.uint16]


def full_scale(samples: Samples) -> int:
    return int(np.iinfo(samples.dtype).max)


def to_float(samples: Samples) -> npt.NDArray[np.float32]:
    """Any shape, 0..255 or 0..65535, to 0..1."""
    return np.divide(samples, np.float32(full_scale(samples)), dtype=np.float32)


def to_samples(values: npt.NDArray[np.float32], bits: int) -> Samples:
    """0..1 (clipped) to the nearest of 8 or 16 bit, any shape."""
    scaled = np.clip(values, 0, 1)
    scaled *= np.float32(2**bits - 1)
    scaled += np.float32(0.5)
    return scaled.astype(np.uint16 if bits == 16 else np.uint8)
