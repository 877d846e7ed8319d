import pytest
from hypothesis import given
from hypothesis import strategies as st
from library.made_library import add_row

from photorestore.library.photos import (
    Flag,
    State,
    folded,
    name_key,
    photo_by_id,
    photos_by_id,
    set_caption,
    set_date,
    set_flag,
    set_note,
    set_settings,
    set_stars,
)


def test_photos_come_in_the_order_asked_for_and_without_those_that_are_gone(library):
    first, second, third = (add_row(library, name) for name in "abc")

    assert [one.id for one in photos_by_id(library, [third, 999, first, second])] == [third, first, second]


def test_more_photos_than_a_statement_takes_come_at_once(library):
    ids = [add_row(library, str(number)) for number in range(1100)]

    assert [one.id for one in photos_by_id(library, ids)] == ids


def test_what_the_user_says_is_kept(library, photo_id):
    set_stars(library, [photo_id], 4)
    set_flag(library, [photo_id], Flag.KEEP)
    set_caption(library, photo_id, "Käthe 👵 at the sea")
    set_note(library, photo_id, "back: “Ostsee”")
    set_date(library, [photo_id], "c. 1952")

    photo = photo_by_id(library, photo_id)
    assert (photo.stars, photo.flag, photo.caption, photo.note) == (4, "keep", "Käthe 👵 at the sea", "back: “Ostsee”")
    assert (photo.date.text, photo.date.earliest.year, photo.date.latest.year) == ("c. 1952", 1950, 1954)


def test_a_date_that_is_not_understood_takes_the_old_days_away(library, photo_id):
    set_date(library, [photo_id], "1952")
    set_date(library, [photo_id], "when grandma was small")

    date = photo_by_id(library, photo_id).date
    assert (date.text, date.earliest, date.latest) == ("when grandma was small", None, None)


def test_settings_put_a_photo_in_work_and_their_end_takes_it_out(library, photo_id):
    set_settings(library, photo_id, "{}")
    assert photo_by_id(library, photo_id).state is State.IN_WORK

    set_settings(library, photo_id, None)
    assert photo_by_id(library, photo_id).state is State.NOT_RESTORED


@pytest.mark.parametrize(("less", "more"), [("scan 2.tif", "scan 10.tif"), ("a", "B"), ("É1", "f1"), ("007", "8")])
def test_names_are_ordered_as_people_count(less, more):
    assert name_key(less) < name_key(more)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)


def test_an_id_is_never_given_twice(library):
    first = add_row(library, "a")
    library.run("DELETE FROM photo")

    assert add_row(library, "b") > first
