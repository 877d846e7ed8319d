"""`photorestore train`: make weights. Resumes by itself when the run's folder holds a snapshot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

Run = TypeVar("Run", bound=Any)


@click.group()
def train() -> None:
    """Train a network from pictures in a folder."""


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """What every kind of training takes."""
    for option in reversed(
        (
            click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path)),
            click.option(
                "-o", "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The run's folder."
            ),
            click.option("--samples", type=click.IntRange(1), help="Crops in all; more lets a finished run go on."),
            click.option("--seed", type=int, help="Another seed gives other samples."),
            click.option("--threads", type=click.IntRange(1), help="CPU threads of the network."),
            click.option("--snapshot-minutes", type=click.FloatRange(0, min_open=True), help="Between snapshots."),
            click.option(
                "--start-from",
                type=click.Path(exists=True, dir_okay=False, path_type=Path),
                help="Begin a new run with these weights (.safetensors) instead of chance.",
            ),
            click.option("--dry-run", is_flag=True, help="Say the whole run and stop."),
        )
    ):
        command = option(command)
    return command


def _changed(run: Run, numbers: dict[str, Any]) -> Run:
    return replace(run, **{name: value for name, value in numbers.items() if value is not None})


@train.command("detector")
@run_options
@click.option("--export", "exported", type=click.Path(dir_okay=False, path_type=Path),
              help="Write what ships (.safetensors) from the run's snapshot instead of training.")  # fmt: skip
def detector(
    data: Path, out: Path, dry_run: bool, start_from: Path | None, exported: Path | None, **numbers: Any
) -> None:
    """The damage detector, on synthetic damage over the photographs in folders of DATA.

    Damage shapes in DATA/damage are mixed in. Interrupt at any time; the same command goes on.
    """
    from photorestore.training.detector import DetectorTask
    from photorestore.training.export import averaged_detector, check_export, export_detector
    from photorestore.training.loop import train as run_training
    from photorestore.training.runs.detector import DetectorRun

    if exported:
        threshold = DetectorTask(_changed(DetectorRun(), numbers), data).best_threshold(averaged_detector(out))
        entry = export_detector(out, exported, threshold)
        click.echo(f"{entry.file}: {entry.bytes} bytes, sha256 {entry.sha256}; {threshold:.3f} ships as 0.5")
        click.echo(f"largest difference from the run, as probability: {check_export(out, exported, threshold):.5f}")
        return
    task = DetectorTask(_changed(DetectorRun(), numbers), data)
    run_training(task, out, dry_run=dry_run, start_from=start_from, say=click.echo)


@train.command("denoiser")
@run_options
@click.option("--noise2noise", is_flag=True, help="Learn from pairs of noisy pictures; clean ones are never seen.")
def denoiser(data: Path, out: Path, dry_run: bool, start_from: Path | None, noise2noise: bool, **numbers: Any) -> None:
    """The denoiser, on photographs with Gaussian noise of every strength.

    Interrupt at any time; the same command goes on.
    """
    from photorestore.training.denoiser import DenoiserTask
    from photorestore.training.loop import train as run_training
    from photorestore.training.runs.denoiser import DenoiserRun

    run = _changed(replace(DenoiserRun(), noisy_targets=noise2noise), numbers)
    run_training(DenoiserTask(run, data), out, dry_run=dry_run, start_from=start_from, say=click.echo)


@train.command("shrinkage-fields")
@run_options
@click.option("--export", "exported", type=click.Path(dir_okay=False, path_type=Path),
              help="Write what ships (.safetensors) from the run's snapshot instead of training.")  # fmt: skip
def shrinkage_fields(
    data: Path, out: Path, dry_run: bool, start_from: Path | None, exported: Path | None, **numbers: Any
) -> None:
    """The shrinkage fields, on grey photographs with noise and with blur.

    Interrupt at any time; the same command goes on.
    """
    from photorestore.training.export import export_shrinkage_fields
    from photorestore.training.loop import train as run_training
    from photorestore.training.runs.shrinkage_fields import ShrinkageFieldsRun
    from photorestore.training.shrinkage_fields import ShrinkageFieldsTask

    if exported:
        entry = export_shrinkage_fields(out, exported)
        click.echo(f"{entry.file}: {entry.bytes} bytes, sha256 {entry.sha256}")
        return
    task = ShrinkageFieldsTask(_changed(ShrinkageFieldsRun(), numbers), data)
    run_training(task, out, dry_run=dry_run, start_from=start_from, say=click.echo)
