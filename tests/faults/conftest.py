import pytest
from faults.small_disk import SmallDisk


@pytest.fixture
def disk(tmp_path):
    """4 MB that can be filled or made read-only."""
    made = SmallDisk(tmp_path / "disk")
    yield made
    made.close()


@pytest.fixture
def read_only_disk(disk):
    if not disk.is_real:
        pytest.skip("only root on Linux can mount a disk that can only be read")
    return disk
