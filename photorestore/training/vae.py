"""What the auto-encoders learn from, and how well they do. The loop is in `loop`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.utils.data import Dataset

from photorestore.engine.nets.photo_vae import PhotoVae
from photorestore.training.critics import (
    critic_loss,
    frozen,
    generator_losses,
    latent_critic,
    picture_critic,
)
from photorestore.training.damage.pairs import SUB_TASKS, make_pair
from photorestore.training.damage.scanned import ScannedShapes
from photorestore.training.damage.wear import tone
from photorestore.training.processes import unwrapped
from photorestore.training.runs.vae import VaeRun
from photorestore.training.sampling import PictureFolders, batch_of_one, random_crop
from photorestore.training.sheets import Cell, mean_psnr, sheet_of
from photorestore.training.snapshots import averaged_state

Batch = dict[str, Tensor]
MONOCHROME = 0.3  # share of clean samples


class VaeSamples(Dataset[dict[str, npt.NDArray[np.float32]]]):
    """`picture` (3, h, w) 0..1, and `real`: 1 for a real old photograph, else 0."""

    def __init__(
        self, folders: PictureFolders, real: PictureFolders | None, shapes: Path, run: VaeRun, seed: int
    ) -> None:
        self._folders, self._real, self._run, self._seed = folders, real, run, seed
        self._shapes = ScannedShapes(shapes) if real and shapes.is_dir() else None

    def __len__(self) -> int:
        return self._run.samples

    def __getitem__(self, index: int) -> dict[str, npt.NDArray[np.float32]]:
        run, rng = self._run, np.random.default_rng([self._seed, index])
        is_real = self._real is not None and rng.random() < run.real_share
        folders = self._real if is_real and self._real else self._folders
        picture = random_crop(rng, folders.draw(rng), run.crop_px, run.scales)
        if self._real is None:
            picture = tone(rng, picture) if rng.random() < MONOCHROME else picture
        elif not is_real:  # as the encoder will meet it: mostly with its holes filled
            pair = make_pair(rng, picture, self._shapes, SUB_TASKS[rng.integers(len(SUB_TASKS))])
            picture = pair.filled if rng.random() < 0.75 else pair.old
        picture = np.ascontiguousarray(np.clip(picture, 0, 1).transpose(2, 0, 1), np.float32)
        return {"picture": picture, "real": np.array(float(is_real), np.float32)}


class VaeTask:
    """Satisfies `loop.Task`; the network of old photographs also learns to hide which of them are real.

    It starts from that of clean ones and keeps its decoder: then latents of old and of clean photographs mean the same,
    and what the mapping has to learn is the restoration alone. (With a decoder of its own, the clean one's drew its
    latents at 23 dB.)
    """

    def __init__(self, run: VaeRun, data: Path) -> None:
        self.run = run
        self.state: dict[str, Tensor] = {}
        self.modules: dict[str, nn.Module] = {
            "net": PhotoVae(run.widths, run.blocks, run.latent),
            "critic": picture_critic(),
        }
        train, held_out = PictureFolders.split(data, run.folders)
        real, real_held_out = None, None
        if run.real_old:
            cast(PhotoVae, self.modules["net"]).decoder.requires_grad_(False)
            self.modules["latent_critic"] = latent_critic(run.latent)
            real, real_held_out = PictureFolders.split(data, ((run.real_old, 1.0),))
        self.samples = VaeSamples(train, real, data / "damage", run, run.seed)
        self._held_out = VaeSamples(held_out, real_held_out, data / "damage", run, run.seed + 1000)

    def losses(self, batch: Batch) -> Iterator[tuple[str, Tensor]]:
        run, picture = self.run, batch["picture"]
        drawn, mean, log_variance = self.modules["net"](picture)
        drawn, mean, log_variance = drawn.float(), mean.float(), log_variance.float()
        divergence = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).mean()
        fooling, matching = generator_losses(unwrapped(self.modules["critic"]), drawn, picture)
        loss = run.reconstruction * (drawn - picture).abs().mean() + run.divergence * divergence
        loss = loss + run.fooling * fooling + run.matching * matching
        real, judge = batch["real"] > 0.5, self.modules.get("latent_critic")
        if judge is not None:
            with frozen(unwrapped(judge)):
                loss = loss + run.alignment * _mean_of((unwrapped(judge)(mean)[-1].float() - 1).square(), ~real)
        yield "net", loss
        yield "critic", critic_loss(self.modules["critic"], picture, drawn)
        if judge is not None:  # always: of several processes each must take as many steps as the others
            verdict = judge(mean.detach())[-1].float()
            yield "latent_critic", _mean_of((verdict - 1).square(), real) + _mean_of(verdict.square(), ~real)

    def evaluate(self, averaged: dict[str, nn.Module]) -> tuple[dict[str, float], npt.NDArray[np.uint8]]:
        """PSNR of reconstruction in dB, and how well latents of real old photographs are told apart (AUC)."""
        net = cast(PhotoVae, averaged["net"])
        cells: list[Cell] = []
        levels: list[float] = []
        codes: list[npt.NDArray[np.float32]] = []
        real: list[bool] = []
        for index in range(self.run.held_out):
            sample = self._held_out[index]
            mean, _ = net.encode(batch_of_one(sample["picture"], net))
            drawn = net.decoder(mean)[0].clamp(0, 1).cpu().numpy()
            levels.append(mean_psnr(drawn, sample["picture"]))
            codes.append(torch.cat((mean.mean((0, 2, 3)), mean.std((0, 2, 3)))).cpu().numpy())
            real.append(bool(sample["real"]))
            cells.append((sample["picture"], drawn))
        scores = {"psnr": float(np.mean(levels)), "told_apart": told_apart(np.array(codes), np.array(real))}
        return scores, sheet_of(cells[:18], 3)


def _mean_of(values: Tensor, chosen: Tensor) -> Tensor:
    """Of the chosen ones of a batch; 0 if there are none."""
    part = values[chosen]
    return part.sum() / max(1, part.numel())


def told_apart(codes: npt.NDArray[np.float32], real: npt.NDArray[np.bool_]) -> float:
    """AUC of a ridge regression that guesses from other codes (n, c) whether one is of a real old photograph.

    0.5 when there is nothing to tell, or nothing of one kind.
    """
    if real.all() or not real.any():
        return 0.5
    x = (codes - codes.mean(0)) / (codes.std(0) + 1e-6)
    kernel = x @ x.T + len(x[0]) * np.eye(len(x))
    hat = (x @ x.T) @ np.linalg.inv(kernel)
    target = np.where(real, 1.0, -1.0) - np.where(real, 1.0, -1.0).mean()
    guess = (hat @ target - np.diag(hat) * target) / (1 - np.diag(hat))  # leaving each out in turn
    order = guess[real][:, None] - guess[~real][None]
    return float((order > 0).mean() + 0.5 * (order == 0).mean())


def averaged_vae(run_folder: Path) -> PhotoVae:
    """The network of a run's last snapshot."""
    run = json.loads((run_folder / "run.json").read_text())
    net = PhotoVae(run["widths"], run["blocks"], run["latent"])
    net.load_state_dict(averaged_state(run_folder, "net"))
    return net
