import json
from dataclasses import replace

import numpy as np
import pytest
import torch

from photorestore.engine.nets.latent_mapping import cells_of
from photorestore.engine.nets.photo_vae import PhotoVae
from photorestore.training.damage.pairs import SUB_TASKS
from photorestore.training.loop import train
from photorestore.training.mapping import MappingTask, contrast, on_demand
from photorestore.training.runs.mapping import MappingRun

TINY = replace(
    MappingRun(), folders=(("photos", 1.0),), crop_px=32, batch=4, samples=24, widths=(8, 8, 8), blocks=1,
    warmup_samples=8, held_out=1, workers=0, threads=1,
)  # fmt: skip


def task_for(data, run=TINY):
    vaes = (PhotoVae((8, 12), (1, 1), 16) for _ in range(2))
    return MappingTask(run, data, *vaes)


def test_a_run_scores_every_sub_task_and_leaves_the_auto_encoders_alone(data, tmp_path):
    task = task_for(data)
    before = [parameter.clone() for parameter in task._clean.parameters()]

    train(task, tmp_path / "run", say=lambda text: None)

    line = json.loads((tmp_path / "run" / "stats.jsonl").read_text().splitlines()[-1])
    assert {sub_task.name for sub_task in SUB_TASKS} <= set(line)
    assert all(torch.equal(a, b) for a, b in zip(before, task._clean.parameters(), strict=True))


def test_what_is_behind_is_drawn_more_often(data, tmp_path):
    assert on_demand([20.0, 40.0]) == pytest.approx([2 / 3, 1 / 3])
    task = task_for(data)
    task.state["odds"].copy_(torch.tensor([1.0] + [0.0] * (len(SUB_TASKS) - 1)))

    assert not any(task.samples[number]["holes"].any() for number in range(6))  # all "intact"


def test_samples_are_denoised_first_as_often_as_the_run_says(data):
    noise = next(number for number, task in enumerate(SUB_TASKS) if task.name == "noise")
    raw, cleaned = (task_for(data, replace(TINY, crop_px=96, denoised=share)).samples for share in (0.0, 1.0))

    def error(samples):
        drawn = [samples.draw(np.random.default_rng(seed), noise) for seed in range(6)]
        return np.mean([(sample["filled"] - sample["clean"]) ** 2 for sample in drawn])

    assert error(cleaned) < 0.8 * error(raw)


def test_only_the_holes_that_ask_for_it_are_filled_by_the_network_again(data):
    task = task_for(data)
    torch.nn.init.normal_(task.modules["net"].tail.weight, std=0.1)  # as if trained
    holes = torch.zeros(2, 1, 32, 32)
    holes[:, :, 8:16, 8:16] = 1
    batch = {"filled": torch.rand(2, 3, 32, 32), "holes": holes, "passes": torch.tensor([[0.0], [2.0]])}

    with torch.no_grad():
        filled = task._filled_again(batch)

    differs = (filled != batch["filled"]).any(1)
    assert not differs[0].any()
    assert torch.equal(differs[1], holes[1, 0] > 0)


def test_filling_again_leaves_no_cast_weights_behind_for_the_pass_that_learns(data):
    task, latents = task_for(data), torch.rand(1, 16, 8, 8)
    net = task.modules["net"]
    torch.nn.init.normal_(net.tail.weight, std=0.1)  # as if trained
    holes = torch.ones(1, 1, 32, 32)

    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            task._filled_again({"filled": torch.rand(1, 3, 32, 32), "holes": holes, "passes": torch.ones(1, 1)})
            net.tail.weight.zero_()  # so that it changes nothing
        assert torch.equal(net(latents, cells_of(holes)), latents)


def test_the_odds_survive_a_stop(data, tmp_path):
    train(task_for(data), tmp_path / "run", say=lambda text: None)
    again = task_for(data, replace(TINY, samples=24))

    train(again, tmp_path / "run", say=lambda text: None)

    assert again.state["odds"].sum() == pytest.approx(1)
    assert again.state["odds"].std() > 0


def test_a_faded_picture_counts_as_much_as_a_brilliant_one():
    brilliant = torch.tensor(np.random.default_rng(0).random((1, 3, 16, 16), np.float32))
    pictures = torch.cat((brilliant, 0.5 + 0.4 * (brilliant - 0.5)))

    strong, weak = contrast(pictures).flatten().tolist()
    assert weak == pytest.approx(0.4 * strong, rel=1e-3)
