"""`photorestore bench`: figures that anybody can measure again on their own computer."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace

import click

from photorestore.cli.bench_denoise import denoise as denoise_protocols
from photorestore.cli.bench_diagnosis import diagnosis as diagnosis_told
from photorestore.cli.bench_faces import faces as face_contest
from photorestore.cli.bench_methods import methods as method_limits
from photorestore.cli.inputs import DEVICE, PRECISION
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient


@click.group()
def bench() -> None:
    """Measure speed, memory and quality."""


@bench.command()
@click.option("--megapixels", default="1,12,50", show_default=True, help="Sizes, separated by commas.")
@click.option("--denoise/--no-denoise", default=True, show_default=True)
@DEVICE
@PRECISION
def scale(megapixels: str, denoise: bool, device: str, precision: str) -> None:
    """Restore a damaged picture of each size: seconds a megapixel, and the peak memory of the engine's process."""
    recipe = Recipe()
    recipe = replace(
        recipe,
        prepare=replace(recipe.prepare, levels=0.7),
        denoise=replace(recipe.denoise, enabled=denoise),
        translate=replace(recipe.translate, enabled=True, reach="repainted"),
    )
    try:
        sizes = [float(part) for part in megapixels.split(",")]
    except ValueError as error:
        raise click.BadParameter(f"{megapixels!r} is not a list of numbers", param_hint="--megapixels") from error
    first: float | None = None
    for size in sizes:
        photo = damaged_picture(size)
        with EngineClient(EngineOptions(device=device, precision=precision)) as client, PeakMemory() as memory:
            client.wait_until_ready()
            client.restore(damaged_picture(0.1), recipe)  # loads the network
            started = time.monotonic()
            client.restore(photo, recipe)
            seconds = (time.monotonic() - started) / photo.megapixels
        first = first or seconds
        click.echo(
            f"{photo.megapixels:6.1f} MP  {seconds:6.2f} s/MP  {seconds / first:5.2f} times the first  "
            f"engine at most {memory.peak_bytes / 1e9:.2f} GB"
        )


@dataclass
class PeakMemory:
    """The most memory that this process's children held at once, looked at every 20 ms."""

    peak_bytes: int = 0

    def __enter__(self) -> PeakMemory:
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _watch(self) -> None:
        import psutil

        while not self._end.wait(0.02):
            held = 0
            for child in psutil.Process().children(recursive=True):
                try:
                    held += child.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            self.peak_bytes = max(self.peak_bytes, held)


def damaged_picture(megapixels: float) -> Photo:
    """3:2, smooth shapes with texture, noise and bright scratches; the same at every call."""
    import cv2
    import numpy as np

    rng = np.random.default_rng(0)
    height = max(64, round((megapixels * 1e6 / 1.5) ** 0.5))
    width = round(height * 1.5)
    pixels = cv2.resize(rng.random((height // 40 + 2, width // 40 + 2, 3), np.float32), (width, height))
    for _ in range(round(20 * megapixels) + 2):
        a, b = (rng.uniform(0, [width, height]) for _ in range(2))
        b = a + (b - a) * min(1.0, 600 / max(np.hypot(*(b - a)), 1))
        cv2.line(pixels, a.astype(int).tolist(), b.astype(int).tolist(), (0.95, 0.95, 0.95), 2, cv2.LINE_AA)
    for top in range(0, height, 512):
        pixels[top : top + 512] += rng.standard_normal(pixels[top : top + 512].shape, np.float32) * np.float32(0.03)
    return Photo(np.clip(pixels, 0, 1, out=pixels))


bench.add_command(denoise_protocols)
bench.add_command(diagnosis_told)
bench.add_command(face_contest)
bench.add_command(method_limits)
