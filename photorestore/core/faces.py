"""A face found in a photograph, as plain numbers."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore.core.geometry import Box

Point = tuple[float, float]


@dataclass(frozen=True)
class Face:
    """`landmarks`: left eye, right eye, nose, left, right mouth corner as (x, y) px; left as the viewer sees it."""

    box: Box
    landmarks: tuple[Point, Point, Point, Point, Point]
    confidence: float  # 0..1
    enabled: bool = True
    strength: float | None = None  # 0..1; None takes the stage's strength
    reason: str = ""  # why it is off, in words

    @property
    def size_px(self) -> int:
        return max(self.box.width, self.box.height)
