"""`work_in_threads`: jobs spread over several workers, answers as they come, and a stop that all of them hear."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

Job = TypeVar("Job")
Answer = TypeVar("Answer")

_LOOK_S = 0.2  # how soon Ctrl+C is heard: a thread that waits without end hears nothing on Windows


def work_in_threads(
    workers: Sequence[Callable[[int, Job], Answer]], jobs: Sequence[Job], stopping: threading.Event
) -> Generator[tuple[int, Answer], None, None]:
    """(index of the job, answer), in the order in which they end. Each worker does one job at a time in its own thread.

    When the caller leaves the loop, or `stopping` is set, no further job is begun; `stopping` tells those that run.
    """
    waiting = iter(enumerate(jobs))
    guard = threading.Lock()
    answers: queue.SimpleQueue[tuple[int, Answer] | BaseException | None] = queue.SimpleQueue()

    def next_job() -> tuple[int, Job] | None:
        with guard:
            return None if stopping.is_set() else next(waiting, None)

    def run(worker: Callable[[int, Job], Answer]) -> None:
        try:
            while (taken := next_job()) is not None:
                answers.put((taken[0], worker(*taken)))
        except BaseException as error:  # outermost frame of the thread: raised again in the caller's
            answers.put(error)
        answers.put(None)

    threads = [threading.Thread(target=run, args=(worker,), name="restoring") for worker in workers]
    try:  # around the start too: an interruption between two threads must stop the first
        for thread in threads:
            thread.start()
        running = len(threads)
        while running:
            try:
                answer = answers.get(timeout=_LOOK_S)
            except queue.Empty:
                continue
            if answer is None:
                running -= 1
            elif isinstance(answer, BaseException):
                raise answer
            else:
                yield answer
    finally:
        stopping.set()
        for thread in threads:
            if thread.ident is not None:
                thread.join()
