"""Targets that decode pictures: every format, at every glance, and written again with all that was found in them."""

from __future__ import annotations

import contextlib
import zlib
from pathlib import Path

import numpy as np
from files.icc_profiles import ADOBE_RGB, gamma, make_profile, table, xyz
from files.picture_files import by_opencv, by_pillow, by_tifffile, exif, png
from PIL import Image, ImageCms

from fuzz.inputs import mutated
from fuzz.target import Target
from photorestore.core.errors import UserError
from photorestore.core.photo import Photo
from photorestore.exporting.files import prepared
from photorestore.exporting.presets import PRESETS
from photorestore.files.masks import read_mask
from photorestore.files.measuring import read_size, read_small, read_small_colour
from photorestore.files.reading import read_photo
from photorestore.files.writing import write_photo

DEEP = (np.random.default_rng(0).random((9, 11, 3)) * 65535).astype(np.uint16)
EIGHT = (DEEP >> 8).astype(np.uint8)
GREY = EIGHT[..., 0]
ALPHA = np.dstack([EIGHT, GREY])
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF tiff:Orientation='6'/></x:xmpmeta>"
TAGS = {"exif": exif(6), "icc_profile": SRGB}
PALETTE = Image.fromarray(EIGHT).quantize(16)
TILED = np.tile(DEEP, (4, 4, 1))


def frames(kind: str, first: Image.Image) -> bytes:
    return by_pillow(kind, first, save_all=True, append_images=[Image.fromarray(255 - EIGHT)])


SEEDS: dict[str, list[bytes]] = {
    "png": [
        by_pillow("PNG", EIGHT, **TAGS),
        by_pillow("PNG", ALPHA),
        by_pillow("PNG", PALETTE, transparency=3),
        by_pillow("PNG", Image.fromarray(GREY > 99)),
        by_opencv(".png", DEEP),
        png(DEEP, 2),
        frames("PNG", Image.fromarray(EIGHT)),
    ],
    "jpg": [
        by_pillow("JPEG", EIGHT, **TAGS),
        by_pillow("JPEG", GREY, xmp=XMP),
        by_pillow("JPEG", EIGHT, progressive=True),
        by_pillow("JPEG", Image.fromarray(EIGHT).convert("CMYK")),
        frames("MPO", Image.fromarray(EIGHT)),
    ],
    "gif": [by_pillow("GIF", GREY), by_pillow("GIF", PALETTE, transparency=2), frames("GIF", PALETTE)],
    "bmp": [by_pillow("BMP", EIGHT), by_pillow("BMP", PALETTE), by_pillow("BMP", Image.fromarray(GREY > 99))],
    "webp": [
        by_pillow("WEBP", EIGHT, **TAGS),
        by_pillow("WEBP", ALPHA, lossless=True),
        frames("WEBP", Image.fromarray(EIGHT)),
    ],
    "heic": [by_pillow("HEIF", EIGHT, exif=exif(6)), by_pillow("HEIF", ALPHA)],
    "ppm": [
        b"P6 11 9 65535\n" + DEEP.tobytes(),
        b"P6 11 9 255\n" + EIGHT.tobytes(),
        b"P5 11 9 255\n" + GREY.tobytes(),
        b"P1 3 2\n1 0 1 0 1 0\n",
        b"P3 2 1 1023\n1 2 3 4 5 1023\n",
        b"Pf 2 2 -1.0\n" + bytes(16),
    ],
    "tif": [
        by_pillow("TIFF", EIGHT, **TAGS),
        by_pillow("TIFF", EIGHT, compression="tiff_lzw"),
        by_pillow("TIFF", GREY, compression="packbits"),
        by_pillow("TIFF", Image.fromarray(EIGHT).convert("CMYK")),
        by_pillow("TIFF", Image.fromarray(GREY > 99), compression="group4"),
        by_pillow("TIFF", EIGHT, compression="jpeg"),
        frames("TIFF", Image.fromarray(EIGHT)),
        by_opencv(".tif", DEEP),
    ],
    "deep-tif": [
        by_tifffile(DEEP),
        by_tifffile(DEEP, compression="deflate"),
        by_tifffile(DEEP, tile=(16, 16)),
        by_tifffile(TILED, rowsperstrip=4, compression="deflate"),
        by_tifffile(DEEP, planarconfig="contig", bigtiff=True),
        by_tifffile(np.moveaxis(DEEP, 2, 0).copy(), planarconfig="separate"),
        by_tifffile((DEEP[..., 0] / 65535).astype(np.float32), "minisblack"),
        by_tifffile(DEEP[..., 0].astype(np.uint32), "minisblack"),
        by_tifffile(np.dstack([DEEP, DEEP[..., 0]]), extrasamples=["unassalpha"]),
    ],
}
SUFFIXES = {"deep-tif": ".tif"}


def read(kind: str):
    def run(content: bytes, folder: Path) -> None:
        path = folder / f"a{SUFFIXES.get(kind, f'.{kind}')}"
        path.write_bytes(content)
        for glance in (read_size, lambda path: read_small(path, 8), lambda path: read_small_colour(path, 8)):
            with contextlib.suppress(UserError):
                glance(path)
        photo = read_photo(path)
        check_photo(photo)
        for suffix in (".png", ".jpg", ".tif"):
            check_photo(read_photo(write_photo(photo, folder / f"out{suffix}", source=path)))
        prepared(photo, PRESETS[0])
        assert path.read_bytes() == content

    return run


def check_photo(photo: Photo) -> None:
    assert photo.pixels.dtype == np.float32
    assert np.isfinite(photo.pixels).all()
    assert 0 <= photo.pixels.min() <= photo.pixels.max() <= 1
    assert photo.alpha is None or photo.alpha.shape == photo.pixels.shape[:2]


def mask(content: bytes, folder: Path) -> None:
    path = folder / "mask.png"
    path.write_bytes(content)
    found = read_mask(path, 11, 9)
    assert found.shape == (9, 11)
    assert found.dtype == bool


def exif_in_a_sound_picture(content: bytes, folder: Path) -> None:
    """The picture is whole, so it must be read: damaged tags cost tags only."""
    path = folder / "a.jpg"
    Image.fromarray(EIGHT).save(path, exif=b"Exif\0\0" + content[:60_000])
    photo = read_photo(path)
    check_photo(photo)
    prepared(photo, PRESETS[0])
    read_photo(write_photo(photo, folder / "b.jpg", source=path))


def profile_in_a_sound_picture(content: bytes, folder: Path) -> None:
    path = folder / "a.png"
    Image.fromarray(EIGHT).save(path, icc_profile=content)
    photo = read_photo(path)
    check_photo(photo)
    read_photo(write_photo(photo, folder / "b.png", source=path))


PRIMARIES = {name: xyz(value) for name, value in zip((b"rXYZ", b"gXYZ", b"bXYZ"), ADOBE_RGB, strict=True)}
CURVES = {name: gamma(2.2) for name in (b"rTRC", b"gTRC", b"bTRC")}
NODES = np.random.default_rng(1).integers(0, 65535, (8, 3)).astype(np.uint16)
PROFILES = [
    SRGB,
    make_profile(b"RGB ", {**PRIMARIES, **CURVES}),
    make_profile(b"GRAY", {b"kTRC": gamma(1.8)}),
    make_profile(b"RGB ", {b"A2B0": table(3, 2, NODES)}, b"Lab ", b"scnr"),
]


def with_sound_sums(content: bytes) -> bytes:
    """A PNG whose chunks have the sums of what they hold, or damage would never get behind them."""
    whole, at = bytearray(content), 8
    while at + 12 <= len(whole):
        end = at + 8 + int.from_bytes(whole[at : at + 4], "big")
        if end + 4 > len(whole):
            break
        whole[end : end + 4] = zlib.crc32(whole[at + 4 : end]).to_bytes(4, "big")
        at = end + 4
    return bytes(whole)


TARGETS = [
    Target("read-png-sums", mutated(SEEDS["png"]).map(with_sound_sums), read("png")),
    *(Target(f"read-{kind}", mutated(seeds), read(kind)) for kind, seeds in SEEDS.items()),
    Target("mask", mutated(SEEDS["png"]), mask),
    Target("exif", mutated([exif(6)[6:], exif(1)[6:]]), exif_in_a_sound_picture),
    Target("profile", mutated(PROFILES), profile_in_a_sound_picture),
]
