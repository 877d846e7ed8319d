"""Discriminators and their losses: least squares GAN (Mao et al. 2017) and feature matching (Salimans et al. 2016)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor, nn

Features = list[Tensor]


class Critic(nn.Module):
    """(n, c, h, w) -> the features of its layers, the last (n, 1, ...): near 1 where real, near 0 where not."""

    def __init__(self, channels: int, widths: tuple[int, ...], unshuffle: int = 1) -> None:
        super().__init__()
        self.unshuffle = nn.PixelUnshuffle(unshuffle)
        starts = (channels * unshuffle**2, *widths[:-1])
        self.layers = nn.ModuleList(
            nn.Conv2d(start, width, 4 if number else 3, stride=2 if number else 1, padding=1)
            for number, (start, width) in enumerate(zip(starts, widths, strict=True))
        )
        self.last = nn.Conv2d(widths[-1], 1, 3, padding=1)

    def forward(self, x: Tensor) -> Features:
        x = self.unshuffle(x)
        features: Features = []
        for layer in self.layers:
            x = F.leaky_relu(layer(x), 0.2)
            features.append(x)
        return [*features, self.last(x)]


def picture_critic(width: int = 48) -> Critic:
    return Critic(3, (width, 2 * width, 3 * width), unshuffle=2)


def latent_critic(latent: int, width: int = 96) -> Critic:
    return Critic(latent, (width, width))


@contextmanager
def frozen(module: nn.Module) -> Iterator[None]:
    """Gradients pass through the module, but it is not to learn from them."""
    module.requires_grad_(False)
    try:
        yield
    finally:
        module.requires_grad_(True)


def critic_loss(critic: nn.Module, real: Tensor, fake: Tensor) -> Tensor:
    """What the discriminator minimises."""
    verdict = critic(torch.cat((real, fake)).detach())[-1].float()
    true, false = verdict.split([len(real), len(fake)])
    return (true - 1).square().mean() + false.square().mean()


def fooling_loss(verdict: Tensor) -> Tensor:
    """What the generator minimises: its pictures taken for real."""
    return (verdict.float() - 1).square().mean()


def matching_loss(fake: Features, real: Features) -> Tensor:
    """The features of the generator's pictures should be those of real ones."""
    distances = [(f.float() - r.detach().float()).abs().mean() for f, r in zip(fake[:-1], real[:-1], strict=True)]
    return torch.stack(distances).mean()


def generator_losses(critic: nn.Module, fake: Tensor, real: Tensor) -> tuple[Tensor, Tensor]:
    """(fooling, feature matching) of pictures in front of a critic that doesn't learn from it."""
    with frozen(critic):
        judged = critic(fake)
        with torch.no_grad():
            expected = critic(real)
    return fooling_loss(judged[-1]), matching_loss(judged, expected)
