"""Sheets of samples, for people to look at, and the one number that every curve shows."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

Planes = npt.NDArray[np.float32]  # (3, h, w) 0..1
Cell = tuple[Planes, ...]  # pictures that belong together, shown side by side


def mean_psnr(drawn: Planes, clean: Planes) -> float:
    """dB, at most 100."""
    return float(-10 * np.log10(np.mean((np.clip(drawn, 0, 1) - clean) ** 2, dtype=np.float64) + 1e-10))


def sheet_of(cells: Sequence[Cell], across: int) -> npt.NDArray[np.uint8]:
    """uint8 RGB of `across` cells a row; a last row that is not full is left out."""
    shown = [np.hstack([planes.transpose(1, 2, 0) for planes in cell]) for cell in cells]
    rows = [np.hstack(shown[k : k + across]) for k in range(0, len(shown) - across + 1, across)]
    return (np.clip(np.vstack(rows), 0, 1) * 255 + 0.5).astype(np.uint8)


def png_of(sheet: npt.NDArray[np.uint8]) -> bytes:
    """The PNG file of an RGB sheet."""
    return cv2.imencode(".png", cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR))[1].tobytes()
