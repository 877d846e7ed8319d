"""The editor's states over a real library of two photographs; files, engine and threads are played by the test."""

import itertools

import numpy as np
import pytest
from library.made_library import add_row
from PySide6.QtCore import QSettings

from photorestore.core.chances import ChanceMap
from photorestore.core.defects import find_defects
from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.mask_layers import MaskLayers
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.core.stages import DenoiseSettings
from photorestore.core.stroke_history import StrokeHistory
from photorestore.gui.kept_work import KeptWork
from photorestore.gui.pixmaps import picture_of, thumbnail_of
from photorestore.gui.state.desk import Desk
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.open_photo import PhotoFacts
from photorestore.host.results import Diagnosed, Restored
from photorestore.library.versions import Version

FACE = Face(Box(10, 10, 30, 34), ((15, 18), (25, 18), (20, 24), (16, 29), (24, 29)), 0.99)
SUGGESTED = Recipe(denoise=DenoiseSettings(enabled=True))


class Asked:
    """What the states asked for, by name, in order."""

    def __init__(self, *states):
        self.all = []
        for state in states:
            for name in [name for name in dir(type(state)) if name.endswith("_wanted")]:
                getattr(state, name).connect(lambda *values, name=name: self.all.append((name, *values)))

    def of(self, name):
        return [entry[1:] for entry in self.all if entry[0] == f"{name}_wanted"]


class Player:
    """Answers for the files, the library and the engine."""

    def __init__(self, desk, asked, photo):
        self.desk, self.asked, self.photo = desk, asked, photo
        self.work = {}

    def open(self, *ids):
        self.desk.session.open_ids(list(ids))
        for key, _ in self.asked.of("read"):
            self.read(key)

    def read(self, key):
        picture = picture_of(self.photo)
        facts = PhotoFacts(self.photo.width, self.photo.height, 8)
        self.desk.session.on_read(key, facts, picture, thumbnail_of(picture, 8))
        if self.desk.session.current.key == key:
            self.desk.session.on_loaded(key, self.work.get(key) or kept(self.photo))

    def diagnose(self, recipe=SUGGESTED, faces=()):
        job = self.asked.of("diagnosis")[-1][0]
        self.desk.restoring.on_diagnosed(job, Diagnosed(recipe, ("It has some grain.",), faces))

    def find_damage(self):
        damage = np.zeros(self.photo.pixels.shape[:2], np.float32)
        damage[20:60, 50:53] = 0.999
        self.desk.masks.on_detected(self.asked.of("detection")[-1][0], ChanceMap.of(damage))

    def finish(self):
        job, _, recipe = self.asked.of("restoration")[-1]
        restored = Restored(Photo(1 - self.photo.pixels), recipe, 0.0, 4.0)
        self.desk.restoring.on_restored(job, restored, picture_of(restored.photo), None)

    def keep(self, key, number=7):
        version = a_version(key, number)
        self.desk.restoring.on_result_kept(key, version, (version,))
        return version


def kept(photo, **values):
    history = StrokeHistory(MaskLayers(photo.width, photo.height))
    plain = {"chances": None, "recipe": None, "suggested": None, "faces": (), "versions": (), "snapshots": ()}
    return KeptWork(history, **(plain | values))


def a_version(key, number, **values):
    plain = {"parent": None, "name": "", "recipe": Recipe().to_json(), "result": f"/library/{number}.png"}
    plain |= {"engine": "test", "warnings": (), "created": 1.0, "kept": True, "trashed": None}
    return Version(number, key, **(plain | values))


@pytest.fixture
def ids(library):
    return add_row(library, "a.png"), add_row(library, "b.png")


@pytest.fixture
def desk(qapp, library, tmp_path):
    made = Desk(library, QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat), itertools.count(1))
    made.editor.spots_wanted.connect(lambda job, found, how: made.editor.on_spots(job, find_defects(found.plane, how)))
    return made


@pytest.fixture
def asked(desk):
    return Asked(desk.session, desk.masks, desk.recipes, desk.faces, desk.restoring)


@pytest.fixture
def player(desk, asked, photo):
    return Player(desk, asked, photo)


@pytest.fixture
def errands(qapp):
    return Errands()
