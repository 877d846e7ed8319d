"""How near a restored picture is to the clean one, and a map of damage to the true mask. numpy and OpenCV only.

Restored pictures are compared after the best straight line per channel, because fading can't be undone exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.photo import Map, Mask, Pixels
from photorestore.core.stages import ScratchSettings
from photorestore.engine.quality import psnr, ssim
from photorestore.engine.tone import luma_of

SLACK = np.ones((5, 5), np.uint8)  # a hit may lie 2 px off: lines are thin
OWN = ScratchSettings().threshold
THRESHOLDS = np.arange(16, 256, 16)  # of maps with 8 bits
Counts = tuple[int, int, int, int]  # called and right, called and wrong, true and found, true and missed


@dataclass(frozen=True)
class PictureScore:
    """dB, dB, 0..1, dB; `hole` is NaN where there is none."""

    psnr: float
    tone: float
    ssim: float
    hole: float


def score_picture(restored: Pixels, clean: Pixels, damage: Mask, in_colour: bool) -> PictureScore:
    """Pixels 0..1. Of pictures that came without colours only luma counts; another size is brought to `clean`'s."""
    if restored.shape != clean.shape:
        restored = np.asarray(cv2.resize(restored, clean.shape[1::-1], interpolation=cv2.INTER_AREA), np.float32)
    if not in_colour:
        restored, clean = (cv2.merge([luma_of(picture)] * 3) for picture in (restored, clean))
    matched = match_tone(restored, clean)
    around = cv2.dilate(damage.astype(np.uint8), SLACK) > 0
    hole = psnr(matched[around], clean[around]) if around.any() else float("nan")
    return PictureScore(
        psnr(restored, clean),
        psnr(matched, clean),
        ssim(*(luma_of(picture)[..., None] for picture in (matched, clean))),
        hole,
    )


def match_tone(picture: Pixels, clean: Pixels) -> Pixels:
    """Per channel the line that brings `picture` nearest to `clean` (least squares)."""
    matched = np.empty_like(picture)
    for channel in range(picture.shape[2]):
        x, y = (p[..., channel].astype(np.float64) for p in (picture, clean))
        spread = x.var()
        gain = ((x - x.mean()) * (y - y.mean())).mean() / spread if spread > 1e-8 else 0.0
        matched[..., channel] = np.clip(gain * (x - x.mean()) + y.mean(), 0, 1)
    return matched


@dataclass(frozen=True)
class MaskScore:
    """`auc` and `f1` (at the program's threshold; at the best one) over damaged pictures; `alarms` over the others."""

    auc: float
    f1: float
    best_f1: float
    alarms: float


def score_maps(damaged: Sequence[tuple[Map, Mask]], whole: Sequence[Map]) -> MaskScore:
    """Maps 0..1 with the true damage, and maps of pictures without any."""
    found = [(np.round(map_ * 255).astype(np.uint8), truth) for map_, truth in damaged]
    values = np.concatenate([map_.ravel() for map_, _ in found])
    truths = np.concatenate([truth.ravel() for _, truth in found])
    best = max(_f1(found, int(threshold)) for threshold in THRESHOLDS)
    alarms = float(np.mean([(map_ >= OWN).mean() for map_ in whole])) if whole else float("nan")
    return MaskScore(area_under_curve(values, truths), _f1(found, round(OWN * 255)), best, alarms)


def area_under_curve(values: npt.NDArray[np.uint8], truth: npt.NDArray[np.bool_]) -> float:
    """How often a damaged pixel has the higher value of two, one damaged and one not; equal values count half."""
    true, false = (np.bincount(values[which], minlength=256).astype(np.float64) for which in (truth, ~truth))
    below = np.concatenate([[0.0], np.cumsum(false)[:-1]])
    return float((true * (below + 0.5 * false)).sum() / max(true.sum() * false.sum(), 1))


def _f1(found: Sequence[tuple[npt.NDArray[np.uint8], Mask]], threshold: int) -> float:
    counts = np.sum([_count(map_ >= threshold, truth) for map_, truth in found], axis=0)
    right, wrong, hit, missed = counts.tolist()
    precision, recall = right / max(1, right + wrong), hit / max(1, hit + missed)
    return float(2 * precision * recall / max(1e-9, precision + recall))


def _count(called: Mask, truth: Mask) -> Counts:
    near_truth, near_called = (cv2.dilate(mask.astype(np.uint8), SLACK) > 0 for mask in (truth, called))
    right, wrong = called & near_truth, called & ~near_truth
    return int(right.sum()), int(wrong.sum()), int((truth & near_called).sum()), int((truth & ~near_called).sum())
