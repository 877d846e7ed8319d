import numpy as np
import pytest

from photorestore.files.samples import to_float, to_samples


@pytest.mark.parametrize(("dtype", "bits"), [(np.uint8, 8), (np.uint16, 16)])
def test_every_level_survives_the_way_to_float_and_back(dtype, bits):
    levels = np.arange(2**bits, dtype=dtype)

    assert np.array_equal(to_samples(to_float(levels), bits), levels)


def test_values_outside_are_clipped_and_the_input_is_left_alone():
    values = np.array([-0.5, 0.5, 1.5], np.float32)
    values.setflags(write=False)

    assert to_samples(values, 8).tolist() == [0, 128, 255]
