"""Every method has its turn on the patch; one is taken; nothing of an older trial is shown."""

import pytest
from gui.state.conftest import SUGGESTED, Asked

from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.core.stages import DenoiseSettings
from photorestore.gui.state.methods_trial import LARGEST_PATCH, Stand, method_names, patch_of, usual_patch
from photorestore.host.results import ComparedMethod


@pytest.fixture
def heard(desk):
    return Asked(desk.methods)


@pytest.fixture
def trial(desk, player, ids, heard):
    player.open(ids[0])
    player.diagnose()
    desk.methods.begin(Box(0, 0, 40, 40))
    return desk.methods


def answer(trial, heard, sigma=0.05):
    job, _, settings, _ = heard.of("trial")[-1]
    found = ComparedMethod(settings.method, "", None, 1.5, 2.0, 3.0, 0.5, sigma=sigma)
    trial.on_tried(job, "before", f"by {settings.method}", found)


def test_every_method_of_a_recipe_is_tried_once_and_in_full(trial, heard):
    while trial.is_running:
        answer(trial, heard)
    asked = [settings for _, _, settings, _ in heard.of("trial")]

    assert [settings.method for settings in asked] == list(method_names())
    assert {settings.strength for settings in asked} == {1.0}
    assert {one.stand for one in trial.attempts} == {Stand.DONE}
    assert trial.attempts[0].picture == "by nlm"


def test_the_noise_is_measured_once_and_told_to_the_others(trial, heard):
    answer(trial, heard, sigma=0.07)
    answer(trial, heard, sigma=0.07)

    assert [settings.sigma for _, _, settings, _ in heard.of("trial")] == [0.0, 0.07, 0.07]


def test_a_method_that_fails_says_why_and_the_next_has_its_turn(trial, heard):
    trial.on_failed(heard.of("trial")[0][0], "The weights are missing.")

    assert trial.attempts[0].trouble == "The weights are missing."
    assert trial.attempts[1].stand is Stand.RUNNING


def test_taking_a_method_puts_it_into_the_recipe_and_stops_the_others(trial, heard, desk):
    answer(trial, heard)
    trial.take("nlm")

    assert desk.session.current.wanted.denoise == DenoiseSettings(enabled=True, method="nlm", strength=1.0)
    assert heard.of("cancel") == [heard.of("trial")[1][:1]]
    assert not trial.is_running


def test_another_patch_begins_anew_and_older_answers_are_dropped(trial, heard):
    answer(trial, heard)
    older = heard.of("trial")[-1][0]
    trial.begin(Box(10, 10, 60, 60))
    trial.on_failed(older, "Too late.")

    assert heard.of("cancel") == [(older,)]
    assert trial.original is None
    assert [one.stand for one in trial.attempts[:2]] == [Stand.RUNNING, Stand.WAITING]


def test_the_suggested_method_has_the_first_turn(desk, player, ids, heard):
    player.open(ids[0])
    player.diagnose(Recipe(denoise=DenoiseSettings(enabled=True, method="l0tv")))
    desk.methods.begin(Box(0, 0, 40, 40))
    answer(desk.methods, heard)

    assert [settings.method for _, _, settings, _ in heard.of("trial")] == ["l0tv", "nlm"]


def test_a_stopped_trial_goes_on_where_it_was(trial, heard):
    answer(trial, heard)
    trial.stop()
    trial.on_cancelled(heard.of("trial")[-1][0])
    stands = [one.stand for one in trial.attempts[:2]]
    trial.resume()

    assert stands == [Stand.DONE, Stand.WAITING]
    assert heard.of("trial")[-1][2].method == method_names()[1]


def test_leaving_the_photograph_stops_the_trial(trial, heard, desk, player, ids):
    player.open(*ids)
    desk.session.step(1)

    assert heard.of("cancel")[0] == heard.of("trial")[0][:1]
    assert not trial.is_running


def test_the_diagnosis_is_at_hand(trial):
    assert trial.suggested == SUGGESTED.denoise.method
    assert trial.reasons == ("It has some grain.",)


@pytest.mark.parametrize(
    "box", [Box(0, 0, 3000, 3000), Box(-50, -50, -10, -10), Box(990, 790, 1000, 800), Box(5, 5, 5, 5)]
)
def test_a_patch_lies_in_the_photograph_and_is_soon_done(box):
    patch = patch_of(box, 1000, 800)

    assert patch == patch.clamp(1000, 800)
    assert 32 <= patch.width <= LARGEST_PATCH[0]
    assert 32 <= patch.height <= LARGEST_PATCH[1]


def test_a_tiny_photograph_is_its_own_patch():
    assert patch_of(Box(0, 0, 1, 1), 5, 7) == Box(0, 0, 5, 7)


def test_the_middle_of_what_is_seen_is_looked_at_first():
    box = usual_patch(Box(100, 100, 1100, 900))

    assert ((box.left + box.right) / 2, (box.top + box.bottom) / 2) == (600, 500)
