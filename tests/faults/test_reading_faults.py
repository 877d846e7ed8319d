"""Disks that give up while a photograph is read, files that change or vanish meanwhile, doors that are closed."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from faults.failing_disk import FailingPath
from faults.meddling import WISHES, Meddling
from library.made_library import FakeMounts, save_picture
from PIL import Image

from photorestore.cli.batch import Batch
from photorestore.cli.ledger import Ledger
from photorestore.cli.restore import Restorer
from photorestore.core.errors import UserError
from photorestore.files.measuring import read_size, read_small, read_small_colour
from photorestore.files.reading import read_photo
from photorestore.library import importing
from photorestore.library.importing import import_pictures

KINDS = ("png", "jpg", "tif", "webp", "bmp", "ppm", "gif", "heic")


@pytest.fixture
def large(tmp_path):
    """Of a suffix, more than a buffer of bytes long."""

    def make(suffix):
        path = tmp_path / f"a.{suffix}"
        samples = (np.random.default_rng(0).random((200, 300, 3)) * 255).astype(np.uint8)
        Image.fromarray(samples).save(path, {"heic": "HEIF"}.get(suffix))
        return path

    return make


@pytest.mark.parametrize("share", [0, 0.02, 0.5, 0.95])
@pytest.mark.parametrize("suffix", KINDS)
def test_a_disk_that_fails_in_the_middle_is_blamed_instead_of_the_photograph(large, suffix, share):
    path = large(suffix)
    failing = FailingPath(path).failing_at(int(share * path.stat().st_size))

    with pytest.raises(UserError, match="can't be read from the disk") as error:
        read_photo(failing)
    assert f"a.{suffix}" in str(error.value)


@pytest.mark.parametrize(
    "look", [read_size, lambda path: read_small(path, 32), lambda path: read_small_colour(path, 32)]
)
def test_a_glance_at_a_failing_disk_is_a_sentence_too(large, look):
    for suffix in KINDS:
        path = large(suffix)
        with pytest.raises(UserError, match="can't be read from the disk"):
            look(FailingPath(path).failing_at(20))


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="the file that can be opened but not read is Linux's")
def test_a_real_read_error_is_a_sentence():
    with pytest.raises(UserError, match="can't be read from the disk"):
        read_photo(Path("/proc/self/mem"))


def test_a_failing_file_costs_the_import_only_itself(library, tmp_path, monkeypatch):
    for number in range(3):
        save_picture(tmp_path / "in" / f"{number}.png", seed=number, size=(200, 300))
    plain = importing.find_pictures

    def with_a_bad_one(*arguments, **named):
        first, *rest = plain(*arguments, **named)
        return [replace(first, path=FailingPath(first.path).failing_at(3000)), *rest]

    monkeypatch.setattr(importing, "find_pictures", with_a_bad_one)
    report = import_pictures(library, [tmp_path / "in"], mounts=FakeMounts())

    assert len(report.added) == 2
    assert ["can't be read from the disk" in refused.reason for refused in report.broken] == [True]


def restore(tmp_path, source, meddle):
    out = tmp_path / "out"
    out.mkdir(exist_ok=True)
    target = out / "a.png"
    batch = Batch(Restorer(Meddling(meddle), WISHES, Ledger(out, "wish", [target])).restore)
    batch.run([(source, target)])
    return batch.outcomes[0]


def test_a_photograph_that_changes_meanwhile_is_done_again_next_time(tmp_path):
    source = save_picture(tmp_path / "a.png")
    first = read_photo(source).pixels

    outcome = restore(tmp_path, source, lambda: save_picture(source, seed=5))

    assert np.abs(read_photo(outcome.output).pixels - first).max() < 1e-6  # what was read, not half of each
    assert Ledger(tmp_path / "out", "wish").find(source, outcome.output) is None


def test_a_photograph_that_vanishes_meanwhile_has_its_result(tmp_path):
    source = save_picture(tmp_path / "a.png")

    outcome = restore(tmp_path, source, source.unlink)

    assert outcome.problem == ""
    assert outcome.output.is_file()
    assert not source.exists()


def test_a_folder_of_results_that_vanishes_meanwhile_is_made_again(tmp_path):
    source = save_picture(tmp_path / "a.png")

    outcome = restore(tmp_path, source, (tmp_path / "out").rmdir)

    assert read_photo(outcome.output).width == 64


def test_a_file_that_shrinks_while_it_is_read_is_no_photograph(large):
    path = large("png")

    class Shrinking(type(Path())):
        def open(self, mode="r", *arguments, **named):
            stream = Path(self).open(mode, buffering=0)  # noqa: SIM115 - who asked closes it
            os.truncate(self, 1000)
            return stream

    with pytest.raises(UserError, match="damaged or incomplete"):
        read_photo(Shrinking(path))


def denied(path):
    """chmod does not bind root, so the one call that opens the file is what refuses."""

    class Denied(type(Path())):
        def open(self, mode="r", *arguments, **named):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

    return Denied(path)


@pytest.mark.parametrize("look", [read_photo, read_size, lambda path: read_small(path, 32)])
def test_no_permission_to_read_is_said(large, look):
    with pytest.raises(UserError, match="no permission to read it"):
        look(denied(large("jpg")))


def test_what_is_left_open_by_a_failed_read_is_nothing(large):
    path = large("tif")
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0
    for place in (20, 5000):
        with pytest.raises(UserError):
            read_photo(FailingPath(path).failing_at(place))
    if before:
        assert len(list(Path("/proc/self/fd").iterdir())) == before
