import zlib

import cv2
import numpy as np
import pytest
from files.picture_files import by_pillow, by_tifffile, exif, png
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from photorestore.core.errors import UserError
from photorestore.files.measuring import read_size, read_small, read_small_colour
from photorestore.files.reading import read_photo
from photorestore.files.writing import write_photo


@pytest.fixture
def eight(colours):
    return (colours >> 8).astype(np.uint8)


XMP_LYING = b'<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/>'


def with_text(pixels, keyword, text):
    info = PngInfo()
    info.add_itxt(keyword, text)
    return by_pillow("PNG", pixels, pnginfo=info)


def with_last_chunk(picture, name, content):
    """A PNG with one more chunk before its end mark, as ExifTool writes it."""
    chunk = len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")
    return picture[:-12] + chunk + picture[-12:]


def put(tmp_path, content):
    path = tmp_path / "picture"
    path.write_bytes(content)
    return path


def pictures(eight, colours):
    for kind in ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "PPM", "GIF", "HEIF"):
        yield kind, by_pillow(kind, eight)
    yield "grey JPEG", by_pillow("JPEG", eight[..., 0])
    yield "16-bit PNG", png(colours, 2)
    yield "16-bit TIFF", by_tifffile(colours)
    yield "deflated TIFF", by_pillow("TIFF", eight, compression="tiff_adobe_deflate")
    yield "lying JPEG", by_pillow("JPEG", eight, exif=exif(6))
    yield "lying PNG", by_pillow("PNG", eight, exif=exif(6))
    yield "mirrored WebP", by_pillow("WEBP", eight, exif=exif(7))
    yield "lying 16-bit TIFF", by_tifffile(colours, extratags=[(274, "H", 1, 6, True)])
    for kind in ("JPEG", "WEBP"):
        yield f"{kind} lying by XMP", by_pillow(kind, eight, xmp=XMP_LYING)
    yield "TIFF lying by XMP", by_pillow("TIFF", eight, tiffinfo={700: XMP_LYING})
    xmp_tag = (700, 1, len(XMP_LYING), XMP_LYING, True)
    yield "16-bit TIFF lying by XMP", by_tifffile(colours, extratags=[xmp_tag])
    yield "16-bit TIFF of a wrong orientation", by_tifffile(colours, extratags=[(274, "H", 1, 99, True)])
    yield "PNG lying by XMP", with_text(eight, "XML:com.adobe.xmp", XMP_LYING.decode())
    yield "PNG of ImageMagick", with_text(eight, "Raw profile type exif", f"\nexif\n{len(exif(6))}\n{exif(6).hex()}\n")
    yield "PNG with its EXIF behind the pixels", with_last_chunk(by_pillow("PNG", eight), b"eXIf", exif(6)[6:])
    yield "CMYK JPEG", by_pillow("JPEG", Image.fromarray(eight).convert("CMYK"))


def test_size_and_small_view_agree_with_reading_whole(tmp_path, eight, colours):
    for kind, content in pictures(eight, colours):
        path = put(tmp_path, content)
        photo = read_photo(path)
        small = read_small(path, 1000)

        assert read_size(path) == (photo.width, photo.height), kind
        assert small.shape == (photo.height, photo.width), kind
        assert abs(small.mean() / 255 - photo.pixels.mean()) < 0.1, kind


def test_the_small_view_is_small(tmp_path, eight):
    big = np.kron(eight, np.ones((20, 20, 1), np.uint8))

    for kind in ("JPEG", "PNG", "TIFF"):
        small = read_small(put(tmp_path, by_pillow(kind, big)), 64)
        assert max(small.shape) == 64
        assert small.dtype == np.uint8


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "BMP", "PPM"])
@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_file_without_its_end_is_refused_as_reading_refuses_it(tmp_path, eight, kind, share):
    whole = by_pillow(kind, np.kron(eight, np.ones((8, 8, 1), np.uint8)))
    path = put(tmp_path, whole[: int(len(whole) * share)])

    with pytest.raises(UserError) as reading:
        read_photo(path)
    with pytest.raises(UserError) as measuring:
        read_size(path)

    assert str(measuring.value) == str(reading.value)


def test_a_jpeg_with_something_behind_its_end_is_whole(tmp_path, eight):
    path = put(tmp_path, by_pillow("JPEG", eight) + bytes(100_000))

    assert read_size(path) == (eight.shape[1], eight.shape[0])


def test_the_size_is_read_without_decoding(tmp_path, eight, monkeypatch):
    content = {
        kind: by_pillow(kind, eight, **more) for kind, more in (("PNG", {"exif": exif(6)}), ("JPEG", {}), ("TIFF", {}))
    }

    def fail(*arguments):
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", fail)
    for some in content.values():
        assert sorted(read_size(put(tmp_path, some))) == sorted(eight.shape[:2])


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_the_small_colour_view_looks_like_the_whole_picture(tmp_path, photo, suffix):
    path = write_photo(photo, tmp_path / f"a{suffix}", source=None)
    small = read_small_colour(path, 32)
    whole = cv2.resize(photo.pixels, (32, 24), interpolation=cv2.INTER_AREA) * 255

    assert small.shape == (24, 32, 3)
    assert np.abs(small - whole).mean() < 4


def test_the_small_colour_view_is_upright_and_shows_white_where_it_is_transparent(tmp_path):
    picture = Image.new("RGBA", (40, 20), (255, 0, 0, 0))
    exif = Image.Exif()
    exif[0x0112] = 6
    picture.save(tmp_path / "a.png", exif=exif)
    small = read_small_colour(tmp_path / "a.png", 10)

    assert small.shape == (10, 5, 3)
    assert (small == 255).all()
