import subprocess
import sys

import pytest
from library.made_library import add_row

from photorestore.library.database import open_library
from photorestore.library.jobs import (
    JobState,
    add_jobs,
    cancel,
    do_next,
    fail,
    finish,
    interrupt,
    job_by_id,
    jobs,
    mark_interrupted,
    order_jobs,
    pause,
    plan_result,
    queue_again,
    remove_job,
    remove_jobs,
    remove_planned,
    seconds_per_megapixel,
    take_next,
)
from photorestore.library.photos import State, photo_by_id
from photorestore.library.places import new_result_path
from photorestore.library.trash import trash_photos
from photorestore.library.versions import add_version


@pytest.fixture
def three(library):
    return add_jobs(library, [add_row(library, name, width=2000, height=1000) for name in "abc"], "{}")


def states(library):
    return [job.state for job in jobs(library)]


def test_jobs_run_in_order_each_once(library, three):
    assert [take_next(library).id for _ in three] == three
    assert take_next(library) is None
    assert [job.attempts for job in jobs(library)] == [1, 1, 1]


def test_two_windows_never_take_the_same_job(library, three):
    second = open_library(library.path)

    assert {take_next(library).id, take_next(second).id, take_next(library).id} == set(three)
    second.close()


def test_a_photo_that_waits_already_is_not_queued_twice(library, three):
    photo = job_by_id(library, three[0]).photo_id

    assert add_jobs(library, [photo], "{}") == []
    assert len(add_jobs(library, [photo], '{"other": 1}')) == 1


def test_the_end_of_a_job_is_told_in_full(library, three):
    done, failed, cancelled = (take_next(library).id for _ in three)
    finish(library, done, None, 8.0, ["Nothing was changed."])
    fail(library, failed, "The file is damaged.", 1.0)
    cancel(library, cancelled)

    assert states(library) == [JobState.DONE, JobState.FAILED, JobState.CANCELLED]
    assert (job_by_id(library, done).warnings, job_by_id(library, done).seconds) == (("Nothing was changed.",), 8.0)
    assert job_by_id(library, failed).reason == "The file is damaged."


def test_a_cancelled_job_does_not_fail_afterwards(library, three):
    job = take_next(library)
    cancel(library, job.id)
    fail(library, job.id, "stopped")

    assert job_by_id(library, job.id).state is JobState.CANCELLED


def test_what_failed_is_tried_again_with_other_options(library, three):
    fail(library, take_next(library).id, "out of memory")
    queue_again(library, three[0], '{"tile": 256}')

    job = take_next(library)
    assert (job.id, job.options, job.attempts, job.reason) == (three[0], '{"tile": 256}', 2, "")


def test_what_is_paused_is_not_taken_until_it_is_resumed(library, three):
    pause(library, three[0])
    assert take_next(library).id == three[1]

    queue_again(library, three[0])
    assert take_next(library).id == three[0]


def test_the_order_can_be_changed(library, three):
    a, b, c = three
    order_jobs(library, [c, a])
    assert [job.id for job in jobs(library)] == [c, b, a]

    do_next(library, a)
    assert take_next(library).id == a


def test_the_order_can_be_changed_when_another_window_took_one_away(library, three):
    a, b, c = three
    library.run("DELETE FROM job WHERE id = ?", (b,))
    order_jobs(library, [c, b, a])

    assert [job.id for job in jobs(library)] == [c, a]


def test_what_ran_when_the_program_ended_is_interrupted_at_the_next_start(library, three):
    finish(library, take_next(library).id, None, 1.0)
    take_next(library)
    library.close()

    again = open_library(library.path)
    assert mark_interrupted(again) == [three[1]]

    assert states(again) == [JobState.DONE, JobState.INTERRUPTED, JobState.WAITING]
    queue_again(again, three[1])
    assert take_next(again).id == three[1]
    again.close()


def test_jobs_of_another_window_that_lives_are_left_alone_and_of_a_dead_one_not(library, three):
    mine, theirs = take_next(library), take_next(library)
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    library.run("UPDATE job SET owner_pid = ? WHERE id = ?", (process.pid, theirs.id))

    second = open_library(library.path)

    assert mark_interrupted(second) == [theirs.id]
    assert job_by_id(second, mine.id).state is JobState.RUNNING
    second.close()


def test_a_photo_in_the_queue_is_in_work(library, three):
    photo = job_by_id(library, three[0]).photo_id
    assert photo_by_id(library, photo).state is State.IN_WORK

    cancel(library, three[0])
    assert photo_by_id(library, photo).state is State.NOT_RESTORED


def test_photos_in_the_trash_are_not_restored(library, three):
    trash_photos(library, [job_by_id(library, three[0]).photo_id])

    assert take_next(library).id == three[1]
    assert add_jobs(library, [job_by_id(library, three[0]).photo_id], "{}") == []


def test_time_left_comes_from_the_librarys_own_history(library, three):
    assert seconds_per_megapixel(library) is None
    for seconds in (4.0, 8.0, 100.0):
        finish(library, take_next(library).id, None, seconds)

    assert seconds_per_megapixel(library) == 4.0
    assert seconds_per_megapixel(library, '{"other": 1}') is None


def test_what_is_over_can_be_cleared(library, three):
    finish(library, take_next(library).id, None, 1.0)

    assert remove_jobs(library) == 1
    assert [job.id for job in jobs(library, JobState.WAITING)] == three[1:]


def test_a_result_that_never_became_a_version_goes_with_its_interrupted_job(library, photo_id):
    add_jobs(library, [photo_id], "{}")
    job = take_next(library)
    result = new_result_path(library, photo_id, "a.jpg")
    result.parent.mkdir(parents=True)
    result.touch()
    plan_result(library, job.id, result)
    interrupt(library, job.id)
    remove_planned(library)

    assert not result.exists()
    assert job_by_id(library, job.id).options == "{}"
    assert job_by_id(library, job.id).state is JobState.INTERRUPTED


def test_a_result_that_is_a_version_stays(library, photo_id):
    add_jobs(library, [photo_id], "{}")
    job = take_next(library)
    result = new_result_path(library, photo_id, "a.jpg")
    result.parent.mkdir(parents=True)
    result.touch()
    plan_result(library, job.id, result)
    add_version(library, photo_id, "{}", result, "engine")
    interrupt(library, job.id)
    remove_planned(library)

    assert result.exists()


def test_a_result_that_can_not_be_removed_now_is_removed_at_a_later_start(library, photo_id):
    add_jobs(library, [photo_id], "{}")
    job = take_next(library)
    result = new_result_path(library, photo_id, "a.jpg")
    result.mkdir(parents=True)  # no file can be removed here, as while another program has it open
    plan_result(library, job.id, result)
    interrupt(library, job.id)
    remove_planned(library)
    result.rmdir()
    result.touch()
    remove_planned(library)

    assert not result.exists()


def test_only_what_is_over_can_be_taken_off_the_list(library, photo_id):
    (job,) = add_jobs(library, [photo_id], "{}")
    remove_job(library, job)
    assert job_by_id(library, job) is not None
    cancel(library, job)
    remove_job(library, job)

    assert job_by_id(library, job) is None
