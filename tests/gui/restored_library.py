"""Photographs and versions of them in a real library, as files."""

from pathlib import Path

import cv2
import numpy as np
from library.made_library import save_picture

from photorestore.library.database import Database
from photorestore.library.importing import import_pictures
from photorestore.library.places import new_result_path
from photorestore.library.versions import add_version


def add_photos(library: Database, folder: Path, count: int, size: tuple[int, int] = (48, 64)) -> list[int]:
    for seed in range(count):
        save_picture(folder / f"scan {seed + 1}.png", seed, size)
    return list(import_pictures(library, [folder]).added)


def add_result(
    library: Database, photo_id: int, size: tuple[int, int] = (48, 64), level: int = 128, name: str = ""
) -> int:
    """A version that is one grey all over."""
    path = new_result_path(library, photo_id, "result")
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.full((*size, 3), level, np.uint8))
    return add_version(library, photo_id, "{}", path, "test", name=name)
