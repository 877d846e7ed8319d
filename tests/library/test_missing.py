import os
import shutil

import pytest
from library.made_library import save_picture

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.library.examining import examine_waiting
from photorestore.library.finding import holds_file
from photorestore.library.importing import import_pictures
from photorestore.library.listing import Order, Selection, photo_ids
from photorestore.library.missing import Found, check_files, find_moved, propose_rest, refresh_files, relink
from photorestore.library.photos import State, photo_by_id, photos_by_id, set_caption
from photorestore.library.volumes import refresh_volumes, volumes


@pytest.fixture
def disk(tmp_path, mounts):
    """A disk that can be pulled out, with two photographs."""
    mounts.disks["stick"] = tmp_path / "media" / "stick"
    save_picture(mounts.disks["stick"] / "box" / "a.jpg", 1)
    save_picture(mounts.disks["stick"] / "box" / "b.jpg", 2)
    return mounts.disks["stick"]


@pytest.fixture
def photo_ids_on_disk(library, mounts, disk):
    return import_pictures(library, [disk], mounts=mounts).added


def test_a_file_that_belongs_to_another_photograph_is_no_candidate(library, tmp_path, mounts):
    paths = [save_picture(tmp_path / "old" / name, seed) for seed, name in enumerate(("a.png", "b.png"))]
    ids = import_pictures(library, paths, mounts=mounts).added
    shutil.move(tmp_path / "old", tmp_path / "new")
    again = import_pictures(library, [tmp_path / "new" / "a.png"], mounts=mounts).added
    check_files(library, mounts)

    assert again
    assert find_moved(library, [tmp_path / "new"]) == [Found(ids[1], tmp_path / "new" / "b.png")]


def states(library, ids):
    return [one.state for one in photos_by_id(library, ids)]


def test_photos_of_a_disk_that_is_not_connected_are_offline_and_nothing_else(library, mounts, disk, photo_ids_on_disk):
    shutil.move(disk, disk.parent.parent / "away")
    del mounts.disks["stick"]

    checked = check_files(library, mounts)

    assert (checked.gone, checked.changed) == ((), ())
    assert states(library, photo_ids_on_disk) == [State.OFFLINE] * 2
    assert photo_ids(library, Selection("missing")) == []
    assert photo_ids(library, Selection("offline")) == [*photo_ids_on_disk]
    assert [one.online for one in volumes(library)] == [False]


def test_a_disk_that_comes_back_at_another_place_brings_its_photos(library, mounts, disk, photo_ids_on_disk):
    del mounts.disks["stick"]
    refresh_volumes(library, mounts)
    mounts.disks["stick"] = disk.rename(disk.with_name("stick1"))

    checked = check_files(library, mounts)

    assert (checked.gone, checked.back) == ((), ())
    assert states(library, photo_ids_on_disk) == [State.NOT_RESTORED] * 2
    assert photo_by_id(library, photo_ids_on_disk[0]).path == disk.with_name("stick1") / "box" / "a.jpg"


def test_a_file_that_is_gone_is_missing_and_comes_back_by_itself(library, mounts, disk, photo_ids_on_disk):
    away = (disk / "box" / "a.jpg").rename(disk / "elsewhere.jpg")
    assert check_files(library, mounts).gone == photo_ids_on_disk[:1]
    assert states(library, photo_ids_on_disk) == [State.MISSING, State.NOT_RESTORED]

    away.rename(disk / "box" / "a.jpg")
    assert check_files(library, mounts).back == photo_ids_on_disk[:1]
    assert states(library, photo_ids_on_disk) == [State.NOT_RESTORED] * 2


def test_a_changed_file_is_noticed(library, mounts, disk, photo_ids_on_disk):
    save_picture(disk / "box" / "a.jpg", 1, size=(80, 80))

    assert check_files(library, mounts).changed == photo_ids_on_disk[:1]


def test_moved_files_are_found_by_content_in_a_folder(library, mounts, disk, photo_ids_on_disk, tmp_path):
    examine_waiting(library)
    save_picture(tmp_path / "new" / "unknown.jpg", 7)
    first = shutil.move(disk / "box" / "a.jpg", tmp_path / "new" / "other name.jpg")
    check_files(library, mounts)

    found = find_moved(library, [tmp_path / "new"])

    assert found == [Found(photo_ids_on_disk[0], first)]
    relink(library, *vars(found[0]).values(), mounts)
    photo = photo_by_id(library, photo_ids_on_disk[0])
    assert (photo.path, photo.name, photo.state) == (first, "other name.jpg", State.NOT_RESTORED)


def test_one_that_is_found_proposes_the_rest(library, mounts, disk, photo_ids_on_disk, tmp_path):
    old = disk / "box" / "a.jpg"
    shutil.move(disk / "box", tmp_path / "attic" / "box")
    check_files(library, mounts)
    new = tmp_path / "attic" / "box" / "a.jpg"
    relink(library, photo_ids_on_disk[0], new, mounts)

    assert propose_rest(library, old, new) == [Found(photo_ids_on_disk[1], new.with_name("b.jpg"))]


def test_another_picture_is_not_taken_for_the_missing_one(library, mounts, disk, photo_ids_on_disk, tmp_path):
    (disk / "box" / "a.jpg").unlink()
    check_files(library, mounts)
    other = save_picture(tmp_path / "a.jpg", 9)

    with pytest.raises(UserError, match=r"is not the file that “a\.jpg” was"):
        relink(library, photo_ids_on_disk[0], other, mounts)

    relink(library, photo_ids_on_disk[0], other, mounts, even_if_different=True)
    assert photo_by_id(library, photo_ids_on_disk[0]).path == other


def test_a_file_belongs_to_one_photo(library, mounts, disk, photo_ids_on_disk):
    (disk / "box" / "a.jpg").unlink()
    check_files(library, mounts)

    with pytest.raises(UserError, match="already belongs to another photo"):
        relink(library, photo_ids_on_disk[0], disk / "box" / "b.jpg", mounts, even_if_different=True)


def test_photos_stay_with_their_place_when_the_disk_gets_another_identity(library, mounts, disk, photo_ids_on_disk):
    examine_waiting(library)
    save_picture(disk / "box" / "b.jpg", 9)  # not the same any more: nobody may take it for the old one
    mounts.disks = {"new computer": disk}

    checked = check_files(library, mounts)

    assert checked.back == photo_ids_on_disk[:1]
    assert states(library, photo_ids_on_disk) == [State.NOT_RESTORED, State.OFFLINE]


def test_the_librarys_own_copies_come_along_with_its_folder(library, mounts, disk):
    mounts.disks["old home"] = library.folder
    [copy] = import_pictures(library, [disk / "box" / "a.jpg"], copy=True, mounts=mounts).added
    del mounts.disks["old home"]
    library.run("UPDATE volume SET mount_point = ? WHERE identity = 'uuid:old home'", (b"/home/before",))

    assert check_files(library, mounts).back == (copy,)
    assert photo_by_id(library, copy).path.is_relative_to(library.folder)


def test_offline_photos_are_found_in_a_folder_and_propose_the_rest(library, mounts, disk, photo_ids_on_disk, tmp_path):
    shutil.move(disk, tmp_path / "new disk")
    del mounts.disks["stick"]
    check_files(library, mounts)
    new = tmp_path / "new disk" / "box"

    assert [one.path.name for one in find_moved(library, [new])] == ["a.jpg", "b.jpg"]
    relink(library, photo_ids_on_disk[0], new / "a.jpg", mounts)
    assert propose_rest(library, disk / "box" / "a.jpg", new / "a.jpg") == [Found(photo_ids_on_disk[1], new / "b.jpg")]


def test_a_search_for_moved_files_ends_at_the_next_folder_when_it_is_cancelled(library, tmp_path):
    for number in range(5):
        (tmp_path / "deep" / str(number)).mkdir(parents=True)
    asked = []

    def is_cancelled():
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        find_moved(library, [tmp_path / "deep"], Progress(is_cancelled=is_cancelled))
    assert len(asked) == 3


def test_the_library_learns_of_files_that_others_wrote_and_not_of_those_only_touched(
    library, mounts, disk, photo_ids_on_disk
):
    examine_waiting(library)
    save_picture(disk / "box" / "a.jpg", 5, size=(80, 100))
    os.utime(disk / "box" / "b.jpg", (1, 1))
    changed = check_files(library, mounts).changed
    assert changed == photo_ids_on_disk

    assert refresh_files(library, changed) == [photo_ids_on_disk[0]]
    first, second = photos_by_id(library, photo_ids_on_disk)
    assert (first.width, first.height, first.content_hash) == (100, 80, None)
    assert second.content_hash is not None
    assert check_files(library, mounts).changed == ()


def test_a_file_that_was_half_written_when_looked_at_does_not_stop_the_others(library, mounts, disk, photo_ids_on_disk):
    (disk / "box" / "a.jpg").write_bytes(b"half a pict")
    save_picture(disk / "box" / "b.jpg", 5, size=(80, 100))

    assert refresh_files(library, check_files(library, mounts).changed) == [photo_ids_on_disk[1]]


def test_a_file_found_under_another_name_is_searched_sorted_and_guarded_by_it(library, tmp_path, mounts):
    old, other = (save_picture(tmp_path / name, seed) for seed, name in enumerate(("wedding.jpg", "lake.jpg")))
    ids = import_pictures(library, [old, other], mounts=mounts).added
    new = old.rename(tmp_path / "Anna.jpg")
    set_caption(library, ids[0], "In May")
    relink(library, ids[0], new, mounts)
    os.link(new, tmp_path / "ANNA.jpg")  # as a disk that is blind to case has it

    assert photo_ids(library, Selection(search="wedding")) == []
    assert photo_ids(library, Selection(search="anna")) == photo_ids(library, Selection(search="may")) == [ids[0]]
    assert photo_ids(library, order=Order.NAME) == list(ids)
    assert holds_file(library, tmp_path / "ANNA.jpg")
