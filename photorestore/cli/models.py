"""`photorestore models`: which networks are there, import published ones, check them, take them out of use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from photorestore.cli.inputs import ANY_PATH
from photorestore.cli.sentences import printable

if TYPE_CHECKING:
    from photorestore.engine.weights import WeightsStore


@click.group()
def models() -> None:
    """The networks' weights: list, info, import, verify, remove."""


def _store() -> WeightsStore:
    from photorestore import paths
    from photorestore.engine.weights import WeightsStore

    return WeightsStore(paths.bundled_weights(), paths.imported_weights())


@models.command("list")
def list_models() -> None:
    """What is installed, a line each."""
    store = _store()
    for entry in store.entries():
        size = f"{entry.bytes / 1e6:.1f} MB"
        click.echo(f"{entry.name:34} {entry.version}  {size:>9}  {entry.origin:9} {entry.licence:14} {entry.task}")


@models.command()
@click.argument("name")
def info(name: str) -> None:
    """Everything that is known of one network, with its model card."""
    store = _store()
    entry = store.find(name)
    for label in ("name", "task", "network", "version", "origin", "licence", "source", "sha256", "bytes"):
        click.echo(f"{label:8} {getattr(entry, label)}")
    click.echo(f"{'file':8} {store.path(entry)}")
    card = store.path(entry).parent / entry.card
    if entry.card and card.is_file():
        click.echo("\n" + card.read_text("utf-8"))


@models.command("import")
@click.argument("files", nargs=-1, required=True, type=ANY_PATH)
@click.option("--as", "as_name", help="The name of the weights, where the file's own name doesn't tell.")
def import_models(files: tuple[Path, ...], as_name: str | None) -> None:
    """Add published weights: global_checkpoints.zip, face_checkpoints.zip, or single .pth files of them."""
    from photorestore import paths
    from photorestore.core.progress import Progress
    from photorestore.engine.weights_import import import_weights

    reports = import_weights(files, paths.imported_weights(), Progress(), as_name=as_name or "")
    for report in reports:
        click.echo(printable(f"{report.label}: {report.sentence}"))
    if not all(report.entry for report in reports):
        raise click.exceptions.Exit(1)


@models.command()
@click.argument("names", nargs=-1)
def verify(names: tuple[str, ...]) -> None:
    """Check every byte of the installed weights."""
    store = _store()
    found = store.verify_all()
    troubles = {name: trouble for name, trouble in found.items() if not names or name in names}
    for name in names:
        store.find(name)
    for name, trouble in troubles.items():
        click.echo(f"{name}: {trouble or 'sound'}")
    if any(troubles.values()):
        raise click.exceptions.Exit(1)


@models.command()
@click.argument("names", nargs=-1, required=True)
def remove(names: tuple[str, ...]) -> None:
    """Take imported weights out of use; their files move to a folder named "removed"."""
    store = _store()
    for name in names:
        click.echo(f"{name} moved to {store.remove(name)}")
