"""BM3D's package is asked for pieces that it can take, may be missing, and is not waited for after a cancel."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from fake_networks import fake_tools
from helpers import scene

from photorestore.core.errors import Cancelled
from photorestore.core.progress import Progress
from photorestore.engine.methods.block_matching import SMALLEST_SIDE, block_matching
from photorestore.engine.methods.method import Wear


def halved(asked):
    """A library that halves what it gets and remembers it."""

    def library():
        def clean(picture, sigma):
            asked.append((picture.shape, sigma))
            return picture.astype(np.float64) / 2

        return clean

    return library


@pytest.mark.parametrize("shape", [(1, 1, 1), (5, 40, 3), (300, 280, 1)])
def test_every_size_comes_back_and_the_package_never_gets_a_tiny_one(shape):
    planes, asked = np.ascontiguousarray(scene(300, 280)[: shape[0], : shape[1], : shape[2]]), []

    clean = block_matching(halved(asked))(planes, Wear(0.1), fake_tools())

    assert np.allclose(clean, planes / 2, atol=1e-6)
    assert min(min(size[:2]) for size, _ in asked) >= SMALLEST_SIDE
    assert {sigma for _, sigma in asked} == {0.1}
    assert {len(size) for size, _ in asked} == {2 if shape[2] == 1 else 3}


def test_a_cancel_does_not_wait_for_the_package():
    going_on, is_cancelled = threading.Event(), threading.Event()

    def library():
        def clean(picture, sigma):
            is_cancelled.set()
            going_on.wait(20)
            return picture

        return clean

    tools = fake_tools().with_progress(Progress(is_cancelled=is_cancelled.is_set))
    started = time.monotonic()
    with pytest.raises(Cancelled):
        block_matching(library)(scene(40, 40), Wear(0.1), tools)
    took = time.monotonic() - started
    going_on.set()

    assert took < 5
