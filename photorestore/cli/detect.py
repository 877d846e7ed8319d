"""`photorestore detect`: where the damage is, as grey pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from photorestore.cli.batch import Batch, Outcome
from photorestore.cli.inputs import DEVICE, INPUTS, OUTPUT, PRECISION, plan_jobs
from photorestore.core.photo import MaskEdits
from photorestore.core.progress import Progress
from photorestore.core.stages import ScratchSettings
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient


@click.command()
@INPUTS
@OUTPUT
@click.option("--mask", "as_mask", is_flag=True, help="Write the mask that a restoration would use (black and white).")
@click.option("--threshold", type=click.FloatRange(0.01, 0.99), help="Probability from which a pixel counts as damage.")
@DEVICE
@PRECISION
def detect(
    inputs: tuple[Path, ...], output: Path, as_mask: bool, threshold: float | None, device: str, precision: str
) -> None:
    """Write the probability of damage of each photograph as an 8-bit grey PNG of its size (255 = surely damaged)."""
    jobs = plan_jobs(inputs, output, ".png")
    settings = ScratchSettings() if threshold is None else ScratchSettings(threshold=threshold)
    with EngineClient(EngineOptions(device=device, precision=precision)) as client:
        batch = Batch(Detector(client, as_mask, settings).detect)
        batch.run(jobs)
    batch.leave()


@dataclass(frozen=True)
class Detector:
    client: EngineClient
    as_mask: bool
    settings: ScratchSettings

    def detect(self, source: Path, target: Path, progress: Progress) -> Outcome:
        from photorestore.core.mask import make_mask
        from photorestore.files.masks import write_map, write_mask
        from photorestore.files.reading import read_photo

        photo = read_photo(source)
        damage = self.client.detect(photo, progress)
        mask = make_mask(damage, MaskEdits(), self.settings, (photo.height, photo.width))
        written = write_mask(mask, target) if self.as_mask else write_map(damage, target)
        return Outcome(source, written, notes=photo.metadata.notes, mask_share=float(mask.mean()))
