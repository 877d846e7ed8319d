import os
import queue
import subprocess
import sys
import threading

import pytest

from photorestore.core.errors import UserError
from photorestore.engine.worker import serve
from photorestore.host.protocol import (
    CancelledReport,
    CancelRequest,
    DiagnoseRequest,
    DiagnoseResult,
    Failure,
    ProgressReport,
    Ready,
    SharedPicture,
    ShutdownRequest,
    decode,
    encode,
)

PICTURE = SharedPicture("phr_none", (1, 1, 3), "uint16")
READY = Ready("fake", "float32", "")


class Worker:
    """`serve` in a thread, spoken to through pipes."""

    def __init__(self, handler, load=None):
        requests_end, self.requests = (os.fdopen(end, mode) for end, mode in zip(os.pipe(), ("rb", "wb"), strict=True))
        self.answers, answers_end = (os.fdopen(end, mode) for end, mode in zip(os.pipe(), ("rb", "wb"), strict=True))
        self.left = threading.Event()
        self._ends = (requests_end, answers_end)
        load = load or (lambda: (READY, {DiagnoseRequest: handler}))
        self._thread = threading.Thread(target=serve, args=(requests_end, answers_end, load, self.left.set))
        self._thread.start()

    def ask(self, message):
        self.requests.write(encode(message))
        self.requests.flush()

    def hear(self):
        return decode(self.answers.readline())

    def close(self):
        self.requests.close()
        self._thread.join(10)
        for end in (self.answers, *self._ends):
            end.close()


@pytest.fixture
def work():
    workers = []
    yield lambda *arguments: workers.append(Worker(*arguments)) or workers[-1]
    for worker in workers:
        worker.close()


def answer(request, progress):
    return DiagnoseResult(request.job, "{}", ())


def test_ready_is_said_first_and_jobs_are_answered_in_their_order(work):
    worker = work(answer)
    worker.ask(DiagnoseRequest(1, PICTURE))
    worker.ask(DiagnoseRequest(2, PICTURE))

    assert [worker.hear(), worker.hear().job, worker.hear().job] == [READY, 1, 2]


def test_a_waiting_job_can_be_cancelled_before_its_turn(work):
    go = threading.Event()
    worker = work(lambda request, progress: go.wait(10) and answer(request, progress))
    for message in (DiagnoseRequest(1, PICTURE), DiagnoseRequest(2, PICTURE), CancelRequest(2)):
        worker.ask(message)
    worker.ask(ShutdownRequest())
    assert worker.left.wait(10)  # so the cancel was heard
    go.set()

    assert [type(worker.hear()) for _ in range(3)] == [Ready, DiagnoseResult, CancelledReport]


def test_a_running_job_learns_of_its_cancel(work):
    running = queue.Queue()

    def endless(request, progress):
        running.put(True)
        while True:
            progress.check_cancelled()

    worker = work(endless)
    worker.ask(DiagnoseRequest(7, PICTURE))
    running.get(timeout=10)
    worker.ask(CancelRequest(7))

    assert [worker.hear(), worker.hear()] == [READY, CancelledReport(7)]


def test_progress_is_told_about_twenty_times_a_second_but_every_new_text(work):
    def eager(request, progress):
        for step in range(1000):
            progress.listener(step / 1000, "first" if step < 500 else "second")
        return answer(request, progress)

    worker = work(eager)
    worker.ask(DiagnoseRequest(1, PICTURE))
    said = [worker.hear() for _ in range(3)]
    while not isinstance(said[-1], DiagnoseResult):
        said.append(worker.hear())

    reports = [message for message in said if isinstance(message, ProgressReport)]
    assert {report.text for report in reports} == {"first", "second"}
    assert len(reports) < 50


def test_progress_ends_with_the_whole_however_soon_it_follows(work):
    def quick(request, progress):
        for share in (0.4, 0.7, 1.0):
            progress.listener(share, "Measuring")
        return answer(request, progress)

    worker = work(quick)
    worker.ask(DiagnoseRequest(1, PICTURE))
    said = [worker.hear() for _ in range(3)]

    assert said == [READY, ProgressReport(1, 0.4, "Measuring"), ProgressReport(1, 1.0, "Measuring")]


@pytest.mark.parametrize(("error", "is_bug"), [(UserError("No weights."), False), (KeyError("x"), True)])
def test_a_failure_is_told_and_the_next_job_done(work, error, is_bug):
    def fail_first(request, progress):
        if request.job == 1:
            raise error
        return answer(request, progress)

    worker = work(fail_first)
    worker.ask(DiagnoseRequest(1, PICTURE))
    worker.ask(DiagnoseRequest(2, PICTURE))

    assert worker.hear() == READY
    assert worker.hear().is_bug == is_bug
    assert worker.hear().job == 2


def test_an_engine_that_cannot_load_says_why_under_job_0(work):
    def refuse():
        raise UserError("There is no device called 'abacus'.")

    assert work(answer, refuse).hear() == Failure(0, "There is no device called 'abacus'.")


def test_the_end_of_the_asking_side_ends_the_worker(work):
    worker = work(answer)
    worker.requests.close()

    assert worker.left.wait(10)


def test_requests_are_heard_before_torch_is_loaded():
    check = "import sys, photorestore.engine.worker; sys.exit('torch' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
