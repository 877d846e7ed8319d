import time

import pytest
from library.made_library import add_row

from photorestore.core.errors import UserError
from photorestore.library.database import open_library
from photorestore.library.snapshots import (
    KEPT,
    _put_aside,
    go_back,
    is_sound,
    snapshots,
    take_daily_snapshot,
    take_snapshot,
)
from photorestore.library.trouble import check_mark


def test_a_snapshot_is_one_sound_file_with_everything_in_it(library):
    add_row(library)

    made = take_snapshot(library.path)

    assert is_sound(made.path)
    assert sorted(path.name for path in made.path.parent.iterdir()) == [made.path.name]
    copy = open_library(made.path)
    assert copy.row("SELECT count(*) FROM photo")[0] == 1
    copy.close()


def test_only_the_newest_are_kept(library):
    for _ in range(KEPT + 3):
        newest = take_snapshot(library.path)

    kept = snapshots(library.path)
    assert len(kept) == KEPT
    assert kept[0].number == newest.number == KEPT + 3


def test_one_a_day_is_enough(library):
    assert take_daily_snapshot(library.path) is not None
    assert take_daily_snapshot(library.path) is None


def test_a_clock_that_goes_back_does_not_make_an_old_snapshot_the_newest(library, monkeypatch):
    take_snapshot(library.path)
    monkeypatch.setattr(time, "strftime", lambda form: "1999-01-01")

    take_daily_snapshot(library.path)

    assert next(one.day for one in snapshots(library.path)) == "1999-01-01"


def test_a_snapshot_that_is_not_sound_is_passed_over(library):
    add_row(library)
    take_snapshot(library.path)
    add_row(library, "b.jpg")
    newest = take_snapshot(library.path)
    newest.path.write_bytes(b"x" * 9000)
    library.close()

    go_back(library.path)

    again = open_library(library.path)
    assert again.row("SELECT count(*) FROM photo")[0] == 1
    again.close()


@pytest.mark.parametrize("step", ["_put_aside", "is_sound"])
def test_going_back_that_is_killed_on_the_way_is_done_at_the_next_start(library, monkeypatch, step):
    add_row(library)
    take_snapshot(library.path)
    library.close()
    library.path.write_bytes(b"x" * 9000)

    def killed(path):
        if step == "_put_aside":
            _put_aside(path)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(f"photorestore.library.snapshots.{step}", killed)
        with pytest.raises(KeyboardInterrupt):
            go_back(library.path)

    again = open_library(library.path)
    assert again.row("SELECT count(*) FROM photo")[0] == 1
    assert library.path.with_name("library damaged 1.db").exists()
    assert not check_mark(library.path).exists()
    again.close()


def test_a_snapshot_of_a_damaged_library_is_not_kept(library):
    library.close()
    content = library.path.read_bytes()
    library.path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))

    with pytest.raises(UserError):
        take_snapshot(library.path)

    assert snapshots(library.path) == []
    assert list(library.path.with_name("snapshots").iterdir()) == []


def test_a_snapshot_is_taken_while_somebody_writes(library):
    with library.transaction():
        add_row(library)
        made = take_snapshot(library.path)

    copy = open_library(made.path)
    assert copy.row("SELECT count(*) FROM photo")[0] == 0
    copy.close()
