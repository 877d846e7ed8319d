"""Poisson noise goes, and the pieces solve what they say."""

from __future__ import annotations

import numpy as np
import torch
from fake_networks import fake_tools
from helpers import scene

from photorestore.engine.degradations import poisson
from photorestore.engine.methods.method import Wear
from photorestore.engine.methods.poisson_tv import (
    _bends,
    _bends_back,
    _gradient,
    _gradient_back,
    _poisson_step,
    _spectra,
    group_shrink,
    peak_of,
    poisson_tv,
)
from photorestore.engine.methods.table import METHODS
from photorestore.engine.quality import psnr

CLEAN = np.ascontiguousarray(scene(72, 80)[..., 1:2])
SIGMA = (0.5 / 30) ** 0.5
NOISY = poisson(np.random.default_rng(0), CLEAN, 30)


def test_poisson_noise_goes():
    assert psnr(poisson_tv(NOISY, Wear(SIGMA), fake_tools()), CLEAN) > psnr(NOISY, CLEAN) + 6


def test_anscombe_brings_back_the_lightness_that_was():
    clean = METHODS["anscombe-nlm"].run(NOISY, Wear(SIGMA), fake_tools())

    assert abs(clean.mean() - CLEAN.mean()) < 0.01
    assert psnr(clean, CLEAN) > psnr(NOISY, CLEAN) + 5


def test_the_level_tells_the_peak():
    assert round(peak_of(SIGMA)) == 30


def test_the_operators_and_their_adjoints_and_spectra_fit():
    torch.manual_seed(0)
    u = torch.randn(1, 20, 24, dtype=torch.float64)
    for there, back, power in zip((_gradient, _bends), (_gradient_back, _bends_back), _spectra(u), strict=True):
        by_spectrum = torch.fft.irfft2(torch.fft.rfft2(u) * power, s=u.shape[-2:])

        assert torch.allclose(back(there(u)), by_spectrum, atol=1e-4)


def test_the_poisson_step_is_a_minimum():
    near, f, ratio = torch.tensor([0.3, -0.2]), torch.tensor([0.5, 0.1]), 0.7

    z = _poisson_step(near, f, ratio)

    assert torch.allclose(ratio * (1 - f / z) + z - near, torch.zeros(2), atol=1e-5)


def test_groups_shrink_lonely_differences_more_than_neighbours():
    lonely, together = torch.zeros(1, 9, 9), torch.zeros(1, 9, 9)
    lonely[0, 4, 4] = 1
    together[0, 3:6, 3:6] = 1

    assert group_shrink(lonely, 0.1)[0, 4, 4] < group_shrink(together, 0.1)[0, 4, 4]
