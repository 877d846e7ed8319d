"""The published variational auto-encoders: VAE A reads old photographs, VAE B writes clean ones."""

from __future__ import annotations

from torch import Tensor, nn

from photorestore.engine.nets.published_blocks import Check, no_check, normalized, residual_blocks, run_layers


class PublishedVae(nn.Module):
    """Latents are a quarter of the picture's sides; the default sizes are the published ones.

    `PublishedVae()(x)` is `decode(encode(x))`: (n, 3, h, w) in -1..1 to the same, h and w multiples of 4. There is no
    sampling: the latent is the encoder's plain output.
    """

    def __init__(self, channels: int = 64, blocks: int = 4) -> None:
        super().__init__()
        self.encoder = nn.Sequential(
            nn.ReflectionPad2d(3),
            *normalized(nn.Conv2d(3, channels, 7), channels),
            *normalized(nn.Conv2d(channels, channels, 4, stride=2, padding=1), channels),
            *normalized(nn.Conv2d(channels, channels, 4, stride=2, padding=1), channels),
            *residual_blocks(channels, blocks),
        )
        self.decoder = nn.Sequential(
            *residual_blocks(channels, blocks),
            *normalized(nn.ConvTranspose2d(channels, channels, 4, stride=2, padding=1), channels),
            *normalized(nn.ConvTranspose2d(channels, channels, 4, stride=2, padding=1), channels),
            nn.ReflectionPad2d(3),
            nn.Conv2d(channels, 3, 7),
            nn.Tanh(),
        )

    def encode(self, pictures: Tensor, check: Check = no_check) -> Tensor:
        """(n, 3, h, w) in -1..1 to latents (n, channels, h / 4, w / 4)."""
        return run_layers(self.encoder, pictures, check)

    def decode(self, latents: Tensor, check: Check = no_check) -> Tensor:
        """Latents (n, channels, h, w) to pictures (n, 3, 4 h, 4 w) in -1..1."""
        return run_layers(self.decoder, latents, check)

    def forward(self, pictures: Tensor) -> Tensor:
        return self.decode(self.encode(pictures))
