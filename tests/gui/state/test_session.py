from pathlib import Path

from gui.state.conftest import a_version, kept
from library.made_library import add_row

from photorestore.core.picture_file import PictureFile
from photorestore.gui.state.open_photo import Phase
from photorestore.library.photos import photo_by_id, turn_photo


def test_opening_shows_the_first_and_reads_all(desk, asked, ids):
    desk.session.open_ids(list(ids))

    assert desk.session.current.path.name == "a.png"
    assert [path.name for _, path in asked.of("read")] == ["a.png", "b.png"]


def test_a_photograph_is_not_opened_twice(desk, ids):
    desk.session.open_ids([ids[0], ids[0]])
    desk.session.open_ids([ids[1], ids[0]])

    assert [entry.key for entry in desk.session.photos] == list(ids)
    assert desk.session.current.key == ids[1]


def test_files_are_imported_before_they_are_opened(desk, asked):
    desk.session.open([Path("/scans/a.png")])

    assert asked.of("import") == [([Path("/scans/a.png")],)]
    assert desk.session.photos == []


def test_only_the_shown_photograph_keeps_its_pictures(desk, player, ids):
    player.open(*ids)
    assert [entry.picture is not None for entry in desk.session.photos] == [True, False]
    desk.session.step(1)

    assert [entry.picture for entry in desk.session.photos] == [None, None]
    assert all(entry.thumbnail is not None for entry in desk.session.photos)


def test_a_photograph_that_is_still_being_read_is_not_read_again_for_who_comes_back(desk, asked, ids):
    desk.session.open_ids(list(ids))
    desk.session.step(1)
    desk.session.step(-1)

    assert [key for key, _ in asked.of("read")] == list(ids)


def test_a_photograph_that_was_read_twice_is_loaded_once(desk, asked, player, ids):
    player.open(ids[0])
    picture = desk.session.current.picture
    player.read(ids[0])

    assert desk.session.current.picture is picture
    assert len(asked.of("load")) == 1


def test_a_photograph_comes_back_with_its_settings_and_result(desk, asked, player, ids, photo):
    version = a_version(ids[0], 7)
    player.work[ids[0]] = kept(photo, versions=(version,))
    player.open(ids[0])

    assert desk.session.current.version == version
    assert asked.of("result") == [(ids[0], 7, PictureFile(version.result))]


def test_a_result_that_is_no_longer_wanted_is_not_shown(desk, player, ids, photo):
    player.work[ids[0]] = kept(photo, versions=(a_version(ids[0], 7),))
    player.open(ids[0])
    desk.recipes.go_to_version(None)
    desk.session.on_result_read(ids[0], 7, object())

    assert desk.session.current.restored_picture is None


def test_an_unreadable_photograph_keeps_its_sentence(desk, ids):
    desk.session.open_ids(list(ids))
    desk.session.on_not_read(ids[0], "a.png is empty.")

    assert (desk.session.current.phase, desk.session.current.trouble) == (Phase.UNREADABLE, "a.png is empty.")
    assert not desk.session.current.can_restore


def test_closing_shows_the_neighbour(desk, player, ids):
    player.open(*ids)
    desk.session.close(ids[0])

    assert desk.session.current.key == ids[1]


def test_closing_shows_the_next_in_the_strip(desk, library, ids):
    third = add_row(library, "c.png")
    desk.session.open_ids([third, *ids])
    desk.session.close(third)
    assert desk.session.current.key == ids[0]
    desk.session.show(ids[1])
    desk.session.close(ids[1])

    assert desk.session.current.key == ids[0]


def test_a_photograph_that_is_turned_unseen_still_counts_as_restored(desk, library, player, ids, photo):
    player.work[ids[0]] = kept(photo, versions=(a_version(ids[0], 7),))
    player.open(*ids)
    desk.session.step(1)
    turn_photo(library, photo_by_id(library, ids[0]), 1)
    desk.session.on_turned([ids[0]])

    assert (desk.session.find(ids[0]).turns, desk.session.find(ids[0]).version.id) == (1, 7)


def test_of_what_changes_elsewhere_only_open_photographs_are_looked_up(desk, asked, ids):
    desk.session.open_ids([ids[0]])
    desk.session.on_photos_changed([ids[1]])
    assert asked.of("versions") == []
    desk.session.on_photos_changed(ids)
    desk.session.on_photos_changed([])

    assert asked.of("versions") == [([ids[0]],)] * 2


def test_a_file_that_was_found_elsewhere_is_read_there(desk, library, asked, player, ids):
    player.open(*ids)
    desk.session.change(ids[0], phase=Phase.UNREADABLE, picture=None)
    library.run("UPDATE photo SET place = CAST('elsewhere/a.png' AS BLOB) WHERE id = ?", (ids[0],))
    desk.session.on_photos_changed([ids[0]])

    assert desk.session.current.path == photo_by_id(library, ids[0]).path
    assert asked.of("read")[-1] == (ids[0], PictureFile(photo_by_id(library, ids[0]).path))


def test_a_restoration_goes_on_while_its_file_is_moved(desk, library, player, ids):
    player.open(*ids)
    desk.session.change(ids[0], phase=Phase.RESTORING)
    library.run("UPDATE photo SET place = CAST('elsewhere/a.png' AS BLOB) WHERE id = ?", (ids[0],))
    desk.session.on_photos_changed([])

    entry = desk.session.current
    assert (entry.phase, entry.path.parent.name, entry.is_loaded) == (Phase.RESTORING, "elsewhere", True)


def test_what_the_library_has_let_go_of_is_closed(desk, library, player, ids):
    player.open(*ids)
    library.run("DELETE FROM photo WHERE id = ?", (ids[0],))
    desk.session.on_photos_changed([])

    assert [entry.key for entry in desk.session.photos] == [ids[1]]
    assert desk.session.current.key == ids[1]


def test_a_turn_that_was_taken_back_in_the_library_is_not_taken_back_again(desk, library, player, ids):
    def turn(keys, by):
        for key in keys:
            turn_photo(library, photo_by_id(library, key), by)
        desk.session.on_turned(keys)

    desk.session.turn_wanted.connect(turn)
    player.open(ids[0])
    desk.undoing.turn(1)
    turn([ids[0]], -1)
    desk.undoing.undo()

    assert photo_by_id(library, ids[0]).turns == 0
    desk.undoing.turn(1)
    assert photo_by_id(library, ids[0]).turns == 1
    desk.undoing.undo()
    assert photo_by_id(library, ids[0]).turns == 0


def test_late_answers_about_closed_photographs_are_ignored(desk, player, ids):
    player.open(ids[0])
    desk.session.close(ids[0])
    desk.session.on_not_read(ids[0], "Gone.")
    desk.session.on_result_read(ids[0], 1, object())
    desk.faces.on_faces(ids[0], ())

    assert desk.session.photos == []


def test_many_broken_files_are_one_message(desk):
    told = []
    desk.session.trouble.connect(told.append)
    desk.session.on_imported([], [f"“{n}.png” is empty." for n in range(20)])

    assert told == ["20 files could not be opened. The first: “0.png” is empty."]
