"""All that the bundled networks can do, and a small photograph on which every stage has something to do."""

import cv2
import numpy as np
from helpers import scene, scratch

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.core.stages import (
    DenoiseSettings,
    EnlargeSettings,
    FaceSettings,
    PrepareSettings,
    ScratchSettings,
    TranslateSettings,
)
from photorestore.engine.face_alignment import TEMPLATE

EVERYTHING = Recipe(
    prepare=PrepareSettings(levels=0.8, colour_cast=0.8),
    denoise=DenoiseSettings(True, "denoiser"),
    scratches=ScratchSettings(),
    translate=TranslateSettings(True),
    faces=FaceSettings(True, minimum_px=24),
    enlarge=EnlargeSettings(True, scale=2, clean_up=True),
)
NETWORKS = {"denoiser", "detector", "translator", "face-refiner", "realesrgan-x4plus"}
LANDMARKS = tuple((float(x) * 56 + 30, float(y) * 56 + 20) for x, y in TEMPLATE)
FACE = Face(Box(44, 34, 72, 69), LANDMARKS, 0.99)


def old_photo(tone=(1, 1, 1)):
    """A small faded photograph in shades of one tone, with grain, a scratch and a place said to be a face."""
    grey = scratch(scene(88, 120)).mean(axis=2)
    grain = cv2.GaussianBlur(np.random.default_rng(0).normal(0, 0.08, grey.shape), (0, 0), 0.7)
    luma = np.clip(0.2 + 0.55 * grey + grain, 0, 1)[..., None]
    return Photo((luma ** np.float64(tone)).astype(np.float32), faces=(FACE,))
