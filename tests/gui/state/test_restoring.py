from dataclasses import replace

import pytest
from gui.state.conftest import FACE, SUGGESTED, a_version, kept

from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.core.stages import EnlargeSettings, PrepareSettings, ScratchSettings
from photorestore.core.strokes import Action, Dab
from photorestore.gui.kept_work import Suggested
from photorestore.gui.state.open_photo import Phase
from photorestore.gui.state.pace import Pace
from photorestore.gui.state.restoring import LARGEST_PREVIEW_PX
from photorestore.library.faces import FaceDecision

KNOWN = FaceDecision(3, FACE.box, FACE.landmarks, FACE.confidence, True, None, False, False)


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
    desk.faces.on_faces(ids[0], (replace(KNOWN, enabled=False),))
    desk.restoring.restore()
    _, source, recipe = asked.of("restoration")[0]

    assert recipe == SUGGESTED
    assert [face.enabled for face in source.faces] == [False]
    assert asked.of("suggestion")[0][2] == (FACE,)


def test_faces_are_restored_before_the_library_has_written_them_down(desk, asked, player, ids):
    drawn = replace(KNOWN, id=4, box=Box(60, 10, 80, 34), by_hand=True)
    player.open(ids[0])
    player.diagnose(faces=(FACE,))
    desk.faces.on_faces(ids[0], (drawn,))
    desk.restoring.preview(Box(0, 0, 20, 20))
    desk.restoring.restore()

    assert [face.box for face in asked.of("part")[0][1].faces] == [drawn.box, FACE.box]
    assert [face.box for face in asked.of("restoration")[0][1].faces] == [drawn.box, FACE.box]


def test_a_face_that_was_known_before_is_restored_once(desk, asked, player, ids, photo):
    player.work[ids[0]] = kept(photo, faces=(replace(KNOWN, enabled=False, decided=True),))
    player.open(ids[0])
    player.diagnose(faces=(FACE,))
    desk.restoring.restore()

    assert [face.enabled for face in asked.of("restoration")[0][1].faces] == [False]


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


def test_a_cancelled_restoration_is_over_at_once(desk, asked, player, ids):
    player.open(ids[0])
    player.diagnose()
    desk.restoring.restore()
    desk.restoring.cancel()
    assert asked.of("cancel")[-1] == asked.of("restoration")[0][:1]
    assert desk.session.current.can_restore
    player.finish()

    assert desk.session.current.phase is Phase.IDLE


def test_a_result_is_kept_though_its_photograph_could_not_be_read_again(desk, player, ids):
    player.open(*ids)
    player.diagnose()
    desk.restoring.restore()
    desk.session.step(1)
    desk.session.step(-1)
    desk.session.on_not_read(ids[0], "a.png is gone.")
    player.finish()
    version = player.keep(ids[0])

    assert (desk.session.current.version, desk.session.current.phase) == (version, Phase.UNREADABLE)


def test_a_newer_result_is_shown_in_the_end_whatever_is_read_meanwhile(desk, asked, player, ids, photo):
    player.work[ids[0]] = kept(photo, versions=(a_version(ids[0], 5),), suggested=Suggested(SUGGESTED, ()))
    player.open(*ids)
    desk.restoring.restore()
    player.finish()
    desk.session.step(1)
    desk.session.step(-1)
    player.read(ids[0])
    desk.session.on_result_read(ids[0], 5, "older")
    player.keep(ids[0], 7)

    assert desk.session.current.restored_picture is None
    assert asked.of("result")[-1][:2] == (ids[0], 7)


def test_where_a_result_cannot_be_kept_the_one_before_is_shown(desk, asked, player, ids, photo):
    player.work[ids[0]] = kept(photo, versions=(a_version(ids[0], 5),), suggested=Suggested(SUGGESTED, ()))
    player.open(ids[0])
    desk.restoring.restore()
    player.finish()
    desk.restoring.on_result_not_kept(ids[0], "The disk is full.")

    assert (desk.session.current.version.id, desk.session.current.phase) == (5, Phase.IDLE)
    assert [entry[1] for entry in asked.of("result") if len(entry) == 3] == [5, 5]


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


@pytest.mark.parametrize("is_done", [True, False])
def test_a_preview_goes_when_the_settings_change_and_stays_while_one_paints(desk, asked, player, ids, is_done):
    player.open(ids[0])
    player.diagnose()
    desk.restoring.preview(Box(0, 0, 20, 20))
    job, _, _, box = asked.of("part")[0]
    if is_done:
        desk.restoring.on_previewed(job, "picture", box)
    desk.editor.begin(Action.ADD, Dab.at(40, 30, 5))
    desk.editor.finish()
    assert ((desk.restoring.patch is not None), desk.restoring.is_previewing) == (is_done, not is_done)
    desk.recipes.change("denoise", strength=0.2)
    desk.restoring.on_previewed(job, "picture", box)

    assert (desk.restoring.patch, desk.restoring.is_previewing) == (None, False)


def test_a_preview_goes_when_a_face_is_decided(desk, asked, player, ids):
    player.open(ids[0])
    player.diagnose()
    desk.faces.on_faces(ids[0], (KNOWN,))
    desk.restoring.preview(Box(0, 0, 20, 20))
    desk.faces.decide(KNOWN, enabled=False, strength=None)

    assert not desk.restoring.is_previewing


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
