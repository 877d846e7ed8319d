"""The detector's run, complete."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore.engine.nets.detector import WIDTHS


@dataclass(frozen=True)
class DetectorRun:
    name: str = "detector"
    folders: tuple[tuple[str, float], ...] = (("photos", 0.65), ("faces", 0.22), ("old_photos", 0.13))  # and how often
    damaged_already: tuple[str, ...] = ("pg_", "pm_")  # names that begin so show damage that nobody has labelled
    seed: int = 1
    crop_px: int = 224
    scales: tuple[float, float] = (0.45, 1.8)  # of the photographs, before cropping
    intact: float = 0.3  # share of samples without structured damage
    batch: int = 8
    samples: int = 100_000  # crops in all
    widths: tuple[int, ...] = WIDTHS
    learning_rate: float = 1e-3  # constant after the warm-up, then linearly to 0 over the cool-down
    warmup_samples: int = 2_000
    cooldown_share: float = 0.25
    weight_decay: float = 1e-4
    ema_halflife_samples: int = 4_000
    dice_share: float = 0.5
    held_out: int = 96  # samples for the curve
    snapshot_minutes: float = 10.0
    workers: int = 1
    threads: int = 2
