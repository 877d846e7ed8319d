"""What SQLite and the disk complain about, in sentences for the user."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from photorestore.core.errors import UserError

log = logging.getLogger(__name__)

_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk that holds the library “{path}” is full. "
    "Free some space; nothing that was saved before is lost.",
    sqlite3.SQLITE_BUSY: "The library “{path}” is in use by another window or program. Wait a moment and try again.",
    sqlite3.SQLITE_LOCKED: "The library “{path}” is in use by another window or program. Wait a moment and try again.",
    sqlite3.SQLITE_READONLY: "The library “{path}” can't be changed: its file or folder can only be read. "
    "Allow writing there, or choose another folder for the library.",
    sqlite3.SQLITE_PERM: "The library “{path}” can't be opened: you have no permission to use that file.",
    sqlite3.SQLITE_AUTH: "The library “{path}” can't be opened: you have no permission to use that file.",
    sqlite3.SQLITE_CANTOPEN: "The library “{path}” can't be opened or written. "
    "Check that its folder exists, that its disk is connected, and that you may write there.",
    sqlite3.SQLITE_IOERR: "The disk that holds the library “{path}” can't be read or written. "
    "Check that it is connected and not full, then try again.",
    sqlite3.SQLITE_NOMEM: "There is not enough free memory for the library. Close other programs and try again.",
    sqlite3.SQLITE_CORRUPT: "The library file “{path}” is damaged. "
    "Close PhotoRestore and start it again: it then goes back to the newest sound snapshot.",
    sqlite3.SQLITE_NOTADB: "The library file “{path}” is damaged. "
    "Close PhotoRestore and start it again: it then goes back to the newest sound snapshot.",
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


_SAYS_DAMAGE = ("unsupported file format", "malformed", "Could not decode to UTF-8")  # these have no code of their own
_DAMAGED = _SENTENCES[sqlite3.SQLITE_CORRUPT]


def is_damage(error: Exception) -> bool:
    """Also where damaged text leads Python itself to complain."""
    if isinstance(error, UnicodeDecodeError):
        return True
    return _primary_code(error) in _DAMAGE or any(words in str(error) for words in _SAYS_DAMAGE)


def check_mark(library: Path) -> Path:
    """A file that, while it exists, asks for a full check when the library is opened."""
    return library.with_name(library.name + ".check")


@contextmanager
def in_words(library: Path) -> Iterator[None]:
    """Turn what the environment is to blame for into `UserError`; mistakes in our SQL stay what they are."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        sentence = _DAMAGED if is_damage(error) else _SENTENCES.get(_primary_code(error))
        if is_damage(error) or "no such" in str(error):  # a damaged name of a table looks like a mistake of ours
            _ask_for_check(library)
        if sentence is None:
            raise
        raise UserError(sentence.format(path=library)) from error


@contextmanager
def spoiled_in_words(library: Path) -> Iterator[None]:
    """For what is made of rows: a word or type that the tables don't allow can only come from damage."""
    try:
        yield
    except (ValueError, TypeError) as error:
        log.exception("a row of %s can't be understood", library)
        _ask_for_check(library)
        raise UserError(_DAMAGED.format(path=library)) from error


def _primary_code(error: Exception) -> int:
    """The low byte; the rest says more than a sentence can use."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _ask_for_check(library: Path) -> None:
    with suppress(OSError):  # then only an unclean exit leads to the check
        check_mark(library).touch()
