from contextlib import ExitStack

import numpy as np
import pytest
from helpers import scene

from photorestore.core.lean_photo import LeanPhoto
from photorestore.core.photo import Photo
from photorestore.core.pixels16 import from_16_bit
from photorestore.host.blocks import Maker
from photorestore.host.shared import Block


def test_both_kinds_of_photo_are_the_same_in_shared_memory():
    photo = Photo(scene(1300, 600))  # several bands
    lean = LeanPhoto(np.rint(photo.pixels * 65535).astype(np.uint16), from_16_bit)
    with ExitStack() as blocks:
        make = Maker(blocks)
        whole, banded = (Block.attach(make.photo(one)) for one in (photo, lean))
        with whole, banded:
            assert np.array_equal(whole.read(), lean.samples)
            assert np.array_equal(banded.read(), lean.samples)


def test_blocks_go_at_the_end_or_before():
    with ExitStack() as blocks:
        make = Maker(blocks)
        early, late = (make.empty((2, 3), np.uint8).picture for _ in range(2))
        make.remove(early)
        with pytest.raises(FileNotFoundError):
            Block.attach(early)
        Block.attach(late).close()

    with pytest.raises(FileNotFoundError):
        Block.attach(late)


def test_a_mask_becomes_black_and_white_and_none_stays_none():
    with ExitStack() as blocks:
        make = Maker(blocks)
        assert make.mask(None) is None
        picture = make.mask(np.array([[True, False]]))
        assert picture is not None
        with Block.attach(picture) as block:
            assert block.read().tolist() == [[255, 0]]


def test_rows_that_do_not_fit_are_refused():
    with Block.create((4, 2, 3), np.uint16) as block:
        for top, values in ((3, np.zeros((2, 2, 3), np.float32)), (0, np.zeros((2, 5, 3), np.float32))):
            with pytest.raises(ValueError, match="does not fit"):
                block.write_rows(values, top)
