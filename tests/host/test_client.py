import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.lean_photo import LeanPhoto, pixels_of
from photorestore.core.photo import Metadata, Photo
from photorestore.core.pixels16 import from_16_bit
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.core.stages import EnlargeSettings
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient, EngineCrashed
from photorestore.host.self_test import self_test

BLOCKS = Path("/dev/shm")
lists_blocks = pytest.mark.skipif(not BLOCKS.is_dir(), reason="this system does not list its shared memory")
FAKE = [sys.executable, "-P", str(Path(__file__).with_name("fake_engine.py"))]


@pytest.fixture(scope="module")
def shared_client(tmp_path_factory):
    """For the tests after which the process still lives."""
    with EngineClient(command=FAKE, log_path=tmp_path_factory.mktemp("log") / "engine.log") as client:
        yield client


@pytest.fixture
def client(tmp_path):
    with EngineClient(command=FAKE, log_path=tmp_path / "engine.log", grace_s=0.3) as client:
        yield client


@pytest.fixture
def photo():
    values = np.random.default_rng(1).integers(0, 65536, (7, 5, 3))
    return Photo((values / 65535).astype(np.float32), metadata=Metadata(bit_depth=16), notes=("First page.",))


@pytest.fixture(autouse=True)
def _no_block_stays():
    """Where they can be listed: elsewhere only the tests with `lists_blocks` say that they can't be."""
    yield
    assert not blocks_of(os.getpid())


def blocks_of(pid):
    return list(BLOCKS.glob(f"phr_{pid}_*"))


def doing(behaviour):
    return Recipe(weights={"do": behaviour})


def in_thread(work):
    """Run `work` and return a function that waits for it and gives what it returned or raised."""
    outcome = []

    def run():
        try:
            outcome.append(work())
        except Exception as error:
            outcome.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return lambda: (thread.join(20), outcome[0])[1]


class Listener:
    """Remembers progress, and calls back once the job is known to run."""

    def __init__(self, on_running=lambda pid: None):
        self.shares = []
        self._on_running = on_running

    def __call__(self, share, text):
        self.shares.append(share)
        if len(self.shares) == 1:
            self._on_running(int(text))


def test_a_picture_comes_back_as_the_engine_made_it(shared_client, photo):
    restored = shared_client.restore(photo, Recipe())

    assert np.abs(restored.photo.pixels - (1 - photo.pixels)).max() < 1e-6
    assert restored.photo.mask.sum() == 1
    assert restored.photo.metadata == photo.metadata
    assert restored.photo.notes == ("First page.", "A note.")
    assert (restored.recipe.weights, restored.mask_share, restored.seconds) == ({"net": "1234"}, 0.25, 1.5)


def test_a_lean_picture_comes_back_lean_and_with_the_same_numbers(shared_client, photo):
    lean = LeanPhoto(np.rint(photo.pixels * 65535).astype(np.uint16), from_16_bit, metadata=photo.metadata)
    restored = shared_client.restore(lean, Recipe()).photo

    assert np.array_equal(restored.samples, 65535 - lean.samples)
    assert np.array_equal(pixels_of(restored), shared_client.restore(lean.photo(), Recipe()).photo.pixels)
    assert restored.metadata == photo.metadata
    assert np.array_equal(shared_client.detect(lean), shared_client.detect(lean.photo()))


def test_faces_keep_every_number_on_the_way(shared_client, photo):
    face = shared_client.restore(photo, Recipe()).photo.faces[0]

    assert (face.box.right, face.landmarks[4], face.confidence, face.reason) == (3, (1.0, 2.0), 0.75, "too small")


def test_an_enlarged_picture_has_room(shared_client, photo):
    recipe = Recipe(enlarge=EnlargeSettings(enabled=True, scale=4))

    assert shared_client.restore(photo, recipe).photo.pixels.shape == (28, 20, 3)


def test_a_print_of_an_enlarged_picture_stays_as_large_as_it_was(shared_client, photo):
    scan = replace(photo, metadata=replace(photo.metadata, dpi=(600, 1200)))
    recipe = Recipe(enlarge=EnlargeSettings(enabled=True, scale=2))

    kept, enlarged = (shared_client.restore(scan, one).photo for one in (Recipe(), recipe))

    assert kept.metadata.dpi == (600, 1200)
    assert enlarged.metadata.dpi == (1200, 2400)


def test_alpha_travels(shared_client, photo):
    see_through = Photo(photo.pixels, alpha=photo.pixels[..., 0].copy())

    assert np.array_equal(shared_client.restore(see_through, Recipe()).photo.alpha, see_through.alpha)


def test_what_is_transparent_is_not_looked_at(shared_client, photo):
    hidden = replace(photo, alpha=np.zeros(photo.pixels.shape[:2], np.float32))

    assert not shared_client.detect(hidden).any()
    assert shared_client.diagnose(hidden).reasons == ("Cracks on 0 % of the picture.",)


def test_detection_and_diagnosis_answer(shared_client, photo):
    found, diagnosed = shared_client.detect(photo), shared_client.diagnose(photo)

    assert np.abs(found - photo.pixels[..., 0]).max() < 1 / 255
    assert diagnosed.reasons == ("Cracks on 3 % of the picture.",)


def test_progress_arrives_within_its_span(shared_client, photo):
    heard = Listener()

    shared_client.restore(photo, Recipe(), Progress(heard, start=0.5, length=0.5))

    assert heard.shares == [0.75]


def test_prints_of_libraries_do_not_disturb_the_protocol(shared_client, photo):
    assert shared_client.restore(photo, doing("print")).photo.width == 5


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [("fail", "weights are missing"), ("bug", "ValueError: seven"), ("run-out", "not enough free memory")],
)
def test_a_failed_job_is_told_and_the_next_one_works(shared_client, photo, behaviour, words):
    with pytest.raises(UserError, match=words):
        shared_client.restore(photo, doing(behaviour))

    assert shared_client.restore(photo, Recipe()).photo.width == 5


def test_cancel_stops_a_willing_engine_without_killing_it(shared_client, photo):
    pids = []
    with pytest.raises(Cancelled):
        shared_client.restore(photo, doing("slow"), Progress(Listener(pids.append), lambda: bool(pids)))
    shared_client.restore(photo, Recipe(), Progress(Listener(pids.append)))

    assert pids[0] == pids[1]


def test_a_job_cancelled_before_it_starts_is_not_done(shared_client, photo):
    with pytest.raises(Cancelled):
        shared_client.restore(photo, doing("deaf"), Progress(is_cancelled=lambda: True))


def test_cancel_kills_a_deaf_engine_after_the_grace_time(client, photo):
    begun = []
    with pytest.raises(Cancelled):
        client.restore(photo, doing("deaf"), Progress(Listener(begun.append), lambda: bool(begun)))

    assert client.restore(photo, Recipe()).photo.width == 5


def test_a_killed_engine_is_explained_and_replaced(client, photo):
    killed = Progress(Listener(lambda pid: os.kill(pid, signal.SIGKILL)))
    with pytest.raises(EngineCrashed, match=r"stopped unexpectedly \(signal 9.*unchanged; try again"):
        client.restore(photo, doing("slow"), killed)

    assert client.restore(photo, Recipe()).photo.width == 5


def test_a_crash_between_jobs_goes_unnoticed(client, photo):
    pids = []
    client.restore(photo, Recipe(), Progress(Listener(pids.append)))
    os.kill(pids[0], signal.SIGKILL)
    time.sleep(0.1)

    assert client.restore(photo, Recipe()).photo.width == 5


def test_the_last_words_of_a_crashed_engine_are_kept(tmp_path, photo):
    words = [sys.executable, "-c", "import sys; sys.exit('no module named torch')"]
    with EngineClient(command=words, log_path=tmp_path / "engine.log") as client, pytest.raises(EngineCrashed) as error:
        client.restore(photo, Recipe())

    assert error.value.log_tail == "no module named torch"
    assert "exit code 1" in str(error.value)


def test_an_engine_that_talks_nonsense_is_ended(tmp_path, photo):
    nonsense = [sys.executable, "-c", "print('hello', flush=True); import time; time.sleep(60)"]
    with EngineClient(command=nonsense, log_path=tmp_path / "engine.log") as client, pytest.raises(EngineCrashed):
        client.restore(photo, Recipe())


def test_an_engine_that_cannot_start_says_why(tmp_path, photo):
    with EngineClient(command=[*FAKE, "refuse"], log_path=tmp_path / "engine.log") as client:
        with pytest.raises(UserError, match="no such device"):
            client.restore(photo, Recipe())
        assert client.engine_info is None


def test_start_returns_at_once_and_the_device_is_known_when_ready(client):
    before = time.monotonic()
    client.start()

    assert time.monotonic() - before < 0.2
    assert client.wait_until_ready().device == "fake"
    assert client.engine_info.reason == "A fake for tests."


def test_a_start_can_be_cancelled(tmp_path, photo):
    with EngineClient(command=[*FAKE, "slow-start"], log_path=tmp_path / "engine.log") as client:
        unwanted = threading.Event()
        answer = in_thread(lambda: client.restore(photo, Recipe(), Progress(is_cancelled=unwanted.is_set)))
        time.sleep(0.1)
        unwanted.set()

        assert isinstance(answer(), Cancelled)


def test_closing_in_the_middle_of_a_job_cancels_it(tmp_path, photo):
    client = EngineClient(command=FAKE, log_path=tmp_path / "engine.log")
    running = threading.Event()
    answer = in_thread(lambda: client.restore(photo, doing("deaf"), Progress(Listener(lambda pid: running.set()))))
    assert running.wait(10)
    client.close()

    assert isinstance(answer(), Cancelled)
    with pytest.raises(Cancelled):
        client.restore(photo, Recipe())


def test_a_listener_that_fails_leaves_no_engine_at_work(client, photo):
    pids = []

    def fail(pid):
        pids.append(pid)
        raise KeyError("listener")

    with pytest.raises(KeyError):
        client.restore(photo, doing("deaf"), Progress(Listener(fail)))
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)


@pytest.fixture
def killed_in_a_job(tmp_path):
    """The process ids of a program that was killed while its engine worked, and of that engine."""
    script = Path(__file__).with_name("dying_parent.py")
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "engine.log")], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as parent:
        engine_pid = int(parent.stdout.readline())
        assert psutil.pid_exists(engine_pid)
        parent.kill()
    return parent.pid, engine_pid


def comes_true(question):
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and not question():
        time.sleep(0.02)
    return question()


def test_the_engine_ends_with_its_parent_even_in_the_middle_of_a_job(killed_in_a_job):
    _, engine_pid = killed_in_a_job

    assert comes_true(lambda: not psutil.pid_exists(engine_pid))


@lists_blocks
def test_the_blocks_of_a_killed_program_go(killed_in_a_job):
    program_pid, _ = killed_in_a_job

    assert comes_true(lambda: not blocks_of(program_pid))


@lists_blocks
def test_the_blocks_of_a_job_are_there_while_it_runs_and_go_with_it(shared_client, photo):
    seen = []
    shared_client.restore(photo, Recipe(), Progress(Listener(lambda pid: seen.extend(blocks_of(os.getpid())))))

    assert seen
    assert not blocks_of(os.getpid())


class FakeOptions:
    """Options of the fake engine: more words for its command line."""

    def __init__(self, *words):
        self._words = words

    def command(self):
        return [*FAKE, *self._words]


def test_other_options_start_another_engine_and_the_same_ones_do_not(client, photo):
    pids = []
    for options in (FakeOptions(), FakeOptions("other"), FakeOptions("other")):
        client.restore(photo, Recipe(), Progress(Listener(pids.append)))
        client.use(options)
    client.restore(photo, Recipe(), Progress(Listener(pids.append)))

    assert pids[0] == pids[1]
    assert pids[1] != pids[2]
    assert pids[2] == pids[3] == client.engine_pid


def test_an_engine_that_is_not_there_is_told_in_a_sentence(tmp_path, photo):
    missing = str(tmp_path / "gone")
    with EngineClient(command=[missing], log_path=tmp_path / "engine.log") as client:
        for ask in (client.wait_until_ready, lambda: client.restore(photo, Recipe())):
            with pytest.raises(UserError, match="can't be started"):
                ask()


def test_other_options_help_after_an_engine_could_not_start(tmp_path, photo):
    with EngineClient(command=[*FAKE, "refuse"], log_path=tmp_path / "engine.log") as client:
        with pytest.raises(UserError, match="no such device"):
            client.wait_until_ready()
        client.use(FakeOptions())

        assert client.restore(photo, Recipe()).photo.width == 5


def test_options_wait_for_the_running_job(client, photo):
    running, unwanted = threading.Event(), threading.Event()
    progress = Progress(Listener(lambda pid: running.set()), unwanted.is_set)
    answer = in_thread(lambda: client.restore(photo, doing("slow"), progress))
    assert running.wait(10)
    using = in_thread(lambda: client.use(FakeOptions("other")))
    unwanted.set()

    assert isinstance(answer(), Cancelled)
    assert using() is None
    assert client.engine_pid is None


def test_a_restart_gives_the_memory_back(client, photo):
    pids = []
    client.restore(photo, Recipe(), Progress(Listener(pids.append)))
    client.restart()
    assert client.engine_pid is None
    client.restore(photo, Recipe(), Progress(Listener(pids.append)))

    assert pids[0] != pids[1]


def test_the_self_test_measures_what_heals_and_how_fast(shared_client):
    tested = self_test(shared_client, scale=2)

    assert not tested.passed  # the fake engine only inverts
    assert tested.seconds > 0
    assert tested.seconds_per_megapixel > 0


def test_options_become_arguments():
    command = EngineOptions("cpu", "float32", 500, 2, 64).command()

    assert command[-10:] == [
        "--device", "cpu", "--precision", "float32", "--memory-mb", "500", "--threads", "2", "--cache-mb", "64",
    ]  # fmt: skip


@pytest.mark.parametrize("clean", [False, True])
def test_a_comparison_gives_each_picture_with_its_figures(shared_client, photo, clean):
    found = shared_client.compare(photo, ["nlm", "missing"], clean=photo.pixels if clean else None)

    assert [one.method for one in found] == ["input", "nlm"]
    assert np.array_equal(found[0].pixels, photo.pixels)
    assert np.allclose(found[1].pixels, 1 - photo.pixels, atol=1e-5)
    assert (found[1].seconds, found[1].memory_mb, found[1].noise) == (1, 2, 3)
    assert found[1].psnr == (30 if clean else None)
