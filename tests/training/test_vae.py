import json
from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch
from helpers import scene
from training.pretended_gpu import scores_on_gpu

from photorestore.training.loop import train
from photorestore.training.runs.vae import CLEAN, OLD
from photorestore.training.vae import VaeTask, averaged_vae, told_apart

TINY = {
    "folders": (("photos", 1.0),), "crop_px": 32, "batch": 4, "samples": 240, "widths": (8, 12), "blocks": (1, 1),
    "latent": 16, "learning_rate": 4e-3, "warmup_samples": 8, "ema_halflife_samples": 40, "held_out": 8, "workers": 0,
    "threads": 1,
}  # fmt: skip


@pytest.fixture
def old_data(data):
    (data / "old_photos").mkdir()
    for seed in range(4):
        cv2.imwrite(str(data / "old_photos" / f"{seed}.png"), scene(48, 64, seed + 50) * 255)
    return data


def test_the_clean_network_learns_to_draw_what_it_read(data, tmp_path):
    train(VaeTask(replace(CLEAN, **TINY), data), tmp_path / "run", say=lambda text: None)

    line = json.loads((tmp_path / "run" / "stats.jsonl").read_text().splitlines()[-1])
    assert line["psnr"] > 17  # 12 before
    assert averaged_vae(tmp_path / "run").latent == 16


def test_the_old_network_meets_real_and_synthetic_photographs(old_data, tmp_path):
    task = VaeTask(replace(OLD, **TINY, real_share=0.5), old_data)

    assert {float(task.samples[number]["real"]) for number in range(12)} == {0.0, 1.0}
    train(task, tmp_path / "run", say=lambda text: None)
    line = json.loads((tmp_path / "run" / "stats.jsonl").read_text().splitlines()[-1])
    assert line["latent_critic"] > 0
    assert not any(parameter.requires_grad for parameter in task.modules["net"].decoder.parameters())
    assert 0 <= line["told_apart"] <= 1


@pytest.mark.parametrize("real", [0.0, 1.0])
def test_a_batch_of_one_kind_has_as_many_losses_as_any(old_data, real):
    """Else processes that train together would wait for each other for ever."""
    task = VaeTask(replace(OLD, **TINY), old_data)
    batch = {"picture": torch.rand(2, 3, 32, 32), "real": torch.full((2,), real)}
    losses = dict(task.losses(batch))

    assert list(losses) == ["net", "critic", "latent_critic"]
    assert all(torch.isfinite(loss) and loss.requires_grad for loss in losses.values())


def test_codes_that_differ_are_told_apart_and_equal_ones_are_not():
    rng = np.random.default_rng(0)
    codes, real = rng.normal(0, 1, (60, 8)).astype(np.float32), np.arange(60) % 2 == 0

    assert told_apart(codes + 3 * real[:, None], real) > 0.95
    assert 0.2 < told_apart(codes, real) < 0.8


def test_the_curve_is_measured_on_the_device_of_the_network(data):
    assert "psnr" in scores_on_gpu(VaeTask(replace(CLEAN, **TINY), data))
