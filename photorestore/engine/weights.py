"""The installed weights: which there are, where their files lie, and whether every byte is the one that was pinned."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

import safetensors
import safetensors.torch
from torch import Tensor

from photorestore.core.errors import UserError
from photorestore.files.atomic import save_bytes

MANIFEST = "manifest.json"
FORMAT_VERSION = 1
ORIGINS = ("bundled", "package", "imported")
VERSION_DIGITS = 16


@dataclass(frozen=True)
class WeightsEntry:
    """`network` is a kind of `networks.NETWORKS`, built with `sizes`. `file` is relative to the manifest's folder, or
    for origin "package" starts with the name of the Python package that holds it."""

    name: str
    task: str
    network: str
    file: str
    sha256: str
    bytes: int
    licence: str
    source: str
    sizes: Mapping[str, Any] = field(default_factory=dict)
    card: str = ""  # the model card's file, relative like `file`
    origin: str = "bundled"

    def __post_init__(self) -> None:
        """A list on the disk may say anything."""
        texts = (self.name, self.task, self.network, self.file, self.sha256, self.licence, self.source, self.card)
        if not all(isinstance(text, str) for text in texts) or not isinstance(self.sizes, Mapping):
            raise TypeError(f"{self.name!r} is described by other things than words")
        parts = PurePosixPath(self.file)
        is_inside = not parts.is_absolute() and ".." not in parts.parts and "\\" not in self.file
        if not is_inside or not self.file or not self.file.isprintable():
            raise ValueError(f"{self.file!r} does not lie inside the weights folder")
        if self.origin not in ORIGINS:
            raise ValueError(f"origin {self.origin!r} is none of {', '.join(ORIGINS)}")

    @property
    def version(self) -> str:
        return self.sha256[:VERSION_DIGITS]


def read_manifest(folder: Path) -> tuple[WeightsEntry, ...]:
    """The entries of a folder's manifest, none where there is no manifest; `UserError` for one that is damaged."""
    path = folder / MANIFEST
    try:
        whole = json.loads(path.read_bytes())
        if whole["photorestore_weights"] > FORMAT_VERSION:
            raise UserError(f"{path} was written by a newer PhotoRestore; update the program to use these weights.")
        known = {entry.name for entry in fields(WeightsEntry)}
        return tuple(WeightsEntry(**{k: v for k, v in entry.items() if k in known}) for entry in whole["weights"])
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise UserError(f"The list of weights {path} can't be read ({error.strerror}).") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UserError(f"The list of weights {path} is damaged ({error}). Move it away and import again.") from error


def write_manifest(folder: Path, entries: Iterable[WeightsEntry]) -> None:
    """Replace the manifest in one step: a reader sees the old or the new one, never half of it."""
    ordered = sorted(entries, key=lambda entry: entry.name)
    whole = {"photorestore_weights": FORMAT_VERSION, "weights": [asdict(entry) for entry in ordered]}
    save_bytes((json.dumps(whole, indent=2) + "\n").encode(), folder / MANIFEST, overwrite=True)


def retire(folder: Path, entry: WeightsEntry) -> Path:
    """Move a file that is no longer listed into the folder `removed`: only the user deletes."""
    moved = folder / "removed" / entry.file
    moved.parent.mkdir(parents=True, exist_ok=True)
    if (folder / entry.file).is_file():
        (folder / entry.file).replace(moved)
    return moved


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class WeightsStore:
    """What is installed in `bundled` (read-only, named by the program) and `imported` (filled by the user).

    Bundled names win, and are found even where the list of imported weights is damaged.
    """

    def __init__(self, bundled: Path, imported: Path) -> None:
        self.bundled = bundled
        self.imported = imported
        self._hashes: dict[tuple[str, int, int], str] = {}  # of files as they were: path, time of change, size

    def entries(self) -> tuple[WeightsEntry, ...]:
        bundled = read_manifest(self.bundled)
        names = {entry.name for entry in bundled}
        return bundled + tuple(entry for entry in read_manifest(self.imported) if entry.name not in names)

    def find(self, name: str) -> WeightsEntry:
        """Raise `UserError` when no such weights are installed."""
        for folder in (self.bundled, self.imported):
            for entry in read_manifest(folder):
                if entry.name == name:
                    return entry
        raise UserError(f'The weights "{name}" are not installed. Add them with "photorestore models import FILE".')

    def has(self, name: str) -> bool:
        """Whether the weights are listed and their file is there; `load` still checks every byte."""
        try:
            return self.path(self.find(name)).is_file()
        except UserError:
            return False

    def version(self, name: str) -> str:
        return self.find(name).version

    def path(self, entry: WeightsEntry) -> Path:
        if entry.origin == "imported":
            return self.imported / entry.file
        return _in_package(entry) if entry.origin == "package" else self.bundled / entry.file

    def verify(self, name: str) -> Path:
        """The file of these weights, every byte of it as pinned; otherwise `UserError`."""
        entry = self.find(name)
        path = self.path(entry)
        cure = "Import them again." if entry.origin == "imported" else "Install PhotoRestore again."
        if not path.is_file():
            raise UserError(f'The weights "{name}" are missing: there is no file {path}. {cure}')
        try:
            sound = path.stat().st_size == entry.bytes and self._hash(path) == entry.sha256
        except OSError as error:
            raise UserError(f'The weights "{name}" can\'t be read: {path} ({error.strerror}).') from error
        if not sound:
            raise UserError(f'The weights "{name}" are damaged: {path} is not the file that was checked. {cure}')
        return path

    def verify_all(self) -> dict[str, str]:
        """For each name the sentence that says what is wrong, or "" where all is well."""
        return {entry.name: self._trouble(entry.name) for entry in self.entries()}

    def load(self, name: str) -> dict[str, Tensor]:
        """The checked tensors by parameter name, in the type they are stored in; `UserError` if a byte is off."""
        path = self.verify(name)
        if path.suffix == ".bin":
            from photorestore.engine.nets.ncnn_weights import read_ncnn

            return read_ncnn(path)
        try:
            return safetensors.torch.load_file(path)
        except safetensors.SafetensorError as error:
            raise UserError(f'The weights "{name}" cannot be read: {path} is not safetensors ({error}).') from error

    def remove(self, name: str) -> Path:
        """Take imported weights out of use; the answer is where their file went, see `retire`."""
        entry = self.find(name)
        if entry.origin != "imported":
            raise UserError(f'The weights "{name}" belong to the program and stay; only imported ones can be removed.')
        try:
            write_manifest(self.imported, (other for other in read_manifest(self.imported) if other.name != name))
            return retire(self.imported, entry)
        except OSError as error:
            raise UserError(f'The weights "{name}" can\'t be moved in {self.imported} ({error.strerror}).') from error

    def _trouble(self, name: str) -> str:
        try:
            self.verify(name)
        except UserError as error:
            return str(error)
        return ""

    def _hash(self, path: Path) -> str:
        state = path.stat()
        key = (str(path), state.st_mtime_ns, state.st_size)
        if key not in self._hashes:
            self._hashes[key] = sha256_of(path)
        return self._hashes[key]


def _in_package(entry: WeightsEntry) -> Path:
    """Found without importing the package."""
    package, *rest = PurePosixPath(entry.file).parts
    found = find_spec(package)
    folders = (found.submodule_search_locations if found else None) or []
    for folder in folders:
        return Path(folder, *rest)
    raise UserError(f'The weights "{entry.name}" come with the Python package {package}, which is not installed.')
