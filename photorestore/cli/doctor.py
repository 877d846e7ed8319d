"""`photorestore doctor`: what this computer has, whether the weights are sound, and a small photograph restored."""

from __future__ import annotations

import platform
import time

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
            started = time.monotonic()
            healed = _self_test(client)
            click.echo(f"Self-test: {healed:.0%} of a drawn scratch healed in {time.monotonic() - started:.1f} s")
            if healed < 0.5:
                troubles.append("The self-test did not heal its scratch.")
    except UserError as error:
        troubles.append(str(error))
    for trouble in troubles:
        click.echo(f"Trouble: {trouble}", err=True)
    if troubles:
        raise click.exceptions.Exit(1)
    click.echo("All is well.")


def _self_test(client: object) -> float:
    """How much of a scratch drawn over a smooth picture is gone after restoring, 0..1."""
    import numpy as np

    from photorestore.core.photo import Photo
    from photorestore.core.recipe import Recipe
    from photorestore.host.client import EngineClient

    assert isinstance(client, EngineClient)
    y, x = np.mgrid[:192, :256].astype(np.float32)
    clean = np.repeat((0.3 + 0.15 * np.sin(x / 40) + 0.1 * y / 192)[..., None], 3, 2).astype(np.float32)
    old = clean.copy()
    for row in range(20, 170):
        column = 60 + row // 2 + row % 3
        old[row, column : column + 3] = 0.95
    restored = client.restore(Photo(old), Recipe()).photo.pixels
    return float(1 - np.abs(restored - clean).mean() / np.abs(old - clean).mean())
