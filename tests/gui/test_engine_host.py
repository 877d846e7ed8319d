from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, QThread

from photorestore.core.errors import UserError
from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.core.stages import DenoiseSettings
from photorestore.gui.engine_host import EngineHost
from photorestore.gui.photo_source import PhotoSource
from photorestore.host.results import ComparedMethod

pytestmark = pytest.mark.usefixtures("qapp")


class Heard(QObject):
    """Remembers every answer with the thread it came in."""

    def __init__(self, host):
        super().__init__()
        self.answers = []
        host.restored.connect(self.on_restored)
        host.failed.connect(self.on_failed)
        host.cancelled.connect(self.on_cancelled)

    def on_restored(self, job, restored, picture, damage):
        self.answers.append(("restored", job, picture.width, QThread.currentThread()))

    def on_failed(self, job, sentence):
        self.answers.append(("failed", job, sentence))

    def on_cancelled(self, job):
        self.answers.append(("cancelled", job))


def test_a_result_comes_with_its_job_number_and_a_picture(client, photo):
    host = EngineHost(client)
    heard = Heard(host)
    host.restore(7, photo, Recipe())

    assert heard.answers[0][:3] == ("restored", 7, photo.width)


def test_damage_comes_as_a_map_of_the_photographs_size(client, photo):
    host, heard = EngineHost(client), []
    host.detected.connect(lambda job, chances: heard.append((job, chances.plane.shape)))
    host.detect(5, photo)

    assert heard == [(5, photo.pixels.shape[:2])]


def test_a_part_is_restored_with_the_whole_made_small_beside_it(client, photo):
    host, heard = EngineHost(client), []
    host.previewed.connect(lambda job, picture, box: heard.append((job, (picture.width, picture.height), box)))
    host.preview(6, photo, Recipe(), Box(10, 10, 20, 18))

    assert heard == [(6, (10, 8), Box(10, 10, 20, 18))]
    assert client.asked == ["restore a part"]


def test_what_is_transparent_shows_white_in_a_part_too(client, photo):
    def compare(part, methods, settings, progress, whole):
        return [ComparedMethod(name, "", part.pixels, 1.0, 2.0, 3.0, 0.5) for name in ("input", *methods)]

    client.compare = compare
    alpha = np.ones(photo.pixels.shape[:2], np.float32)
    alpha[12, 13] = 0
    host, shown = EngineHost(client), []
    host.previewed.connect(lambda job, picture, box: shown.append(picture))
    host.tried.connect(lambda job, before, after, found: shown.extend((before, after)))
    host.preview(6, replace(photo, alpha=alpha), Recipe(), Box(10, 10, 20, 18))
    host.try_method(7, replace(photo, alpha=alpha), DenoiseSettings(method="nlm"), Box(10, 10, 20, 18))

    assert [picture.levels[0].pixelColor(3, 2).name() for picture in shown] == ["#ffffff"] * 3
    assert all(picture.levels[0].pixelColor(4, 2).name() != "#ffffff" for picture in shown)


def test_a_part_is_tried_with_context_and_told_the_noise_of_the_whole_once(client, photo):
    host, heard, asked = EngineHost(client), [], []

    def compare(part, methods, settings, progress, whole):
        asked.append((part.width, methods, whole is not None))
        return [ComparedMethod(name, "", part.pixels, 1.0, 2.0, 3.0, 0.5) for name in ("input", *methods)]

    client.compare = compare
    host.tried.connect(lambda job, before, after, found: heard.append((job, before.width, after.height, found.method)))
    host.try_method(6, photo, DenoiseSettings(method="nlm"), Box(10, 10, 20, 18))
    host.try_method(7, photo, DenoiseSettings(method="l0tv", sigma=0.1), Box(10, 10, 20, 18))

    assert heard == [(6, 10, 8, "nlm"), (7, 10, 8, "l0tv")]
    assert [whole for _, _, whole in asked] == [True, False]
    assert asked[0][0] > 10


def test_a_file_that_cannot_be_read_is_a_failure_in_words(client, tmp_path):
    host = EngineHost(client)
    heard = Heard(host)
    host.restore(3, PhotoSource(tmp_path / "gone.png"), Recipe())

    assert heard.answers[0][:2] == ("failed", 3)
    assert "does not exist" in heard.answers[0][2]


def test_answers_arrive_in_the_thread_of_the_window(program, photo, qtbot):
    heard = Heard(program.host)
    program.desk.restoring.restoration_wanted.emit(7, photo, Recipe())
    qtbot.waitUntil(lambda: len(heard.answers) == 1)

    assert heard.answers[0][3] is heard.thread()


@pytest.mark.parametrize(
    ("error", "words"), [(UserError("No weights."), "No weights."), (KeyError("x"), "Something went wrong")]
)
def test_every_failure_is_an_answer(client, photo, error, words):
    host, client.error = EngineHost(client), error
    heard = Heard(host)
    host.restore(3, photo, Recipe())

    assert heard.answers[0][:2] == ("failed", 3)
    assert words in heard.answers[0][2]


def test_a_job_cancelled_while_it_waits_is_not_begun(client, photo):
    host = EngineHost(client)
    heard = Heard(host)
    host.cancel(4)
    host.restore(4, photo, Recipe())

    assert heard.answers == [("cancelled", 4)]
    assert client.asked == []


def test_nothing_is_begun_after_closing(client, photo):
    host = EngineHost(client)
    heard = Heard(host)
    host.close()
    host.restore(1, photo, Recipe())

    assert heard.answers == [("cancelled", 1)]


def test_too_little_memory_is_told_in_a_sentence(photo):
    class Crowded:
        def detect(self, photo, progress):
            raise MemoryError("Unable to allocate 1.12 GiB for an array")

    host = EngineHost(Crowded())
    heard = Heard(host)
    host.detect(4, photo)

    assert heard.answers == [
        ("failed", 4, "There is not enough free memory for it. Close other programs, then try again.")
    ]
