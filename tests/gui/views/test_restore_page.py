"""The editor as it is used: with the mouse, with keys, and again after a restart."""

from dataclasses import fields

import numpy as np
import pytest
from gui.state.conftest import FACE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QInputDialog

from photorestore.core.photo import Photo
from photorestore.core.stages import STAGES
from photorestore.files.reading import read_photo
from photorestore.gui.app import Program
from photorestore.gui.stage_words import CHOICES, STAGE_WORDS
from photorestore.host.results import Diagnosed

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag(canvas, *points):
    places = [canvas.on_screen(point).toPoint() for point in points]
    QTest.mousePress(canvas, LEFT, NONE, places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, LEFT, NONE, places[-1])


def wait_until_open(program, qtbot):
    qtbot.waitUntil(lambda: program.session.current is not None and program.session.current.is_ready)
    qtbot.waitUntil(lambda: program.desk.editor.has_map and not program.desk.editor.is_settling)


def test_everything_is_still_there_after_a_restart(opened, client, qtbot, scan):
    before = scan.read_bytes()
    page = opened.window.restore_page
    drag(page.canvas, (20, 20), (60, 20))
    drag(page.canvas, (20, 60), (60, 60))
    opened.window.actions_["mask_undo"].trigger()
    page.panel.stages.cards["denoise"].switch.click()
    mask = opened.desk.editor.mask()
    opened.desk.restoring.restore()
    qtbot.waitUntil(lambda: opened.session.current.version is not None)
    opened.window.close()
    opened.close()

    again = Program(client)
    qtbot.addWidget(again.window)
    again.session.open([scan])
    wait_until_open(again, qtbot)
    qtbot.waitUntil(lambda: again.session.current.restored_picture is not None)
    try:
        editor = again.desk.editor
        assert (editor.mask() == mask).all()
        assert (editor.can_undo, editor.can_redo) == (True, True)
        assert again.session.current.wanted.denoise.enabled
        result = read_photo(again.session.current.version.result).pixels
        assert np.allclose(result, 1 - read_photo(scan).pixels, atol=1 / 255)
        assert client.asked.count("diagnose") == client.asked.count("detect") == 1
        assert scan.read_bytes() == before
    finally:
        again.window.close()
        again.close()


def test_undo_comes_back_with_the_photograph(opened, qtbot, tmp_path):
    from helpers import save_scan, scene

    page, session = opened.window.restore_page, opened.session
    drag(page.canvas, (20, 20), (60, 20))
    session.open([save_scan(tmp_path / "other.png", Photo(scene(40, 60, seed=2)))])
    qtbot.waitUntil(lambda: len(session.photos) == 2 and session.current.is_ready)
    assert not opened.desk.editor.can_undo
    session.step(-1)
    wait_until_open(opened, qtbot)

    assert opened.desk.editor.can_undo


def test_a_preview_lies_over_the_photograph_until_it_is_ended(opened, qtbot):
    actions = opened.window.actions_
    assert not actions["end_preview"].isEnabled()
    actions["preview"].trigger()
    qtbot.waitUntil(lambda: opened.desk.restoring.patch is not None)
    assert actions["end_preview"].isEnabled()
    actions["end_preview"].trigger()

    assert opened.desk.restoring.patch is None


def test_every_stage_and_setting_is_in_the_panel_and_has_words(opened):
    cards = opened.window.restore_page.panel.stages.cards
    assert list(cards) == [stage.name for stage in STAGES]
    for stage in STAGES:
        knobs = [entry.metadata["knob"] for entry in fields(stage.settings)]
        assert {stage.title, *(word for knob in knobs for word in (knob.title, knob.help))} <= set(STAGE_WORDS)
        assert {word for knob in knobs for word in knob.choices if isinstance(word, str)} <= set(CHOICES)


def test_a_switch_changes_the_recipe_and_reset_takes_it_back(opened):
    card = opened.window.restore_page.panel.stages.cards["denoise"]
    card.switch.click()
    assert opened.session.current.wanted.denoise.enabled
    assert card.reset_button.isEnabled()
    card.reset_button.click()

    assert not card.switch.isChecked()
    assert not opened.session.current.wanted.denoise.enabled


def test_a_face_is_drawn_by_mouse_and_switched_off(opened, qtbot):
    page = opened.window.restore_page
    opened.window.actions_["mask_face"].trigger()
    drag(page.canvas, (20, 20), (40, 30), (60, 70))
    qtbot.waitUntil(lambda: len(page.panel.faces.cards) == 1)
    page.panel.show_faces()
    page.panel.faces.cards[0].findChild(QCheckBox).click()

    assert opened.session.current.wanted.faces.enabled
    assert [face.enabled for face in opened.desk.faces.all] == [False]


def test_digits_set_the_strength_of_the_face_with_the_focus(program, client, scan, qtbot):
    client.diagnose = lambda photo, progress: Diagnosed(_recipe(), ("One face.",), (FACE,))
    program.session.open([scan])
    qtbot.waitUntil(lambda: program.session.current is not None and len(program.desk.faces.all) == 1)
    QTest.keyClick(program.window.restore_page.panel.faces.cards[0], Qt.Key.Key_3)

    assert program.desk.faces.all[0].strength == pytest.approx(0.3)


def _recipe():
    from photorestore.core.recipe import Recipe

    return Recipe()


def test_settings_get_a_name_and_come_back(opened, qtbot):
    page = opened.window.restore_page
    opened.desk.recipes.change("denoise", enabled=True)
    opened.window.actions_["snapshot"].trigger()
    dialog = page.findChild(QInputDialog)
    dialog.setTextValue("strong")
    dialog.accept()
    qtbot.waitUntil(lambda: page.panel.history.snapshots.count() == 1)
    opened.desk.recipes.reset()
    page.panel.history.snapshots.itemActivated.emit(page.panel.history.snapshots.item(0))

    assert opened.session.current.wanted.denoise.enabled


def test_a_click_and_enter_go_to_a_result_once_each(restored, qtbot):
    restored.desk.restoring.restore()
    panel = restored.window.restore_page.panel
    history = panel.history
    panel.tabs.setCurrentWidget(history)
    qtbot.waitUntil(lambda: history.versions.count() == 3)
    times = []
    history.versions.activated.connect(lambda: times.append(1))
    place = history.versions.visualItemRect(history.versions.item(1)).center()
    QTest.mouseClick(history.versions.viewport(), LEFT, pos=place)
    assert (len(times), restored.session.current.version) == (1, restored.session.current.versions[0])
    history.versions.setCurrentRow(2)
    QTest.keyClick(history.versions, Qt.Key.Key_Return)

    assert (len(times), restored.session.current.version) == (2, None)


def test_any_result_can_be_gone_back_to(restored, qtbot):
    history = restored.window.restore_page.panel.history
    restored.desk.restoring.restore()
    qtbot.waitUntil(lambda: history.versions.count() == 3)
    first = restored.session.current.versions[0]
    history.versions.itemActivated.emit(history.versions.item(1))
    qtbot.waitUntil(lambda: [version.kept for version in restored.session.current.versions] == [True, False])
    assert restored.session.current.version.id == first.id
    history.versions.itemActivated.emit(history.versions.item(2))

    assert restored.session.current.version is None
    assert restored.session.current.restored_picture is None


def test_save_as_saves_the_photograph_it_was_asked_of(restored, qtbot, tmp_path, scan):
    from helpers import save_scan, scene

    page, session = restored.window.restore_page, restored.session
    page.choose_target()
    session.open([save_scan(tmp_path / "other.png", Photo(scene(40, 60, seed=2)))])
    qtbot.waitUntil(lambda: len(session.photos) == 2 and session.current.is_ready)
    with qtbot.waitSignal(restored.files.was_written):
        page.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "kept.png"))

    assert np.allclose(read_photo(tmp_path / "kept.png").pixels, 1 - read_photo(scan).pixels, atol=1 / 255)


def test_a_result_kept_in_compare_is_the_one_of_restore(restored, qtbot):
    session, compare = restored.session, restored.compare
    first = session.current.version.id
    restored.desk.restoring.restore()
    qtbot.waitUntil(lambda: len(session.current.versions) == 2)
    restored.errands.compare([session.current.key])
    compare.bring_to_front(first)
    compare.keep()

    qtbot.waitUntil(lambda: session.current.version.id == first)


def test_a_finished_restoration_is_seen_without_the_mask_over_it(restored):
    assert not restored.desk.tools.overlay.is_visible
    drag(restored.window.restore_page.canvas, (20, 20), (60, 20))

    assert restored.desk.tools.overlay.is_visible


def test_the_line_between_before_and_after_is_dragged(restored, qtbot):
    canvas = restored.window.restore_page.canvas
    restored.window.actions_["split"].setChecked(True)
    qtbot.waitUntil(lambda: canvas.pictures[1] is not None)
    strokes = len(restored.desk.editor.journal.strokes)
    drag(canvas, (64, 30), (32, 30))

    assert canvas._pictures.split_at == pytest.approx(0.25, abs=0.02)
    assert len(restored.desk.editor.journal.strokes) == strokes


def test_photographs_of_the_library_are_opened_by_an_errand(opened, qtbot, tmp_path):
    opened.session.close(opened.session.current.key)
    photo_id = opened.library.rows("SELECT id FROM photo")[0][0]
    opened.errands.edit([photo_id])

    assert opened.window.page_name == "restore"
    assert opened.session.current.key == photo_id
