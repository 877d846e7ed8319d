"""`find_prints`: propose the box of every print on a scanned album page. A person has the last word."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.photo import Mask, Pixels
from photorestore.core.prints import Print

Plane = npt.NDArray[np.float32]

_WORK_PX = 1000  # of the page's long side while we look
_RING = 0.025  # of the page's sides: where there is mostly background
_LEAST_SIGMA = (0.7, 0.5, 0.5)  # of L*, a*, b*: cleaner lids don't exist
_OTHER = 5.0  # sigmas from the background at which a pixel is no background
_LEAST_SIDE = 0.06  # of the page's short side; smaller things are labels and corners
_LEAST_SHARE = 0.006  # of the page
_LEAST_FILL = 0.6  # of its box that a print covers
_WHOLE_PAGE = 0.97


def find_prints(pixels: Pixels) -> tuple[Print, ...]:
    """In reading order. None where no background is seen, or where one print fills the whole page."""
    scale = min(1.0, _WORK_PX / max(pixels.shape[:2]))
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    if min(size) < 32:
        return ()
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA) if scale < 1 else pixels
    found = _boxes(_foreground(small))
    page = size[0] * size[1]
    if len(found) == 1 and found[0].area > _WHOLE_PAGE * page:
        return ()
    return _in_reading_order([box.scaled(1 / scale) for box in found])


def _foreground(small: Pixels) -> Mask:
    """What differs from the page's own colour, without specks and with holes filled."""
    lab = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2Lab), (0, 0), 1.2)
    background = _background(lab)
    mask = (_distance(lab, *background) > _OTHER).astype(np.uint8)
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, _disc(1))
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, _disc(3))
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    cv2.drawContours(mask, contours, -1, 1, cv2.FILLED)
    return cv2.morphologyEx(mask, cv2.MORPH_OPEN, _disc(5)).astype(bool)


def _background(lab: Plane) -> tuple[Plane, npt.NDArray[np.float64]]:
    """The page without prints: a smooth surface in L*a*b*, and how much the page strays from it in each channel."""
    surface: Plane = np.broadcast_to(_commonest(_ring(lab)), lab.shape)
    tolerance = np.array([9.0, 7.0, 7.0])
    sigma = tolerance / 3
    for _ in range(4):
        is_page: Mask = np.all(np.abs(lab - surface) < tolerance, axis=2)
        if is_page.mean() < 0.01:
            break
        surface = _smooth_surface(lab, is_page)
        strays = np.abs(lab - surface)[is_page]
        sigma = np.maximum(1.4826 * np.median(strays, axis=0), _LEAST_SIGMA)
        tolerance = np.maximum(3.5 * sigma, (3.0, 2.5, 2.5))
    return surface, sigma


def _distance(lab: Plane, surface: Plane, sigma: npt.NDArray[np.float64]) -> Plane:
    """In sigmas of the page."""
    return np.sqrt((((lab - surface) / sigma.astype(np.float32)) ** 2).sum(axis=2))


def _ring(lab: Plane) -> Plane:
    rows, columns = (max(2, round(side * _RING)) for side in lab.shape[:2])
    edges = (lab[:rows], lab[-rows:], lab[:, :columns], lab[:, -columns:])
    return np.concatenate([edge.reshape(-1, 3) for edge in edges])


def _commonest(colours: Plane) -> Plane:
    """The mode: of all cells of a coarse histogram the fullest, and the median of what lies around it."""
    cells = np.floor(colours / (6, 8, 8)).astype(np.int64)
    keys = (cells[:, 0] * 1000 + cells[:, 1]) * 1000 + cells[:, 2]
    _, first, counts = np.unique(keys, return_index=True, return_counts=True)
    centre = colours[first[counts.argmax()]]
    near = (np.abs(colours - centre) < (8, 9, 9)).all(axis=1)
    return np.median(colours[near], axis=0).astype(np.float32)


def _smooth_surface(lab: Plane, is_page: Mask) -> Plane:
    """A polynomial of second degree through the page's pixels: lids are lit unevenly."""
    height, width = is_page.shape
    y, x = np.nonzero(is_page)
    chosen = slice(None, None, max(1, len(y) // 20_000))
    terms = _terms(x[chosen] / width - 0.5, y[chosen] / height - 0.5)
    weights, *_ = np.linalg.lstsq(terms, lab[y[chosen], x[chosen]], rcond=None)
    all_y, all_x = np.mgrid[:height, :width].astype(np.float32)
    whole = _terms(all_x.ravel() / width - 0.5, all_y.ravel() / height - 0.5)
    return (whole @ weights).astype(np.float32).reshape(lab.shape)


def _terms(x: npt.NDArray[np.floating], y: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=1)


def _disc(radius: int) -> npt.NDArray[np.uint8]:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))


def _boxes(mask: Mask) -> list[Print]:
    parts = _merged(_parts(mask))
    boxes = [box for part in parts if (box := _trimmed(part)) is not None]
    short, page = min(mask.shape), mask.size
    return [b for b in boxes if min(b.width, b.height) >= _LEAST_SIDE * short and b.area >= _LEAST_SHARE * page]


def _parts(mask: Mask) -> list[Mask]:
    """Connected parts, without those too small to be even a fragment."""
    count, labels, statistics, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    least = _LEAST_SHARE * mask.size / 8
    return [labels == i for i in range(1, count) if statistics[i, cv2.CC_STAT_AREA] >= least]


def _merged(parts: Sequence[Mask]) -> list[Mask]:
    """Join fragments of one print: parts whose boxes overlap, or that together fill one box as neither does alone."""
    left = sorted(parts, key=lambda part: -int(part.sum()))
    done = False
    while not done:
        done = True
        for i, first in enumerate(left):
            partner = next((j for j in range(i + 1, len(left)) if _belong_together(first, left[j])), None)
            if partner is not None:
                left[i] = first | left.pop(partner)
                done = False
                break
    return left


def _belong_together(first: Mask, second: Mask) -> bool:
    one, two = _rectangle(first), _rectangle(second)
    if one.area_in(two) > 0.5 * min(one.area, two.area):
        return True
    both = _rectangle(first | second)
    fills = [float(part.sum()) / box.area for part, box in ((first, one), (second, two))]
    whole = float(first.sum() + second.sum()) / both.area
    ragged = min(fills) < 0.8  # a whole print fills its box: two of them side by side stay two
    return ragged and whole > max(0.7, min(fills)) and both.area < 1.2 * (one.area + two.area)


def _rectangle(part: Mask) -> Print:
    hull = cv2.convexHull(cv2.findNonZero(part.astype(np.uint8)))
    angle = _angle_of_longest_side(hull, part.shape)
    if angle is None:
        (x, y), (width, height), angle = cv2.minAreaRect(hull)
        return Print(x + 0.5, y + 0.5, width + 1, height + 1, angle).upright()  # from pixels' centres to their edges
    along = np.array([np.cos(angle), np.sin(angle)])
    points = hull.reshape(-1, 2) @ np.column_stack([along, (-along[1], along[0])])
    low, high = points.min(axis=0), points.max(axis=0)
    (across, down), size = (low + high) / 2, high - low + 1
    x, y = across * along + down * np.array([-along[1], along[0]]) + 0.5
    return Print(float(x), float(y), float(size[0]), float(size[1]), float(np.rad2deg(angle))).upright()


def _angle_of_longest_side(hull: npt.NDArray[np.int32], shape: tuple[int, ...]) -> float | None:
    """In radians, for a print that the scan's edge cuts off: its smallest rectangle would follow the cut. Else None."""
    last = np.array(shape[::-1]) - 1
    if hull.min() > 1 and (hull < last - 1).all():
        return None
    corners = cv2.approxPolyDP(hull, 0.01 * cv2.arcLength(hull, True), True).reshape(-1, 2)
    following = np.roll(corners, -1, axis=0)
    cut = ((corners <= 1) & (following <= 1) | (corners >= last - 1) & (following >= last - 1)).any(axis=1)
    sides = (following - corners)[~cut]
    if len(sides) == 0:
        return None
    longest = sides[np.hypot(*sides.T).argmax()]
    return float(np.arctan2(longest[1], longest[0]))


def _trimmed(part: Mask) -> Print | None:
    """The box without dust, shadows and tongues that stick out; None for what is no rectangle."""
    box = _rectangle(part)
    width, height = max(1, round(box.width)), max(1, round(box.height))
    turn = np.deg2rad(box.angle)
    along, down = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
    matrix = np.column_stack([along, down, box.corners[0] + (along + down - 1) / 2])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    straight = cv2.warpAffine(part.astype(np.float32), matrix, (width, height), flags=flags)
    top, bottom = _extent(straight.mean(axis=1))
    left, right = _extent(straight[top:bottom].mean(axis=0))
    top, bottom = _extent(straight[:, left:right].mean(axis=1))
    kept = straight[top:bottom, left:right]
    if kept.size == 0 or kept.mean() < _LEAST_FILL:
        return None
    across, low = (left + right) / 2 - width / 2, (top + bottom) / 2 - height / 2
    x, y = np.array([box.x, box.y]) + across * along + low * down
    return Print(float(x), float(y), right - left, bottom - top, box.angle)


def _extent(cover: npt.NDArray[np.floating]) -> tuple[int, int]:
    """From the first to the last line that a good part of the print covers."""
    lines = np.flatnonzero(cover > 0.35)
    return (int(lines[0]), int(lines[-1]) + 1) if len(lines) else (0, 0)


def _in_reading_order(boxes: Sequence[Print]) -> tuple[Print, ...]:
    """Row by row: what starts above the middle of a row's first print belongs to that row."""
    left, ordered = sorted(boxes, key=lambda box: box.y - box.height / 2), []
    while left:
        row = [box for box in left if box.y - box.height / 2 < left[0].y]
        ordered += sorted(row, key=lambda box: box.x)
        left = [box for box in left if box not in row]
    return tuple(ordered)
