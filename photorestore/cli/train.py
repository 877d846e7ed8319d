"""`photorestore train`: make weights. Resumes by itself when the run's folder holds a snapshot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click


@click.group()
def train() -> None:
    """Train a network from pictures in a folder."""


@train.command("detector")
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The run's folder.")
@click.option("--samples", type=click.IntRange(1), help="Crops in all; more than before lets a finished run go on.")
@click.option("--seed", type=int, help="Another seed gives other samples.")
@click.option("--threads", type=click.IntRange(1), help="CPU threads of the network.")
@click.option("--snapshot-minutes", type=click.FloatRange(0, min_open=True), help="Time between snapshots.")
@click.option("--dry-run", is_flag=True, help="Say the whole run and stop.")
@click.option("--export", "exported", type=click.Path(dir_okay=False, path_type=Path),
              help="Write what ships (.safetensors) from the run's snapshot instead of training.")  # fmt: skip
def detector(data: Path, out: Path, dry_run: bool, exported: Path | None, **numbers: Any) -> None:
    """The damage detector, on synthetic damage over the pictures of DATA/photos and DATA/faces.

    Damage shapes in DATA/damage are mixed in. Interrupt at any time; the same command goes on.
    """
    from photorestore.training.detector import DetectorTask
    from photorestore.training.export import check_export, export_detector
    from photorestore.training.loop import train as run_training
    from photorestore.training.runs.detector import DetectorRun

    if exported:
        entry = export_detector(out, exported)
        click.echo(f"{entry.file}: {entry.bytes} bytes, sha256 {entry.sha256}")
        click.echo(f"largest difference from the run, as probability: {check_export(out, exported):.5f}")
        return
    run = replace(DetectorRun(), **{name: value for name, value in numbers.items() if value is not None})
    run_training(DetectorTask(run, data), out, dry_run=dry_run, say=click.echo)
