"""`Ledger`: which photographs were restored into a folder, so that work that was cut short can be taken up again.

One line of JSON a result, appended to a hidden file in the folder, so that thousands of photographs cost thousands of
short writes and not one file rewritten thousands of times. A line that a crash tore is passed over: its photograph is
done again. A line names the photograph by its bytes and what was wished by a hash, never by name, so photographs may be
moved or renamed in between; and the result by name and bytes, so one that was deleted or cut is made again.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock

from photorestore.cli.batch import Outcome, Work
from photorestore.core.progress import Progress
from photorestore.library.hashing import content_hash, quick_hash

NAME = ".photorestore-done.jsonl"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """`result` lies below the folder, with "/". Hashes are hexadecimal; `mark` is the result's quick hash."""

    photo: str
    wish: str
    result: str
    mark: str


def results_in(folder: Path) -> set[Path]:
    """What was restored into the folder before and is still as it was written."""
    return {folder / entry.result for entry in _read(folder / NAME) if _is_whole(folder, entry)}


class Ledger:
    """May be written by several threads. A folder that can't hold it costs the resuming, not the results."""

    def __init__(self, folder: Path, wish: str, targets: Iterable[Path] = ()) -> None:
        """`wish` names all that decides how results look. `targets` are the names that this run's results will get."""
        self._folder = folder
        self._wish = wish
        self._targets = {_name_in(folder, target) for target in targets}
        self._lock = Lock()
        self._known: dict[str, list[Entry]] = defaultdict(list)
        for entry in _read(folder / NAME):
            if entry.wish == wish:
                self._known[entry.photo].append(entry)

    def find(self, source: Path, target: Path) -> Path | None:
        """The result that `source` has already, whole: under `target`, or where the photograph's name was another.

        A name that another photograph of this run will have is that one's: of two equal files each gets its own.
        """
        if not self._known:
            return None
        wanted = _name_in(self._folder, target)
        entries = self._known.get(content_of(source), [])
        for entry in sorted(entries, key=lambda entry: entry.result != wanted):
            if (entry.result == wanted or entry.result not in self._targets) and _is_whole(self._folder, entry):
                return self._folder / entry.result
        return None

    def add(self, content: str, result: Path) -> None:
        """`content` is `content_of` the source, from before the work: what was changed meanwhile is not done."""
        try:
            entry = Entry(content, self._wish, _name_in(self._folder, result), quick_hash(result).hex())
            line = json.dumps(asdict(entry), sort_keys=True) + "\n"
            with self._lock, (self._folder / NAME).open("a+b") as stream:
                if stream.tell() and not _ends_with_line(stream.fileno(), stream.tell()):
                    line = "\n" + line  # what a crash tore stays a line of its own
                stream.write(line.encode())
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            log.warning("%s is not noted as done: %s", result, error)


def _is_whole(folder: Path, entry: Entry) -> bool:
    path = folder / entry.result
    try:
        return path.resolve().is_relative_to(folder.resolve()) and quick_hash(path).hex() == entry.mark
    except OSError:
        return False


def noted(work: Work, ledger: Ledger | None, resume: bool) -> Work:
    """`work`, which with `resume` is passed over where the ledger knows its result, and noted where it went well."""
    if ledger is None:
        return work

    def do(source: Path, target: Path, progress: Progress) -> Outcome:
        if resume and (found := ledger.find(source, target)):
            return Outcome(source, found, was_done=True)
        content = content_of(source)
        outcome = work(source, target, progress)
        if outcome.output is not None and content_of(source) == content:
            ledger.add(content, outcome.output)
        return outcome

    return do


def wish_hash(wishes: Mapping[str, object], weights: Mapping[str, str]) -> str:
    """Of what was asked for, and the versions of all weights that are there: new ones give other pictures."""
    whole = json.dumps({"wishes": dict(wishes), "weights": dict(weights)}, sort_keys=True, default=str)
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


def _read(path: Path) -> list[Entry]:
    entries = []
    try:
        with path.open("rb") as stream:
            for line in stream:
                try:
                    entries.append(Entry(**{str(name): str(value) for name, value in json.loads(line).items()}))
                except (ValueError, TypeError, AttributeError, RecursionError):
                    log.info("a line of %s can't be read", path)
    except FileNotFoundError:
        pass
    except OSError as error:
        log.warning("%s can't be read: %s", path, error)
    return entries


def content_of(path: Path) -> str:
    """The sha256 of a photograph, "" where it can't be read: whoever reads it says why. A pipe would never end."""
    try:
        return content_hash(path).hex() if path.is_file() else ""
    except OSError:
        return ""


def _name_in(folder: Path, path: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _ends_with_line(descriptor: int, length: int) -> bool:
    os.lseek(descriptor, length - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"
