"""Figures of closeness say what their definitions say."""

from __future__ import annotations

import numpy as np
import pytest
from helpers import scene

from photorestore.engine.quality import edge_width, psnr, remaining_noise, snr0, snr1, snr2, ssim

CLEAN = scene(64, 80)


def test_psnr_of_a_known_error():
    assert psnr(CLEAN + 0.1, CLEAN) == pytest.approx(20, abs=0.01)


def test_a_picture_is_like_itself_and_less_like_a_noisy_one():
    noisy = CLEAN + 0.1 * np.random.default_rng(0).standard_normal(CLEAN.shape).astype(np.float32)

    assert ssim(CLEAN, CLEAN) == pytest.approx(1)
    assert ssim(noisy, CLEAN) < 0.8


def test_the_three_ratios_of_l0tv():
    half = CLEAN.copy()
    half[:32] += 0.1

    assert snr0(half, CLEAN) == pytest.approx(50)
    assert snr1(half, CLEAN) == pytest.approx(
        10 * np.log10(np.abs(CLEAN - CLEAN.mean()).sum() / (0.1 * half[:32].size)), abs=0.01
    )
    assert snr2(half, CLEAN) == pytest.approx(10 * np.log10(CLEAN.var() / 0.005), abs=0.01)


def test_figures_without_a_clean_picture_see_noise():
    noisy = np.clip(CLEAN + 0.05 * np.random.default_rng(0).standard_normal((64, 80, 1)), 0, 1).astype(np.float32)

    assert remaining_noise(noisy) > 0.03 > remaining_noise(CLEAN)
    assert edge_width(CLEAN) < 1
