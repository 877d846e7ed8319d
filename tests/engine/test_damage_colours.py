import numpy as np
import pytest

from photorestore.core.pixels16 import Pixels16
from photorestore.engine.damage_colours import FEWEST, MOST, weigh_colours

PAPER, SEPIA = (0.80, 0.80, 0.86), (0.55, 0.45, 0.30)
CERTAIN, DOUBTFUL = (slice(10, 40), slice(10, 40)), (slice(60, 80), slice(60, 80))
OWN = (slice(90, 110), slice(10, 30))  # doubtful too, but it looks like the photograph


def scratched(side=128):
    rng = np.random.default_rng(3)
    pixels = np.full((side, side, 3), SEPIA, np.float32)
    pixels[CERTAIN] = pixels[DOUBTFUL] = PAPER
    pixels += rng.normal(0, 0.01, pixels.shape).astype(np.float32)
    logits = np.full((side, side), -5, np.float16)
    logits[CERTAIN] = 5
    logits[DOUBTFUL] = logits[OWN] = -0.5
    return pixels, logits


def test_what_looks_like_certain_damage_becomes_likelier_and_what_looks_like_the_picture_less_so():
    pixels, logits = scratched()

    weigh_colours(pixels, logits)

    assert logits[DOUBTFUL].min() > 1.5
    assert logits[OWN].max() < -2


def test_colour_moves_no_pixel_further_than_agreed():
    pixels, logits = scratched()
    before = logits.copy()

    weigh_colours(pixels, logits)

    assert logits.dtype == np.float16
    assert np.abs(logits - before).max() <= MOST + 0.01


@pytest.mark.parametrize("certain_px", [0, FEWEST - 1])
def test_of_too_few_certain_pixels_nothing_is_learned(certain_px):
    pixels, logits = scratched()
    logits[CERTAIN] = -0.5
    logits.reshape(-1)[:certain_px] = 5
    before = logits.copy()

    weigh_colours(pixels, logits)

    assert np.array_equal(logits, before)


def test_colours_by_which_damage_would_more_than_double_are_not_trusted():
    pixels, logits = scratched()
    pixels[100:] = PAPER
    logits[100:] = -1  # a white wall: 3,584 pixels beside the 900 that are certain
    before = logits.copy()

    weigh_colours(pixels, logits)

    assert np.array_equal(logits, before)


def test_a_picture_that_is_damaged_everywhere_is_no_error():
    pixels, logits = scratched()
    logits[:] = 5

    weigh_colours(pixels, logits)

    assert np.isfinite(logits).all()


def test_a_16_bit_picture_and_a_large_one_are_judged_alike():
    pixels, logits = scratched()
    deep, large = logits.copy(), np.kron(logits, np.ones((12, 12), np.float16))
    numbers = np.rint(pixels * 65535).astype(np.uint16)

    weigh_colours(pixels, logits)
    weigh_colours(Pixels16(numbers), deep)
    weigh_colours(np.kron(pixels, np.ones((12, 12, 1), np.float32)), large)

    assert np.abs(deep - logits).max() < 0.5
    assert np.abs(large[::12, ::12][DOUBTFUL] - logits[DOUBTFUL]).max() < 0.5
