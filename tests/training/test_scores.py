import numpy as np
import pytest
from helpers import scene

from photorestore.training.scores import area_under_curve, match_tone, score_maps, score_picture

NOWHERE = np.zeros((48, 64), bool)


def test_a_perfect_restoration_scores_best():
    score = score_picture(scene(48, 64), scene(48, 64), NOWHERE, True)

    assert score.psnr > 100
    assert score.ssim == pytest.approx(1)
    assert np.isnan(score.hole)


def test_fading_alone_costs_no_tone():
    clean = 0.2 + 0.5 * scene(48, 64)
    faded = (0.15 + 0.6 * clean).astype(np.float32)

    score = score_picture(faded, clean, NOWHERE, True)

    assert score.psnr < 30
    assert score.tone > 60
    assert np.allclose(match_tone(faded, clean), clean, atol=1e-3)


def test_the_hole_counts_only_what_was_damaged():
    clean, hole = scene(48, 64), NOWHERE.copy()
    hole[10:14, 20:24] = True
    restored = clean.copy()
    restored[40:, :] = 0.5

    wrong_elsewhere = score_picture(restored, clean, hole, True)

    assert wrong_elsewhere.hole > wrong_elsewhere.tone + 5


def test_without_colours_only_luma_counts():
    clean = scene(48, 64)
    grey = np.repeat((clean @ np.array([0.299, 0.587, 0.114], np.float32))[..., None], 3, 2)

    assert score_picture(grey, clean, NOWHERE, False).tone > 60
    assert score_picture(grey, clean, NOWHERE, True).tone < 40


def test_a_map_that_is_right_has_the_whole_area_and_one_that_knows_nothing_half():
    truth = NOWHERE.copy()
    truth[5:9, 5:40] = True
    right = truth.astype(np.float32)

    assert score_maps([(right, truth)], []).auc == 1
    assert score_maps([(right, truth)], []).f1 == 1
    assert area_under_curve(np.full(truth.size, 7, np.uint8), truth.ravel()) == 0.5


def test_a_hit_may_lie_two_pixels_off_and_false_alarms_are_counted():
    truth, found = NOWHERE.copy(), np.zeros((48, 64), np.float32)
    truth[20, 10:50] = True
    found[22, 10:50] = 1

    assert score_maps([(found, truth)], [found]).f1 == 1
    assert score_maps([(found, truth)], [found]).alarms == pytest.approx(40 / (48 * 64))
