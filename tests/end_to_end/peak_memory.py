"""Prints as JSON what one tile costs each bundled network: bytes at its peak beyond those before, for each pixel.

In a process of its own that gives each piece of memory back when it is freed (see `ALL_GIVEN_BACK`): what is kept for
later, as the engine does, differs from run to run. Linux counts, and forgets its count when told.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch

from photorestore import paths
from photorestore.core.progress import Progress
from photorestore.engine.device import Device
from photorestore.engine.tools import Tools
from photorestore.engine.weights import WeightsStore

CPU = Device("cpu", torch.float32, "as a test wants it", 4 << 30)
TILES = {
    "detector": (256, 256, 3),
    "denoiser": (256, 256, 4),
    "translator": (192, 192, 4),
    "realesrgan-x4plus": (192, 24, 3),  # drawn in bands of 32 rows, which are to be small beside it
}
ALL_GIVEN_BACK = {"MALLOC_MMAP_THRESHOLD_": "65536", "OMP_NUM_THREADS": "1"}  # environment of this process
FORGET = Path("/proc/self/clear_refs")


def memory(kind):
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(lines[kind].split()[0]) << 10


def peak_bytes(work):
    FORGET.write_text("5")
    before = memory("VmRSS")
    work()
    return memory("VmHWM") - before


def bytes_per_px(network, shape):
    tile = np.random.default_rng(0).random(shape, np.float32)
    network._run(tile[:64, :64], Progress(), 1)  # libraries prepare themselves
    return peak_bytes(lambda: network._run(tile, Progress(), 1)) / (shape[0] * shape[1])


if __name__ == "__main__":
    tools = Tools(WeightsStore(paths.bundled_weights(), Path("none")), CPU)
    json.dump({name: bytes_per_px(tools.network(name), shape) for name, shape in TILES.items()}, sys.stdout)
