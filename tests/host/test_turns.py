import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from helpers import scene

from photorestore.core.errors import Cancelled
from photorestore.core.photo import Photo
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.host.child import EngineOptions
from photorestore.host.client import WAITING, EngineClient, Terms
from photorestore.host.turns import Turns

FAKE = [sys.executable, str(Path(__file__).with_name("fake_engine.py"))]
IN_BACKGROUND = Terms(gives_way=True)
PHOTO = Photo(scene(12, 16))


@pytest.fixture
def client(tmp_path):
    with EngineClient(command=FAKE, log_path=tmp_path / "engine.log", quiet_s=0.1) as made:
        yield made


def in_thread(work):
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def behaving(how):
    return Recipe(weights={"do": how})


def test_a_job_in_the_background_stops_for_one_in_the_foreground_and_begins_again(client):
    texts, attempts, ended = [], [], []
    wanted = threading.Event()

    def listen(share, text):
        texts.append(text)
        if text.isdigit() and share > 0.5:
            wanted.set()

    def background():
        try:
            client.restore(PHOTO, behaving("slow"), Progress(listen, lambda: len(attempts) > 0), IN_BACKGROUND)
        except Cancelled:
            ended.append("cancelled")

    thread = in_thread(background)
    assert wanted.wait(30)
    began = time.monotonic()
    client.restore(PHOTO, Recipe())
    waited = time.monotonic() - began
    wanted.clear()
    assert wanted.wait(30)
    attempts.append("enough")
    thread.join(30)

    assert waited < 3
    assert WAITING in texts
    assert ended == ["cancelled"]
    assert len({text for text in texts if text.isdigit()}) == 1  # the process, and with it its cache, lived on


def test_a_job_that_gave_way_ends_with_its_result(client):
    results = []
    thread = in_thread(
        lambda: results.append(client.restore(PHOTO, Recipe(), Progress(), IN_BACKGROUND).photo.pixels.mean())
    )
    for _ in range(3):
        client.restore(PHOTO, Recipe())
    thread.join(30)

    assert len(results) == 1


def test_a_job_with_options_of_its_own_gets_a_process_of_its_own(client):
    client.wait_until_ready()
    usual = client.engine_pid
    client.restore(PHOTO, Recipe(), Progress(), Terms(True, EngineOptions(memory_mb=100)))
    own = client.engine_pid
    client.restore(PHOTO, Recipe())

    assert len({usual, own, client.engine_pid}) == 3


def test_who_waits_in_the_background_can_be_cancelled():
    turns, unwanted, heard = Turns(), threading.Event(), []

    def wait():
        with pytest.raises(Cancelled), turns.background(unwanted.is_set, lambda: heard.append("waits")):
            pass

    with turns.foreground():
        thread = in_thread(wait)
        while not heard:
            time.sleep(0.001)
        unwanted.set()
        thread.join(5)

    assert not thread.is_alive()
    assert heard == ["waits"]


def test_the_background_begins_only_when_nobody_asked_for_a_while():
    turns = Turns(quiet_s=0.3)
    with turns.foreground():
        pass
    began = time.monotonic()
    with turns.background(lambda: False, lambda: None):
        assert time.monotonic() - began >= 0.25


def test_who_waits_in_the_foreground_can_be_cancelled(client):
    begun, unwanted = threading.Event(), threading.Event()

    def work_slowly():
        with suppress(Cancelled):
            client.restore(PHOTO, behaving("slow"), Progress(lambda share, text: begun.set(), unwanted.is_set))

    behind = in_thread(work_slowly)
    assert begun.wait(10)

    before = time.monotonic()
    with pytest.raises(Cancelled):
        client.restore(PHOTO, Recipe(), Progress(is_cancelled=lambda: time.monotonic() > before + 0.2))

    assert behind.is_alive()
    unwanted.set()
    behind.join(10)
