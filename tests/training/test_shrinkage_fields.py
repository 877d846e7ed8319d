import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from torch import nn
from training.pretended_gpu import GPU, PretendedGpu, on_gpu, place_of, put, scores_on_gpu

from photorestore.engine.nets.shrinkage_fields import ShrinkageFields
from photorestore.engine.weights import read_manifest
from photorestore.training.export import export_shrinkage_fields
from photorestore.training.loop import train
from photorestore.training.runs.shrinkage_fields import ShrinkageFieldsRun
from photorestore.training.shrinkage_fields import ShrinkageFieldsTask, random_kernel

TINY = replace(
    ShrinkageFieldsRun(), crop_px=40, edge_px=4, kernel_px=(3, 7), batch=2, samples=40, side=3, stages=2,
    deblurring_stages=2, held_out=2, warmup_samples=2, ema_halflife_samples=4,
)  # fmt: skip


class Wrapped(nn.Module):
    """As DistributedDataParallel does it."""

    def __init__(self, module):
        super().__init__()
        self.module = module

    def forward(self, *inputs):
        return self.module(*inputs)


def test_a_run_makes_pictures_better_and_exports_what_it_learnt(data, tmp_path):
    untrained = ShrinkageFieldsTask(TINY, data)
    with torch.inference_mode():
        before = untrained.evaluate(untrained.modules)[0]
    train(ShrinkageFieldsTask(TINY, data), tmp_path / "run", say=lambda text: None)
    entry = export_shrinkage_fields(tmp_path / "run", tmp_path / "fields.safetensors")

    line = json.loads((tmp_path / "run" / "stats.jsonl").read_text().splitlines()[-1])
    assert line["psnr_denoise"] > line["psnr_noisy"] + 4
    assert line["psnr_deconvolve"] > before["psnr_deconvolve"]
    assert read_manifest(tmp_path) == (entry,)
    ShrinkageFields(**entry.sizes).load_state_dict(load_file(tmp_path / "fields.safetensors"))


def test_cascades_learn_when_processes_have_wrapped_them(data):
    task = ShrinkageFieldsTask(TINY, data)
    batch = {name: torch.from_numpy(planes)[None] for name, planes in task.samples[0].items()}
    task.modules = {name: Wrapped(cascade) for name, cascade in task.modules.items()}

    assert all(loss.requires_grad for _, loss in task.losses(batch))


def test_a_sample_is_a_function_of_its_number(data):
    first, again = (ShrinkageFieldsTask(TINY, data).samples[5] for _ in range(2))

    assert all(np.array_equal(first[name], again[name]) for name in first)
    assert np.isclose(first["kernel"].sum(), 1)


def test_training_kernels_keep_the_light():
    rng = np.random.default_rng(0)

    assert all(np.isclose(random_kernel(rng, 5, 23).sum(), 1, atol=1e-5) for _ in range(20))


def test_the_curve_is_measured_on_the_device_of_the_cascades(data):
    assert "psnr_deconvolve" in scores_on_gpu(ShrinkageFieldsTask(TINY, data))


@pytest.mark.filterwarnings("ignore:.*CUDA is not available")
def test_the_loss_is_computed_on_the_device_of_the_cascades(data):
    task = ShrinkageFieldsTask(TINY, data)
    for cascade in task.modules.values():
        on_gpu(cascade)
    batch = {name: put(torch.from_numpy(planes)[None]) for name, planes in task.samples[0].items()}

    with PretendedGpu():
        assert all(place_of(loss) == GPU for _, loss in task.losses(batch))
