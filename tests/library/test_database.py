import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from library.made_library import add_row
from library.many_photos import fill
from library.test_migrations import ROWS

from photorestore.core.errors import UserError
from photorestore.library.database import open_library
from photorestore.library.migrations import MIGRATIONS, migrate
from photorestore.library.photos import photos_by_id, set_caption, turn_photo
from photorestore.library.snapshots import snapshots, take_snapshot
from photorestore.library.versions import versions


def damage(path: Path, begin: int = 4096) -> None:
    """Overwrite pages, as a failing disk does."""
    content = path.read_bytes()
    path.write_bytes(content[:begin] + b"\xa5" * (len(content) - begin))


def test_a_new_library_is_in_wal_mode_with_foreign_keys_at_our_version(library):
    assert library.row("PRAGMA journal_mode")[0] == "wal"
    assert library.row("PRAGMA foreign_keys")[0] == 1
    assert library.row("PRAGMA user_version")[0] == len(MIGRATIONS)
    assert library.was_alone
    assert library.notes == ()


def test_a_library_on_a_network_disk_does_without_wal(tmp_path, monkeypatch):
    monkeypatch.setattr("photorestore.library.connecting.is_on_network", lambda path: True)

    db = open_library(tmp_path / "library.db")

    assert db.row("PRAGMA journal_mode")[0] == "delete"
    db.close()


def test_what_was_written_is_there_after_opening_again(library):
    photo = add_row(library, "granny.jpg")
    library.close()

    again = open_library(library.path)

    assert [one.name for one in photos_by_id(again, [photo])] == ["granny.jpg"]
    assert not library.path.with_name("library.db-wal").exists() or again.was_alone
    again.close()


def test_an_error_takes_back_the_whole_transaction(library, photo_id):
    def fail():
        with library.transaction():
            set_caption(library, photo_id, "half done")
            raise KeyError

    with pytest.raises(KeyError):
        fail()

    assert photos_by_id(library, [photo_id])[0].caption == ""


def test_a_library_from_before_photos_could_be_turned_opens_with_all_as_they_lay(tmp_path):
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as old:
        migrate(old, MIGRATIONS[:1])
        for statement in ROWS[0]:
            old.execute(statement)
    db = open_library(tmp_path / "library.db")
    (photo,), (version,) = photos_by_id(db, [7]), versions(db, 7)

    assert (photo.turns, photo.width, photo.height, version.file(photo.turns).turns) == (0, 2, 3, 0)
    turn_photo(db, photo, 1)
    assert [(one.turns, one.width, one.height) for one in photos_by_id(db, [7])] == [(1, 3, 2)]
    assert len(snapshots(db.path)) == 1  # of what it was before
    db.close()


def test_a_newer_library_is_refused_and_left_as_it_is(library):
    library.run(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    library.close()
    before = library.path.read_bytes()

    with pytest.raises(UserError, match=r"newer PhotoRestore\. Update"):
        open_library(library.path)

    assert library.path.read_bytes() == before


def test_several_threads_write_at_once(library):
    errors = []

    def work(number):
        try:
            for at in range(20):
                add_row(library, f"{number}-{at}.jpg")
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert library.row("SELECT count(*) FROM photo")[0] == 80


def test_connections_of_threads_that_ended_are_closed(library):
    for _ in range(5):
        thread = threading.Thread(target=lambda: library.rows("SELECT 1"))
        thread.start()
        thread.join()

    library.rows("SELECT 1")

    assert len(library._connections) <= 2


def test_two_windows_use_one_library(library):
    second = open_library(library.path)
    photo = add_row(second)

    assert not second.was_alone
    assert photos_by_id(library, [photo])
    second.close()


def test_two_programs_that_start_at_once_make_one_library(tmp_path):
    code = "import sys; from pathlib import Path; from photorestore.library.database import open_library as o;"
    code += "d = o(Path(sys.argv[1])); d.insert('INSERT INTO import_run (began) VALUES (1)'); d.close()"
    command = [sys.executable, "-c", code, str(tmp_path / "library.db")]
    running = [subprocess.Popen(command) for _ in range(4)]

    assert [one.wait() for one in running] == [0, 0, 0, 0]

    db = open_library(tmp_path / "library.db")
    assert db.row("SELECT count(*) FROM import_run")[0] == 4
    assert db.notes == ()
    db.close()


def test_a_damaged_library_is_put_aside_and_the_snapshot_comes_back(library):
    photo = add_row(library, "in the snapshot.jpg")
    take_snapshot(library.path)
    add_row(library, "later.jpg")
    library.close()
    damage(library.path)
    damaged = library.path.read_bytes()
    library.path.with_name("library.db-wal").touch()  # as after a crash

    again = open_library(library.path)

    assert [one.id for one in photos_by_id(again, range(10))] == [photo]
    assert "the snapshot of" in again.notes[0]
    assert "library damaged 1.db" in again.notes[0]
    assert library.path.with_name("library damaged 1.db").read_bytes() == damaged
    again.close()


def test_a_library_without_its_head_is_noticed_without_a_crash_before(library):
    add_row(library)
    take_snapshot(library.path)
    library.close()
    library.path.write_bytes(b"not a database" * 1000)

    again = open_library(library.path)

    assert again.row("SELECT count(*) FROM photo")[0] == 1
    again.close()


def test_damage_met_at_work_is_said_and_repaired_at_the_next_start(library):
    for number in range(300):
        add_row(library, f"{number:0300}.jpg")
    take_snapshot(library.path)
    library.close()
    damage(library.path, begin=library.path.stat().st_size // 4096 // 2 * 4096)
    working = open_library(library.path)

    with pytest.raises(UserError, match=r"is damaged\. Close PhotoRestore and start it again"):
        working.rows("SELECT * FROM photo ORDER BY caption")
    working.close()

    again = open_library(library.path)
    assert again.row("SELECT count(*) FROM photo")[0] == 300
    again.close()


def test_a_library_that_vanished_comes_back_from_its_snapshot(library):
    add_row(library)
    take_snapshot(library.path)
    library.close()
    library.path.unlink()

    again = open_library(library.path)

    assert "was gone; the snapshot of" in again.notes[0]
    assert again.row("SELECT count(*) FROM photo")[0] == 1
    again.close()


def test_damage_without_a_snapshot_begins_an_empty_library_and_says_so(library):
    library.close()
    library.path.write_bytes(b"x" * 5000)

    again = open_library(library.path)

    assert "an empty library was begun" in again.notes[0]
    assert library.path.with_name("library damaged 1.db").exists()
    again.close()


def test_damage_is_not_repaired_under_another_window(library):
    add_row(library)
    take_snapshot(library.path)
    blocked = sqlite3.connect(library.path)
    blocked.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    blocked.close()
    content = library.path.read_bytes()
    library.path.write_bytes(b"x" * len(content))

    with pytest.raises(UserError, match="is damaged"):
        open_library(library.path)

    library.path.write_bytes(content)
    assert not library.path.with_name("library damaged 1.db").exists()


def test_a_locked_library_is_said_in_a_sentence(library):
    other = sqlite3.connect(library.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    library.row("PRAGMA busy_timeout = 10")

    with pytest.raises(UserError, match="in use by another window"):
        add_row(library)

    other.close()


def test_a_full_disk_is_said_in_a_sentence_and_loses_nothing(library):
    first = add_row(library)
    pages = library.row("PRAGMA page_count")[0]
    library.row(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(UserError, match=r"is full\. Free some space"):
        fill(library, 500)

    library.row("PRAGMA max_page_count = 1000000")
    assert photos_by_id(library, [first])
    assert add_row(library, "there is room again.jpg")


def test_a_library_that_can_only_be_read_is_said_in_a_sentence(library):
    library.row("PRAGMA query_only = 1")

    with pytest.raises(UserError, match="can only be read"):
        add_row(library)


def test_a_folder_that_can_not_be_made_is_said_in_a_sentence(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(UserError, match=r"folder .* can't be made"):
        open_library(tmp_path / "file" / "library.db")


def test_an_older_library_is_copied_before_it_is_migrated(library, monkeypatch):
    photo = add_row(library)
    library.close()
    more = (*MIGRATIONS, ("ALTER TABLE photo ADD COLUMN place_name TEXT",))
    monkeypatch.setattr("photorestore.library.database.MIGRATIONS", more)
    monkeypatch.setattr("photorestore.library.migrations.migrate.__defaults__", (more,))

    newer = open_library(library.path)

    assert newer.row("SELECT place_name FROM photo WHERE id = ?", (photo,))[0] is None
    [copy] = snapshots(library.path)
    assert copy.before_migration
    assert sqlite3.connect(copy.path).execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    newer.close()


def test_our_own_mistakes_in_sql_are_not_dressed_up(library):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        library.rows("SELECT * FROM no_such_table")
