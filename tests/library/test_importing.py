import os
import shutil

import pytest
from library.made_library import save_picture

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.library.hashing import content_hash
from photorestore.library.importing import add_made_picture, begin_import, import_pictures
from photorestore.library.listing import Selection, photo_ids
from photorestore.library.missing import check_files
from photorestore.library.photos import State, photo_by_id, photos_by_id, set_caption
from photorestore.library.places import new_result_path
from photorestore.library.trash import trash_photos


@pytest.fixture
def scans(tmp_path):
    return tmp_path / "scans"


def names(library, ids):
    return [one.name for one in photos_by_id(library, ids)]


def test_a_folder_is_referenced_where_it_lies(library, mounts, scans):
    save_picture(scans / "a.jpg", 1, size=(40, 60))
    save_picture(scans / "below" / "b.png", 2)
    before = {path: path.read_bytes() for path in scans.rglob("*.*")}

    report = import_pictures(library, [scans], mounts=mounts)

    first, second = photos_by_id(library, report.added)
    assert (first.path, first.width, first.height, first.is_copy) == (scans / "a.jpg", 60, 40, False)
    assert (second.path, second.state) == (scans / "below" / "b.png", State.NOT_RESTORED)
    assert (report.duplicates, report.broken, report.was_cancelled) == ((), (), False)
    assert {path: path.read_bytes() for path in scans.rglob("*.*")} == before


def test_the_same_bytes_come_in_once_and_the_other_file_is_named(library, mounts, scans):
    original = save_picture(scans / "a.jpg")
    shutil.copy(original, scans / "copy of a.jpg")

    report = import_pictures(library, [scans], mounts=mounts)

    [duplicate] = report.duplicates
    assert names(library, report.added) == ["a.jpg"]
    assert (duplicate.path.name, duplicate.photo_id) == ("copy of a.jpg", report.added[0])
    assert f"the same file as “{original}”" in duplicate.reason


def test_importing_again_changes_nothing(library, mounts, scans):
    save_picture(scans / "a.jpg")
    first = import_pictures(library, [scans], mounts=mounts)
    set_caption(library, first.added[0], "kept")

    again = import_pictures(library, [scans], mounts=mounts)

    assert again.added == ()
    assert again.duplicates[0].reason == "“a.jpg” is already in the library."
    assert photo_by_id(library, first.added[0]).caption == "kept"
    assert photo_ids(library, Selection("last import")) == [*first.added]


def test_files_with_equal_ends_and_different_middles_are_different(library, mounts, scans):
    first = save_picture(scans / "a.bmp", size=(400, 400))
    content = bytearray(first.read_bytes())
    content[len(content) // 2] ^= 255
    (scans / "b.bmp").write_bytes(content)

    report = import_pictures(library, [scans], mounts=mounts)

    assert names(library, report.added) == ["a.bmp", "b.bmp"]


def test_broken_files_are_named_with_their_reasons_and_the_rest_comes_in(library, mounts, scans):
    for number in range(6):
        save_picture(scans / f"good {number}.jpg", number)
    whole = save_picture(scans / "good.png", 9).read_bytes()
    (scans / "cut.png").write_bytes(whole[: len(whole) // 2])
    jpeg = (scans / "good 1.jpg").read_bytes()
    (scans / "cut.jpg").write_bytes(jpeg[: len(jpeg) // 2])
    (scans / "empty.jpg").touch()
    (scans / "letter.tif").write_text("Dear all")
    os.mkfifo(scans / "pipe.jpg")

    report = import_pictures(library, [scans, scans / "gone.jpg"], mounts=mounts)

    reasons = {refused.path.name: refused.reason for refused in report.broken}
    assert len(report.added) == 7
    assert set(reasons) == {"cut.png", "cut.jpg", "empty.jpg", "letter.tif", "pipe.jpg", "gone.jpg"}
    assert "damaged or incomplete" in reasons["cut.jpg"]
    assert "damaged or incomplete" in reasons["cut.png"]
    assert "is empty" in reasons["empty.jpg"]
    assert "does not exist" in reasons["gone.jpg"]


def test_a_cancel_keeps_what_came_in_before(library, mounts, scans):
    for number in range(5):
        save_picture(scans / f"{number}.jpg", number)
    heard = []
    progress = Progress(lambda share, text: heard.append(share), lambda: len(heard) >= 3)

    report = import_pictures(library, [scans], progress, mounts=mounts)

    assert report.was_cancelled
    assert len(report.added) == 3 == len(photo_ids(library))
    assert heard == sorted(heard)


def test_copies_lie_in_the_library_and_the_originals_stay(library, mounts, scans):
    first = save_picture(scans / "a.jpg", 1)
    second = save_picture(scans / "below" / "a.jpg", 2)

    report = import_pictures(library, [scans], copy=True, mounts=mounts)

    photos = photos_by_id(library, report.added)
    assert [content_hash(one.path) for one in photos] == [content_hash(first), content_hash(second)]
    assert all(one.is_copy and one.path.is_relative_to(library.folder) for one in photos)
    assert [one.name for one in photos] == ["a.jpg", "a.jpg"]
    assert import_pictures(library, [scans], copy=True, mounts=mounts).added == ()


NAMES = [
    "two\nlines.jpg",
    "👵🏽 Oma.jpg",
    "שלום.jpg",
    "e\u0301.jpg",
    "x" * 251 + ".jpg",
    "ä" * 125 + ".jpg",
    "'; DROP.jpg",
    "nul.jpg",
]


@pytest.mark.parametrize("copy", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_every_name_a_disk_can_hold_comes_in(library, mounts, scans, name, copy):
    path = save_picture(scans / name)

    report = import_pictures(library, [scans], copy=copy, mounts=mounts)

    [photo] = photos_by_id(library, report.added)
    assert photo.name == name
    assert content_hash(photo.path) == content_hash(path)
    assert photo_ids(library, Selection(search=name.split()[0][:40])) == [photo.id]


def test_a_name_that_is_no_text_comes_in_and_is_found_again(library, mounts, scans):
    path = save_picture(scans / "a.jpg").rename(os.fsdecode(os.fsencode(scans) + b"/gr\xfc\xdfe.jpg"))

    report = import_pictures(library, [scans], mounts=mounts)

    [photo] = photos_by_id(library, report.added)
    assert photo.path == path
    assert photo.name == "gr��e.jpg"


def test_a_missing_photo_that_is_imported_again_is_found_again(library, mounts, scans):
    path = save_picture(scans / "a.jpg")
    [photo_id] = import_pictures(library, [scans], mounts=mounts).added
    set_caption(library, photo_id, "work of hours")
    moved = path.rename(scans / "renamed.jpg")
    check_files(library, mounts)

    report = import_pictures(library, [scans], mounts=mounts)

    photo = photo_by_id(library, photo_id)
    assert (report.added, report.found_again) == ((), (photo_id,))
    assert (photo.path, photo.caption, photo.state) == (moved, "work of hours", State.NOT_RESTORED)


def test_a_file_that_another_program_changed_stays_the_same_photo(library, mounts, scans):
    path = save_picture(scans / "a.jpg", 1)
    [photo_id] = import_pictures(library, [scans], mounts=mounts).added
    save_picture(path, 1, size=(80, 80), comment=b"written by another program")

    report = import_pictures(library, [scans], mounts=mounts)

    assert (report.changed, report.added) == ((photo_id,), ())
    assert photo_by_id(library, photo_id).width == 80


@pytest.mark.parametrize("time_ns", [0, -(10**18), 13 * 10**18])
def test_a_file_of_any_time_comes_in(library, mounts, scans, time_ns):
    path = save_picture(scans / "a.jpg")
    os.utime(path, ns=(time_ns, time_ns))

    assert len(import_pictures(library, [scans], mounts=mounts).added) == 1
    assert check_files(library, mounts).changed == ()


def test_a_duplicate_of_something_in_the_trash_says_where_it_is(library, mounts, scans):
    path = save_picture(scans / "a.jpg")
    trash_photos(library, import_pictures(library, [scans], mounts=mounts).added)
    shutil.copy(path, scans / "b.jpg")

    report = import_pictures(library, [scans / "b.jpg"], mounts=mounts)

    assert "in its trash" in report.duplicates[0].reason


def test_the_librarys_own_results_are_not_imported(library, mounts):
    save_picture(new_result_path(library, 1, "a.jpg"))

    assert import_pictures(library, [library.folder.parent], mounts=mounts).added == ()


def test_a_picture_cut_from_an_album_page_knows_its_page(library, mounts, scans):
    save_picture(scans / "page.jpg")
    [page] = import_pictures(library, [scans], mounts=mounts).added
    cut = save_picture(new_result_path(library, page, "page.jpg"), 3, size=(20, 30))

    made = add_made_picture(
        library, cut, import_id=begin_import(library), cut_from=page, caption="Käthe", mounts=mounts
    )
    photo = photo_by_id(library, made)

    assert (photo.cut_from, photo.caption, photo.is_copy, photo.width) == (page, "Käthe", True, 30)
    assert photo_ids(library, Selection(search="kathe")) == [photo.id]


def test_a_disk_that_fails_in_the_middle_costs_one_file(library, mounts, scans, monkeypatch):
    for number in range(3):
        save_picture(scans / f"{number}.jpg", number)

    def failing(path):
        if path.name == "1.jpg":
            raise OSError(5, "Input/output error")
        return content_hash(path)[:16]

    monkeypatch.setattr("photorestore.library.importing.quick_hash", failing)
    report = import_pictures(library, [scans], mounts=mounts)

    assert len(report.added) == 2
    assert "can't be read from the disk (Input/output error)" in report.broken[0].reason


def test_a_copy_that_finds_no_room_leaves_nothing_behind(library, mounts, scans, monkeypatch):
    save_picture(scans / "a.jpg")

    def full(stream, path):
        raise UserError(f"“{path}” can't be saved: the disk is full.")

    monkeypatch.setattr("photorestore.library.importing.save_copy", full)
    report = import_pictures(library, [scans], copy=True, mounts=mounts)

    assert "the disk is full" in report.broken[0].reason
    assert photo_ids(library) == []


def test_a_cancel_in_the_middle_of_a_copy_leaves_no_half_photo(library, mounts, scans, monkeypatch):
    save_picture(scans / "a.jpg")

    def cancelled(db, new):
        raise Cancelled

    monkeypatch.setattr("photorestore.library.importing.add_photo", cancelled)
    report = import_pictures(library, [scans], copy=True, mounts=mounts)

    assert report.was_cancelled
    assert list(library.folder.rglob("*.jpg")) == []


def test_another_picture_under_the_name_of_a_trashed_one_does_not_vanish_into_the_trash(library, mounts, scans):
    save_picture(scans / "a.jpg", 1)
    [old] = import_pictures(library, [scans], mounts=mounts).added
    trash_photos(library, [old])
    before = photo_by_id(library, old)
    save_picture(scans / "a.jpg", 2)

    report = import_pictures(library, [scans], mounts=mounts)

    assert report.changed == ()
    assert [one.photo_id for one in report.duplicates] == [old]
    assert "trash, but is another picture" in report.duplicates[0].reason
    assert photo_by_id(library, old) == before


def test_a_photograph_whose_disk_is_not_connected_is_found_again_in_what_is_added(library, mounts, scans, tmp_path):
    mounts.disks["stick"] = tmp_path / "stick"
    path = save_picture(tmp_path / "stick" / "a.jpg")
    [photo] = import_pictures(library, [path], mounts=mounts).added
    (scans).mkdir()
    moved = shutil.move(path, scans / "a.jpg")
    del mounts.disks["stick"]
    check_files(library, mounts)

    assert import_pictures(library, [moved], mounts=mounts).found_again == (photo,)
    assert photo_by_id(library, photo).path == moved
    assert photo_by_id(library, photo).state is State.NOT_RESTORED


def test_the_search_of_a_folder_ends_when_the_import_is_cancelled(library, mounts, scans):
    save_picture(scans / "deep" / "a.jpg")
    asked = []

    def is_cancelled():
        asked.append(1)
        return len(asked) > 1

    report = import_pictures(library, [scans], Progress(is_cancelled=is_cancelled), mounts=mounts)

    assert report.was_cancelled
    assert len(asked) == 2  # at the folder and at the one below, not after both
