"""The run of the face refinement network."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore.engine.nets.face_refiner import SIDE_PX, WIDTHS


@dataclass(frozen=True)
class FacesRun:
    name: str = "faces"
    folder: str = "faces"  # below DATA
    seed: int = 6
    side_px: int = SIDE_PX
    smallest_px: int = 40  # side of the crop that a face may have been photographed with
    batch: int = 4
    samples: int = 80_000
    widths: tuple[int, ...] = WIDTHS
    pixels: float = 10.0  # weights of the losses
    fooling: float = 0.05
    matching: float = 0.5
    learning_rate: float = 3e-4
    warmup_samples: int = 1_000
    cooldown_share: float = 0.4
    weight_decay: float = 0.0
    ema_halflife_samples: int = 3_000
    held_out: int = 32
    snapshot_minutes: float = 10.0
    workers: int = 1
    threads: int = 2
