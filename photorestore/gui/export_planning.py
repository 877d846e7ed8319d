"""What an export will write: names, room on the disk, and why it can't be done. Nothing is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from photorestore.core.errors import UserError
from photorestore.exporting.files import (
    Conflict,
    ExportItem,
    PlannedExport,
    bytes_needed,
    check_free_space,
    plan_export,
)
from photorestore.exporting.naming import file_name, safe_stem
from photorestore.exporting.pages import PAIR_ENDING
from photorestore.exporting.presets import FILE_KINDS
from photorestore.files.naming import all_different
from photorestore.gui.originals import IsOriginal, nobodys
from photorestore.gui.state.export_order import ExportOrder, ExportPlan, PlannedFile, Product

_AT_ONCE = 50  # photographs, before somebody may change their mind
_JPEG_BYTES_PER_PIXEL = FILE_KINDS["JPEG"].bytes_per_pixel  # of noise, which packs worst
_LARGEST_PX = {  # that one photograph takes, from the sizes that `exporting` and `albums` make
    Product.PAIRS: 2 * 1500 * 1500,
    Product.SHEET: 400 * 400,
    Product.PDF: 2480 * 3508,
    Product.GALLERY: 2000 * 2000 + 800 * 800,
}
_ALBUM_SUFFIXES = {Product.SHEET: ".jpg", Product.PDF: ".pdf", Product.GALLERY: ""}


def plan_order(order: ExportOrder, is_unwanted: Callable[[], bool], is_original: IsOriginal = nobodys) -> ExportPlan:
    if order.product is Product.FILES:
        made = plan_files(order, is_original)
        files = tuple(_planned(photo.id, entry) for photo, entry in zip(order.photos, made, strict=True))
        needed = _needed_for_files(order, made, is_unwanted)
    elif order.product is Product.PAIRS:
        targets = pair_targets(order)
        files = tuple(PlannedFile(photo.id, target) for photo, target in zip(order.photos, targets, strict=True))
        needed = _needed_for_pages(order)
    else:
        files, needed = (PlannedFile(0, album_target(order)),), _needed_for_pages(order)
    trouble = ""
    try:
        check_free_space(order.folder, needed)
    except UserError as error:
        trouble = str(error)
    return ExportPlan(files, needed, _free_bytes(order.folder), trouble or _folder_trouble(order.folder))


def plan_files(order: ExportOrder, is_original: IsOriginal) -> tuple[PlannedExport, ...]:
    facts = order.all_facts()
    items = [
        ExportItem(photo.rendition.file, photo.original.path, about)
        for photo, about in zip(order.photos, facts, strict=True)
    ]
    return plan_export(items, order.folder, order.preset, Conflict(order.conflict), is_original)


def pair_targets(order: ExportOrder) -> list[Path]:
    """Named after the template; a name that is taken gets a number when it is written."""
    names = (file_name(order.preset.template, about, PAIR_ENDING) for about in order.all_facts())
    return all_different(order.folder / name for name in names)


def album_target(order: ExportOrder) -> Path:
    return order.folder / (safe_stem(order.album.title) + _ALBUM_SUFFIXES[order.product])


def _planned(photo_id: int, entry: PlannedExport) -> PlannedFile:
    is_numbered = entry.exists and not entry.is_skipped and not entry.overwrites
    return PlannedFile(photo_id, entry.target, is_numbered, entry.is_skipped, entry.overwrites)


def _needed_for_files(order: ExportOrder, made: Sequence[PlannedExport], is_unwanted: Callable[[], bool]) -> int:
    total = 0
    for first in range(0, len(made), _AT_ONCE):
        if is_unwanted():
            break
        total += bytes_needed(made[first : first + _AT_ONCE], order.preset)
    return total


def _needed_for_pages(order: ExportOrder) -> int:
    shown = sum(1 + (order.album.with_before and photo.before is not None) for photo in order.photos)
    pictures = shown if order.product in (Product.PDF, Product.GALLERY) else len(order.photos)
    lossless = 4 if order.product is Product.PDF and order.album.lossless else 1
    return int(pictures * _LARGEST_PX[order.product] * _JPEG_BYTES_PER_PIXEL * lossless)


def _existing(folder: Path) -> Path:
    return next((place for place in (folder, *folder.absolute().parents) if place.exists()), Path.cwd())


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(_existing(folder)).free


def _folder_trouble(folder: Path) -> str:
    there = _existing(folder)
    if not there.is_dir():
        return f"“{there}” is a file, so nothing can be saved in it. Choose another folder."
    return ""
