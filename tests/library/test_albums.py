import random

import pytest
from library.made_library import add_row

from photorestore.core.errors import UserError
from photorestore.library.albums import (
    add_album,
    add_to_album,
    albums,
    albums_of,
    move_in_album,
    order_albums,
    remove_album,
    remove_from_album,
    rename_album,
)
from photorestore.library.listing import Order, Selection, photo_ids
from photorestore.library.photos import photos_by_id


@pytest.fixture
def five(library):
    return [add_row(library, str(number)) for number in range(5)]


@pytest.fixture
def album(library, five):
    album_id = add_album(library, "Story")
    add_to_album(library, album_id, five)
    return album_id


def order(library, album):
    return photo_ids(library, Selection(album_id=album), Order.ALBUM)


def test_what_is_dragged_lands_before_its_target_in_the_order_it_was_dragged(library, album, five):
    a, b, c, d, e = five

    move_in_album(library, album, [e, b], before=a)
    assert order(library, album) == [e, b, a, c, d]

    move_in_album(library, album, [e], before=None)
    assert order(library, album) == [b, a, c, d, e]


def test_a_thousand_drags_keep_the_order(library, album, five):
    rng = random.Random(1)
    expected = list(five)
    for _ in range(1000):
        moved, before = rng.sample(five, 2)
        expected.remove(moved)
        expected.insert(expected.index(before), moved)
        with library.transaction():
            move_in_album(library, album, [moved], before)

    assert order(library, album) == expected


def test_a_photo_can_not_be_dragged_before_itself(library, album, five):
    with pytest.raises(ValueError, match="before one of themselves"):
        move_in_album(library, album, five[:2], before=five[0])


def test_a_photo_is_in_an_album_once(library, album, five):
    add_to_album(library, album, [five[0]])

    assert order(library, album) == five
    assert albums(library)[0].count == 5


def test_photos_outlive_their_album(library, album, five):
    remove_from_album(library, album, five[:1])
    assert albums_of(library, five[0]) == []

    remove_album(library, album)

    assert albums(library) == []
    assert len(photos_by_id(library, five)) == 5


def test_albums_are_named_and_ordered_by_hand(library):
    first, second = add_album(library, " Käthe’s\nalbum "), add_album(library, "B")
    order_albums(library, [second, first])
    rename_album(library, second, "Z")

    assert [one.name for one in albums(library)] == ["Z", "Käthe’s album"]


def test_an_album_needs_a_name(library):
    with pytest.raises(UserError, match="needs a name"):
        add_album(library, " \n ")
