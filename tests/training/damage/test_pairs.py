import numpy as np
import pytest
from helpers import scene

from photorestore.training.damage.pairs import SUB_TASKS, make_pair

BY_NAME = {task.name: task for task in SUB_TASKS}


@pytest.mark.parametrize("task", SUB_TASKS, ids=lambda task: task.name)
def test_every_sub_task_makes_pictures_in_range(task):
    for seed in range(4):
        pair = make_pair(np.random.default_rng(seed), scene(64, 64), None, task)

        for picture in (pair.old, pair.filled, pair.clean):
            assert picture.shape == (64, 64, 3)
            assert 0 <= picture.min() <= picture.max() <= 1
        assert set(np.unique(pair.holes)) <= {0.0, 1.0}


def test_an_intact_photograph_is_its_own_target():
    pair = make_pair(np.random.default_rng(3), scene(64, 64), None, BY_NAME["intact"])

    assert np.array_equal(pair.old, pair.clean)


def test_only_holes_are_filled():
    pair = make_pair(np.random.default_rng(1), scene(64, 64), None, BY_NAME["broad marks"])

    assert pair.holes.any()
    assert np.array_equal(pair.filled[pair.holes == 0], pair.old[pair.holes == 0])


def test_filling_brings_marks_nearer_to_the_clean_picture():
    pairs = [make_pair(np.random.default_rng(seed), scene(96, 96), None, BY_NAME["thin marks"]) for seed in range(12)]

    error = [[np.mean((p.old - p.clean) ** 2), np.mean((p.filled - p.clean) ** 2)] for p in pairs]
    assert np.mean(error, 0)[1] < 0.5 * np.mean(error, 0)[0]


def test_the_same_seed_gives_the_same_pair():
    first, second = (make_pair(np.random.default_rng(7), scene(64, 64), None, BY_NAME["everything"]) for _ in range(2))

    assert np.array_equal(first.filled, second.filled)
    assert np.array_equal(first.clean, second.clean)
