"""What the shrinkage fields learn from: grey photographs, noisy for one cascade, blurred for the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.utils.data import Dataset

from photorestore.engine.methods.kernels import Kernel, disk_kernel, motion_kernel, shake_kernel
from photorestore.engine.nets.shrinkage_fields import ShrinkageFields
from photorestore.training.damage.wear import LUMA
from photorestore.training.runs.shrinkage_fields import ShrinkageFieldsRun
from photorestore.training.sampling import PictureFolders, batch_of_one, random_crop

Batch = dict[str, Tensor]
CASCADES = ("denoise", "deconvolve")


class GreyPhotos(Dataset[dict[str, npt.NDArray[np.float32]]]):
    """`clean`, `noisy` and `blurred` (1, h, w), both kinds' sigma (1, 1, 1), and the blur `kernel` (1, h, w), centred.

    The pictures are continued periodically, as the cascades do it.
    """

    def __init__(self, folders: PictureFolders, run: ShrinkageFieldsRun, seed: int, usual: float = 0.5) -> None:
        self._folders, self._run, self._seed, self._usual = folders, run, seed, usual

    def __len__(self) -> int:
        return self._run.samples

    def __getitem__(self, index: int) -> dict[str, npt.NDArray[np.float32]]:
        run, rng = self._run, np.random.default_rng([self._seed, index])
        crop = random_crop(rng, self._folders.draw(rng), run.crop_px, run.scales)
        clean = np.asarray(crop @ np.array(LUMA, np.float32), np.float32)
        sigma = self._sigma(rng, run.sigma, run.usual_sigma)
        blurred_sigma = self._sigma(rng, run.blurred_sigma, run.usual_blurred_sigma)
        kernel = _centred(random_kernel(rng, *run.kernel_px), clean.shape)
        moved = np.fft.rfft2(np.fft.ifftshift(kernel))
        blurred = np.fft.irfft2(np.fft.rfft2(clean) * moved, s=clean.shape)
        planes = {
            "clean": clean,
            "noisy": clean + sigma * rng.standard_normal(clean.shape),
            "blurred": blurred + blurred_sigma * rng.standard_normal(clean.shape),
            "kernel": kernel,
            "sigma": np.full((1, 1), sigma),
            "blurred_sigma": np.full((1, 1), blurred_sigma),
        }
        return {name: np.ascontiguousarray(np.asarray(plane, np.float32)[None]) for name, plane in planes.items()}

    def _sigma(self, rng: np.random.Generator, limits: tuple[float, float], usual: float) -> float:
        drawn = float(np.exp(rng.uniform(*np.log(limits))))
        return usual if rng.random() < self._usual else drawn


def random_kernel(rng: np.random.Generator, low: int, high: int) -> Kernel:
    """Half shakes, a quarter straight smears, a quarter misfocus."""
    size = int(rng.integers(low, high + 1))
    kind = rng.random()
    if kind < 0.5:
        return shake_kernel(rng, size | 1)
    return motion_kernel(size, rng.uniform(0, 180)) if kind < 0.75 else disk_kernel(size / 4)


def _centred(kernel: Kernel, shape: tuple[int, ...]) -> npt.NDArray[np.float32]:
    """In the middle of a plane of zeros, where `ifftshift` expects the origin."""
    rows, columns = (min(side, length - 1 + length % 2) for side, length in zip(kernel.shape, shape, strict=True))
    top, left = (kernel.shape[0] - rows) // 2, (kernel.shape[1] - columns) // 2
    part = kernel[top : top + rows, left : left + columns]
    plane = np.zeros(shape, np.float32)
    y, x = shape[0] // 2 - rows // 2, shape[1] // 2 - columns // 2
    plane[y : y + rows, x : x + columns] = part / part.sum()
    return plane


class ShrinkageFieldsTask:
    """Satisfies `loop.Task`; every stage's estimate is in the loss, the last one's most."""

    def __init__(self, run: ShrinkageFieldsRun, data: Path) -> None:
        self.run = run
        network = ShrinkageFields(run.stages, run.side, run.deblurring_stages)
        self.state: dict[str, Tensor] = {}
        self.modules: dict[str, nn.Module] = {name: getattr(network, name) for name in CASCADES}
        train, held_out = PictureFolders.split(data, run.folders)
        self.samples = GreyPhotos(train, run, run.seed)
        self._held_out = GreyPhotos(held_out, run, run.seed + 1000, usual=1.0)

    def losses(self, batch: Batch) -> Iterator[tuple[str, Tensor]]:
        for name in CASCADES:
            yield name, self._loss(_estimates(self.modules[name], batch, name), batch, name)

    def _loss(self, estimates: list[Tensor], batch: Batch, name: str) -> Tensor:
        """In decibels, so that samples of every noise level count alike."""
        edge = slice(self.run.edge_px, -self.run.edge_px)
        powers = [(each - batch["clean"])[..., edge, edge].square().mean((1, 2, 3)) for each in estimates]
        decibels = torch.stack([torch.log10(power + 1e-6).mean() for power in powers])
        weights = torch.full_like(decibels, 0.3)
        weights[-1] = 1.0
        return (decibels * weights).sum()

    def evaluate(self, averaged: dict[str, nn.Module]) -> tuple[dict[str, float], npt.NDArray[np.uint8]]:
        """PSNR at the usual levels over held-out crops; a sheet of noisy, denoised, blurred, deblurred, clean."""
        scores: dict[str, list[float]] = {name: [] for name in (*CASCADES, "noisy", "blurred")}
        rows: list[npt.NDArray[np.float32]] = []
        edge = slice(self.run.edge_px, -self.run.edge_px)
        for index in range(self.run.held_out):
            sample = self._held_out[index]
            batch = {key: batch_of_one(value, averaged["denoise"]) for key, value in sample.items()}
            seen = {name: _estimates(averaged[name], batch, name)[-1][0].cpu().numpy() for name in CASCADES}
            seen |= {"noisy": sample["noisy"], "blurred": sample["blurred"]}
            for name, plane in seen.items():
                error = (np.clip(plane, 0, 1) - sample["clean"])[0, edge, edge]
                scores[name].append(-10 * np.log10(np.mean(error**2) + 1e-10))
            shown = ("noisy", "denoise", "blurred", "deconvolve")
            rows.append(np.hstack([*(seen[name][0] for name in shown), sample["clean"][0]]))
        sheet = np.asarray(np.clip(np.vstack(rows[:8]), 0, 1) * 255 + 0.5, np.uint8)
        means = {f"psnr_{name}": float(np.mean(values)) for name, values in scores.items()}
        return means, np.repeat(sheet[..., None], 3, axis=2)


def _estimates(cascade: nn.Module, batch: Batch, name: str) -> list[Tensor]:
    if name == "denoise":
        observed, kernel, sigma = batch["noisy"], torch.ones(1, 1, 1, device=batch["noisy"].device), batch["sigma"]
    else:
        observed, sigma = batch["blurred"], batch["blurred_sigma"]
        kernel = torch.fft.rfft2(torch.fft.ifftshift(batch["kernel"][:, 0], dim=(-2, -1)))
    estimates: list[Tensor] = cascade(observed, kernel, sigma.flatten())
    return estimates
