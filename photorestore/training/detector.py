"""What the detector learns from: samples, loss, its own curve and sample sheet. The loop is in `loop`."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.utils.data import Dataset

from photorestore.core.progress import Progress
from photorestore.engine.device import choose_device
from photorestore.engine.inference import Network
from photorestore.engine.nets.detector import DetectorUNet
from photorestore.engine.stages.scratches import damage_logits
from photorestore.training.damage.compose import compose
from photorestore.training.damage.fields import Plane
from photorestore.training.damage.scanned import ScannedShapes
from photorestore.training.runs.detector import DetectorRun
from photorestore.training.sampling import PictureFolders, batch_of_one, random_crop

Batch = dict[str, Tensor]
CALIBRATION_PX, CALIBRATION_SCALES = 448, (0.8, 1.8)  # of the samples that decide which answer ships as one half


class DamageSamples(Dataset[dict[str, npt.NDArray[np.float32]]]):
    """`old` (3, h, w), `damage` and `weight` (1, h, w), all 0..1; sample i depends on (seed, i) only."""

    def __init__(self, folders: PictureFolders, shapes: Path, run: DetectorRun, seed: int) -> None:
        self._folders, self._run, self._seed = folders, run, seed
        self._shapes = ScannedShapes(shapes) if shapes.is_dir() else None

    def __len__(self) -> int:
        return self._run.samples

    def __getitem__(self, index: int) -> dict[str, npt.NDArray[np.float32]]:
        rng = np.random.default_rng([self._seed, index])
        photo = random_crop(rng, self._folders.draw(rng), self._run.crop_px, self._run.scales)
        sample = compose(rng, photo, self._shapes, intact=self._run.intact)
        return {
            "old": np.ascontiguousarray(sample.old.transpose(2, 0, 1)),
            "damage": sample.damage[None],
            "weight": sample.weight[None],
        }


def detector_loss(logits: Tensor, damage: Tensor, weight: Tensor, dice_share: float) -> Tensor:
    """Weighted binary cross entropy plus soft Dice over the batch (Milletari et al. 2016), on decided pixels only."""
    entropy = nn.functional.binary_cross_entropy_with_logits(logits, damage, weight, reduction="sum") / weight.sum()
    p = torch.sigmoid(logits) * weight
    dice = 1 - (2 * (p * damage).sum() + 1) / (p.sum() + (damage * weight).sum() + 1)
    return entropy + dice_share * dice


class DetectorTask:
    """Satisfies `loop.Task`."""

    def __init__(self, run: DetectorRun, data: Path) -> None:
        self.run = run
        self.state: dict[str, Tensor] = {}
        self.modules: dict[str, nn.Module] = {"net": DetectorUNet(run.widths)}
        train, held_out = PictureFolders.split(data, run.folders, run.damaged_already)
        self.samples = DamageSamples(train, data / "damage", run, run.seed)
        self._held_out = DamageSamples(held_out, data / "damage", run, seed=run.seed + 1000)
        large = replace(run, crop_px=CALIBRATION_PX, scales=CALIBRATION_SCALES)
        self._like_pictures = DamageSamples(held_out, data / "damage", large, seed=run.seed + 1000)

    def losses(self, batch: Batch) -> Iterator[tuple[str, Tensor]]:
        logits = self.modules["net"](batch["old"])
        yield "net", detector_loss(logits.float(), batch["damage"], batch["weight"], self.run.dice_share)

    def evaluate(self, averaged: dict[str, nn.Module]) -> tuple[dict[str, float], npt.NDArray[np.uint8]]:
        """Pixel-wise F1 at 0.5, and false alarms on intact samples, over held-out photographs; and a sheet of some."""
        hit = called = true = alarms = intact = 0.0
        cells: list[npt.NDArray[np.float32]] = []
        for sample, found in self._answers(averaged["net"], self.run.held_out):
            damage, weight, mask = sample["damage"][0], sample["weight"][0], found >= 0.5
            if damage.any():
                hit, called, true = (
                    hit + (mask * damage * weight).sum(),
                    called + (mask * weight).sum(),
                    true + damage.sum(),
                )
            else:
                alarms, intact = alarms + mask.sum(), intact + mask.size
            if len(cells) < 24:
                maps = (np.repeat(m[..., None], 3, 2) for m in (damage, found))
                cells.append(np.hstack([sample["old"].transpose(1, 2, 0), *maps]))
        scores = {"f1": 2 * hit / max(called + true, 1), "false_alarms": alarms / max(intact, 1)}
        rows = [np.hstack(cells[k : k + 3]) for k in range(0, len(cells) - 2, 3)]
        sheet = (np.vstack(rows) * 255 + 0.5).clip(0, 255).astype(np.uint8)
        return {name: float(value) for name, value in scores.items()}, sheet

    def best_threshold(self, net: nn.Module, samples: int = 240) -> float:
        """The probability at which F1 is highest over held-out samples, intact ones among them, looked at as the
        program looks at pictures."""
        network = Network(copy.deepcopy(net), choose_device("cpu"))
        counts = np.zeros((2, 256))
        for index in range(samples):
            sample = self._like_pictures[index]
            logits = damage_logits(sample["old"].transpose(1, 2, 0), network, Progress())
            levels = np.minimum(256 / (1 + np.exp(-logits.astype(np.float32))), 255).astype(np.intp)
            for truth in (0, 1):
                chosen = (sample["damage"][0] == truth) & (sample["weight"][0] > 0)
                counts[truth] += np.bincount(levels[chosen], minlength=256)
        false, hit = (np.cumsum(row[::-1])[::-1] for row in counts)
        f1 = 2 * hit / (hit + false + counts[1].sum())
        return float(np.clip(f1.argmax() / 256, 0.02, 0.98))

    def _answers(self, net: nn.Module, count: int) -> Iterator[tuple[dict[str, npt.NDArray[np.float32]], Plane]]:
        """Held-out samples, each with the map (h, w) that the network gives for it."""
        net.eval()
        for index in range(count):
            sample = self._held_out[index]
            picture = batch_of_one(sample["old"], net)
            with torch.autocast(picture.device.type, torch.bfloat16):
                logits = net(picture)
            yield sample, torch.sigmoid(logits.float())[0, 0].cpu().numpy()
