"""Face networks are compared on the same held-out faces, through the stage that users have."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from photorestore.core.errors import UserError
from photorestore.engine.tools import local_tools
from photorestore.training.face_scores import CELL_PX, WORN, score_faces

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture
def data(tmp_path):
    shutil.copy(SAMPLES / "portrait.jpg", tmp_path / "portrait.jpg")
    return tmp_path


def test_each_network_is_scored_on_the_same_worn_face(data):
    (first, row), (second, _) = (next(score_faces(data, ["bundled"], local_tools("cpu"), count=1)) for _ in range(2))

    assert set(first.psnr) == set(first.ssim) == {WORN, "bundled"}
    assert first == second
    assert first.psnr[WORN] < 40
    assert row.shape == (CELL_PX, 3 * CELL_PX, 3)
    assert row.dtype == np.uint8


def test_pictures_without_faces_are_said_in_words(tmp_path):
    shutil.copy(SAMPLES / "beach.jpg", tmp_path / "beach.jpg")

    with pytest.raises(UserError, match="No faces"):
        next(score_faces(tmp_path, ["bundled"], local_tools("cpu"), count=1))
