"""Endless training samples: number i of a run is a function of (seed, i) alone, so a resumed run goes on exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.utils.data import Sampler

from photorestore.core.errors import UserError

Picture = npt.NDArray[np.float32]
SUFFIXES = (".jpg", ".jpeg", ".png")


def pictures_below(folder: Path) -> list[Path]:
    """Pictures in a fixed order; raise `UserError` if there are none."""
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    if not found:
        raise UserError(f"There are no pictures (JPEG or PNG) in “{folder}”. Name a folder that holds some.")
    return found


def split_holdout(paths: list[Path], every: int = 20) -> tuple[list[Path], list[Path]]:
    """(training, held out): every twentieth picture is kept for the run's own curve."""
    return [p for k, p in enumerate(paths) if k % every], [p for k, p in enumerate(paths) if not k % every]


@lru_cache(maxsize=1200)
def read_rgb(path: Path) -> npt.NDArray[np.uint8]:
    """uint8 RGB; decoded once a process."""
    bgr = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if bgr is None:
        raise UserError(f"“{path}” can't be read as a picture. Take it out of the folder.")
    return np.ascontiguousarray(bgr[..., ::-1])


def random_crop(
    rng: np.random.Generator, picture: npt.NDArray[np.uint8], side: int, scales: tuple[float, float]
) -> Picture:
    """A (side, side, 3) float crop at a random scale, mirrored and sometimes turned; small pictures are enlarged."""
    smallest = side / min(picture.shape[:2])
    scale = max(smallest, float(np.exp(rng.uniform(*np.log(scales)))))
    need = min(min(picture.shape[:2]), round(side / scale))
    top, left = (int(rng.integers(length - need + 1)) for length in picture.shape[:2])
    window = picture[top : top + need, left : left + need]
    way = cv2.INTER_AREA if need > side else cv2.INTER_CUBIC
    crop = cv2.resize(window, (side, side), interpolation=way)
    if rng.random() < 0.5:
        crop = crop[:, ::-1]
    if rng.random() < 0.15:
        crop = np.rot90(crop, int(rng.integers(1, 4)))
    return np.ascontiguousarray(crop, np.float32) * np.float32(1 / 255)


class PictureFolders:
    """Pictures of several folders, each drawn from as often as its odds say."""

    def __init__(self, folders: Sequence[list[Path]], odds: Sequence[float]) -> None:
        self.folders = folders
        self._odds = np.array(odds) / sum(odds)

    @staticmethod
    def split(
        data: Path, folders: Sequence[tuple[str, float]], leave_out: tuple[str, ...] = ()
    ) -> tuple[PictureFolders, PictureFolders]:
        """(training, held out) of the folders below `data`, without names that begin with one of `leave_out`."""
        odds = [share for _, share in folders]
        found = [pictures_below(data / folder) for folder, _ in folders]
        kept = [split_holdout([path for path in paths if not path.name.startswith(leave_out)]) for paths in found]
        return PictureFolders([train for train, _ in kept], odds), PictureFolders([held for _, held in kept], odds)

    def draw(self, rng: np.random.Generator) -> npt.NDArray[np.uint8]:
        """uint8 RGB of one picture."""
        paths = self.folders[rng.choice(len(self.folders), p=self._odds)]
        return read_rgb(paths[rng.integers(len(paths))])


def batch_of_one(planes: npt.NDArray[np.float32], network: nn.Module) -> Tensor:
    """On the device of the network that shall see it."""
    return torch.from_numpy(planes)[None].to(next(network.parameters()).device)


class FromSample(Sampler[int]):
    """Sample numbers from `start` to `stop` in whole batches; of each the share of process `rank` of `count`."""

    def __init__(self, start: int, stop: int, rank: int = 0, count: int = 1, batch: int = 1) -> None:
        share = batch // count
        self._numbers = [
            number + place
            for number in range(start, stop - batch + 1, batch)
            for place in range(rank * share, (rank + 1) * share)
        ]

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
