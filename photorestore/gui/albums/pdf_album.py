"""`write_pdf_album`: an album as PDF. Runs in any thread; a QGuiApplication must exist, for the fonts."""

from __future__ import annotations

import errno
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.exporting.album import Album, AlbumPhoto, Written
from photorestore.exporting.pictures import Picture, load_pair, load_picture
from photorestore.files.atomic import save_by
from photorestore.gui.albums.words import Words, set_words

PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
GRIDS = {1: (1, 1), 2: (1, 2), 4: (2, 2), 6: (2, 3)}  # photographs a page: (columns, rows)

_MARGIN_MM = 16.0
_DPI = 300
_END_BYTES = 100
_INK, _MUTED, _LINE = QColor("#1c1a18"), QColor("#6b665f"), QColor("#c9c4bb")


@dataclass(frozen=True)
class PdfLayout:
    """`lossless` keeps every pixel and makes files several times larger. `pairs` shows what a photograph was before."""

    paper: str = "A4"
    per_page: int = 1
    title_page: bool = True
    page_numbers: bool = True
    pairs: bool = False
    lossless: bool = False
    before: str = "Before"
    after: str = "After"

    def __post_init__(self) -> None:
        if self.paper not in PAPERS:
            raise UserError(f"An album's paper can be one of {', '.join(PAPERS)}, not {self.paper!r}.")
        if self.per_page not in GRIDS:
            raise UserError(f"An album's page takes {', '.join(map(str, GRIDS))} photographs, not {self.per_page!r}.")


def write_pdf_album(
    album: Album,
    target: Path,
    layout: PdfLayout = PdfLayout(),
    *,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Written:
    """One picture in memory at a time, at 300 dpi at most. The file appears whole, or not at all after a cancel.

    Photographs that can't be read are left out, each with a sentence.
    """
    if not album.photos:
        raise UserError("There are no photographs for an album. Choose some first.")
    if target.suffix.lower() != ".pdf":  # above all, never the name of a photograph
        raise UserError(f"“{target.name}” is no name for a PDF album; choose one that ends in .pdf.")
    problems: list[str] = []

    def fill(temporary: Path) -> None:
        file = QFile(str(temporary))
        if not file.open(QIODevice.OpenModeFlag.NewOnly | QIODevice.OpenModeFlag.WriteOnly):
            raise OSError(errno.EACCES, file.errorString())
        try:
            _Book(album, layout, file).write(problems, progress or Progress())
        finally:
            file.close()
        _check_whole(temporary)
        if len(problems) == len(album.photos):
            raise UserError(f"None of the photographs could be read. {problems[0]}")

    return Written((save_by(fill, target, overwrite=overwrite),), tuple(problems))


class _Book:
    """The painter, and the place on the page where the next photograph goes. Lengths are dots of 1/300 inch."""

    def __init__(self, album: Album, layout: PdfLayout, file: QFile) -> None:
        self._album, self._layout, self._file = album, layout, file
        self._writer = QPdfWriter(file)
        self._writer.setTitle(album.title)
        self._writer.setCreator("PhotoRestore")
        self._writer.setResolution(_DPI)
        self._writer.setPageLayout(
            QPageLayout(
                QPageSize(PAPERS[layout.paper]),
                QPageLayout.Orientation.Portrait,
                QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
                QPageLayout.Unit.Millimeter,
            )
        )
        self._pages = 0
        self._places = 0  # taken on this page

    def write(self, problems: list[str], progress: Progress) -> None:
        painter = QPainter()
        if not painter.begin(self._writer):
            raise OSError(errno.EIO, "the PDF can't be begun")
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering, self._layout.lossless)
            self._draw_all(painter, problems, progress)
        finally:
            painter.end()
        if self._file.error() != QFile.FileError.NoError:
            raise OSError(errno.ENOSPC, self._file.errorString())

    def _draw_all(self, painter: QPainter, problems: list[str], progress: Progress) -> None:
        photos = self._album.photos
        if self._layout.title_page:
            self._begin_page()
            self._draw_title(painter)
        self._places = self._layout.per_page
        spans = progress.split([1.0] * len(photos), [photo.picture.name for photo in photos])
        for photo, span in zip(photos, spans, strict=True):
            span.report(0)
            try:
                pictures = self._load(photo)
            except UserError as error:
                problems.append(str(error))
                continue
            self._draw_photo(painter, photo, pictures)
            self._check_disk()
            span.report(1)

    def _load(self, photo: AlbumPhoto) -> list[Picture]:
        cell = self._cell(0)
        width, height = int(cell.width()), int(cell.height())
        if photo.before is None or not self._layout.pairs:
            return [load_picture(photo.picture, width, height)]
        if self._pairs_stand_side_by_side:
            return list(load_pair(photo.before, photo.picture, (width - self._gap) // 2, height))
        return list(load_pair(photo.before, photo.picture, width, (height - self._gap) // 2))

    @property
    def _pairs_stand_side_by_side(self) -> bool:
        return self._layout.per_page != 1

    @property
    def _gap(self) -> int:
        return _DPI // 8

    def _begin_page(self) -> None:
        if self._pages:
            self._writer.newPage()
        self._pages += 1
        self._places = 0

    def _draw_title(self, painter: QPainter) -> None:
        page = self._page
        title = set_words(self._album.title, _font(34, serif=True), page.width() * 0.86, 5, self._writer)
        top = page.height() * 0.4 - title.height
        self._draw_words(painter, title, page.center().x(), top, _INK)
        y = top + title.height + _DPI * 0.22
        painter.setPen(_LINE)
        painter.fillRect(QRectF(page.center().x() - _DPI * 0.5, y, _DPI, 4), _LINE)
        if self._album.subtitle:
            words = set_words(self._album.subtitle, _font(14), page.width() * 0.75, 6, self._writer)
            self._draw_words(painter, words, page.center().x(), y + _DPI * 0.22, _MUTED)

    def _draw_photo(self, painter: QPainter, photo: AlbumPhoto, pictures: Sequence[Picture]) -> None:
        if self._places >= self._layout.per_page:
            self._begin_page()
            self._draw_page_number(painter)
        cell = self._cell(self._places)
        self._places += 1
        places = self._places_in(cell, pictures)
        for place, picture in zip(places, pictures, strict=True):
            height, width = picture.shape[:2]
            image = QImage(picture.data, width, height, 3 * width, QImage.Format.Format_RGB888)
            painter.drawImage(place, image)
        bottom = float(max(place.bottom() for place in places)) + 1 + _DPI * 0.06
        if len(pictures) == 2:
            bottom = self._draw_labels(painter, places, bottom)
        self._draw_caption(painter, photo, cell, bottom)

    def _places_in(self, cell: QRectF, pictures: Sequence[Picture]) -> list[QRect]:
        """In the middle of the cell, as large as it allows; enlarging small photographs is left to the printer."""
        height, width = pictures[0].shape[:2]
        across, down = 1, 1
        if len(pictures) == 2:
            across, down = (2, 1) if self._pairs_stand_side_by_side else (1, 2)
        label = self._line_height(9) * 1.2 if len(pictures) == 2 else 0.0
        room_across = (cell.width() - (across - 1) * self._gap) / across
        room_down = (cell.height() - label - (down - 1) * self._gap) / down
        factor = min(room_across / width, room_down / height)
        w, h = width * factor, height * factor
        left = cell.left() + (cell.width() - across * w - (across - 1) * self._gap) / 2
        top = cell.top() + (cell.height() - label - down * h - (down - 1) * self._gap) / 2
        step_x, step_y = (w + self._gap if across == 2 else 0), (h + self._gap if down == 2 else 0)
        return [QRectF(left + i * step_x, top + i * step_y, w, h).toRect() for i in range(len(pictures))]

    def _draw_labels(self, painter: QPainter, places: Sequence[QRect], bottom: float) -> float:
        if not self._pairs_stand_side_by_side:
            text = f"{self._layout.before} / {self._layout.after}"
            words = set_words(text, _font(9), places[0].width(), 1, self._writer)
            self._draw_words(painter, words, places[0].center().x(), bottom, _MUTED)
            return bottom + words.height + _DPI * 0.04
        below = bottom
        for place, text in zip(places, (self._layout.before, self._layout.after), strict=True):
            words = set_words(text, _font(9), place.width(), 1, self._writer)
            self._draw_words(painter, words, place.center().x(), bottom, _MUTED)
            below = max(below, bottom + words.height)
        return below + _DPI * 0.04

    def _draw_caption(self, painter: QPainter, photo: AlbumPhoto, cell: QRectF, top: float) -> None:
        size = 12 if self._layout.per_page <= 2 else 10
        lines = 3 if self._layout.per_page <= 2 else 2
        if photo.caption.strip():
            words = set_words(photo.caption, _font(size), cell.width() * 0.96, lines, self._writer)
            self._draw_words(painter, words, cell.center().x(), top, _INK)
            top += words.height
        if photo.date.strip():
            words = set_words(photo.date, _font(size - 1.5), cell.width() * 0.96, 1, self._writer)
            self._draw_words(painter, words, cell.center().x(), top, _MUTED)

    def _draw_page_number(self, painter: QPainter) -> None:
        if self._layout.page_numbers:
            words = set_words(str(self._pages), _font(9), self._page.width(), 1, self._writer)
            self._draw_words(painter, words, self._page.center().x(), self._page.height() - words.height, _MUTED)

    def _draw_words(self, painter: QPainter, words: Words, centre: float, top: float, colour: QColor) -> None:
        painter.setPen(colour)
        words.draw(painter, QPointF(centre - words.width / 2, top))

    @property
    def _page(self) -> QRectF:
        """Inside the margins."""
        return QRectF(0, 0, self._writer.width(), self._writer.height())

    def _cell(self, place: int) -> QRectF:
        """Room for a photograph's picture; its caption has room of its own below."""
        columns, rows = GRIDS[self._layout.per_page]
        row, column = divmod(place, columns)
        foot = self._line_height(9) * 2 if self._layout.page_numbers else 0.0
        caption = self._line_height(12) * 4.6 if self._layout.per_page <= 2 else self._line_height(10) * 3.4
        width = (self._page.width() - (columns - 1) * _DPI * 0.35) / columns
        height = (self._page.height() - foot) / rows
        return QRectF(column * (width + _DPI * 0.35), row * height, width, height - caption)

    def _line_height(self, points: float) -> float:
        return points * 1.3 * _DPI / 72

    def _check_disk(self) -> None:
        if self._file.error() != QFile.FileError.NoError:
            raise OSError(errno.ENOSPC, self._file.errorString())


def _check_whole(path: Path) -> None:
    """Qt forgets that a write failed once a later one goes well, so the file itself is asked: does its last line name
    the place where its table of contents really stands? One lost byte moves it.
    """
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _END_BYTES))
        end = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", stream.read())
        stream.seek(int(end[1]) if end else 0)
        if end is None or not re.match(rb"xref|\d+ 0 obj", stream.read(_END_BYTES)):
            raise OSError(errno.ENOSPC, "the PDF is not whole")


def _font(points: float, *, serif: bool = False) -> QFont:
    font = QFont()
    if serif:
        font.setFamilies(["Georgia", "Noto Serif", "DejaVu Serif"])
        font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font
