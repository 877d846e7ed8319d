"""`photorestore detect`: where the damage is, as grey pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from photorestore.cli.batch import Batch, Outcome
from photorestore.cli.inputs import DEVICE, INPUTS, OUTPUT, PRECISION, check_can_save, plan_jobs
from photorestore.core.errors import UserError
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
    from photorestore.cli.ledger import Ledger, noted, wish_hash
    from photorestore.files.naming import is_folder_name

    if threshold is not None and not as_mask:
        raise UserError("--threshold decides what belongs to the mask: it needs --mask.")
    jobs = plan_jobs(inputs, output, ".png")
    check_can_save(output)
    wish = wish_hash({"detect": as_mask, "threshold": threshold}, {})
    ledger = Ledger(output, wish) if is_folder_name(output) else None
    settings = ScratchSettings() if threshold is None else ScratchSettings(threshold=threshold)
    with EngineClient(EngineOptions(device=device, precision=precision)) as client:
        detector = Detector(client, as_mask, settings)
        batch = Batch(noted(detector.detect, ledger, resume=False))  # so that maps are no photographs of the next run
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
