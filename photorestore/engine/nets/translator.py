"""The bundled translation as one network: the encoder of old photographs, the mapping, the decoder of clean ones."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from photorestore.engine.nets import latent_mapping, photo_vae
from photorestore.engine.nets.latent_mapping import LatentMapping, cells_of
from photorestore.engine.nets.photo_vae import Decoder, Encoder
from photorestore.engine.tiles import Tiling


class Translator(nn.Module):
    """(n, 4, h, w) -> (n, 3, h, w): sRGB 0..1 with its holes filled, and the holes (1 where filled), to what to add.

    The change is the difference between two drawings by the same decoder, of the mapped latents and of the latents as
    they were: where the mapping changes nothing, every pixel stays; and reduced precision never rounds the picture
    itself. Sides are multiples of 64, the grid of the windows that holes look around in; a hole sees 64 px beyond its
    own.
    """

    tiling = Tiling(side=512, context=192, border=0, multiple=64, bytes_per_px=2200)
    float32_parts = ("decoder.tail", "decoder.basis")

    def __init__(
        self,
        vae_widths: Sequence[int] = photo_vae.WIDTHS,
        vae_blocks: Sequence[int] = photo_vae.BLOCKS,
        latent: int = photo_vae.LATENT,
        widths: Sequence[int] = latent_mapping.WIDTHS,
        blocks: int = latent_mapping.BLOCKS,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(vae_widths, vae_blocks, latent)
        self.mapping = LatentMapping(latent, widths, blocks)
        self.decoder = Decoder(vae_widths, vae_blocks, latent)

    def forward(self, planes: Tensor) -> Tensor:
        latents = self.encoder(planes[:, :3]).chunk(2, 1)[0]
        return change_between(latents, self.mapping(latents, cells_of(planes[:, 3:])), self.decoder)


def change_between(latents: Tensor, mapped: Tensor, decoder: nn.Module) -> Tensor:
    """(n, 3, h, w): what the decoder draws otherwise of the mapped latents. Only they are learned from."""
    with torch.no_grad():
        before = decoder(latents)
    change: Tensor = decoder(mapped) - before
    return change
