"""Bring a face upright into a square crop by its five landmarks, and a picture of that crop back into the photo."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.faces import Landmarks
from photorestore.core.geometry import Box
from photorestore.core.photo import Map, Pixels
from photorestore.core.pixels16 import AnyPixels

Matrix = npt.NDArray[np.float64]

REACH_PX = 3  # that cubic curves look at beyond a point

# Eyes, nose and mouth corners as shares of the crop's side: the template that the published face networks learned.
TEMPLATE = ((np.array([[196, 226], [316, 226], [256, 286], [220, 360.4], [292, 360.4]]) / 256 - 1) * 1.3 + 1) / 2


@dataclass(frozen=True, eq=False)
class Alignment:
    """`matrix` (2, 3) takes points of the photo to points of a crop of `side` px."""

    matrix: Matrix
    side: int

    def crop(self, pixels: AnyPixels) -> Pixels:
        """The face upright, (side, side, 3); beyond the photo it is mirrored."""
        height, width = pixels.shape[:2]
        box = self.footprint.grow(REACH_PX).clamp(width, height)
        box = box if box.area else Box(0, 0, width, height)
        flags, edge = cv2.INTER_CUBIC, cv2.BORDER_REFLECT_101
        size, part = (self.side, self.side), np.ascontiguousarray(pixels[box.slices])
        return np.asarray(cv2.warpAffine(part, self._seen_from(box), size, flags=flags, borderMode=edge), np.float32)

    def place(self, picture: Pixels, box: Box) -> Pixels:
        """`picture`, the crop at any size, turned back as it lies in `box` of the photo.

        Outside the crop it is zero; any number of channels.
        """
        share = len(picture) / self.side
        matrix = self._seen_from(box) * share + [[0, 0, (share - 1) / 2]] * 2  # a pixel's place is its middle
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size, edge = (box.width, box.height), cv2.BORDER_CONSTANT
        return np.asarray(cv2.warpAffine(picture, matrix, size, flags=flags, borderMode=edge), np.float32)

    def _seen_from(self, box: Box) -> Matrix:
        """The matrix for points that are counted from the corner of `box`."""
        matrix = self.matrix.copy()
        matrix[:, 2] += matrix[:, :2] @ (box.left, box.top)
        return matrix

    @property
    def footprint(self) -> Box:
        """What the crop covers of the photo, and maybe beyond."""
        inverse = cv2.invertAffineTransform(self.matrix)
        corners = np.array([[0, 0, 1], [0, self.side, 1], [self.side, 0, 1], [self.side, self.side, 1]]) @ inverse.T
        (left, top), (right, bottom) = np.floor(corners.min(axis=0)), np.ceil(corners.max(axis=0))
        return Box(int(left), int(top), int(right), int(bottom))


def align(landmarks: Landmarks, side: int | None = None) -> Alignment:
    """The crop of this side whose template the landmarks fit best; without a `side` its pixels are the photo's size."""
    side = side or natural_side(landmarks)
    return Alignment(similarity(np.array(landmarks, float), TEMPLATE * side), side)


def natural_side(landmarks: Landmarks) -> int:
    """The side of a crop that neither enlarges nor reduces the face."""
    matrix = similarity(np.array(landmarks, float), TEMPLATE)
    return max(1, round(1 / float(np.hypot(matrix[0, 0], matrix[1, 0]))))


def similarity(points: Matrix, targets: Matrix) -> Matrix:
    """The turn, scale and shift (2, 3) that takes `points` (n, 2) nearest to `targets` (Umeyama 1991).

    In two dimensions that is linear regression over complex numbers: target = factor * point + shift.
    """
    source, target = points @ (1, 1j), targets @ (1, 1j)
    centred = source - source.mean()
    factor = np.vdot(centred, target - target.mean()) / max(float(np.vdot(centred, centred).real), 1e-12)
    shift = target.mean() - factor * source.mean()
    return np.array([[factor.real, -factor.imag, shift.real], [factor.imag, factor.real, shift.imag]])


def oval(side: int) -> Map:
    """Weights (side, side): 1 on the face, falling softly to 0 well inside the crop, at any size alike."""
    y, x = (np.mgrid[:side, :side] + 0.5) / side
    distance = np.hypot((x - 0.5) / 0.40, (y - 0.53) / 0.43)
    fall = np.clip((1 - distance) / 0.4, 0, 1)
    return (fall * fall * (3 - 2 * fall)).astype(np.float32)
