"""Which windows of the program use a library: a lock that the system takes away from a process that dies.

The lock lies on an empty SQLite file beside the library, so that it works the same on every system.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

WAIT_S = 60.0  # for another window that checks or repairs the library


class Presence:
    """Held alone while a library is opened, checked and repaired; shared with other windows while it is used."""

    def __init__(self, library: Path) -> None:
        path = library.with_name(library.name + ".lock")
        self._connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)

    def take_alone(self) -> bool:
        """False if another window has the library open."""
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        return True

    def share(self) -> None:
        """Let others in; wait while somebody else is alone."""
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self._connection.execute(f"PRAGMA busy_timeout = {int(WAIT_S * 1000)}")
        self._connection.execute("BEGIN")
        self._connection.execute("SELECT name FROM sqlite_master").fetchall()  # this is what takes the lock

    def close(self) -> None:
        self._connection.close()
