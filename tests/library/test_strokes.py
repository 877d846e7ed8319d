import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library.made_library import add_row

from photorestore.library.database import open_library
from photorestore.library.photos import State, photo_by_id
from photorestore.library.strokes import (
    CHECKPOINT_EVERY,
    UNDO_KEPT,
    Layer,
    append_stroke,
    load_journal,
    mask_parameters,
    redo_stroke,
    save_checkpoint,
    set_mask_parameters,
    undo_stroke,
)


def paint(library, photo_id, *payloads):
    for payload in payloads:
        append_stroke(library, photo_id, Layer.ADDED, "brush", payload)


def picture(journal):
    """The mask, if a stroke appends its bytes and a checkpoint is what was there before."""
    return (journal.checkpoint or b"") + b"".join(stroke.payload for stroke in journal.strokes)


def test_strokes_come_back_in_order_with_layer_and_kind(library, photo_id):
    append_stroke(library, photo_id, Layer.ADDED, "brush", b"\0\xff")
    append_stroke(library, photo_id, Layer.ERASED, "line", b"2")

    journal = load_journal(library, photo_id)

    assert [(one.number, one.layer, one.kind, one.payload) for one in journal.strokes] == [
        (1, Layer.ADDED, "brush", b"\0\xff"),
        (2, Layer.ERASED, "line", b"2"),
    ]
    assert (journal.can_undo, journal.can_redo) == (True, False)


def test_undo_survives_a_restart(library, photo_id):
    paint(library, photo_id, b"a", b"b", b"c")
    assert undo_stroke(library, photo_id).payload == b"c"
    library.close()

    again = open_library(library.path)

    assert picture(load_journal(again, photo_id)) == b"ab"
    assert redo_stroke(again, photo_id).payload == b"c"
    assert picture(load_journal(again, photo_id)) == b"abc"
    again.close()


def test_a_new_stroke_ends_what_could_be_redone(library, photo_id):
    paint(library, photo_id, b"a", b"b")
    undo_stroke(library, photo_id)
    paint(library, photo_id, b"c")

    assert redo_stroke(library, photo_id) is None
    assert picture(load_journal(library, photo_id)) == b"ac"


def test_there_is_an_end_to_undo(library, photo_id):
    paint(library, photo_id, b"a")

    assert undo_stroke(library, photo_id) is not None
    assert undo_stroke(library, photo_id) is None
    assert not load_journal(library, photo_id).can_undo


def test_a_mask_puts_a_photo_in_work_until_it_is_undone(library, photo_id):
    paint(library, photo_id, b"a")
    assert photo_by_id(library, photo_id).state is State.IN_WORK

    undo_stroke(library, photo_id)
    assert photo_by_id(library, photo_id).state is State.NOT_RESTORED


def test_each_photo_has_its_own_journal(library, photo_id):
    other = add_row(library, "b.jpg")
    paint(library, photo_id, b"a")
    paint(library, other, b"b")
    undo_stroke(library, other)

    assert picture(load_journal(library, photo_id)) == b"a"
    assert load_journal(library, other).strokes == ()


def test_a_long_journal_is_short_to_load_and_can_still_be_undone(library, photo_id):
    with library.transaction():
        for number in range(UNDO_KEPT + 250):
            paint(library, photo_id, b"%d " % number)
            journal = load_journal(library, photo_id)
            if journal.wants_checkpoint:
                save_checkpoint(library, photo_id, journal.applied, picture(journal))

    journal = load_journal(library, photo_id)
    assert picture(journal) == b"".join(b"%d " % number for number in range(UNDO_KEPT + 250))
    assert len(journal.strokes) < CHECKPOINT_EVERY
    assert library.row("SELECT count(*) FROM stroke")[0] < UNDO_KEPT + 2 * CHECKPOINT_EVERY
    with library.transaction():
        for _ in range(UNDO_KEPT):
            assert undo_stroke(library, photo_id) is not None
    assert picture(load_journal(library, photo_id)) == b"".join(b"%d " % number for number in range(250))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["stroke", "undo", "redo", "checkpoint"]), max_size=25))
def test_whatever_is_done_the_mask_is_what_a_plain_list_says(library, steps):
    with library.transaction():
        photo_id = add_row(library, str(library.row("SELECT count(*) FROM photo")[0]))
        done, undone = [], []
        for number, step in enumerate(steps):
            if step == "stroke":
                paint(library, photo_id, b"%d " % number)
                done, undone = [*done, b"%d " % number], []
            elif step == "undo":
                stroke = undo_stroke(library, photo_id)
                assert (stroke is None) == (not done)
                undone += [done.pop()] if done else []
            elif step == "redo":
                redo_stroke(library, photo_id)
                done += [undone.pop()] if undone else []
            elif done:
                journal = load_journal(library, photo_id)
                save_checkpoint(library, photo_id, journal.applied, picture(journal))
            assert picture(load_journal(library, photo_id)) == b"".join(done)


def test_mask_parameters_are_kept_beside_the_strokes(library, photo_id):
    paint(library, photo_id, b"a")
    set_mask_parameters(library, photo_id, '{"threshold": 0.4}')
    paint(library, photo_id, b"b")

    assert mask_parameters(library, photo_id) == '{"threshold": 0.4}'
    assert picture(load_journal(library, photo_id)) == b"ab"


def test_an_unknown_layer_is_refused(library, photo_id):
    with pytest.raises(Exception, match="CHECK constraint"):
        append_stroke(library, photo_id, "other", "brush", b"")
