import pytest
from gui.queue_album import import_album, make_album

from photorestore.core.recipe import Recipe
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.job_queue import JobQueue
from photorestore.gui.views.queue_words import QueueWords
from photorestore.host.child import EngineOptions
from photorestore.library.jobs import JobState, fail, finish, interrupt, job_by_id, take_next

pytestmark = pytest.mark.usefixtures("qapp")


class Heard:
    """A queue without a runner: the test takes jobs and ends them."""

    def __init__(self, library):
        self.library = library
        self.errands = Errands()
        self.queue = JobQueue(library, self.errands, lambda: EngineOptions(threads=1))
        self.asked, self.stopped, self.ends, self.said = [], [], [], []
        self.queue.run_wanted.connect(self.asked.append)
        self.queue.stop_wanted.connect(self.stopped.append)
        self.queue.run_ended.connect(lambda *ends: self.ends.append(ends))
        self.queue.news.connect(self.said.append)
        self.queue.trouble.connect(self.said.append)

    def begin(self):
        job = take_next(self.library)
        self.queue.on_began(job.id)
        return job

    def end(self, job, seconds=0.0):
        finish(self.library, job.id, None, seconds)
        self.queue.on_ended(job.id, job.photo_id)


@pytest.fixture
def ids(library, tmp_path):
    make_album(tmp_path / "album", 4)
    return import_album(library, tmp_path / "album")


@pytest.fixture
def heard(library, ids):
    return Heard(library)


def names(heard):
    return [row.photo.name for row in heard.queue.rows]


def test_an_errand_fills_the_queue_and_starts_it_once(heard, ids):
    heard.errands.queue_wanted.emit(ids[:2], None)
    heard.errands.queue_wanted.emit(ids[2:], Recipe())
    heard.errands.queue_wanted.emit(ids[:1], None)

    assert [row.job.recipe == "" for row in heard.queue.rows] == [True, True, False, False]
    assert heard.asked == [EngineOptions(threads=1)]
    assert heard.said[-1] == "These photographs are in the queue already."


def test_one_job_after_the_other_and_one_word_at_the_end(heard, ids):
    heard.queue.add(ids[:3], None)
    for at in range(3):
        job = heard.begin()
        assert (heard.queue.number, heard.queue.total) == (at + 1, 3)
        if at == 1:
            fail(heard.library, job.id, "broken")
            heard.queue.on_ended(job.id, job.photo_id)
        else:
            heard.end(job)
    heard.queue.on_ran_dry()

    assert len(heard.asked) == 4  # and the last finds nothing
    assert heard.ends == [(2, 1)]
    heard.queue.on_ran_dry()
    assert heard.ends == [(2, 1)]


def test_pause_ends_the_photo_and_begins_no_other(heard, ids):
    heard.queue.add(ids, None)
    job = heard.begin()
    heard.queue.toggle_pause()
    heard.end(job)

    assert len(heard.asked) == 1
    assert heard.stopped == []
    heard.queue.toggle_pause()
    assert len(heard.asked) == 2


def test_what_another_day_left_over_is_offered_and_not_begun(heard, library, ids):
    heard.queue.add(ids, None)
    interrupt(library, heard.begin().id)
    again = Heard(library)
    again.queue.begin()

    assert again.queue.is_paused
    assert "4 photographs wait" in again.said[0]
    assert again.asked == []
    again.queue.resume()
    assert again.begin().photo_id == ids[0]
    assert len(again.asked) == 1


def test_the_order_can_be_changed(heard, ids):
    heard.queue.add(ids, None)
    jobs = [row.job.id for row in heard.queue.rows]
    heard.queue.move([jobs[2], jobs[3]], -1)
    assert names(heard) == ["photo 0.png", "photo 2.png", "photo 3.png", "photo 1.png"]
    heard.queue.move([jobs[0], jobs[2]], 1)
    assert names(heard) == ["photo 3.png", "photo 0.png", "photo 2.png", "photo 1.png"]
    heard.queue.do_next([jobs[1], jobs[2]])

    assert names(heard) == ["photo 2.png", "photo 1.png", "photo 3.png", "photo 0.png"]
    assert take_next(heard.library).photo_id == ids[2]


def test_a_held_job_is_passed_over_until_it_is_released(heard, ids):
    heard.queue.add(ids[:2], None)
    running = heard.begin()
    both = [row.job.id for row in heard.queue.rows]
    heard.queue.hold(both)

    assert heard.stopped == [running.id]
    assert take_next(heard.library) is None
    heard.queue.on_ended(running.id, running.photo_id)
    heard.queue.hold(both)
    assert take_next(heard.library).id == running.id


def test_delete_cancels_first_and_removes_then(heard, ids):
    heard.queue.add(ids[:1], None)
    job = heard.begin()
    heard.queue.remove([job.id])
    assert heard.stopped == [job.id]
    assert job_by_id(heard.library, job.id).state is JobState.CANCELLED
    heard.queue.remove([job.id])

    assert heard.queue.rows == []


@pytest.mark.parametrize("wishes", [None, {"tiles": "small"}, {"device": "cpu", "precision": "float32"}])
def test_what_failed_is_tried_again_as_wished(heard, ids, wishes):
    heard.queue.add(ids[:2], None)
    for _ in range(2):
        job = heard.begin()
        fail(heard.library, job.id, "too large")
        heard.queue.on_ended(job.id, job.photo_id)
    heard.queue.on_ran_dry()
    heard.queue.retry_failed(wishes)

    assert [row.job.state for row in heard.queue.rows] == [JobState.WAITING] * 2
    words = QueueWords().detail(heard.queue.rows[0].job)
    assert bool(words) == bool(wishes)
    assert len(heard.asked) == 4


def test_the_time_left_is_the_librarys_own_pace(heard, ids):
    heard.queue.add(ids, None)
    assert heard.queue.seconds_left is None
    job = heard.begin()
    heard.end(job, seconds=10.0)
    heard.begin()
    heard.queue.on_progress(heard.queue.running, 0.5, "Scratches")

    assert heard.queue.seconds_left == pytest.approx(25)
    assert QueueWords().chip(heard.queue) == "2 of 4 · 25 s left"


def test_a_queue_that_is_stuck_says_so_and_pauses(heard, ids):
    heard.queue.add(ids, None)
    heard.queue.on_stuck("The disk is almost full.")

    assert heard.queue.is_paused
    assert heard.said[-1] == "The disk is almost full."
    heard.queue.resume()
    assert len(heard.asked) == 2


@pytest.mark.parametrize("wish", ["resume", "retry"])
def test_a_job_whose_end_could_not_be_written_down_is_done_again(heard, ids, wish):
    heard.queue.add(ids[:1], None)
    job = heard.begin()
    heard.queue.on_stuck("The disk is full.")
    assert heard.queue.rows[0].job.state is JobState.RUNNING
    if wish == "retry":
        heard.queue.retry([job.id])
    heard.queue.resume()

    assert heard.queue.rows[0].job.state is JobState.WAITING
    assert heard.begin().id == job.id
