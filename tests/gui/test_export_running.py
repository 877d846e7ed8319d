"""What a cancel and a missing photograph leave behind, without a window."""

from dataclasses import replace

import pytest
from gui.restored_library import add_photos, add_result
from library.made_library import save_picture

from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.exporting.presets import PRESETS
from photorestore.gui.export_listing import list_for_export
from photorestore.gui.export_planning import plan_order
from photorestore.gui.export_running import run_order
from photorestore.gui.state.export_order import AlbumChoices, ExportOrder, Fate, Product
from photorestore.library.database import open_library
from photorestore.library.importing import import_pictures


@pytest.fixture
def photos(tmp_path):
    library = open_library(tmp_path / "library" / "library.db")
    yield tuple(list_for_export(library, add_photos(library, tmp_path / "scans", 3)))
    library.close()


def order(photos, folder, product=Product.FILES):
    return ExportOrder(product, photos, PRESETS[1], "number", folder, AlbumChoices(title="Summer"))


def test_a_cancel_keeps_what_is_finished_and_names_the_rest(photos, tmp_path):
    told = []
    progress = Progress(is_cancelled=lambda: bool(told))

    report = run_order(order(photos, tmp_path / "out"), ("", ""), progress, lambda *fate: told.append(fate))

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["scan 1.tif"]
    assert [outcome.fate for _, outcome in told] == [Fate.WRITTEN, Fate.CANCELLED, Fate.CANCELLED]
    assert report.was_cancelled


@pytest.mark.parametrize("product", [Product.SHEET, Product.PDF, Product.GALLERY])
def test_a_cancelled_album_leaves_nothing(qapp, photos, tmp_path, product):
    asked = []
    progress = Progress(lambda share, step: asked.append(share), lambda: len(asked) > 1)

    report = run_order(order(photos, tmp_path / "out", product), ("", ""), progress, lambda *fate: None)

    assert report.was_cancelled
    assert not list((tmp_path / "out").glob("*"))


def test_a_contact_sheet_cancelled_on_its_second_page_leaves_nothing(qapp, photos, tmp_path):
    choices = AlbumChoices(title="Summer", columns=1, rows=1)
    progress = Progress(is_cancelled=lambda: any((tmp_path / "out").glob("*.jpg")))

    report = run_order(
        replace(order(photos, tmp_path / "out", Product.SHEET), album=choices), ("", ""), progress, print
    )

    assert report.was_cancelled
    assert not list((tmp_path / "out").glob("*"))


def test_an_album_of_which_nothing_can_be_read_is_refused(qapp, photos, tmp_path):
    for photo in photos:
        photo.original.path.write_bytes(b"broken")

    with pytest.raises(UserError, match="None of the photographs"):
        run_order(order(photos, tmp_path / "out", Product.PDF), ("", ""), Progress(), lambda *fate: None)


def test_a_file_in_place_of_the_folder_is_told_before(photos, tmp_path):
    place = save_picture(tmp_path / "file.png")

    plan = plan_order(order(photos, place / "out"), lambda: False)

    assert "is a file" in plan.trouble
    assert plan.free_bytes > 0


def test_a_name_of_full_length_leaves_room_for_what_pairs_add(qapp, tmp_path):
    library = open_library(tmp_path / "library" / "library.db")
    ids = import_pictures(library, [save_picture(tmp_path / f"{'ä' * 120}.png")]).added
    add_result(library, ids[0])
    photos = tuple(list_for_export(library, ids))
    library.close()

    report = run_order(order(photos, tmp_path / "out", Product.PAIRS), ("", ""), Progress(), print)

    assert [path.name.endswith("ä before and after.jpg") for path in report.paths] == [True]
