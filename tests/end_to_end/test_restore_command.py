"""`photorestore restore` as a user runs it: the real engine in its process, real files, a broken one among them."""

import hashlib
import json
import os
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from click.testing import CliRunner
from gui.queue_album import break_in_many_ways, make_album
from helpers import scene, scratch

from photorestore.cli import main
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.core.stages import DenoiseSettings, PrepareSettings, ScratchSettings
from photorestore.host.client import EngineClient

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("_offline")]


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def album(tmp_path):
    folder = tmp_path / "album"
    folder.mkdir()
    cv2.imwrite(str(folder / "garden.png"), scratch(scene(160, 224))[..., ::-1] * 255)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 no more")
    return folder


def test_a_folder_is_restored_and_the_broken_file_is_named(album, tmp_path):
    before = digests(album)

    result = run("restore", album, "-o", tmp_path / "out", "--no-suggest", "--jobs-report", tmp_path / "report.json")

    assert result.exit_code == 1
    assert "1 done, 1 failed" in result.output
    assert "broken.jpg" in result.output
    assert digests(album) == before
    assert [path.name for path in (tmp_path / "out").iterdir() if path.suffix == ".png"] == ["garden.png"]
    assert len(json.loads((tmp_path / "report.json").read_text())) == 2


def test_of_200_files_180_are_restored_and_20_named_with_reasons(tmp_path):
    good = make_album(tmp_path / "album", 180)
    bad = break_in_many_ways(tmp_path / "album" / "bad", good)
    before = digests(tmp_path / "album")
    light = Recipe(PrepareSettings(False), DenoiseSettings(True, "median"), ScratchSettings(False))
    (tmp_path / "light.json").write_text(light.to_json())

    result = run(
        "restore", tmp_path / "album", "-o", tmp_path / "out", "--recipe", tmp_path / "light.json",
        "--jobs-report", tmp_path / "report.json",
    )  # fmt: skip

    assert result.exit_code == 1
    assert "180 done, 20 failed" in result.output
    rows = json.loads((tmp_path / "report.json").read_text())
    failed = {Path(row["source"]): row["problem"] for row in rows if row["problem"]}
    assert set(failed) == set(bad)
    assert all(path.name in result.output and path.name in reason for path, reason in failed.items())
    assert {path.stem for path in (tmp_path / "out").glob("photo *")} == {path.stem for path in good}
    assert digests(tmp_path / "album") == before


def test_a_given_mask_is_filled_and_nothing_else_changes(album, tmp_path):
    clean, old = scene(160, 224), cv2.imread(str(album / "garden.png"))[..., ::-1].astype(np.float32) / 255
    mask = np.abs(old - clean).max(2) > 0.05
    cv2.imwrite(str(tmp_path / "mask.png"), mask.astype(np.uint8) * 255)

    result = run(
        "restore", album / "garden.png", "-o", tmp_path / "o.png", "--no-suggest", "--mask", tmp_path / "mask.png"
    )

    assert result.exit_code == 0, result.output
    restored = cv2.imread(str(tmp_path / "o.png"))[..., ::-1].astype(np.float32) / 255
    far = cv2.dilate(mask.astype(np.uint8), np.ones((13, 13))) == 0
    assert np.abs(restored - old)[far].max() < 1e-6
    assert np.abs(restored - clean)[mask].mean() < 0.3 * np.abs(old - clean)[mask].mean()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--mask", "nowhere.png"), "mask can't be used"),
        (("--add-mask",), "name it with --mask"),
        (("--recipe", "given.json", "--suggest"), "Name one of them"),
    ],
)
def test_wishes_that_can_not_be_met_are_said_once_before_the_work(album, tmp_path, options, words):
    (tmp_path / "given.json").write_text(Recipe().to_json())
    result = run("restore", album, "-o", tmp_path / "out", *options)

    assert result.exit_code == 1
    assert result.output.count(words) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_pipe_among_the_photographs_holds_nobody_up(album, tmp_path):
    os.mkfifo(album / "pipe.jpg")
    result = run("restore", album, "-o", tmp_path / "out", "--no-suggest")

    assert "1 done, 2 failed" in result.output
    assert "not a file but a pipe" in result.output


def test_what_a_format_can_not_hold_is_said(tmp_path):
    deep = np.dstack([scene(64, 64), np.full((64, 64), 0.5)])
    cv2.imwrite(str(tmp_path / "deep.png"), np.rint(deep * 65535).astype(np.uint16))
    light = Recipe(PrepareSettings(False), DenoiseSettings(True, "median"), ScratchSettings(False))
    (tmp_path / "light.json").write_text(light.to_json())

    result = run("restore", tmp_path / "deep.png", "-o", tmp_path / "o.jpg", "--recipe", tmp_path / "light.json")

    said = " ".join(result.output.split())
    assert "JPEG holds 8 bits a channel" in said
    assert "JPEG has no transparency" in said
    assert "Steps: Denoise." in said


def test_detect_writes_a_map_of_the_pictures_size(album, tmp_path):
    result = run("detect", album / "garden.png", "-o", tmp_path / "maps")

    assert result.exit_code == 0, result.output
    found = cv2.imread(str(tmp_path / "maps" / "garden.png"), cv2.IMREAD_UNCHANGED)
    assert found.shape == (160, 224)
    assert found.dtype == np.uint8


def test_the_doctor_finds_nothing_wrong():
    result = run("doctor", "--device", "cpu")

    assert result.exit_code == 0, result.output
    assert "All is well." in result.output


def test_nothing_is_left_in_shared_memory():
    shared = Path("/dev/shm")
    if not shared.is_dir():
        pytest.skip("this system keeps shared memory elsewhere")
    with EngineClient() as client:
        client.restore(Photo(scene(48, 64)), Recipe())

    assert not list(shared.glob(f"phr_{os.getpid()}_*"))


def test_a_frozen_program_can_start_its_engine_by_a_word():
    command = [sys.executable, "-m", "photorestore", "engine-worker", "--device", "cpu"]

    with EngineClient(command=command) as client:
        assert client.wait_until_ready().device == "cpu"
