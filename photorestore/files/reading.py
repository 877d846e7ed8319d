"""`read_photo`: any picture file to a `Photo`, or one clear sentence why not."""

from __future__ import annotations

import errno
import io
import logging
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np

from photorestore.core.errors import UserError
from photorestore.core.lean_photo import LeanPhoto
from photorestore.core.photo import Metadata, Photo, Pixels
from photorestore.core.picture_file import AnyFile, picture_file
from photorestore.core.turning import turned_plane
from photorestore.files.colour_profiles import ToSrgb, colour_converter, grey_converter
from photorestore.files.decoding import Decoded, decode
from photorestore.files.exif import quiet
from photorestore.files.formats import FORMATS, format_of
from photorestore.files.icc import Profile, parse_profile
from photorestore.files.samples import Samples, full_scale, to_float
from photorestore.files.tiff import decode_tiff

log = logging.getLogger(__name__)


def read_photo(file: AnyFile) -> Photo:
    """Upright, in sRGB. `metadata.notes` says what was odd about the file. Raise `UserError` if it can't be read."""
    return read_lean(file).photo()


def read_lean(file: AnyFile) -> LeanPhoto:
    """The same without making floats of it: a scan of 100 MP takes 300 MB instead of 1.2 GB."""
    wanted = picture_file(file)
    with open_picture(wanted.path) as (stream, head):
        return _read(stream, wanted.path, head, wanted.turns)


@contextmanager
def open_picture(path: Path) -> Iterator[tuple[BinaryIO, bytes]]:
    """The file and its first 16 bytes; `UserError` for what is no file, is empty, or can't be read from the disk."""
    try:
        _check_kind(path)
        with path.open("rb") as stream:
            head = stream.read(16)
            if not head:
                raise UserError(f"“{path.name}” is empty (0 bytes). Get a fresh copy of it.")
            stream.seek(0)
            yield (io.BytesIO(stream.read()) if _is_heif(head) else stream), head
    except FileNotFoundError as error:
        raise UserError(f"“{path}” does not exist. Check the name and whether the disk is connected.") from error
    except PermissionError as error:
        raise UserError(f"“{path}” can't be opened: you have no permission to read it.") from error
    except OSError as error:
        raise UserError(f"“{path}” can't be read from the disk ({error.strerror or error}).") from error


def _check_kind(path: Path) -> None:
    """Raise `UserError` for folders, and for pipes and devices, which could keep us waiting for ever."""
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind) and not os.access(path, os.R_OK | os.X_OK):
        raise UserError(f"“{path}” can't be looked into: you have no permission to read this folder.")
    if stat.S_ISDIR(kind):
        raise UserError(f"“{path}” is a folder, not a picture. Name a picture file, or use it where folders are taken.")
    if not stat.S_ISREG(kind):
        raise UserError(f"“{path}” is not a file but a pipe or a device. Name a picture file.")


def _read(stream: BinaryIO, path: Path, head: bytes, turns: int) -> LeanPhoto:
    with decoding_explained(path, head):
        decoded = decode_tiff(stream) if is_tiff(head) else decode(stream)
    colour, alpha = (upright(plane, decoded.orientation, turns) for plane in (decoded.samples, decoded.alpha))
    assert colour is not None
    deep = colour.dtype == np.uint16
    convert = _converter(colour, decoded)
    metadata = Metadata(
        decoded.exif, decoded.xmp, decoded.icc, decoded.dpi, 16 if deep else 8, decoded.mode,
        (*_suffix_note(path, decoded.format), *decoded.notes),
    )  # fmt: skip
    return LeanPhoto(colour, convert, None if alpha is None else to_float(alpha), metadata)


def _is_heif(head: bytes) -> bool:
    """Its decoder takes the whole file into memory anyway, but forgets why it could not."""
    return head[4:8] == b"ftyp"


def is_tiff(head: bytes) -> bool:
    return head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


@contextmanager
def decoding_explained(path: Path, head: bytes) -> Iterator[None]:
    """Whatever a decoder raises inside becomes a `UserError` about `path`."""
    try:
        with quiet():
            yield
    except UserError as error:
        raise UserError(f"“{path.name}” can't be used: {error}.") from error
    except MemoryError as error:
        raise UserError(f"There is not enough memory to read “{path.name}”. Close other programs.") from error
    except Exception as error:  # foreign decoders raise anything on damaged bytes
        if (of_the_disk := _disk_trouble(error)) is not None:
            raise of_the_disk from error  # a fresh copy would not help; `open_picture` says what is wrong
        log.info("can't decode %s", path, exc_info=True)
        raise UserError(_explain(path, head)) from error


def _disk_trouble(error: BaseException) -> OSError | None:
    """What the disk said, should that be behind what a decoder made of it."""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, OSError) and found.errno in _DISK_TROUBLE:
            return OSError(found.errno, os.strerror(found.errno))
        found = found.__cause__ or found.__context__
    return None


_DISK_TROUBLE = (errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN, errno.EBADMSG)


def _explain(path: Path, head: bytes) -> str:
    if head.startswith(_MAGIC) or _is_heif(head) or re.match(rb"P[1-6fF]\s", head):
        return f"“{path.name}” is damaged or incomplete and can't be read. Get a fresh copy of it."
    known = ", ".join(dict.fromkeys(entry.name for entry in FORMATS))
    return f"“{path.name}” is not a picture we know. Pictures are {known}."


_MAGIC = (b"\xff\xd8", b"\x89PNG", b"GIF8", b"BM", b"RIFF", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def _suffix_note(path: Path, pillow_format: str) -> tuple[str, ...]:
    found = "JPEG" if pillow_format == "MPO" else pillow_format
    named = format_of(path)
    if named is None or named.pillow == found:
        return ()
    return (f"The file is named {path.suffix} but holds {found}; it was read as {found}.",)


def upright(plane: Samples | None, orientation: int, turns: int = 0) -> Samples | None:
    """Apply EXIF orientation (2, 4, 5, 7 are mirrored; 3 upside down; 6 and 8 lie on a side), then quarter turns."""
    if plane is None or (orientation == 1 and not turns):
        return plane
    if orientation >= 5:
        plane = plane.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        plane = plane[:, ::-1]
    if orientation in (3, 4, 7, 8):
        plane = plane[::-1]
    return turned_plane(plane, turns)


def to_srgb(samples: Samples, decoded: Decoded) -> Pixels:
    """By the file's profile; without a usable one, which `decoded.notes` then says, as if they were sRGB."""
    return _converter(samples, decoded)(samples)


def _converter(samples: Samples, decoded: Decoded) -> ToSrgb:
    """Does the same for any rows of the samples."""
    profile = _usable_profile(samples, decoded)
    try:
        convert = _converter_by(profile, samples, decoded.icc)
        convert(samples[:1])  # what is wrong with the profile shows now
    except ValueError:
        decoded.icc = None
        decoded.notes += (_BAD_PROFILE,)
        return _converter(samples, decoded)
    return convert


def _converter_by(profile: Profile | None, samples: Samples, icc: bytes | None) -> ToSrgb:
    if samples.ndim == 2 and (profile is None or profile.space == "GRAY"):
        return grey_converter(full_scale(samples), profile)
    convert = colour_converter(full_scale(samples), profile, icc)
    if samples.ndim == 3:
        return convert
    return lambda rows: convert(np.repeat(rows[..., np.newaxis], 3, axis=2))


_BAD_PROFILE = "The file's colour profile is damaged or does not fit; its colours were taken as sRGB."


def _usable_profile(samples: Samples, decoded: Decoded) -> Profile | None:
    if decoded.icc is None or decoded.mode.startswith("CMYK"):
        return None
    try:
        profile = parse_profile(decoded.icc)
    except ValueError:
        profile = None
    fits = profile is not None and (profile.space == "RGB" or (profile.space == "GRAY" and profile.curves))
    if not fits or (profile and profile.space == "GRAY" and samples.ndim == 3):
        decoded.icc = None
        decoded.notes += (_BAD_PROFILE,)
        return None
    return profile
