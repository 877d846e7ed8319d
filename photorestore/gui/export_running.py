"""Carries an export out. Runs in any thread; a QGuiApplication must exist, for the fonts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from photorestore.core.errors import Cancelled
from photorestore.core.progress import Progress
from photorestore.exporting.album import Album, AlbumPhoto, Written
from photorestore.exporting.files import Exported, bytes_needed, check_free_space, export_batch
from photorestore.exporting.gallery import write_gallery
from photorestore.exporting.pages import SheetLayout, write_pairs, write_sheets
from photorestore.gui.albums.gallery_words import GalleryTexts
from photorestore.gui.albums.pdf_album import PdfLayout, write_pdf_album
from photorestore.gui.albums.words import qt_lettering
from photorestore.gui.export_planning import album_target, pair_targets, plan_files
from photorestore.gui.originals import IsOriginal, nobodys
from photorestore.gui.state.export_order import ExportOrder, ExportPhoto, ExportReport, Fate, Outcome, Product

Tell = Callable[[int, Outcome], None]  # photo, what became of it


def run_order(
    order: ExportOrder, labels: tuple[str, str], progress: Progress, tell: Tell, is_original: IsOriginal = nobodys
) -> ExportReport:
    """Raise `UserError` if nothing can be written. A cancel keeps the files that are finished."""
    if order.product is Product.FILES:
        made = plan_files(order, is_original)
        check_free_space(order.folder, bytes_needed(made, order.preset))

        def export(at: int, span: Progress) -> Outcome:
            return _outcome(export_batch([made[at]], order.preset, span)[0])

        return _one_by_one(order, progress, tell, export)
    if order.product is Product.PAIRS:
        targets = pair_targets(order)

        def pair(at: int, span: Progress) -> Outcome:
            return _written(
                write_pairs([_album_photo(order.photos[at], True)], [targets[at]], labels, span, qt_lettering)
            )

        return _one_by_one(order, progress, tell, pair)
    try:
        written = _write_album(order, labels, progress)
    except Cancelled:
        return ExportReport(was_cancelled=True)
    return ExportReport(written.paths, written.problems)


def _one_by_one(
    order: ExportOrder, progress: Progress, tell: Tell, export: Callable[[int, Progress], Outcome]
) -> ExportReport:
    spans = progress.split([1.0] * len(order.photos), [photo.name for photo in order.photos])
    paths: list[Path] = []
    was_cancelled = False
    for at, (photo, span) in enumerate(zip(order.photos, spans, strict=True)):
        outcome = Outcome(Fate.CANCELLED)
        if not was_cancelled:
            try:
                outcome = export(at, span)
            except Cancelled:
                outcome = Outcome(Fate.CANCELLED)
            except MemoryError:
                reason = "There is not enough free memory for it. Close other programs."
                outcome = Outcome(Fate.FAILED, reason=reason)
        was_cancelled = was_cancelled or outcome.fate is Fate.CANCELLED
        paths += [outcome.output] if outcome.output else []
        tell(photo.id, outcome)
    return ExportReport(tuple(paths), was_cancelled=was_cancelled)


def _write_album(order: ExportOrder, labels: tuple[str, str], progress: Progress) -> Written:
    choices, target = order.album, album_target(order)
    photos = tuple(_album_photo(photo, choices.with_before) for photo in order.photos)
    album = Album(choices.title, photos, choices.subtitle)
    if order.product is Product.SHEET:
        layout = SheetLayout(columns=choices.columns, rows=choices.rows)
        return write_sheets(album, target, layout, qt_lettering, progress)
    if order.product is Product.GALLERY:
        order.folder.mkdir(parents=True, exist_ok=True)
        return write_gallery(album, target, GalleryTexts().words(), progress)
    pdf = PdfLayout(
        choices.paper, choices.per_page, choices.title_page, choices.page_numbers,
        pairs=choices.with_before, lossless=choices.lossless, before=labels[0], after=labels[1],
    )  # fmt: skip
    return write_pdf_album(album, target, pdf, progress=progress)


def _album_photo(photo: ExportPhoto, with_before: bool) -> AlbumPhoto:
    return AlbumPhoto(photo.rendition.file, photo.before if with_before else None, photo.caption, photo.date)


def _outcome(exported: Exported) -> Outcome:
    if exported.is_cancelled:
        return Outcome(Fate.CANCELLED)
    if exported.is_skipped:
        return Outcome(Fate.SKIPPED)
    fate = Fate.FAILED if exported.problem else Fate.WRITTEN
    return Outcome(fate, exported.output, exported.problem)


def _written(written: Written) -> Outcome:
    paths: Sequence[Path] = written.paths
    return Outcome(Fate.WRITTEN, paths[0]) if paths else Outcome(Fate.FAILED, reason=" ".join(written.problems))
