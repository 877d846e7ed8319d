"""The runs of the two variational auto-encoders: of clean photographs, and of old ones, real and synthetic."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore.engine.nets.photo_vae import BLOCKS, LATENT, WIDTHS


@dataclass(frozen=True)
class VaeRun:
    name: str = "vae-clean"
    folders: tuple[tuple[str, float], ...] = (("photos", 0.8), ("faces", 0.2))  # below DATA, and how often each
    real_old: str = ""  # below DATA: real old photographs; none for the clean ones' network
    real_share: float = 0.0  # of the samples
    seed: int = 3
    crop_px: int = 160
    scales: tuple[float, float] = (0.4, 1.3)  # of the photographs, before cropping
    batch: int = 8
    samples: int = 80_000
    widths: tuple[int, int] = WIDTHS
    blocks: tuple[int, int] = BLOCKS
    latent: int = LATENT
    reconstruction: float = 10.0  # weights of the losses
    divergence: float = 0.1
    fooling: float = 0.02
    matching: float = 0.2
    alignment: float = 0.05  # of the latents of real and synthetic old photographs
    learning_rate: float = 4e-4
    warmup_samples: int = 1_000
    cooldown_share: float = 0.4
    weight_decay: float = 0.0
    ema_halflife_samples: int = 4_000
    held_out: int = 240  # with 40 the AUC wandered from 0.44 to 0.75 within a run whose ends 400 tell at 0.88 and 0.91
    snapshot_minutes: float = 10.0
    workers: int = 1
    threads: int = 2


CLEAN = VaeRun()
OLD = VaeRun(name="vae-old", real_old="old_photos", real_share=0.25, seed=4)
