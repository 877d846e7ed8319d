"""A scan that lies on its side, turned in the window: every page shows and uses it upright; its file never changes."""

import hashlib
import threading
import time

import cv2
import numpy as np
import pytest
from gui.conftest import wait_until_settled
from helpers import scene
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from photorestore.core.geometry import Box
from photorestore.core.prints import Print
from photorestore.core.progress import Progress
from photorestore.core.strokes import Action, Dab, Kind, Stamp, Stroke
from photorestore.core.turning import turned_plane
from photorestore.exporting.presets import PRESETS
from photorestore.files.reading import read_photo
from photorestore.gui.export_listing import list_for_export
from photorestore.gui.export_planning import plan_order
from photorestore.gui.export_running import run_order
from photorestore.gui.kept_work import load_mask
from photorestore.gui.print_jobs import PrintJobs
from photorestore.gui.state.compare_state import Mode
from photorestore.gui.state.export_order import AlbumChoices, ExportOrder, Product
from photorestore.gui.state.library_state import Place
from photorestore.gui.state.open_photo import Phase
from photorestore.gui.turning import turn_photos
from photorestore.gui.views.photo_tile import picture_source
from photorestore.library.database import open_library
from photorestore.library.importing import import_pictures
from photorestore.library.photos import photo_by_id
from photorestore.library.versions import versions

UPRIGHT = np.rint(scene(96, 64) * 255).astype(np.uint8)  # (96, 64): taller than wide


@pytest.fixture
def scan(tmp_path):
    """Turned to the left by the scanner: one turn to the right puts it upright."""
    path = tmp_path / "scans" / "scan.png"
    path.parent.mkdir()
    cv2.imwrite(str(path), cv2.cvtColor(np.rot90(UPRIGHT, 1), cv2.COLOR_RGB2BGR))
    before = hashlib.sha256(path.read_bytes()).digest()
    yield path
    assert hashlib.sha256(path.read_bytes()).digest() == before


@pytest.fixture
def photo_id(program, scan, qtbot):
    (found,) = import_pictures(program.library, [scan]).added
    program.errands.photos_changed.emit([])
    state = program.photographs.state
    state.show(Place())
    qtbot.waitUntil(lambda: state.ids == [found])
    program.window.show_page("library")
    state.choose([found])
    program.window.page.grid.show_chosen()
    return found


def trigger(program, name):
    assert program.window.actions_[name].isEnabled()
    program.window.actions_[name].trigger()


def turns_of(program, photo_id):
    return photo_by_id(program.library, photo_id).turns


def pixels_8(path):
    return np.rint(read_photo(path).pixels * 255).astype(int)


def is_upright(picture):
    """A `Picture` of the window."""
    image = picture.levels[0]
    return (image.width(), image.height()) == (64, 96)


def rgb(pixmap):
    image = pixmap.toImage().convertToFormat(pixmap.toImage().Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def restore_in_window(program, photo_id, qtbot):
    program.errands.edit([photo_id])
    wait_until_settled(program, qtbot)
    program.desk.restoring.restore()
    qtbot.waitUntil(lambda: program.session.current.version is not None)


def test_the_keys_turn_what_is_chosen_and_its_small_picture(program, photo_id, qtbot):
    grid, thumbnails = program.window.page.grid, program.photographs.thumbnails
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    source = picture_source(program.photographs.state.glance_of(photo_id), True)
    qtbot.waitUntil(lambda: thumbnails.picture(source, 96) is not None)

    assert abs(rgb(thumbnails.picture(source, 96)) - UPRIGHT).mean() < 6
    QTest.keyClick(grid, Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    assert turns_of(program, photo_id) == 0


def test_turning_is_undone_and_done_again(program, photo_id):
    trigger(program, "turn_right")
    trigger(program, "turn_right")
    trigger(program, "undo_library")
    assert turns_of(program, photo_id) == 1
    trigger(program, "undo_library")
    assert turns_of(program, photo_id) == 0
    trigger(program, "redo_library")

    assert turns_of(program, photo_id) == 1


def test_quick_look_shows_it_turned_at_once(program, photo_id, qtbot):
    look = program.window.page.look
    trigger(program, "quick_look")
    qtbot.waitUntil(lambda: look.is_whole)
    assert not is_upright(look._picture)
    trigger(program, "turn_right")
    qtbot.waitUntil(lambda: look.is_whole)

    assert is_upright(look._picture)


def test_the_restore_page_turns_what_is_shown_with_its_mask(program, photo_id, qtbot):
    program.errands.edit([photo_id])
    wait_until_settled(program, qtbot)
    editor, session = program.desk.editor, program.session
    cover = np.zeros((64, 96), bool)
    cover[10:20, 5:40] = True
    program.keeper._work.start(lambda: time.sleep(0.3))  # what is painted now is written later
    program.desk.masks._on_stroke(Stroke(Kind.IMPORT, Action.ADD, Stamp.of(cover)))
    trigger(program, "turn_shown_right")
    wait_until_settled(program, qtbot)

    assert is_upright(session.current.picture)
    assert editor.size == (64, 96)
    assert (editor.edits.added == turned_plane(cover, 1)).all()
    assert (session.current.facts.width, session.current.facts.height) == (64, 96)


def test_the_restore_page_takes_strokes_and_turns_back_in_their_order(program, photo_id, qtbot):
    program.errands.edit([photo_id])
    wait_until_settled(program, qtbot)

    def painted():
        added = program.desk.editor.edits.added
        return 0 if added is None else int(added.sum())

    def done(name):
        trigger(program, name)
        wait_until_settled(program, qtbot)
        return turns_of(program, photo_id), painted()

    def paint(side):
        program.desk.editor.do(Stroke(Kind.LASSO, Action.ADD, Stamp.of(np.full((side, side), 255, np.uint8), 4, 4)))

    paint(5)
    assert done("turn_shown_right") == (1, 25)
    paint(7)

    assert done("mask_undo") == (1, 25)
    assert done("mask_undo") == (0, 25)
    assert done("mask_undo") == (0, 0)
    assert not program.window.actions_["mask_undo"].isEnabled()
    assert done("mask_redo") == (0, 25)
    assert done("mask_redo") == (1, 25)
    turns, area = done("mask_redo")
    assert (turns, area > 25) == (1, True)
    assert not program.window.actions_["mask_redo"].isEnabled()


@pytest.fixture
def painting(program, photo_id, qtbot):
    """The editor while the brush is down, near the right edge."""
    program.errands.edit([photo_id])
    wait_until_settled(program, qtbot)
    program.desk.editor.begin(Action.ADD, Dab.at(85, 10, 3))
    program.desk.editor.extend(Dab.at(90, 10, 3))
    return program.desk.editor


def test_a_stroke_under_the_brush_is_finished_before_the_photo_turns(program, painting, qtbot):
    painted = painting.edits.added.copy()

    trigger(program, "turn_shown_right")
    wait_until_settled(program, qtbot)

    assert np.array_equal(painting.edits.added, np.rot90(painted, -1))


def test_a_stroke_under_the_brush_is_kept_when_the_window_closes(program, photo_id, painting):
    painted = painting.edits.added.copy()

    assert program.window.close()
    program.keeper.wait(-1)

    assert np.array_equal(load_mask(program.library, photo_id, (96, 64)).layers.edits().added, painted)


def test_a_face_that_was_drawn_stays_on_its_place(program, photo_id, qtbot):
    program.errands.edit([photo_id])
    wait_until_settled(program, qtbot)
    program.desk.faces.draw(Box(10, 8, 40, 38))
    qtbot.waitUntil(lambda: bool(program.desk.faces.all))
    trigger(program, "turn_shown_right")
    wait_until_settled(program, qtbot)

    assert [face.box for face in program.desk.faces.all if face.by_hand] == [Box(26, 10, 56, 40)]


def test_a_turned_photo_is_restored_upright_in_the_window(program, photo_id, qtbot):
    trigger(program, "turn_right")
    restore_in_window(program, photo_id, qtbot)
    version = program.session.current.version

    assert abs(pixels_8(version.result) - (255 - UPRIGHT.astype(int))).max() <= 1
    assert version.turns == 1


def test_a_turned_photo_is_restored_upright_in_the_queue(program, photo_id, qtbot):
    trigger(program, "turn_right")
    program.errands.queue_wanted.emit([photo_id], None)
    qtbot.waitUntil(lambda: bool(versions(program.library, photo_id)))
    (version,) = versions(program.library, photo_id)

    assert abs(pixels_8(version.result) - (255 - UPRIGHT.astype(int))).max() <= 1
    assert version.file(turns_of(program, photo_id)).turns == 0


def test_a_result_turns_with_its_photo_wherever_it_is_shown(program, photo_id, qtbot):
    restore_in_window(program, photo_id, qtbot)
    trigger(program, "turn_shown_right")
    wait_until_settled(program, qtbot)
    qtbot.waitUntil(lambda: program.session.current.restored_picture is not None)
    assert is_upright(program.session.current.restored_picture)
    program.errands.compare([photo_id])
    qtbot.waitUntil(lambda: not program.compare.is_waiting)

    assert program.compare.mode is Mode.FLICKER
    assert all(is_upright(program.compare.picture(one)) for one in program.compare.compared)


def test_what_is_compared_is_read_again_when_it_is_turned(program, photo_id, qtbot):
    program.errands.compare([photo_id])
    qtbot.waitUntil(lambda: not program.compare.is_waiting)
    assert not is_upright(program.compare.picture(0))
    program.photographs.edits.turn([photo_id], 1)
    qtbot.waitUntil(lambda: not program.compare.is_waiting)

    assert is_upright(program.compare.picture(0))


def test_a_saved_copy_of_a_result_from_before_the_turn_is_upright(program, photo_id, qtbot, tmp_path):
    restore_in_window(program, photo_id, qtbot)
    trigger(program, "turn_shown_right")
    wait_until_settled(program, qtbot)
    qtbot.waitUntil(lambda: program.session.current.version is not None)
    with qtbot.waitSignal(program.files.was_written):
        program.session.save_copy(program.session.current, tmp_path / "copy.png")

    assert abs(pixels_8(tmp_path / "copy.png") - (255 - UPRIGHT.astype(int))).max() <= 1


@pytest.mark.parametrize("product", [Product.FILES, Product.PAIRS, Product.GALLERY])
def test_originals_and_results_are_exported_upright(program, photo_id, qtbot, tmp_path, product):
    restore_in_window(program, photo_id, qtbot)
    program.photographs.edits.turn([photo_id], 1)
    photos = tuple(list_for_export(program.library, [photo_id]))
    order = ExportOrder(product, photos, PRESETS[1], "number", tmp_path / "out", AlbumChoices(title="Summer"))
    assert plan_order(order, lambda: False).trouble == ""
    report = run_order(order, ("", ""), Progress(), lambda *fate: None)

    if product is Product.FILES:
        assert abs(pixels_8(report.paths[0]) - (255 - UPRIGHT.astype(int))).max() <= 1
    elif product is Product.PAIRS:
        pair = read_photo(report.paths[0])
        assert (pair.width, pair.height) == (8 + 64 + 8 + 64 + 8, 8 + 96 + 8)
    else:
        pictures = [read_photo(path) for path in (tmp_path / "out").rglob("*.jpg")]
        assert {(one.width, one.height) for one in pictures} == {(64, 96)}


def test_prints_are_cut_out_of_the_turned_page(program, photo_id, qtbot):
    program.photographs.edits.turn([photo_id], 1)
    jobs = PrintJobs(program.library, photo_by_id(program.library, photo_id))
    pictures = []
    jobs.was_read.connect(pictures.append)
    with qtbot.waitSignal(jobs.were_found):
        jobs.read()
    with qtbot.waitSignal(jobs.were_saved) as saved:
        jobs.save([Print(32, 48, 64, 96)])
    jobs.close()

    assert is_upright(pictures[0])
    (cut,) = saved.args[0]
    assert abs(pixels_8(photo_by_id(program.library, cut).path) - UPRIGHT).mean() < 2


def test_a_turn_by_another_window_is_followed(program, photo_id, qtbot):
    program.errands.edit([photo_id])
    wait_until_settled(program, qtbot)
    other = open_library(program.library.path)
    turn_photos(other, [photo_id], 1)
    other.close()
    program.photographs.state.look_for_changes()
    wait_until_settled(program, qtbot)

    assert is_upright(program.session.current.picture)
    assert program.desk.editor.size == (64, 96)


def test_a_photo_whose_result_is_on_its_way_is_not_turned(program, client, photo_id, qtbot):
    program.errands.edit([photo_id])
    wait_until_settled(program, qtbot)
    client.holds.set()
    program.desk.restoring.restore()
    qtbot.waitUntil(lambda: program.session.current.phase is Phase.RESTORING)
    with qtbot.waitSignal(program.photographs.edits.trouble) as told:
        program.photographs.edits.turn([photo_id], 1)

    assert "is being restored right now" in told.args[0]
    assert turns_of(program, photo_id) == 0
    assert not program.window.actions_["turn_shown_right"].isEnabled()
    client.holds.clear()
    qtbot.waitUntil(lambda: program.session.current.version is not None)


def test_the_window_does_not_wait_for_a_large_result_that_is_being_saved(program, photo_id, qtbot):
    saved = threading.Event()
    program.keeper._work.start(saved.wait)
    with qtbot.waitSignal(program.photographs.edits.trouble) as told:
        program.photographs.edits.turn([photo_id], 1)
    saved.set()

    assert "still being saved" in told.args[0]
    assert turns_of(program, photo_id) == 0


def test_both_menus_offer_it_with_its_keys(program, photo_id):
    for page, names in (("library", ("turn_left", "turn_right")), ("restore", ("turn_shown_left", "turn_shown_right"))):
        program.window.show_page(page)
        offered = program.window.actions_.menu("photo")
        assert all(program.window.actions_[name] in offered for name in names)
        keys = [program.window.actions_.keys_of(name) for name in names]
        assert keys == [("Ctrl+[", "Ctrl+Shift+Left"), ("Ctrl+]", "Ctrl+Shift+Right")]  # not every keyboard has [
