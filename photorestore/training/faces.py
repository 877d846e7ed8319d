"""What the face network learns from: aligned faces, photographed small, soft and noisy. The loop is in `loop`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from torch import Tensor, nn
from torch.utils.data import Dataset

from photorestore.core.errors import UserError
from photorestore.engine.face_alignment import align
from photorestore.engine.face_detection import find_faces
from photorestore.engine.nets.face_refiner import FaceRefiner
from photorestore.training.critics import critic_loss, generator_losses, picture_critic
from photorestore.training.damage import wear
from photorestore.training.damage.fields import log_uniform
from photorestore.training.damage.marks import Picture
from photorestore.training.damage.wear import WearOdds
from photorestore.training.processes import unwrapped
from photorestore.training.runs.faces import FacesRun
from photorestore.training.sampling import batch_of_one, pictures_below, read_rgb, split_holdout
from photorestore.training.sheets import Cell, mean_psnr, sheet_of

Batch = dict[str, Tensor]
ODDS = WearOdds(blur=0.5, noise=0.3, grain=0.45, halftone=0.03, jpeg=0.4)
MONOCHROME = 0.4  # share of the samples
_CACHED_FACES = 1600


@lru_cache(maxsize=_CACHED_FACES)
def read_face(path: Path, side: int) -> npt.NDArray[np.uint8] | None:
    """The largest face of a picture upright in a crop of (side, side, 3), or None where nobody is found."""
    pixels = read_rgb(path).astype(np.float32) * np.float32(1 / 255)
    faces = find_faces(pixels)
    if not faces:
        return None
    largest = max(faces, key=lambda face: face.size_px)
    return np.asarray(np.clip(align(largest.landmarks, side).crop(pixels), 0, 1) * 255 + 0.5, np.uint8)


class FaceSamples(Dataset[dict[str, npt.NDArray[np.float32]]]):
    """`worn` and `clean` (3, side, side) 0..1; sample i depends on (seed, i) only."""

    def __init__(self, paths: list[Path], run: FacesRun, seed: int) -> None:
        self._paths, self._run, self._seed = paths, run, seed

    def __len__(self) -> int:
        return self._run.samples

    def __getitem__(self, index: int) -> dict[str, npt.NDArray[np.float32]]:
        rng = np.random.default_rng([self._seed, index])
        clean = self._draw(rng)
        if rng.random() < 0.5:
            clean = clean[:, ::-1]
        if rng.random() < MONOCHROME:
            clean = np.repeat((clean @ wear.LUMA)[..., None], 3, 2)
        if rng.random() < 0.4:
            clean = np.clip(wear.fade(rng, clean), 0, 1)
        worn = photographed_small(rng, clean, self._run.smallest_px)
        planes = {"worn": worn, "clean": clean}
        return {name: np.ascontiguousarray(p.transpose(2, 0, 1), np.float32) for name, p in planes.items()}

    def _draw(self, rng: np.random.Generator) -> Picture:
        for _ in range(100):
            face = read_face(self._paths[rng.integers(len(self._paths))], self._run.side_px)
            if face is not None:
                return face.astype(np.float32) * np.float32(1 / 255)
        raise UserError("No faces are found in these pictures. Name a folder of portraits.")


def photographed_small(rng: np.random.Generator, clean: Picture, smallest_px: int) -> Picture:
    """A face as an old photograph holds it: fewer pixels, worn, brought to the crop's size by interpolation."""
    side = len(clean)
    small_side = round(log_uniform(rng, smallest_px, side))
    small = cv2.resize(clean, (small_side, small_side), interpolation=cv2.INTER_AREA)
    worn = wear.wear_down(rng, np.asarray(small, np.float32), ODDS).picture
    return np.clip(cv2.resize(worn, (side, side), interpolation=cv2.INTER_CUBIC), 0, 1)


class FacesTask:
    """Satisfies `loop.Task`."""

    def __init__(self, run: FacesRun, data: Path) -> None:
        self.run = run
        self.state: dict[str, Tensor] = {}
        self.modules: dict[str, nn.Module] = {"net": FaceRefiner(run.widths, run.side_px), "critic": picture_critic()}
        train, held_out = split_holdout(pictures_below(data / run.folder))
        self.samples = FaceSamples(train, run, run.seed)
        self._held_out = FaceSamples(held_out, run, run.seed + 1000)

    def losses(self, batch: Batch) -> Iterator[tuple[str, Tensor]]:
        run, clean = self.run, batch["clean"]
        drawn = self.modules["net"](batch["worn"]).float()
        fooling, matching = generator_losses(unwrapped(self.modules["critic"]), drawn, clean)
        loss = run.pixels * (drawn - clean).abs().mean() + run.fooling * fooling + run.matching * matching
        yield "net", loss
        yield "critic", critic_loss(self.modules["critic"], clean, drawn)

    def evaluate(self, averaged: dict[str, nn.Module]) -> tuple[dict[str, float], npt.NDArray[np.uint8]]:
        """PSNR in dB over held-out faces, and what was gained over the worn ones; a sheet of worn, drawn, clean."""
        cells: list[Cell] = []
        levels: list[float] = []
        gains: list[float] = []
        for index in range(self.run.held_out):
            sample = self._held_out[index]
            drawn = averaged["net"](batch_of_one(sample["worn"], averaged["net"]))[0].clamp(0, 1).cpu().numpy()
            levels.append(mean_psnr(drawn, sample["clean"]))
            gains.append(levels[-1] - mean_psnr(sample["worn"], sample["clean"]))
            cells.append((sample["worn"], drawn, sample["clean"]))
        return {"psnr": float(np.mean(levels)), "gain": float(np.mean(gains))}, sheet_of(cells[:9], 3)
