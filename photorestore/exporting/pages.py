"""Pictures made of several: before and after side by side, and contact sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.photo import Metadata, Photo
from photorestore.core.picture_file import AnyFile, picture_file
from photorestore.core.progress import Progress
from photorestore.exporting.album import Album, AlbumPhoto, Written
from photorestore.exporting.lettering import Cover, Lettering, pillow_lettering
from photorestore.exporting.pictures import Picture, load_pair, load_picture
from photorestore.files.samples import to_float
from photorestore.files.writing import write_photo

PAIR_ENDING = " before and after.jpg"  # of the file's name
_INK = 40  # of 255
_PAPER = 255


@dataclass(frozen=True)
class SheetLayout:
    """A contact sheet's page in pixels (A4 upright at 200 dpi) and what stands on it."""

    width: int = 1654
    height: int = 2339
    columns: int = 4
    rows: int = 5
    margin: int = 90
    gap: int = 36
    caption_lines: int = 2
    dpi: int = 200

    def __post_init__(self) -> None:
        if self.columns < 1 or self.rows < 1 or min(self._cell(), default=0) < 40:
            raise UserError("A contact sheet's photographs would be smaller than 40 pixels. Take fewer a page.")

    @property
    def text_px(self) -> int:
        return max(12, self.width // 72)

    @property
    def caption_px(self) -> int:
        """Height that is kept free under each photograph."""
        return round(self.text_px * 1.35 * self.caption_lines) + self.text_px // 2 if self.caption_lines else 0

    @property
    def head_px(self) -> int:
        return round(self.text_px * 3.2)

    def _cell(self) -> tuple[int, int]:
        across = self.width - 2 * self.margin - (self.columns - 1) * self.gap
        down = self.height - 2 * self.margin - 2 * self.head_px - (self.rows - 1) * self.gap
        return across // self.columns, down // self.rows - self.caption_px

    @property
    def cell(self) -> tuple[int, int]:
        """Width and height for one photograph, without its caption."""
        return self._cell()


def make_pair(
    before: AnyFile,
    after: AnyFile,
    labels: tuple[str, str] | None = ("Before", "After"),
    long_side_px: int = 3000,
    lettering: Lettering = pillow_lettering,
) -> Photo:
    """Side by side, or one above the other for wide photographs, on white."""
    first, second = load_pair(before, after, long_side_px // 2, long_side_px // 2)
    height, width = second.shape[:2]
    side_by_side = width <= 1.6 * height
    gap = max(8, max(width, height) // 60)
    text_px = max(14, max(width, height) // 34)
    pictures = zip((first, second), labels or ("", ""), strict=True)
    blocks = [_labelled(picture, label, text_px, lettering) for picture, label in pictures]
    axis = 1 if side_by_side else 0
    beside = (blocks[0].shape[0], gap, 3) if side_by_side else (gap, blocks[0].shape[1], 3)
    spacer = np.full(beside, _PAPER, np.uint8)
    whole = np.concatenate([blocks[0], spacer, blocks[1]], axis=axis)
    return _photo(np.pad(whole, ((gap, gap), (gap, gap), (0, 0)), constant_values=_PAPER))


def write_pairs(
    photos: Sequence[AlbumPhoto],
    targets: Sequence[Path],
    labels: tuple[str, str] | None = ("Before", "After"),
    progress: Progress | None = None,
    lettering: Lettering = pillow_lettering,
) -> Written:
    """A file for each photograph that has a `before`; free numbers where names are taken."""
    paths, problems = [], []
    spans = (progress or Progress()).split([1.0] * len(photos), [photo.picture.name for photo in photos])
    for photo, target, span in zip(photos, targets, spans, strict=True):
        span.report(0)
        try:
            if photo.before is None:
                raise UserError(f"“{photo.picture.name}” has no picture from before.")
            pair = make_pair(photo.before, photo.picture, labels, lettering=lettering)
            paths.append(write_photo(pair, target, source=picture_file(photo.picture).path))
        except UserError as error:
            problems.append(str(error))
    return Written(tuple(paths), tuple(problems))


def make_sheets(
    album: Album,
    problems: list[str],
    layout: SheetLayout = SheetLayout(),
    lettering: Lettering = pillow_lettering,
    progress: Progress | None = None,
) -> Iterator[Photo]:
    """One page at a time. Photographs that can't be read are left out, each with a sentence in `problems`."""
    spans = (progress or Progress()).split([1.0] * len(album.photos), [p.picture.name for p in album.photos])
    page, place, sheet = 0, 0, _blank(layout)
    for photo, span in zip(album.photos, spans, strict=True):
        span.report(0)
        try:
            picture = load_picture(photo.picture, *layout.cell)
        except UserError as error:
            problems.append(str(error))
            continue
        _place(sheet, picture, photo.text, place, layout, lettering)
        place += 1
        if place == layout.columns * layout.rows:
            page += 1
            yield _finished(sheet, album.title, page, layout, lettering)
            place, sheet = 0, _blank(layout)
    if place:
        yield _finished(sheet, album.title, page + 1, layout, lettering)


def write_sheets(
    album: Album,
    target: Path,
    layout: SheetLayout = SheetLayout(),
    lettering: Lettering = pillow_lettering,
    progress: Progress | None = None,
) -> Written:
    """`target` names the first page; the others are numbered: sheet.jpg, sheet (2).jpg ..."""
    if not album.photos:
        raise UserError("There are no photographs for a contact sheet. Choose some first.")
    problems: list[str] = []
    pages = make_sheets(album, problems, layout, lettering, progress)
    written: list[Path] = []
    try:
        for page in pages:
            written.append(write_photo(page, target, source=None))
    except Cancelled:  # half an album is none
        for path in written:
            path.unlink(missing_ok=True)
        raise
    if not written:
        raise UserError(f"None of the photographs could be read. {problems[0]}")
    return Written(tuple(written), tuple(problems))


def _blank(layout: SheetLayout) -> Picture:
    return np.full((layout.height, layout.width, 3), _PAPER, np.uint8)


def _finished(sheet: Picture, title: str, page: int, layout: SheetLayout, lettering: Lettering) -> Photo:
    width = layout.width - 2 * layout.margin
    _write(sheet, lettering(title, layout.text_px * 2, width, 1), layout.margin)
    foot = lettering(str(page), layout.text_px, width, 1)
    _write(sheet, foot, layout.height - layout.margin - foot.shape[0])
    return _photo(sheet, layout.dpi)


def _place(sheet: Picture, picture: Picture, text: str, place: int, layout: SheetLayout, lettering: Lettering) -> None:
    """In the middle of its cell and on its lower edge, so that captions stand in a line."""
    row, column = divmod(place, layout.columns)
    width, height = layout.cell
    left = layout.margin + column * (width + layout.gap)
    top = layout.margin + layout.head_px + row * (height + layout.caption_px + layout.gap)
    x, y = left + (width - picture.shape[1]) // 2, top + (height - picture.shape[0])
    sheet[y : y + picture.shape[0], x : x + picture.shape[1]] = picture
    if layout.caption_lines and text:
        words = lettering(text, layout.text_px, width, layout.caption_lines)
        _write(sheet[:, left : left + width], words, top + height + layout.text_px // 3)


def _labelled(picture: Picture, label: str, text_px: int, lettering: Lettering) -> Picture:
    if not label:
        return picture
    words = lettering(label, text_px, picture.shape[1], 1)
    strip = np.full((words.shape[0] + text_px // 2, picture.shape[1], 3), _PAPER, np.uint8)
    _write(strip, words, text_px // 2)
    return np.concatenate([picture, strip])


def _write(page: Picture, words: Cover, top: int) -> None:
    """In the middle of the page's width."""
    left = (page.shape[1] - words.shape[1]) // 2
    target = page[top : top + words.shape[0], left : left + words.shape[1]]
    cover = words[: target.shape[0], :, np.newaxis].astype(np.float32) / 255
    target[:] = np.rint(target + (_INK - target.astype(np.float32)) * cover)


def _photo(page: Picture, dpi: int | None = None) -> Photo:
    return Photo(to_float(page), metadata=Metadata(dpi=(float(dpi), float(dpi)) if dpi else None))
