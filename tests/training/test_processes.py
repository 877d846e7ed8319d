import os
import socket
import subprocess
import sys

import pytest
import torch
from safetensors.torch import load_file

from photorestore.training.processes import Processes
from photorestore.training.sampling import FromSample

TRAIN = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
from training.test_loop import TinyRun, TinyTask
from photorestore.training.loop import train
train(TinyTask(TinyRun(samples=80)), Path(sys.argv[1]), say=lambda text: None)
"""

POISONED = """
import os, sys
sys.path[:0] = {path!r}
from pathlib import Path
from training.test_loop import TinyRun, TinyTask
from photorestore.training.loop import NonFiniteLossError, train
task = TinyTask(TinyRun(), poison=3 if os.environ["RANK"] == "1" else None)
try:
    train(task, Path(sys.argv[1]), say=lambda text: None)
except NonFiniteLossError:
    os._exit(3)
"""

SPLIT = """
import torch
from photorestore.training.processes import Processes

class Parts(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.always, self.sometimes = torch.nn.Linear(2, 2), torch.nn.Linear(2, 2)

    def forward(self, x):
        return self.always(x) if x.sum() == 0 else self.sometimes(self.always(x))

processes = Processes.join(2)
net = processes.wrap(Parts())
for step in range(3):
    net(torch.full((1, 2), float(processes.rank))).sum().backward()
processes.leave()
"""


def start_two(code, *arguments):
    """Two processes that train together."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    group = {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port, "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return [subprocess.Popen(command, env={**os.environ, **group, "RANK": rank}) for rank in ("0", "1")]


def test_alone_a_process_takes_the_whole_batch():
    processes = Processes.join(8)

    assert (processes.rank, processes.count, processes.batch, processes.is_first) == (0, 1, 8, True)


def test_a_batch_that_cannot_be_shared_is_refused(monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "3")

    with pytest.raises(ValueError, match="a batch of 8"):
        Processes.join(8)


def test_two_processes_see_every_sample_once():
    first, second = (list(FromSample(8, 40, rank, 2, 8)) for rank in range(2))

    assert sorted(first + second) == list(range(8, 40))
    assert first[:4] == [8, 9, 10, 11]


@pytest.mark.parametrize("samples", [100, 104])
def test_every_process_takes_as_many_batches_as_the_others(samples):
    first, second = (FromSample(0, samples, rank, 2, 8) for rank in range(2))

    assert len(first) == len(second) == samples // 8 * 4


def test_a_loss_that_is_no_number_stops_every_process(tmp_path):
    code = POISONED.format(path=[path for path in sys.path if path])
    both = start_two(code, tmp_path)
    try:
        assert [process.wait(200) for process in both] == [3, 3]
    finally:
        for process in both:
            process.kill()


def test_two_processes_learn_what_one_learns(tmp_path):
    code = TRAIN.format(path=[path for path in sys.path if path])
    alone = subprocess.run([sys.executable, "-c", code, str(tmp_path / "one")], check=False)
    both = start_two(code, tmp_path / "two")

    assert alone.returncode == 0
    assert [process.wait(400) for process in both] == [0, 0]
    one, two = (load_file(tmp_path / name / "snapshot.safetensors") for name in ("one", "two"))
    assert torch.allclose(one["net/now/weight"], two["net/now/weight"], atol=0.02)


def test_a_part_that_one_process_does_not_need_keeps_no_other_waiting():
    both = start_two(SPLIT)
    try:
        assert [process.wait(200) for process in both] == [0, 0]
    finally:
        for process in both:
            process.kill()
