from contextlib import ExitStack
from dataclasses import replace

import numpy as np
import pytest
import torch

from photorestore.core.errors import UserError
from photorestore.core.photo import MaskEdits
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.core.stages import PrepareSettings, ScratchSettings
from photorestore.engine.cache import StageCache
from photorestore.engine.device import Device
from photorestore.engine.pipeline import restore
from photorestore.engine.tools import Tools
from photorestore.engine.weights import WeightsStore
from photorestore.engine.worker_jobs import Jobs, load_jobs
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient
from photorestore.host.protocol import CompareRequest, DetectRequest, DiagnoseRequest, RestoreRequest
from photorestore.host.shared import Block

FILL = Recipe(prepare=PrepareSettings(enabled=False), scratches=ScratchSettings(feather_px=0))


@pytest.fixture
def tools(tmp_path):
    return Tools(WeightsStore(tmp_path / "bundled", tmp_path / "imported"), Device("cpu", torch.float32, "", 1 << 30))


@pytest.fixture
def damaged(photo):
    """8-bit values, with a hole that a person painted; the detector is not asked."""
    pixels = (np.rint(photo.pixels * 255) / 255).astype(np.float32)
    hole = np.zeros(photo.pixels.shape[:2], bool)
    hole[20:30, 40:60] = True
    return replace(photo, pixels=pixels, edits=MaskEdits(added=hole, automatic=False))


@pytest.fixture
def block():
    with ExitStack() as blocks:

        def make(shape, dtype, shares=None):
            made = blocks.enter_context(Block.create(shape, dtype))
            if shares is not None:
                made.write_shares(shares)
            return made

        yield make


def request_for(photo, block, recipe):
    size = photo.pixels.shape[:2]
    result, mask = block(photo.pixels.shape, np.uint16), block(size, np.uint8)
    source = block(photo.pixels.shape, np.uint16, photo.pixels)
    added = block(size, np.uint8, photo.edits.added.astype(np.float32))
    request = RestoreRequest(
        1, recipe.to_json(), source.picture, result.picture, mask.picture, mask_added=added.picture, automatic=False
    )
    return request, result, mask


def test_the_picture_is_that_of_the_pipeline(tools, damaged, block):
    request, result, mask = request_for(damaged, block, FILL)
    answer = Jobs(tools, StageCache()).restore(request, Progress())
    expected = restore(damaged, FILL, tools)

    assert np.abs(result.read_shares() - expected.pixels).max() < 1 / 65535
    assert np.array_equal(mask.read() > 127, expected.mask)
    assert answer.mask_share == pytest.approx(expected.mask.mean())


def test_levels_of_one_photograph_are_not_remembered_for_the_same_crop_of_another(tools, damaged, block):
    recipe = Recipe(prepare=PrepareSettings(levels=1.0), scratches=ScratchSettings(enabled=False))
    jobs, results = Jobs(tools, StageCache(1 << 26)), []
    for darkest in (0.1, 0.4):
        request, result, _ = request_for(damaged, block, recipe)
        whole = block(damaged.pixels.shape, np.uint16, darkest + (0.95 - darkest) * damaged.pixels)
        jobs.restore(replace(request, whole=whole.picture), Progress())
        results.append(result.read_shares())

    assert results[1].mean() < results[0].mean() - 0.02


def test_fading_is_told_whatever_the_transparent_border_looks_like(tools, photo, block):
    alpha = np.ones(photo.pixels.shape[:2], np.float32)
    alpha[:30], alpha[:, :20] = 0, 0
    grainy = photo.pixels + np.random.default_rng(0).normal(0, 0.02, photo.pixels.shape)
    reasons = []
    for colour in (0, 1):
        cut = np.where(alpha[..., None], 0.3 + 0.4 * grainy, colour)
        source, plane = block(cut.shape, np.uint16, cut), block(alpha.shape, np.uint16, alpha)
        request = DiagnoseRequest(1, source.picture, plane.picture)
        reasons.append(Jobs(tools, StageCache()).diagnose(request, Progress()).reasons)

    assert reasons[0] == reasons[1]
    assert "faded" in " ".join(reasons[0])


def test_missing_weights_are_told_in_words(tools, photo, block):
    request = DetectRequest(
        1, block(photo.pixels.shape, np.uint16, photo.pixels).picture, block(photo.pixels.shape[:2], np.uint8).picture
    )

    with pytest.raises(UserError, match="detector"):
        Jobs(tools, StageCache()).detect(request, Progress())


def test_the_real_process_restores_and_examines(damaged, tmp_path):
    with EngineClient(log_path=tmp_path / "engine.log") as client:
        restored = client.restore(damaged, FILL).photo
        diagnosed = client.diagnose(damaged)

    untouched = ~restored.mask
    assert np.array_equal(restored.pixels[untouched], damaged.pixels[untouched])
    assert diagnosed.reasons
    assert client.engine_info.device in ("cpu", "cuda", "mps")


def test_methods_are_compared_and_those_that_cannot_run_are_left_out(photo, block, tools):
    shape = photo.pixels.shape
    source, results = block(shape, np.uint16, photo.pixels), block((4, *shape), np.uint16)
    methods = ("nlm", "denoiser", "median")
    request = CompareRequest(9, source.picture, results.picture, methods, '{"sigma": 0.05}', clean=source.picture)

    answer = Jobs(tools, StageCache()).compare(request, Progress())

    assert answer.methods == ("input", "nlm", "median")
    assert answer.psnr[0] > 80
    pictures = results.read_shares()
    assert np.abs(pictures[0] - photo.pixels).max() < 1e-4
    assert 0 < np.abs(pictures[1] - photo.pixels).max() < 0.5
    assert not pictures[3].any()


def test_a_patch_is_cleaned_by_the_noise_of_the_whole_and_missing_weights_are_said(photo, block, tools):
    shape = photo.pixels.shape
    grainy = photo.pixels + 0.1 * np.random.default_rng(0).standard_normal(shape).astype(np.float32)
    source, results = block(shape, np.uint16, photo.pixels), block((2, *shape), np.uint16)
    whole = block(shape, np.uint16, np.clip(grainy, 0, 1)).picture
    request = CompareRequest(9, source.picture, results.picture, ("nlm",), "{}", whole=whole)
    jobs = Jobs(tools, StageCache())

    assert jobs.compare(request, Progress()).sigma == pytest.approx(0.1, rel=0.3)
    with pytest.raises(UserError, match="not installed"):
        jobs.compare(replace(request, methods=("denoiser",)), Progress())


def test_engines_that_work_at_once_share_memory_threads_and_cache():
    threads = torch.get_num_threads()
    try:
        torch.set_num_threads(4)
        alone = load_jobs("cpu", "float32", None, None)[1][RestoreRequest].__self__
        shared = load_jobs("cpu", "float32", None, None, share=4)[1][RestoreRequest].__self__

        assert shared._tools.memory_budget < 0.4 * alone._tools.memory_budget
        assert shared._cache.capacity_bytes < 0.4 * alone._cache.capacity_bytes
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(threads)
    assert EngineOptions(share=4).command()[-2:] == ["--share", "4"]
