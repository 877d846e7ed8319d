"""Wear is told from texture by what the translation networks would change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import pytest
from helpers import scene

from photorestore.core.errors import Cancelled
from photorestore.core.pixels16 import Pixels16
from photorestore.core.progress import Progress
from photorestore.engine.bundled_translation import LONGEST_PX
from photorestore.engine.tools import local_tools
from photorestore.engine.wear import PIECE_PX, measure_wear, repetition


@dataclass
class FakeTools:
    """A translator that turns all into `target` and remembers the sizes that it was shown."""

    target: float = 0.5
    progress: Progress = Progress()
    sizes: list = field(default_factory=list)

    def network(self, name):
        return self.draw

    def draw(self, planes, progress, wanted):
        progress.report(1)
        self.sizes.append(planes.shape[:2])
        return self.target - planes[..., :3]

    def with_progress(self, progress):
        return replace(self, progress=progress)


def flat(height, width, value):
    return np.full((height, width, 3), value, np.float32)


def test_shipped_networks_tell_grain_from_texture():
    tools, rng = local_tools("cpu"), np.random.default_rng(4)
    fine = scene(300, 400)
    grain = cv2.GaussianBlur(rng.normal(size=fine.shape[:2]).astype(np.float32), (0, 0), 1)
    grained = np.clip(fine + 10 / 255 * (grain / grain.std())[..., None], 0, 1).astype(np.float32)

    assert measure_wear(fine, "colour", tools) < 1.5 / 255
    assert measure_wear(grained, "colour", tools) > 3 / 255


def test_the_change_is_measured_as_a_share_of_full_scale():
    assert measure_wear(flat(300, 500, 0.4), "monochrome", FakeTools(target=0.46)) == pytest.approx(0.06, rel=0.01)


def test_damage_on_less_than_half_of_the_picture_does_not_count():
    torn = flat(800, 800, 0.5)
    torn[100:300, 100:300] = 1

    assert measure_wear(torn, "colour", FakeTools()) == pytest.approx(0, abs=1e-6)


def test_a_large_scan_is_looked_at_in_small_pieces_at_the_size_that_is_translated():
    large = Pixels16(np.full((2 * LONGEST_PX, 40, 3), 20000, np.uint16))
    seen = FakeTools()

    measure_wear(large, "colour", seen)

    assert set(seen.sizes) == {(PIECE_PX, 20)}


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (7, 300), (200, 90)])
def test_tiny_and_narrow_pictures_are_measured(size):
    assert measure_wear(flat(*size, 0.3), "monochrome", FakeTools(target=0.4)) == pytest.approx(0.1, rel=0.01)


def test_progress_reaches_the_whole_and_looking_can_be_cancelled():
    shares = []
    measure_wear(
        flat(500, 500, 0.3), "monochrome", FakeTools(progress=Progress(lambda share, text: shares.append(share)))
    )

    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    with pytest.raises(Cancelled):
        measure_wear(flat(500, 500, 0.3), "monochrome", FakeTools(progress=Progress(is_cancelled=lambda: True)))


def test_a_net_curtain_or_a_fence_that_would_go_is_no_wear_but_a_halftone_screen_is():
    rng = np.random.default_rng(1)
    noise = rng.normal(size=(400, 400, 1)).astype(np.float32).repeat(3, 2)
    rows, columns = np.mgrid[:400, :400].astype(np.float32)
    mesh = (np.sin(rows) * np.sin(columns))[..., None].repeat(3, 2) * 2

    def wear_of(planes, power):
        return measure_wear((0.5 + power / 255 * planes).astype(np.float32), "monochrome", FakeTools()) * 255

    assert wear_of(noise, 4) == pytest.approx(4, rel=0.1)
    assert wear_of(mesh, 4) == 0
    assert wear_of(mesh, 30) == pytest.approx(30, rel=0.1)


@pytest.mark.parametrize("side", [1, 3, 9, 20])
def test_tiny_pictures_repeat_nothing(side):
    assert repetition(np.random.default_rng(0).normal(size=(side, side)).astype(np.float32)) >= 0
