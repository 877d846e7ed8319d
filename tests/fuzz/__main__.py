"""`python -m tests.fuzz 10000`: hostile input for everything that reads, and the figures.

What breaks something is made as small as can be and kept in tests/faults/corpus/<target>/, where the tests find it.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["PHOTORESTORE_HOME"] = tempfile.mkdtemp(prefix="fuzz-home-")
sys.path.insert(0, str(Path(__file__).parents[1]))

from hypothesis import HealthCheck, Phase, given, seed, settings
from PySide6.QtGui import QGuiApplication

from fuzz.table import TARGETS, shares
from fuzz.target import Target, run_one

_EVERYTHING_GOES = list(HealthCheck)


class Run:
    """How many inputs of one target were taken, refused in a sentence, or broke something."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.taken = self.refused = 0
        self.seconds = 0.0
        self.is_broken = False
        self.broken: bytes | None = None

    def begin(self, count: int, number: int) -> None:
        phases = (Phase.generate, Phase.shrink)

        @seed(number)
        @settings(
            max_examples=count,
            database=None,
            deadline=None,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=_EVERYTHING_GOES,
            print_blob=False,
        )
        @given(self.target.inputs)
        def feed(content: bytes) -> None:
            try:
                taken = run_one(self.target, content)
            except Exception:
                self.broken = content
                raise
            self.taken += taken
            self.refused += not taken

        began = time.monotonic()
        try:
            feed()
        except Exception:
            self.is_broken = True
            said = traceback.format_exc(limit=-6).splitlines()
            say("\n".join(line[:200] for line in said[-24:]))
        self.seconds = time.monotonic() - began

    def keep(self) -> Path | None:
        """The smallest input that broke it, which is the last that did."""
        if self.broken is None:
            return None
        self.target.corpus.mkdir(parents=True, exist_ok=True)
        path = self.target.corpus / f"{hashlib.sha256(self.broken).hexdigest()[:12]}.bin"
        path.write_bytes(self.broken)
        return path


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="inputs of all targets together")
    parser.add_argument("--target", action="append", choices=[target.name for target in TARGETS])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libtiff and libpng tell the terminal what they think of the files
    application = QGuiApplication([])  # the PDF's fonts
    runs = []
    for target, count in shares(options.count):
        if options.target and target.name not in options.target:
            continue
        run = Run(target)
        run.begin(count, options.seed)
        runs.append(run)
        kept = run.keep()
        say(
            f"{target.name:15} {run.taken + run.refused:6} inputs, {run.taken:6} taken, {run.refused:6} refused in a "
            f"sentence, {run.seconds:6.1f} s{f'  BROKEN by {kept}' if run.is_broken else ''}"
        )
    broken = [run for run in runs if run.is_broken]
    whole = sum(run.taken + run.refused for run in runs)
    say(f"{whole} inputs of {len(runs)} kinds: {len(broken)} broke something. Seed {options.seed}.")
    application.quit()
    return 1 if broken else 0


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
