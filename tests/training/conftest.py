import cv2
import pytest
from helpers import scene


@pytest.fixture
def data(tmp_path):
    """A folder to train on: 22 small made pictures in `photos`."""
    (tmp_path / "photos").mkdir()
    for seed in range(22):
        cv2.imwrite(str(tmp_path / "photos" / f"{seed}.png"), scene(48, 64, seed) * 255)
    return tmp_path
