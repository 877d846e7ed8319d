import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strokes_of_a_hand import HEIGHT, WIDTH, calm, paths, strokes

from photorestore.core.geometry import Box
from photorestore.core.mask import make_mask
from photorestore.core.mask_layers import FOUND, KIND_OF_FLAGS, PAINTED, MaskLayers, greatest_of_four
from photorestore.core.stages import ScratchSettings
from photorestore.core.strokes import Action, Dab, Everything, Kind, Path, Stroke, covers

DAB = Path((Dab.at(20, 20, 8),))


def brush(action, shape=DAB):
    return Stroke(Kind.BRUSH, action, shape)


@pytest.fixture
def found(rng):
    return rng.random((HEIGHT, WIDTH)) > 0.7


@pytest.fixture
def layers(found):
    made = MaskLayers(WIDTH, HEIGHT)
    made.set_automatic(found)
    return made


def test_painting_adds_and_takes_from_the_erased(layers):
    layers.paint(brush(Action.ERASE))
    layers.paint(brush(Action.ADD))
    edits = layers.edits()

    assert edits.added is not None
    assert edits.erased is None
    assert layers.mask()[edits.added].all()


def test_erasing_drops_the_automatic_mask_and_takes_from_the_added(layers, found):
    layers.paint(brush(Action.ADD))
    layers.paint(brush(Action.ERASE))
    edits = layers.edits()

    assert edits.added is None
    assert np.array_equal(layers.mask(), found & ~edits.erased)


def test_forgetting_brings_the_automatic_mask_back(layers, found):
    layers.paint(brush(Action.ERASE))
    layers.paint(brush(Action.FORGET, Everything()))

    assert np.array_equal(layers.mask(), found)


def test_replacing_makes_the_shape_the_whole_mask(layers):
    layers.paint(brush(Action.REPLACE))
    shape = np.zeros((HEIGHT, WIDTH), bool)
    for box, cover in covers(DAB, WIDTH, HEIGHT):
        shape[box.slices] |= cover > 0

    assert np.array_equal(layers.mask(), shape)


@calm
@given(st.lists(strokes, max_size=6))
def test_the_engine_makes_the_mask_that_is_seen(painted):
    damage = np.random.default_rng(1).random((HEIGHT, WIDTH)).astype(np.float32)
    settings = ScratchSettings(threshold=0.9, minimum_px=0, grow_px=0)
    layers = MaskLayers(WIDTH, HEIGHT)
    layers.set_automatic(make_mask(damage, MaskLayers(WIDTH, HEIGHT).edits(), settings, damage.shape))
    for stroke in painted:
        layers.paint(stroke)

    assert np.array_equal(make_mask(damage, layers.edits(), settings, damage.shape), layers.mask())


@calm
@given(st.lists(strokes, max_size=4), strokes)
def test_a_patch_takes_its_stroke_back_and_does_it_again(before, stroke):
    layers = MaskLayers(WIDTH, HEIGHT)
    for other in before:
        layers.paint(other)
    without = layers.flags.copy()
    dirty, patch = layers.paint(stroke)
    with_it = layers.flags.copy()

    changed = np.argwhere(without != with_it)
    assert all(dirty.left <= x < dirty.right and dirty.top <= y < dirty.bottom for y, x in changed)
    layers.lay(patch)
    assert np.array_equal(layers.flags, without)
    layers.lay(patch)
    assert np.array_equal(layers.flags, with_it)


@calm
@given(paths, st.sampled_from([Action.ADD, Action.ERASE]))
def test_a_path_painted_live_is_the_path_painted_at_once(path, action):
    live, replayed = MaskLayers(WIDTH, HEIGHT), MaskLayers(WIDTH, HEIGHT)
    for a, b in path.pieces():
        live.paint_piece(action, a, b, path.softness)
    replayed.paint(brush(action, path))

    assert np.array_equal(live.flags, replayed.flags)


def test_taking_a_stroke_back_leaves_a_new_automatic_mask(layers, found):
    _, patch = layers.paint(brush(Action.ADD))
    layers.set_automatic(~found)
    layers.lay(patch)

    assert np.array_equal(layers.mask(), ~found)


@calm
@given(st.lists(strokes, max_size=4), st.integers(0, 2**32 - 1))
def test_smaller_levels_are_what_the_full_one_says(painted, seed):
    layers = MaskLayers(1301, 703)
    layers.set_automatic(np.random.default_rng(seed).random((40, 1301)) > 0.99, top=630)
    for stroke in painted:
        layers.paint(stroke)

    kinds = KIND_OF_FLAGS[layers.flags]
    assert len(layers.levels) == 4
    for level in layers.levels[1:]:
        kinds = greatest_of_four(kinds)
        assert np.array_equal(level, kinds)


def test_a_thin_scratch_is_kept_in_every_level():
    layers = MaskLayers(5000, 3000)
    scratch = np.zeros((3000, 5000), bool)
    scratch[1501] = True
    layers.set_automatic(scratch)

    assert len(layers.levels) > 2
    assert all((level == FOUND).any(axis=0).all() for level in layers.levels[1:])
    layers.paint(brush(Action.ADD, Path((Dab.at(2500, 1501, 20),))))
    assert all((level == PAINTED).any() for level in layers.levels[1:])


def test_a_part_of_the_mask_is_that_part(layers):
    assert np.array_equal(layers.mask(Box(5, 6, 30, 20)), layers.mask()[6:20, 5:30])
