"""Targets that put a user's words where they could become markup, a path or a command: gallery, PDF, file names."""

from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from pathlib import Path

from library.made_library import save_picture

from fuzz.inputs import words_as_bytes
from fuzz.target import Target, texts_of
from photorestore.exporting.album import Album, AlbumPhoto
from photorestore.exporting.files import Conflict, ExportItem, export_batch, plan_export
from photorestore.exporting.gallery import write_gallery
from photorestore.exporting.naming import NameFacts
from photorestore.exporting.presets import ExportPreset
from photorestore.files.naming import picture_stem
from photorestore.gui.albums.pdf_album import PdfLayout, write_pdf_album
from photorestore.library.places import safe_stem

TAGS = {
    "html",
    "head",
    "meta",
    "link",
    "title",
    "style",
    "body",
    "header",
    "h1",
    "p",
    "main",
    "figure",
    "div",
    "img",
    "span",
    "input",
    "a",
    "svg",
    "path",
    "figcaption",
    "bdi",
    "footer",
    "dialog",
    "button",
    "script",
}
ATTRIBUTES = re.compile(r"on\w+|style|srcdoc|action|formaction")
LEGAL = re.compile(r'[^<>:"/\\|?*\x00-\x1f]{1,255}')


class Page(HTMLParser):
    """Which tags, and what their words are."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.alts: list[str] = []
        self.scripts = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        assert tag in TAGS, tag
        self.tags.append(tag)
        for name, value in attributes:
            assert not ATTRIBUTES.fullmatch(name), name
            if name in ("src", "href", "srcset"):
                assert value == "data:," or value.startswith("pictures/"), value
            if name == "alt":
                self.alts.append(value)

    def handle_data(self, data):
        self.words.append(data)


def page_of(album: Album, folder: Path) -> Page:
    return Page(write_gallery(album, folder).paths[0].read_text("utf-8"))


def gallery(content: bytes, folder: Path) -> None:
    title, subtitle, caption, date = texts_of(content, 4)
    picture = save_picture(folder / "in" / "a.png", size=(6, 8))
    album = Album(title, (AlbumPhoto(picture, picture, caption, date),), subtitle)
    plain = Album(
        "t",
        (AlbumPhoto(picture, picture, "c" if caption.strip() else "", "d" if date.strip() else ""),),
        subtitle and "s",
    )
    page, expected = (
        Page(write_gallery(one, folder / name).paths[0].read_text("utf-8"))
        for name, one in (("a", album), ("b", plain))
    )
    assert page.tags == expected.tags
    shown = (
        caption.encode(errors="replace").decode().strip().replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    )
    assert not shown or any(shown.split("\n")[0][:5] in alt.replace("\0", "") for alt in page.alts)


def pdf(content: bytes, folder: Path) -> None:
    import zlib

    title, subtitle, caption, date = texts_of(content, 4)
    picture = save_picture(folder / "a.png", size=(6, 8))
    album = Album(title, (AlbumPhoto(picture, picture, caption, date),), subtitle)
    written = write_pdf_album(album, folder / "a.pdf", PdfLayout(per_page=1))
    whole = written.paths[0].read_bytes()
    outside = re.sub(rb"stream\r?\n.*?endstream", b"", whole, flags=re.DOTALL)
    names = re.sub(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>", b"", outside)  # without strings
    for trap in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/OpenAction", b"/EmbeddedFile"):
        assert trap not in names, trap
    assert whole.count(b"%%EOF") - outside.count(b"%%EOF") <= 1
    assert zlib.crc32(whole)


def export_names(content: bytes, folder: Path) -> None:
    """Templates and everything they may ask for, as words."""
    template, caption, album, date = texts_of(content, 4)
    target = folder / "out"
    preset = ExportPreset("p", format="PNG 8 bit", template=template)
    picture = save_picture(folder / "a.png", size=(6, 8))
    items = [ExportItem(picture, picture, NameFacts(caption, date, caption, album, "p", number)) for number in (1, 2)]
    done = export_batch(plan_export(items, target, preset, Conflict.NUMBER), preset)
    for one in done:
        assert one.problem == "", one.problem
        assert one.output.parent == target
        assert LEGAL.fullmatch(one.output.name), one.output.name
        assert len(os.fsencode(one.output.name)) <= 255
    assert len({one.output for one in done}) == 2


def library_names(content: bytes, folder: Path) -> None:
    for text in texts_of(content, 4):
        stem = safe_stem(picture_stem(Path(text.replace("\0", "") or "x")))
        assert LEGAL.fullmatch(stem + ".png"), stem
        (folder / f"{stem} 1.png").touch()


TARGETS = [
    Target("gallery", words_as_bytes(4), gallery, cost=2),
    Target("pdf", words_as_bytes(4), pdf, cost=4),
    Target("export-names", words_as_bytes(4), export_names, cost=2),
    Target("library-names", words_as_bytes(4), library_names),
]
