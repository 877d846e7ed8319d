"""The bundled variational auto-encoder: one for old photographs, one for clean ones, of the same form.

After Kingma & Welling 2014 and the roles of Wan et al. 2020 ("Bringing Old Photos Back to Life"). Unlike the published
networks there is no norm over the picture, so tiles give what the whole gives, and PixelUnshuffle comes first, because
full-resolution layers cost most. Latents are a quarter of the picture's sides. Beside the layers runs a linear way that
begins as a change of basis and back: the network starts by drawing exactly what it read, and learns what is better.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor, nn

from photorestore.engine.nets.blocks import residual_blocks, zeroed

CELL_PX = 4  # of a latent's side
WIDTHS = (64, 128)
BLOCKS = (1, 2)
LATENT = 64
_LOG_VARIANCE = (-12.0, 4.0)
_FIRST_LOG_VARIANCE = -4.0
_GAIN = 3.0  # brings pixels to about the spread that the prior asks of latents


class Encoder(nn.Module):
    """(n, 3, h, w) sRGB 0..1, sides multiples of 4 -> (n, 2 * latent, h / 4, w / 4): means, then log variances."""

    def __init__(self, widths: Sequence[int] = WIDTHS, blocks: Sequence[int] = BLOCKS, latent: int = LATENT) -> None:
        super().__init__()
        fine, coarse = widths
        self.layers = nn.Sequential(
            nn.PixelUnshuffle(2),
            nn.Conv2d(12, fine, 3, padding=1),
            residual_blocks(fine, blocks[0]),
            nn.Conv2d(fine, coarse, 2, stride=2),
            residual_blocks(coarse, blocks[1]),
            zeroed(nn.Conv2d(coarse, 2 * latent, 3, padding=1)),
        )
        self.basis = nn.Conv2d(3 * CELL_PX**2, 2 * latent, 1)
        with torch.no_grad():
            self.basis.weight.zero_()
            self.basis.weight[:latent, :, 0, 0] = _GAIN * torch.eye(latent, 3 * CELL_PX**2)
            assert self.basis.bias is not None
            self.basis.bias[:latent], self.basis.bias[latent:] = 0.0, _FIRST_LOG_VARIANCE

    def forward(self, picture: Tensor) -> Tensor:
        centred = picture - 0.5
        code: Tensor = self.layers(centred) + self.basis(F.pixel_unshuffle(centred, CELL_PX))
        return code


class Decoder(nn.Module):
    """(n, latent, h, w) -> (n, 3, 4 h, 4 w), about 0..1. What writes pixels works in float32."""

    float32_parts = ("tail", "basis")

    def __init__(self, widths: Sequence[int] = WIDTHS, blocks: Sequence[int] = BLOCKS, latent: int = LATENT) -> None:
        super().__init__()
        fine, coarse = widths
        self.layers = nn.Sequential(
            nn.Conv2d(latent, coarse, 3, padding=1),
            residual_blocks(coarse, blocks[1]),
            nn.ConvTranspose2d(coarse, fine, 2, stride=2),
            residual_blocks(fine, blocks[0]),
        )
        self.tail = zeroed(nn.Conv2d(fine, 12, 3, padding=1))
        self.basis = nn.Conv2d(latent, 3 * CELL_PX**2, 1)
        with torch.no_grad():
            self.basis.weight[:, :, 0, 0] = torch.eye(3 * CELL_PX**2, latent) / _GAIN
            assert self.basis.bias is not None
            self.basis.bias.zero_()

    def forward(self, latent: Tensor) -> Tensor:
        dtype = self.tail.weight.dtype
        drawn = F.pixel_shuffle(self.tail(self.layers(latent).to(dtype)), 2)
        picture: Tensor = drawn + F.pixel_shuffle(self.basis(latent.to(dtype)), CELL_PX) + 0.5
        return picture


class PhotoVae(nn.Module):
    """`forward` is what training needs: (the picture decoded from a sampled latent, means, log variances)."""

    def __init__(self, widths: Sequence[int] = WIDTHS, blocks: Sequence[int] = BLOCKS, latent: int = LATENT) -> None:
        super().__init__()
        self.latent = latent
        self.encoder = Encoder(widths, blocks, latent)
        self.decoder = Decoder(widths, blocks, latent)

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        mean, log_variance = self.encode(picture)
        latent = mean + torch.randn_like(mean) * (0.5 * log_variance).exp()
        return self.decoder(latent), mean, log_variance

    def encode(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        """(means, log variances), each (n, latent, h / 4, w / 4)."""
        mean, log_variance = self.encoder(picture).chunk(2, 1)
        return mean, log_variance.clamp(*_LOG_VARIANCE)
