import json
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.utils.data import Dataset

from photorestore.core.errors import UserError
from photorestore.training.loop import NonFiniteLossError, rate_factor, train


@dataclass(frozen=True)
class TinyRun:
    name: str = "denoiser"  # whose network ships as it is
    seed: int = 0
    batch: int = 4
    samples: int = 400
    learning_rate: float = 0.02
    warmup_samples: int = 8
    cooldown_share: float = 0.25
    weight_decay: float = 0.0
    ema_halflife_samples: int = 20
    snapshot_minutes: float = 60.0
    workers: int = 0
    threads: int = 1


class Brightness(Dataset):
    """Learn to darken by a half."""

    def __getitem__(self, index):
        value = np.random.default_rng(index).random((3, 4, 4), np.float32)
        return {"old": value, "new": value * 0.5}

    def __len__(self):
        return 10_000


class TinyTask:
    def __init__(self, run: TinyRun, poison: int | None = None) -> None:
        torch.manual_seed(0)
        self.run, self.samples, self.poison, self.steps = run, Brightness(), poison, 0
        self.modules: dict[str, nn.Module] = {"net": nn.Conv2d(3, 3, 1)}
        self.state: dict[str, torch.Tensor] = {"evaluations": torch.zeros(1)}

    def losses(self, batch) -> Iterator:
        self.steps += 1
        loss = (self.modules["net"](batch["old"]) - batch["new"]).square().mean()
        yield "net", loss * (float("nan") if self.steps == self.poison else 1)

    def evaluate(self, averaged):
        self.state["evaluations"] += 1
        one = torch.ones(1, 3, 1, 1)
        error = float((averaged["net"](one) - 0.5 * one).abs().max())
        return {"error": error}, np.zeros((8, 8, 3), np.uint8)


def quiet(text: str) -> None:
    pass


def fail(averaged):
    raise OSError("the disk is full")


def test_training_learns_and_says_so(tmp_path):
    train(TinyTask(TinyRun()), tmp_path, say=quiet)

    line = json.loads((tmp_path / "stats.jsonl").read_text().splitlines()[-1])
    assert line["samples"] == 400
    assert line["error"] < 0.1
    assert json.loads((tmp_path / "run.json").read_text())["seed"] == 0
    assert (tmp_path / "sheet-0000400.png").exists()


def test_a_stopped_run_goes_on_to_the_same_end(tmp_path):
    whole, parts = tmp_path / "whole", tmp_path / "parts"

    train(TinyTask(TinyRun(samples=80, cooldown_share=0.01)), whole, say=quiet)
    train(TinyTask(TinyRun(samples=40, cooldown_share=0.02)), parts, say=quiet)
    train(TinyTask(TinyRun(samples=80, cooldown_share=0.01)), parts, say=quiet)

    first, second = (load_file(folder / "snapshot.safetensors") for folder in (whole, parts))
    assert all(torch.allclose(first[key], second[key], atol=1e-6) for key in first if key.startswith("net/"))


def test_an_evaluation_that_fails_loses_nothing_that_was_learned(tmp_path):
    task = TinyTask(TinyRun(samples=40))
    task.evaluate = fail

    with pytest.raises(OSError, match="disk is full"):
        train(task, tmp_path, say=quiet)

    assert load_file(tmp_path / "snapshot.safetensors")["seen"] == 40


def test_a_snapshot_keeps_what_evaluating_changed(tmp_path):
    train(TinyTask(TinyRun(samples=40)), tmp_path, say=quiet)

    assert load_file(tmp_path / "snapshot.safetensors")["state/evaluations"] == 1


def test_a_new_run_can_start_from_weights_that_shipped(tmp_path):
    learned = TinyTask(TinyRun())
    learned.modules["net"].weight.data[:] = 0.25
    save_file(learned.modules["net"].state_dict(), tmp_path / "shipped.safetensors")
    task = TinyTask(TinyRun(samples=4, learning_rate=0.0))

    train(task, tmp_path / "out", start_from=tmp_path / "shipped.safetensors", say=quiet)

    assert torch.allclose(task.modules["net"].weight, torch.tensor(0.25))


def test_a_run_that_goes_on_says_that_it_starts_from_nothing_else(tmp_path):
    said: list[str] = []

    train(TinyTask(TinyRun(samples=8)), tmp_path, say=quiet)
    train(TinyTask(TinyRun(samples=16)), tmp_path, start_from=tmp_path / "shipped.safetensors", say=said.append)

    assert any("shipped.safetensors" in line and "snapshot" in line for line in said)


def test_weights_that_do_not_fit_leave_no_run_behind(tmp_path):
    save_file(nn.Conv2d(3, 2, 1).state_dict(), tmp_path / "other.safetensors")

    with pytest.raises(UserError, match="other"):
        train(TinyTask(TinyRun()), tmp_path / "out", start_from=tmp_path / "other.safetensors", say=quiet)

    assert not (tmp_path / "out").exists()


def test_a_loss_that_is_no_number_stops_the_run(tmp_path):
    with pytest.raises(NonFiniteLossError, match="net"):
        train(TinyTask(TinyRun(), poison=5), tmp_path, say=quiet)


def test_a_dry_run_says_the_run_and_writes_nothing(tmp_path):
    said: list[str] = []

    train(TinyTask(TinyRun()), tmp_path / "out", dry_run=True, say=said.append)

    assert '"learning_rate": 0.02' in said[0]
    assert not (tmp_path / "out").exists()


def test_the_rate_warms_up_stays_and_cools_down():
    run = TinyRun()

    assert rate_factor(0, run) == pytest.approx(0.5)
    assert rate_factor(200, run) == 1
    assert rate_factor(350, run) == pytest.approx(0.5)
    assert 0 < rate_factor(400, run) < 0.02
