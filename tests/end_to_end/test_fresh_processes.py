"""What the program does in processes of its own: nothing on a network, and the same in every one of them."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from end_to_end.everything import EVERYTHING, NETWORKS, old_photo
from helpers import save_scan
from watching import sitecustomize

from photorestore.host.client import EngineClient

pytestmark = pytest.mark.slow


def watched(record):
    """The environment of processes that write into `record` what they do on a network."""
    folders = [str(Path(sitecustomize.__file__).parent), os.environ.get("PYTHONPATH")]
    return {"PYTHONPATH": os.pathsep.join(filter(None, folders)), "NETWORK_RECORD": str(record)}


def run(record, *command):
    subprocess.run([sys.executable, *command], env={**os.environ, **watched(record)}, check=True, capture_output=True)


def written(record):
    """What was done, and by how many processes that were watched."""
    lines = record.read_text().splitlines()
    processes = {line for line in lines if line.startswith("watching ")}
    return [line for line in lines if line not in processes], len(processes)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fresh processes")


@pytest.fixture(scope="module")
def record(folder):
    return folder / "record"


@pytest.fixture(scope="module")
def twice(folder, record):
    """The same photograph restored with all bundled networks by two engines."""

    def restore(number):
        with EngineClient(log_path=folder / f"engine {number}.log") as client:
            diagnosed = client.diagnose(old_photo())
            return diagnosed, client.restore(old_photo(), EVERYTHING)

    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(2) as threads:
        for name, value in {**watched(record), "PHOTORESTORE_HOME": str(folder)}.items():
            patch.setenv(name, value)
        return list(threads.map(restore, range(2)))


def test_restoring_needs_no_network(twice, record):
    restored, (done, processes) = twice[0][1], written(record)

    assert set(restored.recipe.weights) == NETWORKS
    assert restored.mask_share > 0
    assert restored.photo.faces[0].reason == ""
    assert processes >= 2
    assert done == []


def test_the_same_photograph_gives_the_same_bytes_in_every_process(twice):
    (first_diagnosed, first), (second_diagnosed, second) = twice

    assert first.photo.pixels.tobytes() == second.photo.pixels.tobytes()
    assert np.array_equal(first.photo.mask, second.photo.mask)
    assert first.photo.notes == second.photo.notes
    assert first_diagnosed == second_diagnosed


def test_an_album_is_made_without_a_network(tmp_path):
    save_scan(tmp_path / "scan.png", old_photo())
    run(tmp_path / "record", "-m", "photorestore", "album", tmp_path / "scan.png", "-o", tmp_path / "album")

    assert (tmp_path / "album" / "index.html").is_file()
    assert written(tmp_path / "record") == ([], 1)


@pytest.mark.parametrize(
    "words",
    [
        "import urllib.request as r; r.urlopen('http://127.0.0.1:9/telemetry', timeout=1)",
        "import _socket; _socket.socket(2, 2).sendto(b'0', ('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 9)",
    ],
)
def test_the_watch_sees_what_is_done_on_a_network_even_if_it_fails(tmp_path, words):
    run(tmp_path / "record", "-c", f"import contextlib\nwith contextlib.suppress(OSError): exec({words!r})")

    assert written(tmp_path / "record")[0]
