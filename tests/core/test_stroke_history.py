import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strokes_of_a_hand import HEIGHT, WIDTH, calm, strokes

from photorestore.core.mask_layers import MaskLayers
from photorestore.core.stroke_history import Journal, StrokeHistory

some_strokes = st.lists(strokes, min_size=1, max_size=6)


def painted(strokes_, **options):
    history = StrokeHistory(MaskLayers(WIDTH, HEIGHT), **options)
    for stroke in strokes_:
        history.paint(stroke)
    return history


def flags(history):
    return history.layers.flags.copy()


@calm
@given(some_strokes, st.sampled_from([0, 2**30]))
def test_undone_and_done_again_is_as_before(strokes_, budget):
    states, history = [], painted([], budget_bytes=budget)
    for stroke in strokes_:
        states.append(flags(history))
        history.paint(stroke)
    end = flags(history)

    for state in reversed(states):
        history.undo()
        assert np.array_equal(flags(history), state)
    assert not history.can_undo
    while history.can_redo:
        history.redo()
    assert np.array_equal(flags(history), end)


@calm
@given(some_strokes, st.integers(0, 6), st.booleans())
def test_a_journal_brings_the_layers_and_what_was_undone_back(strokes_, undone, is_restart):
    history = painted(strokes_)
    for _ in range(undone):
        history.undo()
    journal = Journal.from_bytes(history.journal.to_bytes()) if is_restart else history.journal
    back = StrokeHistory(MaskLayers(WIDTH, HEIGHT), journal)

    assert np.array_equal(flags(back), flags(history))
    for step in ("redo", "undo", "undo"):
        getattr(back, step)()
        getattr(history, step)()
        assert np.array_equal(flags(back), flags(history))


@calm
@given(some_strokes, strokes)
def test_a_new_stroke_forgets_what_was_undone(strokes_, stroke):
    history = painted(strokes_)
    history.undo()
    history.paint(stroke)

    assert not history.can_redo
    assert history.journal.strokes == (*strokes_[:-1], stroke)


@calm
@given(some_strokes)
def test_the_oldest_patches_go_when_they_need_too_much_room(strokes_):
    journal = painted(strokes_, budget_bytes=0).journal

    assert all(patch is None or not patch.tiles for patch in journal.patches[:-1])
    assert journal.patches[-1] is not None


def test_what_is_no_journal_is_refused():
    with pytest.raises(ValueError, match="no journal"):
        Journal.from_bytes(b"nothing")
