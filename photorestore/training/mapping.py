"""What the mapping between latents learns from, and how well it does. The loop is in `loop`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.utils.data import Dataset

from photorestore.core.photo import Photo
from photorestore.core.stages import DenoiseSettings
from photorestore.engine.nets.latent_mapping import LatentMapping, cells_of
from photorestore.engine.nets.photo_vae import PhotoVae
from photorestore.engine.nets.translator import change_between
from photorestore.engine.stages.denoise import remove_noise
from photorestore.engine.suggest import SMOOTHING
from photorestore.engine.tools import Tools, local_tools
from photorestore.training.critics import critic_loss, generator_losses, picture_critic
from photorestore.training.damage.pairs import SUB_TASKS, make_pair
from photorestore.training.damage.scanned import ScannedShapes
from photorestore.training.processes import unwrapped
from photorestore.training.runs.mapping import MappingRun
from photorestore.training.sampling import PictureFolders, batch_of_one, random_crop
from photorestore.training.sheets import Cell, mean_psnr, sheet_of

Batch = dict[str, Tensor]
AS_SUGGESTED = DenoiseSettings(enabled=True, method="nlm", strength=SMOOTHING)


class PairSamples(Dataset[dict[str, npt.NDArray[np.float32]]]):
    """`filled`, `clean` (3, h, w) and `holes` (1, h, w), all 0..1; `passes` (1,) that the holes have gone through.

    Sample i is a function of (seed, i) and of `odds`, how often each sub-task is drawn; a given `task` has no odds.
    """

    def __init__(self, folders: PictureFolders, shapes: Path, run: MappingRun, seed: int, odds: Tensor) -> None:
        self._folders, self._run, self._seed, self._odds = folders, run, seed, odds
        self._shapes = ScannedShapes(shapes) if shapes.is_dir() else None

    def __len__(self) -> int:
        return self._run.samples

    def __getitem__(self, index: int) -> dict[str, npt.NDArray[np.float32]]:
        rng = np.random.default_rng([self._seed, index])
        odds = self._odds.double().numpy()
        return self.draw(rng, int(rng.choice(len(SUB_TASKS), p=odds / odds.sum())))

    def draw(self, rng: np.random.Generator, task: int) -> dict[str, npt.NDArray[np.float32]]:
        photo = random_crop(rng, self._folders.draw(rng), self._run.crop_px, self._run.scales)
        denoise = as_suggested if rng.random() < self._run.denoised else None
        pair = make_pair(rng, photo, self._shapes, SUB_TASKS[task], denoise)
        planes = {
            "filled": pair.filled.transpose(2, 0, 1),
            "clean": pair.clean.transpose(2, 0, 1),
            "holes": pair.holes[None],
            "passes": rng.choice(len(self._run.passes), 1, p=self._run.passes) if pair.holes.any() else np.zeros(1),
        }
        return {name: np.ascontiguousarray(plane, np.float32) for name, plane in planes.items()}


def as_suggested(picture: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Denoised as Suggest has it in front of translation; a picture without noise stays as it is."""
    return remove_noise(Photo(picture), AS_SUGGESTED, _tools()).pixels[:]


@cache
def _tools() -> Tools:
    """Of the loader's own process: they hold locks, which another process can't be handed."""
    return local_tools("cpu")


class MappingTask:
    """Satisfies `loop.Task`. The two auto-encoders come trained and stay as they are."""

    def __init__(self, run: MappingRun, data: Path, old: PhotoVae, clean: PhotoVae) -> None:
        self.run = run
        odds = torch.full((len(SUB_TASKS),), 1 / len(SUB_TASKS))
        self.state = {"odds": odds.share_memory_()}  # type: ignore[no-untyped-call]  # the loader's process reads it
        self.modules: dict[str, nn.Module] = {
            "net": LatentMapping(clean.latent, run.widths, run.blocks),
            "critic": picture_critic(),
        }
        self._old, self._clean = (vae.eval().requires_grad_(False) for vae in (old, clean))
        train, held_out = PictureFolders.split(data, run.folders)
        self.samples = PairSamples(train, data / "damage", run, run.seed, self.state["odds"])
        self._held_out = PairSamples(held_out, data / "damage", run, run.seed + 1000, self.state["odds"])

    def losses(self, batch: Batch) -> Iterator[tuple[str, Tensor]]:
        run, clean = self.run, batch["clean"]
        for vae in (self._old, self._clean):
            vae.to(clean.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        with torch.no_grad():
            filled = self._filled_again(batch)
            old, wanted = self._old.encode(filled)[0], self._clean.encode(clean)[0]
        mapped = self.modules["net"](old, cells_of(batch["holes"]))
        drawn = filled + change_between(old, mapped, self._clean.decoder).float()
        weight = (1 + run.holes * batch["holes"]) / contrast(clean)
        pixels = (weight * (drawn - clean).abs()).mean()
        loss = run.pixels * pixels + run.latents * (mapped.float() - wanted.float()).abs().mean()
        if run.fooling or run.matching:
            fooling, matching = generator_losses(unwrapped(self.modules["critic"]), drawn, clean)
            loss = loss + run.fooling * fooling + run.matching * matching
        yield "net", loss
        if run.fooling or run.matching:
            yield "critic", critic_loss(self.modules["critic"], clean, drawn)

    def _filled_again(self, batch: Batch) -> Tensor:
        """(n, 3, h, w), the holes of each after its `passes` through the network as it is now."""
        net, filled = unwrapped(self.modules["net"]), batch["filled"].clone()
        for number in range(int(batch["passes"].max())):
            chosen = batch["passes"][:, 0] > number
            start, holes = filled[chosen], batch["holes"][chosen]
            old = self._old.encode(start)[0]
            drawn = start + change_between(old, net(old, cells_of(holes)), self._clean.decoder).float()
            filled[chosen] = torch.where(holes > 0, drawn.clamp(0, 1), start)
        # WORKAROUND https://github.com/pytorch/pytorch/issues/112583: what autocast has cast without gradients would be
        # used again where they are needed. Until pyproject asks for a PyTorch that has pull request 165068.
        torch.clear_autocast_cache()
        return filled

    def evaluate(self, averaged: dict[str, nn.Module]) -> tuple[dict[str, float], npt.NDArray[np.uint8]]:
        """PSNR in dB of each sub-task, and what was gained over the filled pictures, whole ones aside.

        The next odds follow from it.
        """
        cells: list[Cell] = []
        scores: dict[str, float] = {}
        gains: list[float] = []
        for number, task in enumerate(SUB_TASKS):
            levels: list[float] = []
            for index in range(self.run.held_out):
                sample = self._held_out.draw(np.random.default_rng([self.run.seed + 1000, number, index]), number)
                drawn = self._translate(averaged["net"], sample)
                levels.append(mean_psnr(drawn, sample["clean"]))
                if (gain := levels[-1] - mean_psnr(sample["filled"], sample["clean"])) > -20:
                    gains.append(gain)
                if index < 3:
                    cells.append((sample["filled"], drawn, sample["clean"]))
            scores[task.name] = float(np.mean(levels))
        self.state["odds"].copy_(torch.tensor(on_demand(list(scores.values()))))
        return {**scores, "gain": float(np.mean(gains))}, sheet_of(cells, 3)

    def _translate(self, net: nn.Module, sample: dict[str, npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
        filled, holes = (batch_of_one(sample[name], net) for name in ("filled", "holes"))
        old = self._old.encode(filled)[0]
        drawn = filled + change_between(old, net(old, cells_of(holes)), self._clean.decoder)
        return np.asarray(drawn[0].clamp(0, 1).cpu().numpy(), np.float32)


def contrast(pictures: Tensor) -> Tensor:
    """(n, 1, 1, 1): how much there is to see, so that faded pictures count as much as brilliant ones; about 1."""
    spread = pictures.std((1, 2, 3), keepdim=True)
    return (spread / 0.2).clamp(0.3, 1.5)


def on_demand(levels: list[float]) -> list[float]:
    """Shares of the samples by On-Demand Learning (Gao & Grauman 2017, equation 1): inverse to the PSNR reached."""
    inverse = [1 / max(level, 1.0) for level in levels]
    return [value / sum(inverse) for value in inverse]
