"""The command line: `main` and its commands, one module each. The engine and Qt are imported inside commands only."""

from __future__ import annotations

import click

import photorestore
from photorestore.cli.album import album
from photorestore.cli.bench import bench
from photorestore.cli.bench_gui import bench_gui
from photorestore.cli.bench_library import bench_library
from photorestore.cli.bench_networks import networks
from photorestore.cli.compare import compare
from photorestore.cli.detect import detect
from photorestore.cli.doctor import doctor
from photorestore.cli.evaluate import evaluate
from photorestore.cli.models import models
from photorestore.cli.restore import restore
from photorestore.cli.sentences import SentencesInsteadOfTracebacks
from photorestore.cli.train import train
from photorestore.cli.window import open_photos, open_window


@click.group(cls=SentencesInsteadOfTracebacks, invoke_without_command=True)
@click.version_option(photorestore.__version__, prog_name="PhotoRestore")
@click.pass_context
def main(context: click.Context) -> None:
    """Bring old family photographs back: offline, with the original never touched.

    Without a command, the window opens.
    """
    if context.invoked_subcommand is None:
        context.exit(open_window())


@main.command("engine-worker", hidden=True, add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def engine_worker(context: click.Context, arguments: tuple[str, ...]) -> None:
    """How a frozen program, which has no `python -m`, starts its own engine."""
    from photorestore.engine.worker import main as run_worker

    context.exit(run_worker(list(arguments)))


for command in (open_photos, restore, detect, compare, album, models, train, evaluate, doctor, bench):
    main.add_command(command)
bench.add_command(bench_gui)
bench.add_command(bench_library)
bench.add_command(networks)
