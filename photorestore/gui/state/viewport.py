"""Which part of a picture is seen, and how large: the arithmetic of zooming and panning, in device pixels."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]

STEP = 1.25
LARGEST_ZOOM = 32.0
LARGEST_FIT = 2.0  # of a small picture, in logical pixels: more would only show its pixels
MARGIN_PX = 24  # left free around a fitted picture


@dataclass
class Viewport:
    """`zoom` is device pixels for a picture pixel, `centre` the picture point in the middle of the view, `ratio` the
    device pixels for a logical one."""

    picture: tuple[int, int] = (1, 1)
    view: tuple[int, int] = (1, 1)
    zoom: float = 1.0
    centre: Point = (0.5, 0.5)
    is_fitted: bool = True
    ratio: float = 1.0

    @property
    def fitting_zoom(self) -> float:
        free = (max(1, side - 2 * MARGIN_PX * self.ratio) for side in self.view)
        return min(LARGEST_FIT * self.ratio, *(room / side for room, side in zip(free, self.picture, strict=True)))

    def fit(self) -> None:
        self.is_fitted = True
        self.zoom = self.fitting_zoom
        self.centre = (self.picture[0] / 2, self.picture[1] / 2)

    def zoom_to(self, zoom: float, anchor: Point | None = None) -> None:
        """Change the zoom; the picture point under `anchor` (a view point, the middle by default) stays under it."""
        anchor = anchor or (self.view[0] / 2, self.view[1] / 2)
        fixed = self.to_picture(anchor)
        self.is_fitted = False
        self.zoom = min(LARGEST_ZOOM, max(min(0.05, self.fitting_zoom), zoom))
        moved = self.to_picture(anchor)
        self._move(fixed[0] - moved[0], fixed[1] - moved[1])

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by device pixels."""
        self._move(-dx / self.zoom, -dy / self.zoom)

    def set_view(self, width: int, height: int, ratio: float = 1.0) -> None:
        self.ratio = ratio
        self.view = (max(1, width), max(1, height))
        self._keep()

    def set_picture(self, width: int, height: int) -> None:
        """Another picture, or the same at another size: what was seen stays where it was."""
        share = (self.centre[0] / self.picture[0], self.centre[1] / self.picture[1])
        self.zoom *= self.picture[0] / width
        self.picture = (width, height)
        self.centre = (share[0] * width, share[1] * height)
        self._keep()

    def to_view(self, point: Point) -> Point:
        (x, y), (cx, cy) = point, self.centre
        return (x - cx) * self.zoom + self.view[0] / 2, (y - cy) * self.zoom + self.view[1] / 2

    def to_picture(self, point: Point) -> Point:
        (x, y), (cx, cy) = point, self.centre
        return (x - self.view[0] / 2) / self.zoom + cx, (y - self.view[1] / 2) / self.zoom + cy

    def _keep(self) -> None:
        if self.is_fitted:
            self.fit()
        else:
            self._move(0, 0)

    def _move(self, dx: float, dy: float) -> None:
        """Shift the centre, but never so far that the picture leaves the view."""
        seen = (self.view[0] / self.zoom, self.view[1] / self.zoom)
        x, y = (
            side / 2 if side <= room else min(side - room / 2, max(room / 2, centre + by))
            for side, room, centre, by in zip(self.picture, seen, self.centre, (dx, dy), strict=True)
        )
        self.centre = (x, y)
