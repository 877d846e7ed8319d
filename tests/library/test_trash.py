import time

import pytest
from library.made_library import add_row, save_picture

from photorestore.library.albums import add_album, add_to_album
from photorestore.library.importing import import_pictures
from photorestore.library.listing import Selection, photo_ids
from photorestore.library.photos import State, photo_by_id
from photorestore.library.places import new_result_path
from photorestore.library.trash import (
    KEPT_S,
    empty_trash,
    photos_in_trash,
    restore_photos,
    restore_version,
    trash_photos,
    trash_version,
)
from photorestore.library.versions import add_version, keep_version, versions


class Bin:
    """The system's trash."""

    def __init__(self):
        self.taken = []

    def take(self, path):
        self.taken.append(path)
        path.unlink()
        return True


@pytest.fixture
def bin():
    return Bin()


def result_of(library, photo_id):
    result = save_picture(new_result_path(library, photo_id, "a.jpg"))
    return add_version(library, photo_id, "{}", result, "engine"), result


def test_what_is_restored_from_the_trash_is_as_it_was(library, photo_id):
    album = add_album(library, "Story")
    add_to_album(library, album, [photo_id])
    version, _ = result_of(library, photo_id)
    keep_version(library, version)

    trash_photos(library, [photo_id])
    assert photo_ids(library, Selection(album_id=album)) == []
    assert [one.id for one in photos_in_trash(library)] == [photo_id]

    restore_photos(library, [photo_id])
    assert photo_ids(library, Selection(album_id=album)) == [photo_id]
    assert photo_by_id(library, photo_id).state is State.RESTORED


def test_an_original_is_never_touched_when_the_trash_is_emptied(library, mounts, tmp_path, bin):
    original = save_picture(tmp_path / "scans" / "a.jpg")
    before = original.read_bytes()
    [photo_id] = import_pictures(library, [original], mounts=mounts).added
    _, result = result_of(library, photo_id)
    trash_photos(library, [photo_id])

    emptied = empty_trash(library, bin.take, until=time.time())

    assert (emptied.photos, emptied.left) == (1, ())
    assert bin.taken == [result]
    assert original.read_bytes() == before
    assert photo_by_id(library, photo_id) is None


def test_the_librarys_own_copy_goes_to_the_systems_trash(library, mounts, tmp_path, bin):
    original = save_picture(tmp_path / "scans" / "a.jpg")
    [photo_id] = import_pictures(library, [original], copy=True, mounts=mounts).added
    copy = photo_by_id(library, photo_id).path
    trash_photos(library, [photo_id])

    empty_trash(library, bin.take, until=time.time())

    assert bin.taken == [copy]
    assert original.exists()


def test_the_trash_is_kept_for_thirty_days(library, photo_id, bin):
    trash_photos(library, [photo_id])
    assert empty_trash(library, bin.take).photos == 0

    library.run("UPDATE photo SET trashed = ?", (time.time() - KEPT_S - 60,))
    assert empty_trash(library, bin.take).photos == 1


def test_what_is_thrown_away_after_the_user_agreed_stays(library, photo_id, bin):
    agreed = time.time()
    trash_photos(library, [photo_id])

    assert empty_trash(library, bin.take, until=agreed).photos == 0
    assert photo_by_id(library, photo_id) is not None


def test_a_clock_that_went_back_empties_nothing(library, photo_id, bin):
    trash_photos(library, [photo_id])
    library.run("UPDATE photo SET trashed = ?", (time.time() + 400 * 24 * 3600,))

    assert empty_trash(library, bin.take).photos == 0


@pytest.mark.parametrize("refuse", ["answer", "error"])
def test_a_file_that_no_trash_takes_keeps_its_row(library, photo_id, refuse):
    version, result = result_of(library, photo_id)
    trash_version(library, version)

    def move(path):
        if refuse == "error":
            raise OSError("no trash on this disk")
        return False

    assert empty_trash(library, move, until=time.time()).left == (result,)
    assert result.exists()
    restore_version(library, version)
    assert [one.id for one in versions(library, photo_id)] == [version]


def test_a_purge_that_was_killed_in_between_is_finished_the_next_time(library, photo_id, bin):
    version, result = result_of(library, photo_id)
    trash_version(library, version)
    result.unlink()

    assert empty_trash(library, bin.take, until=time.time()).versions == 1
    assert bin.taken == []


def test_the_kept_version_in_the_trash_is_no_result(library, photo_id):
    version, _ = result_of(library, photo_id)
    keep_version(library, version)
    trash_version(library, version)
    assert photo_by_id(library, photo_id).state is State.NOT_RESTORED

    restore_version(library, version)
    assert photo_by_id(library, photo_id).state is State.RESTORED


def test_a_row_that_points_out_of_the_library_moves_no_file(library, photo_id, tmp_path, bin):
    foreign = save_picture(tmp_path / "foreign.jpg")
    version, _ = result_of(library, photo_id)
    library.run("UPDATE version SET result = '../foreign.jpg'")
    trash_version(library, version)

    empty_trash(library, bin.take, until=time.time())

    assert foreign.exists()
    assert bin.taken == []


def test_only_what_is_in_the_trash_goes(library, photo_id, bin):
    other = add_row(library, "b.jpg")
    trash_photos(library, [photo_id])

    empty_trash(library, bin.take, until=time.time())

    assert photo_ids(library) == [other]
