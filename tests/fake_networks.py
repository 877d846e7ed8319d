"""Networks with known answers, and tools that hand them out without any weights."""

import torch
from torch import nn

from photorestore.engine.device import Device
from photorestore.engine.tiles import Tiling
from photorestore.engine.tools import Tools

CPU = Device("cpu", torch.float32, "as a test wants it", 1 << 30)


class Enlarging(nn.Module):
    """Repeats each pixel 4 x 4, then applies `change` to the numbers."""

    tiling = Tiling(side=32, context=8, border=0, multiple=1, bytes_per_px=1024, scale=4)

    def __init__(self, change=lambda batch: batch):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(1))
        self.change = change

    def forward(self, batch):
        return self.change(nn.functional.interpolate(batch, scale_factor=4.0, mode="nearest"))


class SmallUNet(nn.Module):
    """A random U-Net of one level with BatchNorms: reads 6 px around, wants even sides."""

    def __init__(self, context=8, side=16):
        super().__init__()
        torch.manual_seed(0)
        self.tiling = Tiling(side=side, context=context, multiple=2, bytes_per_px=1024)
        self.down = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU())
        self.deep = nn.Sequential(nn.Conv2d(8, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU())
        self.last = nn.Conv2d(16, 3, 3, padding=1)
        for norm in (self.down[1], self.deep[1]):
            norm.running_mean.uniform_(-0.2, 0.2)
            norm.running_var.uniform_(0.5, 1.5)

    def forward(self, batch):
        shallow = self.down(batch)
        deep = self.deep(nn.functional.max_pool2d(shallow, 2))
        return self.last(torch.cat([shallow, nn.functional.interpolate(deep, scale_factor=2.0)], 1))


class FakeStore:
    def __init__(self, modules):
        self.modules = modules

    def has(self, name):
        return name in self.modules

    def version(self, name):
        return f"version of {name}"


def fake_tools(**modules):
    """Tools that know the given modules; underscores in names stand for hyphens."""
    store = FakeStore({name.replace("_", "-"): module for name, module in modules.items()})
    return Tools(store, CPU, load=lambda store, name: store.modules[name])
