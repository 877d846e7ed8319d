"""The story a user lives: real widgets, real files, the real engine, from a folder to an album and a second start."""

import hashlib
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from helpers import scene, scratch
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QInputDialog, QLineEdit

from photorestore import paths
from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.core.stages import STAGES
from photorestore.files.reading import read_photo
from photorestore.gui.app import Program, make_application
from photorestore.gui.state.library_state import Kind, Place
from photorestore.host.client import EngineClient
from photorestore.library.albums import albums
from photorestore.library.listing import Selection, photo_ids
from photorestore.library.photos import photo_by_id
from photorestore.library.strokes import load_strokes
from photorestore.library.versions import versions

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("collected_here", "_offline"),
    pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True),
]

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
SIZE = (120, 168)  # height and width
PAINTED, SPARED = Box(96, 24, 144, 36), Box(0, 60, 168, 84)  # what the user takes for damage; what they don't
LONG = 60_000


@pytest.fixture
def scans(tmp_path):
    """A folder with a scratched photograph, a sound one, and a letter that is none."""
    folder = tmp_path / "grandmother"
    folder.mkdir()
    cv2.imwrite(str(folder / "garden.png"), np.rint(scratch(scene(*SIZE))[..., ::-1] * 255))
    cv2.imwrite(str(folder / "meadow.jpg"), np.rint(scene(*SIZE, seed=5)[..., ::-1] * 255))
    (folder / "letter.png").write_text("Dear grandmother")
    return folder


@pytest.fixture
def start(qapp, tmp_path, qtbot):
    """Starts the program on the same data folder as often as it is called; the last one is ended at the end."""
    started = []

    def begin():
        make_application()
        program = Program(EngineClient(log_path=tmp_path / "engine.log"))
        started.append(program)
        program.begin()
        program.window.show_page("library")
        return program

    yield begin
    quit_program(started[-1], qtbot)


def quit_program(program, qtbot):
    program.window.close()
    program.close()
    program.window.deleteLater()
    qtbot.wait(1)


def digests(folder: Path) -> dict[Path, str]:
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def trigger(program, name):
    action = program.window.actions_[name]
    assert action.isEnabled(), name
    action.trigger()


def answer_folder(dialog, folder):
    dialog.setDirectory(str(folder.parent))
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(folder))
    box = dialog.findChild(QDialogButtonBox)
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Open) or box.buttons()[0], LEFT)


def import_folder(program, folder, qtbot):
    trigger(program, "import_folder")
    with qtbot.waitSignal(program.photographs.jobs.imported) as imported:
        answer_folder(program.window.findChild(QFileDialog), folder)
    qtbot.waitUntil(lambda: len(program.photographs.state.ids) == 2)
    return imported.args[0]


def tile_of(program, photo_id):
    grid = program.window.find_page("library").grid
    row = list(program.photographs.state.ids).index(photo_id)
    grid.scrollTo(grid.photos.index(row))
    return grid.viewport(), grid.visualRect(grid.photos.index(row)).center()


def open_by_double_click(program, photo_id, qtbot):
    viewport, place = tile_of(program, photo_id)
    QTest.mouseClick(viewport, LEFT, NONE, place)
    QTest.mouseDClick(viewport, LEFT, NONE, place)
    qtbot.waitUntil(lambda: program.session.current is not None and program.session.current.is_ready)
    qtbot.waitUntil(lambda: program.session.current.suggested is not None, timeout=LONG)


def detect(program, qtbot):
    if not program.desk.editor.has_map and not program.desk.masks.is_detecting:
        trigger(program, "mask_detect")
    qtbot.waitUntil(lambda: program.desk.editor.has_map and not program.desk.editor.is_settling, timeout=LONG)


def drag(canvas, button, *points):
    places = [canvas.on_screen(point).toPoint() for point in points]
    QTest.mousePress(canvas, button, NONE, places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, button, NONE, places[-1])


def lines_over(box, step=4):
    """Strokes to and fro that cover a box."""
    for y in range(box.top + step, box.bottom, step):
        yield (box.left + step, y), (box.right - step, y)


def correct_mask(program):
    """What was overlooked is painted, and the middle of the picture is taken out of the mask."""
    canvas = program.window.restore_page.canvas
    program.desk.tools.set_brush(replace(program.desk.tools.brush, radius_px=4, feels_pressure=False))
    trigger(program, "mask_brush")
    for line in lines_over(PAINTED):
        drag(canvas, LEFT, *line)
    for line in lines_over(SPARED):
        drag(canvas, RIGHT, *line)


def fill_only(program):
    """Every stage but the filling is switched off by its switch."""
    cards = program.window.restore_page.panel.stages.cards
    for stage in STAGES:
        switch = cards[stage.name].switch
        if switch.isChecked() != (stage.name == "scratches"):
            switch.click()


def restore(program, count, qtbot):
    QTest.mouseClick(program.window.restore_page.panel.buttons.restore_button, LEFT)
    qtbot.waitUntil(
        lambda: len(program.session.current.versions) == count and program.session.current.can_restore, timeout=LONG
    )
    assert program.session.current.trouble == ""


def keep_first_version(program, photo_id, qtbot):
    """On the Compare page the older of two versions is put in front, looked at, and kept."""
    trigger(program, "go_library")
    viewport, place = tile_of(program, photo_id)
    QTest.mouseClick(viewport, LEFT, NONE, place)
    trigger(program, "compare_photos")
    page = program.window.find_page("compare")
    qtbot.waitUntil(lambda: program.compare.photo is not None and not program.compare.is_waiting)
    assert page.panel.versions.count() == 3
    page.panel.versions.setCurrentRow(1)
    qtbot.waitUntil(lambda: not program.compare.is_waiting)
    assert all(program.compare.picture(version) is not None for version in program.compare.compared)
    QTest.mouseClick(page.panel.keep_button, LEFT)


def make_album(program, name, qtbot):
    trigger(program, "go_library")
    program.photographs.state.show(Place())
    qtbot.waitUntil(lambda: len(program.photographs.state.ids) == 2)
    trigger(program, "select_all")
    trigger(program, "new_album")
    dialog = program.window.findChild(QInputDialog)
    dialog.setTextValue(name)
    QTest.mouseClick(dialog.findChild(QDialogButtonBox).buttons()[0], LEFT)
    qtbot.waitUntil(lambda: [album.name for album in program.photographs.state.albums] == [name])
    qtbot.waitUntil(lambda: program.photographs.state.place.kind is Kind.ALBUM)


def choose_export_folder(program, folder):
    """The system's question waits for an answer, so the answer is given while it waits."""
    folder.mkdir()
    QTimer.singleShot(200, lambda: answer_folder(QApplication.activeModalWidget(), folder))
    trigger(program, "export_folder")
    assert program.export.choices.folder == folder


def export(program, product, qtbot):
    trigger(program, f"export_{product}")
    qtbot.waitUntil(lambda: program.export.is_planned and bool(program.export.plan.files))
    QTest.mouseClick(program.window.find_page("export").panel.start_button, LEFT)
    qtbot.waitUntil(lambda: program.export.report is not None, timeout=LONG)
    assert program.export.report.problems == ()
    return program.export.report.paths


def inside(box, mask):
    return mask[box.slices]


def test_a_user_imports_corrects_restores_keeps_and_exports_and_finds_it_all_again(start, scans, tmp_path, qtbot):
    before = digests(scans)
    program = start()

    report = import_folder(program, scans, qtbot)
    assert [refused.path.name for refused in report.broken] == ["letter.png"]
    library = program.library
    ids = {photo_by_id(library, one).name: one for one in photo_ids(library, Selection())}
    garden = ids["garden.png"]

    open_by_double_click(program, garden, qtbot)
    detect(program, qtbot)
    editor = program.desk.editor
    found = editor.mask()
    assert inside(SPARED, found).any()
    assert not inside(PAINTED, found).any()
    correct_mask(program)
    mask = editor.mask()
    assert inside(PAINTED, mask).mean() > 0.8
    assert not mask[SPARED.top + 6 : SPARED.bottom - 6].any()

    fill_only(program)
    restore(program, 1, qtbot)
    original = read_photo(scans / "garden.png").pixels
    first = read_photo(program.session.current.version.result).pixels
    changed = np.abs(first - original).max(2) > 1.5 / 255
    assert inside(PAINTED, changed).any()
    assert not changed[SPARED.top + 8 : SPARED.bottom - 8].any()
    assert not changed[cv2.dilate(mask.astype(np.uint8), np.ones((9, 9))) == 0].any()
    program.window.restore_page.panel.stages.cards["denoise"].switch.click()
    restore(program, 2, qtbot)
    keep_first_version(program, garden, qtbot)
    qtbot.waitUntil(lambda: [version.kept for version in versions(library, garden)] == [True, False])

    make_album(program, "Summer at home", qtbot)
    trigger(program, "export_photos")
    qtbot.waitUntil(lambda: len(program.export.photos) == 2)
    choose_export_folder(program, tmp_path / "for the family")
    (pdf,) = export(program, "pdf", qtbot)
    gallery = export(program, "gallery", qtbot)[0].parent
    exported = digests(tmp_path / "for the family")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "Summer at home" in (gallery / "index.html").read_text()
    strokes, results = load_strokes(library, garden), [version.result for version in versions(library, garden)]
    kept = digests(paths.library().parent / "results")
    assert {result.name for result in results} == {path.name for path in kept}
    quit_program(program, qtbot)

    again = start()
    library = again.library
    qtbot.waitUntil(lambda: len(again.photographs.state.ids) == 2)
    assert photo_by_id(library, garden).path == scans / "garden.png"
    assert load_strokes(library, garden) == strokes
    assert [(version.result, version.kept) for version in versions(library, garden)] == [
        (results[0], True),
        (results[1], False),
    ]
    (album,) = albums(library)
    assert (album.name, set(photo_ids(library, Selection(album_id=album.id)))) == ("Summer at home", set(ids.values()))
    open_by_double_click(again, garden, qtbot)
    detect(again, qtbot)
    assert (again.desk.editor.mask() == mask).all()
    assert again.desk.editor.can_undo
    recipe = again.session.current.wanted
    assert [stage.name for stage in STAGES if recipe.settings(stage.name).enabled] == ["denoise", "scratches"]
    assert Recipe.from_json(versions(library, garden)[0].recipe).scratches.enabled
    assert digests(tmp_path / "for the family") == exported
    assert digests(paths.library().parent / "results") == kept
    assert digests(scans) == before
