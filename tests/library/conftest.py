"""A library of its own for each test, on disks that can be pulled out."""

from __future__ import annotations

import pytest
from library.made_library import FakeMounts, add_row

from photorestore.library.database import Database


@pytest.fixture
def mounts() -> FakeMounts:
    return FakeMounts()


@pytest.fixture
def photo_id(library: Database) -> int:
    return add_row(library)
