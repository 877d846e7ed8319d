"""Made pictures that tests share."""

import cv2
import numpy as np


def scene(height: int, width: int, seed: int = 0) -> np.ndarray:
    """float32 (h, w, 3) 0..1: a sky, a ground with texture, a few shapes with clean edges."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    sky = np.stack([0.45 + 0.2 * y / height, 0.6 + 0.1 * y / height, 0.85 - 0.2 * y / height], 2)
    texture = cv2.resize(rng.random((max(2, height // 6), max(2, width // 6)), np.float32), (width, height))
    ground = np.stack([0.25 + 0.3 * texture, 0.35 + 0.25 * texture, 0.15 + 0.15 * texture], 2)
    picture = np.where((y > 0.6 * height + 4 * np.sin(x / 9))[..., None], ground, sky).astype(np.float32)
    for _ in range(5):
        centre = (int(rng.uniform(0, width)), int(rng.uniform(0, height)))
        radius = int(rng.uniform(3, max(4, min(height, width) / 6)))
        cv2.circle(picture, centre, radius, [float(v) for v in rng.uniform(0.1, 0.9, 3)], -1, cv2.LINE_AA)
    return np.clip(picture, 0, 1)


def scratch(picture: np.ndarray) -> np.ndarray:
    """A copy with one bright ragged line from top to bottom."""
    old = picture.copy()
    rng = np.random.default_rng(3)
    column = picture.shape[1] / 3
    for row in range(picture.shape[0]):
        column = min(max(column + rng.normal(0.3, 1), 2), picture.shape[1] - 5)
        old[row, int(column) : int(column) + 3] = 0.97
    return old


def save_scan(path, photo):
    """8-bit, in the format of the suffix."""
    cv2.imwrite(str(path), np.rint(photo.pixels[..., ::-1] * 255).astype(np.uint8))
    return path
