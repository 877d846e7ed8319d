"""Open the library file so that it is sound and of this program's version, and run SQL on it from any thread."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from photorestore.core.errors import UserError
from photorestore.library.connecting import choose_journal, connect, schema_version
from photorestore.library.migrations import MIGRATIONS, migrate
from photorestore.library.presence import Presence
from photorestore.library.snapshots import go_back, is_sound, snapshots, take_snapshot
from photorestore.library.trouble import check_mark, in_words, is_damage, spoiled_in_words

Made = TypeVar("Made")
Values = Sequence[object] | Mapping[str, object]


class Database:
    """Every thread gets a connection of its own; no connection, cursor or transaction passes between threads.

    `notes` are sentences for the user about what happened at opening. `was_alone`: no other window had it open.
    """

    def __init__(self, path: Path, presence: Presence, was_alone: bool, notes: tuple[str, ...]) -> None:
        self.path = path
        self.was_alone = was_alone
        self.notes = notes
        self._presence = presence
        self._own = threading.local()
        self._guard = threading.Lock()
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._closed = False

    @property
    def folder(self) -> Path:
        return self.path.parent

    def rows(self, sql: str, values: Values = ()) -> list[sqlite3.Row]:
        with in_words(self.path):
            return self._connection().execute(sql, values).fetchall()

    def made(self, make: Callable[[sqlite3.Row], Made], sql: str, values: Values = ()) -> list[Made]:
        """What `make` makes of each row; a row that it can't understand is damage, and said as such."""
        found = self.rows(sql, values)
        with spoiled_in_words(self.path):
            return [make(row) for row in found]

    def row(self, sql: str, values: Values = ()) -> sqlite3.Row | None:
        """The first, or None."""
        return next(iter(self.rows(sql, values)), None)

    def numbers(self, sql: str, values: Values = ()) -> list[int]:
        """Of one column; for 50,000 of them twice as fast as rows."""
        with in_words(self.path):
            cursor = self._connection().cursor()
            cursor.row_factory = None
            return [number for (number,) in cursor.execute(sql, values)]

    def run(self, sql: str, values: Values = ()) -> int:
        """Change something and return how many rows changed. Outside `transaction` it is one by itself."""
        with in_words(self.path):
            return self._connection().execute(sql, values).rowcount

    def run_many(self, sql: str, all_values: Iterable[Values]) -> None:
        with in_words(self.path), self.transaction():
            self._connection().executemany(sql, all_values)

    def insert(self, sql: str, values: Values = ()) -> int:
        """Return the new row's id."""
        with in_words(self.path):
            return int(self._connection().execute(sql, values).lastrowid or 0)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing; one inside another belongs to the outer one, which an error must reach."""
        connection = self._connection()
        if connection.in_transaction:
            yield
            return
        with in_words(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                _roll_back(connection)
                raise

    def close(self) -> None:
        """Once no thread works any more. The last window to close folds the journal into the file."""
        with self._guard:
            self._closed = True
            for connection in self._connections.values():
                connection.close()
            self._connections.clear()
        self._presence.close()

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if found is None:
            found = self._own.connection = self._connect()
        return found

    def _connect(self) -> sqlite3.Connection:
        with self._guard:
            if self._closed:
                raise RuntimeError("the library is closed")
            for thread in [thread for thread in self._connections if not thread.is_alive()]:
                self._connections.pop(thread).close()
            with in_words(self.path):
                connection = connect(self.path, create=False)
            self._connections[threading.current_thread()] = connection
        return connection


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:  # a full disk makes SQLite roll back by itself
        connection.execute("ROLLBACK")


def open_library(path: Path) -> Database:
    """Open or begin the library at `path`, repaired and migrated where needed. Raise `UserError` if it can't be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The library's folder “{path.parent}” can't be made ({error.strerror or error}). Choose another folder."
        ) from error
    if not os.access(path.parent, os.W_OK):
        raise UserError(
            f"The library's folder “{path.parent}” can only be read. Allow writing there, or choose another folder."
        )
    with in_words(path):
        presence = Presence(path)
        try:
            alone = presence.take_alone()
            if not alone:
                presence.share()
            notes = _make_ready(path, alone)
            if alone:
                presence.share()
        except BaseException:
            presence.close()
            raise
    return Database(path, presence, alone, notes)


def _make_ready(path: Path, alone: bool) -> tuple[str, ...]:
    notes: tuple[str, ...] = ()
    if alone and _needs_repair(path):
        notes = (_go_back(path),)
    try:
        _bring_up_to_date(path, alone)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not (alone and is_damage(error) and not notes):
            raise
        notes = (_go_back(path),)
        _bring_up_to_date(path, alone)
    return notes


def _needs_repair(path: Path) -> bool:
    """The whole file is checked only if somebody asked for it or a journal was left by a process that died."""
    if not path.exists():
        return bool(snapshots(path))
    left = any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-journal"))
    if not left and not check_mark(path).exists():
        return False
    sound = is_sound(path)
    if sound and check_mark(path).exists():
        check_mark(path).unlink(missing_ok=True)
    return not sound


def _go_back(path: Path) -> str:
    try:
        return go_back(path)
    except OSError as error:
        raise UserError(
            f"The library “{path}” is damaged and can't be put right ({error.strerror or error}). "
            "Check that its folder can be written and its disk is not full."
        ) from error


def _bring_up_to_date(path: Path, alone: bool) -> None:
    with closing(connect(path)) as connection:
        version = schema_version(connection)
        if version > len(MIGRATIONS):
            raise UserError(f"The library “{path}” was made by a newer PhotoRestore. Update the program to open it.")
        if version < len(MIGRATIONS):
            if not alone:
                raise UserError(
                    f"The library “{path}” is in use by an older PhotoRestore. Close that one first, then try again."
                )
            if version:
                take_snapshot(path, before_version=len(MIGRATIONS))
            connection.execute("PRAGMA foreign_keys = OFF")  # a step may have to build a table anew
            migrate(connection)
        choose_journal(connection, path)
