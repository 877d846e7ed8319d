"""The Library page with a real library, real files and real widgets."""

import pytest
from library.made_library import add_row, save_picture
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMessageBox, QPushButton

from photorestore.gui.item_models.photo_model import GLANCE, photos_held, photos_in_hand
from photorestore.gui.settings import IMPORT_COPY
from photorestore.gui.state.library_state import Kind, Place
from photorestore.gui.views.import_report import ImportReportDialog
from photorestore.library.albums import add_album, add_to_album
from photorestore.library.listing import Order, Selection, photo_ids
from photorestore.library.photos import Flag, photo_by_id, photos_where
from photorestore.library.places import new_result_path
from photorestore.library.trash import ids_in_trash
from photorestore.library.versions import add_version, keep_version

NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def scans(tmp_path):
    return [save_picture(tmp_path / "scans" / f"scan {number}.png", number) for number in range(4)]


@pytest.fixture
def page(program):
    program.window.show_page("library")
    program.window.activateWindow()
    return program.window.page


@pytest.fixture
def filled(program, page, scans, qtbot):
    """The page after four photographs were imported, the last one first."""
    take_in(program, page, scans, qtbot)
    program.photographs.state.show(Place())
    return page


def take_in(program, page, paths, qtbot):
    with qtbot.waitSignal(program.photographs.jobs.finished):
        page.take_in(paths)
    qtbot.waitUntil(lambda: not program.photographs.jobs.running)


def choose(program, *rows):
    """Through the state, as the view would."""
    state = program.photographs.state
    state.choose([state.ids[row] for row in rows])
    program.window.page.grid.show_chosen()


def drop_on(widget, at, data):
    drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEY)
    widget.dropEvent(drop)


def test_the_library_is_the_page_of_the_first_start_and_invites(program):
    assert program.window.page_name == "library"
    assert program.window.page.invitation.isVisible()
    assert not program.window.page.grid.isVisible()


def test_a_dropped_folder_comes_in_and_is_shown(program, page, scans, tmp_path, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "scans"))])
    with qtbot.waitSignal(program.photographs.jobs.imported):
        drop_on(program.window, QPoint(5, 5), data)
    qtbot.waitUntil(lambda: len(program.photographs.state.ids) == 4)
    assert page.grid.isVisible()
    assert "4 photographs are new" in program.window.messages.words
    titles = [page.grid.photos.index(row).data() for row in range(4)]

    assert titles == ["scan 3", "scan 2", "scan 1", "scan 0"]
    assert not program.session.photos


def test_broken_files_and_duplicates_are_named_with_reasons_and_nothing_blocks(program, filled, tmp_path, qtbot):
    (tmp_path / "scans" / "letter.png").write_text("Dear grandmother")
    twin = tmp_path / "scans" / "twin.png"
    twin.write_bytes((tmp_path / "scans" / "scan 1.png").read_bytes())
    take_in(program, filled, [tmp_path / "scans"], qtbot)
    qtbot.waitUntil(lambda: filled.findChild(ImportReportDialog) is not None)
    dialog = filled.findChild(ImportReportDialog)
    groups = [dialog.files.topLevelItem(at) for at in range(dialog.files.topLevelItemCount())]
    lines = {group.child(at).text(0): group.child(at).text(1) for group in groups for at in range(group.childCount())}

    assert not dialog.isModal()
    assert "is not a picture" in lines["letter.png"]
    assert "scan 1.png" in lines["twin.png"]
    assert len(lines) == 6
    dialog.close()


def test_an_import_can_be_cancelled_and_what_came_in_stays(program, page, tmp_path, qtbot):
    for number in range(300):
        save_picture(tmp_path / "many" / f"{number}.png", number)
    jobs = program.photographs.jobs
    jobs.progress.connect(
        lambda job, share: jobs.cancel() if share > 0.01 else None, Qt.ConnectionType.DirectConnection
    )
    with qtbot.waitSignal(jobs.imported) as told:
        page.take_in([tmp_path / "many"])
    report = told.args[0]

    assert report.was_cancelled
    assert 0 < len(report.added) < 300
    assert len(photo_ids(program.library)) == len(report.added)


def test_copies_are_made_if_the_setting_says_so(program, page, scans, qtbot):
    program.settings.set(IMPORT_COPY, "copy")
    take_in(program, page, scans[:1], qtbot)
    photo = photo_by_id(program.library, photo_ids(program.library)[0])

    assert photo.path.is_relative_to(program.library.folder)
    assert photo.path.read_bytes() == scans[0].read_bytes()


def test_the_small_pictures_are_painted(program, filled, qtbot):
    tile = filled.grid.tile
    filled.grid.grab()
    program.photographs.thumbnails.wait()
    qtbot.waitUntil(lambda: tile._thumbnails._bytes > 0)
    seen = filled.grid.viewport().grab().toImage()
    rect = filled.grid.visualRect(filled.grid.photos.index(0))
    ground = seen.pixelColor(rect.center().x(), seen.height() - 2)

    assert seen.pixelColor(rect.center().x(), rect.top() + 50) != ground


def test_digits_and_letters_rate_what_is_chosen_and_ctrl_z_takes_it_back(program, filled):
    choose(program, 0, 2)
    filled.grid.setFocus()
    ids = list(program.photographs.state.chosen)
    QTest.keyClick(filled.grid, Qt.Key.Key_4)
    QTest.keyClick(filled.grid, Qt.Key.Key_P)
    assert {(photo_by_id(program.library, one).stars, photo_by_id(program.library, one).flag) for one in ids} == {
        (4, Flag.KEEP)
    }
    QTest.keyClick(filled.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(filled.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert {photo_by_id(program.library, one).stars for one in ids} == {0}


def test_letters_in_the_search_field_are_words(program, filled, qtbot):
    choose(program, 0)
    QTest.keyClick(filled.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert filled.bar.search.hasFocus()
    QTest.keyClicks(filled.bar.search, "scan 2")
    qtbot.waitUntil(lambda: len(program.photographs.state.ids) == 1)

    assert photo_by_id(program.library, program.photographs.state.ids[0]).stars == 0
    assert photo_by_id(program.library, program.photographs.state.ids[0]).name == "scan 2.png"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_D])
def test_enter_opens_what_is_chosen_for_restoring(program, filled, key, qtbot):
    choose(program, 1, 2)
    wanted = list(program.photographs.state.chosen)
    filled.grid.setFocus()
    with qtbot.waitSignal(program.errands.editing_wanted, check_params_cb=lambda ids: ids == wanted):
        QTest.keyClick(filled.grid, key)

    assert program.window.page_name == "restore"


def test_what_needs_another_page_is_off_until_there_is_one(program, filled):
    choose(program, 0)
    actions = program.window.actions_
    pages = {entry.name for entry in actions.entries}
    for name, page in (("compare_photos", "go_compare"), ("export_photos", "go_export"), ("queue_photos", "go_queue")):
        assert actions[name].isEnabled() == (page in pages)


def test_delete_goes_to_the_trash_and_comes_back_from_it(program, filled, qtbot):
    state, actions = program.photographs.state, program.window.actions_
    choose(program, 0)
    chosen = list(state.chosen)
    filled.grid.setFocus()
    QTest.keyClick(filled.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(state.ids) == 3)
    assert ids_in_trash(program.library) == chosen
    state.show(Place(Kind.TRASH))
    choose(program, 0)
    assert not actions["stars_3"].isEnabled()
    actions["untrash_photos"].trigger()
    qtbot.waitUntil(lambda: state.ids == [])

    assert len(photo_ids(program.library)) == 4


def test_emptying_the_trash_asks_and_leaves_the_users_files(program, filled, scans, qtbot):
    state = program.photographs.state
    choose(program, 0, 1)
    filled.work.trash()
    state.show(Place(Kind.TRASH))
    qtbot.waitUntil(lambda: len(state.ids) == 2)
    assert "Empty the trash" in filled.strip.button.text()
    filled.strip.button.click()
    question = filled.findChild(QMessageBox)
    with qtbot.waitSignal(program.photographs.jobs.emptied):
        next(button for button in question.findChildren(QPushButton) if button.text() == "Empty the trash").click()
    qtbot.waitUntil(lambda: state.ids == [])

    assert all(scan.is_file() for scan in scans)
    assert not program.window.actions_["undo_library"].isEnabled()


def test_in_an_album_delete_only_takes_out_of_it(program, filled, qtbot):
    state = program.photographs.state
    album = add_album(program.library, "Family")
    add_to_album(program.library, album, state.ids)
    state.show(Place(Kind.ALBUM, "all", album))
    choose(program, 1)
    filled.grid.setFocus()
    QTest.keyClick(filled.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(state.ids) == 3)
    assert ids_in_trash(program.library) == []
    choose(program, 1)
    QTest.keyClick(filled.grid, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)

    assert len(ids_in_trash(program.library)) == 1


def test_ctrl_n_makes_an_album_of_what_is_chosen(program, filled, qtbot):
    choose(program, 0, 2)
    chosen = list(program.photographs.state.chosen)
    program.window.actions_["new_album"].trigger()
    dialog = filled.findChild(QInputDialog)
    dialog.setTextValue("Family")
    dialog.accept()
    qtbot.waitUntil(lambda: program.photographs.state.place.kind is Kind.ALBUM)

    assert program.photographs.state.ids == chosen
    assert ("Family", 2) in filled.places.rows_of()


def test_photographs_are_dropped_on_an_album_and_put_in_order_by_hand(program, filled, qtbot):
    state = program.photographs.state
    album = add_album(program.library, "Family")
    program.errands.albums_changed.emit()
    qtbot.waitUntil(lambda: ("Family", 0) in filled.places.rows_of())
    row = filled.places.rows_of().index(("Family", 0))
    data = filled.grid.photos.mimeData([filled.grid.photos.index(at) for at in (0, 1, 2)])
    assert photos_held(data) == state.ids[:3]
    drop_on(filled.places, filled.places.visualItemRect(filled.places.item(row)).center(), data)
    members = photo_ids(program.library, Selection(album_id=album), Order.ALBUM)
    assert members == state.ids[:3]
    state.show(Place(Kind.ALBUM, "all", album))
    filled.grid.grab()
    first = filled.grid.visualRect(filled.grid.photos.index(0))
    drop_on(filled.grid, QPoint(first.left() + 3, first.center().y()), photos_in_hand(members[2:]))
    qtbot.waitUntil(lambda: state.ids == [members[2], *members[:2]])


def test_the_place_of_a_drop_is_shown_only_where_there_is_an_order(program, filled):
    data = photos_in_hand(program.photographs.state.ids[:1])
    move = QDragMoveEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEY)
    filled.grid.dragMoveEvent(move)

    assert not move.isAccepted()


def test_caption_and_date_are_taken_and_the_date_shown_as_understood(program, filled, qtbot):
    choose(program, 0)
    photo_id = program.photographs.state.chosen[0]
    program.window.actions_["edit_caption"].trigger()
    QTest.keyClicks(filled.details.caption, "Kaethe")
    QTest.keyClick(filled.details.caption, Qt.Key.Key_Return)
    filled.details.date.setFocus()
    QTest.keyClicks(filled.details.date, "c. 1952")
    assert "50" in filled.details._understood.text()
    assert "54" in filled.details._understood.text()
    choose(program, 1)
    photo = photo_by_id(program.library, photo_id)

    assert (photo.caption, photo.date.text) == ("Kaethe", "c. 1952")
    assert filled.details.caption.text() == ""


def test_a_date_is_for_all_that_are_chosen_and_a_caption_for_one(program, filled):
    choose(program, 0, 1)
    assert not filled.details.caption.isEnabled()
    QTest.keyClicks(filled.details.date, "1961")
    filled.details.take_all()

    assert {photo_by_id(program.library, one).date.text for one in program.photographs.state.chosen} == {"1961"}


def test_what_the_library_cannot_take_now_is_kept_with_its_photograph_and_taken_later(program, filled):
    details, state = filled.details, program.photographs.state
    choose(program, 0)
    first = state.chosen[0]
    program.library.run("PRAGMA query_only = ON")
    for control, words in ((details.caption, "Kaethe"), (details.date, "1952"), (details.note, "on the back")):
        QTest.keyClicks(control, words)
    choose(program, 1)
    assert (details.caption.text(), details.date.text(), details.note.toPlainText()) == ("", "", "")
    choose(program, 0)
    assert (details.caption.text(), details.date.text(), details.note.toPlainText()) == (
        "Kaethe", "1952", "on the back",
    )  # fmt: skip
    choose(program, 1)
    program.library.run("PRAGMA query_only = OFF")

    assert program.window.close()
    photo = photo_by_id(program.library, first)
    assert (photo.caption, photo.date.text, photo.note) == ("Kaethe", "1952", "on the back")


def test_closing_asks_before_it_drops_what_the_library_cannot_take(program, filled):
    choose(program, 0)
    QTest.keyClicks(filled.details.caption, "Kaethe")
    program.library.run("PRAGMA query_only = ON")
    program.window.show_page("restore")
    assert not program.window.close()
    assert program.window.page is filled
    question = filled.findChild(QMessageBox)
    next(button for button in question.buttons() if button.text() == "Close anyway").click()
    program.library.run("PRAGMA query_only = OFF")

    assert not program.window.isVisible()


def test_a_key_turns_restored_photographs_over_while_it_is_held(program, filled, scans):
    photo_id = program.photographs.state.ids[0]
    result = save_picture(new_result_path(program.library, photo_id, "a"), 9)
    keep_version(program.library, add_version(program.library, photo_id, "{}", result, "1"))
    program.errands.photos_changed.emit([photo_id])
    glance = filled.grid.photos.index(0).data(GLANCE)
    assert glance.result == result
    filled.grid.setFocus()
    QTest.keyPress(filled.grid, Qt.Key.Key_Backslash)
    assert filled.grid.tile.flips
    QTest.qWait(350)
    QTest.keyRelease(filled.grid, Qt.Key.Key_Backslash)

    assert not filled.grid.tile.flips


def test_a_moved_file_is_linked_again_and_the_others_are_proposed(program, filled, scans, tmp_path, qtbot):
    from photorestore.library.missing import check_files
    from photorestore.library.volumes import SystemMounts

    state, jobs = program.photographs.state, program.photographs.jobs
    (tmp_path / "scans").rename(tmp_path / "moved")
    check_files(program.library, SystemMounts())
    program.errands.photos_changed.emit([])
    state.show(Place(Kind.SMART, "missing"))
    assert len(state.ids) == 4
    choose(program, 0)
    assert program.window.actions_["relink"].isEnabled()
    name = state.glance(0).photo.name
    with qtbot.waitSignal(jobs.relinked):
        jobs.relink(state.ids[0], tmp_path / "moved" / name)
    qtbot.waitUntil(lambda: filled.findChild(QMessageBox) is not None)
    question = filled.findChild(QMessageBox)
    assert "3 more" in question.text()
    with qtbot.waitSignal(jobs.moved_found):
        next(button for button in question.findChildren(QPushButton) if "all" in button.text()).click()
    qtbot.waitUntil(lambda: state.ids == [])


def test_look_alikes_are_found_and_all_but_the_best_chosen(program, filled, tmp_path, qtbot):
    from PIL import Image

    with Image.open(tmp_path / "scans" / "scan 1.png") as image:
        image.resize((128, 96)).save(tmp_path / "large.png")
    take_in(program, filled, [tmp_path / "large.png"], qtbot)
    with qtbot.waitSignal(program.photographs.jobs.alike_found, timeout=20_000):
        program.window.actions_["find_alike"].trigger()
    state = program.photographs.state
    qtbot.waitUntil(lambda: state.place.kind is Kind.ALIKE)
    assert [state.glance(row).photo.name for row in range(2)] == ["large.png", "scan 1.png"]
    qtbot.waitUntil(lambda: "best" in filled.strip.button.text())
    filled.strip.button.click()

    assert state.chosen == (state.ids[1],)


def test_smart_albums_are_counted_behind_the_window(program, filled, qtbot):
    qtbot.waitUntil(lambda: ("All photographs", 4) in filled.places.rows_of())

    assert "Missing" not in [words for words, _ in filled.places.rows_of()]


def test_a_window_made_anew_shows_the_same(program, filled, qtbot):
    choose(program, 2)
    program._remake_window()
    again = program.window.find_page("library")
    qtbot.waitUntil(lambda: [i.row() for i in again.grid.selectionModel().selectedIndexes()] == [2])


def test_two_windows_see_what_the_other_does(program, filled, client, qtbot):
    from photorestore.gui.app import Program

    other = Program(client, program.settings)
    qtbot.addWidget(other.window)
    assert len(other.photographs.state.ids) == 4
    add_row(other.library, "new.jpg")
    qtbot.waitUntil(lambda: len(program.photographs.state.ids) == 5, timeout=8000)
    other.close()


def test_what_came_in_is_examined_without_a_new_start(program, filled, qtbot):
    qtbot.waitUntil(lambda: program.library.numbers("SELECT examined FROM photo") == [1] * 4)


def test_an_original_that_another_program_wrote_is_looked_at_again_at_the_start(program, filled, scans, qtbot):
    qtbot.waitUntil(lambda: 0 not in program.library.numbers("SELECT examined FROM photo"))
    [old] = photos_where(program.library, "p.name = ?", (scans[0].name,))
    save_picture(scans[0], 77, size=(30, 90))
    heard = []
    program.photographs.jobs.photos_changed.connect(heard.append)

    program.photographs.jobs.begin()

    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0] == [old.id]
    new = photo_by_id(program.library, old.id)
    assert (new.width, new.height) == (90, 30)
    qtbot.waitUntil(lambda: photo_by_id(program.library, old.id).look_hash not in (None, old.look_hash))


def test_what_comes_in_by_the_restore_page_is_examined_too(program, scans, qtbot):
    program.keeper.take_in(scans[:1])

    qtbot.waitUntil(lambda: program.library.numbers("SELECT examined FROM photo") == [1])
