import cv2
import numpy as np
import pytest
from helpers import scene
from hypothesis import given, settings
from hypothesis import strategies as st
from library.made_library import add_row

from photorestore.library.look_alikes import DISTANCE, find_look_alikes, group, look_alikes_of, look_hash


def grey(seed, height=90, width=128):
    return cv2.cvtColor((scene(height, width, seed) * 255).astype(np.uint8), cv2.COLOR_RGB2GRAY)


def bits_between(first, second):
    return ((first ^ second) & (2**64 - 1)).bit_count()


def cases():
    picture = grey(1, 360, 512)
    noise = np.random.default_rng(0).normal(0, 6, picture.shape)
    yield "smaller", cv2.resize(picture, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)
    yield "darker", (picture * 0.6).astype(np.uint8)
    yield "faded", (picture * 0.5 + 90).astype(np.uint8)
    yield "noisy", np.clip(picture + noise, 0, 255).astype(np.uint8)
    yield "as JPEG", cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 30])[1], 0)
    yield "trimmed", picture[4:-4, 5:-5]


@pytest.mark.parametrize(("how", "other"), list(cases()), ids=[how for how, _ in cases()])
def test_another_scan_of_the_same_picture_is_near(how, other):
    assert bits_between(look_hash(grey(1, 360, 512)), look_hash(other)) <= DISTANCE


def test_other_pictures_are_far():
    hashes = [look_hash(grey(seed)) for seed in range(30)]
    distances = [bits_between(one, other) for at, one in enumerate(hashes) for other in hashes[:at]]

    assert min(distances) > DISTANCE


def test_a_picture_without_anything_in_it_is_like_nothing():
    assert look_hash(np.full((50, 50), 128, np.uint8)) is None


def test_groups_name_the_best_of_them(library):
    small, large, other = (
        add_row(library, "small", width=100, look_hash=0b1111),
        add_row(library, "large", width=900, look_hash=0b0111),
        add_row(library, "other", look_hash=-1),
    )

    [found] = find_look_alikes(library)

    assert (found.ids, found.best) == ((small, large), large)
    assert look_alikes_of(library, small) == [large]
    assert look_alikes_of(library, other) == []


@settings(deadline=None, max_examples=20)
@given(seed=st.integers(0, 10**6), distance=st.integers(0, 11))
def test_bands_find_every_pair_that_comparing_all_finds(seed, distance):
    rng = np.random.default_rng(seed)
    hashes = rng.integers(0, 2**64, 30, np.uint64).repeat(2)
    for at in range(0, 60, 2):
        for bit in rng.choice(64, rng.integers(0, 15), replace=False):
            hashes[at] ^= np.uint64(1) << np.uint64(bit)
    near = {(i, j) for i in range(60) for j in range(i) if np.bitwise_count(hashes[i] ^ hashes[j]) <= distance}

    groups = group(hashes, distance)

    assert {index for found in groups for index in found} == {index for pair in near for index in pair}
    assert all(any(i in found and j in found for found in groups) for i, j in near)


def test_many_equal_pictures_are_one_group():
    assert [len(found) for found in group(np.zeros(20_000, np.uint64), 8)] == [20_000]
