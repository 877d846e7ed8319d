"""Array to tensor to network to array: tiles, precision, range checks, done once for all networks."""

from __future__ import annotations

import copy
import functools
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from photorestore.core.errors import UserError
from photorestore.core.freed_memory import give_back_if_large
from photorestore.core.photo import Mask
from photorestore.core.pixels16 import Readable
from photorestore.core.progress import Progress
from photorestore.engine.device import Device
from photorestore.engine.tiles import Tiling, run_tiled

Array = npt.NDArray[np.float32]


class Network:
    """A picture-to-picture network that is called with arrays.

    The module states how it wants its tiles as `tiling` (a `Tiling`) and may name submodules that stay in float32 as
    `float32_parts`. It is taken over: cast, moved and fused in place.
    """

    def __init__(self, module: nn.Module, device: Device, version: str = "", memory_budget: int | None = None) -> None:
        self.version = version
        self.device = device
        self.tiling: Tiling = getattr(module, "tiling", Tiling())
        self.scale = self.tiling.scale
        self._memory = memory_budget or device.memory_bytes
        self._module = _prepare(module, device)

    def __call__(
        self, pixels: Readable, progress: Progress | None = None, shrink: int = 1, wanted: Mask | None = None
    ) -> Array:
        """Map `pixels` float32 (h, w, c_in) to float32 (h * scale / shrink, w * scale / shrink, c_out).

        `shrink` averages squares of that many output pixels inside each tile, so that the large picture between
        never exists; it must divide `scale`. `wanted` (h, w) is that of `run_tiled`. Raise `UserError` if the network
        gives numbers that are none.
        """
        if self.scale % shrink:
            raise ValueError(f"shrink {shrink} does not divide the scale {self.scale}")
        tiling = self.tiling.within(self._memory * 4 // self.device.dtype.itemsize)
        run = functools.partial(self._run, shrink=shrink)
        result = run_tiled(pixels, run, replace(tiling, scale=self.scale // shrink), progress, wanted)
        give_back_if_large(pixels.shape[0] * pixels.shape[1] / 1e6)
        return result

    @property
    def bytes(self) -> int:
        """The memory its weights take."""
        return module_bytes(self._module)

    @torch.inference_mode()
    def _run(self, tile: Array, progress: Progress, shrink: int) -> Array:
        batch = torch.from_numpy(np.ascontiguousarray(tile)).permute(2, 0, 1)[None].to(self.device.name)
        with _watched(self._module, progress):
            result = self._forward(batch)
        if shrink > 1:
            result = F.avg_pool2d(result, shrink)
        array: Array = result[0].permute(1, 2, 0).cpu().numpy()
        return array

    def _forward(self, batch: Tensor) -> Tensor:
        """Reduced precision can overflow: then this tile is computed once more in float32."""
        result = _at(self._module, self.device.dtype, batch)
        if _is_finite(result):
            return result
        if self.device.dtype != torch.float32:
            result = _at(self._exact, torch.float32, batch)
        if not _is_finite(result):
            raise UserError("The network gave numbers that are no picture; its weights may be damaged.")
        return result

    @functools.cached_property
    def _exact(self) -> nn.Module:
        return copy.deepcopy(self._module).float()


def _at(module: nn.Module, dtype: torch.dtype, batch: Tensor) -> Tensor:
    result: Tensor = module(batch.to(dtype=dtype, memory_format=torch.channels_last))
    return result.float()


def _is_finite(result: Tensor) -> bool:
    return bool(torch.isfinite(result.sum()))  # one number that is none makes the sum none, in half the time


@contextmanager
def _watched(module: nn.Module, progress: Progress) -> Iterator[None]:
    """Report progress, and so notice a cancel, at each block within: a large tile takes half a minute on a CPU."""
    blocks = [block for body in module.modules() if isinstance(body, nn.Sequential) for block in body]
    passed = itertools.count(1)
    hooks = [block.register_forward_hook(lambda *_: progress.report(next(passed) / len(blocks))) for block in blocks]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()


def module_bytes(module: nn.Module) -> int:
    return sum(tensor.nbytes for tensor in (*module.parameters(), *module.buffers()))


def _prepare(module: nn.Module, device: Device) -> nn.Module:
    module.eval().requires_grad_(False)
    fuse_norms(module)
    module.to(device=device.name, dtype=device.dtype, memory_format=torch.channels_last)  # type: ignore[call-overload]
    for name in getattr(module, "float32_parts", ()):
        module.get_submodule(name).float()
    return module


def fuse_norms(module: nn.Module) -> None:
    """Fold each BatchNorm that follows a convolution in a Sequential into it: same numbers, one pass less."""
    for container in module.modules():
        if not isinstance(container, nn.Sequential):
            continue
        for index in range(len(container) - 1):
            convolution, norm = container[index], container[index + 1]
            if isinstance(convolution, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
                container[index] = fuse_conv_bn_eval(convolution, norm)
                container[index + 1] = nn.Identity()
