"""The papers' own protocols on clean grey pictures: what is put in, which methods take part, what is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.engine import degradations
from photorestore.engine.methods.kernels import Kernel, blur, motion_kernel, shake_kernel
from photorestore.engine.methods.method import Planes, Wear
from photorestore.engine.methods.table import METHODS, is_available
from photorestore.engine.quality import psnr, snr0, snr1, snr2
from photorestore.engine.tools import Tools

SEED = 0
SHAKES = 4  # Levin-like kernels
SHAKE_PX = (13, 15, 17, 19)
TV, MEDIAN = "TV", "plain median"
MEDIAN_WINDOWS = (3, 5, 7)
TV_WEIGHTS = (0.6, 0.9, 1.2, 1.6, 2.1, 2.8)  # lambda of OpenCV's denoise_TVL1: larger stays nearer to the input

Spoil = Callable[[np.random.Generator, Planes], Planes]


@dataclass(frozen=True)
class Protocol:
    """`spoil` makes the input; `wear` is what the methods are told. `published` names figures on other pictures."""

    name: str
    spoil: Spoil
    wear: Wear
    methods: tuple[str, ...]
    counts_impulses: bool = False
    published: str = ""


@dataclass
class Scores:
    """Means over pictures, by method; dB, and for impulses SNR0 (%), SNR1 and SNR2 (dB)."""

    protocol: Protocol
    psnr: dict[str, float] = field(default_factory=dict)
    snr: dict[str, tuple[float, float, float]] = field(default_factory=dict)


def protocols() -> tuple[Protocol, ...]:
    gaussian = ("nlm", "bm3d", "shrinkage-fields", "denoiser", "noise2noise", "plug-and-play")
    published = {15: "CSF 31.24, IRCNN 31.63, DRUNet 31.91", 25: "CSF 28.72, IRCNN 29.15, DRUNet 29.48",
                 50: "IRCNN 26.19, DRUNet 26.59"}  # fmt: skip
    found = [
        Protocol(f"Gaussian {sigma}{', 8 bits' if eight_bit else ''}", _gaussian(sigma / 255, eight_bit),
                 Wear(sigma / 255), gaussian, published="" if eight_bit else f"BSD68: {published[sigma]}")
        for sigma in (15, 25, 50) for eight_bit in (False, True)
    ]  # fmt: skip
    found.append(
        Protocol("Poisson, peak 30", lambda rng, planes: degradations.poisson(rng, planes, 30),
                 Wear((0.5 / 30) ** 0.5), ("anscombe-nlm", "poisson-tv", "anscombe-denoiser"))
    )  # fmt: skip
    for kind, name in (
        (degradations.random_valued, "Random-valued"),
        (degradations.salt_and_pepper, "Salt and pepper"),
    ):
        for share in (0.3, 0.5, 0.7):
            found.append(Protocol(f"{name} {share:.0%}", _impulses(kind, share), Wear(0.0), ("median", "l0tv"), True))
    for name, kernel in (("Motion 15 px", motion_kernel(15, 30)), *_shakes()):
        methods = ("shrinkage-fields", "plug-and-play")
        found.append(Protocol(f"{name}, noise 1 %", _blurred(kernel), Wear(0.01, kernel), methods))
    return tuple(found)


def run_protocol(protocol: Protocol, pictures: Sequence[Planes], tools: Tools) -> Scores:
    """Methods that can't run here are left out. First come the input and the yardsticks, tuned on these very pictures:
    OpenCV's total variation, for impulses its plain median.
    """
    names = [name for name in protocol.methods if is_available(name, tools)]
    spans = tools.progress.split([1] * (len(pictures) * (1 + len(names))))
    collected: dict[str, list[tuple[float, ...]]] = {}
    for number, clean in enumerate(pictures):
        rng = np.random.default_rng([SEED, number])
        spoiled = protocol.spoil(rng, clean)
        done = dict(_yardsticks(spoiled, protocol))
        for name in names:
            done[name] = METHODS[name].run(spoiled, protocol.wear, tools.with_progress(spans.pop(0)))[:]
        for name, planes in done.items():
            figures = psnr(planes, clean), snr0(planes, clean), snr1(planes, clean), snr2(planes, clean)
            collected.setdefault(name, []).append(figures)
    means = {name: np.mean(values, axis=0).tolist() for name, values in collected.items()}
    means = _best_of_each_yardstick(means)
    return Scores(
        protocol,
        {name: values[0] for name, values in means.items()},
        {name: (values[1], values[2], values[3]) for name, values in means.items()} if protocol.counts_impulses else {},
    )


def _yardsticks(spoiled: Planes, protocol: Protocol) -> Iterator[tuple[str, Planes]]:
    yield "input", np.clip(spoiled, 0, 1)
    if protocol.wear.kernel is not None:
        return
    eight_bit = np.rint(np.clip(spoiled[..., 0], 0, 1) * 255).astype(np.uint8)
    for weight in TV_WEIGHTS:
        smooth = np.empty_like(eight_bit)
        cv2.denoise_TVL1([eight_bit], smooth, weight)
        yield f"{TV} {weight}", _unit(smooth)
    if protocol.counts_impulses:
        for window in MEDIAN_WINDOWS:
            yield f"{MEDIAN} {window}", _unit(cv2.medianBlur(eight_bit, window))


def _unit(eight_bit: npt.NDArray[np.integer | np.floating]) -> Planes:
    return np.asarray(eight_bit[..., None] / 255, np.float32)


def _best_of_each_yardstick(means: dict[str, list[float]]) -> dict[str, list[float]]:
    left = dict(means)
    for family in (TV, MEDIAN):
        members = [name for name in means if name.startswith(family)]
        best = max(members, key=lambda name: means[name][0], default=None)
        for name in members:
            if name != best:
                del left[name]
    return left


def _gaussian(sigma: float, eight_bit: bool) -> Spoil:
    return lambda rng, planes: degradations.gaussian(rng, planes, sigma, eight_bit=eight_bit)


def _impulses(kind: Callable[[np.random.Generator, Planes, float], Planes], share: float) -> Spoil:
    return lambda rng, planes: kind(rng, planes, share)


def _blurred(kernel: Kernel) -> Spoil:
    def spoil(rng: np.random.Generator, planes: Planes) -> Planes:
        return degradations.gaussian(rng, blur(planes, kernel).reshape(planes.shape), 0.01)

    return spoil


def _shakes() -> list[tuple[str, Kernel]]:
    rng = np.random.default_rng(SEED)
    return [(f"Shake {side} px", shake_kernel(rng, side)) for side in SHAKE_PX[:SHAKES]]


def middle_crop(luma: npt.NDArray[np.float32], side: int) -> Planes:
    top, left = max(0, (luma.shape[0] - side) // 2), max(0, (luma.shape[1] - side) // 2)
    return np.ascontiguousarray(luma[top : top + side, left : left + side, None])
