"""Every kind of trouble that the diagnosis tells apart, put into a clean picture at a drawn level."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from photorestore.engine import degradations
from photorestore.engine.degradations import Planes, quantised
from photorestore.engine.methods.kernels import Kernel, blur, disk_kernel, motion_kernel

Spoiler = Callable[[np.random.Generator, Planes], Planes]

_SCANNER_NOISE = 0.004  # what comes over a blurred picture


def _blurred(rng: np.random.Generator, clean: Planes, kernel: Kernel) -> Planes:
    return degradations.gaussian(rng, blur(clean, kernel), _SCANNER_NOISE, eight_bit=True)


# By `Trouble.main`. Levels are those that can be seen in a photograph of full size.
SPOILERS: dict[str, Spoiler] = {
    "none": lambda _, clean: clean,
    "gaussian": lambda rng, clean: degradations.gaussian(rng, clean, rng.uniform(0.03, 0.15), eight_bit=True),
    "poisson": lambda rng, clean: quantised(degradations.poisson(rng, clean, rng.uniform(15, 100))),
    "salt-and-pepper": lambda rng, clean: degradations.salt_and_pepper(rng, clean, rng.uniform(0.02, 0.4)),
    "random-valued": lambda rng, clean: degradations.random_valued(rng, clean, rng.uniform(0.05, 0.4)),
    "grain": lambda rng, clean: degradations.grain(rng, clean, rng.uniform(0.03, 0.12), rng.uniform(0.8, 2)),
    "jpeg": lambda rng, clean: degradations.jpeg(clean, int(rng.integers(5, 26))),
    "motion": lambda rng, clean: _blurred(rng, clean, motion_kernel(rng.uniform(7, 20), rng.uniform(-90, 90))),
    "misfocus": lambda rng, clean: _blurred(rng, clean, disk_kernel(rng.uniform(2, 6))),
}
