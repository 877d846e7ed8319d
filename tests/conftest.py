"""Fixtures for everything: a screen that isn't there, a home and a library for each test, small photographs."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pytest
from helpers import scene
from hypothesis import settings

from photorestore.core.photo import Photo
from photorestore.library.database import open_library

settings.register_profile("unhurried", deadline=None)  # a busy computer is no failure
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """Nothing a test does reaches the user's library, weights or log."""
    monkeypatch.setenv("PHOTORESTORE_HOME", str(tmp_path / "home"))


@pytest.fixture
def rng():
    return np.random.default_rng(0)


@pytest.fixture
def library(tmp_path):
    made = open_library(tmp_path / "library" / "library.db")
    yield made
    made.close()


@pytest.fixture
def collected_here():
    """Garbage with Qt objects is collected in the window's thread: in a worker's their timers would crash Qt."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def photo() -> Photo:
    """A small colour scene with edges, texture and flat parts."""
    return Photo(scene(96, 128))
