"""`photorestore train`: make weights. Resumes by itself when the run's folder holds a snapshot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from photorestore.core.errors import UserError

if TYPE_CHECKING:
    from photorestore.engine.weights import WeightsEntry

Run = TypeVar("Run", bound=Any)
RUN = click.Path(exists=True, file_okay=False, path_type=Path)
EXPORT = click.option(
    "--export", "exported", type=click.Path(dir_okay=False, path_type=Path),
    help="Write what ships (.safetensors) from the run's snapshot instead of training.",
)  # fmt: skip


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
            click.option(
                "--learning-rate",
                type=click.FloatRange(0, 0.1, min_open=True),
                help="The highest, after the warm-up; lower suits --start-from.",
            ),
            click.option("--threads", type=click.IntRange(1), help="CPU threads of the network."),
            click.option("--snapshot-minutes", type=click.FloatRange(0, min_open=True), help="Between snapshots."),
            click.option(
                "--start-from",
                type=click.Path(exists=True, path_type=Path),
                help="Begin a new run with what shipped (.safetensors), or with a run's folder, instead of chance.",
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
@EXPORT
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
        _say_entry(entry)
        click.echo(f"the probability {threshold:.3f} of the run ships as 0.5")
        click.echo(f"largest difference from the run, as probability: {check_export(out, exported, threshold):.5f}")
        return
    task = DetectorTask(_changed(DetectorRun(), numbers), data)
    run_training(task, out, dry_run=dry_run, start_from=start_from, say=click.echo)


@train.command("denoiser")
@run_options
@click.option("--noise2noise", is_flag=True, help="Learn from pairs of noisy pictures; clean ones are never seen.")
@EXPORT
def denoiser(
    data: Path, out: Path, dry_run: bool, start_from: Path | None, noise2noise: bool, exported: Path | None,
    **numbers: Any,
) -> None:  # fmt: skip
    """The denoiser, on photographs with Gaussian noise of every strength.

    Interrupt at any time; the same command goes on.
    """
    from photorestore.training.denoiser import DenoiserTask
    from photorestore.training.export import export_denoiser
    from photorestore.training.loop import train as run_training
    from photorestore.training.runs.denoiser import DenoiserRun

    if exported:
        _say_entry(export_denoiser(out, exported))
        return
    run = _changed(replace(DenoiserRun(), noisy_targets=noise2noise), numbers)
    run_training(DenoiserTask(run, data), out, dry_run=dry_run, start_from=start_from, say=click.echo)


@train.command("vae-clean")
@run_options
def vae_clean(data: Path, out: Path, dry_run: bool, start_from: Path | None, **numbers: Any) -> None:
    """The auto-encoder of clean photographs, whose decoder draws what translation found."""
    from photorestore.training.loop import train as run_training
    from photorestore.training.runs.vae import CLEAN
    from photorestore.training.vae import VaeTask

    task = VaeTask(_changed(CLEAN, numbers), data)
    run_training(task, out, dry_run=dry_run, start_from=start_from, say=click.echo)


@train.command("vae-old")
@run_options
def vae_old(data: Path, out: Path, dry_run: bool, start_from: Path | None, **numbers: Any) -> None:
    """The auto-encoder of old photographs, real ones and synthetic ones, whose encoder reads what is to be restored.

    It starts from vae-clean's run (--start-from), whose decoder it keeps: then both have the same latents.
    """
    from photorestore.training.loop import train as run_training
    from photorestore.training.runs.vae import OLD
    from photorestore.training.snapshots import has_snapshot
    from photorestore.training.vae import VaeTask

    if not (start_from or has_snapshot(out)):
        raise UserError("vae-old keeps the decoder of vae-clean: name the folder of that run with --start-from.")
    task = VaeTask(_changed(OLD, numbers), data)
    run_training(task, out, dry_run=dry_run, start_from=start_from, say=click.echo)


@train.command("mapping")
@run_options
@click.option("--vae-old", required=True, type=RUN, help="The folder of vae-old's run.")
@click.option("--vae-clean", required=True, type=RUN, help="The folder of vae-clean's run.")
@click.option("--fooling", type=click.FloatRange(0), help="Weight of fooling the critic.")
@click.option("--matching", type=click.FloatRange(0), help="Weight of matching the critic's features.")
@EXPORT
def mapping(
    data: Path, out: Path, dry_run: bool, start_from: Path | None, vae_old: Path, vae_clean: Path,
    exported: Path | None, **numbers: Any,
) -> None:  # fmt: skip
    """The mapping between the latents of the two auto-encoders, which stay as they are.

    What ships is all three as one network, the translator.
    """
    from photorestore.training.export import export_translator
    from photorestore.training.loop import train as run_training
    from photorestore.training.mapping import MappingTask
    from photorestore.training.runs.mapping import MappingRun
    from photorestore.training.vae import averaged_vae

    if exported:
        _say_entry(export_translator(out, vae_old, vae_clean, exported))
        return
    task = MappingTask(_changed(MappingRun(), numbers), data, averaged_vae(vae_old), averaged_vae(vae_clean))
    run_training(task, out, dry_run=dry_run, start_from=start_from, say=click.echo)


@train.command("faces")
@run_options
@EXPORT
def faces(data: Path, out: Path, dry_run: bool, start_from: Path | None, exported: Path | None, **numbers: Any) -> None:
    """The face refinement network, on aligned faces that are worn and made small.

    Interrupt at any time; the same command goes on.
    """
    from photorestore.training.export import export_faces
    from photorestore.training.faces import FacesTask
    from photorestore.training.loop import train as run_training
    from photorestore.training.runs.faces import FacesRun

    if exported:
        _say_entry(export_faces(out, exported))
        return
    task = FacesTask(_changed(FacesRun(), numbers), data)
    run_training(task, out, dry_run=dry_run, start_from=start_from, say=click.echo)


@train.command("shrinkage-fields")
@run_options
@EXPORT
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
        _say_entry(export_shrinkage_fields(out, exported))
        return
    task = ShrinkageFieldsTask(_changed(ShrinkageFieldsRun(), numbers), data)
    run_training(task, out, dry_run=dry_run, start_from=start_from, say=click.echo)


def _say_entry(entry: WeightsEntry) -> None:
    click.echo(f"{entry.file}: {entry.bytes} bytes, sha256 {entry.sha256}")
