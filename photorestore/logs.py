"""The program's log: a rotating file of warnings and tracebacks, and a crash file for what Python can't catch."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from photorestore import paths

BYTES_EACH = 1_000_000
OLDER_KEPT = 3

log = logging.getLogger(__name__)


def log_path() -> Path:
    return paths.log_folder() / "photorestore.log"


def crash_path() -> Path:
    """Where Python's last words go when a native crash ends the program; empty while that never happened."""
    return paths.log_folder() / "crash.log"


def start_log() -> None:
    """Warnings and tracebacks go to a file; to nowhere, if it can't be written, but never to the terminal."""
    try:
        paths.log_folder().mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            log_path(),
            maxBytes=BYTES_EACH,
            backupCount=OLDER_KEPT,
            encoding="utf-8",
            errors="backslashreplace",  # a path may have bytes that are no letters
            delay=True,
        )
    except OSError:
        handler = logging.NullHandler()
    logging.raiseExceptions = False  # a full disk under the log is no reason to stop either
    logging.basicConfig(
        handlers=[handler], format="%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s", level=logging.WARNING
    )


def start_crash_file() -> None:
    """Have a native crash write where every thread was; without a file that can be written, to nowhere."""
    try:
        paths.log_folder().mkdir(parents=True, exist_ok=True)
        faulthandler.enable(crash_path().open("a", encoding="utf-8"))  # which keeps the file open
    except OSError:
        log.warning("no crash file: %s cannot be written", crash_path())


def log_uncaught(tell: Callable[[BaseException], None]) -> None:
    """From now on an exception that nobody caught goes to the log, and `tell` may say a sentence about it.

    `tell` is called in the thread in which it happened.
    """

    def of_program(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.critical("nobody caught this", exc_info=(kind, error, at))
        tell(error)

    def of_thread(what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            of_program(what.exc_type, what.exc_value, what.exc_traceback)

    sys.excepthook = of_program
    threading.excepthook = of_thread
