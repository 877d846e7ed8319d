"""Which network makes faces clearer: held-out faces, photographed small and worn, through the stage that users have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.errors import UserError
from photorestore.core.faces import Face
from photorestore.core.photo import Photo, Pixels
from photorestore.core.stages import FaceSettings
from photorestore.engine.face_alignment import align, natural_side
from photorestore.engine.face_detection import find_faces
from photorestore.engine.quality import psnr, ssim
from photorestore.engine.stages.faces import refine_faces
from photorestore.engine.tone import luma_of
from photorestore.engine.tools import Tools
from photorestore.training.damage import wear
from photorestore.training.damage.fields import log_uniform
from photorestore.training.faces import MONOCHROME, ODDS
from photorestore.training.sampling import pictures_below, read_rgb, split_holdout

SIDES_PX = (64, 320)  # of the face's crop in the photograph
WORN = "as it came"
LEAST_WORN_DB = 40.0
CELL_PX = 256


@dataclass(frozen=True)
class FaceScore:
    """Of the face's box, by method: dB and 0..1 of luma."""

    psnr: dict[str, float]
    ssim: dict[str, float]


def score_faces(
    data: Path, methods: Sequence[str], tools: Tools, *, count: int, seed: int = 0
) -> Iterator[tuple[FaceScore, npt.NDArray[np.uint8]]]:
    """One held-out face after the other: its scores, and a row (uint8 RGB) of worn, each method's, clean. Raise
    `UserError` where there are no faces.

    Every method gets the same faces at full strength; where one leaves a face alone, that is its answer.
    """
    _, held_out = split_holdout(pictures_below(data))
    for number in range(count):
        rng = np.random.default_rng([seed, number])
        clean, face = _photographed(rng, held_out)
        worn = _worn(rng, clean)
        answers = {WORN: worn}
        for method in methods:
            settings = FaceSettings(enabled=True, strength=1.0, method=method, minimum_px=24)
            answers[method] = refine_faces(Photo(worn, faces=(face,)), settings, tools).floats
        box = face.box.clamp(clean.shape[1], clean.shape[0])
        true = luma_of(clean[box.slices])[..., None]
        lumas = {name: luma_of(pixels[box.slices])[..., None] for name, pixels in answers.items()}
        scores = FaceScore(
            {name: psnr(luma, true) for name, luma in lumas.items()},
            {name: ssim(luma, true) for name, luma in lumas.items()},
        )
        upright = align(face.landmarks, CELL_PX)
        row = np.hstack([upright.crop(pixels) for pixels in (*answers.values(), clean)])
        yield scores, np.asarray(np.clip(row, 0, 1) * 255 + 0.5, np.uint8)


def _worn(rng: np.random.Generator, clean: Pixels) -> Pixels:
    while True:  # now and then nothing is drawn
        worn = np.clip(wear.wear_down(rng, clean, ODDS).picture, 0, 1).astype(np.float32)
        if psnr(worn, clean) < LEAST_WORN_DB:
            return worn


def _photographed(rng: np.random.Generator, paths: Sequence[Path]) -> tuple[Pixels, Face]:
    """A picture in which the largest face has a drawn size; some are monochrome."""
    for _ in range(100):
        pixels = read_rgb(paths[int(rng.integers(len(paths)))]).astype(np.float32) * np.float32(1 / 255)
        faces = find_faces(pixels)
        if not faces:
            continue
        largest = max(faces, key=lambda face: face.size_px)
        scale = min(1.0, log_uniform(rng, *SIDES_PX) / natural_side(largest.landmarks))
        small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        if rng.random() < MONOCHROME:
            small = np.repeat((small @ wear.LUMA)[..., None], 3, 2)
        found = find_faces(np.asarray(small, np.float32))
        if found:
            return np.asarray(small, np.float32), max(found, key=lambda face: face.size_px)
    raise UserError("No faces are found in these pictures. Name a folder of portraits.")
