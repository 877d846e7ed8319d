"""Photographs as 8-bit sRGB pictures of the size that is needed, for pages and screens."""

from __future__ import annotations

import io

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from photorestore.core.geometry import area_bands
from photorestore.core.photo import Photo
from photorestore.core.picture_file import AnyFile
from photorestore.files.reading import read_photo
from photorestore.files.samples import to_samples

Picture = npt.NDArray[np.uint8]  # (h, w, 3)


def load_picture(file: AnyFile, width: int, height: int) -> Picture:
    """As large as fits into `width` x `height` without enlarging. Raise `UserError` for what can't be read."""
    return fitted(picture_of(read_photo(file)), width, height)


def load_pair(before: AnyFile, after: AnyFile, width: int, height: int) -> tuple[Picture, Picture]:
    """Both of the size of `after`, so that one lies exactly over the other."""
    second = load_picture(after, width, height)
    first = load_picture(before, width, height)
    return resized(first, second.shape[1], second.shape[0]), second


def picture_of(photo: Photo) -> Picture:
    """What is transparent lies on white."""
    picture = np.empty(photo.pixels.shape, np.uint8)
    for rows in area_bands(photo.height, photo.width):
        pixels = photo.pixels[rows]
        if photo.alpha is not None:
            pixels = 1 - (1 - pixels) * photo.alpha[rows][..., np.newaxis]
        picture[rows] = to_samples(pixels, 8)
    return picture


def fitted(picture: Picture, width: int, height: int) -> Picture:
    factor = min(1.0, width / picture.shape[1], height / picture.shape[0])
    return resized(picture, max(1, round(picture.shape[1] * factor)), max(1, round(picture.shape[0] * factor)))


def resized(picture: Picture, width: int, height: int) -> Picture:
    if picture.shape[:2] == (height, width):
        return picture
    way = cv2.INTER_AREA if width < picture.shape[1] else cv2.INTER_CUBIC
    return cv2.resize(picture, (width, height), interpolation=way)


def jpeg(picture: Picture, quality: int = 88) -> bytes:
    """Without any metadata: nothing in it that the eye doesn't see."""
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "JPEG", quality=quality, optimize=True, progressive=True)
    return stream.getvalue()
