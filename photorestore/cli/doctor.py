"""`photorestore doctor`: what this computer has, whether the weights are sound, and a small photograph restored."""

from __future__ import annotations

import platform

import click

import photorestore


@click.command()
@click.option("--device", type=click.Choice(["auto", "cuda", "mps", "cpu"]), default="auto", show_default=True)
def doctor(device: str) -> None:
    """Check device, memory and weights, and restore a test picture."""
    import psutil

    from photorestore import paths
    from photorestore.core.errors import UserError
    from photorestore.engine.weights import WeightsStore
    from photorestore.host.child import EngineOptions
    from photorestore.host.client import EngineClient
    from photorestore.host.self_test import self_test

    memory = psutil.virtual_memory()
    click.echo(f"PhotoRestore {photorestore.__version__}, Python {platform.python_version()}, {platform.platform()}")
    click.echo(f"Memory: {memory.available / 1e9:.1f} GB free of {memory.total / 1e9:.1f} GB")
    troubles = []
    try:
        for name, trouble in WeightsStore(paths.bundled_weights(), paths.imported_weights()).verify_all().items():
            click.echo(f"Weights {name}: {trouble or 'sound'}")
            troubles += [trouble] if trouble else []
    except UserError as error:
        troubles.append(str(error))
    try:
        with EngineClient(EngineOptions(device=device)) as client:
            ready = client.wait_until_ready()
            click.echo(f"Device: {ready.device}, {ready.precision}. {ready.reason}")
            tested = self_test(client)
            click.echo(f"Self-test: {tested.healed:.0%} of a drawn scratch healed in {tested.seconds:.1f} s")
            if not tested.passed:
                troubles.append("The self-test did not heal its scratch.")
    except UserError as error:
        troubles.append(str(error))
    for trouble in troubles:
        click.echo(f"Trouble: {trouble}", err=True)
    if troubles:
        raise click.exceptions.Exit(1)
    click.echo("All is well.")
