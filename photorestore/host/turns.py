"""`Turns`: one job at a time at the engine; a job in the background gives way to everything else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from photorestore.core.errors import Cancelled

QUIET_S = 2.0  # nobody may have asked for so long: who looks through photographs asks every moment
_LOOK_S = 0.05


class Turns:
    """Whoever works in the foreground waits for the job that runs; whoever works in the background for them all.

    A job in the background asks `is_wanted` while it works, stops if so, and takes a turn again.
    """

    def __init__(self, quiet_s: float = QUIET_S) -> None:
        self._quiet_s = quiet_s
        self._turn = threading.Lock()
        self._guard = threading.Lock()
        self._waiting = 0
        self._free_since = float("-inf")

    @property
    def is_wanted(self) -> bool:
        """Somebody in the foreground waits."""
        return self._waiting > 0

    @contextmanager
    def foreground(self, is_unwanted: Callable[[], bool] = lambda: False) -> Iterator[None]:
        """Raise `Cancelled` if the job is no longer wanted before its turn comes."""
        with self._guard:
            self._waiting += 1
        try:
            while not self._turn.acquire(timeout=_LOOK_S):
                if is_unwanted():
                    raise Cancelled
        finally:
            with self._guard:
                self._waiting -= 1
        try:
            yield
        finally:
            self._free_since = time.monotonic()
            self._turn.release()

    @contextmanager
    def background(self, is_unwanted: Callable[[], bool], tell_waiting: Callable[[], None]) -> Iterator[None]:
        """Raise `Cancelled` as soon as the job is unwanted. `tell_waiting` is called if it can't begin at once."""
        told = False
        while not self._take_if_quiet():
            if is_unwanted():
                raise Cancelled
            if not told:
                tell_waiting()
                told = True
            time.sleep(_LOOK_S)
        try:
            yield
        finally:
            self._turn.release()

    def _take_if_quiet(self) -> bool:
        if self.is_wanted or time.monotonic() - self._free_since < self._quiet_s:
            return False
        return self._turn.acquire(blocking=False)
