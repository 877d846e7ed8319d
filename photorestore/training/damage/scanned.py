"""Damage shapes from scans and drawings (`data/damage`): grey masks, cut, turned and scaled."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.errors import UserError
from photorestore.training.damage.fields import log_uniform
from photorestore.training.damage.marks import Mark, Picture, paint_like


class ScannedShapes:
    """Grey masks (255 = damaged) below a folder; `*_labels.png` are skipped. Large scans are read at half size."""

    def __init__(self, folder: Path) -> None:
        self._shapes: list[npt.NDArray[np.uint8]] = []
        for path in sorted(folder.rglob("*.png")):
            if path.stem.endswith("_labels"):
                continue
            shape = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
            if shape is None:
                raise UserError(f"“{path}” can't be read as a damage shape. Take it out of the folder.")
            if max(shape.shape) > 1000:
                self._shapes += _windows(cv2.resize(shape, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))
            else:
                self._shapes.append(shape)
        if not self._shapes:
            raise UserError(f"There are no damage shapes in “{folder}”.")

    def __call__(self, rng: np.random.Generator, picture: Picture, monochrome: bool) -> Mark:
        height, width = picture.shape[:2]
        coverage = np.zeros((height, width), np.float32)
        for _ in range(rng.integers(1, 4)):
            shape = self._shapes[rng.integers(len(self._shapes))]
            turn = cv2.getRotationMatrix2D(
                (shape.shape[1] / 2, shape.shape[0] / 2), rng.uniform(0, 360), log_uniform(rng, 0.25, 1.1)
            )
            turn[:, 2] += rng.uniform(0, [width, height]) - [shape.shape[1] / 2, shape.shape[0] / 2]
            placed = cv2.warpAffine(shape, turn, (width, height), flags=cv2.INTER_AREA)
            coverage = np.maximum(coverage, placed.astype(np.float32) * np.float32(1 / 255))
        coverage *= np.float32(rng.uniform(0.45, 1.0))
        return Mark(coverage, paint_like(rng, picture, bright=0.5, dark=0.3, monochrome=monochrome))


def _windows(scan: npt.NDArray[np.uint8], side: int = 400) -> list[npt.NDArray[np.uint8]]:
    """The windows of a large scan that hold any damage."""
    found = []
    for top in range(0, scan.shape[0] - side + 1, side):
        for left in range(0, scan.shape[1] - side + 1, side):
            window = scan[top : top + side, left : left + side]
            if np.count_nonzero(window) > 30:
                found.append(window.copy())
    return found
