"""`photorestore bench methods`: how soon each denoising method stops when cancelled, and how much memory it takes."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from photorestore.cli.inputs import DEVICE, PRECISION

if TYPE_CHECKING:
    from photorestore.core.photo import Photo
    from photorestore.core.recipe import Recipe
    from photorestore.host.client import EngineClient

_PATIENCE_S = 60.0  # the engine isn't killed before, so that the method's own stopping is measured


@click.command()
@click.option("--megapixels", type=click.FloatRange(0.01), default=24.0, show_default=True)
@click.option("--moments", default="1,4,10", show_default=True, help="Seconds of work before each cancel.")
@click.option("--only", default="", help="Only methods whose names contain this.")
@click.option("--blur", is_flag=True, help="Undo a motion of 15 px instead, by the methods that can.")
@DEVICE
@PRECISION
def methods(megapixels: float, moments: str, only: str, blur: bool, device: str, precision: str) -> None:
    """Cancel each method on a large colour picture: the time until it stopped, and the engine's memory until then.

    Seconds of the engine's processor time stand beside those of the clock: on a busy computer they tell more.
    """
    from photorestore.cli.bench import PeakMemory, damaged_picture
    from photorestore.core.errors import UserError
    from photorestore.engine.methods.table import METHODS
    from photorestore.host.child import EngineOptions
    from photorestore.host.client import EngineClient

    try:
        seconds = [float(part) for part in moments.split(",")]
    except ValueError as error:
        raise click.BadParameter(f"{moments!r} is not a list of numbers", param_hint="--moments") from error
    photo, small = damaged_picture(megapixels), damaged_picture(0.01)
    for name, method in METHODS.items():
        if only not in name or (blur and not method.deblurs):
            continue
        options = EngineOptions(device=device, precision=precision)
        with EngineClient(options, grace_s=_PATIENCE_S) as client, PeakMemory() as memory:
            client.wait_until_ready()
            try:
                client.restore(small, recipe_for(name, blur=blur))  # loads the network
            except UserError as error:
                click.echo(f"{name:20} {error}")
                continue
            words = [_words(after, stop_after(client, photo, recipe_for(name, blur=blur), after)) for after in seconds]
        click.echo(f"{name:20} {', '.join(words)}; engine at most {memory.peak_bytes / 1e9:.2f} GB")


def recipe_for(method: str, *, blur: bool) -> Recipe:
    """Nothing but this method, the noise measured."""
    from photorestore.core.recipe import Recipe
    from photorestore.core.stages import DenoiseSettings, PrepareSettings, ScratchSettings

    denoise = DenoiseSettings(
        enabled=True,
        method=method,
        strength=1.0,
        blur="motion" if blur else "none",
        blur_px=15.0 if blur else 0.0,
    )
    return Recipe(
        prepare=PrepareSettings(enabled=False), denoise=denoise, scratches=ScratchSettings(enabled=False)
    )  # fmt: skip


@dataclass(frozen=True)
class Stop:
    """Seconds from the cancel until the engine had stopped, and how much processor time it took meanwhile."""

    clock_s: float
    processor_s: float


def stop_after(client: EngineClient, photo: Photo, recipe: Recipe, seconds: float) -> Stop | None:
    """Cancel after so long; None for work that was done before."""
    from photorestore.core.errors import Cancelled
    from photorestore.core.progress import Progress

    wanted_until: list[float] = []
    cancelled_at: list[tuple[float, float]] = []

    def is_cancelled() -> bool:
        if not wanted_until or time.monotonic() < wanted_until[0]:
            return False
        if not cancelled_at:
            cancelled_at.append((time.monotonic(), processor_s(client)))
        return True

    def hear(share: float, text: str) -> None:
        if not wanted_until:  # the pictures are over there, and the work begins
            wanted_until.append(time.monotonic() + seconds)

    try:
        client.restore(photo, recipe, Progress(hear, is_cancelled))
    except Cancelled:
        clock, processor = cancelled_at[0]
        return Stop(time.monotonic() - clock, processor_s(client) - processor)
    return None


def processor_s(client: EngineClient) -> float:
    """That the engine's process has used so far."""
    import psutil

    assert client.engine_pid is not None
    used = psutil.Process(client.engine_pid).cpu_times()
    return float(used.user + used.system)


def _words(after: float, stop: Stop | None) -> str:
    if stop is None:
        return f"done within {after:g} s"
    return f"after {after:g} s stops in {stop.clock_s:.2f} s ({stop.processor_s:.2f} s)"
