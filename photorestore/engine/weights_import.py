"""Take the published checkpoints that a user owns into the store: checked, converted to safetensors, pinned."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import safetensors
import safetensors.torch
from torch import Tensor

from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.engine.weights import WeightsEntry, read_manifest, retire, sha256_of, write_manifest
from photorestore.engine.weights_archive import Checkpoint, Refused, find_checkpoints
from photorestore.engine.weights_recognition import PUBLISHED, PublishedWeights, as_stored, read_checkpoint, recognize

LICENCE = "MIT"
SOURCE = "Bringing Old Photos Back to Life (Wan et al. 2020, github.com/microsoft/Bringing-Old-Photos-Back-to-Life)"


@dataclass(frozen=True)
class ImportReport:
    """What became of one checkpoint. `entry` is None where it was left alone; `sentence` is for the user either way.

    `sha256` is of the original file. `attested` says whether it equals the published sum, None where none is known.
    """

    label: str
    sentence: str
    entry: WeightsEntry | None = None
    sha256: str = ""
    attested: bool | None = None


def import_weights(
    paths: Sequence[Path],
    store_folder: Path,
    progress: Progress = Progress(),  # noqa: B008 - frozen
    as_name: str = "",
    published: Sequence[PublishedWeights] = PUBLISHED,
) -> list[ImportReport]:
    """Import every published checkpoint in these files, folders and zip archives into `store_folder`.

    `as_name` says what a single checkpoint is if neither shape nor folder does. What cannot be imported is left alone
    and reported; if nothing can, that is a `UserError`. A failed or cancelled import leaves the store as it was.
    """
    found = list(find_checkpoints(paths))
    checkpoints = [item for item in found if isinstance(item, Checkpoint)]
    if as_name and len(checkpoints) != 1:
        raise UserError(f'A name ("{as_name}") can be given for one checkpoint only; {len(checkpoints)} were found.')
    try:
        store_folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Weights can't be kept in {store_folder} ({error.strerror}).") from error
    spans = iter(progress.split([item.bytes + 1 for item in checkpoints]))
    reports = [
        ImportReport(item.label, item.sentence)
        if isinstance(item, Refused)
        else _import_one(item, store_folder, next(spans), as_name, published)
        for item in found
    ]
    if not any(report.entry for report in reports):
        reasons = [f"{report.label}: {report.sentence}" for report in reports]
        nothing = "No .pth, .pt or .zip file was found there."
        raise UserError(" ".join(["No weights were imported.", *(reasons or [nothing])]))
    return reports


def _import_one(
    checkpoint: Checkpoint, folder: Path, progress: Progress, as_name: str, published: Sequence[PublishedWeights]
) -> ImportReport:
    unpack, convert = progress.split([1, 1], [f"Reading {checkpoint.label}"] * 2)
    try:
        with checkpoint.on_disk(folder, unpack) as path:
            sha256 = sha256_of(path)
            convert.report(0)
            tensors = read_checkpoint(path)
            known = recognize(tensors, checkpoint.folders, as_name, published)
            entry = _store(known, as_stored(tensors), folder)
            convert.report(1)
    except UserError as error:
        return ImportReport(checkpoint.label, str(error))
    except OSError as error:
        return ImportReport(checkpoint.label, f"It could not be read or stored: {error.strerror or error}.")
    attested = sha256 == known.known_sha256 if known.known_sha256 else None
    return ImportReport(checkpoint.label, _said(entry, attested), entry, sha256, attested)


def _said(entry: WeightsEntry, attested: bool | None) -> str:
    imported = f"Imported as {entry.name} ({entry.bytes / 1e6:.0f} MB)."
    if attested is None:
        return imported
    return f"{imported} {_ATTESTED if attested else _NOT_ATTESTED}"


_ATTESTED, _NOT_ATTESTED = "It is the file that others know.", "It is not the file that others know."


def _store(known: PublishedWeights, tensors: dict[str, Tensor], folder: Path) -> WeightsEntry:
    """Put the file under a name of its own first, then list it: at no moment does the list name a wrong file."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".import-") as temporary:
        written = Path(temporary, "weights")
        try:
            safetensors.torch.save_file(tensors, written)
        except safetensors.SafetensorError as error:  # its word for what the disk refuses
            raise UserError(f"It could not be stored in {folder} ({error}).") from error
        sha256 = sha256_of(written)
        entry = WeightsEntry(
            name=known.name,
            task=known.task,
            network=known.network,
            file=f"{known.name}-{sha256[:16]}.safetensors",
            sha256=sha256,
            bytes=written.stat().st_size,
            licence=LICENCE,
            source=SOURCE,
            sizes=known.sizes,
            origin="imported",
        )
        written.replace(folder / entry.file)
    listed = read_manifest(folder)
    write_manifest(folder, [*(other for other in listed if other.name != entry.name), entry])
    for other in listed:
        if other.name == entry.name and other.file != entry.file:
            retire(folder, other)
    return entry
