import sqlite3

import pytest

from photorestore.library.migrations import MIGRATIONS, migrate

# What a library of each version holds, in the SQL of that version: index 0 is version 1. Every version needs an entry.
ROWS = (
    (
        "INSERT INTO volume (id, identity, label, mount_point) VALUES (1, 'uuid:a', 'a', X'2F')",
        "INSERT INTO import_run (id, began) VALUES (1, 0)",
        "INSERT INTO photo (id, volume_id, place, name, name_key, search_text, size, mtime_ns, quick_hash, width,"
        " height, is_copy, import_id, added) VALUES (7, 1, X'61', 'a', 'a', 'a', 1, 1, X'00', 2, 3, 0, 1, 0)",
        "INSERT INTO stroke VALUES (7, 1, 'added', 'brush', X'01')",
        "INSERT INTO job (photo_id, recipe, position, megapixels, created) VALUES (7, '{}', 1, 1, 0)",
        "INSERT INTO version (photo_id, recipe, result, engine, created) VALUES (7, '{}', 'a.png', 'test', 0)",
    ),
    (
        "INSERT INTO volume (id, identity, label, mount_point) VALUES (1, 'uuid:a', 'a', X'2F')",
        "INSERT INTO import_run (id, began) VALUES (1, 0)",
        "INSERT INTO photo (id, volume_id, place, name, name_key, search_text, size, mtime_ns, quick_hash, width,"
        " height, is_copy, import_id, added, turns) VALUES (7, 1, X'61', 'a', 'a', 'a', 1, 1, X'00', 2, 3, 0, 1, 0, 3)",
        "INSERT INTO version (photo_id, recipe, result, engine, created, turns) VALUES (7, '{}', 'a', 'test', 0, 2)",
    ),
)


def connect(path=":memory:"):
    return sqlite3.connect(path, isolation_level=None)


def tables(connection):
    return sorted(tuple(row) for row in connection.execute("SELECT type, name, sql FROM sqlite_master"))


def test_every_version_has_rows_to_be_tested_with():
    assert len(ROWS) == len(MIGRATIONS)


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_every_older_library_becomes_what_a_new_one_is(version):
    fresh, older = connect(), connect()
    migrate(fresh)
    migrate(older, MIGRATIONS[:version])
    for statement in ROWS[version - 1] if version else ():
        older.execute(statement)

    migrate(older)

    assert tables(older) == tables(fresh)
    assert older.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    assert older.execute("PRAGMA foreign_key_check").fetchall() == []
    if version:
        assert older.execute("SELECT name FROM photo WHERE id = 7").fetchone()[0] == "a"


def test_a_step_that_fails_leaves_nothing_of_itself():
    connection = connect()
    steps = (("CREATE TABLE kept (x)",), ("CREATE TABLE half (x)", "CREATE TABLE nonsense ("))

    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, steps)

    assert [name for _, name, _ in tables(connection)] == ["kept"]
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1


def test_a_library_of_today_is_left_alone():
    connection = connect()
    migrate(connection)

    migrate(connection)

    assert connection.total_changes == 0
