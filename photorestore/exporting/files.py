"""Export photographs as files: plan the names, look at the disk, write one after the other, say what became of each."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.lean_photo import LeanPhoto
from photorestore.core.photo import Map, Photo, Pixels
from photorestore.core.picture_file import AnyFile, picture_file
from photorestore.core.progress import Progress
from photorestore.exporting.naming import NameFacts, file_name
from photorestore.exporting.presets import ExportPreset
from photorestore.exporting.private import without_information, without_location
from photorestore.files.colour_profiles import srgb_bytes
from photorestore.files.exif import quiet
from photorestore.files.naming import all_different, numbered
from photorestore.files.reading import read_lean
from photorestore.files.writing import write_photo

log = logging.getLogger(__name__)

_UNSEEN = 1 / 65535  # of alpha
_GREY_MODES = ("1", "L", "LA", "I", "I;16", "I;16B", "LA;16")


class Conflict(Enum):
    """What to do where a file has the name already. Who wants to ask looks at the plan and chooses then."""

    NUMBER = "number"
    SKIP = "skip"
    OVERWRITE = "overwrite"


@dataclass(frozen=True)
class ExportItem:
    """`picture` is exported, under a name made from `facts`. `original` (often the same file) is never written over."""

    picture: AnyFile
    original: Path
    facts: NameFacts


@dataclass(frozen=True)
class PlannedExport:
    """`exists`: a file has that name now. `is_skipped`: it stays as it is and nothing is written."""

    item: ExportItem
    target: Path
    exists: bool = False
    is_skipped: bool = False
    overwrites: bool = False


@dataclass(frozen=True)
class Exported:
    """What became of one photograph: `output`, or `is_skipped`, or a sentence in `problem`."""

    item: ExportItem
    output: Path | None = None
    problem: str = ""
    is_skipped: bool = False
    is_cancelled: bool = False


def plan_export(
    items: Sequence[ExportItem], folder: Path, preset: ExportPreset, conflict: Conflict,
    is_original: Callable[[Path], bool] = lambda path: False,
) -> tuple[PlannedExport, ...]:  # fmt: skip
    """The dry-run list: nothing is written. Names inside the batch are all different, whatever the rule.

    No picture of the batch is written over, nor what else `is_original` says is a photograph: they get a number.
    """
    names = [file_name(preset.template, replace(i.facts, preset=preset.name), preset.kind.suffix) for i in items]
    targets = all_different(folder / name for name in names)
    own = {known for i in items for path in (picture_file(i.picture).path, i.original) for known in _identities(path)}
    taken = {str(target).casefold() for target in targets}
    return tuple(
        _planned(item, target, conflict, lambda path: is_original(path) or not own.isdisjoint(_identities(path)), taken)
        for item, target in zip(items, targets, strict=True)
    )


def bytes_needed(plan: Sequence[PlannedExport], preset: ExportPreset) -> int:
    """An upper estimate, from the pictures' sizes. Pictures that can't be read count nothing: they won't be written."""
    total = 0.0
    for entry in plan:
        size = None if entry.is_skipped else _size_of(picture_file(entry.item.picture).path)
        if size is not None:
            width, height = preset.size_of(*size)
            total += width * height * preset.kind.bytes_per_pixel + 100_000
    return int(total)


def check_free_space(folder: Path, needed: int) -> None:
    """Raise `UserError` where the disk of `folder` (which need not exist yet) has less room."""
    there = next((place for place in (folder, *folder.absolute().parents) if place.is_dir()), Path.cwd())
    free = shutil.disk_usage(there).free
    if free < needed:
        raise UserError(
            f"The export needs up to {needed / 1e6:,.0f} MB, but the disk of “{folder}” has {free / 1e6:,.0f} MB free. "
            "Make room or choose another folder."
        )


def export_batch(
    plan: Sequence[PlannedExport], preset: ExportPreset, progress: Progress | None = None
) -> tuple[Exported, ...]:
    """One outcome a photograph, in order. A photograph that can't be exported, or a cancel, never loses the others."""
    spans = (progress or Progress()).split([1.0] * len(plan), [entry.target.name for entry in plan])
    done: list[Exported] = []
    for entry, span in zip(plan, spans, strict=True):
        try:
            span.report(0)
            done.append(_outcome(entry, preset))
            span.report(1)
        except Cancelled:
            done += [Exported(left.item, is_cancelled=True) for left in plan[len(done) :]]
            break
    return tuple(done)


def export_photo(
    photo: LeanPhoto, target: Path, preset: ExportPreset, *, source: Path, overwrite: bool = False
) -> Path:
    """Return the name really written, a free number unless `overwrite`. `source` is never written over."""
    ready = prepared(photo.photo(), preset)
    return write_photo(
        ready, target, source=source, original=photo, overwrite=overwrite, quality=preset.quality
    )  # fmt: skip


def prepared(photo: Photo, preset: ExportPreset) -> Photo:
    """The photograph with the preset's size, depth, profile and metadata."""
    width, height = preset.size_of(photo.width, photo.height)
    pixels, alpha = _resized(photo, width, height)
    metadata = replace(photo.metadata, bit_depth=preset.kind.bits)
    if metadata.dpi and width != photo.width:  # the print stays as large as it was
        metadata = replace(metadata, dpi=(metadata.dpi[0] * width / photo.width, metadata.dpi[1] * width / photo.width))
    if preset.dpi:
        metadata = replace(metadata, dpi=(float(preset.dpi), float(preset.dpi)))
    if preset.profile == "sRGB":
        metadata = replace(metadata, icc=None if metadata.mode in _GREY_MODES else srgb_bytes())
    if preset.metadata != "keep":
        metadata = (without_location if preset.metadata == "no location" else without_information)(metadata)
    return Photo(pixels, alpha, metadata)


def _identities(path: Path) -> Iterator[object]:
    """A file is the same by its resolved path or, where a disk is blind to case, by what the disk calls it."""
    yield os.path.realpath(path)
    with suppress(OSError):
        found = path.stat()
        yield found.st_dev, found.st_ino


def _planned(
    item: ExportItem, target: Path, conflict: Conflict, is_original: Callable[[Path], bool], taken: set[str]
) -> PlannedExport:
    if not os.path.lexists(target):
        return PlannedExport(item, target)
    if conflict is Conflict.SKIP:
        return PlannedExport(item, target, exists=True, is_skipped=True)
    if conflict is Conflict.OVERWRITE and target.is_file() and not is_original(target):
        return PlannedExport(item, target, exists=True, overwrites=True)
    free = next(p for p in numbered(target) if not os.path.lexists(p) and str(p).casefold() not in taken)
    taken.add(str(free).casefold())
    return PlannedExport(item, free, exists=True)


def _outcome(entry: PlannedExport, preset: ExportPreset) -> Exported:
    if entry.is_skipped:
        return Exported(entry.item, is_skipped=True)
    try:
        photo = read_lean(entry.item.picture)
        source = entry.item.original
        written = export_photo(photo, entry.target, preset, source=source, overwrite=entry.overwrites)
        return Exported(entry.item, written)
    except UserError as error:
        return Exported(entry.item, problem=str(error))
    except MemoryError:
        return Exported(entry.item, problem="There is not enough free memory for it. Close other programs.")
    except Exception as error:  # outermost frame of this photograph: the others deserve their chance
        log.exception("can't export %s", entry.item.picture)
        return Exported(entry.item, problem=f"Something went wrong inside the program ({error}).")


def _resized(photo: Photo, width: int, height: int) -> tuple[Pixels, Map | None]:
    """Pixels and alpha. What is transparent, often a hidden black, has no share in the colours beside it."""
    if (width, height) == (photo.width, photo.height):
        return photo.floats, photo.alpha
    way = cv2.INTER_AREA if width < photo.width else cv2.INTER_CUBIC
    pixels = cv2.resize(photo.floats, (width, height), interpolation=way)
    if photo.alpha is None:
        return np.clip(pixels, 0, 1), None
    alpha = cv2.resize(photo.alpha, (width, height), interpolation=way)
    seen = cv2.resize(photo.floats * photo.alpha[..., np.newaxis], (width, height), interpolation=way)
    cover = alpha[..., np.newaxis]
    np.divide(seen, cover, out=pixels, where=cover > _UNSEEN)
    return np.clip(pixels, 0, 1), np.clip(alpha, 0, 1)


def _size_of(path: Path) -> tuple[int, int] | None:
    try:
        with quiet(), Image.open(path) as image:
            return image.size
    except Exception:  # foreign decoders raise anything; reading the photograph will say what is wrong
        return None
