"""RRDBNet, the generator of ESRGAN and Real-ESRGAN (Wang et al. 2018, 2021): enlarges four times."""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor, nn

from photorestore.engine.tiles import Tiling


class DenseBlock(nn.Module):
    """Five convolutions; each sees the results of all before it."""

    def __init__(self, features: int, growth: int) -> None:
        super().__init__()
        widths = [features + index * growth for index in range(5)]
        self.conv1, self.conv2, self.conv3, self.conv4 = (nn.Conv2d(w, growth, 3, padding=1) for w in widths[:4])
        self.conv5 = nn.Conv2d(widths[4], features, 3, padding=1)

    def forward(self, features: Tensor) -> Tensor:
        known = features
        for convolution in (self.conv1, self.conv2, self.conv3, self.conv4):
            known = torch.cat((known, _leaky(convolution(known))), 1)
        return torch.add(features, self.conv5(known), alpha=0.2)


class ResidualDenseBlocks(nn.Module):
    """Residual in residual: three dense blocks and a way around them."""

    def __init__(self, features: int, growth: int) -> None:
        super().__init__()
        self.rdb1, self.rdb2, self.rdb3 = (DenseBlock(features, growth) for _ in range(3))

    def forward(self, features: Tensor) -> Tensor:
        return torch.add(features, self.rdb3(self.rdb2(self.rdb1(features))), alpha=0.2)


class RRDBNet(nn.Module):
    """(n, 3, h, w) in 0..1 -> (n, 3, 4h, 4w), about 0..1. The default sizes are those of RealESRGAN_x4plus."""

    tiling = Tiling(side=576, context=96, border=8, multiple=1, bytes_per_px=4096, scale=4)
    float32_parts = ("conv_last",)  # bfloat16 has 8 bits: too few to write a picture with
    _BAND_ROWS = 32  # of the input, drawn at a time: at four times the size features are large
    _BAND_CONTEXT = 3  # rows of features that a drawn row depends on: 1/2 + 1/4 + 1/4 + 1/4, and up-sampling

    def __init__(self, blocks: int = 23, features: int = 64, growth: int = 32) -> None:
        super().__init__()
        self.conv_first = nn.Conv2d(3, features, 3, padding=1)
        self.body = nn.Sequential(*(ResidualDenseBlocks(features, growth) for _ in range(blocks)))
        self.conv_body = nn.Conv2d(features, features, 3, padding=1)
        self.conv_up1 = nn.Conv2d(features, features, 3, padding=1)
        self.conv_up2 = nn.Conv2d(features, features, 3, padding=1)
        self.conv_hr = nn.Conv2d(features, features, 3, padding=1)
        self.conv_last = nn.Conv2d(features, 3, 3, padding=1)

    def forward(self, pixels: Tensor) -> Tensor:
        first: Tensor = self.conv_first(pixels)
        features = first + self.conv_body(self.body(first))
        rows = features.shape[2]
        bands = [self._draw(features, top, min(top + self._BAND_ROWS, rows)) for top in range(0, rows, self._BAND_ROWS)]
        return torch.cat(bands, 2)

    def _draw(self, features: Tensor, top: int, bottom: int) -> Tensor:
        """The four times larger rows that these rows of features become."""
        start = max(0, top - self._BAND_CONTEXT)
        features = features[:, :, start : bottom + self._BAND_CONTEXT]
        features = _leaky(self.conv_up1(F.interpolate(features, scale_factor=2, mode="nearest")))
        features = _leaky(self.conv_up2(F.interpolate(features, scale_factor=2, mode="nearest")))
        features = _leaky(self.conv_hr(features))
        drawn: Tensor = self.conv_last(features.to(self.conv_last.weight.dtype))
        return drawn[:, :, 4 * (top - start) : 4 * (bottom - start)]


def _leaky(features: Tensor) -> Tensor:
    return F.leaky_relu(features, 0.2, inplace=not torch.is_grad_enabled())
