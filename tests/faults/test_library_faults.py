"""The library on a disk that is full at each of its writes, that can only be read, or whose folder is taken away."""

import shutil
import time

import pytest
from library.made_library import FakeMounts, add_row, save_picture

from photorestore.core.errors import UserError
from photorestore.gui.library_opening import open_or_borrow
from photorestore.library.albums import add_album, albums
from photorestore.library.database import open_library
from photorestore.library.importing import import_pictures
from photorestore.library.jobs import JobState, add_jobs, jobs, take_next
from photorestore.library.photos import photos_by_id, set_caption
from photorestore.library.snapshots import is_sound, snapshots, take_snapshot
from photorestore.library.strokes import Layer, append_stroke, load_journal


def test_a_library_that_finds_no_room_to_begin_says_so_and_leaves_no_false_one(disk):
    """Whatever the room, the next start with enough of it has a library that works."""
    path = disk.folder / "library" / "library.db"
    said = []
    for pages in (*range(0, 60, 3), 200):
        disk.clear()
        with disk.free(pages):
            try:
                open_library(path).close()
            except UserError as error:
                said.append(str(error))
        again = open_library(path)
        assert add_row(again) > 0
        assert not [note for note in again.notes if "damaged" in note]
        again.close()
        assert is_sound(path)
    assert len(said) > 2
    assert all("full" in sentence or "can't be" in sentence for sentence in said)


@pytest.mark.parametrize("pages", range(8))
def test_what_was_saved_before_the_disk_was_full_is_there_and_work_goes_on_when_there_is_room(disk, pages):
    db = open_library(disk.folder / "library.db")
    photo = add_row(db)
    kept, trouble = 0, ""
    with disk.free(pages):
        for number in range(200):
            try:
                append_stroke(db, photo, Layer.ADDED, "brush", bytes(2000))
                set_caption(db, photo, f"{number}")
            except UserError as error:
                trouble = str(error)
                break
            kept = number + 1
    assert "full" in trouble or "can't be read or written" in trouble

    append_stroke(db, photo, Layer.ADDED, "brush", b"there is room again")
    db.close()
    again = open_library(disk.folder / "library.db")
    strokes = load_journal(again, photo).strokes
    assert len(strokes) in (kept + 1, kept + 2)
    assert strokes[-1].payload == b"there is room again"
    assert again.notes == ()
    again.close()
    assert is_sound(disk.folder / "library.db")


def test_a_snapshot_that_finds_no_room_is_said_and_the_older_ones_stay(disk):
    db = open_library(disk.folder / "library.db")
    add_row(db)
    first = take_snapshot(db.path)
    for pages in range(0, 40, 4):
        with disk.free(pages), pytest.raises(UserError, match=r"full|can't be"):
            take_snapshot(db.path)
        assert [one.path for one in snapshots(db.path)] == [first.path]
        assert [path for path in disk.files() if path.suffix in (".tmp", ".part")] == []
    db.close()


def test_copies_that_find_no_room_are_named_and_what_came_in_is_whole(disk, tmp_path):
    for number in range(6):
        save_picture(tmp_path / "in" / f"{number}.bmp", seed=number, size=(100, 160))
    db = open_library(disk.folder / "library" / "library.db")
    with disk.free(90):  # some photographs of 48 KB, and what the database writes
        report = import_pictures(db, [tmp_path / "in"], copy=True, mounts=FakeMounts())

    assert report.added
    assert report.broken
    assert all("full" in one.reason or "can't be" in one.reason for one in report.broken)
    known = [photo.path for photo in photos_by_id(db, list(report.added))]
    assert sorted(known) == sorted((db.folder / "originals").rglob("*.bmp"))
    assert all(path.stat().st_size == (tmp_path / "in" / path.name).stat().st_size for path in known)
    assert len(import_pictures(db, [tmp_path / "in"], copy=True, mounts=FakeMounts()).added) == len(report.broken)
    db.close()


def test_a_library_on_a_disk_that_can_only_be_read_is_said_and_a_borrowed_one_opens(read_only_disk):
    db = open_library(read_only_disk.folder / "library.db")
    add_row(db)
    db.close()
    before = (read_only_disk.folder / "library.db").read_bytes()

    with read_only_disk.read_only():
        with pytest.raises(UserError, match="can only be read"):
            open_library(read_only_disk.folder / "library.db")
        opened = open_or_borrow(read_only_disk.folder / "library.db")
        assert "can only be read" in opened.trouble
        assert add_row(opened.library) == 1
        opened.close()

    assert (read_only_disk.folder / "library.db").read_bytes() == before


def test_a_full_disk_under_a_borrowed_library_is_said_too(disk):
    if not disk.is_real:
        pytest.skip("a limit on the size of files holds for the borrowed library too")
    with disk.free(0):
        opened = open_or_borrow(disk.folder / "library" / "library.db")
        assert opened.trouble
        opened.close()


def test_a_folder_that_is_taken_away_at_work_is_a_sentence(tmp_path):
    db = open_library(tmp_path / "library" / "library.db")
    photo = add_row(db)
    shutil.rmtree(tmp_path / "library")

    said = []
    for write in (lambda: set_caption(db, photo, "x"), lambda: add_album(db, "Summer"), lambda: take_snapshot(db.path)):
        try:
            write()
        except UserError as error:
            said.append(str(error))
    db.close()
    assert said
    assert all("library" in sentence for sentence in said)

    again = open_library(tmp_path / "library" / "library.db")
    assert albums(again) == []
    again.close()


def test_a_clock_that_goes_backwards_changes_no_order_and_takes_no_job_twice(library, monkeypatch):
    first = add_row(library, "first.jpg")
    add_jobs(library, [first], "")
    job = take_next(library)
    monkeypatch.setattr(time, "time", lambda: 1000.0)  # 1970
    second = add_row(library, "second.jpg")
    add_jobs(library, [second], "")

    assert take_next(library).photo_id == second
    assert take_next(library) is None
    assert jobs(library, JobState.RUNNING)[0].id == job.id
    newest = take_snapshot(library.path)
    assert newest.number == max(one.number for one in snapshots(library.path))
