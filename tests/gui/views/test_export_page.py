"""Photographs exported from a real window, with real files and a real library."""

import json

import cv2
import pytest
from gui.restored_library import add_photos, add_result
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from photorestore.exporting.presets import load_presets
from photorestore.gui.app import Program
from photorestore.gui.state.export_order import Fate, Product
from photorestore.gui.views.export_table import RESULT, TARGET, VERSION
from photorestore.library.photos import set_caption, set_date
from photorestore.library.versions import keep_version, versions


@pytest.fixture
def photos(program, tmp_path):
    """Four photographs: two versions of which the first is kept, one version, none, none."""
    ids = add_photos(program.library, tmp_path / "scans", 4)
    keep_version(program.library, add_result(program.library, ids[0], level=60))
    add_result(program.library, ids[0], level=200)
    add_result(program.library, ids[1], level=120)
    set_caption(program.library, ids[0], "Aunt Rosa")
    set_date(program.library, [ids[0]], "c. 1952")
    return ids


@pytest.fixture
def page(program, photos, qtbot, tmp_path):
    program.errands.export(photos)
    program.export.choices.set_folder(tmp_path / "out")
    program.export.choices.choose_preset("Archive")
    wait_for_plan(program, qtbot)
    return program.window.find_page("export")


def wait_for_plan(program, qtbot):
    qtbot.waitUntil(lambda: program.export.is_planned and bool(program.export.plan.files))


def run(program, qtbot):
    program.export.start()
    qtbot.waitUntil(lambda: not program.export.is_running, timeout=20_000)


def column(page, number):
    return [page.table.photos.index(row, number).data() for row in range(page.table.photos.rowCount())]


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_kept_or_the_newest_version_is_offered_else_the_original(program, page, photos):
    assert program.window.page_name == "export"
    chosen = [photo.chosen for photo in program.export.photos]

    assert chosen == [versions(program.library, photos[0])[0].id, versions(program.library, photos[1])[0].id, 0, 0]
    assert column(page, VERSION)[2] == "Original"


def test_the_plan_says_what_will_be_written(page, tmp_path):
    assert column(page, TARGET) == [f"scan {n}.tif" for n in (1, 2, 3, 4)]
    assert "are free" in page.panel._space.text()
    assert not (tmp_path / "out").exists()


def test_ctrl_enter_exports_what_was_planned_and_originals_stay(program, page, qtbot, tmp_path):
    before = [path.read_bytes() for path in sorted((tmp_path / "scans").iterdir())]
    QTest.keyClick(program.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.export.report is not None, timeout=20_000)

    assert names_in(tmp_path / "out") == [f"scan {n}.tif" for n in (1, 2, 3, 4)]
    assert cv2.imread(str(tmp_path / "out" / "scan 1.tif")).mean() == 60
    assert column(page, RESULT)[0] == "Saved: scan 1.tif"
    assert "4 files saved" in program.window.messages.words
    assert [path.read_bytes() for path in sorted((tmp_path / "scans").iterdir())] == before


def test_another_version_is_chosen_by_a_letter_in_the_list(program, page, qtbot, tmp_path):
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_V)
    run(program, qtbot)

    assert cv2.imread(str(tmp_path / "out" / "scan 1.tif")).mean() == 200


def test_what_can_not_be_read_is_named_with_its_reason_and_the_others_are_exported(
    program, page, qtbot, photos, tmp_path
):
    versions(program.library, photos[1])[0].result.write_bytes(b"broken")
    run(program, qtbot)

    assert [program.export.outcomes[photo].fate for photo in photos] == [
        Fate.WRITTEN, Fate.FAILED, Fate.WRITTEN, Fate.WRITTEN,
    ]  # fmt: skip
    assert "is not a picture" in column(page, RESULT)[1]
    assert "is not a picture" in page._report.text()
    assert len(names_in(tmp_path / "out")) == 3


def test_a_cancel_stops_before_the_next_photograph(program, page, qtbot, photos):
    program.export.start()
    QTest.keyClick(program.window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not program.export.is_running, timeout=20_000)

    assert program.export.outcomes[photos[-1]].fate is Fate.CANCELLED
    assert "Cancelled" in program.window.messages.words


@pytest.mark.parametrize(
    ("conflict", "shown", "written"),
    [("number", "scan 1 (2).tif (name was taken)", 8), ("skip", "scan 1.tif (is there, skipped)", 4),
     ("overwrite", "scan 1.tif (replaces a file)", 4)],
)  # fmt: skip
def test_what_happens_to_names_that_are_taken_is_said_before(program, page, qtbot, tmp_path, conflict, shown, written):
    run(program, qtbot)
    program.export.choices.set_conflict(conflict)
    wait_for_plan(program, qtbot)
    assert column(page, TARGET)[0] == shown
    run(program, qtbot)

    assert len(names_in(tmp_path / "out")) == written


def test_names_are_shown_while_a_template_is_typed_and_a_wrong_one_is_explained(program, page):
    page.panel.name_form.template.selectAll()
    QTest.keyClicks(page.panel.name_form.template, "{counter:02} {caption} {date}")
    assert page.panel.name_form.examples.text().splitlines()[0] == "01 Aunt Rosa c. 1952.tif"
    QTest.keyClicks(page.panel.name_form.template, "{x}")

    assert "can't be used" in page.panel.name_form.examples.text()
    assert not page.panel.start_button.isEnabled()
    assert program.export.choices.preset.template == "{counter:02} {caption} {date}"


def test_a_preset_of_ones_own_is_saved_chosen_and_deleted(program, page, tmp_path):
    choices = program.export.choices
    choices.change_preset(quality=77, format="JPEG")
    assert "(changed)" in page.panel.preset_form.preset.currentText()
    assert not choices.save_preset("Print")
    assert choices.save_preset("Grandchildren")
    assert page.panel.preset_form.preset.currentText() == "Grandchildren"
    assert load_presets(tmp_path / "home" / "export-presets.json")[0].quality == 77
    choices.delete_preset()

    assert load_presets(tmp_path / "home" / "export-presets.json") == ()
    assert choices.preset.name == "Family share"


def test_damaged_presets_are_not_written_over(program, client, qtbot, tmp_path):
    file = tmp_path / "home" / "export-presets.json"
    file.write_text("{")
    again = Program(client, program.settings)
    qtbot.addWidget(again.window)

    assert not again.export.choices.save_preset("Mine")
    assert file.read_text() == "{"
    again.close()


@pytest.mark.parametrize(
    ("product", "names"),
    [
        (Product.PAIRS, ["scan 1 before and after.jpg", "scan 2 before and after.jpg"]),
        (Product.SHEET, ["Summer.jpg"]),
        (Product.PDF, ["Summer.pdf"]),
        (Product.GALLERY, ["Summer"]),
    ],
)
def test_albums_of_every_kind_are_made(program, page, qtbot, tmp_path, product, names):
    program.window.actions_[f"export_{product.value}"].trigger()
    program.export.choices.change_album(title="Summer")
    run(program, qtbot)

    assert names_in(tmp_path / "out") == names
    if product is Product.PAIRS:
        assert "no picture from before" in column(page, RESULT)[2]
    if product is Product.GALLERY:
        made = (tmp_path / "out" / "Summer" / "index.html").read_text()
        assert "Aunt Rosa" in made
        assert made.count("data-pair") == 2


def test_the_last_export_is_repeated_with_other_photographs_after_a_restart(
    program, page, client, qtbot, tmp_path, photos
):
    run(program, qtbot)
    program.export.choices.set_product(Product.PDF)
    again = Program(client, program.settings)
    qtbot.addWidget(again.window)
    again.errands.export(photos[2:3])
    qtbot.waitUntil(lambda: bool(again.export.photos))
    again.window.actions_["export_repeat"].trigger()
    qtbot.waitUntil(lambda: again.export.report is not None, timeout=20_000)

    assert [path.name for path in again.export.report.paths] == ["scan 3 (2).tif"]
    again.close()


def test_a_full_disk_is_said_before_anything_is_written(program, page, qtbot, tmp_path, monkeypatch):
    usage = type("Usage", (), {"free": 10})()
    monkeypatch.setattr("shutil.disk_usage", lambda folder: usage)
    program.export.choices.choose_preset("Print")
    qtbot.waitUntil(lambda: bool(program.export.plan.trouble) and program.export.is_planned)

    assert "Make room" in page.panel._space.text()
    assert not page.panel.start_button.isEnabled()


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))


def test_dropped_files_of_the_library_are_added_and_strangers_named(program, photos, qtbot, tmp_path):
    program.window.show_page("export")
    (tmp_path / "letter.txt").write_text("Dear grandmother")
    drop(program.window, tmp_path / "scans" / "scan 2.png", tmp_path / "letter.txt")
    qtbot.waitUntil(lambda: [photo.id for photo in program.export.photos] == [photos[1]])
    qtbot.waitUntil(lambda: "1 of the dropped files" in program.window.messages.words)
    drop(program.window, tmp_path / "scans")
    qtbot.waitUntil(lambda: len(program.export.photos) == 4)

    assert program.session.photos == []


def test_what_is_open_in_restore_is_offered_if_nothing_was_chosen(program, photos, qtbot, tmp_path):
    program.session.open([tmp_path / "scans" / "scan 3.png"])
    qtbot.waitUntil(lambda: bool(program.session.photos))
    program.window.show_page("export")
    qtbot.waitUntil(lambda: [photo.id for photo in program.export.photos] == [photos[2]])


def test_who_sends_one_photograph_to_export_exports_no_other(program, photos, qtbot, tmp_path):
    program.session.open([tmp_path / "scans" / "scan 3.png"])
    qtbot.waitUntil(lambda: bool(program.session.photos))
    program.errands.export([photos[0]])
    wait_for_plan(program, qtbot)
    qtbot.wait(100)

    assert [photo.id for photo in program.export.photos] == [photos[0]]


def test_news_of_the_library_loses_nothing_that_is_asked_for(program, page, photos, qtbot):
    program.errands.export([photos[3]])
    program.errands.photos_changed.emit([])
    qtbot.waitUntil(lambda: [photo.id for photo in program.export.photos] == [photos[3]])
    program.export._list([photos[1]], adds=True)
    program.errands.photos_changed.emit([photos[3]])

    qtbot.waitUntil(lambda: [photo.id for photo in program.export.photos] == [photos[3], photos[1]])


def test_a_new_version_is_offered_at_once(program, page, photos, qtbot):
    version = add_result(program.library, photos[2])
    program.errands.photos_changed.emit([photos[2]])

    qtbot.waitUntil(lambda: program.export.photos[2].chosen == version)


def test_what_is_restored_during_an_export_is_offered_after_it_beside_the_results(program, page, photos, qtbot):
    program.export.start()
    version = add_result(program.library, photos[2])
    program.errands.photos_changed.emit([photos[2]])
    qtbot.waitUntil(lambda: not program.export.is_running, timeout=20_000)
    qtbot.waitUntil(lambda: program.export.photos[2].chosen == version)

    assert column(page, RESULT)[0] == "Saved: scan 1.tif"
    assert page._report.text() == "4 files saved."


def test_news_of_the_library_leaves_the_results_of_an_export_visible(program, page, photos, qtbot):
    run(program, qtbot)
    version = add_result(program.library, photos[3])
    program.errands.photos_changed.emit([photos[3]])
    qtbot.waitUntil(lambda: program.export.photos[3].chosen == version)

    assert column(page, RESULT)[0] == "Saved: scan 1.tif"
    program.errands.export(photos)
    qtbot.waitUntil(lambda: program.export.report is None)


def test_delete_takes_photographs_out_of_the_list_only(program, page, photos):
    page.table.setFocus()
    page.table.selectRow(1)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)

    assert [photo.id for photo in program.export.photos] == [photos[0], *photos[2:]]
    assert page.table.currentIndex().row() == 1


def test_choices_survive_a_restart_and_damage(program, page, client, qtbot):
    program.export.choices.set_product(Product.SHEET)
    program.export.choices.change_album(columns=3)
    again = Program(client, program.settings)
    qtbot.addWidget(again.window)
    assert (again.export.choices.product, again.export.choices.album.columns) == (Product.SHEET, 3)
    assert json.loads(again._parts.memory.value("export/album"))["columns"] == 3
    again._parts.memory.setValue("export/album", "[1")
    again._parts.memory.setValue("export/preset", "nonsense")
    third = Program(client, program.settings)
    qtbot.addWidget(third.window)

    assert third.export.choices.album.columns == 4
    assert third.export.choices.preset.name == "Family share"
    again.close()
    third.close()
