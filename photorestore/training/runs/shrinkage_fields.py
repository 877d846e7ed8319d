"""The shrinkage fields' run, complete: both cascades at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ShrinkageFieldsRun:
    name: str = "shrinkage-fields"
    folders: tuple[tuple[str, float], ...] = (("photos", 1.0),)  # below DATA, and how often each
    seed: int = 3
    crop_px: int = 72
    edge_px: int = 8  # of a crop's border, where its periodic continuation is felt: not in the loss
    scales: tuple[float, float] = (0.4, 1.0)  # of the photographs: shrinking takes away their JPEG blocks
    sigma: tuple[float, float] = (8 / 255, 75 / 255)  # of the noise, uniform in its logarithm
    usual_sigma: float = 25 / 255  # of half of the samples
    kernel_px: tuple[int, int] = (5, 23)  # length or width of the blur that the other cascade learns on
    blurred_sigma: tuple[float, float] = (0.003, 0.03)
    usual_blurred_sigma: float = 0.01
    batch: int = 8
    samples: int = 12_000
    stages: int = 5
    side: int = 5
    deblurring_stages: int = 3
    learning_rate: float = 1e-2
    warmup_samples: int = 200
    cooldown_share: float = 0.5
    weight_decay: float = 0.0
    ema_halflife_samples: int = 400
    held_out: int = 24
    snapshot_minutes: float = 3.0
    workers: int = 0
    threads: int = 1
