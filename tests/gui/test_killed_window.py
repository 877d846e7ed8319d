"""A window that is killed at any moment loses at most what the hand was just doing.

8 kills; `PHOTORESTORE_KILLS=50 pytest tests/gui/test_killed_window.py` does as many as the issue asks for.
"""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from gui.killed_program import state_of
from library.made_library import save_picture

from photorestore import paths
from photorestore.gui.queue_work import clean_up
from photorestore.host.shared import remove_orphans
from photorestore.library.database import open_library
from photorestore.library.jobs import JobState, jobs
from photorestore.library.listing import Selection, photo_ids
from photorestore.library.snapshots import is_sound
from photorestore.library.versions import versions

PROGRAM = Path(__file__).with_name("killed_program.py")
KILLS = int(os.environ.get("PHOTORESTORE_KILLS", "8"))
MOST_LINES = 90  # said before the kill: more than two rounds of work, however fast the computer is
LONGEST_S = 0.02  # from there to the kill


def digests(folder):
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def work_until_killed(album, lines, seconds):
    """What it said, in order."""
    arguments = [sys.executable, PROGRAM, album, str(lines), str(seconds)]
    run = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=120)
    assert run.returncode == -signal.SIGKILL, "the program ended otherwise"
    return [json.loads(line) for line in run.stdout.splitlines() if line.endswith("]")]


def allowed_after(said):
    """For each key what may be in the library: what was done last, or was just being done."""
    allowed = {}
    for word, key, value in said:
        if word == "done":
            allowed[key] = [value]
        elif word == "doing":
            allowed.setdefault(key, [0]).append(value)
    return allowed


def check_library(said, before):
    """It opens as it is, sound, and holds all that was said to be done; return what it holds."""
    assert is_sound(paths.library())
    library = open_library(paths.library())
    try:
        assert library.notes == ()
        assert library.rows("PRAGMA integrity_check")[0][0] == "ok"
        assert library.rows("PRAGMA foreign_key_check") == []
        clean_up(library, time.time())
        assert not jobs(library, JobState.RUNNING)
        found = state_of(library)
        has_settled = any(word == "settled" for word, _, _ in said)
        allowed = allowed_after(said) if has_settled else {key: [value] for key, value in before.items()}
        for key, values in allowed.items():
            if key == "photos":
                assert min(values) <= found[key] <= max(values)
            elif not has_settled and key.startswith(("versions", "kept")):
                assert found[key] >= values[0]  # what an earlier life left in the queue may be done by now
            else:
                assert found.get(key, 0) in values, key
        known = [version.result for one in photo_ids(library, Selection()) for version in versions(library, one)]
        assert all(result.stat().st_size > 0 for result in known)
        assert not list((library.folder / "results").rglob("*.part"))
    finally:
        library.close()
    return found


@pytest.mark.slow
def test_a_window_killed_at_any_moment_loses_at_most_what_was_just_being_done(tmp_path):
    for number in range(3 * (KILLS + 2) * 3):
        save_picture(tmp_path / "album" / f"{number // 3:03}" / f"scan {number}.png", number, (48, 64))
    before, held = digests(tmp_path / "album"), {}
    rng, interrupted = random.Random(11), Counter()

    for number in range(KILLS):
        lines = 0 if number % 6 == 5 else rng.randint(1, MOST_LINES)
        said = work_until_killed(tmp_path / "album", lines, rng.uniform(0, LONGEST_S if lines else 0.5))
        held = check_library(said, held)
        assert digests(tmp_path / "album") == before
        last = next((one for one in reversed(said) if one[0] in ("doing", "done")), ["", "", ""])
        interrupted[last[0], last[1].partition("/")[0]] += 1

    totals = defaultdict(int)
    for key, value in held.items():
        totals[key.partition("/")[0]] += value if isinstance(value, int) else 1
    assert min(totals[kind] for kind in ("photos", "strokes", "versions", "kept", "album")) > 0
    assert len(interrupted) >= min(5, KILLS // 4), interrupted  # the moments were of many kinds
    assert remove_orphans() == 0
