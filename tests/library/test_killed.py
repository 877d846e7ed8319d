import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from library.made_library import add_row

from photorestore.library.database import open_library
from photorestore.library.jobs import JobState, jobs, mark_interrupted
from photorestore.library.snapshots import is_sound
from photorestore.library.strokes import load_journal
from photorestore.library.versions import versions

WRITER = Path(__file__).with_name("killed_writer.py")
KILLS = 12


def kill_while_it_writes(library: Path, seconds: float) -> dict[str, int]:
    """What the program said last of each kind before it was killed, `seconds` after its first stroke."""
    with subprocess.Popen([sys.executable, WRITER, str(library)], stdout=subprocess.PIPE, text=True) as writer:
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()
        lines = [first, *writer.stdout.read().splitlines()]
    return {kind: int(number) for kind, number in (line.split() for line in lines if len(line.split()) == 2)}


@pytest.mark.slow
def test_a_program_that_is_killed_loses_at_most_the_stroke_under_the_pen(library):
    add_row(library)
    library.close()
    rng = random.Random(8)
    for _ in range(KILLS):
        said = kill_while_it_writes(library.path, rng.uniform(0, 0.4))

        assert is_sound(library.path)
        again = open_library(library.path)
        mark_interrupted(again)
        assert again.notes == ()
        assert again.rows("PRAGMA foreign_key_check") == []
        journal = load_journal(again, 1)
        assert journal.applied >= said["begins"] - 1
        assert [int(one.payload[:6]) for one in journal.strokes] == [one.number for one in journal.strokes]
        assert [one.id for one in versions(again, 1)][-1:] >= [said.get("version", 0)]
        assert all(one.result.exists() for one in versions(again, 1))
        assert jobs(again, JobState.RUNNING) == []
        again.close()
