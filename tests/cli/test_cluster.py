"""`photorestore restore --cluster`: two workers with the real engine, of which one is killed in the middle."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli.dask_cluster import ROOT, LocalCluster
from library.made_library import save_picture

from photorestore.cli import cluster as module
from photorestore.cli.cluster_worker import MARK, look
from photorestore.core.errors import UserError

PLAIN = ("--no-suggest", "--device", "cpu")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    made = LocalCluster(tmp_path_factory.mktemp("dask"))
    yield made
    made.close()


@pytest.fixture
def album(tmp_path):
    for number in range(8):
        save_picture(tmp_path / "album" / f"photo {number}.png", seed=number, size=(160, 200))
    (tmp_path / "album" / "broken.png").write_bytes(b"no picture")
    return tmp_path / "album"


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "photorestore", "restore", *map(str, arguments), *PLAIN]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def results(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.png"))}


@pytest.mark.slow
def test_an_archive_is_restored_though_a_worker_is_killed_in_the_middle(cluster, album, tmp_path):
    before = results(album)
    running = start(album, "-o", tmp_path / "out", "--cluster", cluster.address, "--save-recipe", tmp_path / "r.json")
    while not results(tmp_path / "out"):
        assert running.poll() is None, running.communicate()[0]
        time.sleep(0.02)
    lost, keys = next((worker, keys) for worker, keys in cluster.busy().items() if keys)
    cluster.process_of(lost).kill()

    said = running.communicate(timeout=300)[0]

    assert keys
    assert running.returncode == 1, said
    assert "8 done, 1 failed" in said
    assert "broken.png" in said
    alone = start(album, "-o", tmp_path / "alone")
    alone.communicate(timeout=300)
    assert results(tmp_path / "out") == results(tmp_path / "alone")
    assert len(results(tmp_path / "out")) == 8
    assert results(album) == before
    assert [path.name for path in (tmp_path / "out").iterdir() if "cluster" in path.name] == []
    assert (tmp_path / "r.json").is_file()
    again = start(album, "-o", tmp_path / "out", "--cluster", cluster.address, "--resume").communicate(timeout=300)[0]
    assert "8 done before, 0 done, 1 failed" in again


@pytest.mark.slow
def test_other_weights_on_a_worker_are_named(cluster, album, tmp_path):
    from photorestore.cli.cluster_worker import Order, Run, restore_here
    from photorestore.cli.restore import Wishes
    from photorestore.core.recipe import Recipe
    from photorestore.host.child import EngineOptions

    wishes = Wishes(Recipe(), False, None, None, False, None, 92)
    run = Run(wishes, None, EngineOptions(device="cpu"), {"detector": "0" * 64})
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / MARK).touch()
    order = Order(album / "photo 0.png", tmp_path / "hidden" / "x" / "a.png", run, run.wish)

    done = cluster.client.submit(restore_here, order, pure=False).result(timeout=120)

    assert "other weights than this computer" in done.outcome.problem
    assert "detector" in done.outcome.problem
    assert done.outcome.output is None


def test_a_scheduler_that_is_not_there_is_said(album, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_CONNECT_S", 1.0)

    with pytest.raises(UserError, match="No Dask scheduler answers"):
        module._connect("tcp://127.0.0.1:9")


def test_a_graphics_card_is_asked_for_if_a_worker_states_one():
    with_gpu = {"a": {"resources": {"GPU": 2}}, "b": {"resources": {}}}

    assert module._resources(with_gpu, "auto") == {"GPU": 1}
    assert module._resources(with_gpu, "cpu") == {}
    assert module._resources({"b": {"resources": {}}}, "auto") == {}
    with pytest.raises(UserError, match="No worker states a graphics card"):
        module._resources({"b": {"resources": {}}}, "cuda")


def test_a_worker_that_does_not_see_the_folder_is_noticed(tmp_path):
    assert not look(tmp_path / "elsewhere" / MARK).sees_folder
    (tmp_path / MARK).touch()
    assert look(tmp_path / MARK).sees_folder
