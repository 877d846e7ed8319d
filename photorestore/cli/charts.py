"""Plots and picture sheets, drawn with OpenCV: lines over a frame with two axes, and labelled pictures in a grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Colour = tuple[int, int, int]
COLOURS: tuple[Colour, ...] = (
    (31, 119, 180), (214, 90, 30), (44, 140, 60), (190, 40, 60), (120, 90, 180), (120, 80, 60), (200, 100, 170),
    (90, 90, 90), (150, 150, 30), (20, 160, 170), (60, 60, 160),
)  # fmt: skip
WIDTH, HEIGHT, MARGIN, LEGEND = 860, 460, 60, 240
LABEL_PX, NARROWEST_PX = 26, 290  # a sheet's labels need as much


def draw_plot(
    lines: Mapping[str, Sequence[tuple[float, float]]], title: str, across: str, up: str, target: Path,
    *, logarithmic: bool = False,
) -> None:  # fmt: skip
    """A PNG with a line (or a dot, of one point) for each name."""
    import cv2
    import numpy as np

    panel = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    points = np.array([point for line in lines.values() for point in line], float)
    if not len(points):
        return
    scale = np.log10 if logarithmic else (lambda values: values)
    xs, ys = scale(np.maximum(points[:, 0], 1e-3)), points[:, 1]
    box = (MARGIN, WIDTH - LEGEND, HEIGHT - MARGIN, MARGIN)
    limits = (*_widened(xs.min(), xs.max()), *_widened(ys.min(), ys.max()))
    _draw_axes(panel, box, limits, logarithmic)
    for number, (name, line) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        places = [_place(float(scale(max(x, 1e-3))), y, box, limits) for x, y in sorted(line)]
        if len(places) > 1:
            cv2.polylines(panel, [np.array(places, np.int32)], False, colour, 2, cv2.LINE_AA)
        for place in places:
            cv2.circle(panel, place, 4, colour, -1, cv2.LINE_AA)
        _write(panel, name, (WIDTH - LEGEND + 30, MARGIN + 22 * number + 5), colour)
        cv2.circle(panel, (WIDTH - LEGEND + 18, MARGIN + 22 * number), 5, colour, -1, cv2.LINE_AA)
    _write(panel, title, (MARGIN, 26), (20, 20, 20), 0.6)
    _write(panel, up, (8, MARGIN - 14), (90, 90, 90))
    _write(panel, across, ((box[0] + box[1]) // 2 - 60, HEIGHT - 14), (90, 90, 90))
    save_png(panel, target)


def draw_sheet(pictures: Sequence[tuple[str, Any]], target: Path, *, columns: int = 4, longest_px: int = 420) -> None:
    """A PNG of float RGB pictures of one size, each below its label."""
    import cv2
    import numpy as np

    height, width = pictures[0][1].shape[:2]
    share = min(1.0, longest_px / max(height, width))
    size = max(1, round(width * share)), max(1, round(height * share))
    cells = []
    for label, pixels in pictures:
        cell = np.full((size[1] + LABEL_PX, max(size[0], NARROWEST_PX), 3), 255, np.uint8)
        shown = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA) if share < 1 else pixels
        cell[LABEL_PX:, : size[0]] = np.clip(shown * 255 + 0.5, 0, 255)
        _write(cell, label, (4, 18), (20, 20, 20))
        cells.append(cell)
    columns = min(columns, len(cells))
    cells += [np.full_like(cells[0], 255)] * (-len(cells) % columns)
    gap = np.full((cells[0].shape[0], 8, 3), 255, np.uint8)
    rows = [
        np.hstack([part for cell in cells[k : k + columns] for part in (cell, gap)])
        for k in range(0, len(cells), columns)
    ]
    save_png(np.vstack(rows), target)


def save_png(panel: Any, target: Path) -> None:
    """Under a free number where the name is taken: it may be a photograph's."""
    import cv2

    from photorestore.files.atomic import save_bytes

    encoded = cv2.imencode(".png", cv2.cvtColor(panel, cv2.COLOR_RGB2BGR))[1]
    save_bytes(encoded.tobytes(), target)


def _widened(low: float, high: float) -> tuple[float, float]:
    room = max((high - low) * 0.08, 0.5)
    return low - room, high + room


def _draw_axes(panel: Any, box: tuple[int, ...], limits: tuple[float, ...], logarithmic: bool) -> None:
    import cv2

    left, right, bottom, top = box
    cv2.rectangle(panel, (left, top), (right, bottom), (190, 190, 190))
    for step in range(5):
        x, y = (low + (high - low) * step / 4 for low, high in (limits[:2], limits[2:]))
        across, up = _place(x, y, box, limits)
        cv2.line(panel, (across, bottom), (across, bottom + 5), (120, 120, 120))
        cv2.line(panel, (left, up), (right, up), (232, 232, 232))
        _write(panel, f"{10**x if logarithmic else x:.3g}", (across - 14, bottom + 20), (90, 90, 90))
        _write(panel, f"{y:.4g}", (8, up + 4), (90, 90, 90))


def _place(x: float, y: float, box: tuple[int, ...], limits: tuple[float, ...]) -> tuple[int, int]:
    left, right, bottom, top = box
    share_x, share_y = (x - limits[0]) / (limits[1] - limits[0]), (y - limits[2]) / (limits[3] - limits[2])
    return round(left + share_x * (right - left)), round(bottom + share_y * (top - bottom))


def _write(panel: Any, text: str, place: tuple[int, int], colour: Colour, size: float = 0.45) -> None:
    import cv2

    plain = text.encode("ascii", "replace").decode()
    cv2.putText(panel, plain, place, cv2.FONT_HERSHEY_SIMPLEX, size, colour, 1, cv2.LINE_AA)
