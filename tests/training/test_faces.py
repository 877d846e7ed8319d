import json
from dataclasses import replace

import cv2
import numpy as np
import pytest
from helpers import scene
from training.pretended_gpu import scores_on_gpu

from photorestore.core.errors import UserError
from photorestore.training import faces
from photorestore.training.faces import FacesTask, photographed_small
from photorestore.training.loop import train
from photorestore.training.runs.faces import FacesRun

TINY = replace(
    FacesRun(), side_px=32, smallest_px=12, batch=4, samples=48, widths=(8, 8, 8), learning_rate=3e-3, warmup_samples=4,
    held_out=9, workers=0, threads=1,
)  # fmt: skip


@pytest.fixture
def face_data(tmp_path, monkeypatch):
    """Pictures in which a face is "found": the whole picture."""
    (tmp_path / "faces").mkdir()
    for seed in range(24):
        cv2.imwrite(str(tmp_path / "faces" / f"{seed}.png"), scene(32, 32, seed) * 255)
    monkeypatch.setattr(faces, "read_face", lambda path, side: cv2.imread(str(path)))
    return tmp_path


def test_a_run_says_what_it_gained(face_data, tmp_path):
    train(FacesTask(TINY, face_data), tmp_path / "run", say=lambda text: None)

    line = json.loads((tmp_path / "run" / "stats.jsonl").read_text().splitlines()[-1])
    assert {"psnr", "gain", "critic"} <= set(line)


def test_sample_number_three_is_always_the_same(face_data):
    first, second = (FacesTask(TINY, face_data).samples[3] for _ in range(2))

    assert all(np.array_equal(first[key], second[key]) for key in first)


def test_a_face_photographed_small_is_softer_but_the_same_size():
    clean = scene(64, 64)

    worn = photographed_small(np.random.default_rng(1), clean, 12)

    assert worn.shape == clean.shape
    assert 0 <= worn.min() <= worn.max() <= 1


def test_pictures_without_faces_are_said_in_words(face_data, monkeypatch):
    monkeypatch.setattr(faces, "read_face", lambda path, side: None)

    with pytest.raises(UserError, match="No faces"):
        FacesTask(TINY, face_data).samples[0]


def test_the_curve_is_measured_on_the_device_of_the_network(face_data):
    assert "gain" in scores_on_gpu(FacesTask(TINY, face_data))
