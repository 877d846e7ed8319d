"""BM3D (Dabov et al. 2007; Makinen, Azzari and Foi 2020) from the authors' package `bm3d`, an optional extra.

Their licence allows non-commercial use only, so the program neither needs nor bundles it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import Any

import numpy as np
import numpy.typing as npt

from photorestore.core.progress import Progress
from photorestore.engine.methods.method import AnyPlanes, Planes, Run, Wear, by_tiles
from photorestore.engine.tools import Tools

PACKAGE = "bm3d"
TILE_SIDE, CONTEXT = 256, 24  # about 2 s in grey, 6 s in colour; the search window reaches 19 px
SMALLEST_SIDE = 32  # the library crashes on pictures of a few blocks; smaller ones are continued by mirroring
LOOK_S = 0.1

Floats = npt.NDArray[np.float64]
Library = Callable[[npt.NDArray[np.float32], float], Floats]  # (h, w) or (h, w, 3) and sigma


def installed_library() -> Library:
    package: Any = importlib.import_module(PACKAGE)

    def clean(picture: npt.NDArray[np.float32], sigma: float) -> Floats:
        return np.asarray((package.bm3d if picture.ndim == 2 else package.bm3d_rgb)(picture, sigma), np.float64)

    return clean


def block_matching(library: Callable[[], Library] = installed_library) -> Run:
    def run(planes: AnyPlanes, wear: Wear, tools: Tools) -> AnyPlanes:
        """The package can't be interrupted: after a cancel a piece that was begun ends by itself, unheard."""
        bm3d, pool = library(), ThreadPoolExecutor(1, "bm3d")
        try:
            return by_tiles(
                planes,
                lambda tile, span: _waited_for(pool, lambda: _clean(tile, wear.sigma, bm3d), span),
                TILE_SIDE,
                CONTEXT,
                tools.progress,
            )
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    return run


def _waited_for(pool: ThreadPoolExecutor, work: Callable[[], Planes], progress: Progress) -> Planes:
    future = pool.submit(work)
    while True:
        progress.check_cancelled()
        try:
            return future.result(LOOK_S)
        except NotYet:
            continue


def _clean(tile: Planes, sigma: float, bm3d: Library) -> Planes:
    height, width = tile.shape[:2]
    missing = [(0, max(0, SMALLEST_SIDE - side)) for side in (height, width)]
    whole = np.pad(tile, [*missing, (0, 0)], mode="symmetric")
    if tile.shape[2] == 1:
        whole = whole[..., 0]
    clean = np.asarray(bm3d(whole, max(sigma, 1e-4)), np.float32).reshape(*whole.shape[:2], -1)
    return np.ascontiguousarray(clean[:height, :width])
