"""An offline gallery: one folder with a page that any browser opens, with a before/after slider on each photograph."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from photorestore import paths
from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.exporting.album import Album, AlbumPhoto, Written
from photorestore.exporting.naming import safe_stem
from photorestore.exporting.pictures import Picture, fitted, jpeg, load_pair, load_picture
from photorestore.files.atomic import PART_PATTERN, remove_leftovers

_LARGE_PX, _SMALL_PX = 2000, 800
PICTURES = "pictures"


@dataclass(frozen=True)
class GalleryWords:
    """The page's own words; `language` and `direction` are those of the words, captions bring their own direction."""

    language: str = "en"
    direction: str = "ltr"
    before: str = "Before"
    after: str = "After"
    slider: str = "Before and after"
    enlarge: str = "Enlarge"
    close: str = "Close"
    previous: str = "Previous photograph"
    following: str = "Next photograph"
    photograph: str = "Photograph"
    made: str = "Made with PhotoRestore. This page works without the internet."


@dataclass(frozen=True)
class _Sizes:
    """Addresses of one picture in two sizes, as they stand in the page."""

    small: str
    small_width: int
    large: str
    large_width: int


@dataclass(frozen=True)
class _Card:
    after: _Sizes
    before: _Sizes | None
    width: int
    height: int
    caption: str
    date: str


def write_gallery(
    album: Album, folder: Path, words: GalleryWords = GalleryWords(), progress: Progress | None = None
) -> Written:
    """Make `folder` (or the next free number of its name) whole, or not at all; open its index.html.

    Photographs that can't be read are left out, each with a sentence. Pictures carry no metadata.
    """
    if not album.photos:
        raise UserError("There are no photographs for a gallery. Choose some first.")
    folder = _with_a_name(folder)
    work = folder.parent / PART_PATTERN.replace("*", secrets.token_hex(8))
    remove_leftovers(folder.parent)
    try:
        (work / PICTURES).mkdir(parents=True)
        cards, problems = _make_cards(album.photos, work, progress or Progress())
        if not cards:
            raise UserError(f"None of the photographs could be read. {problems[0]}")
        _save(work / "index.html", _page(album, cards, words).encode(errors="replace"))  # names may be no Unicode
        return Written((_move(work, folder) / "index.html",), tuple(problems))
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(f"The gallery “{folder}” can't be saved: {reason}. Choose another folder.") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _make_cards(photos: Sequence[AlbumPhoto], work: Path, progress: Progress) -> tuple[list[_Card], list[str]]:
    digits = max(2, len(str(len(photos))))
    stems = [f"{number:0{digits}} {safe_stem(photo.picture.stem, 150)}" for number, photo in enumerate(photos, 1)]
    spans = progress.split([1.0] * len(photos), [photo.picture.name for photo in photos])
    cards, problems = [], []
    for photo, stem, span in zip(photos, stems, spans, strict=True):
        span.report(0)
        try:
            cards.append(_make_card(photo, work, stem))
        except UserError as error:
            problems.append(str(error))
        span.report(1)
    return cards, problems


def _make_card(photo: AlbumPhoto, work: Path, stem: str) -> _Card:
    before = None
    if photo.before is None:
        after = load_picture(photo.picture, _LARGE_PX, _LARGE_PX)
    else:
        first, after = load_pair(photo.before, photo.picture, _LARGE_PX, _LARGE_PX)
        before = _save_sizes(first, work, f"{stem} before")
    sizes = _save_sizes(after, work, stem)
    return _Card(sizes, before, after.shape[1], after.shape[0], photo.caption.strip(), photo.date.strip())


def _save_sizes(picture: Picture, work: Path, stem: str) -> _Sizes:
    small = fitted(picture, _SMALL_PX, _SMALL_PX)
    names = [f"{stem}.jpg", f"{stem} small.jpg"]
    for name, pixels in zip(names, (picture, small), strict=True):
        _save(work / PICTURES / name, jpeg(pixels))
    large_name, small_name = (f"{PICTURES}/{quote(name)}" for name in names)
    return _Sizes(small_name, small.shape[1], large_name, picture.shape[1])


def _page(album: Album, cards: Sequence[_Card], words: GalleryWords) -> str:
    folder = paths.resources() / "gallery"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = ((folder / name).read_text(encoding="utf-8") for name in ("gallery.css", "gallery.js"))
    return environment.get_template("index.html.jinja").render(
        album=album, cards=cards, words=words, style=Markup(style), script=Markup(script),
        style_hash=_hash(style), script_hash=_hash(script),
    )  # fmt: skip


def _hash(text: str) -> str:
    """How a content security policy names the only style and the only script that may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _save(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _with_a_name(folder: Path) -> Path:
    """“.” and “..” by the name of the folder that they are."""
    if folder.name not in ("", ".."):
        return folder
    named = folder.resolve()
    if not named.name:  # the root of a disk
        reason = "a folder has that name"
        raise UserError(f"The gallery “{folder}” can't be saved: {reason}. Choose another folder.")
    return named


def _move(work: Path, folder: Path) -> Path:
    """Give the finished folder its name; a folder or file that has it stays, and ours gets the next number."""
    for number in count(1):
        free = folder if number == 1 else folder.with_name(f"{folder.name} ({number})")
        if os.path.lexists(free):
            continue
        try:
            return work.rename(free)
        except OSError:
            if not os.path.lexists(free):  # else somebody was faster
                raise
    raise AssertionError("numbers never end")
