import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from files.picture_files import by_opencv, by_pillow, by_tifffile
from PIL import Image, ImageCms

from photorestore.core.errors import UserError
from photorestore.files.measuring import read_size
from photorestore.files.reading import read_photo


def read(tmp_path, content):
    path = tmp_path / "photo.tif"
    path.write_bytes(content)
    return read_photo(path)


def levels(photo):
    return np.rint(photo.pixels * 65535).astype(int)


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
LAYOUTS = {
    "plain": lambda c: by_tifffile(c),
    "big-endian": lambda c: by_tifffile(c, byteorder=">"),
    "BigTIFF": lambda c: by_tifffile(c, bigtiff=True),
    "deflate": lambda c: by_tifffile(c, compression="deflate", predictor=True),
    "tiled": lambda c: by_tifffile(c, tile=(16, 16), compression="deflate"),
    "planes": lambda c: by_tifffile(np.moveaxis(c, -1, 0).copy(), planarconfig="separate"),
    "LZW": lambda c: by_opencv(".tif", c, 259, 5),
    "packbits": lambda c: by_opencv(".tif", c, 259, 32773),
    "infrared": lambda c: by_tifffile(np.dstack([c, c[..., 0]]), extrasamples=["unspecified"]),
    "alpha": lambda c: by_tifffile(np.dstack([c, c[..., 0]]), extrasamples=["unassalpha"]),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_48_bit_colour_keeps_all_its_bits_in_every_layout(tmp_path, colours, layout):
    photo = read(tmp_path, LAYOUTS[layout](colours))

    assert np.array_equal(levels(photo), colours)
    assert photo.metadata.bit_depth == 16
    assert (photo.alpha is not None) == (layout == "alpha")
    assert len(photo.metadata.notes) == (layout == "infrared")


@pytest.mark.parametrize("bits", [1, 8, 16])
def test_white_is_zero_is_turned_round(tmp_path, colours, bits):
    stored = {1: colours[..., 0] > 30000, 8: (colours[..., 0] >> 8).astype(np.uint8), 16: colours[..., 0]}[bits]

    photo = read(tmp_path, by_tifffile(stored, "miniswhite"))

    assert np.abs(photo.pixels[..., 0] + stored / (1 if bits == 1 else 2**bits - 1) - 1).max() < 1e-6


@pytest.mark.parametrize("dtype", [np.float32, np.float16, np.float64])
def test_floating_point_is_read_as_16_bit(tmp_path, colours, dtype):
    stored = (colours / 65535).astype(dtype)

    photo = read(tmp_path, by_tifffile(stored))

    assert np.abs(photo.pixels - stored).max() < 1e-4
    assert photo.metadata.bit_depth == 16


def tiff_of(width, height, body, bits, *, kind=1, compression=1, predictor=1, photometric=1):
    """As scanners' programs write what tifffile does not."""
    samples = 3 if photometric == 2 else 1
    tags = (
        *((256, width), (257, height), (258, bits), (259, compression), (262, photometric), (273, 146), (277, samples)),
        *((278, height), (279, len(body)), (317, predictor), (339, kind)),
    )
    entries = b"".join(struct.pack("<HHII", tag, 4 if tag in (273, 279) else 3, 1, value) for tag, value in tags)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + entries + bytes(4) + body


@pytest.mark.parametrize("photometric", [0, 1])
def test_packed_12_bit_grey_keeps_all_its_bits(tmp_path, colours, photometric):
    grey = (colours[:, :52, 0] >> 4).astype(int)
    first, second = grey[:, ::2], grey[:, 1::2]
    body = np.stack([first >> 4, (first & 15) << 4 | second >> 8, second & 255], -1).astype(np.uint8).tobytes()

    photo = read(tmp_path, tiff_of(52, 37, body, 12, photometric=photometric))

    assert np.abs(photo.pixels[..., 0] * 4095 - (grey if photometric else 4095 - grey)).max() < 0.1


def test_floating_point_stored_as_differences_is_read(tmp_path, colours):
    grey = (colours[..., 0] / 65535).astype(">f4")
    planes = grey.view(np.uint8).reshape(37, 53, 4).swapaxes(1, 2).reshape(37, -1)
    body = zlib.compress(np.diff(planes, axis=1, prepend=np.uint8(0)).tobytes())

    photo = read(tmp_path, tiff_of(53, 37, body, 32, kind=3, compression=8, predictor=3))

    assert np.abs(photo.pixels[..., 0] - grey).max() < 1e-4


def test_lab_of_16_bits_shows_the_colours_of_8(tmp_path, colours):
    eight = Image.fromarray((colours >> 8).astype(np.uint8))
    lab = ImageCms.profileToProfile(eight, SRGB, ImageCms.createProfile("LAB"), outputMode="LAB")
    values = np.asarray(lab).astype(int)
    deep = np.dstack([values[..., 0] * 257, values[..., 1:] << 8]).astype(np.uint16)  # a and b are signed bytes

    photo = read(tmp_path, by_tifffile(deep, "cielab", iccprofile=SRGB.tobytes()))

    assert np.abs(photo.pixels * 255 - np.asarray(eight)).mean() < 0.5  # 8 bits of Lab tell no more
    assert (photo.metadata.bit_depth, photo.metadata.icc, photo.metadata.notes) == (16, None, ())


def test_lab_of_16_bits_in_lzw_is_refused_with_advice(tmp_path, colours):
    plain, lzw = (struct.pack("<HHII", 259, 3, 1, number) for number in (1, 5))

    with pytest.raises(UserError, match="TIFF without compression"):
        read(tmp_path, by_tifffile(colours, "cielab").replace(plain, lzw))


def test_32_bit_grey_keeps_its_upper_half(tmp_path, colours):
    photo = read(tmp_path, by_tifffile(colours[..., 0].astype(np.uint32) << 16, "minisblack"))

    assert np.array_equal(levels(photo)[..., 0], colours[..., 0])


def test_premultiplied_colour_is_divided_by_its_alpha(tmp_path, colours):
    half = np.full(colours.shape[:2], 32768, np.uint16)

    photo = read(tmp_path, by_tifffile(np.dstack([colours // 2, half]), extrasamples=["assocalpha"]))

    assert np.abs(levels(photo) - colours).max() <= 2


def test_orientation_of_deep_tiff_is_applied_once(tmp_path, colours):
    tags = [(274, "H", 1, 6, True)]

    photo = read(tmp_path, by_tifffile(colours, extratags=tags))

    assert np.array_equal(levels(photo), np.rot90(colours, -1))
    kept = Image.Exif()
    kept.load(photo.metadata.exif or b"")
    assert kept.get(274, 1) == 1


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("mode", ["I;16", "I;16B"])
def test_lzw_at_16_bit_is_turned_once_as_without_compression(tmp_path, colours, orientation, mode):
    picture = Image.frombytes(mode, (53, 37), colours[..., 0].astype("<u2" if mode == "I;16" else ">u2").tobytes())
    for name, compression in (("plain.tif", "raw"), ("packed.tif", "tiff_lzw")):
        picture.save(tmp_path / name, compression=compression, tiffinfo={274: orientation})

    plain, packed = read_photo(tmp_path / "plain.tif"), read_photo(tmp_path / "packed.tif")

    assert np.array_equal(packed.pixels, plain.pixels)
    assert read_size(tmp_path / "packed.tif") == read_size(tmp_path / "plain.tif") == (packed.width, packed.height)


def test_tags_of_deep_tiff_are_kept_without_its_layout(tmp_path, colours, adobe_rgb):
    content = by_tifffile(colours, software="VueScan", iccprofile=adobe_rgb, resolution=(600, 600), resolutionunit=2)

    kept = read(tmp_path, content).metadata

    tags = Image.Exif()
    tags.load(kept.exif)
    assert (kept.icc, kept.dpi, tags[305]) == (adobe_rgb, (600, 600), "VueScan")
    assert 273 not in tags


@pytest.mark.parametrize("compression", ["jpeg", "group4", "tiff_lzw"])
def test_8_bit_tiff_is_read_in_every_compression(tmp_path, colours, compression):
    picture = Image.fromarray((colours >> 8).astype(np.uint8)).convert("1" if compression == "group4" else "RGB")

    photo = read(tmp_path, by_pillow("TIFF", picture, compression=compression))

    assert np.abs(photo.pixels * 255 - np.asarray(picture.convert("RGB"))).mean() < 3


def test_a_camera_raw_file_is_named_as_such(tmp_path, colours):
    thumbnail = by_tifffile((colours >> 8).astype(np.uint8), subfiletype=1)

    with pytest.raises(UserError, match="raw file"):
        read(tmp_path, thumbnail)


@pytest.mark.parametrize("look", [read_photo, read_size])
def test_a_file_that_ends_before_its_directory_is_no_camera_raw_file(tmp_path, colours, look):
    content = by_pillow("TIFF", (colours >> 8).astype(np.uint8), compression="tiff_lzw")
    (tmp_path / "a.tif").write_bytes(content[: len(content) * 2 // 3])

    with pytest.raises(UserError, match="incomplete"):
        look(tmp_path / "a.tif")


def test_signed_numbers_are_refused_with_advice(tmp_path, colours):
    with pytest.raises(UserError, match="16-bit TIFF"):
        read(tmp_path, by_tifffile(colours.astype(np.int16)))


def test_a_lie_about_the_size_costs_no_memory(tmp_path, colours):
    content = bytearray(by_tifffile(colours, compression="deflate"))
    for tag in (b"\x00\x01", b"\x01\x01"):  # width and height become 19000: 361 megapixels
        place = content.index(tag + content[content.index(tag) + 2 : content.index(tag) + 4], 8)
        content[place + 8 : place + 10] = (19000).to_bytes(2, "little")

    tracemalloc.start()
    with pytest.raises(UserError, match="damaged"):
        read(tmp_path, bytes(content))
    peak, _ = tracemalloc.get_traced_memory()[1], tracemalloc.stop()
    assert peak < 50_000_000


def test_a_tiff_without_a_resolution_gets_none(tmp_path):
    (tmp_path / "a.tif").write_bytes(by_pillow("TIFF", np.zeros((8, 8), np.uint8)))

    assert read_photo(tmp_path / "a.tif").metadata.dpi is None
