"""The bundled denoiser: a residual U-Net without norm layers, told how strong the noise is.

After DRUNet (Zhang et al. 2021, "Plug-and-play image restoration with deep denoiser prior") in small: a noise level map
as a fourth channel, so that one network serves every level; PixelUnshuffle first, because full resolution costs most.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from torch import Tensor, nn

from photorestore.engine.nets.blocks import residual_blocks, zeroed
from photorestore.engine.tiles import Tiling

WIDTHS = (64, 128, 192)


class DenoiserUNet(nn.Module):
    """(n, 4, h, w): noisy sRGB 0..1 and sigma 0..1 as a plane -> (n, 3, h, w), the noise to subtract.

    Sides are multiples of 2 ** levels. The noise and not the picture, so that reduced precision never rounds the
    picture itself.
    """

    def __init__(self, widths: Sequence[int] = WIDTHS, blocks: int = 2) -> None:
        super().__init__()
        multiple = 2 ** len(widths)
        self.tiling = Tiling(side=64 * multiple, context=8 * multiple, multiple=multiple, bytes_per_px=400)
        self.unshuffle = nn.PixelUnshuffle(2)
        self.head = nn.Conv2d(16, widths[0], 3, padding=1)
        self.encode = nn.ModuleList(residual_blocks(width, blocks) for width in widths)
        self.shrink = nn.ModuleList(nn.Conv2d(wide, deep, 2, stride=2) for wide, deep in pairwise(widths))
        self.expand = nn.ModuleList(nn.ConvTranspose2d(deep, wide, 2, stride=2) for wide, deep in pairwise(widths))
        self.decode = nn.ModuleList(residual_blocks(width, blocks) for width in widths[:-1])
        self.tail = zeroed(nn.Conv2d(widths[0], 12, 3, padding=1))
        self.shuffle = nn.PixelShuffle(2)

    def forward(self, noisy: Tensor) -> Tensor:
        x = self.head(self.unshuffle(noisy))
        bridges = []
        for level, encode in enumerate(self.encode):
            x = encode(self.shrink[level - 1](x) if level else x)
            bridges.append(x)
        x = bridges.pop()
        for expand, decode in zip(reversed(self.expand), reversed(self.decode), strict=True):
            x = decode(expand(x) + bridges.pop())
        noise: Tensor = self.shuffle(self.tail(x))
        return noise
