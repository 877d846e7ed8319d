"""What the engine's process does about weights: list, verify, import, remove. Every answer tells what is there now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.engine.weights import WeightsEntry, WeightsStore, read_manifest
from photorestore.engine.weights_import import LICENCE, SOURCE, import_weights
from photorestore.engine.weights_recognition import PUBLISHED, PublishedWeights
from photorestore.host.protocol import (
    ImportedFile,
    ImportWeightsRequest,
    ListWeightsRequest,
    RemoveWeightsRequest,
    VerifyWeightsRequest,
    WeightsInfo,
    WeightsResult,
)


class WeightsJobs:
    """Remembers which files were read whole, so that a list after a verification still says so."""

    def __init__(self, store: WeightsStore, published: Sequence[PublishedWeights] = PUBLISHED) -> None:
        self._store = store
        self._published = published
        self._troubles: dict[str, str] = {}  # by version: "" once every byte was found right

    def list(self, request: ListWeightsRequest, progress: Progress) -> WeightsResult:
        return WeightsResult(request.job, self._infos())

    def verify(self, request: VerifyWeightsRequest, progress: Progress) -> WeightsResult:
        entries = self._entries()
        for entry, span in zip(entries, progress.split([entry.bytes for entry in entries]), strict=True):
            Progress(span.listener, span.is_cancelled, span.start, 0, f"Reading {entry.name}").report(0)
            self._troubles[entry.version] = self._trouble(entry)
        return WeightsResult(request.job, self._infos())

    def take_in(self, request: ImportWeightsRequest, progress: Progress) -> WeightsResult:
        files = [Path(path) for path in request.paths]
        reports = import_weights(files, self._store.imported, progress, published=self._published)
        for report in reports:
            if report.entry is not None:
                self._troubles[report.entry.version] = ""  # its sum was taken while it was written
        imported = tuple(ImportedFile(r.label, r.sentence, r.entry.name if r.entry else "") for r in reports)
        return WeightsResult(request.job, self._infos(), imported)

    def remove(self, request: RemoveWeightsRequest, progress: Progress) -> WeightsResult:
        self._store.remove(request.name)
        return WeightsResult(request.job, self._infos())

    def _infos(self) -> tuple[WeightsInfo, ...]:
        entries = self._entries()
        names = {entry.name for entry in entries}
        absent = (_absent(known) for known in self._published if known.name not in names)
        return (*(self._info(entry) for entry in entries), *absent)

    def _entries(self) -> tuple[WeightsEntry, ...]:
        """Bundled ones are listed even where the list of imported ones is damaged."""
        try:
            return self._store.entries()
        except UserError:
            return read_manifest(self._store.bundled)

    def _info(self, entry: WeightsEntry) -> WeightsInfo:
        state, trouble, path = self._look(entry)
        card = path.parent / entry.card if path and entry.card else None
        return WeightsInfo(
            name=entry.name,
            task=entry.task,
            state=state,
            origin=entry.origin,
            licence=entry.licence,
            source=entry.source,
            bytes=entry.bytes,
            sha256=entry.sha256,
            file=str(path or ""),
            card=str(card) if card and card.is_file() else "",
            trouble=trouble,
        )

    def _look(self, entry: WeightsEntry) -> tuple[str, str, Path | None]:
        """(state, trouble, file) at a glance: the size, and what an earlier verification found."""
        try:
            path = self._store.path(entry)
        except UserError as error:
            return "missing", str(error), None
        if not path.is_file():
            return "missing", self._trouble(entry), path
        if path.stat().st_size != entry.bytes:
            return "damaged", self._trouble(entry), path
        trouble = self._troubles.get(entry.version)
        if trouble is None:
            return "present", "", path
        return ("damaged" if trouble else "verified"), trouble, path

    def _trouble(self, entry: WeightsEntry) -> str:
        try:
            self._store.verify(entry.name)
        except UserError as error:
            return str(error)
        return ""


def _absent(known: PublishedWeights) -> WeightsInfo:
    return WeightsInfo(known.name, known.task, "absent", "published", LICENCE, SOURCE)
