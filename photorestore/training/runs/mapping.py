"""The run of the mapping between the latents of old and of clean photographs."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore.engine.nets.latent_mapping import BLOCKS, WIDTHS


@dataclass(frozen=True)
class MappingRun:
    name: str = "mapping"
    folders: tuple[tuple[str, float], ...] = (("photos", 0.8), ("faces", 0.2))  # below DATA, and how often each
    seed: int = 5
    crop_px: int = 176
    scales: tuple[float, float] = (0.45, 1.3)  # of the photographs, before cropping
    denoised: float = 0.5  # share of the samples that non-local means clean first, as Suggest has it
    passes: tuple[float, ...] = (0.5, 0.5)  # shares of the samples whose holes it has filled 0 times, 1 time before
    batch: int = 8
    samples: int = 250_000
    widths: tuple[int, int, int] = WIDTHS
    blocks: int = BLOCKS
    latents: float = 0.5  # weights of the losses
    pixels: float = 10.0
    holes: float = 2.0  # pixels in holes weigh so much more
    fooling: float = 0.0  # the critic joins when pixels alone have nothing left to teach: --fooling 0.01 --matching 0.1
    matching: float = 0.0
    learning_rate: float = 2.5e-4
    warmup_samples: int = 2_000
    cooldown_share: float = 0.35
    weight_decay: float = 0.0
    ema_halflife_samples: int = 6_000
    held_out: int = 8  # samples of each sub-task
    snapshot_minutes: float = 10.0
    workers: int = 1
    threads: int = 2
