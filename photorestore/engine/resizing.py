"""Bring a small picture to the size of a large one a piece at a time, so that the large one never stands in memory."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from photorestore.core.geometry import Box, plan_tiles
from photorestore.core.photo import Map

SIDE_PX = 2048
REACH_PX = 3  # of the small picture, that cubic curves look at


def resized_parts(small: Map, size: tuple[int, int], how: int = cv2.INTER_LINEAR) -> Iterator[tuple[Box, Map]]:
    """Pieces of `small` (h, w) or (h, w, c) at `size` (width, height); `how` (OpenCV's number) where that is larger."""
    width, height = size
    if small.shape[:2] != (height, width) and small.shape[0] >= height and small.shape[1] >= width:
        small = cv2.resize(small, size, interpolation=cv2.INTER_AREA)
    is_same = small.shape[:2] == (height, width)
    for tile in plan_tiles(width, height, SIDE_PX, 0):
        part = small[tile.target.slices] if is_same else resized_part(small, size, tile.target, how)
        yield tile.target, part


def resized_part(small: Map, size: tuple[int, int], box: Box, how: int = cv2.INTER_LINEAR) -> Map:
    """What lies in `box` of a larger `size` (width, height), as `cv2.resize` of the whole would give it."""
    tall, wide = small.shape[:2]
    across, down = wide / size[0], tall / size[1]
    seen = Box(int(box.left * across), int(box.top * down), int(box.right * across) + 1, int(box.bottom * down) + 1)
    seen = seen.grow(REACH_PX).clamp(wide, tall)
    matrix = np.array(
        [
            [across, 0, (box.left + 0.5) * across - 0.5 - seen.left],
            [0, down, (box.top + 0.5) * down - 0.5 - seen.top],
        ]
    )
    flags = how | cv2.WARP_INVERSE_MAP
    piece = np.ascontiguousarray(small[seen.slices])
    part = cv2.warpAffine(piece, matrix, (box.width, box.height), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(part, np.float32)
