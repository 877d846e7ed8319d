import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strokes_of_a_hand import calm, paths, strokes

from photorestore.core.chances import ChanceMap
from photorestore.core.defects import find_defects
from photorestore.core.geometry import Box
from photorestore.core.mask import make_mask
from photorestore.core.mask_layers import FOUND, PAINTED
from photorestore.core.strokes import Action, Dab, Kind
from photorestore.gui.mask_jobs import MaskJobs
from photorestore.gui.state.defect_walk import Decision
from photorestore.gui.state.mask_editor import MaskEditor

WIDTH, HEIGHT = 120, 90


def damage_map():
    """Two certain scratches and one that is only likely."""
    damage = np.zeros((HEIGHT, WIDTH), np.float32)
    damage[10:80, 20:22] = 0.999
    damage[10:12, 40:100] = 0.998
    damage[60:62, 40:100] = 0.6
    damage[60:62, 40:60] = 0.9
    return damage


def made(width=WIDTH, height=HEIGHT, **options):
    editor = MaskEditor()
    editor.spots_wanted.connect(lambda job, chances, s: editor.on_spots(job, find_defects(chances.plane, s)))
    editor.open(width, height, **options)
    editor.change_settings(threshold=0.8)  # between the two kinds of damage in the map
    return editor


@pytest.fixture
def editor(qapp):
    return made()


@pytest.fixture
def detected(editor, qtbot):
    with qtbot.waitSignal(editor.settled):
        editor.set_chances(ChanceMap.of(damage_map()))
    return editor


def paint(editor, action=Action.ADD, at=(70, 40), radius=6):
    editor.begin(action, Dab.at(*at, radius))
    editor.extend(Dab.at(at[0] + 10, at[1], radius))
    editor.finish()


def test_a_stroke_is_seen_where_it_was_painted(editor, qtbot):
    with qtbot.waitSignal(editor.area_changed) as changed:
        paint(editor)

    box = changed.args[0]
    assert box.left < 65
    assert box.width < 30
    assert editor.mask()[40, 70:80].all()
    assert editor.kinds(0, Box(70, 40, 80, 41)).tolist() == [[PAINTED] * 10]


def test_a_stroke_is_told_for_the_journal(editor, qtbot):
    with qtbot.waitSignal(editor.stroke_done) as done:
        paint(editor, Action.ERASE)

    assert done.args[0] == editor.journal.strokes[-1]
    assert (done.args[0].kind, done.args[0].action) == (Kind.BRUSH, Action.ERASE)


@calm
@given(st.lists(paths, min_size=1, max_size=4), st.sampled_from([Action.ADD, Action.ERASE]))
def test_the_journal_painted_again_is_what_was_painted_by_hand(qapp, by_hand, action):
    editor = made(61, 43)
    for path in by_hand:
        editor.begin(action, path.dabs[0], path.softness)
        for dab in path.dabs[1:]:
            editor.extend(dab)
        editor.finish()
    again = made(61, 43)
    for stroke in editor.journal.strokes:
        again.do(stroke)

    whole = Box(0, 0, 61, 43)
    assert np.array_equal(again.flags(whole), editor.flags(whole))


@calm
@given(st.lists(strokes, min_size=1, max_size=5), st.integers(0, 4))
def test_undo_survives_another_photograph(qapp, done, undone):
    editor = made(61, 43)
    for stroke in done:
        editor.do(stroke)
    for _ in range(undone):
        editor.undo()
    whole = Box(0, 0, 61, 43)
    before = editor.flags(whole).copy()
    journal = editor.close()
    editor.open(200, 100)
    paint(editor)
    editor.close()
    editor.open(61, 43, journal)

    assert np.array_equal(editor.flags(whole), before)
    assert editor.can_redo == (undone > 0)
    for _ in range(len(done)):
        editor.undo()
    assert not editor.flags(whole).any()


def test_an_abandoned_stroke_leaves_nothing(editor):
    editor.begin(Action.ADD, Dab.at(30, 30, 5))
    editor.extend(Dab.at(60, 30, 5))
    editor.undo()

    assert not editor.mask().any()
    assert not editor.can_undo


def test_the_map_is_seen_at_once_and_exact_after_a_moment(editor, qtbot):
    with qtbot.waitSignal(editor.settled):
        editor.set_chances(ChanceMap.of(damage_map()))
        assert editor.is_settling
        assert editor.kinds(0, Box(20, 10, 22, 80)).min() == FOUND

    assert not editor.is_settling
    expected = make_mask(damage_map(), editor.edits, editor.settings, (HEIGHT, WIDTH))
    assert np.array_equal(editor.mask(), expected)


def test_another_threshold_needs_no_detector_and_keeps_what_was_painted(detected, qtbot):
    paint(detected)
    paint(detected, Action.ERASE, at=(20, 20))
    with qtbot.waitSignal(detected.settled):
        detected.change_settings(threshold=0.4, minimum_px=3, grow_px=2)

    expected = make_mask(damage_map(), detected.edits, detected.settings, (HEIGHT, WIDTH))
    assert expected[60, 90]
    assert np.array_equal(detected.mask(), expected)
    assert np.array_equal(detected.edits_as_seen.added, expected)


def test_while_the_slider_moves_the_view_shows_what_will_come(detected, qtbot):
    whole = Box(0, 0, WIDTH, HEIGHT)
    with qtbot.waitSignal(detected.settled):
        detected.change_settings(threshold=0.4)
        at_once = detected.kinds(0, whole).copy()

    assert np.array_equal(at_once, detected.kinds(0, whole))


def test_an_answer_to_an_older_question_is_dropped(editor, qtbot):
    editor.set_chances(ChanceMap.of(damage_map()))
    old = editor._settling._job
    editor.change_settings(threshold=0.5)
    editor.on_spots(old, find_defects(np.full((HEIGHT, WIDTH), 255, np.uint8), editor.settings))
    with qtbot.waitSignal(editor.settled):
        pass

    assert editor.mask().mean() < 0.2


def test_one_click_takes_a_scratch_and_another_drops_it(editor):
    damage = damage_map()
    editor.set_chances(ChanceMap.of(damage * 0.5))  # below the threshold, so not marked
    editor.click_defect(24, 40, reach_px=4, blob_px=5)

    assert np.array_equal(editor.edits.added, (damage > 0) & (np.arange(WIDTH) < 30))
    editor.click_defect(21, 50, reach_px=4, blob_px=5)
    assert editor.edits.added is None
    assert len(editor.journal.strokes) == 2


def test_a_click_where_nothing_is_says_so(detected, qtbot):
    with qtbot.waitSignal(detected.trouble):
        detected.click_defect(100, 80, reach_px=4, blob_px=5)

    assert not detected.can_undo


def test_inside_a_line_also_faint_damage_is_found(editor, qtbot):
    damage = damage_map() * 0.5
    editor.set_chances(ChanceMap.of(damage))
    editor.search_lasso(Action.ADD, ((10, 0), (30, 0), (30, 90), (10, 90)))

    assert editor.mask()[10:80, 20:22].all()
    assert not editor.edits.added[:, 40:].any()
    with qtbot.waitSignal(editor.trouble):
        editor.search_lasso(Action.ADD, ((100, 70), (110, 70), (110, 80)))


def test_without_a_map_a_click_looks_at_the_photograph(qapp):
    picture = np.full((HEIGHT, WIDTH, 3), 60, np.uint8)
    cv2.circle(picture, (50, 45), 6, (250, 250, 250), cv2.FILLED)
    editor = made(look=lambda box: picture[box.slices].copy())
    editor.click_defect(50, 45, reach_px=4, blob_px=4)

    assert 80 < editor.mask().sum() < 250


def test_a_scratch_is_followed_in_the_photograph(qapp):
    picture = np.full((HEIGHT, WIDTH, 3), 60, np.uint8)
    cv2.polylines(picture, [np.array([[10, 40], [60, 48], [110, 40]])], False, (220, 220, 220), 2)
    editor = made(look=lambda box: picture[box.slices].copy())
    editor.draw_scratch(Action.ADD, Dab.at(10, 40, 10), Dab.at(110, 40, 10))

    assert editor.mask()[48, 60]
    assert not editor.mask()[40, 60]
    assert editor.journal.strokes[-1].kind is Kind.SCRATCH


def test_grown_and_shrunk_again_is_the_same_mask(detected):
    paint(detected)
    before = detected.mask()
    detected.grow()
    grown = detected.mask().sum()
    detected.shrink()

    assert grown > before.sum()
    assert np.array_equal(detected.mask(), before)


def test_inverted_twice_is_the_same_mask(detected):
    before = detected.mask()
    detected.invert()
    assert np.array_equal(detected.mask(), ~before)

    detected.invert()
    assert np.array_equal(detected.mask(), before)


def test_cleared_nothing_is_damage_and_reset_only_what_was_found(detected):
    found = detected.mask()
    paint(detected)
    detected.clear()
    assert not detected.mask().any()

    detected.reset()
    assert np.array_equal(detected.mask(), found)
    assert detected.edits.added is None


def test_defects_are_walked_kept_and_dropped(detected):
    walk = detected.defects
    assert len(walk.all) == 2
    walk.step(1)
    first = walk.current
    walk.drop()
    walk.step(1)
    walk.keep()

    assert walk.decision(first) is Decision.DROPPED
    assert walk.decision(walk.current) is Decision.KEPT
    assert not detected.mask()[first.seed[1], first.seed[0]]
    walk.step(1)
    assert walk.current == first
    detected.undo()
    detected.undo()
    assert walk.decision(first) is Decision.NONE


def test_a_kept_defect_outlives_a_stricter_threshold(detected, qtbot):
    detected.defects.step(-1)
    kept = detected.defects.current
    detected.defects.keep()
    with qtbot.waitSignal(detected.settled):
        detected.change_settings(minimum_px=5000)

    assert detected.mask()[kept.seed[1], kept.seed[0]]
    assert detected.defects.all == ()


def test_masks_go_to_a_file_and_come_back(detected, qtbot, tmp_path):
    jobs = MaskJobs()
    paint(detected)
    mask = detected.mask()
    with qtbot.waitSignal(jobs.was_written) as written:
        jobs.write(7, mask, tmp_path / "mask.png", tmp_path / "photo.png")
    detected.clear()
    with qtbot.waitSignal(jobs.was_read) as read:
        jobs.read(7, written.args[1], WIDTH, HEIGHT)
    detected.replace_mask(read.args[1])

    assert np.array_equal(detected.mask(), mask)
    jobs.close()


@pytest.mark.parametrize("name", ["its own photograph.png", "another of the library.png"])
def test_a_mask_is_never_written_over_an_original(qtbot, tmp_path, qapp, detected, name):
    own, other = tmp_path / "its own photograph.png", tmp_path / "another of the library.png"
    jobs = MaskJobs(other.samefile)
    for path in (own, other):
        path.write_bytes(b"a photograph")
    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.write(7, detected.mask(), tmp_path / name, own)

    assert "is the original photo" in failed.args[0]
    assert (tmp_path / name).read_bytes() == b"a photograph"
    jobs.close()


def test_a_mask_that_does_not_fit_is_refused_in_words(qtbot, tmp_path, qapp):
    jobs = MaskJobs()
    cv2.imwrite(str(tmp_path / "mask.png"), np.zeros((4, 4), np.uint8))
    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.read(1, tmp_path / "mask.png", WIDTH, HEIGHT)

    assert "4 × 4" in failed.args[0]
    jobs.close()


def test_spots_are_found_away_from_the_window(qtbot, qapp):
    editor, jobs = MaskEditor(), MaskJobs()
    editor.spots_wanted.connect(jobs.find_spots)
    jobs.were_found.connect(editor.on_spots)
    editor.open(WIDTH, HEIGHT)
    with qtbot.waitSignal(editor.settled):
        editor.change_settings(threshold=0.8)
        editor.set_chances(ChanceMap.of(damage_map()))

    assert len(editor.defects.all) == 2
    jobs.close()


def test_without_its_map_only_what_was_painted_is_left(detected):
    paint(detected)
    detected.set_chances(None)

    assert np.array_equal(detected.mask(), detected.edits.added)
    assert (detected.defects.all, detected.has_map) == ((), False)


def test_nothing_open_is_no_trouble(qapp):
    editor = MaskEditor()
    editor.undo()
    editor.clear()
    editor.finish()
    editor.set_chances(ChanceMap.of(damage_map()))

    assert editor.close().strokes == ()


@pytest.mark.parametrize("act", ["grow", "shrink", "invert"])
def test_the_whole_mask_is_changed_as_it_is_seen_even_while_the_slider_still_moves(detected, qtbot, act):
    with qtbot.waitSignal(detected.settled):
        detected.change_settings(threshold=0.4)
    getattr(detected, act)()
    expected = detected.mask().copy()
    detected.undo()
    with qtbot.waitSignal(detected.settled):
        detected.change_settings(threshold=0.99)
    with qtbot.waitSignal(detected.settled):
        detected.change_settings(threshold=0.4)
        getattr(detected, act)()

    assert np.array_equal(detected.mask(), expected)


def test_what_waits_for_the_exact_mask_is_not_done_to_another_photograph(detected, qtbot):
    done = []
    detected.change_settings(threshold=0.4)
    detected.when_settled(lambda: done.append(1))
    detected.open(WIDTH, HEIGHT)
    detected.set_chances(ChanceMap.of(damage_map()))
    with qtbot.waitSignal(detected.settled):
        pass

    assert done == []
