"""Mask, settings and faces of the shown photograph: what is changed is kept, and belongs to its photograph."""

from dataclasses import replace

import pytest
from gui.state.conftest import FACE, a_version, kept

from photorestore.core.faces import usual_landmarks
from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.core.stages import DenoiseSettings, PrepareSettings, ScratchSettings
from photorestore.core.strokes import Action, Dab
from photorestore.gui.kept_work import Suggested, faces_for_engine
from photorestore.library.faces import FaceDecision

NO_SCRATCHES = Recipe(prepare=PrepareSettings(levels=0.5), scratches=ScratchSettings(enabled=False))
SMALL = FaceDecision(3, Box(10, 10, 30, 34), FACE.landmarks, 0.99, False, None, False, False)


@pytest.fixture
def opened(desk, player, ids):
    player.open(ids[0])
    player.diagnose(NO_SCRATCHES)
    return desk


def paint(editor, x=40):
    editor.begin(Action.ADD, Dab.at(x, 30, 5))
    editor.finish()


def test_every_stroke_undo_and_redo_is_kept_in_order(opened, asked, ids):
    paint(opened.editor)
    opened.editor.undo()
    opened.editor.redo()
    names = [name for name, *_ in asked.all if name in ("stroke_wanted", "undo_wanted", "redo_wanted")]

    assert names == ["stroke_wanted", "undo_wanted", "redo_wanted"]
    assert asked.of("stroke")[0][::2] == (ids[0], opened.editor.size)


def test_a_photograph_read_twice_leaves_the_hand_that_paints_alone(opened, player, ids):
    opened.editor.begin(Action.ADD, Dab.at(40, 30, 5))
    player.read(ids[0])
    opened.editor.finish()

    assert opened.editor.mask()[30, 40]


def test_a_mask_is_exported_of_the_photograph_it_was_asked_of_or_a_sentence_says_why_not(opened, asked, player, ids):
    told = []
    opened.masks.trouble.connect(told.append)
    opened.masks.export_mask(ids[0], "mask.png")
    player.open(ids[1])
    opened.masks.export_mask(ids[0], "mask.png")
    opened.masks.import_mask(ids[0], "mask.png")

    assert [key for key, *_ in asked.of("export")] == [ids[0]]
    assert asked.of("import") == []
    assert len(told) == 2


def test_a_mask_that_was_not_ready_before_one_went_on_is_told(opened, asked, player, ids, qtbot):
    told = []
    opened.editor.trouble.connect(told.append)
    opened.masks.detect()
    player.find_damage()
    opened.masks.export_mask(ids[0], "mask.png")
    opened.editor.grow()
    opened.editor.shrink()
    opened.session.close(ids[0])

    assert asked.of("export") == []
    assert [("exported" in sentence, "changed" in sentence) for sentence in told] == [(True, False), (False, True)]


def test_who_marks_damage_wants_it_filled(opened):
    assert not opened.session.current.wanted.scratches.enabled
    paint(opened.editor)

    assert opened.session.current.wanted.scratches.enabled


def test_damage_is_looked_for_once_and_the_map_is_kept(opened, asked, player, qtbot):
    opened.masks.detect()
    opened.masks.detect()
    with qtbot.waitSignal(opened.editor.settled):
        player.find_damage()

    assert len(asked.of("detection")) == len(asked.of("map")) == 1
    assert len(opened.editor.defects.all) == 1


def test_the_engine_gets_the_mask_as_it_is_seen(opened, player, qtbot):
    opened.masks.detect()
    with qtbot.waitSignal(opened.editor.settled):
        player.find_damage()
    paint(opened.editor)
    edits = opened.masks.edits()

    assert not edits.automatic
    assert (edits.added == opened.editor.mask()).all()


def test_the_threshold_beside_the_mask_is_a_setting_of_the_photograph(opened):
    opened.editor.change_settings(threshold=0.7)
    assert opened.session.current.recipe.scratches.threshold == 0.7
    opened.recipes.reset()

    assert opened.editor.settings.threshold == ScratchSettings().threshold


def test_leaving_a_photograph_closes_its_mask_and_its_search(opened, asked, player, ids):
    opened.masks.detect()
    player.open(ids[1])

    assert asked.of("detection")[0][:1] in asked.of("cancel")
    assert not opened.editor.has_map
    assert opened.session.current.key == ids[1]


def test_settings_are_kept_when_they_rest_or_the_photograph_is_left(opened, asked, ids):
    opened.recipes.change("denoise", enabled=True)
    opened.recipes.change("denoise", strength=0.4)
    assert asked.of("recipe") == []
    opened.session.close(ids[0])

    assert asked.of("recipe")[0][1].denoise == DenoiseSettings(enabled=True, strength=0.4)


def test_a_stage_can_go_back_to_what_is_suggested(opened):
    opened.recipes.change("prepare", levels=0.9)
    assert not opened.recipes.is_as_suggested("prepare")
    opened.recipes.reset_stage("prepare")

    assert opened.session.current.wanted.prepare == NO_SCRATCHES.prepare


def test_copied_settings_come_without_mask_and_faces(opened, asked, player, ids):
    paint(opened.editor)
    opened.recipes.change("denoise", enabled=True)
    opened.recipes.copy()
    player.open(ids[1])
    opened.recipes.paste()

    assert opened.session.current.wanted.denoise.enabled
    assert not opened.editor.can_undo
    assert opened.session.current.faces == ()


def test_going_back_to_a_result_takes_its_settings_too(opened, asked, ids):
    older = a_version(ids[0], 5, recipe=Recipe(denoise=DenoiseSettings(True, strength=0.1)).to_json())
    opened.recipes.go_to_version(older)

    assert opened.session.current.version == older
    assert opened.session.current.wanted.denoise.strength == 0.1
    assert asked.of("version") == [(ids[0], 5)]


def test_a_result_that_was_kept_on_another_page_is_shown(desk, asked, player, ids, photo):
    older, newer = a_version(ids[0], 5, kept=False), a_version(ids[0], 6)
    player.work[ids[0]] = kept(photo, versions=(older, newer))
    player.open(ids[0])
    desk.recipes.on_versions(ids[0], (older, newer))
    assert len(asked.of("result")) == 1
    desk.recipes.on_versions(ids[0], (replace(older, kept=True), replace(newer, kept=False)))

    assert desk.session.current.version.id == 5
    assert asked.of("result")[1][:2] == (ids[0], 5)
    assert asked.of("version") == []


def test_settings_are_named_for_the_photograph_they_were_of(opened, asked, player, ids):
    entry = opened.session.current
    player.open(ids[1])
    opened.recipes.name(entry, " mine ")

    assert asked.of("name") == [(ids[0], "mine", NO_SCRATCHES)]


def test_a_face_keeps_its_reason_until_somebody_decides(desk, player, ids, photo):
    suggested = Suggested(NO_SCRATCHES, (), ((SMALL.box, "Small: 24 pixels."),))
    player.work[ids[0]] = kept(photo, suggested=suggested, faces=(SMALL,))
    player.open(ids[0])
    assert desk.faces.reason(desk.faces.all[0]) == "Small: 24 pixels."
    desk.faces.decide(SMALL, enabled=True, strength=None)

    assert desk.faces.reason(desk.faces.all[0]) == ""
    assert desk.session.current.wanted.faces.enabled


def test_a_face_somebody_chose_is_refined_whatever_its_size():
    decided = replace(SMALL, enabled=True, decided=True)

    assert [face.strength for face in faces_for_engine([SMALL, decided], 0.6)] == [None, 0.6]


def test_a_drawn_face_gets_likely_landmarks(opened, asked, ids):
    opened.faces.draw(Box(-5, 20, 40, 70))
    box = asked.of("face")[0][1]
    drawn = FaceDecision(4, box, (), 1.0, True, None, True, True)
    made = faces_for_engine([drawn], 0.6)[0]

    assert box == Box(0, 20, 40, 70)
    assert (made.landmarks, made.by_hand) == (usual_landmarks(box), True)


def test_a_click_is_no_face(opened, asked):
    told = []
    opened.faces.trouble.connect(told.append)
    opened.faces.draw(Box(20, 20, 22, 23))

    assert asked.of("face") == []
    assert len(told) == 1


def test_faces_are_walked_round_and_round(opened, ids):
    second = replace(SMALL, id=9)
    opened.faces.on_faces(ids[0], (SMALL, second))
    walked = []
    for _ in range(3):
        opened.faces.step(1)
        walked.append(opened.faces.chosen.id)

    assert walked == [3, 9, 3]
