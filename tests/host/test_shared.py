import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from photorestore.core.errors import UserError
from photorestore.host.shared import Block


def is_there(picture):
    try:
        Block.attach(picture).close()
    except FileNotFoundError:
        return False
    return True


@pytest.mark.parametrize("depth", [255, 65535])
def test_every_value_of_a_file_survives_bit_for_bit(depth):
    values = (np.arange(depth + 1) / depth).astype(np.float32).reshape(-1, 1)
    with Block.create(values.shape, np.uint16) as block:
        block.write_shares(values)

        assert np.array_equal(block.read_shares(), values)


def test_pictures_larger_than_a_band_are_converted_whole():
    values = np.random.default_rng(3).random((2500, 700, 3), np.float32)
    with Block.create(values.shape, np.uint16) as block:
        block.write_shares(values)

        assert np.abs(block.read_shares() - values).max() <= 0.51 / 65535


def test_values_outside_the_range_are_clipped():
    with Block.create((2,), np.uint8) as block:
        block.write_shares(np.array([-0.5, 1.5], np.float32))

        assert block.read().tolist() == [0, 255]


def test_the_other_side_sees_the_same_memory_and_does_not_remove_it():
    with Block.create((2, 3), np.uint8) as block:
        with Block.attach(block.picture) as other:
            other.write(np.full((2, 3), 7, np.uint8))

        assert block.read().tolist() == [[7] * 3] * 2
        assert is_there(block.picture)
    assert not is_there(block.picture)


def test_a_process_that_attached_leaves_quietly_and_the_block_stays():
    with Block.create((2, 3), np.uint8) as block:
        code = f"from photorestore.host.shared import *; Block.attach({block.picture!r}).read()"
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

        assert other.stderr == b""
        assert is_there(block.picture)


def test_a_wrong_shape_is_refused():
    with Block.create((2, 3), np.uint16) as block, pytest.raises(ValueError, match="does not fit"):
        block.write(np.zeros((3, 2), np.uint16))


def test_memory_that_is_not_there_is_refused_in_words():
    with pytest.raises(UserError, match="no room for a picture"):
        Block.create((1 << 44,), np.uint8)


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="this system does not list its shared memory")
def test_memory_that_was_refused_leaves_no_block():
    with pytest.raises(UserError):
        Block.create((1 << 44,), np.uint8)

    assert not list(Path("/dev/shm").glob(f"phr_{os.getpid()}_*"))
