"""One way to connect to a library file: its switches, its function for search, no hidden transactions."""

from __future__ import annotations

import sqlite3
from pathlib import Path, PurePath

import psutil

BUSY_TIMEOUT_S = 5.0
CACHE_KIB = 64 * 1024
_NETWORK = ("nfs", "nfs4", "cifs", "smbfs", "smb3", "sshfs", "fuse.sshfs", "davfs", "afpfs", "webdav", "9p")


def connect(path: Path, *, create: bool = True) -> sqlite3.Connection:
    """Transactions are begun and ended in so many words; may be closed by another thread, not used by it."""
    connection = sqlite3.connect(
        f"{uri_of(path.absolute())}?mode={'rwc' if create else 'rw'}",
        uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False,
    )  # fmt: skip
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def uri_of(place: PurePath) -> str:
    """Of an absolute path. SQLite wants no host in it: that of a Windows share belongs to the path."""
    uri = place.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def choose_journal(connection: sqlite3.Connection, path: Path) -> None:
    """WAL needs shared memory, which network disks don't give: there the slower journal is the safe one."""
    mode = "DELETE" if is_on_network(path) else "WAL"
    connection.execute(f"PRAGMA journal_mode = {mode}")


def is_on_network(path: Path) -> bool:
    """By the longest mount point above `path`; False where the system does not tell."""
    place = path.absolute()
    if str(place).startswith(r"\\"):  # a Windows share is no mount point
        return True
    above = [part for part in psutil.disk_partitions(all=True) if place.is_relative_to(part.mountpoint)]
    nearest = max(above, key=lambda part: len(part.mountpoint), default=None)
    return nearest is not None and (nearest.fstype.lower() in _NETWORK or "remote" in nearest.opts.split(","))


def schema_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
