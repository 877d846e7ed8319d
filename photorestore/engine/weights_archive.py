"""Find published checkpoints in files, folders and zip archives. No member is ever unpacked under its own name."""

from __future__ import annotations

import lzma
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from photorestore.core.errors import UserError
from photorestore.core.progress import Progress

SUFFIXES = (".pth", ".pt")
LARGEST_BYTES = 2**30  # the largest published member has 452 MB
BLOCK_BYTES = 2**22


@dataclass(frozen=True)
class Checkpoint:
    """A file, or a `member` of the archive `file`."""

    file: Path
    member: zipfile.ZipInfo | None = None

    @property
    def label(self) -> str:
        return f"{self.file.name}: {self.member.filename}" if self.member else str(self.file)

    @property
    def folders(self) -> tuple[str, ...]:
        """The names of the folders it lies in, as far as they may say what it is."""
        return PurePosixPath(self.member.filename).parts[:-1] if self.member else self.file.resolve().parts[:-1]

    @property
    def bytes(self) -> int:
        return self.member.file_size if self.member else self.file.stat().st_size

    @contextmanager
    def on_disk(self, folder: Path, progress: Progress) -> Iterator[Path]:
        """The file itself, or the member copied into `folder` for as long as the context lasts."""
        if self.bytes > LARGEST_BYTES:
            raise UserError(f"It would take {self.bytes / 1e9:.1f} GB, which no published checkpoint does.")
        if self.member is None:
            yield self.file
            return
        with tempfile.TemporaryDirectory(dir=folder, prefix=".import-") as temporary:
            target = Path(temporary, "checkpoint")
            self._unpack(self.member, target, progress)
            yield target

    def _unpack(self, member: zipfile.ZipInfo, target: Path, progress: Progress) -> None:
        try:
            with zipfile.ZipFile(self.file) as archive, archive.open(member) as source, target.open("wb") as copy:
                while block := source.read(BLOCK_BYTES):
                    copy.write(block)
                    progress.report(copy.tell() / max(1, member.file_size))
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, ValueError) as error:
            raise UserError(f"It is damaged inside the archive ({error}). Download the archive again.") from error


@dataclass(frozen=True)
class Refused:
    """Something that looked like a checkpoint and was left alone; `sentence` says why."""

    label: str
    sentence: str


def find_checkpoints(paths: Iterable[Path]) -> Iterator[Checkpoint | Refused]:
    """What lies at these paths, in order; other files in folders and archives are passed over in silence."""
    for path in paths:
        if path.is_dir():
            inside = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
            yield from find_checkpoints(p for p in sorted(inside) if _looks_right(p))
        elif not path.is_file():
            yield Refused(str(path), "There is no such file.")
        elif path.suffix.lower() == ".zip":
            yield from _in_archive(path)
        elif path.suffix.lower() in SUFFIXES:
            yield Checkpoint(path)
        else:
            yield Refused(str(path), "Only .zip, .pth and .pt files hold published weights.")


def _in_archive(path: Path) -> Iterator[Checkpoint | Refused]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        yield Refused(str(path), f"It is not a whole zip archive ({error}). Download it again.")
        return
    except OSError as error:
        yield Refused(str(path), f"It can't be read ({error.strerror}).")
        return
    for member in members:
        if member.filename and not member.is_dir() and _looks_right(PurePosixPath(member.filename)):
            found = Checkpoint(path, member)
            trap = _trap(member)
            yield Refused(found.label, trap) if trap else found


def _looks_right(name: PurePath) -> bool:
    """Weights or an archive, and none of the shadow files that macOS adds."""
    return (
        name.suffix.lower() in (*SUFFIXES, ".zip") and "__MACOSX" not in name.parts and not name.name.startswith("._")
    )


def _trap(member: zipfile.ZipInfo) -> str:
    """Why a member is not touched, or ""."""
    name = member.filename
    if name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/"):
        return "Its name points outside the archive."
    if stat.S_ISLNK(member.external_attr >> 16):
        return "It is a link, not a file."
    if member.flag_bits & 1:
        return "It is encrypted; unpack the archive yourself and give the folder."
    if name.lower().endswith(".zip"):
        return "It is an archive inside an archive; unpack the outer one and give the folder."
    return ""
