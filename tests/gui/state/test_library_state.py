import pytest
from library.made_library import add_row

from photorestore.core.errors import UserError
from photorestore.gui.state.library_state import PAGE, Kind, LibraryState, Place
from photorestore.library.albums import add_album, add_to_album
from photorestore.library.database import open_library
from photorestore.library.listing import Order
from photorestore.library.photos import set_caption, set_stars
from photorestore.library.trash import trash_photos


@pytest.fixture
def ids(library):
    return [add_row(library, f"{name}.jpg") for name in ("b", "a", "c")]


@pytest.fixture
def state(library, errands, ids):
    made = LibraryState(library, errands)
    yield made
    made.close()


def test_the_newest_come_first_and_any_order_can_be_chosen(state, ids):
    assert state.ids == ids[::-1]
    state.sort(Order.NAME, downwards=False)

    assert state.ids == [ids[1], ids[0], ids[2]]


def test_an_album_is_shown_in_its_own_order_that_can_be_changed_by_hand(state, library, ids):
    album = add_album(library, "Family")
    add_to_album(library, album, [ids[2], ids[0]])
    state.show(Place(Kind.ALBUM, "all", album))

    assert (state.ids, state.can_arrange) == ([ids[2], ids[0]], True)
    state.sort(Order.NAME, downwards=False)
    assert not state.can_arrange


def test_search_finds_captions_and_ends_with_another_album(state, library, ids):
    set_caption(library, ids[1], "Käthe")
    state.find("kathe")
    assert state.ids == [ids[1]]
    state.show(Place(Kind.SMART, "not restored"))

    assert (state.search, len(state.ids)) == ("", 3)


def test_the_trash_holds_what_was_thrown_away_and_nothing_else_does(state, library, errands, ids, qtbot):
    state.choose(ids)
    trash_photos(library, ids[:1])
    errands.photos_changed.emit(ids[:1])
    qtbot.waitUntil(lambda: state.ids == [ids[2], ids[1]])
    assert state.chosen == (ids[1], ids[2])
    state.show(Place(Kind.TRASH))

    assert state.ids == ids[:1]


def test_a_change_that_is_told_is_drawn_with_the_new_words(state, library, errands, ids, qtbot):
    assert state.glance(0).photo.stars == 0
    set_stars(library, [ids[2]], 5)
    with qtbot.waitSignal(state.glances_changed):
        errands.photos_changed.emit([ids[2]])

    assert state.glance(0).photo.stars == 5


def test_what_another_window_changed_is_noticed(state, library, errands):
    other = open_library(library.path)
    added = add_row(other, "d.jpg")
    other.close()
    told = []
    errands.photos_changed.connect(told.append)
    state.look_for_changes()
    state.refresh()

    assert state.ids[0] == added
    assert told == [[]]  # the queue and the other pages look again too


def test_rows_are_fetched_by_pages(library, errands):
    ids = [add_row(library, f"{number}.jpg") for number in range(PAGE + 5)]
    state = LibraryState(library, errands)
    asked = []
    rows, library.rows = library.rows, lambda *sql: asked.append(sql) or rows(*sql)
    for row in range(PAGE):
        assert state.glance(row).photo.id == ids[-1 - row]
    state.close()

    assert len(asked) == 2  # the photos, and what became of them


def test_look_alikes_come_by_groups_with_the_best_first(state, ids):
    state.show_alike([((ids[0], ids[2]), ids[2])])
    assert state.ids == [ids[2], ids[0]]
    assert [state.alike(one).is_best for one in state.ids] == [True, False]
    assert state.alike_groups == 1
    state.choose_others()

    assert state.chosen == (ids[0],)


def test_a_library_in_trouble_is_told_and_what_was_shown_stays(state, library, ids, qtbot):
    def refuse(*values):
        raise UserError("The disk is full.")

    library.numbers = refuse
    with qtbot.waitSignal(state.trouble, check_params_cb=lambda words: words == "The disk is full."):
        state.refresh()

    assert len(state.ids) == 3
