import threading
import time

import pytest

from photorestore.cli.workers import work_in_threads


def test_every_job_is_done_once_and_each_worker_does_one_at_a_time():
    busy, most = {"a": 0, "b": 0}, {"a": 0, "b": 0}

    def worker(name):
        def work(at, job):
            busy[name] += 1
            most[name] = max(most[name], busy[name])
            time.sleep(0.002)
            busy[name] -= 1
            return job * 10

        return work

    answers = list(work_in_threads([worker("a"), worker("b")], range(40), threading.Event()))

    assert sorted(answers) == [(at, at * 10) for at in range(40)]
    assert most == {"a": 1, "b": 1}


def test_who_leaves_early_stops_the_workers():
    stopping, begun = threading.Event(), []

    def work(at, job):
        begun.append(at)
        stopping.wait(0 if at < 2 else 5)
        return at

    before = set(threading.enumerate())
    answers = work_in_threads([work, work], range(100), stopping)
    next(answers)
    answers.close()

    assert stopping.is_set()
    assert len(begun) < 10
    assert set(threading.enumerate()) <= before


def test_what_goes_wrong_in_a_worker_is_raised_here():
    def work(at, job):
        raise KeyError("a bug")

    with pytest.raises(KeyError, match="a bug"):
        list(work_in_threads([work, work], range(3), threading.Event()))
