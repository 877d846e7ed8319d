"""An engine's process without torch, for tests: the recipe's `weights["do"]` says how it shall behave.

Its progress text is its process id, so that a test can kill it.
"""

import os
import signal
import sys
import time

import numpy as np

from photorestore.core.errors import UserError
from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.engine.worker import run
from photorestore.host.protocol import (
    CompareRequest,
    CompareResult,
    DetectRequest,
    DetectResult,
    DiagnoseRequest,
    DiagnoseResult,
    Ready,
    RestoreRequest,
    RestoreResult,
)
from photorestore.host.shared import Block

FACE = Face(Box(1, 2, 3, 4), ((1.0, 2.0),) * 5, 0.75, reason="too small")


def load():
    if "refuse" in sys.argv:
        raise UserError("This computer has no such device.")
    if "slow-start" in sys.argv:
        time.sleep(60)
    jobs = {RestoreRequest: restore, DetectRequest: detect, DiagnoseRequest: diagnose, CompareRequest: compare}
    return Ready("fake", "float32", "A fake for tests."), jobs


def restore(request, progress):
    behaviour = Recipe.from_json(request.recipe).weights.get("do", "invert")
    told = type(progress)(progress.listener, progress.is_cancelled, text=str(os.getpid()))
    told.report(0.5)
    BEHAVIOURS[behaviour](told)
    with Block.attach(request.photo) as photo, Block.attach(request.result) as result:
        inverted = 1 - photo.read_shares()
        scale = request.result.shape[0] // request.photo.shape[0]
        result.write_shares(inverted.repeat(scale, 0).repeat(scale, 1))
    with Block.attach(request.mask_out) as mask:
        values = np.zeros(request.mask_out.shape, np.uint8)
        values[0, 0] = 255
        mask.write(values)
    if request.alpha:
        with Block.attach(request.alpha) as alpha, Block.attach(request.alpha_out) as alpha_out:
            alpha_out.write(alpha.read())
    return RestoreResult(request.job, Recipe(weights={"net": "1234"}).to_json(), 0.25, 1.5, ("A note.",), (FACE,))


def compare(request, progress):
    """The first method only, and that inverts."""
    with Block.attach(request.photo) as photo, Block.attach(request.results) as results:
        pixels = photo.read_shares()
        both = np.zeros(request.results.shape, np.float32)
        both[0], both[1] = pixels, 1 - pixels
        results.write_shares(both)
    names = ("input", request.methods[0])
    psnr = (20.0, 30.0) if request.clean else ()
    return CompareResult(request.job, names, names, (0, 1), (0, 2), (9, 3), (0.5, 0.6), psnr, psnr)


def slow(progress):
    while True:
        time.sleep(0.005)
        progress.report(0.6)


def deaf(progress):
    time.sleep(60)


def fail(progress):
    raise UserError("These weights are missing.")


def bug(progress):
    raise ValueError("seven is not a colour")


def run_out(progress):
    raise MemoryError


def print_much(progress):
    os.write(1, b"a library prints\n")
    print("and prints more")  # noqa: T201


def die(progress):
    os.kill(os.getpid(), signal.SIGKILL)


BEHAVIOURS = {
    "invert": lambda progress: None,
    "slow": slow,
    "deaf": deaf,
    "fail": fail,
    "bug": bug,
    "run-out": run_out,
    "print": print_much,
    "die": die,
}


def detect(request, progress):
    """What is seen of the first channel."""
    with Block.attach(request.photo) as photo, Block.attach(request.map_out) as map_out:
        map_out.write_shares(photo.read_shares()[..., 0] * seen(request))
    return DetectResult(request.job, 0.5)


def diagnose(request, progress):
    said = f"Cracks on {3 * np.mean(seen(request)):.0f} % of the picture."
    return DiagnoseResult(request.job, Recipe().to_json(), (said,), (FACE,))


def seen(request):
    if request.alpha is None:
        return 1
    with Block.attach(request.alpha) as alpha:
        return alpha.read_shares()


if __name__ == "__main__":
    sys.exit(run(load))
