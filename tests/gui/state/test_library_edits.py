import pytest
from library.made_library import add_row

from photorestore.gui.state.library_edits import LibraryEdits
from photorestore.library.albums import add_album, add_to_album, albums
from photorestore.library.listing import Order, Selection, photo_ids
from photorestore.library.photos import Flag, photo_by_id, photos_by_id
from photorestore.library.trash import ids_in_trash


@pytest.fixture
def ids(library):
    return [add_row(library, f"{number}.jpg") for number in range(4)]


@pytest.fixture
def edits(library, errands):
    return LibraryEdits(library, errands)


def members(db, album):
    return photo_ids(db, Selection(album_id=album), Order.ALBUM)


def test_stars_and_flags_of_many_are_undone_each_to_its_own(edits, library, ids):
    edits.set_stars(ids[:1], 2)
    edits.set_stars(ids, 5)
    edits.set_flag(ids, Flag.KEEP)
    edits.undo()
    edits.undo()

    assert [photo.stars for photo in photos_by_id(library, ids)] == [2, 0, 0, 0]
    edits.redo()
    edits.redo()
    assert {(photo.stars, photo.flag) for photo in photos_by_id(library, ids)} == {(5, Flag.KEEP)}


def test_caption_note_and_date_are_undone(edits, library, ids):
    edits.set_caption(ids[0], "Käthe")
    edits.set_note(ids[0], "on the back")
    edits.set_date(ids[:2], "summer 1961")
    assert photo_by_id(library, ids[1]).date.text == "summer 1961"
    for _ in range(3):
        edits.undo()
    photo = photo_by_id(library, ids[0])

    assert (photo.caption, photo.note, photo.date.text) == ("", "", "")


def test_what_is_said_again_is_no_change(edits, ids):
    edits.set_caption(ids[0], "")
    edits.set_date(ids, "  ")

    assert edits.history.undo_words == ""


def test_who_writes_a_word_is_told_whether_it_is_kept(edits, library, ids):
    assert edits.set_caption(ids[0], "Käthe")
    assert edits.set_note(ids[0], "")
    assert edits.set_date([ids[0], 1000], "1961")
    library.run("PRAGMA query_only = ON")

    assert not edits.set_caption(ids[0], "Käthe at the sea")
    assert not edits.set_note(ids[0], "on the back")
    assert not edits.set_date(ids, "1962")


def test_an_album_comes_back_with_its_photographs_in_the_trash(edits, library, ids):
    album = add_album(library, "Summer")
    add_to_album(library, album, ids)
    edits.trash(ids[1:2])
    edits.move_in_album(album, ids[3:], ids[0])
    edits.undo()
    edits.remove_album(album)
    edits.undo()
    edits.undo()

    assert members(library, album) == ids


def test_the_trash_is_undone(edits, library, ids):
    edits.trash(ids[:2])
    assert sorted(ids_in_trash(library)) == ids[:2]
    edits.undo()

    assert ids_in_trash(library) == []


def test_what_could_not_go_to_the_trash_is_told_and_no_step_back(edits, library, ids):
    library.run("PRAGMA query_only = ON")  # as on a disk that can not be written
    told = []
    edits.trouble.connect(told.append)

    assert not edits.trash(ids)
    assert len(told) == 1
    assert edits.history.undo_words == ""


def test_a_new_album_holds_what_was_chosen_and_comes_back_after_undo(edits, library, ids, qtbot):
    with qtbot.waitSignal(edits.album_made) as made:
        edits.make_album("  Family  ", ids[1:3])
    edits.undo()
    assert albums(library) == []
    edits.redo()

    assert [(album.id, album.name, album.count) for album in albums(library)] == [(made.args[0], "Family", 2)]


def test_an_album_without_a_name_is_refused_in_words(edits, library, qtbot):
    with qtbot.waitSignal(edits.trouble, check_params_cb=lambda words: words == "An album needs a name."):
        edits.make_album(" ")

    assert edits.history.undo_words == ""


def test_a_deleted_album_comes_back_with_what_came_before(edits, library, ids):
    album = add_album(library, "Family")
    edits.add_to_album(album, ids[:3])
    edits.move_in_album(album, [ids[2]], ids[0])
    edits.rename_album(album, "Us")
    edits.remove_album(album)
    edits.undo()
    assert [one.name for one in albums(library)] == ["Us"]
    assert members(library, album) == [ids[2], ids[0], ids[1]]
    for _ in range(3):
        edits.undo()

    assert ([one.name for one in albums(library)], members(library, album)) == (["Family"], [])


def test_photographs_moved_before_one_of_themselves_stay_before_the_next(edits, library, ids):
    album = add_album(library, "Family")
    add_to_album(library, album, ids)
    edits.move_in_album(album, [ids[0], ids[2]], ids[2])
    assert members(library, album) == [ids[1], ids[0], ids[2], ids[3]]
    edits.undo()

    assert members(library, album) == ids


def test_those_taken_out_of_an_album_come_back_to_their_places(edits, library, ids):
    album = add_album(library, "Family")
    add_to_album(library, album, ids)
    edits.remove_from_album(album, ids[1:3])
    assert members(library, album) == [ids[0], ids[3]]
    edits.undo()

    assert members(library, album) == ids
