"""The bundled damage detector: a U-Net that works at half resolution inside and answers at full resolution.

After Ronneberger et al. 2015 (U-Net). PixelUnshuffle first and PixelShuffle last, because full-resolution layers cost
most; no norm over the picture, so tiles give the same answer as the whole. BatchNorm is folded into the convolutions
when the network is prepared for use (`inference.fuse_norms`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn

from photorestore.engine.tiles import Tiling

WIDTHS = (40, 80, 144, 208, 256)


class ConvBlock(nn.Sequential):
    """Two 3x3 convolutions, each followed by (BatchNorm and) leaky ReLU."""

    def __init__(self, channels_in: int, channels_out: int) -> None:
        layers: list[nn.Module] = []
        for start in (channels_in, channels_out):
            layers.append(nn.Conv2d(start, channels_out, 3, padding=1, bias=False))
            layers.append(nn.BatchNorm2d(channels_out))
            layers.append(nn.LeakyReLU(0.1, inplace=True))
        super().__init__(*layers)


class DetectorUNet(nn.Module):
    """(n, 3, h, w) sRGB 0..1, sides multiples of 2 ** levels -> (n, 1, h, w) logits; the sigmoid of them is the map."""

    def __init__(self, widths: Sequence[int] = WIDTHS) -> None:
        super().__init__()
        multiple = 2 ** len(widths)
        # All that an answer depends on lies within 186 px (five levels); with 128 px, tiles differed by up to 13 / 255.
        self.tiling = Tiling(side=32 * multiple, context=6 * multiple, multiple=multiple, bytes_per_px=400)
        self.unshuffle = nn.PixelUnshuffle(2)
        starts = (12, *widths[:-1])
        self.down = nn.ModuleList(ConvBlock(a, b) for a, b in zip(starts, widths, strict=True))
        pairs = list(pairwise(widths))
        self.reduce = nn.ModuleList(nn.Conv2d(deep, shallow, 1) for shallow, deep in pairs)
        self.up = nn.ModuleList(ConvBlock(2 * shallow, shallow) for shallow, _ in pairs)
        self.pool = nn.MaxPool2d(2)
        self.last = nn.Conv2d(widths[0], 4, 3, padding=1)
        self.shuffle = nn.PixelShuffle(2)

    def forward(self, picture: Tensor) -> Tensor:
        x = self.unshuffle(picture - 0.5)
        bridges = []
        for level, block in enumerate(self.down):
            x = block(self.pool(x) if level else x)
            bridges.append(x)
        x = bridges.pop()
        for reduce, block in zip(reversed(self.reduce), reversed(self.up), strict=True):
            x = nn.functional.interpolate(reduce(x), scale_factor=2.0, mode="nearest")
            x = block(torch.cat((x, bridges.pop()), 1))
        logits: Tensor = self.shuffle(self.last(x))
        return logits
