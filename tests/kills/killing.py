"""Kill the program at a random moment, then look at everything that it may have touched."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from library.made_library import save_picture

from photorestore.files.discovery import find_pictures
from photorestore.files.reading import read_photo
from photorestore.library.database import open_library
from photorestore.library.photos import photos_by_id
from photorestore.library.snapshots import is_sound, snapshots

PROGRAM = Path(__file__).with_name("program.py")
SUFFIXES = ("png", "jpg", "tif", "bmp", "webp")


@dataclass
class Tally:
    """What was seen in all kills together."""

    kills: int = 0
    in_the_work: int = 0  # the program had begun and was not done
    parts: int = 0  # files that were being written when it died; hidden, and never taken for pictures
    strays: int = 0  # whole copies whose row was not written yet
    results: int = 0
    photos: int = 0
    troubles: list[str] = field(default_factory=list)


class Bench:
    """An album of `count` photographs, and where the program works on it."""

    def __init__(self, folder: Path, count: int, seed: int) -> None:
        self.album, self.out = folder / "album", folder / "out"
        self.library = folder / "library" / "library.db"
        self.random = random.Random(seed)
        self.tally = Tally()
        for number in range(count):
            save_picture(self.album / f"{number}.{SUFFIXES[number % len(SUFFIXES)]}", seed=number, size=(120, 160))
        self.before = self._facts()
        self.expected = {path.stem: 1 - read_photo(path).pixels for path in self.album.iterdir()}
        self.span_s = self._time_a_whole_run()

    def kill_once(self) -> None:
        """Every few kills begin anew, so that they fall into the import too."""
        if self.random.random() < 0.3:
            self._clear()
        with subprocess.Popen(self._command(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
            program.stdout.readline()
            time.sleep(self.random.uniform(0, self.span_s))
            was_at_work = program.poll() is None
            program.kill()
        self.tally.in_the_work += was_at_work
        self.span_s *= 1.02 if was_at_work else 0.9  # other programs make this computer faster and slower
        self.tally.kills += 1
        self.check()

    def finish(self) -> None:
        """One more run that nobody kills: everything is there once."""
        done = subprocess.run(self._command(), capture_output=True, text=True, check=False)
        self._expect(
            done.returncode == 0 and f"restored {len(self.expected)}" in done.stdout, done.stdout + done.stderr
        )
        self.check()
        stems = {path.stem.split(" (")[0] for path in self._results()}
        self._expect(stems == set(self.expected), f"results of {sorted(stems)} only")
        db = open_library(self.library)
        photos = photos_by_id(db, range(1, 10_000))
        self._expect(len(photos) == len(self.expected), f"{len(photos)} photographs in the library")
        db.close()

    def check(self) -> None:
        self._expect(self._facts() == self.before, "an original was changed or lost")
        self._check_results()
        self._check_library()

    def _check_results(self) -> None:
        self.tally.parts += len(list(self.out.rglob(".photorestore-*")))
        for path in self._results():
            self.tally.results += 1
            stem = path.stem.split(" (")[0]
            try:
                found = read_photo(path).pixels
                self._expect(bool(np.abs(found - self.expected[stem]).max() < 1 / 200), f"{path} holds something else")
            except Exception as error:
                self._expect(False, f"{path}: {error}")

    def _check_library(self) -> None:
        if not self.library.exists():
            return
        self._expect(is_sound(self.library), "the library is damaged")
        self._expect(all(is_sound(one.path) for one in snapshots(self.library)), "a snapshot is damaged")
        db = open_library(self.library)
        self._expect(db.notes == (), f"the library had to be repaired: {db.notes}")
        self._expect(db.rows("PRAGMA foreign_key_check") == [], "rows point nowhere")
        photos = photos_by_id(db, range(1, 10_000))
        sums = {digest for digest, _ in self.before.values()}
        for photo in photos:
            whole = photo.path.is_file() and hashlib.sha256(photo.path.read_bytes()).hexdigest() in sums
            self._expect(whole, f"the copy {photo.path} is not whole")
        copies = {found.path for found in find_pictures([db.folder / "originals"])} if photos else set()
        self.tally.strays += len(copies - {photo.path for photo in photos})
        self.tally.photos += len(photos)
        db.close()

    def _results(self) -> list[Path]:
        """As anybody would find them who opens the folder."""
        return [found.path for found in find_pictures([self.out])] if self.out.exists() else []

    def _expect(self, is_so: bool, otherwise: str) -> None:
        if not is_so:
            self.tally.troubles.append(f"kill {self.tally.kills}: {otherwise}")

    def _facts(self) -> dict[str, tuple[str, int]]:
        return {
            path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
            for path in sorted(self.album.iterdir())
        }

    def _command(self) -> list[str]:
        return [sys.executable, str(PROGRAM), str(self.album), str(self.library), str(self.out)]

    def _time_a_whole_run(self) -> float:
        with subprocess.Popen(self._command(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
            program.stdout.readline()
            began = time.monotonic()
            program.communicate()
        self._expect(program.returncode == 0, "the program fails by itself")
        span = time.monotonic() - began
        self._clear()
        return span

    def _clear(self) -> None:
        for folder in (self.out, self.library.parent):
            shutil.rmtree(folder, ignore_errors=True)
