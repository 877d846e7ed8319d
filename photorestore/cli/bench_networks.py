"""`photorestore bench networks`: how fast each network runs, against the most that convolutions reach here."""

from __future__ import annotations

import functools
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import click

from photorestore.cli.inputs import DEVICE, PRECISION
from photorestore.core.freed_memory import keep_freed_memory

if TYPE_CHECKING:
    from torch import Tensor

PICTURE_NETWORKS = {  # channels that it reads, share of the megapixels that it is given
    "detector": (3, 1.0), "denoiser": (4, 1.0), "translator": (4, 1.0), "realesrgan-x4plus": (3, 0.1),
}  # fmt: skip
PEAK_SHAPES = ((64, 512), (128, 256), (256, 128), (512, 96))  # channels, side: 3x3 convolutions
REPEATS = 3
PUBLISHED_SIZE = (768, 1024)  # height, width
SMALL_SIZE = (512, 512)  # where the plain attention's matrix would not fit
PLAIN_BYTES = 16e9  # free, so that it fits at the large size


@dataclass(frozen=True)
class Timing:
    """`flops` is 0 where they were not counted; `bytes` is the most that the process held beyond its start."""

    seconds: float
    bytes: int
    flops: int = 0


@click.command()
@click.option("--megapixels", type=click.FloatRange(0.01, 20), default=1.0, show_default=True)
@click.option("--published/--no-published", default=True, show_default=True, help="The published sizes too.")
@DEVICE
@PRECISION
def networks(megapixels: float, published: bool, device: str, precision: str) -> None:
    """Seconds a megapixel, GFLOPS, share of the convolution peak of this run, and peak memory, network by network.

    Networks of the published sizes run with random weights (time does not depend on them), as the program runs them and
    plainly: float32, contiguous, attention over the whole picture at once. Each measurement has a process of its own.
    """
    import psutil

    peak = _apart(convolution_peak, device, precision)
    click.echo(f"convolution peak {peak / 1e9:.0f} GFLOPS")
    for name, (channels, share) in PICTURE_NETWORKS.items():
        timing = _apart(time_network, name, channels, share * megapixels, device, precision)
        if timing is None:
            click.echo(f"{name:22} not installed")
            continue
        slowness, speed = timing.seconds / (share * megapixels), timing.flops / timing.seconds
        click.echo(
            f"{name:22} {slowness:7.2f} s/MP  {speed / 1e9:6.0f} GFLOPS  {speed / peak:4.0%} of the peak  "
            f"{timing.bytes / 1e9:.2f} GB"
        )
    for mode in ("quality", "scratch") if published else ():
        is_small = mode == "scratch" and psutil.virtual_memory().available < PLAIN_BYTES
        height, width = SMALL_SIZE if is_small else PUBLISHED_SIZE
        plain = _apart(time_published, mode, height, width, "float32", True)
        click.echo(
            f"published, {mode} {width}x{height}, plainly in float32: {plain.seconds:.1f} s, {plain.bytes / 1e9:.2f} GB"
        )
        for dtype in ("float32", "bfloat16"):
            ours = _apart(time_published, mode, height, width, dtype, False)
            click.echo(
                f"  as the program runs it in {dtype}: {ours.seconds:.1f} s, {ours.bytes / 1e9:.2f} GB: "
                f"{plain.seconds / ours.seconds:.2f} times as fast with 1/{plain.bytes / ours.bytes:.1f} of the memory"
            )


def _apart(work: Callable[..., Any], *arguments: object) -> Any:
    """Its result from a process of its own, so that its peak memory is its own too."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def convolution_peak(device: str, precision: str) -> float:
    """The most operations a second that 3x3 convolutions of a few shapes reach, in the networks' precision."""
    import torch

    from photorestore.engine.device import choose_device

    keep_freed_memory()
    chosen = choose_device(device, precision)
    best = 0.0
    for channels, side in PEAK_SHAPES:
        layer = torch.nn.Conv2d(channels, channels, 3, padding=1).to(chosen.name, chosen.dtype)
        layer.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        picture = torch.randn(1, channels, side, side).to(chosen.name, chosen.dtype, memory_format=torch.channels_last)
        with torch.inference_mode():
            seconds = min(_seconds_of(functools.partial(layer, picture)))
        best = max(best, 2 * 9 * channels**2 * side**2 / seconds)
    return best


def time_network(name: str, channels: int, megapixels: float, device: str, precision: str) -> Timing | None:
    """A picture through the network as stages call it: arrays in and out, in tiles. None when it isn't installed."""
    import numpy as np
    from torch.utils.flop_counter import FlopCounterMode

    from photorestore.engine.tools import local_tools

    keep_freed_memory()  # as the engine's process does
    tools = local_tools(device, precision)
    if not tools.has_network(name):
        return None
    network = tools.network(name)
    height = round((megapixels * 1e6 / 1.5) ** 0.5)
    picture = np.random.default_rng(0).random((height, round(1.5 * height), channels), np.float32)
    before = _peak_bytes()
    seconds = min(_seconds_of(functools.partial(network, picture)))
    held = _peak_bytes() - before
    with FlopCounterMode(display=False) as counter:
        network(picture)
    return Timing(seconds, held, counter.get_total_flops())


def time_published(mode: str, height: int, width: int, dtype_name: str, is_plain: bool) -> Timing:
    """Encode, map, decode once. Plain: contiguous, the published norm, and attention over the whole picture at once."""
    import torch

    from photorestore.engine.nets.published_blocks import PictureNorm
    from photorestore.engine.networks import build

    if not is_plain:
        keep_freed_memory()
    nets = [build(name, {}).eval() for name in ("published-vae", f"published-mapping-{mode}", "published-vae")]
    dtype = getattr(torch, dtype_name)
    layout = torch.contiguous_format if is_plain else torch.channels_last
    for net in nets:
        net.to(dtype=dtype, memory_format=layout)  # type: ignore[call-overload]
        for layer in net.modules() if is_plain else ():
            if isinstance(layer, PictureNorm):
                layer.__class__ = torch.nn.InstanceNorm2d  # type: ignore[assignment]
    encoder, mapping, decoder = nets
    if is_plain and mode == "scratch":
        mapping.NL.attention = _plain_attention  # type: ignore[union-attr]
    picture = torch.rand(1, 3, height, width).to(dtype=dtype, memory_format=layout)
    mask = torch.zeros(1, 1, height, width, dtype=dtype)
    mask[..., height // 3 : height // 2, width // 3 : width // 2] = 1
    before = _peak_bytes()
    with torch.inference_mode():
        started = time.perf_counter()
        latents = encoder.encode(picture)  # type: ignore[operator]
        decoder.decode(mapping(latents, *([mask] if mode == "scratch" else [])))  # type: ignore[operator]
        seconds = time.perf_counter() - started
    return Timing(seconds, _peak_bytes() - before)


def _plain_attention(queries: Tensor, keys: Tensor, values: Tensor, intact: Tensor, check: object) -> Tensor:
    """The published formula with one matrix of all places by all places."""
    weights = queries.T @ keys
    weights.sub_(weights.amax(1, keepdim=True)).exp_().mul_(intact)
    weights.div_(weights.sum(1, keepdim=True))
    return values @ weights.T


def _seconds_of(work: Callable[[], object]) -> Iterator[float]:
    work()
    for _ in range(REPEATS):
        started = time.perf_counter()
        work()
        yield time.perf_counter() - started


def _peak_bytes() -> int:
    """The most that this process has held so far."""
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
