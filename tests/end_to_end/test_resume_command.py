"""`photorestore restore --resume` and `--jobs`, with the real engine: results as with one, and none made twice."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from library.made_library import save_picture

from photorestore.cli import main
from photorestore.cli.ledger import NAME

pytestmark = pytest.mark.slow
PLAIN = ("--no-suggest", "--device", "cpu")


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def results(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.png"))}


@pytest.fixture
def album(tmp_path):
    for number in range(5):
        save_picture(tmp_path / "album" / f"photo {number}.png", seed=number, size=(64, 80))
    (tmp_path / "album" / "broken.png").write_bytes(b"no picture")
    return tmp_path / "album"


def test_two_engines_give_the_same_results_and_summary_as_one(album, tmp_path):
    one = run("restore", album, "-o", tmp_path / "one", *PLAIN, "--jobs-report", tmp_path / "one.json")
    two = run("restore", album, "-o", tmp_path / "two", *PLAIN, "--jobs", 2, "--jobs-report", tmp_path / "two.json")

    assert one.exit_code == two.exit_code == 1
    assert one.output.splitlines()[-2:] == two.output.splitlines()[-2:]
    assert results(tmp_path / "one") == results(tmp_path / "two")
    assert len(results(tmp_path / "two")) == 5
    sources = [[row["source"] for row in json.loads((tmp_path / f"{n}.json").read_text())] for n in ("one", "two")]
    assert sources[0] == sources[1]


def test_resuming_does_what_is_new_changed_or_lost_and_nothing_else(album, tmp_path):
    out = tmp_path / "out"
    assert "5 done, 1 failed" in run("restore", album, "-o", out, *PLAIN).output
    (out / "photo 0.png").unlink()
    (out / "photo 1.png").write_bytes((out / "photo 1.png").read_bytes()[:-50])
    (album / "photo 2.png").rename(album / "renamed.png")
    kept = {name: (out / name).stat().st_mtime_ns for name in ("photo 2.png", "photo 3.png", "photo 4.png")}

    again = run("restore", album, "-o", out, *PLAIN, "--resume")

    assert "3 done before, 2 done, 1 failed" in again.output
    assert {name: (out / name).stat().st_mtime_ns for name in kept} == kept
    assert sorted(results(out)) == ["photo 0.png", "photo 1 (2).png", *(f"photo {n}.png" for n in (1, 2, 3, 4))]
    other = run("restore", album, "-o", out, *PLAIN, "--resume", "--scale", 1)
    assert "5 done, 1 failed" in other.output


def test_a_run_that_is_killed_is_taken_up_where_it_ended(album, tmp_path):
    (album / "broken.png").unlink()
    out = tmp_path / "out"
    command = [sys.executable, "-m", "photorestore", "restore", str(album), "-o", str(out), *PLAIN]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as killed:
        while not (out / NAME).is_file():
            assert killed.poll() is None
            time.sleep(0.01)
        killed.send_signal(signal.SIGKILL)
    done = len((out / NAME).read_text().splitlines())

    again = run("restore", album, "-o", out, *PLAIN, "--resume")

    assert again.exit_code == 0, again.output
    if done < 5:
        assert f"{done} done before, {5 - done} done, 0 failed" in again.output
    assert len({name.split(" (")[0].removesuffix(".png") for name in results(out)}) == 5


def test_resuming_into_a_file_is_refused(album, tmp_path):
    result = run("restore", album / "photo 0.png", "-o", tmp_path / "one.png", "--resume")

    assert result.exit_code == 1
    assert "needs a folder" in result.output
