"""The published latent mapping for photographs without holes."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn

from photorestore.engine.nets.published_blocks import Check, narrow, no_check, residual_blocks, run_layers, widen

WIDTHS = (64, 128, 256, 512, 512)


class QualityMapping(nn.Module):
    """`QualityMapping()(latents)`: VAE A's latents (n, 64, h, w) to VAE B's, same shape; published sizes by default."""

    def __init__(self, widths: Sequence[int] = WIDTHS, blocks: int = 6) -> None:
        super().__init__()
        self.model = nn.Sequential(*widen(widths), *residual_blocks(widths[-1], blocks), *narrow(widths[::-1]))

    def forward(self, latents: Tensor, check: Check = no_check) -> Tensor:
        return run_layers(self.model, latents, check)
