"""Find faces and make each clearer. Between the faces nothing changes, and each keeps its colour and brightness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import cv2
import numpy as np
import torch

from photorestore.core.faces import Face
from photorestore.core.geometry import Box, area_bands
from photorestore.core.photo import Photo, Pixels
from photorestore.core.pixels16 import BAND_PX, AnyPixels
from photorestore.core.progress import Progress
from photorestore.core.stages import FaceSettings
from photorestore.engine.face_alignment import Alignment, align, natural_side, oval
from photorestore.engine.face_detection import find_faces, place_drawn
from photorestore.engine.nets.face_refiner import SIDE_PX
from photorestore.engine.noise import measure_noise, noise_level
from photorestore.engine.tone import is_monochrome_or_toned, luma_of
from photorestore.engine.tools import Tools

Drawing = Callable[[Pixels, Progress], Pixels]

NETWORKS = {
    "realesrgan": "realesrgan-x4plus",
    "bundled": "face-refiner",
    "published-256": "published-face-256",
    "published-512": "published-face-512",
}
LEAST_FED_PX, MOST_FED_PX = 96, 320  # side of the crop that Real-ESRGAN is fed: at half size it takes grain away
COLOUR_SIGMA = 1 / 24  # of the crop's side; differences wider than this are the photo's
LEAST_DETAIL = 0.8  # of the crop's own
LOST_DETAIL = "Left alone: it is sharper than what the network draws."


def refine_faces(photo: Photo, settings: FaceSettings, tools: Tools) -> Photo:
    """Refine every face that is on and not too small, or asked for. `photo.faces` says which; None lets them be
    looked for.

    The faces of the result carry the reason why one was left alone.
    """
    looking, refining = tools.progress.split([1, 9])
    faces = find_faces(photo.pixels, looking) if photo.faces is None else photo.faces
    faces = tuple(place_drawn(face, photo.pixels) if face.by_hand else face for face in faces)
    strengths = {face: settings.strength if face.strength is None else face.strength for face in faces}
    large = [face for face in faces if face.size_px >= settings.minimum_px or _is_asked_for(face)]
    chosen = [face for face in large if face.enabled and strengths[face] > 0]
    if not chosen:
        return replace(photo, faces=faces)
    side, draw = _method(settings.method, tools)
    grey = is_monochrome_or_toned(photo.pixels, photo.hidden)
    pixels = photo.pixels.copy()
    judged = dict.fromkeys(faces, "")
    for face, span in zip(chosen, refining.split([natural_side(face.landmarks) ** 2 for face in chosen]), strict=True):
        span.report(0)
        alignment, natural = align(face.landmarks, side), natural_side(face.landmarks)
        crop = _crop(pixels, face, alignment)
        drawn = draw(crop, span)
        if _loses_detail(drawn, crop):
            judged[face] = LOST_DETAIL
            continue
        coloured = _coloured_as(crop, drawn, 2 * natural)
        is_coarser = len(drawn) < natural  # then only the change is laid over, and what is finer stays
        if is_coarser:
            coloured -= cv2.resize(crop, coloured.shape[1::-1], interpolation=cv2.INTER_AREA)
        _paste(pixels, coloured, alignment, strengths[face], grey=grey, is_change=is_coarser)
    return replace(photo, pixels=pixels, faces=tuple(replace(f, reason=judged[f] or f.reason) for f in faces))


def _is_asked_for(face: Face) -> bool:
    """Somebody drew it or chose its strength: then its size is no reason to leave it alone."""
    return face.by_hand or face.strength is not None


def _method(method: str, tools: Tools) -> tuple[int | None, Drawing]:
    """The side of the crop that a method wants, None for the face's own, and what draws it."""
    if method == "realesrgan":
        return None, partial(_draw_enlarged, tools)
    if method == "bundled":
        return SIDE_PX, partial(_draw_bundled, tools)
    return int(method.removeprefix("published-")), partial(_draw_published, tools, NETWORKS[method])


def _draw_enlarged(tools: Tools, crop: Pixels, progress: Progress) -> Pixels:
    """Real-ESRGAN's picture of the crop, fed at half its size."""
    fed = min(max(len(crop) // 2, LEAST_FED_PX), MOST_FED_PX)
    how = cv2.INTER_AREA if fed < len(crop) else cv2.INTER_CUBIC
    small = cv2.resize(crop, (fed, fed), interpolation=how).clip(0, 1)
    return tools.network(NETWORKS["realesrgan"])(small, progress)


def _draw_bundled(tools: Tools, crop: Pixels, progress: Progress) -> Pixels:
    module = tools.module(NETWORKS["bundled"])
    with torch.inference_mode():
        batch = torch.from_numpy(crop.clip(0, 1)).permute(2, 0, 1)[None].to(tools.device.name)
        drawn: Pixels = module(batch)[0].permute(1, 2, 0).clamp(0, 1).cpu().numpy()
    return drawn


def _draw_published(tools: Tools, name: str, crop: Pixels, progress: Progress) -> Pixels:
    module = tools.module(name)
    with torch.inference_mode():
        batch = torch.from_numpy(crop).permute(2, 0, 1)[None].to(tools.device.name) * 2 - 1
        drawn: Pixels = (module(batch)[0].permute(1, 2, 0) / 2 + 0.5).clamp(0, 1).cpu().numpy()
    return drawn


def _loses_detail(drawn: Pixels, crop: Pixels) -> bool:
    """Whether a large face, of which the network draws fewer pixels than it could use, comes back softer.

    Nobody can say of a noisy face: there the noise counts as detail.
    """
    if len(drawn) >= 2 * len(crop) or noise_level(measure_noise(crop)) > 0:
        return False
    side = min(len(drawn), len(crop))
    return _detail(drawn, side) < LEAST_DETAIL * _detail(crop, side)


def _detail(pixels: Pixels, side: int) -> float:
    same = cv2.resize(luma_of(pixels), (side, side), interpolation=cv2.INTER_AREA)
    return float(cv2.Laplacian(cv2.GaussianBlur(same, (0, 0), 1), cv2.CV_32F).var())


def _crop(pixels: AnyPixels, face: Face, alignment: Alignment) -> Pixels:
    """The face upright; a large one is reduced without moiré."""
    natural = align(face.landmarks)
    if natural.side <= alignment.side:
        return alignment.crop(pixels)
    return cv2.resize(natural.crop(pixels), (alignment.side, alignment.side), interpolation=cv2.INTER_AREA)


def _coloured_as(crop: Pixels, drawn: Pixels, most_px: int) -> Pixels:
    """What was drawn, at most so large, with the crop's colour and brightness in everything wide."""
    side = min(len(drawn), most_px)
    drawn = cv2.resize(drawn, (side, side), interpolation=cv2.INTER_AREA)
    how = cv2.INTER_LINEAR if side > len(crop) else cv2.INTER_AREA
    drift = cv2.resize(crop, (side, side), interpolation=how) - drawn
    return np.asarray(drawn + cv2.GaussianBlur(drift, (0, 0), COLOUR_SIGMA * side), np.float32)


def _paste(
    pixels: AnyPixels, drawn: Pixels, alignment: Alignment, strength: float, *, grey: bool, is_change: bool
) -> None:
    """Blend the face, or what is to be added to it, into `pixels` in place. A `grey` photo changes by the same amount
    in every channel."""
    picture = np.concatenate([drawn, strength * oval(len(drawn))[..., None]], axis=2)
    left, top, right, bottom = alignment.footprint.clamp(pixels.shape[1], pixels.shape[0])
    for rows in area_bands(bottom - top, right - left, BAND_PX):
        box = Box(left, top + rows.start, right, top + rows.stop)
        into, placed = pixels[box.slices], alignment.place(picture, box)
        change = placed[..., :3] if is_change else placed[..., :3] - into
        if grey:
            change = luma_of(change)[..., None]
        pixels[box.slices] = (into + placed[..., 3:] * change).clip(0, 1)
