"""Fixtures for what a user does from start to end."""

import sys

import pytest
from watching.sitecustomize import watch


@pytest.fixture(scope="session")
def heard():
    """What this process does on a network."""
    done = []
    watch(done.append)
    return done


@pytest.fixture
def _offline(heard):
    """Nothing is done on a network meanwhile, be it Python's or Qt's; for the engine see test_fresh_processes."""
    heard.clear()
    yield
    assert heard == []
    assert "PySide6.QtNetwork" not in sys.modules
