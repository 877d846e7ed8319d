import hashlib
import json
from dataclasses import replace

import numpy as np
import pytest
from gui.queue_album import fake_engine, import_album, make_album
from PIL import Image

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.gui import queue_work
from photorestore.gui.queue_work import FULL_PRECISION, SMALLER_TILES, check_result, engine_options_of, run_job
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient
from photorestore.library.jobs import (
    JobState,
    add_jobs,
    cancel,
    job_by_id,
    options_text,
    queue_again,
    seconds_per_megapixel,
    take_next,
)
from photorestore.library.photos import State, photo_by_id
from photorestore.library.versions import versions


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    with fake_engine(tmp_path_factory.mktemp("log") / "engine.log") as client:
        yield client


@pytest.fixture
def photo_id(library, tmp_path):
    make_album(tmp_path / "album", 1)
    return import_album(library, tmp_path / "album")[0]


def do(library, engine, photo_id, recipe="", options="{}", progress=Progress()):  # noqa: B008
    add_jobs(library, [photo_id], recipe, options)
    job, lines = take_next(library), []
    run_job(library, engine, job, EngineOptions(), progress, lines.append)
    return job_by_id(library, job.id), lines


def behaving(how):
    return Recipe(weights={"do": how}).to_json()


def test_a_photo_becomes_a_version_that_is_kept_and_its_file_stays(library, engine, photo_id):
    row = photo_by_id(library, photo_id)
    before = hashlib.sha256(row.path.read_bytes()).digest()

    job, lines = do(library, engine, photo_id)

    assert job.state is JobState.DONE
    (version,) = versions(library, photo_id)
    assert job.version_id == version.id
    assert version.kept
    assert Recipe.from_json(version.recipe).weights == {"net": "1234"}
    assert (np.asarray(Image.open(version.result)) == 255 - np.asarray(Image.open(row.path))).all()
    assert hashlib.sha256(row.path.read_bytes()).digest() == before
    assert photo_by_id(library, photo_id).state is State.RESTORED
    assert "Cracks on 3 % of the picture." in "\n".join(lines)
    assert seconds_per_megapixel(library) > 0


def test_a_second_result_is_another_version_and_the_first_stays_kept(library, engine, photo_id):
    do(library, engine, photo_id)
    do(library, engine, photo_id, Recipe().to_json())

    assert [version.kept for version in versions(library, photo_id)] == [True, False]


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("fail", "These weights are missing."),
        ("bug", "seven is not a colour"),
        ("run-out", "not enough free memory"),
        ("die", "stopped unexpectedly"),
    ],
)
def test_a_failure_is_named_and_leaves_nothing(library, engine, photo_id, how, reason):
    job, lines = do(library, engine, photo_id, behaving(how))

    assert job.state is JobState.FAILED
    assert reason in job.reason
    assert reason in "\n".join(lines)
    assert versions(library, photo_id) == []
    assert not list((library.folder / "results").rglob("*.*"))


def test_a_file_that_is_gone_or_broken_is_named(library, engine, tmp_path):
    first, second = make_album(tmp_path / "album", 2)
    ids = import_album(library, tmp_path / "album")
    first.unlink()
    second.write_bytes(second.read_bytes()[:60])

    jobs = [do(library, engine, photo_id)[0] for photo_id in ids]

    assert [job.state for job in jobs] == [JobState.FAILED] * 2
    assert all(path.name in job.reason for path, job in zip((first, second), jobs, strict=True))


def test_what_another_program_wrote_into_the_file_is_restored(library, engine, photo_id):
    path = photo_by_id(library, photo_id).path
    Image.fromarray(np.full((10, 20, 3), 90, np.uint8)).save(path)
    Image.fromarray(np.arange(600, dtype=np.uint8).reshape(10, 20, 3)).save(path)

    job, _ = do(library, engine, photo_id)

    assert job.state is JobState.DONE
    assert (photo_by_id(library, photo_id).width, photo_by_id(library, photo_id).height) == (20, 10)


def test_a_result_that_is_no_picture_is_not_kept(photo):
    for pixels in (np.full_like(photo.pixels, np.nan), np.full_like(photo.pixels, 0.5)):
        with pytest.raises(UserError, match="not kept"):
            check_result(photo, replace(photo, pixels=pixels), Recipe())
    smaller = replace(photo, pixels=photo.pixels[:-1].copy())
    with pytest.raises(UserError, match="wrong size"):
        check_result(photo, smaller, Recipe())


def test_a_photo_that_needs_nothing_gets_no_version(library, photo_id):
    class Idle(EngineClient):
        def restore(self, photo, recipe, progress, terms):
            return queue_work.Restored(photo, recipe, 0.0, 0.1)

    with Idle(command=["true"]) as engine:
        job, _ = do(library, engine, photo_id, Recipe().to_json())

    assert (job.state, job.version_id) == (JobState.DONE, None)
    assert "Nothing needed" in job.warnings[0]


def test_a_job_that_was_cancelled_stays_cancelled_and_one_that_was_only_stopped_is_interrupted(
    library, engine, photo_id
):
    def stop():
        raise Cancelled

    assert do(library, engine, photo_id, progress=Progress(is_cancelled=lambda: True))[0].state is JobState.INTERRUPTED
    cancelled = []

    def is_cancelled():
        cancelled or cancelled.append(cancel(library, job_by_id(library, 2).id))
        return True

    assert do(library, engine, photo_id, progress=Progress(is_cancelled=is_cancelled))[0].state is JobState.CANCELLED


def test_a_retry_runs_the_engine_differently_and_only_for_itself(library, engine, photo_id):
    usual = EngineOptions(threads=1)
    add_jobs(library, [photo_id], "", options_text(SMALLER_TILES))
    small = engine_options_of(take_next(library), usual)
    queue_again(library, 1)
    assert small == EngineOptions(threads=1, memory_mb=queue_work.SMALL_TILES_MB, cache_mb=0)

    job, _ = do(library, engine, photo_id, options=options_text(FULL_PRECISION))

    assert job.state is JobState.DONE
    assert engine._process.command[-4:] == ["--device", "cpu", "--precision", "float32"]
    engine.wait_until_ready()
    assert "--precision" not in engine._process.command


def test_an_almost_full_disk_stops_the_queue_and_not_every_photo(library, monkeypatch):
    monkeypatch.setattr(queue_work, "LEAST_FREE_BYTES", 1 << 60)

    with pytest.raises(UserError, match="almost full"):
        queue_work.check_room(library)


def test_the_result_is_announced_before_it_is_written(library, engine, photo_id):
    job, _ = do(library, engine, photo_id)

    assert "result" not in json.loads(job.options)
