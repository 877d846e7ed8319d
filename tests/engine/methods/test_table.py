"""Promises that every method of the denoise stage keeps."""

from __future__ import annotations

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
torch.manual_seed(0)


def tools(progress=None):
    denoiser = DenoiserUNet((8, 8), 1)
    made = fake_tools(
        denoiser=denoiser, denoiser_noise2noise=denoiser, shrinkage_fields=ShrinkageFields(2, 5, 2).eval()
    )
    return made.with_progress(progress) if progress else made


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("shape", [(40, 52, 1), (40, 52, 3), (1, 1, 1), (3, 9, 3)])
def test_planes_keep_their_size_and_stay_in_range_and_unchanged(name, shape):
    planes = np.ascontiguousarray(CLEAN[: shape[0], : shape[1], : shape[2]])
    planes.setflags(write=False)

    clean = METHODS[name].run(planes, Wear(0.1), tools())

    assert clean.shape == shape
    assert clean.dtype == np.float32
    assert 0 <= clean.min() <= clean.max() <= 1


@pytest.mark.parametrize("name", METHODS)
def test_every_method_can_be_cancelled(name):
    heard = []
    progress = Progress(lambda share, text: heard.append(share), lambda: len(heard) >= 1)

    with pytest.raises(Cancelled):
        METHODS[name].run(scene(300, 300)[..., :1], Wear(0.1), tools(progress))


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


def test_a_method_that_cannot_deblur_says_so():
    with pytest.raises(UserError, match="can't undo blur"):
        check_available("nlm", tools(), with_blur=True)


def test_an_unknown_method_is_refused():
    with pytest.raises(UserError, match="no method"):
        check_available("magic", tools())
