"""The queue's promises on a bad day: 20 broken files of 200, kills at random moments, two windows at once."""

import hashlib
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from gui.queue_album import break_in_many_ways, fake_engine, import_album, make_album
from helpers import scene

from photorestore import paths
from photorestore.gui.app import Program
from photorestore.gui.queue_work import clean_up
from photorestore.gui.views.import_report import ImportReportDialog
from photorestore.host.client import EngineClient
from photorestore.host.shared import remove_orphans
from photorestore.library.database import open_library
from photorestore.library.jobs import JobState, add_jobs, jobs
from photorestore.library.snapshots import is_sound
from photorestore.library.versions import versions

PROGRAM = Path(__file__).with_name("queue_program.py")
KILLS = 8


def digests(folder: Path) -> dict[Path, str]:
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def results(library) -> set[Path]:
    return {path for path in (library.folder / "results").rglob("*") if path.is_file()}


@pytest.fixture
def started(qapp, tmp_path, qtbot):
    program = Program(fake_engine(tmp_path / "engine.log", quiet_s=0.0))
    yield program
    program.window.close()
    program.close()
    program.window.deleteLater()
    qtbot.wait(1)


def reasons_in(dialog):
    """As the window shows them, by the files' names."""
    group = dialog.files.topLevelItem(0)
    return {group.child(at).text(0): group.child(at).text(1) for at in range(group.childCount())}


@pytest.mark.slow
def test_of_200_files_180_are_restored_and_20_named_with_reasons(started, tmp_path, qtbot):
    good = make_album(tmp_path / "album", 180)
    bad = break_in_many_ways(tmp_path / "album" / "bad", good)
    before = digests(tmp_path / "album")
    assert len(bad) == 20

    page = started.window.find_page("library")
    with qtbot.waitSignal(started.photographs.jobs.imported, timeout=60_000) as imported:
        page.take_in([tmp_path / "album"])
    (report,) = imported.args
    qtbot.waitUntil(lambda: page.findChild(ImportReportDialog) is not None)
    told = reasons_in(page.findChild(ImportReportDialog))
    with qtbot.waitSignal(started.queue.run_ended, timeout=120_000):
        started.errands.queue_wanted.emit(list(report.added), None)

    rows = started.queue.rows
    failed = {row.photo.path: row.job.reason for row in rows if row.job.state is JobState.FAILED}
    assert told == {refused.path.name: refused.reason for refused in report.broken}
    named = failed | {refused.path: refused.reason for refused in report.broken}
    assert set(named) == set(bad)
    assert all(path.name in reason for path, reason in named.items())
    assert {row.photo.path for row in rows if row.job.state is JobState.DONE} == set(good)
    assert len(results(started.library)) == 180
    assert failed
    assert digests(tmp_path / "album") == before


@pytest.mark.slow
def test_a_program_killed_at_any_moment_loses_only_the_photo_it_was_at(tmp_path):
    """The fake engine takes no time, so most of each run is reading and writing: the dangerous moments."""
    make_album(tmp_path / "album", 150)
    before = digests(tmp_path / "album")
    library = open_library(paths.library())
    ids = import_album(library, tmp_path / "album")
    add_jobs(library, ids, "")
    library.close()
    rng, done = random.Random(4), set()

    for number in range(KILLS):
        done |= run_and_kill(rng.uniform(0, 0.8), after="photo" if number % 2 else "began")

        assert is_sound(paths.library())
        library = open_library(paths.library())
        states = Counter(job.state for job in jobs(library))
        assert states[JobState.RUNNING] <= 1
        interrupted = clean_up(library, time.time())
        assert len(interrupted) == states[JobState.RUNNING]
        known = {version.result for photo_id in ids for version in versions(library, photo_id)}
        assert results(library) == known
        assert done <= {photo_id for photo_id in ids if versions(library, photo_id)}
        assert all(len(versions(library, photo_id)) <= 1 for photo_id in ids)
        assert library.rows("PRAGMA foreign_key_check") == []
        library.close()
        assert digests(tmp_path / "album") == before
    assert done

    subprocess.run([sys.executable, PROGRAM], check=True, timeout=120, capture_output=True)
    library = open_library(paths.library())
    assert {job.state for job in jobs(library)} == {JobState.DONE}
    assert all(len(versions(library, photo_id)) == 1 for photo_id in ids)
    assert len(results(library)) == 150
    library.close()
    assert remove_orphans() == 0


def run_and_kill(seconds: float, after: str) -> set[int]:
    """Kill it so long after it said `after`; the photographs whose results it had told of."""
    lines = []
    with subprocess.Popen([sys.executable, PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as p:
        while not (lines and lines[-1].startswith(after)):
            lines.append(p.stdout.readline())
            assert lines[-1]
        time.sleep(seconds)
        p.kill()
        lines += p.stdout.read().splitlines()
    return {int(line.split()[1]) for line in lines if line.startswith("photo ") and line.split()[1:]}


@pytest.mark.slow
def test_two_windows_share_the_work_and_never_a_photo(tmp_path):
    make_album(tmp_path / "album", 60)
    library = open_library(paths.library())
    ids = import_album(library, tmp_path / "album")
    add_jobs(library, ids, "")

    windows = [subprocess.Popen([sys.executable, PROGRAM], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [window.communicate(timeout=120)[0].split() for window in windows]

    assert [window.returncode for window in windows] == [0, 0]
    assert Counter(job.state for job in jobs(library)) == {JobState.DONE: 60}
    assert all(job.attempts == 1 for job in jobs(library))
    assert all(len(versions(library, photo_id)) == 1 for photo_id in ids)
    assert len(results(library)) == 60
    assert sum(words.count("photo") for words in said) >= 60
    library.close()


@pytest.mark.slow
def test_the_real_engine_restores_a_scratched_photo_from_the_queue(qapp, tmp_path, qtbot):
    import cv2
    import numpy as np
    from helpers import scratch

    clean = scene(160, 224)
    clean = np.clip(clean + np.random.default_rng(2).normal(0, 0.004, clean.shape), 0, 1)  # of few colours is a drawing
    (tmp_path / "album").mkdir()
    cv2.imwrite(str(tmp_path / "album" / "garden.png"), scratch(clean)[..., ::-1] * 255)
    program = Program(EngineClient(log_path=tmp_path / "engine.log"))
    try:
        (photo_id,) = import_album(program.library, tmp_path / "album")
        with qtbot.waitSignal(program.queue.run_ended, timeout=120_000) as ended:
            program.errands.queue_wanted.emit([photo_id], None)
        assert ended.args == [1, 0], program.queue.rows[0].job.reason
        (version,) = versions(program.library, photo_id)
        restored = cv2.imread(str(version.result))[..., ::-1].astype(np.float32) / 255
    finally:
        program.window.close()
        program.close()

    scratched = np.abs(scratch(clean) - clean).max(2) > 0.05
    before, after = (np.abs(picture - clean)[scratched].mean() for picture in (scratch(clean), restored))
    assert after < 0.5 * before
