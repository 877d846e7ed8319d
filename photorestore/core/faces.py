"""A face found in a photograph, as plain numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from photorestore.core.geometry import Box

Point = tuple[float, float]
Landmarks = tuple[Point, Point, Point, Point, Point]


@dataclass(frozen=True)
class Face:
    """`landmarks`: left eye, right eye, nose, left, right mouth corner as (x, y) px; left as the viewer sees it."""

    box: Box
    landmarks: Landmarks
    confidence: float  # 0..1
    enabled: bool = True
    strength: float | None = None  # 0..1; None takes the stage's strength
    reason: str = ""  # why it is off, in words

    @property
    def size_px(self) -> int:
        return max(self.box.width, self.box.height)

    def enlarged(self, scale: int) -> Face:
        """The same face in a picture `scale` times as large."""
        left, right, nose, mouth_left, mouth_right = ((x * scale, y * scale) for x, y in self.landmarks)
        box = Box(*(edge * scale for edge in self.box))
        return replace(self, box=box, landmarks=(left, right, nose, mouth_left, mouth_right))
