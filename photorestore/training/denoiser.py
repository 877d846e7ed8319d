"""What the denoiser learns from: photographs with Gaussian noise of every strength. The loop is in `loop`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from torch import Tensor, nn
from torch.utils.data import Dataset

from photorestore.engine.nets.denoiser import DenoiserUNet
from photorestore.training.damage.wear import LUMA
from photorestore.training.runs.denoiser import DenoiserRun
from photorestore.training.sampling import PictureFolders, batch_of_one, random_crop

Batch = dict[str, Tensor]
SHOWN_SIGMA = 25 / 255  # of the curve and the sheet


class NoisyPhotos(Dataset[dict[str, npt.NDArray[np.float32]]]):
    """`noisy` (4, h, w): picture and sigma; `target` (3, h, w): clean, or noisy once more; `clean` for the curve."""

    def __init__(self, folders: PictureFolders, run: DenoiserRun, seed: int, sigma: float | None = None) -> None:
        self._folders, self._run, self._seed, self._sigma = folders, run, seed, sigma

    def __len__(self) -> int:
        return self._run.samples

    def __getitem__(self, index: int) -> dict[str, npt.NDArray[np.float32]]:
        run, rng = self._run, np.random.default_rng([self._seed, index])
        clean = random_crop(rng, self._folders.draw(rng), run.crop_px, run.scales).transpose(2, 0, 1)
        monochrome = rng.random() < run.grey
        if monochrome:
            clean = np.repeat(np.tensordot(LUMA, clean, 1)[None], 3, 0)
        sigma = np.float32(rng.uniform(*run.sigma) if self._sigma is None else self._sigma)
        noisy = clean + sigma * _noise(rng, clean.shape, monochrome)
        target = clean + sigma * _noise(rng, clean.shape, monochrome) if run.noisy_targets else clean
        plane = np.full((1, *clean.shape[1:]), sigma, np.float32)
        return {
            "noisy": np.concatenate([noisy, plane]).astype(np.float32),
            "target": np.ascontiguousarray(target, np.float32),
            "clean": np.ascontiguousarray(clean, np.float32),
        }


def _noise(rng: np.random.Generator, shape: tuple[int, ...], monochrome: bool) -> npt.NDArray[np.float32]:
    noise = rng.standard_normal((1 if monochrome else shape[0], *shape[1:]), np.float32)
    return np.broadcast_to(noise, shape)


class DenoiserTask:
    """Satisfies `loop.Task`."""

    def __init__(self, run: DenoiserRun, data: Path) -> None:
        self.run = run
        self.state: dict[str, Tensor] = {}
        self.modules: dict[str, nn.Module] = {"net": DenoiserUNet(run.widths, run.blocks)}
        train, held_out = PictureFolders.split(data, run.folders)
        self.samples = NoisyPhotos(train, run, run.seed)
        self._held_out = NoisyPhotos(held_out, run, run.seed + 1000, SHOWN_SIGMA)

    def losses(self, batch: Batch) -> Iterator[tuple[str, Tensor]]:
        """Mean square error: its minimum is the mean of the targets, which is what Noise2Noise rests on."""
        noise = self.modules["net"](batch["noisy"]).float()
        yield "net", 100 * (batch["noisy"][:, :3] - noise - batch["target"]).square().mean()

    def evaluate(self, averaged: dict[str, nn.Module]) -> tuple[dict[str, float], npt.NDArray[np.uint8]]:
        """PSNR at sigma 25 / 255 over held-out photographs, in dB; a sheet of noisy, denoised, clean."""
        levels: list[float] = []
        cells: list[npt.NDArray[np.float32]] = []
        for index in range(self.run.held_out):
            sample = self._held_out[index]
            noise = averaged["net"](batch_of_one(sample["noisy"], averaged["net"]))[0].cpu().numpy()
            denoised = np.clip(sample["noisy"][:3] - noise, 0, 1)
            levels.append(-10 * np.log10(np.mean((denoised - sample["clean"]) ** 2) + 1e-10))
            if len(cells) < 12:
                trio = (np.clip(sample["noisy"][:3], 0, 1), denoised, sample["clean"])
                cells.append(np.hstack([plane.transpose(1, 2, 0) for plane in trio]))
        sheet = np.vstack([np.hstack(cells[k : k + 3]) for k in range(0, len(cells) // 3 * 3, 3)])
        return {"psnr": float(np.mean(levels))}, (sheet * 255 + 0.5).astype(np.uint8)
