import pytest
from gui.queue_album import import_album, make_album
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from photorestore.core.errors import UserError
from photorestore.library.jobs import JobState
from photorestore.library.photos import photo_by_id
from photorestore.library.versions import versions


@pytest.fixture
def ids(program, tmp_path):
    make_album(tmp_path / "album", 3)
    return import_album(program.library, tmp_path / "album")


@pytest.fixture
def page(program):
    program.window.show_page("queue")
    return program.window.page


def states(program):
    return [row.job.state for row in program.queue.rows]


def test_photographs_are_restored_in_the_background_and_one_sentence_tells_the_end(program, page, ids, qtbot):
    program.errands.queue_wanted.emit(ids, None)
    qtbot.waitUntil(lambda: "The queue is done" in program.window.messages.words)

    assert states(program) == [JobState.DONE] * 3
    assert program.window.messages.words == "The queue is done. Photographs restored: 3."
    assert program.window.messages.kind == "news"
    assert all(versions(program.library, photo_id)[0].result.is_file() for photo_id in ids)
    assert not program.window.queue_chip.isVisible()


def test_a_photo_that_fails_does_not_stop_the_others(program, page, ids, qtbot):
    photo_by_id(program.library, ids[1]).path.unlink()
    program.errands.queue_wanted.emit(ids, None)
    qtbot.waitUntil(lambda: "failed: 1" in program.window.messages.words)

    assert states(program) == [JobState.DONE, JobState.FAILED, JobState.DONE]
    assert program.window.messages.kind == "trouble"
    page.list.setCurrentIndex(page.list.model().index(1))
    assert "photo 1.png" in page._detail.text()


def test_the_keys_of_the_queue(program, page, client, ids, qtbot):
    client.holds.set()
    program.errands.queue_wanted.emit(ids, None)
    qtbot.waitUntil(lambda: "diagnose" in client.asked)
    program.window.activateWindow()
    listed, control = page.list, Qt.KeyboardModifier.ControlModifier
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(2))
    QTest.keyClick(listed, Qt.Key.Key_Up, control)
    assert [row.photo.id for row in program.queue.rows] == [ids[0], ids[2], ids[1]]
    assert listed.current.photo.id == ids[2]
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert states(program)[1] is JobState.PAUSED
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert states(program)[1] is JobState.WAITING
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert states(program)[1] is JobState.CANCELLED
    QTest.keyClick(listed, Qt.Key.Key_R)
    assert states(program)[1] is JobState.WAITING
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert len(program.queue.rows) == 2
    QTest.keyClick(listed, Qt.Key.Key_P, control | Qt.KeyboardModifier.ShiftModifier)
    assert program.queue.is_paused


def test_space_on_a_button_presses_it_and_holds_no_job(program, page, client, ids, qtbot):
    client.holds.set()
    program.errands.queue_wanted.emit(ids, None)
    qtbot.waitUntil(lambda: program.queue.running != 0)
    program.window.activateWindow()
    page.list.selectAll()
    page.pause_button.setFocus()
    QTest.keyClick(page.pause_button, Qt.Key.Key_Space)

    assert program.queue.is_paused
    assert JobState.PAUSED not in states(program)


def test_a_running_photo_that_is_cancelled_stops_and_the_next_begins(program, page, client, ids, qtbot):
    client.holds.set()
    program.errands.queue_wanted.emit(ids[:2], None)
    qtbot.waitUntil(lambda: program.queue.share > 0)
    program.queue.remove([program.queue.running])
    qtbot.waitUntil(lambda: states(program) == [JobState.CANCELLED, JobState.RUNNING])
    client.holds.clear()
    qtbot.waitUntil(lambda: states(program) == [JobState.CANCELLED, JobState.DONE])


def test_the_chip_counts_and_leads_to_the_page(program, client, ids, qtbot):
    client.holds.set()
    program.errands.queue_wanted.emit(ids, None)
    qtbot.waitUntil(lambda: program.window.queue_chip.text() == "1 of 3")
    program.window.show_page("restore")
    qtbot.mouseClick(program.window.queue_chip, Qt.MouseButton.LeftButton)

    assert program.window.page_name == "queue"


def test_the_log_of_a_job_can_be_copied(program, page, client, ids, qtbot):
    client.error = UserError("The engine stopped.")
    program.errands.queue_wanted.emit(ids[:1], None)
    qtbot.waitUntil(lambda: states(program) == [JobState.FAILED])
    page.list.setCurrentIndex(page.list.model().index(0))
    program.window.actions_["job_log"].trigger()

    copied = QGuiApplication.clipboard().text()
    assert "Reason: The engine stopped." in copied
    assert "reads " in copied
    assert "failed: The engine stopped." in copied


def test_enter_shows_the_result(program, page, ids, qtbot):
    shown = []
    program.errands.editing_wanted.connect(shown.append)
    program.errands.comparison_wanted.connect(shown.append)
    program.errands.queue_wanted.emit(ids[:1], None)
    qtbot.waitUntil(lambda: states(program) == [JobState.DONE])
    page.list.setCurrentIndex(page.list.model().index(0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)

    assert shown == [[ids[0]]]


def test_a_photo_whose_end_cannot_be_written_down_is_interrupted_and_done_again(program, page, ids, qtbot):
    refuse = "BEFORE UPDATE OF state ON job WHEN new.state IN ('done', 'failed') BEGIN SELECT raise(ABORT, 'full'); END"
    program.library.run(f"CREATE TRIGGER full {refuse}")
    program.errands.queue_wanted.emit(ids[:1], None)
    qtbot.waitUntil(lambda: program.queue.is_paused)
    assert states(program) == [JobState.INTERRUPTED]
    program.library.run("DROP TRIGGER full")
    program.queue.resume()
    qtbot.waitUntil(lambda: states(program) == [JobState.DONE])


def test_closing_in_the_middle_leaves_the_photo_interrupted(program, client, ids, qtbot):
    client.holds.set()
    program.errands.queue_wanted.emit(ids[:1], None)
    qtbot.waitUntil(lambda: "diagnose" in client.asked)
    library, thread = program.library.path, program.runner.thread()
    assert thread.isRunning()
    program.close()

    from photorestore.library.database import open_library
    from photorestore.library.jobs import jobs

    again = open_library(library)
    assert [job.state for job in jobs(again)] == [JobState.INTERRUPTED]
    again.close()
    assert thread.isFinished()


def test_thousands_of_rows_are_shown_at_once(program, page, tmp_path, qtbot):
    import time

    from library.made_library import add_row

    from photorestore.library.jobs import add_jobs

    ids = [add_row(program.library, f"{number}.jpg") for number in range(2000)]
    program.queue.pause()
    add_jobs(program.library, ids, "")
    began = time.process_time()
    program.queue._load()
    page.grab()

    assert time.process_time() - began < 1.5
