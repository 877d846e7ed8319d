"""Methods side by side on one photo: each one's picture, how close it is to a clean one, its time and memory."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import psutil

from photorestore.core.errors import UserError
from photorestore.core.photo import Photo, Pixels
from photorestore.core.stages import DenoiseSettings
from photorestore.engine.methods.table import METHODS, check_available, is_available
from photorestore.engine.quality import edge_width, psnr, remaining_noise, ssim
from photorestore.engine.stages.denoise import remove_noise
from photorestore.engine.tools import Tools

UNTOUCHED = "input"


@dataclass(frozen=True)
class Compared:
    """`psnr` and `ssim` are None without a clean picture; `noise` (of 255) and `edge_px` need none.

    `memory_mb` is how far the process grew at most; memory that it had to spare from earlier work doesn't show.
    """

    method: str
    title: str
    pixels: Pixels
    seconds: float = 0.0
    memory_mb: float = 0.0
    psnr: float | None = None
    ssim: float | None = None
    noise: float = 0.0
    edge_px: float = 0.0


def available_methods(tools: Tools, *, with_blur: bool = False) -> tuple[str, ...]:
    """Names of what can run here: weights and packages are installed."""
    return tuple(name for name in METHODS if is_available(name, tools) and (METHODS[name].deblurs or not with_blur))


def compare_methods(
    photo: Photo,
    methods: Sequence[str],
    tools: Tools,
    settings: DenoiseSettings | None = None,
    clean: Pixels | None = None,
) -> list[Compared]:
    """The photo as it is first, then by each method at full strength. `UserError` before any work."""
    wanted = replace(settings or DenoiseSettings(), enabled=True, strength=1.0)
    if clean is not None and clean.shape != photo.pixels.shape:
        raise UserError(
            f"The clean picture has {clean.shape[1]} x {clean.shape[0]} pixels and the photo {photo.width} x "
            f"{photo.height}; give one of the same size."
        )
    if not methods:
        raise UserError("There is no method to compare; name at least one.")
    for name in methods:
        check_available(name, tools, with_blur=wanted.blur != "none")
    found = [_judged(Compared(UNTOUCHED, "As it is", photo.floats), clean)]
    for name, span in zip(methods, tools.progress.split([1] * len(methods), list(methods)), strict=True):
        span.report(0)
        settings_here = replace(wanted, method=name)
        with _Meter() as meter:
            result = remove_noise(photo, settings_here, tools.with_progress(span))
        done = Compared(name, METHODS[name].title, result.floats, meter.seconds, meter.memory_mb)
        found.append(_judged(done, clean))
    tools.progress.report(1)
    return found


def _judged(one: Compared, clean: Pixels | None) -> Compared:
    return replace(
        one,
        psnr=None if clean is None else psnr(one.pixels, clean),
        ssim=None if clean is None else ssim(one.pixels, clean),
        noise=remaining_noise(one.pixels) * 255,
        edge_px=edge_width(one.pixels),
    )


class _Meter:
    """Seconds of a block of work, and how far the process's memory rose meanwhile, looked at every 20 ms."""

    def __enter__(self) -> _Meter:
        self._process = psutil.Process()
        self._before = self._most = self._process.memory_info().rss
        self._end = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()
        self._started = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.monotonic() - self._started
        self._end.set()
        self._watcher.join()
        self._look()
        self.memory_mb = (self._most - self._before) / 1e6

    def _watch(self) -> None:
        while not self._end.wait(0.02):
            self._look()

    def _look(self) -> None:
        self._most = max(self._most, self._process.memory_info().rss)
