"""The bundled face network: grown from coarse to fine, told at every size what the degraded face looks like there.

After the progressive generator of Wan et al. 2020 and SPADE (Park et al. 2019), in small. It sees one aligned face of a
fixed side, so a norm over the picture does no harm here. It adds a change to the face it is given: at the start none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
import torch.nn.functional as F  # noqa: N812 - its name everywhere
from torch import Tensor, nn

from photorestore.engine.nets.blocks import zeroed

WIDTHS = (160, 128, 104, 72, 48)  # from a 32nd of the side up to half of it
HIDDEN = 32
SIDE_PX = 256


class Spade(nn.Module):
    """A norm whose scale and shift at every place come from the degraded face there."""

    def __init__(self, channels: int, hidden: int = HIDDEN) -> None:
        super().__init__()
        self.look = nn.Conv2d(12, hidden, 3, padding=1)
        self.scale_shift = nn.Conv2d(hidden, 2 * channels, 3, padding=1)

    def forward(self, x: Tensor, face: Tensor) -> Tensor:
        seen = torch.relu(self.look(_at_size(face, x.shape[-1])))
        scale, shift = self.scale_shift(seen).chunk(2, 1)
        return torch.addcmul(shift, F.instance_norm(x), 1 + scale)


class SpadeBlock(nn.Module):
    def __init__(self, channels_in: int, channels_out: int) -> None:
        super().__init__()
        self.norm_first, self.norm_second = Spade(channels_in), Spade(channels_out)
        self.first = nn.Conv2d(channels_in, channels_out, 3, padding=1)
        self.second = nn.Conv2d(channels_out, channels_out, 3, padding=1)
        self.around = nn.Conv2d(channels_in, channels_out, 1, bias=False)

    def forward(self, x: Tensor, face: Tensor) -> Tensor:
        change = self.first(F.leaky_relu(self.norm_first(x, face), 0.2))
        change = self.second(F.leaky_relu(self.norm_second(change, face), 0.2))
        grown: Tensor = self.around(x) + change
        return grown


class FaceRefiner(nn.Module):
    """(n, 3, side, side) sRGB 0..1, aligned as `face_alignment.TEMPLATE` -> the same, about 0..1.

    `side` is a multiple of 2 ** len(widths).
    """

    def __init__(self, widths: Sequence[int] = WIDTHS, side: int = SIDE_PX) -> None:
        super().__init__()
        self.side = side
        self.coarsest = side >> len(widths)
        self.start = nn.Conv2d(12, widths[0], 3, padding=1)
        self.blocks = nn.ModuleList(SpadeBlock(a, b) for a, b in pairwise((widths[0], *widths)))
        self.tail = zeroed(nn.Conv2d(widths[-1], 12, 3, padding=1))

    def forward(self, faces: Tensor) -> Tensor:
        packed = F.pixel_unshuffle(faces - 0.5, 2)  # half the side, with all that is in the picture
        x = self.start(_at_size(packed, self.coarsest))
        for number, block in enumerate(self.blocks):
            x = block(F.interpolate(x, scale_factor=2.0, mode="nearest") if number else x, packed)
        change: Tensor = F.pixel_shuffle(self.tail(F.leaky_relu(x, 0.2)), 2)
        return faces + change


def _at_size(planes: Tensor, side: int) -> Tensor:
    if planes.shape[-1] == side:
        return planes
    return F.adaptive_avg_pool2d(planes, side)
