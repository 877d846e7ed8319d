"""The bundled mapping from latents of old photographs to latents of clean ones, with a partial non-local block.

After Wan et al. 2020, in small: a U-Net over latents that adds a change to what it is given, and in its middle a block
in which holes attend to intact places. Attention looks at windows of fixed places (Vaswani et al. 2021, HaloNet)
instead of the whole picture: time grows with the pixels, and tiles give what the whole gives.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor, nn

from photorestore.engine.nets.blocks import ResidualBlock, residual_blocks, zeroed
from photorestore.engine.nets.photo_vae import CELL_PX, LATENT

WIDTHS = (128, 176, 224)
BLOCKS = 2
_FIRST_SHARE = 0.1
MULTIPLE = 4  # cells that the sides of latents must be divisible by


class PartialNonLocal(nn.Module):
    """Holes take what they find, by attention, in the intact places of their window and its neighbours.

    `x` (n, c, h, w), `hole` (n, 1, h, w) 1 where anything is missing; intact places come back as they were. A window
    of `side` places sees itself and `reach` more places on each side; if none is intact, holes and padding as well.
    """

    def __init__(self, channels: int, inner: int = 64, side: int = 8, reach: int = 8, heads: int = 4) -> None:
        super().__init__()
        self.side, self.reach, self.heads = side, reach, heads
        self.query = nn.Conv2d(channels, inner, 1)
        self.key_value = nn.Conv2d(channels, 2 * inner, 1)
        self.project = zeroed(nn.Conv2d(inner, channels, 1))

    def forward(self, x: Tensor, hole: Tensor) -> Tensor:
        if not hole.any():
            return x
        height, width = x.shape[-2:]
        bottom, right = -height % self.side, -width % self.side
        padded = F.pad(x, (0, right, 0, bottom))
        intact = F.pad(1 - hole, (0, right, 0, bottom))
        found = self._attend(self.query(padded), self.key_value(padded), intact)[..., :height, :width]
        changed: Tensor = x + hole * self.project(found)
        return changed

    def _attend(self, query: Tensor, key_value: Tensor, intact: Tensor) -> Tensor:
        n, c, height, width = query.shape
        side, rows, columns = self.side, height // self.side, width // self.side
        queries = F.unfold(query, side, stride=side)
        sight = side + 2 * self.reach
        around = F.unfold(key_value, sight, stride=side, padding=self.reach)
        seen = F.unfold(intact, sight, stride=side, padding=self.reach)  # 0 beyond the picture
        windows = n * rows * columns
        q = self._heads(queries, c, windows)
        k, v = (self._heads(part, c, windows) for part in around.chunk(2, 1))
        bias = torch.where(seen > 0.5, 0.0, -1e4).transpose(1, 2).reshape(windows, 1, 1, -1).to(q.dtype)
        found = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        found = found.transpose(-1, -2).reshape(n, rows * columns, c * side * side).transpose(1, 2)
        return F.fold(found, (height, width), side, stride=side)

    def _heads(self, unfolded: Tensor, channels: int, windows: int) -> Tensor:
        """(n, c * places, windows) -> (n * windows, heads, places, c / heads)."""
        parts = unfolded.transpose(1, 2).reshape(windows, self.heads, channels // self.heads, -1)
        return parts.transpose(-1, -2)


class LatentMapping(nn.Module):
    """(latents (n, latent, h, w), hole (n, 1, h, w) share of each cell) -> latents; sides multiples of 4."""

    def __init__(self, latent: int = LATENT, widths: Sequence[int] = WIDTHS, blocks: int = BLOCKS) -> None:
        super().__init__()
        fine, middle, deep = widths
        self.head = nn.Conv2d(latent + 1, fine, 3, padding=1)
        self.down = nn.ModuleList(
            [
                residual_blocks(fine, blocks),
                nn.Sequential(nn.Conv2d(fine, middle, 2, stride=2), residual_blocks(middle, blocks)),
                nn.Sequential(nn.Conv2d(middle, deep, 2, stride=2), residual_blocks(deep, blocks)),
            ]
        )
        self.non_local = PartialNonLocal(middle)
        self.mix = residual_blocks(middle, 1)
        self.up = nn.ModuleList(
            [nn.ConvTranspose2d(deep, middle, 2, stride=2), nn.ConvTranspose2d(middle, fine, 2, stride=2)]
        )
        self.out = nn.ModuleList([residual_blocks(middle, 1), residual_blocks(fine, blocks)])
        self.tail = zeroed(nn.Conv2d(fine, latent, 3, padding=1))
        for block in self.modules():
            if isinstance(block, ResidualBlock):  # a deep network without norms begins as a shallow one
                block.second.weight.data.mul_(_FIRST_SHARE)

    def forward(self, latents: Tensor, hole: Tensor) -> Tensor:
        fine = self.down[0](self.head(torch.cat((latents, hole), 1)))
        middle = self.down[1](fine)
        middle = self.mix(self.non_local(middle, F.max_pool2d((hole > 0).to(hole.dtype), 2)))
        x = self.down[2](middle)
        x = self.out[0](self.up[0](x) + middle)
        x = self.out[1](self.up[1](x) + fine)
        changed: Tensor = latents + self.tail(x)
        return changed


def cells_of(holes: Tensor) -> Tensor:
    """From a mask (n, 1, h, w), 1 where damaged, to the share of each latent cell: (n, 1, h / 4, w / 4)."""
    return F.avg_pool2d(holes, CELL_PX)
