"""Promises that every method of the denoise stage keeps."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest
import torch
from fake_networks import fake_tools
from helpers import scene

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.core.stages import DenoiseSettings
from photorestore.engine.methods.kernels import motion_kernel
from photorestore.engine.methods.method import Wear
from photorestore.engine.methods.table import METHODS, check_available, is_available
from photorestore.engine.nets.denoiser import DenoiserUNet
from photorestore.engine.nets.shrinkage_fields import ShrinkageFields

CLEAN = scene(40, 52)
RUNNABLE = [name for name, method in METHODS.items() if not method.package or find_spec(method.package)]
torch.manual_seed(0)


def tools(progress=None):
    denoiser = DenoiserUNet((8, 8), 1)
    made = fake_tools(
        denoiser=denoiser, denoiser_noise2noise=denoiser, shrinkage_fields=ShrinkageFields(2, 5, 2).eval()
    )
    return made.with_progress(progress) if progress else made


@pytest.mark.parametrize("name", RUNNABLE)
@pytest.mark.parametrize("shape", [(40, 52, 1), (40, 52, 3), (1, 1, 1), (3, 9, 3)])
def test_planes_keep_their_size_and_stay_in_range_and_unchanged(name, shape):
    planes = np.ascontiguousarray(CLEAN[: shape[0], : shape[1], : shape[2]])
    planes.setflags(write=False)

    clean = METHODS[name].run(planes, Wear(0.1), tools())

    assert clean.shape == shape
    assert clean.dtype == np.float32
    assert 0 <= clean.min() <= clean.max() <= 1


@pytest.mark.parametrize("name", RUNNABLE)
def test_every_method_can_be_cancelled(name):
    heard = []
    progress = Progress(lambda share, text: heard.append(share), lambda: len(heard) >= 1)

    with pytest.raises(Cancelled):
        METHODS[name].run(scene(300, 300)[..., :1], Wear(0.1), tools(progress))


SEAMS = {
    "median": 256,
    "l0tv": 320,
    "denoiser": 512,
    "noise2noise": 512,
    "plug-and-play": 512,
    "anscombe-denoiser": 512,
}
USUAL_SEAM = 384


@pytest.mark.parametrize("name", [name for name in RUNNABLE if name != "bm3d"])  # which matches blocks on a grid
def test_no_seam_is_seen_where_two_tiles_meet(name):
    seam = SEAMS.get(name, USUAL_SEAM)
    noisy = scene(48, 2 * seam)[..., :1] + 0.05 * np.random.default_rng(0).standard_normal((48, 2 * seam, 1))
    noisy = np.ascontiguousarray(noisy.clip(0, 1), np.float32)
    around = slice(seam - 120, seam + 120)

    tiled = METHODS[name].run(noisy, Wear(0.05), tools())[:, seam - 20 : seam + 20]
    at_once = METHODS[name].run(np.ascontiguousarray(noisy[:, around]), Wear(0.05), tools())[:, 100:140]

    assert np.abs(tiled - at_once).mean() < 1 / 255
    assert np.abs(tiled - at_once).max() < 8 / 255


@pytest.mark.parametrize("name", METHODS)
def test_every_method_can_be_chosen_in_a_recipe(name):
    assert DenoiseSettings(method=name).method == name


@pytest.mark.parametrize("name", [name for name, method in METHODS.items() if method.deblurs])
def test_methods_that_deblur_take_a_kernel(name):
    planes = np.ascontiguousarray(CLEAN[..., :1])

    assert METHODS[name].run(planes, Wear(0.01, motion_kernel(5, 20)), tools()).shape == planes.shape


@pytest.mark.parametrize("name", [name for name, method in METHODS.items() if method.network])
def test_missing_weights_are_said_in_words(name, tmp_path):
    from photorestore.engine.tools import Tools
    from photorestore.engine.weights import WeightsStore

    empty = Tools(WeightsStore(tmp_path, tmp_path), fake_tools().device)

    assert not is_available(name, empty)
    with pytest.raises(UserError, match="not installed"):
        check_available(name, empty)


def test_a_missing_package_is_said_in_words(monkeypatch):
    monkeypatch.setitem(METHODS, "bm3d", replace(METHODS["bm3d"], package="not_there"))

    assert not is_available("bm3d", tools())
    with pytest.raises(UserError, match="package not_there, which is not installed"):
        check_available("bm3d", tools())


def test_a_method_that_cannot_deblur_says_so():
    with pytest.raises(UserError, match="can't undo blur"):
        check_available("nlm", tools(), with_blur=True)


def test_an_unknown_method_is_refused():
    with pytest.raises(UserError, match="no method"):
        check_available("magic", tools())
