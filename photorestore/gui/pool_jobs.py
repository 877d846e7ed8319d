"""`PoolJobs`: work in a thread of its own for the window, and a sentence for everything that can go wrong in it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool

from photorestore.core.errors import Cancelled, UserError

log = logging.getLogger(__name__)


class PoolJobs(QObject):
    """One thing after the other. What is made of this answers by signals."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)  # the library keeps a connection for each thread

    def close(self) -> None:
        """Wait for what runs; what has not begun is dropped."""
        self._pool.clear()
        self._pool.waitForDone()

    def _start(self, work: Callable[[], object], failed: Callable[[str], object], what: str) -> None:
        """`work` answers itself; what stops it becomes a sentence for `failed`, with `what` for the unforeseen."""
        self._pool.start(lambda: self._try(work, failed, what))

    def _try(self, work: Callable[[], object], failed: Callable[[str], object], what: str) -> None:
        try:
            tell_failure(work, failed, what)
        except Cancelled:
            failed("")


def tell_failure(work: Callable[[], object], failed: Callable[[str], object], what: str) -> None:
    """Do it, as the outermost frame of a thread; what stops it, but for a cancel, becomes a sentence for `failed`.

    `what` is said of what nobody foresaw: "letter.png could not be read".
    """
    try:
        work()
    except Cancelled:
        raise
    except UserError as error:
        failed(str(error))
    except MemoryError:
        words = QCoreApplication.translate("PoolJobs", "{what}: there is not enough free memory.")
        failed(words.format(what=what))
    except Exception as error:
        log.exception("%s", what)
        failed(f"{what}: {error}.")
