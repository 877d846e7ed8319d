"""What is in the hand and how the mask is shown: values of the mask canvas."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

SMALLEST_RADIUS_PX, LARGEST_RADIUS_PX = 0.5, 2000.0


class Tool(Enum):
    BRUSH = "brush"
    ERASER = "eraser"
    SCRATCH = "scratch"
    LASSO = "lasso"
    DEFECT = "defect"
    SEARCH = "search"
    FACE = "face"  # a box around a face that was missed


@dataclass(frozen=True)
class Brush:
    """`radius_px` in picture pixels; `softness` 0..1; `feels_pressure`: a pen's pressure makes it smaller."""

    radius_px: float = 16.0
    softness: float = 0.0
    feels_pressure: bool = True

    def scaled(self, factor: float) -> Brush:
        return self.with_radius(self.radius_px * factor)

    def with_radius(self, radius_px: float) -> Brush:
        kept = min(LARGEST_RADIUS_PX, max(SMALLEST_RADIUS_PX, radius_px))
        return Brush(kept, self.softness, self.feels_pressure)

    def with_softness(self, softness: float) -> Brush:
        return Brush(self.radius_px, min(1.0, max(0.0, round(softness, 3))), self.feels_pressure)

    def radius_at(self, pressure: float) -> float:
        """With the lightest touch a fifth of the size."""
        return self.radius_px * (0.2 + 0.8 * pressure if self.feels_pressure else 1.0)


class Pattern(Enum):
    PLAIN = "plain"
    OUTLINE = "outline"
    HATCH = "hatch"  # is told from the photograph without seeing colours


OVERLAY_COLOURS = {"red": (255, 40, 60), "green": (40, 210, 80), "blue": (60, 120, 255), "yellow": (255, 204, 0)}


@dataclass(frozen=True)
class Overlay:
    """`shows_mask_only`: black and white instead of the photograph."""

    is_visible: bool = True
    shows_mask_only: bool = False
    colour: str = "red"
    pattern: Pattern = Pattern.PLAIN
    opacity: float = 0.45
