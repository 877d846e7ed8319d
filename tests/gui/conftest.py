"""A program with a window nobody sees and an engine that does as the test says."""

import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from helpers import save_scan
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from photorestore.core.lean_photo import pixels_of
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.gui.app import Program, make_application
from photorestore.gui.settings import LANGUAGE, Settings
from photorestore.gui.translation import Translation
from photorestore.host.protocol import ImportedFile, Ready, WeightsInfo, WeightsResult
from photorestore.host.results import Diagnosed, Restored


def pytest_collection_modifyitems(items):
    """The screen that isn't there says this whenever a window with a minimum size is shown."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True))


class FakeClient:
    """Inverts photographs. `error` is raised by the next jobs; while `holds` is set, they wait for a cancel."""

    def __init__(self):
        self.error = None
        self.holds = threading.Event()
        self.asked = []
        self.is_closed = False
        self.engine_pid = None
        self.options = []
        self.weights = (
            WeightsInfo("detector", "find damage", "present", "bundled", "MIT", "trained here", 8_400_000, "ab" * 32),
            WeightsInfo("published-vae-a", "encode old photographs", "present", "imported", "MIT", "published", 10),
        )

    def wait_until_ready(self):
        self._raise()
        return Ready("cpu", "float32", "There is no graphics card.")

    def diagnose(self, photo, progress, terms=None):
        self._do("diagnose", progress)
        return Diagnosed(Recipe(weights={"from": "diagnosis"}), ("Cracks on 3 % of the picture.",))

    def detect(self, photo, progress):
        self._do("detect", progress)
        return (pixels_of(photo)[..., 0] > 0.5).astype(np.float32)

    def restore(self, photo, recipe, progress, terms=None, whole=None):
        self._do("restore" if whole is None else "restore a part", progress)
        mask = np.zeros((photo.height, photo.width), bool)
        mask[0] = True
        inverted = Photo(1 - pixels_of(photo), photo.alpha, photo.metadata, mask=mask, faces=photo.faces)
        return Restored(inverted, recipe, 0.1, 2.0)

    def list_weights(self):
        self.asked.append("list weights")
        return self.weights

    def verify_weights(self, progress):
        self._do("verify weights", progress)
        self.weights = tuple(replace(info, state="verified") for info in self.weights)
        return self.weights

    def import_weights(self, files, progress):
        self._do("import weights", progress)
        told = tuple(ImportedFile(str(file), "Imported.", file.stem) for file in files)
        new = tuple(
            WeightsInfo(file.stem, "translate", "verified", "imported", "MIT", "published", 9) for file in files
        )
        self.weights += new
        return WeightsResult(1, self.weights, told)

    def remove_weights(self, name):
        self.weights = tuple(info for info in self.weights if info.name != name)
        return self.weights

    def use(self, options):
        self.options.append(options)

    def restart(self):
        self.asked.append("restart")

    def close(self):
        self.is_closed = True

    def _do(self, what, progress):
        self.asked.append(what)
        self._raise()
        progress.listener(0.5, "Filling scratches")
        while self.holds.is_set():
            progress.check_cancelled()
            time.sleep(0.001)

    def _raise(self):
        if self.error is not None:
            raise self.error


@pytest.fixture(autouse=True)
def _collected_here(collected_here):
    """In every test here."""


@pytest.fixture
def client():
    return FakeClient()


@pytest.fixture
def program(qapp, client, qtbot):
    assert isinstance(make_application(), QApplication)
    made = Program(client)
    made.window.show()
    yield made
    client.holds.clear()
    for entry in made.session.photos:
        made.session.close(entry.key)
    made.window.close()
    made.close()
    made.window.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def scan(tmp_path, photo):
    """A photograph in a file."""
    return save_scan(tmp_path / "scan.png", photo)


@pytest.fixture
def opened(program, scan, qtbot):
    """The program with one photograph read, diagnosed and searched for damage."""
    program.window.show_page("restore")
    program.session.open([scan])
    wait_until_settled(program, qtbot)
    return program


def wait_until_settled(program, qtbot):
    qtbot.waitUntil(lambda: program.session.current is not None and program.session.current.suggested is not None)
    qtbot.waitUntil(lambda: program.desk.editor.has_map and not program.desk.editor.is_settling)


@pytest.fixture
def restored(opened, qtbot):
    opened.desk.restoring.restore()
    qtbot.waitUntil(lambda: opened.session.current.version is not None)
    return opened


@pytest.fixture
def german(qapp, tmp_path):
    """The window's language is German."""
    before = QLocale()
    settings = Settings(tmp_path / "german.json")
    settings.set(LANGUAGE, "de")
    translation = Translation(settings)
    translation.apply()
    yield
    translation.remove()
    QLocale.setDefault(before)
