"""The engine's process as the asking side sees it: started, spoken to, listened to, ended."""

from __future__ import annotations

import logging
import os
import queue
import signal
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from photorestore.host.protocol import Message, ShutdownRequest, decode, encode

_PACKAGE_PARENT = Path(__file__).resolve().parents[2]
_LOG_BYTES_KEPT = 1_000_000
_TAIL_BYTES = 4000

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class EngineOptions:
    """How the engine shall run. `memory_mb`, `threads` and `cache_mb` (finished steps) None: the engine decides.

    `share`: so many engines work at once, and each takes that part of what it would decide on.
    """

    device: str = "auto"
    precision: str = "auto"
    memory_mb: int | None = None
    threads: int | None = None
    cache_mb: int | None = None
    share: int = 1

    def command(self) -> list[str]:
        """The command line of the child. A frozen program has no `-m` and starts itself with a word instead."""
        frozen = getattr(sys, "frozen", False)
        start = (
            [sys.executable, "engine-worker"] if frozen else [sys.executable, "-P", "-m", "photorestore.engine.worker"]
        )
        return [*start, *self.flags()]

    def flags(self) -> list[str]:
        flags = ["--device", self.device, "--precision", self.precision]
        for name, value in (("memory-mb", self.memory_mb), ("threads", self.threads), ("cache-mb", self.cache_mb)):
            if value is not None:
                flags += [f"--{name}", str(value)]
        if self.share > 1:
            flags += ["--share", str(self.share)]
        return flags


class EngineEnded(Exception):  # noqa: N818 - a fact, turned into words by the client
    """The process is gone, or says things that are no messages."""


class EngineProcess:
    """One child process from start to end; it is never restarted, a new object takes its place."""

    def __init__(self, command: Sequence[str], log_path: Path | None = None) -> None:
        self.command = list(command)
        self._log_path = log_path
        self._inbox: queue.Queue[Message | None] = queue.Queue()
        log_file, self._log_start = _open_log(log_path)
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log_file, env=_environment()
            )
        finally:
            if log_file is not subprocess.DEVNULL and not isinstance(log_file, int):
                log_file.close()
        threading.Thread(target=self._listen, name="engine replies", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def send(self, message: Message) -> None:
        """Raise `EngineEnded` if nobody is there to read it."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(encode(message))
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise EngineEnded from error

    def receive(self, timeout_s: float) -> Message | None:
        """The next message, or None after `timeout_s`. Raise `EngineEnded` once there will be no more."""
        with suppress(queue.Empty):
            message = self._inbox.get(timeout=timeout_s)
            if message is None:
                self._inbox.put(None)
                raise EngineEnded
            return message
        return None

    def how_it_ended(self) -> str:
        """In a few words, e.g. "signal 9". Kills what still runs: it is of no use any more."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(0.5)
        self.kill()
        code = self._process.returncode
        if code >= 0:
            return f"exit code {code}"
        name = signal.strsignal(-code)
        return f"signal {-code}, {name}" if name else f"signal {-code}"

    def log_tail(self) -> str:
        """The last lines that this process wrote."""
        if self._log_path is None or not self._log_path.is_file():
            return ""
        with self._log_path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(self._log_start, end - _TAIL_BYTES))
            return file.read().decode("utf-8", "replace").strip()

    def stop(self, patience_s: float = 1.0) -> None:
        """Ask it to end, then terminate, then kill."""
        with suppress(EngineEnded):
            self.send(ShutdownRequest())
        for urge in (self._process.terminate, self._process.kill):
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(patience_s)
                break
            urge()
        self.kill()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        with suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as replies:
            try:
                for line in replies:
                    self._inbox.put(decode(line))
            except ValueError:
                log.exception("the engine said something that is no message")
        self._inbox.put(None)


def _open_log(path: Path | None) -> tuple[IO[bytes] | int, int]:
    """The log opened for appending (an old large one is set aside), and where this process's part begins."""
    if path is None:
        return subprocess.DEVNULL, 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size > _LOG_BYTES_KEPT:
            with suppress(PermissionError):  # Windows: another window writes into it
                path.replace(path.with_suffix(".old.log"))
        file = path.open("ab")
    except OSError:
        log.warning("no log of the engine: %s cannot be written", path)
        return subprocess.DEVNULL, 0
    return file, file.tell()


def _environment() -> dict[str, str]:
    """`-P` keeps the current folder out of the child's path, so a source tree that is not installed is named here."""
    if str(_PACKAGE_PARENT) in (sysconfig.get_path("purelib"), sysconfig.get_path("platlib")):
        return dict(os.environ)
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(_PACKAGE_PARENT), known]))}
