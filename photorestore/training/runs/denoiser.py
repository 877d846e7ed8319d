"""The denoiser's two runs: from clean targets, and Noise2Noise from noisy ones only (Lehtinen et al. 2018)."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore.engine.nets.denoiser import WIDTHS


@dataclass(frozen=True)
class DenoiserRun:
    name: str = "denoiser"
    folders: tuple[tuple[str, float], ...] = (("photos", 0.9), ("faces", 0.1))  # below DATA, and how often each
    noisy_targets: bool = False  # Noise2Noise: the target carries noise of its own, of the same strength
    seed: int = 2
    crop_px: int = 128
    scales: tuple[float, float] = (0.4, 1.0)  # of the photographs: shrinking takes away their JPEG blocks
    grey: float = 0.3  # share of monochrome samples
    sigma: tuple[float, float] = (0.0, 55 / 255)  # of the noise, uniform
    batch: int = 8
    samples: int = 200_000
    widths: tuple[int, ...] = WIDTHS
    blocks: int = 2
    learning_rate: float = 4e-4
    warmup_samples: int = 2_000
    cooldown_share: float = 0.4
    weight_decay: float = 0.0
    ema_halflife_samples: int = 4_000
    held_out: int = 48
    snapshot_minutes: float = 10.0
    workers: int = 1
    threads: int = 2
