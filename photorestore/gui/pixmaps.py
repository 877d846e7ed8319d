"""Photos as images for the screen: the only conversion, made in bounded memory and away from the window's thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from photorestore.core.geometry import Box
from photorestore.core.lean_photo import AnyPhoto, rows_of
from photorestore.core.photo import Mask

_BAND_ROWS = 256
_SMALLEST_LEVEL = 800  # px of the long side
DAMAGE_COLOUR = QColor(255, 30, 90, 165)  # stands out on any grey, from white to black

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Picture:
    """An image and the same at a half, a quarter...: drawing a large scan small from full size is slow and aliases."""

    levels: tuple[QImage, ...]

    @property
    def width(self) -> int:
        return self.levels[0].width()

    @property
    def height(self) -> int:
        return self.levels[0].height()

    def level_for(self, scale: float) -> QImage:
        """The smallest level that still has a pixel for each one on the screen at this scale (1 = full size)."""
        chosen = self.levels[0]
        for level in self.levels[1:]:
            if level.width() < self.width * scale:
                break
            chosen = level
        return chosen


def picture_of(photo: AnyPhoto) -> Picture:
    """8-bit RGB for the screen; what is transparent shows white."""
    return _with_levels(_image_of(photo))


def _with_levels(image: QImage) -> Picture:
    levels = [image]
    while max(levels[-1].width(), levels[-1].height()) > 2 * _SMALLEST_LEVEL:
        last = levels[-1]
        levels.append(_halved(last))
    return Picture(tuple(levels))


def picture_of_samples(samples: Bytes) -> Picture:
    """From 8-bit RGB (h, w, 3)."""
    height, width = samples.shape[:2]
    image = _empty_image(width, height)
    _fill(image, (samples[top : top + _BAND_ROWS] for top in range(0, height, _BAND_ROWS)))
    return _with_levels(image)


def part_of(picture: Picture, box: Box) -> Bytes:
    """8-bit RGB of a part of the full size, copied."""
    image = picture.levels[0]
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    part = flat[box.top : box.bottom, 4 * box.left : 4 * box.right]
    return part.reshape(box.height, box.width, 4)[..., 2::-1].copy()


def mask_picture(mask: Mask, colour: QColor = DAMAGE_COLOUR) -> Picture:
    """The mask as a colour that the photo shines through. Half-size levels keep every spot: a scratch is thin."""
    levels, plane = [_indexed(mask, colour)], mask
    while max(plane.shape) > 2 * _SMALLEST_LEVEL:
        plane = _any_of_four(plane)
        levels.append(_indexed(plane, colour))
    return Picture(tuple(levels))


def thumbnail_of(picture: Picture, side: int) -> QImage:
    image = picture.levels[-1]
    share = min(1.0, side / max(image.width(), image.height()))
    return _scaled(image, max(1, round(image.width() * share)), max(1, round(image.height() * share)))


def difference_of(first: QImage, second: QImage, gain: float) -> QImage:
    """Black where two RGB32 images of the same size are the same; the rest is amplified."""
    import cv2

    made = _empty_image(first.width(), first.height())
    used = made.width() * 4
    rows = _rows_of(made, used)
    cv2.convertScaleAbs(cv2.absdiff(_rows_of(first, used), _rows_of(second, used)), dst=rows, alpha=gain)
    return made


def _image_of(photo: AnyPhoto) -> QImage:
    image = _empty_image(photo.width, photo.height)
    _fill(image, (_band_of(photo, top) for top in range(0, photo.height, _BAND_ROWS)))
    return image


def _band_of(photo: AnyPhoto, top: int) -> Bytes:
    """Some rows as bytes; OpenCV takes a tenth of numpy's time for it."""
    import cv2  # not needed to open the window

    rows = slice(top, top + _BAND_ROWS)
    pixels = rows_of(photo, rows)
    if photo.alpha is not None:
        cover = photo.alpha[rows, :, None]
        pixels = pixels * cover + (1 - cover)
    flat = cv2.max(np.ascontiguousarray(pixels).reshape(len(pixels), -1), 0.0)
    return cv2.convertScaleAbs(flat, alpha=255).reshape(pixels.shape)


def _fill(image: QImage, bands: Iterable[Bytes]) -> None:
    """With rows of 8-bit RGB, from the top down."""
    import cv2

    rows = _rows_of(image, image.width() * 4).reshape(image.height(), image.width(), 4)  # blue, green, red, unused
    top = 0
    for band in bands:
        rows[top : top + len(band)] = cv2.cvtColor(band, cv2.COLOR_RGB2BGRA)
        top += len(band)


def _empty_image(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError(f"no room for an image of {width} x {height}")
    return image


def _indexed(mask: Mask, colour: QColor) -> QImage:
    height, width = mask.shape
    image = QImage(width, height, QImage.Format.Format_Indexed8)
    image.setColorTable([0, colour.rgba()])
    _rows_of(image, width)[:] = mask
    return image


def _rows_of(image: QImage, used: int) -> Bytes:
    """A writable view of the image's own memory: nothing to keep alive. Rows are padded to 4 bytes; `used` drops it."""
    flat = np.frombuffer(image.bits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine())[:, :used]


def _any_of_four(plane: Mask) -> Mask:
    height, width = plane.shape
    even = np.pad(plane, ((0, height % 2), (0, width % 2)))
    return even[::2, ::2] | even[1::2, ::2] | even[::2, 1::2] | even[1::2, 1::2]


def _halved(image: QImage) -> QImage:
    """By OpenCV, which lets the window go on meanwhile: Qt's own way holds Python's lock, half a second for 100 MP."""
    import cv2

    made = _empty_image((image.width() + 1) // 2, (image.height() + 1) // 2)
    source = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    target = _rows_of(made, made.width() * 4).reshape(made.height(), made.width(), 4)
    cv2.resize(source, (made.width(), made.height()), dst=target, interpolation=cv2.INTER_AREA)
    return made


def _scaled(image: QImage, width: int, height: int) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
