"""Picture files as they are: whole-number samples and metadata, before any colour conversion."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, BinaryIO

import cv2
import numpy as np
import numpy.typing as npt
import pillow_heif
from PIL import ExifTags, Image, ImageFile

from photorestore.core.errors import UserError
from photorestore.core.geometry import area_bands
from photorestore.files.colour_profiles import cmyk_to_srgb
from photorestore.files.exif import clean_exif, load_exif, upright_xmp
from photorestore.files.formats import PILLOW_NAMES
from photorestore.files.samples import Samples

pillow_heif.register_heif_opener(thumbnails=False)
Image.MAX_IMAGE_PIXELS = None  # `check_size` speaks instead, in a sentence
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)  # what it can't decode we say ourselves
MAX_PIXELS = 400_000_000
_UNITS = {2: 1.0, 3: 2.54}  # of EXIF's resolution, an inch: 3 is centimetres, 1 none


@dataclass
class Decoded:
    """`samples` is (h, w) or (h, w, 3), `alpha` (h, w) of the same type; EXIF `orientation` is still to be applied."""

    samples: Samples
    format: str  # Pillow's name for what the content is
    mode: str
    alpha: Samples | None = None
    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    dpi: tuple[float, float] | None = None
    orientation: int = 1
    notes: tuple[str, ...] = ()


def check_size(width: int, height: int) -> None:
    """Raise `UserError` before memory is asked for."""
    if width < 1 or height < 1:
        raise UserError(f"it has no pixels ({width} × {height})")
    if width * height > MAX_PIXELS:
        raise UserError(
            f"it has {width} × {height} pixels ({width * height / 1e6:.0f} megapixels); "
            f"more than {MAX_PIXELS / 1e6:.0f} megapixels can't be read. Make it smaller"
        )


def decode(stream: BinaryIO) -> Decoded:
    """Everything but TIFF; see `tiff.decode_tiff`."""
    with Image.open(stream, formats=PILLOW_NAMES) as image:
        check_size(*image.size)
        found = look_at(image)
        ppm_maximum = _deep_ppm_maximum(image)
        image.load()  # also where a deeper decoder follows: Pillow finds damage, and EXIF behind the pixels
        read_tags(image, found)
        if ppm_maximum:
            samples = decode_by_opencv(content_of(stream)).astype(np.float32) * np.float32(65535 / ppm_maximum)
            found.samples = (samples + np.float32(0.5)).clip(0, 65535).astype(np.uint16)
        elif image.format == "PNG" and not _is_deep_grey(image) and _has_16_bit_header(stream):
            found.samples, found.alpha = _split(decode_by_opencv(content_of(stream)))
        else:
            found.samples, found.alpha = samples_of(image, found)
        return found


def look_at(image: Image.Image) -> Decoded:
    """What the opened file says of itself before it is loaded; the samples are still empty."""
    found = Decoded(np.empty((0, 0), np.uint8), image.format or "", image.mode)
    if (frames := getattr(image, "n_frames", 1)) > 1 and found.format != "MPO":  # MPO: phones add a preview or depth
        if found.format == "TIFF":
            found.notes += (f"The file holds {frames} pages; only the first was read.",)
        else:
            found.notes += (f"The file holds {frames} pictures; only the first was read.",)
    return found


def read_tags(image: Image.Image, found: Decoded) -> None:
    """Add profile, EXIF, XMP, resolution and orientation. Damage becomes a note."""
    info = image.info
    found.icc = info.get("icc_profile") or None
    found.xmp = upright_xmp(info.get("xmp"))
    found.dpi = _resolution(info.get("dpi"))
    try:
        with warnings.catch_warnings(record=True) as complaints:
            warnings.simplefilter("always")
            found.orientation = orientation_of(image)
            exif = image.getexif()
            found.exif = clean_exif(exif)
            found.dpi = found.dpi or _resolution_in(exif)
        if complaints:
            found.notes += ("The file's EXIF data is damaged; what could be read is kept.",)
    except Exception:  # foreign parsers raise anything on damaged bytes; the picture is still good
        found.notes += ("The file's EXIF data is damaged and was left out.",)


def orientation_of(image: Image.Image) -> int:
    """1 to 8, from what was read so far: EXIF, ImageMagick's profile, XMP. Raises anything on damaged bytes.

    A PNG may hold it behind its pixels.
    """
    load_exif(image.info.get("exif"))  # once more: opening a JPEG loads it too, and hides errors
    return plausible_orientation(Image.Image.getexif(image).get(ExifTags.Base.Orientation, 1))  # a PNG's own decodes it


def plausible_orientation(value: object) -> int:
    return value if isinstance(value, int) and value in range(1, 9) else 1


def samples_of(image: Image.Image, found: Decoded) -> tuple[Samples, Samples | None]:
    """A loaded Pillow image as samples and alpha."""
    if image.mode == "F":
        return float_samples(np.asarray(image)), None
    if _is_deep_grey(image):
        grey = np.asarray(image).clip(0, 65535).astype(np.uint16)
        transparent = image.info.get("transparency")  # the grey that a PNG shows as nothing
        return grey, None if transparent is None else (grey != transparent) * np.uint16(65535)
    if image.mode == "CMYK":
        return np.asarray(_cmyk(image, found)), None
    if image.has_transparency_data:
        return _split(_array_of(image, "LA" if image.mode in ("L", "LA", "1") else "RGBA"))
    return _array_of(image, "L" if image.mode in ("1", "L") else "RGB"), None


def _array_of(image: Image.Image, mode: str) -> npt.NDArray[np.uint8]:
    """Band by band: Pillow's own way needs the picture four times, 1.4 GB for 100 MP."""
    width, height = image.size
    shape = (height, width) if mode == "L" else (height, width, len(mode))
    samples = np.empty(shape, np.uint8)
    for rows in area_bands(height, width):
        band = image.crop((0, rows.start, width, rows.stop))
        samples[rows] = np.asarray(band if band.mode == mode else band.convert(mode))
    return samples


def float_samples(values: npt.NDArray[np.floating]) -> npt.NDArray[np.uint16]:
    """Raise `UserError` for values that are not a picture's."""
    values = values.astype(np.float32, copy=False)  # half floats end at 65504
    if not np.isfinite(values).all() or values.min() < -0.01 or values.max() > 1.01:
        raise UserError("its floating-point values lie outside 0 to 1. Save it as 16-bit TIFF")
    return (np.clip(values, 0, 1) * 65535 + 0.5).astype(np.uint16)


def _cmyk(image: Image.Image, found: Decoded) -> Image.Image:
    if found.icc is not None:
        try:
            return cmyk_to_srgb(image, found.icc)
        except ValueError:
            found.icc = None  # nothing was converted by it, nor must be on the way back
    found.notes += ("The file is CMYK without a usable colour profile; its colours are approximate.",)
    return image.convert("RGB")


def _resolution_in(exif: Image.Exif) -> tuple[float, float] | None:
    per_inch = _UNITS.get(exif.get(ExifTags.Base.ResolutionUnit, 2), 0.0)
    return _resolution((exif.get(ExifTags.Base.XResolution), exif.get(ExifTags.Base.YResolution)), per_inch)


def _resolution(dots: object, per_inch: float = 1.0) -> tuple[float, float] | None:
    try:
        x, y = (float(value) * per_inch for value in dots)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return (x, y) if 1 < x <= 1e5 and 1 < y <= 1e5 else None  # 1: Pillow's answer for a TIFF that doesn't say


def _is_deep_grey(image: Image.Image) -> bool:
    """Grey of more than 8 bit, which Pillow reads whole."""
    return image.mode.startswith("I")


def _has_16_bit_header(stream: BinaryIO) -> bool:
    stream.seek(24)  # bit depth in IHDR, always the first chunk
    return stream.read(1) == b"\x10"


def _deep_ppm_maximum(image: ImageFile.ImageFile) -> int:
    """The largest value of a colour PPM with more than 8 bit, which Pillow would cut to 8; else 0."""
    if image.format != "PPM" or image.mode != "RGB":
        return 0
    arguments = image.tile[0].args if image.tile else None
    maximum = arguments[1] if isinstance(arguments, tuple) and len(arguments) > 1 else 0
    return maximum if isinstance(maximum, int) and maximum > 255 else 0


def content_of(stream: BinaryIO) -> bytearray:
    stream.seek(0)
    return bytearray(stream.read())


def decode_by_opencv(content: bytearray) -> npt.NDArray[Any]:
    """In the order red, green, blue: (h, w) or (h, w, 3 or 4). Pillow would cut deep colour to 8 bit.

    As stored, but OpenCV turns a TIFF by its orientation tag.
    """
    pixels = cv2.imdecode(np.frombuffer(content + b"\n", np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise OSError("OpenCV can't decode it")
    if pixels.ndim == 2:
        return pixels
    return cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGB)


def _split(pixels: Samples) -> tuple[Samples, Samples | None]:
    """Alpha apart from the rest."""
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    if channels in (1, 3):
        return pixels, None
    colour = pixels[..., 0] if channels == 2 else pixels[..., :3]
    return colour, pixels[..., -1]
