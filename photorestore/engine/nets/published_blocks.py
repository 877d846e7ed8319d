"""What the published VAEs and mapping networks share: the residual block and rows of normalised convolutions.

Wan et al., Bringing Old Photos Back to Life, CVPR 2020. Norms are InstanceNorm over the whole picture, without weights.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import cast

from torch import Tensor, nn
from torch.nn import functional

Check = Callable[[], None]  # called between pieces of long work; raises when the work is no longer wanted


def no_check() -> None:
    pass


class PictureNorm(nn.InstanceNorm2d):
    """The same norm; of one picture computed as a batch norm, which keeps channels_last (5 times as fast in bf16)."""

    def forward(self, x: Tensor) -> Tensor:
        if len(x) > 1:
            return super().forward(x)
        return functional.batch_norm(x, None, None, training=True, eps=self.eps)


class ResidualBlock(nn.Module):
    """x + norm(conv(relu(norm(conv(x))))), with 3x3 convolutions padded by reflection: needs sides of 2 or more."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv_block = nn.Sequential(
            nn.ReflectionPad2d(1),
            nn.Conv2d(channels, channels, 3),
            PictureNorm(channels),
            nn.ReLU(inplace=True),
            nn.ReflectionPad2d(1),
            nn.Conv2d(channels, channels, 3),
            PictureNorm(channels),
        )

    def forward(self, x: Tensor) -> Tensor:
        return cast(Tensor, self.conv_block(x)).add_(x)


def run_layers(layers: nn.Module, x: Tensor, check: Check) -> Tensor:
    """Like calling a Sequential, with `check` before every layer."""
    for layer in layers.children():
        check()
        x = layer(x)
    return x


def residual_blocks(channels: int, count: int) -> list[nn.Module]:
    return [ResidualBlock(channels) for _ in range(count)]


def normalized(convolution: nn.Module, channels: int) -> list[nn.Module]:
    return [convolution, PictureNorm(channels), nn.ReLU(inplace=True)]


def widen(widths: Sequence[int]) -> list[nn.Module]:
    """Convolutions 3x3 through these channel counts, zero-padded, each with norm and ReLU."""
    layers: list[nn.Module] = []
    for before, after in pairwise(widths):
        layers += normalized(nn.Conv2d(before, after, 3, padding=1), after)
    return layers


def narrow(widths: Sequence[int]) -> list[nn.Module]:
    """Like `widen`, but the last convolution is bare."""
    return widen(widths)[:-2]
