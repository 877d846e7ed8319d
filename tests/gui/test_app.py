import subprocess
import sys

import cv2
from helpers import save_scan, scene
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from photorestore.core.errors import UserError
from photorestore.core.photo import Photo
from photorestore.gui.app import make_application
from photorestore.gui.state.open_photo import Phase


def test_the_window_opens_without_torch_and_engine():
    banned = "('torch', 'photorestore.engine')"
    check = f"import sys, photorestore.gui.app; print([name for name in {banned} if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", check], capture_output=True, check=True).stdout == b"[]\n"


def test_the_window_is_there_at_once():
    opening = "import time; from photorestore.gui.app import *; make_application();"
    opening += "program = Program(EngineClient()); program.window.show(); program.window.grab(); program.close();"
    opening += "print(time.process_time())"
    seconds = float(subprocess.run([sys.executable, "-c", opening], capture_output=True, check=True).stdout)

    assert seconds < 3  # of processor time, which a busy machine does not stretch; measured 0.9 s, the target is 1.5 s


def test_a_photograph_goes_from_file_to_restored_file(opened, qtbot, tmp_path, scan):
    before = scan.read_bytes()
    qtbot.mouseClick(opened.window.restore_page.panel.buttons.restore_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.session.current.version is not None)
    opened.session.save_copy(opened.session.current, tmp_path / "result.png")
    qtbot.waitUntil(lambda: "result.png" in opened.window.messages.words)

    assert (cv2.imread(str(tmp_path / "result.png")) == 255 - cv2.imread(str(scan))).all()
    assert scan.read_bytes() == before


def test_the_source_is_never_overwritten(restored, qtbot, scan):
    before = scan.read_bytes()
    restored.session.save_copy(restored.session.current, scan)
    qtbot.waitUntil(lambda: "never written over" in restored.window.messages.words)

    assert scan.read_bytes() == before


def test_what_was_found_is_told_in_words(opened):
    labels = [
        label.text() for label in opened.window.restore_page.panel.findChildren(QWidget) if hasattr(label, "text")
    ]

    assert "Cracks on 3 % of the picture." in labels


def test_a_file_that_is_no_picture_is_told_and_the_others_open(program, qtbot, tmp_path, scan):
    (tmp_path / "letter.png").write_text("Dear grandmother")
    program.session.open([tmp_path / "letter.png", scan])
    qtbot.waitUntil(lambda: [entry.path for entry in program.session.photos] == [scan])
    qtbot.waitUntil(lambda: program.session.current.thumbnail is not None)

    assert "letter.png" in program.window.messages.words


def test_a_failed_restoration_is_told_calmly_and_can_be_tried_again(opened, client, qtbot):
    client.error = UserError("The engine stopped unexpectedly.")
    opened.desk.restoring.restore()
    qtbot.waitUntil(lambda: opened.window.messages.words == "The engine stopped unexpectedly.")
    client.error = None
    opened.desk.restoring.restore()
    qtbot.waitUntil(lambda: opened.session.current.version is not None)


def test_cancel_ends_a_running_restoration(opened, client, qtbot):
    client.holds.set()
    opened.desk.restoring.restore()
    qtbot.waitUntil(lambda: opened.session.current.share == 0.5)
    qtbot.mouseClick(opened.window.restore_page.panel.buttons.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.session.current.can_restore)

    assert opened.session.current.versions == ()


def test_a_restoration_that_waits_can_be_cancelled_before_it_starts(opened, client, qtbot, tmp_path, scan):
    client.holds.set()
    opened.desk.restoring.restore()
    second = save_scan(tmp_path / "second.png", Photo(scene(40, 60, seed=2)))
    opened.session.open([second])
    qtbot.waitUntil(lambda: opened.session.current.phase is Phase.LOOKING)
    opened.session.close(opened.session.current.key)
    client.holds.clear()
    qtbot.waitUntil(lambda: opened.session.current.version is not None)

    assert client.asked == ["diagnose", "detect", "restore"]


def test_closing_in_the_middle_of_a_job_ends_the_threads(opened, client, qtbot):
    client.holds.set()
    opened.desk.restoring.restore()
    qtbot.waitUntil(lambda: "restore" in client.asked)
    threads = [worker.thread() for worker in (opened.host, opened.runner)]
    assert all(thread.isRunning() for thread in threads)
    opened.close()

    assert client.is_closed
    assert all(thread.isFinished() for thread in threads)


def test_the_device_and_its_reason_are_shown(program, qtbot):
    program.warm_up()
    qtbot.waitUntil(lambda: program.window.status.device_label.text() == "Processor · float32")

    assert program.window.status.device_label.toolTip() == "There is no graphics card."


def test_an_engine_that_cannot_start_is_told(program, client, qtbot):
    client.error = UserError("This computer has no CUDA.")
    program.warm_up()
    qtbot.waitUntil(lambda: program.window.messages.words == "This computer has no CUDA.")


def test_dropped_photographs_are_opened(program, qtbot, scan):
    program.window.show_page("restore")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan)), QUrl("https://example.org/x.png")])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    program.window.dropEvent(drop)
    qtbot.waitUntil(lambda: [entry.path for entry in program.session.photos] == [scan])


def test_a_folder_opens_the_photographs_in_it(program, qtbot, tmp_path, scan):
    (tmp_path / "notes.txt").touch()
    (tmp_path / "empty").mkdir()
    program.session.open([tmp_path])
    qtbot.waitUntil(lambda: [entry.path for entry in program.session.photos] == [scan])
    program.session.open([tmp_path / "empty"])
    qtbot.waitUntil(lambda: "no photographs" in program.window.messages.words)


def test_the_program_has_an_icon_of_its_own_in_every_size(qapp):
    icon = make_application().windowIcon()

    for side in (16, 48, 256):
        drawn = icon.pixmap(side).toImage()
        assert (drawn.width(), drawn.pixelColor(side // 2, side // 12 + 1).alpha()) == (side, 255)
