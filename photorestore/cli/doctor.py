"""`photorestore doctor`: what this computer has, whether the weights are sound, and a small photograph restored."""

from __future__ import annotations

import platform
import time

import click

import photorestore
from photorestore import logs, paths
from photorestore.cli.sentences import printable
from photorestore.private_paths import without_private_paths


@click.command()
@click.option("--device", type=click.Choice(["auto", "cuda", "mps", "cpu"]), default="auto", show_default=True)
def doctor(device: str) -> None:
    """Check device, memory, weights, library and log, and restore a test picture. Names no folder or photograph."""
    import psutil

    from photorestore.core.errors import UserError
    from photorestore.engine.weights import WeightsStore
    from photorestore.host.child import EngineOptions
    from photorestore.host.client import EngineClient
    from photorestore.host.self_test import self_test

    memory = psutil.virtual_memory()
    _say(f"PhotoRestore {photorestore.__version__}, Python {platform.python_version()}, {platform.platform()}")
    _say(f"Memory: {memory.available / 1e9:.1f} GB free of {memory.total / 1e9:.1f} GB")
    troubles = []
    try:
        for name, trouble in WeightsStore(paths.bundled_weights(), paths.imported_weights()).verify_all().items():
            _say(f"Weights {name}: {trouble or 'sound'}")
            troubles += [trouble] if trouble else []
    except UserError as error:
        troubles.append(str(error))
    _say(f"Library: {_library_state(troubles)}")
    _say(f"Last crash: {_last_crash()}")
    try:
        with EngineClient(EngineOptions(device=device)) as client:
            ready = client.wait_until_ready()
            _say(f"Device: {ready.device}, {ready.precision}. {ready.reason}")
            tested = self_test(client)
            _say(f"Self-test: {tested.healed:.0%} of a drawn scratch healed in {tested.seconds:.1f} s")
            if not tested.passed:
                troubles.append("The self-test did not heal its scratch.")
    except UserError as error:
        troubles.append(str(error))
    for trouble in troubles:
        _say(f"Trouble: {trouble}", err=True)
    if troubles:
        raise click.exceptions.Exit(1)
    _say("All is well.")


def _say(line: str, *, err: bool = False) -> None:
    """People paste this where they ask for help."""
    click.echo(printable(without_private_paths(line)), err=err)


def _library_state(troubles: list[str]) -> str:
    """Looked at as it lies there: nothing is repaired, and a window that has it open is not disturbed."""
    from sqlite3 import Error

    from photorestore.library.snapshots import is_sound, snapshots

    path = paths.library()
    if not path.exists():
        return "none yet"
    try:
        if is_sound(path):
            return f"sound, {len(snapshots(path))} snapshots"
    except Error as error:
        return f"could not be looked at ({error})"
    troubles.append("The library is damaged. Start the program: it goes back to the newest sound snapshot.")
    return "damaged"


def _last_crash() -> str:
    crash = logs.crash_path()
    if not crash.is_file() or not crash.stat().st_size:
        return "never"
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(crash.stat().st_mtime)) + ", see crash.log in the log folder"
