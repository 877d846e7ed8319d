import hashlib

import pytest

from photorestore.library.hashing import END_BYTES, content_hash, quick_hash


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.tif"


@pytest.mark.parametrize("at", [0, END_BYTES - 1, 3 * END_BYTES - 1, 2 * END_BYTES])
def test_a_change_at_either_end_changes_the_quick_hash(path, at):
    content = bytearray(3 * END_BYTES)
    path.write_bytes(content)
    before = quick_hash(path)
    content[at] = 1
    path.write_bytes(content)

    assert quick_hash(path) != before


def test_the_size_alone_changes_the_quick_hash(path):
    path.write_bytes(bytes(4 * END_BYTES))
    before = quick_hash(path)
    path.write_bytes(bytes(5 * END_BYTES))

    assert quick_hash(path) != before


@pytest.mark.parametrize("size", [0, 1, (1 << 20) + 1])
def test_the_content_hash_is_what_other_programs_call_sha256(path, size):
    path.write_bytes(bytes(size))

    assert content_hash(path) == hashlib.sha256(bytes(size)).digest()
