"""`PhotoSource`: a photograph read only when the engine needs it, so that nobody keeps a large scan's pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.lean_photo import AnyPhoto, LeanPhoto, part_of
from photorestore.core.photo import Mask, MaskEdits, Photo, Pixels
from photorestore.core.picture_file import AnyFile, picture_file
from photorestore.files.reading import read_lean

_KEPT_BYTES = 150_000_000  # 50 MP of 8 bit; larger ones are read again each time
_SMALL_PX = 1024
_CONTEXT_PX = 64


@dataclass(frozen=True, eq=False)
class PhotoSource:
    """A file, and what a person said about it. `faces` None lets the engine look for them."""

    file: AnyFile
    edits: MaskEdits = MaskEdits()
    faces: tuple[Face, ...] | None = None


class PhotoReader:
    """Keeps the photo that was read last, if it is not large. For one thread."""

    def __init__(self) -> None:
        self._last: tuple[tuple[AnyFile, int, int], LeanPhoto] | None = None

    def read(self, source: AnyPhoto | PhotoSource) -> AnyPhoto:
        """Raise `UserError` if the file can't be read."""
        if not isinstance(source, PhotoSource):
            return source
        photo = self._read(source.file)
        return replace(photo, edits=source.edits, faces=source.faces)

    def _read(self, file: AnyFile) -> AnyPhoto:
        mark = _mark_of(file)
        if self._last is not None and mark == self._last[0]:
            return self._last[1]
        self._last = None
        photo = read_lean(file)
        if mark is not None and photo.samples.nbytes <= _KEPT_BYTES:
            self._last = (mark, photo)
        return photo


def _mark_of(file: AnyFile) -> tuple[AnyFile, int, int] | None:
    try:
        found = picture_file(file).path.stat()
    except OSError:
        return None  # reading says what is wrong
    return file, found.st_size, found.st_mtime_ns


@dataclass(frozen=True, eq=False)
class PhotoPart:
    """A part with what lies around it. `inner` is where the part lies in `photo`; `whole` is the rest made small, None
    where the part is all of it.
    """

    photo: Photo
    inner: Box
    whole: Pixels | None


def part_with_context(photo: AnyPhoto, box: Box) -> PhotoPart:
    """Faces that the part touches are taken in whole: half a face can't be made clearer."""
    outer = box.grow(_CONTEXT_PX)
    touched = [face for face in photo.faces or () if _touch(face.box, box)]
    for face in touched:
        outer = _around(outer, face.box.grow(face.size_px // 2))
    outer = outer.clamp(photo.width, photo.height)
    faces = None if photo.faces is None else tuple(_shifted(face, -outer.left, -outer.top) for face in touched)
    edits = MaskEdits(_cut(photo.edits.added, outer), _cut(photo.edits.erased, outer), photo.edits.automatic)
    pixels, alpha = part_of(photo, outer), photo.alpha
    cut = Photo(
        pixels, None if alpha is None else np.ascontiguousarray(alpha[outer.slices]), photo.metadata, edits, faces=faces
    )
    is_all = outer == Box(0, 0, photo.width, photo.height)
    return PhotoPart(cut, box.shift(-outer.left, -outer.top), None if is_all else _small(photo))


def _small(photo: AnyPhoto) -> Pixels:
    share = min(1.0, _SMALL_PX / max(photo.height, photo.width))
    size = (max(1, round(photo.width * share)), max(1, round(photo.height * share)))
    if isinstance(photo, Photo):
        return cv2.resize(photo.pixels, size, interpolation=cv2.INTER_AREA)
    return photo.convert(cv2.resize(photo.samples, size, interpolation=cv2.INTER_AREA))


def _cut(mask: Mask | None, box: Box) -> Mask | None:
    return None if mask is None else np.ascontiguousarray(mask[box.slices])


def _shifted(face: Face, dx: int, dy: int) -> Face:
    left, right, nose, mouth_left, mouth_right = ((x + dx, y + dy) for x, y in face.landmarks)
    return replace(face, box=face.box.shift(dx, dy), landmarks=(left, right, nose, mouth_left, mouth_right))


def _touch(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


def _around(a: Box, b: Box) -> Box:
    return Box(min(a.left, b.left), min(a.top, b.top), max(a.right, b.right), max(a.bottom, b.bottom))
