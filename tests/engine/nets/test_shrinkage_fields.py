"""Untrained shrinkage fields already clean; their functions leave strong edges alone."""

from __future__ import annotations

import numpy as np
import torch
from helpers import scene

from photorestore.engine.methods.kernels import blur, disk_kernel
from photorestore.engine.nets.shrinkage_fields import ShrinkageFields, ShrinkageStage, spectrum

CLEAN = torch.tensor(scene(60, 72)[None, None, ..., 1])
NOTHING = torch.ones(1, 1, 1)


def error(a, b):
    return float((a - b)[..., 6:-6, 6:-6].square().mean().sqrt())


def test_each_start_takes_noise_away():
    noisy = CLEAN + 0.1 * torch.randn(CLEAN.shape, generator=torch.Generator().manual_seed(0))

    with torch.no_grad():
        estimates = ShrinkageFields().denoise(noisy, NOTHING, torch.tensor([0.1]))

    assert len(estimates) == 5
    assert error(estimates[-1], CLEAN) < 0.5 * error(noisy, CLEAN)


def test_the_other_cascade_takes_blur_away():
    transfer = spectrum(torch.tensor(disk_kernel(2))[None], (60, 72))
    blurred = torch.fft.irfft2(torch.fft.rfft2(CLEAN) * transfer, s=(60, 72))

    with torch.no_grad():
        sharp = ShrinkageFields().deconvolve(blurred, transfer, torch.tensor([0.01]))

    assert error(sharp[-1], CLEAN) < 0.8 * error(blurred, CLEAN)


def test_responses_beyond_the_bases_pass_untouched():
    stage = ShrinkageStage(3, 2.0, (1.0,))
    response = torch.full((1, 8, 4, 4), 5.0)

    change = stage._correction(response, torch.tensor([0.1]), torch.ones(1, 1))

    assert change.abs().max() < 1e-3


def test_the_spectrum_of_a_centred_kernel_is_that_of_a_convolution():
    kernel = disk_kernel(1.5)
    moved = torch.fft.irfft2(torch.fft.rfft2(CLEAN[:, 0]) * spectrum(torch.tensor(kernel)[None], (60, 72)), s=(60, 72))

    assert np.allclose(moved[0, 8:-8, 8:-8], blur(CLEAN[0, 0].numpy(), kernel)[8:-8, 8:-8], atol=1e-5)


def test_levels_between_the_trained_ones_are_mixed():
    _, mixing = ShrinkageFields().denoise.told(torch.tensor([25 / 255, 0.001, 43.3 / 255]))

    assert torch.allclose(mixing.sum(1), torch.ones(3))
    assert torch.allclose(mixing[0], torch.tensor([0.0, 1, 0]), atol=1e-5)
    assert torch.allclose(mixing[1], torch.tensor([1.0, 0, 0]), atol=1e-5)
    assert torch.allclose(mixing[2], torch.tensor([0, 0.5, 0.5]), atol=1e-3)
