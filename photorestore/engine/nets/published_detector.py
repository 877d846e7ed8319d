"""The published scratch detector: a U-Net with anti-aliased down-sampling (Wan et al. 2020; blur after Zhang 2019)."""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional


class PublishedDetector(nn.Module):
    """`PublishedDetector()(x)`: grey pictures (n, 1, h, w) in -1..1 to logits of damage, same shape.

    h and w are multiples of 16 (of 2 ** `depth`); apply a sigmoid. The default sizes are the published ones.
    """

    def __init__(self, base: int = 64, depth: int = 4) -> None:
        super().__init__()
        widths = [base << level for level in range(depth + 1)]
        self.first = nn.Sequential(nn.ReflectionPad2d(3), nn.Conv2d(1, base, 7), nn.LeakyReLU(0.2, inplace=True))
        self.down_sample = nn.ModuleList(_down(channels) for channels in widths[:-1])
        self.down_path = nn.ModuleList(_Block(n, 2 * n) for n in widths[:-1])
        self.up_path = nn.ModuleList(_Up(2 * n, n) for n in widths[-2::-1])
        self.last = nn.Sequential(nn.ReflectionPad2d(1), nn.Conv2d(base, 1, 3))

    def forward(self, pictures: Tensor) -> Tensor:
        x = self.first(pictures)
        bridges = []
        for down_sample, down_path in zip(self.down_sample, self.down_path, strict=True):
            bridges.append(x)
            x = down_path(down_sample(x))
        for up_path in self.up_path:
            x = up_path(x, bridges.pop())
        return cast(Tensor, self.last(x))


class _Blur(nn.Module):
    """Every second pixel of the picture blurred by [1, 2, 1] both ways."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        line = torch.tensor([1.0, 2.0, 1.0]) / 4
        self.filt: Tensor
        self.register_buffer("filt", torch.outer(line, line).repeat(channels, 1, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        padded = functional.pad(x, (1, 1, 1, 1), mode="reflect")
        return functional.conv2d(padded, self.filt, stride=2, groups=x.shape[1])


def _convolution(before: int, after: int) -> list[nn.Module]:
    return [nn.ReflectionPad2d(1), nn.Conv2d(before, after, 3), nn.BatchNorm2d(after), nn.LeakyReLU(0.2, inplace=True)]


def _down(channels: int) -> nn.Sequential:
    return nn.Sequential(*_convolution(channels, channels), _Blur(channels))


class _Block(nn.Module):
    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.block = nn.Sequential(*_convolution(before, after), *_convolution(after, after))

    def forward(self, x: Tensor) -> Tensor:
        return cast(Tensor, self.block(x))


class _Up(nn.Module):
    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.up = nn.Sequential(
            nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False),
            nn.ReflectionPad2d(1),
            nn.Conv2d(before, after, 3),
        )
        self.conv_block = _Block(before, after)

    def forward(self, x: Tensor, bridge: Tensor) -> Tensor:
        return cast(Tensor, self.conv_block(torch.cat([self.up(x), bridge], dim=1)))
