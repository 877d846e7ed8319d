from dataclasses import replace

import cv2
import numpy as np
import torch
from training.pretended_gpu import scores_on_gpu

from photorestore.engine.nets.detector import DetectorUNet
from photorestore.engine.networks import load_module
from photorestore.engine.weights import WeightsStore
from photorestore.training.detector import DetectorTask, detector_loss
from photorestore.training.export import averaged_detector, check_export, draw_curve, export_detector
from photorestore.training.loop import train
from photorestore.training.runs.detector import DetectorRun

TINY = replace(
    DetectorRun(), folders=(("photos", 1.0),), crop_px=32, batch=4, samples=24, widths=(8, 12), warmup_samples=4,
    held_out=6, workers=0, threads=1,
)  # fmt: skip


def test_sample_number_seven_is_always_the_same(data):
    first, second = (DetectorTask(TINY, data).samples[7] for _ in range(2))

    assert all(np.array_equal(first[key], second[key]) for key in first)


def test_a_run_becomes_a_file_that_answers_alike(data, tmp_path):
    train(DetectorTask(TINY, data), tmp_path / "run", say=lambda text: None)
    export_detector(tmp_path / "run", tmp_path / "shipped" / "detector.safetensors")

    assert check_export(tmp_path / "run", tmp_path / "shipped" / "detector.safetensors") < 0.01
    module = load_module(WeightsStore(tmp_path / "shipped", tmp_path / "none"), "detector")
    assert isinstance(module, DetectorUNet)


def test_the_best_threshold_ships_as_one_half(data, tmp_path):
    task = DetectorTask(TINY, data)
    train(task, tmp_path / "run", say=lambda text: None)
    threshold = task.best_threshold(averaged_detector(tmp_path / "run"), samples=6)

    export_detector(tmp_path / "run", tmp_path / "detector.safetensors", threshold)

    assert 0 < threshold < 1
    assert check_export(tmp_path / "run", tmp_path / "detector.safetensors", threshold) < 0.01


def test_the_curve_of_a_run_is_a_picture(data, tmp_path):
    train(DetectorTask(TINY, data), tmp_path / "run", say=lambda text: None)
    draw_curve(tmp_path / "run", ("net", "f1"), tmp_path / "curve.png")

    assert cv2.imread(str(tmp_path / "curve.png")).shape == (260, 840, 3)


def test_undecided_pixels_do_not_count():
    logits, damage = torch.tensor([[[[5.0, -5.0]]]]), torch.tensor([[[[1.0, 1.0]]]])

    decided = detector_loss(logits, damage, torch.ones(1, 1, 1, 2), 0.5)
    half = detector_loss(logits, damage, torch.tensor([[[[1.0, 0.0]]]]), 0.5)

    assert half < 0.05 < decided


def test_the_curve_is_measured_on_the_device_of_the_network(data):
    assert "f1" in scores_on_gpu(DetectorTask(TINY, data))
