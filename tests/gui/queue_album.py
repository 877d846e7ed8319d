"""A library with small pictures, good and broken, and a program whose engine is a fake in a process of its own."""

import sys
from pathlib import Path

from library.made_library import save_picture

from photorestore.host.client import EngineClient
from photorestore.library.importing import import_pictures

ENGINE = [sys.executable, str(Path(__file__).parents[1] / "host" / "fake_engine.py")]


def fake_engine(log: Path, **options) -> EngineClient:
    """Inverts photographs; see tests/host/fake_engine.py."""
    return EngineClient(command=ENGINE, log_path=log, **options)


def make_album(folder: Path, good: int) -> list[Path]:
    return [save_picture(folder / f"photo {number}.png", seed=number, size=(12, 16)) for number in range(good)]


def import_album(library, folder: Path) -> list[int]:
    return list(import_pictures(library, [folder]).added)


def break_in_many_ways(folder: Path, sound: list[Path]) -> list[Path]:
    """20 files that are no photographs any more, each called "bad ...". Some look sound until they are decoded."""
    folder.mkdir(parents=True, exist_ok=True)
    png = sound[0].read_bytes()
    jpeg = save_picture(folder / "spare.jpg", seed=99, size=(200, 300), quality=95)
    tiff = save_picture(folder / "spare.tif", seed=98, size=(60, 80))
    whole, long = jpeg.read_bytes(), tiff.read_bytes()
    damaged = bytearray(png)
    damaged[len(png) // 2] ^= 0xFF
    contents = {
        "empty.png": b"",
        "text.jpg": b"Dear grandmother, ...",
        "page.png": b"<html><body>404 Not Found</body></html>",
        "zeros.jpg": bytes(4000),
        "head only.png": png[:30],
        "signature only.png": png[:8],
        "half.png": png[: len(png) // 2],
        "flipped.png": bytes(damaged),
        "three quarters.png": png[: len(png) * 3 // 4],
        "start of a jpeg.jpg": whole[:20],
        "half.jpg": whole[: len(whole) // 3],
        "no end.jpg": whole[: -len(whole) // 2],
        "head.tif": long[:8],
        "half.tif": long[: len(long) // 2],
        "pdf.tif": b"%PDF-1.7\n" + bytes(500),
        "zip.png": b"PK\x03\x04" + bytes(300),
        "gif.gif": b"GIF89a" + bytes(10),
        "bmp.bmp": b"BM" + bytes(30),
        "webp.webp": b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(10),
        "noise.jpg": bytes((number * 37 + 11) % 256 for number in range(3000)),
    }
    for name, content in contents.items():
        (folder / f"bad {name}").write_bytes(content)
    jpeg.unlink()
    tiff.unlink()
    return sorted(folder.glob("bad *"))
