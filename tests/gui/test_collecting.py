import gc
import threading
import weakref

import pytest

from photorestore.gui.collecting import Collector


class Knot:
    """Garbage that only the collector can remove."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def collector(qapp):
    gc.enable()  # the folder's fixture has switched it off, and switches it on again
    gc.collect()
    made = Collector()
    yield made
    made.stop()
    gc.disable()


def in_a_thread(work):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def make_garbage(seen):
    """More than a generation's threshold, the first of it telling in which thread it goes."""
    first = Knot()
    weakref.finalize(first, lambda: seen.append(threading.current_thread()))
    del first
    for _ in range(3 * gc.get_threshold()[0]):
        Knot()


def test_a_workers_garbage_is_collected_in_the_windows_thread(collector, qtbot):
    seen = []
    in_a_thread(lambda: make_garbage(seen))
    assert seen == []

    qtbot.waitUntil(lambda: seen != [], timeout=5000)

    assert seen == [threading.main_thread()]


def test_nothing_is_collected_while_little_was_made(collector):
    assert collector.collect() is None


def test_older_generations_have_their_turn(collector):
    found = []
    for _ in range(gc.get_threshold()[1] + 2):
        make_garbage([])
        found.append(collector.collect())

    assert set(found) == {0, 1}


def test_afterwards_python_collects_by_itself_again(collector):
    assert not gc.isenabled()
    collector.stop()

    assert gc.isenabled()


def test_without_the_collector_a_worker_collects(qapp):
    """Why it is there."""
    seen = []
    gc.enable()
    in_a_thread(lambda: make_garbage(seen))
    gc.disable()

    assert seen != [threading.main_thread()]
    assert len(seen) == 1
