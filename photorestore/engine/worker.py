"""The engine's process: reads requests from stdin, works on one at a time, says progress and answers on stdout.

No torch at module level: requests, cancels and the end of the asking side are heard while torch still loads.
"""

from __future__ import annotations

import argparse
import faulthandler
import logging
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.freed_memory import give_back_memory, keep_freed_memory
from photorestore.core.progress import Progress
from photorestore.engine.lack_of_memory import is_out_of_memory
from photorestore.host.protocol import (
    CancelledReport,
    CancelRequest,
    Failure,
    Message,
    ProgressReport,
    Ready,
    ShutdownRequest,
    decode,
    encode,
)

Handler = Callable[[Any, Progress], Message]
Handlers = Mapping[type[Message], Handler]

_PROGRESS_INTERVAL_S = 0.05

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="photorestore engine-worker", description="Started by PhotoRestore itself.")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--precision", default="auto")
    parser.add_argument("--memory-mb", type=int)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--cache-mb", type=int)
    parser.add_argument("--share", type=int, default=1)
    options = parser.parse_args(arguments)

    def load() -> tuple[Ready, Handlers]:
        from photorestore.engine.worker_jobs import load_jobs  # brings in torch

        return load_jobs(
            options.device, options.precision, options.memory_mb, options.threads, options.cache_mb, options.share
        )

    return run(load)


def run(load: Callable[[], tuple[Ready, Handlers]]) -> int:
    """Serve on this process's stdin and stdout until the asking side is gone."""
    faulthandler.enable()
    keep_freed_memory()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches us too; the asking side decides
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)  # whatever a library prints goes to the log
        return serve(sys.stdin.buffer, answers, load)


def serve(
    requests: BinaryIO,
    answers: BinaryIO,
    load: Callable[[], tuple[Ready, Handlers]],
    leave: Callable[[], None] = lambda: os._exit(0),
) -> int:
    """Load, say `Ready`, then answer requests in their order. `leave` is called when the asking side ends or says so.

    By default that is at once, even in the middle of a job: nobody is left who could want the result.
    """
    inbox = Inbox(requests, leave)
    voice = Voice(answers)
    try:
        ready, handlers = load()
    except UserError as error:
        voice.say(Failure(0, str(error)))
        return 1
    voice.say(ready)
    while (request := inbox.next()) is not None:
        voice.say(_answer(request, handlers, inbox, voice))
        give_back_memory()
    return 0


class Inbox:
    """Requests in their order; which jobs were cancelled is known the moment it is said."""

    def __init__(self, requests: BinaryIO, leave: Callable[[], None]) -> None:
        self._requests = requests
        self._leave = leave
        self._waiting: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        threading.Thread(target=self._listen, name="requests", daemon=True).start()

    def next(self) -> Message | None:
        """Wait for the next request; None when there will be none."""
        return self._waiting.get()

    def is_cancelled(self, job: int) -> bool:
        return job in self._cancelled

    def _listen(self) -> None:
        for line in self._requests:
            message = decode(line)
            if isinstance(message, ShutdownRequest):
                break
            if isinstance(message, CancelRequest):
                self._cancelled.add(message.job)
            else:
                self._waiting.put(message)
        self._waiting.put(None)
        self._leave()


class Voice:
    """Says messages; of a job's progress no more than about twenty a second, but always its end."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._said_at = 0.0
        self._said = (0, "")

    def say(self, message: Message) -> None:
        self._answers.write(encode(message))
        self._answers.flush()

    def report(self, job: int, share: float, text: str) -> None:
        now = time.monotonic()
        if share >= 1 or (job, text) != self._said or now - self._said_at >= _PROGRESS_INTERVAL_S:
            self._said_at, self._said = now, (job, text)
            self.say(ProgressReport(job, round(share, 4), text))


def _answer(request: Message, handlers: Handlers, inbox: Inbox, voice: Voice) -> Message:
    job: int = getattr(request, "job", 0)
    progress = Progress(
        listener=lambda share, text: voice.report(job, share, text),
        is_cancelled=lambda: inbox.is_cancelled(job),
    )
    try:
        progress.check_cancelled()
        return handlers[type(request)](request, progress)
    except Cancelled:
        return CancelledReport(job)
    except UserError as error:
        return Failure(job, str(error))
    except Exception as error:  # outermost frame: nobody above could report it, and the next job deserves a chance
        if is_out_of_memory(error):
            log.exception("job %d ran out of memory", job)
            return Failure(job, _NO_MEMORY)
        log.exception("job %d failed", job)
        return Failure(job, _apology(error), is_bug=True)


_NO_MEMORY = "There is not enough free memory for this photograph; close other programs and try again."


def _apology(error: Exception) -> str:
    return (
        f"Something went wrong inside the program ({type(error).__name__}: {error}). "
        "The photograph is unchanged; the log holds the details."
    )


if __name__ == "__main__":
    sys.exit(main())
