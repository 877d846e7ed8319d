import numpy as np
import pytest
from helpers import scene

from photorestore.core.errors import UserError
from photorestore.training.damage.compose import FAMILIES, compose, visible_damage
from photorestore.training.damage.distractors import DISTRACTORS
from photorestore.training.damage.marks import Mark
from photorestore.training.damage.scanned import ScannedShapes
from photorestore.training.damage.wear import wear_down


@pytest.mark.parametrize("seed", range(12))
def test_a_sample_is_a_picture_a_label_and_a_weight(seed):
    sample = compose(np.random.default_rng(seed), scene(96, 96), None)

    assert sample.old.shape == (96, 96, 3)
    assert 0 <= sample.old.min() <= sample.old.max() <= 1
    assert set(np.unique(sample.damage)) <= {0.0, 1.0}
    assert (sample.weight[sample.damage == 1] == 1).all()


def test_the_same_seed_gives_the_same_sample():
    first, second = (compose(np.random.default_rng(5), scene(64, 64), None) for _ in range(2))

    assert np.array_equal(first.old, second.old)
    assert np.array_equal(first.damage, second.damage)


def test_an_intact_sample_has_no_label():
    samples = [compose(np.random.default_rng(seed), scene(64, 64), None, intact=1.0) for seed in range(20)]

    assert not any(sample.damage.any() for sample in samples)


def test_only_what_can_be_seen_is_labelled():
    intact = np.full((20, 20, 3), 0.5, np.float32)
    damaged = intact.copy()
    damaged[2:6, 2:6] += 0.3
    damaged[12:16, 12:16] += 0.02

    label, weight = visible_damage(intact, damaged)

    assert label[2:6, 2:6].all()
    assert label.sum() == 16
    assert not weight[12:16, 12:16].any()


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_every_family_makes_marks_that_show(family):
    picture = scene(128, 128)
    marks = [family(np.random.default_rng(seed), picture, False) for seed in range(8)]

    assert all(0 <= mark.coverage.min() <= mark.coverage.max() <= 1 for mark in marks)
    assert np.mean([(mark.coverage > 0.3).mean() for mark in marks]) > 0.001


@pytest.mark.parametrize("distractor", DISTRACTORS, ids=lambda distractor: distractor.__name__)
def test_every_distractor_changes_the_picture_and_keeps_its_range(distractor):
    drawn = [distractor(np.random.default_rng(seed), scene(96, 96)) for seed in range(6)]

    assert any(np.abs(picture - scene(96, 96)).max() > 0.1 for picture in drawn)
    assert all(np.isfinite(picture).all() for picture in drawn)


def test_wear_keeps_size_and_range():
    for seed in range(20):
        worn = wear_down(np.random.default_rng(seed), scene(48, 64))
        assert worn.picture.shape == (48, 64, 3)
        assert 0 <= worn.picture.min() <= worn.picture.max() <= 1


def test_scanned_shapes_need_a_folder_with_shapes(tmp_path):
    with pytest.raises(UserError, match="no damage shapes"):
        ScannedShapes(tmp_path)


def test_a_repainted_mark_shows_the_paper_of_the_others_and_its_own_texture():
    rng = np.random.default_rng(3)
    own = Mark(np.ones((32, 32), np.float32), rng.normal(0.5, 0.02, (32, 32, 3)).astype(np.float32))
    paper = np.full((32, 32, 3), (0.8, 0.7, 0.6), np.float32)

    painted = own.repainted(paper)

    assert np.allclose(painted.paint.mean((0, 1)), (0.8, 0.7, 0.6), atol=1e-3)
    assert np.allclose(painted.paint.std((0, 1)), own.paint.std((0, 1)), atol=1e-3)
