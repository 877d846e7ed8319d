"""A face found in a photograph, as plain numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from photorestore.core.geometry import Box

Point = tuple[float, float]
Landmarks = tuple[Point, Point, Point, Point, Point]

# Where they lie in a face's box, as shares of its sides: the means over the 9 clear faces in old photographs that we
# look at, made symmetrical. They scatter by 0.03 up and down and 0.1 across.
_USUAL_PLACES: Landmarks = ((0.28, 0.39), (0.72, 0.39), (0.5, 0.62), (0.31, 0.765), (0.69, 0.765))


@dataclass(frozen=True)
class Face:
    """`landmarks`: left eye, right eye, nose, left, right mouth corner as (x, y) px; left as the viewer sees it."""

    box: Box
    landmarks: Landmarks
    confidence: float  # 0..1
    enabled: bool = True
    strength: float | None = None  # 0..1; None takes the stage's strength, and leaves faces alone that are too small
    reason: str = ""  # why it is off, in words
    by_hand: bool = False  # a person drew the box, and the landmarks are only a guess

    @property
    def size_px(self) -> int:
        return max(self.box.width, self.box.height)

    def enlarged(self, scale: int) -> Face:
        """The same face in a picture `scale` times as large."""
        left, right, nose, mouth_left, mouth_right = ((x * scale, y * scale) for x, y in self.landmarks)
        box = Box(*(edge * scale for edge in self.box))
        return replace(self, box=box, landmarks=(left, right, nose, mouth_left, mouth_right))


def usual_landmarks(box: Box) -> Landmarks:
    """Where they are likely in a box that somebody drew around a face seen from the front."""
    left, right, nose, mouth_left, mouth_right = (
        (box.left + x * box.width, box.top + y * box.height) for x, y in _USUAL_PLACES
    )
    return left, right, nose, mouth_left, mouth_right
