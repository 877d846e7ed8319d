"""Album pages: found boxes, corrected by mouse and keys, cut out and in the library."""

import threading
from contextlib import closing

import cv2
import numpy as np
import pytest
import tifffile
from helpers import scene
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from photorestore import paths
from photorestore.core.photo import Metadata, Photo
from photorestore.core.prints import Print
from photorestore.files.reading import read_photo
from photorestore.files.writing import write_photo
from photorestore.gui.print_jobs import cut_photo
from photorestore.gui.settings import LANGUAGE
from photorestore.gui.views.page_splitter import PageSplitter
from photorestore.library.database import open_library
from photorestore.library.importing import import_pictures
from photorestore.library.listing import Selection, photo_ids
from photorestore.library.photos import photo_by_id
from photorestore.library.places import copies_folder

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def scan(tmp_path, rng):
    """Two prints on a dark page, 16 bit, with its resolution."""
    pixels = np.full((600, 800, 3), 0.2, np.float32) + rng.normal(0, 0.004, (600, 800, 3)).astype(np.float32)
    for left, seed in ((80, 1), (460, 2)):
        pixels[140:440, left : left + 260] = scene(300, 260, seed=seed) * 0.7 + 0.3
    photo = Photo(np.clip(pixels, 0, 1), metadata=Metadata(bit_depth=16, dpi=(300.0, 300.0)))
    return write_photo(photo, tmp_path / "page 7.tif", source=None)


@pytest.fixture
def splitter(program, scan, qtbot):
    ids = import_pictures(program.library, [scan]).added
    program.photographs.state.refresh()
    program.photographs.state.choose(ids)
    program.window.show_page("library")
    program.window.actions_["split_page"].trigger()
    made = program.window.findChild(PageSplitter)
    qtbot.waitUntil(lambda: len(made.boxes.boxes) == 2, timeout=20_000)
    yield made
    program.window.page.grid.setFocus()


def on_canvas(splitter, x, y):
    return splitter.canvas.on_screen((x, y)).toPoint()


def drag(splitter, start, end):
    canvas = splitter.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2))
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def test_the_prints_become_photographs_of_16_bit_and_the_page_stays(program, splitter, scan, qtbot):
    before = scan.read_bytes()
    with qtbot.waitSignal(splitter.saved, timeout=20_000) as told:
        splitter.save_button.click()
    photos = [photo_by_id(program.library, one) for one in told.args[0]]
    qtbot.waitUntil(lambda: set(program.photographs.state.ids) <= {photo.id for photo in photos})

    assert scan.read_bytes() == before
    assert set(photo_ids(program.library, Selection(smart="last import"))) == set(told.args[0])
    for photo in photos:
        assert (photo.cut_from, photo.is_copy) == (program.library.numbers("SELECT min(id) FROM photo")[0], True)
        assert photo.path.is_relative_to(program.library.folder)
        assert tifffile.imread(photo.path).dtype == np.uint16
        assert read_photo(photo.path).metadata.dpi == pytest.approx((300, 300))
        assert (abs(photo.width - 260) <= 6, abs(photo.height - 300) <= 6) == (True, True)


def test_what_was_saved_before_a_failure_stays_and_is_not_saved_again(program, splitter, qtbot):
    folder = copies_folder(program.library) / "album pages"
    aside = folder.with_name("aside")

    def block(number):
        """In the thread that saves: a file is where the folder was."""
        if number == 1:
            folder.rename(aside)
            folder.touch()

    splitter.jobs.was_cut.connect(block, Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(splitter.jobs.failed), qtbot.waitSignal(splitter.saved) as first:
        splitter.save_button.click()
    assert splitter._words.text().startswith("1 of 2 prints were saved; the button saves the rest. “")
    assert splitter.save_button.text() == "Cut out 1 print"
    splitter.jobs.was_cut.disconnect(block)
    folder.unlink()
    aside.rename(folder)
    with qtbot.waitSignal(splitter.saved, timeout=20_000) as both:
        splitter.save_button.click()

    assert both.args[0][0] == first.args[0][0]
    assert program.library.numbers("SELECT count(*) FROM photo WHERE cut_from IS NOT NULL") == [2]


def test_a_box_is_moved_sized_and_turned_by_mouse(splitter):
    boxes = splitter.boxes
    boxes.choose(0)
    before = boxes.box
    drag(splitter, on_canvas(splitter, before.x, before.y), on_canvas(splitter, before.x + 50, before.y + 20))
    assert (boxes.box.x - before.x, boxes.box.y - before.y) == pytest.approx((50, 20), abs=3)
    moved = boxes.box
    corner = moved.corners[2]
    drag(splitter, on_canvas(splitter, *corner.tolist()), on_canvas(splitter, corner[0] + 30, corner[1] + 10))
    assert boxes.box.width - moved.width == pytest.approx(30, abs=4)
    assert boxes.box.corners[0] == pytest.approx(moved.corners[0], abs=1)
    handle = splitter.canvas._turn_handle(boxes.box).toPoint()
    drag(splitter, handle, handle + QPoint(25, 0))
    assert boxes.box.angle > moved.angle + 3
    for _ in range(3):
        boxes.undo()

    assert boxes.box == before


def test_a_box_is_drawn_beside_the_others(splitter):
    drag(splitter, on_canvas(splitter, 100, 470), on_canvas(splitter, 300, 570))
    box = splitter.boxes.box

    assert len(splitter.boxes.boxes) == 3
    assert (box.x, box.y, box.width, box.height) == pytest.approx((200, 520, 200, 100), abs=4)


def test_all_can_be_done_by_keys(splitter):
    canvas, boxes = splitter.canvas, splitter.boxes
    boxes.choose(0)
    before = boxes.box
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Right, CTRL)
    QTest.keyClick(canvas, Qt.Key.Key_Period)
    assert boxes.box.y - before.y == pytest.approx(10, abs=1)
    assert boxes.box.width - before.width == pytest.approx(1)
    assert boxes.box.angle - before.angle == pytest.approx(0.5)
    QTest.keyClick(canvas, Qt.Key.Key_N)
    assert boxes.current == 1
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(boxes.boxes) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Insert)

    assert len(boxes.boxes) == 2


def test_a_page_that_cannot_be_read_is_told(program, scan, qtbot):
    ids = import_pictures(program.library, [scan]).added
    scan.write_bytes(b"no longer a picture")
    splitter = PageSplitter(program.library, photo_by_id(program.library, ids[0]), program.theme, program.window)
    qtbot.addWidget(splitter)
    qtbot.waitUntil(lambda: "can't be read" in splitter._words.text() or "not a picture" in splitter._words.text())

    assert not splitter.save_button.isEnabled()
    splitter.close()


def test_what_is_transparent_stays_so_in_a_cut(photo):
    alpha = np.zeros((96, 128), np.float32)
    alpha[:, 64:] = 1
    cut = cut_photo(Photo(photo.pixels, alpha), Print(64, 48, 40, 20))

    assert (cut.alpha[:, :20] == 0).all()
    assert (cut.alpha[:, 20:] == 1).all()
    assert cv2.absdiff(cut.pixels, photo.pixels[38:58, 44:84]).max() == 0


@pytest.fixture
def cutting(splitter):
    """Cutting waits after the first print until this is set."""
    may_go_on = threading.Event()
    splitter.jobs.was_cut.connect(lambda number: may_go_on.wait(10), Qt.ConnectionType.DirectConnection)
    splitter.save_button.click()
    yield may_go_on
    may_go_on.set()


def answer(splitter, words):
    question = next(box for box in splitter.findChildren(QMessageBox) if box.isVisible())
    next(button for button in question.buttons() if button.text() == words).click()


def wait_until_closed(program, qtbot):
    qtbot.waitUntil(lambda: program.window.findChild(PageSplitter) is None, timeout=20_000)


@pytest.mark.parametrize("button", ["save_button", "cancel_button"])
def test_the_window_closes_when_the_prints_are_cut_or_the_cutting_is_cancelled(program, splitter, qtbot, button):
    getattr(splitter, button).click()
    wait_until_closed(program, qtbot)


def test_escape_asks_before_it_throws_corrected_boxes_away(program, splitter, qtbot):
    splitter.boxes.move(5, 0)
    boxes = splitter.boxes.boxes
    for _ in range(2):
        QTest.keyClick(splitter.canvas, Qt.Key.Key_Escape)
    answer(splitter, "Keep on")
    assert splitter.isVisible()
    assert splitter.boxes.boxes == boxes
    splitter.close()
    answer(splitter, "Throw them away")
    wait_until_closed(program, qtbot)


def test_boxes_that_were_put_back_need_no_question(program, splitter, qtbot):
    splitter.boxes.move(5, 0)
    splitter.boxes.undo()
    splitter.close()
    wait_until_closed(program, qtbot)


def test_the_program_stays_open_while_prints_are_cut(program, splitter, cutting, qtbot):
    assert not program.window.close()
    assert "are being saved" in program.window.messages.words
    cutting.set()
    wait_until_closed(program, qtbot)

    assert program.library.numbers("SELECT count(*) FROM photo WHERE cut_from IS NOT NULL") == [2]
    assert program.window.close()


def test_the_program_stays_open_for_corrected_boxes(program, splitter, qtbot):
    splitter.boxes.move(5, 0)
    assert not program.window.close()
    answer(splitter, "Throw them away")
    wait_until_closed(program, qtbot)

    assert program.window.close()


def test_a_print_that_is_being_cut_is_in_the_library_before_it_closes(program, splitter, cutting):
    splitter.saved.disconnect()  # after its end a program has no events
    threading.Timer(0.3, cutting.set).start()
    program.close()

    with closing(open_library(paths.library())) as library:
        assert library.numbers("SELECT count(*) FROM photo WHERE cut_from IS NOT NULL") == [2]


def test_another_language_waits_for_an_open_album_page(program, splitter, qtbot):
    before = program.window
    splitter.boxes.move(5, 0)
    boxes = splitter.boxes.boxes
    program.settings.set(LANGUAGE, "de")
    qtbot.waitUntil(lambda: bool(before.messages.words))
    qtbot.wait(50)
    assert program.window is before
    assert splitter.boxes.boxes == boxes
    splitter.close()
    answer(splitter, "Wegwerfen")

    qtbot.waitUntil(lambda: program.window is not before)
