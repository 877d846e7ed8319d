"""A library of its own for each test, on disks that can be pulled out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from library.made_library import FakeMounts, add_row

from photorestore.library.database import Database, open_library


@pytest.fixture
def mounts() -> FakeMounts:
    return FakeMounts()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Database]:
    db = open_library(tmp_path / "library" / "library.db")
    yield db
    db.close()


@pytest.fixture
def photo_id(library: Database) -> int:
    return add_row(library)
