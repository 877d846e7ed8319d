"""Methods side by side: each one's picture and figures, refusals before any work."""

from __future__ import annotations

import numpy as np
import pytest
from fake_networks import fake_tools
from helpers import scene

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.photo import Photo
from photorestore.core.progress import Progress
from photorestore.core.stages import DenoiseSettings
from photorestore.engine.comparison import available_methods, compare_methods

CLEAN = scene(48, 56)
NOISY = np.clip(CLEAN + 0.08 * np.random.default_rng(0).standard_normal(CLEAN.shape), 0, 1).astype(np.float32)


def test_the_input_comes_first_and_each_method_after_it():
    found = compare_methods(Photo(NOISY.copy()), ["nlm", "median"], fake_tools(), clean=CLEAN)

    assert [one.method for one in found] == ["input", "nlm", "median"]
    assert found[1].psnr > found[0].psnr + 3
    assert found[1].noise < found[0].noise / 2
    assert found[1].seconds > 0
    assert found[1].memory_mb >= 0


def test_without_a_clean_picture_there_are_figures_that_need_none():
    found = compare_methods(Photo(NOISY.copy()), ["nlm"], fake_tools())

    assert found[1].psnr is None
    assert found[1].ssim is None
    assert found[1].edge_px >= 0


@pytest.mark.parametrize(
    ("methods", "clean", "words"),
    [
        (["magic"], None, "no method called"),
        ([], None, "name at least one"),
        (["nlm"], CLEAN[:-1], "same size"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_a_sentence(methods, clean, words):
    with pytest.raises(UserError, match=words):
        compare_methods(Photo(NOISY.copy()), methods, fake_tools(), clean=clean)


def test_only_what_is_installed_is_offered():
    assert "denoiser" not in available_methods(fake_tools())
    assert set(available_methods(fake_tools(), with_blur=True)) == {"l0tv"}


def test_a_comparison_can_be_cancelled():
    tools = fake_tools().with_progress(Progress(is_cancelled=lambda: True))

    with pytest.raises(Cancelled):
        compare_methods(Photo(NOISY.copy()), ["nlm"], tools, DenoiseSettings())
