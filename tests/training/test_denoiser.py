import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from training.pretended_gpu import scores_on_gpu

from photorestore.training.denoiser import DenoiserTask
from photorestore.training.loop import train
from photorestore.training.runs.denoiser import DenoiserRun

TINY = replace(
    DenoiserRun(), folders=(("photos", 1.0),), crop_px=32, batch=4, samples=320, widths=(8, 12), blocks=1, held_out=6,
    learning_rate=4e-3, warmup_samples=4, ema_halflife_samples=40, workers=0, threads=1,
)  # fmt: skip


@pytest.mark.parametrize("noisy_targets", [False, True])
def test_it_learns_to_take_noise_away_from_clean_and_from_noisy_targets(data, tmp_path, noisy_targets):
    train(DenoiserTask(replace(TINY, noisy_targets=noisy_targets), data), tmp_path / "run", say=lambda text: None)

    line = json.loads((tmp_path / "run" / "stats.jsonl").read_text().splitlines()[-1])
    assert line["psnr"] > 22  # the noisy pictures have 20.2 dB


def test_noise2noise_never_shows_a_clean_target(data):
    sample = DenoiserTask(replace(TINY, noisy_targets=True, sigma=(0.1, 0.1)), data).samples[3]

    assert np.abs(sample["target"] - sample["clean"]).std() > 0.03
    assert np.abs(sample["target"] - sample["noisy"][:3]).std() > 0.03


def test_a_monochrome_sample_stays_monochrome(data):
    samples = DenoiserTask(replace(TINY, grey=1.0), data).samples

    for key in ("noisy", "target"):
        assert np.array_equal(samples[1][key][0], samples[1][key][1])


def test_an_untrained_network_takes_nothing_away(data):
    sample = DenoiserTask(TINY, data)

    assert not sample.modules["net"](torch.from_numpy(sample.samples[0]["noisy"])[None]).any()


def test_the_curve_is_measured_on_the_device_of_the_network(data):
    assert "psnr" in scores_on_gpu(DenoiserTask(TINY, data))
