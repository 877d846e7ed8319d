import pytest
from gui.state.conftest import FACE, SUGGESTED, kept

from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.core.stages import EnlargeSettings, PrepareSettings, ScratchSettings
from photorestore.gui.kept_work import Suggested
from photorestore.gui.state.open_photo import Phase
from photorestore.gui.state.pace import Pace
from photorestore.gui.state.restoring import LARGEST_PREVIEW_PX


def test_only_a_photograph_that_nobody_examined_is_examined(desk, asked, player, ids, photo):
    player.work[ids[1]] = kept(photo, suggested=Suggested(SUGGESTED, ("It has some grain.",)))
    player.open(ids[0])
    player.open(ids[1])

    assert len(asked.of("diagnosis")) == 1
    assert desk.session.current.wanted == SUGGESTED


def test_leaving_a_photograph_cancels_its_diagnosis_and_drops_the_answer(desk, asked, player, ids):
    player.open(*ids)
    desk.session.step(1)
    player.diagnose()

    assert asked.of("cancel") == [(asked.of("diagnosis")[0][0],)]
    assert desk.session.photos[0].suggested is None


def test_restoring_follows_the_diagnosis_with_its_faces(desk, asked, player, ids):
    player.open(ids[0])
    player.diagnose(faces=(FACE,))
    desk.faces.on_faces(ids[0], ())
    desk.restoring.restore()
    _, source, recipe = asked.of("restoration")[0]

    assert recipe == SUGGESTED
    assert source.faces == ()
    assert asked.of("suggestion")[0][2] == (FACE,)


def test_restoring_does_not_wait_for_a_diagnosis(desk, asked, player, ids):
    player.open(ids[0])
    desk.restoring.restore()

    assert asked.of("cancel") == [asked.of("diagnosis")[0][:1]]
    assert asked.of("restoration")[0][1].faces is None


def test_a_photograph_that_needs_nothing_is_left_alone(desk, asked, player, ids):
    player.open(ids[0])
    player.diagnose(Recipe(prepare=PrepareSettings(enabled=False), scratches=ScratchSettings(enabled=False)))
    desk.restoring.restore()

    assert desk.session.current.needs_nothing
    assert asked.of("restoration") == []


def test_a_result_is_kept_without_being_asked(desk, asked, player, ids):
    player.open(ids[0])
    player.diagnose()
    desk.restoring.restore()
    player.finish()
    assert asked.of("result")[0][0] == ids[0]
    assert desk.session.current.phase is Phase.KEEPING
    version = player.keep(ids[0])

    assert (desk.session.current.version, desk.session.current.phase) == (version, Phase.IDLE)


def test_a_result_of_a_photograph_no_longer_shown_is_kept_without_its_picture(desk, asked, player, ids):
    player.open(*ids)
    player.diagnose()
    desk.restoring.restore()
    desk.session.step(1)
    player.finish()
    player.keep(ids[0])

    assert desk.session.photos[0].version is not None
    assert desk.session.photos[0].restored_picture is None


def test_an_answer_to_an_older_job_is_dropped(desk, asked, player, ids):
    player.open(ids[0])
    desk.restoring.restore()
    desk.restoring.on_cancelled(asked.of("restoration")[0][0])
    player.finish()

    assert len([name for name, *_ in asked.all if name == "result_wanted"]) == 0
    assert desk.session.current.can_restore


def test_closing_a_photograph_cancels_its_restoration(desk, asked, player, ids):
    player.open(ids[0])
    player.diagnose()
    desk.restoring.restore()
    desk.session.close(ids[0])

    assert asked.of("cancel")[-1] == asked.of("restoration")[0][:1]


def test_a_newer_preview_cancels_the_running_one_and_the_old_stays_until_then(desk, asked, player, ids):
    player.open(ids[0])
    player.diagnose()
    desk.restoring.preview(Box(0, 0, 20, 20))
    first = asked.of("part")[0]
    desk.restoring.on_previewed(first[0], "first", first[3])
    desk.restoring.preview(Box(0, 0, 30, 30))
    desk.restoring.preview(Box(0, 0, 40, 40))
    second, third = asked.of("part")[1:]
    desk.restoring.on_previewed(second[0], "second", second[3])

    assert (second[0],) in asked.of("cancel")
    assert desk.restoring.patch.picture == "first"
    desk.restoring.on_previewed(third[0], "third", third[3])
    assert (desk.restoring.patch.picture, desk.restoring.patch.box) == ("third", Box(0, 0, 40, 40))


def test_of_a_large_view_the_middle_is_previewed(desk, asked, player, ids, photo):
    player.open(ids[0])
    desk.session.change(ids[0], facts=type(desk.session.current.facts)(9000, 6000, 8))
    desk.restoring.preview(Box(0, 0, 9000, 6000))
    box = asked.of("part")[0][3]

    assert 0.99 * LARGEST_PREVIEW_PX < box.area <= LARGEST_PREVIEW_PX
    assert (box.left + box.right, box.top + box.bottom) == pytest.approx((9000, 6000), abs=2)


def test_the_estimate_comes_from_what_was_done_here(desk, player, ids):
    player.open(ids[0])
    player.diagnose()
    assert desk.restoring.expected_seconds() is None
    desk.restoring.restore()
    player.finish()
    player.keep(ids[0])
    assert desk.restoring.expected_seconds() == pytest.approx(4.0)
    desk.recipes.set_stage("enlarge", EnlargeSettings(enabled=True))

    assert desk.restoring.expected_seconds() is None


def test_a_quick_run_from_finished_steps_lowers_the_estimate_slowly():
    kept = {}
    pace = Pace(kept.get, kept.__setitem__)
    pace.learn(Recipe(), 2.0, 20.0)
    pace.learn(Recipe(), 2.0, 0.2)

    assert pace.seconds(Recipe(), 1.0) == pytest.approx(8.02)
