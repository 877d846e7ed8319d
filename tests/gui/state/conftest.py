"""A library of its own for each test that asks for one."""

import pytest

from photorestore.gui.state.errands import Errands
from photorestore.library.database import open_library


@pytest.fixture
def library(tmp_path):
    db = open_library(tmp_path / "library" / "library.db")
    yield db
    db.close()


@pytest.fixture
def errands(qapp):
    return Errands()
