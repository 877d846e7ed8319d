"""The published face network: SPADE (Park et al. 2019) conditioned on the degraded face, spectral norms folded away."""

from __future__ import annotations

from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional

DOUBLINGS = 5
HIDDEN = 128  # channels between the face and a norm's scale and shift


class PublishedFace(nn.Module):
    """`PublishedFace(side)(faces)`: (n, 3, h, w) in -1..1 to refined faces (n, 3, side, side) in -1..1.

    `side` is 256 or 512 for the two published checkpoints and any multiple of 32 else; their parameters are the same.
    `load_state_dict` takes published tensors (`weight_orig`, `weight_u`, `weight_v`) and folded ones alike, strictly.
    """

    def __init__(self, side: int = 256, channels: int = 64, hidden: int = HIDDEN) -> None:
        super().__init__()
        self.side = side
        wide = 16 * channels
        self.fc = nn.Conv2d(3, wide, 3, padding=1)
        self.head_0 = _Block(wide, wide, hidden)
        self.G_middle_0 = _Block(wide, wide, hidden)
        self.G_middle_1 = _Block(wide, wide, hidden)
        self.up_0 = _Block(wide, wide // 2, hidden)
        self.up_1 = _Block(wide // 2, wide // 4, hidden)
        self.up_2 = _Block(wide // 4, wide // 8, hidden)
        self.up_3 = _Block(wide // 8, wide // 16, hidden)
        self.conv_img = nn.Conv2d(channels, 3, 3, padding=1)
        self.register_load_state_dict_pre_hook(_fold_on_load)  # type: ignore[no-untyped-call]

    def forward(self, faces: Tensor) -> Tensor:
        x = self.fc(_resize(faces, self.side >> DOUBLINGS))
        x = self.G_middle_0(_double(self.head_0(x, faces)), faces)
        x = _double(self.G_middle_1(x, faces))
        x = _double(self.up_0(x, faces))
        x = _double(self.up_1(x, faces))
        x = _double(self.up_2(x, faces))
        x = self.up_3(x, faces)
        return torch.tanh(self.conv_img(functional.leaky_relu(x, 0.2)))


class _Spade(nn.Module):
    """A norm whose scale and shift at every place come from the degraded face there."""

    def __init__(self, channels: int, hidden: int) -> None:
        super().__init__()
        self.param_free_norm = nn.BatchNorm2d(channels, affine=False)
        self.mlp_shared = nn.Sequential(nn.Conv2d(3, hidden, 3, padding=1), nn.ReLU(inplace=True))
        self.mlp_gamma = nn.Conv2d(hidden, channels, 3, padding=1)
        self.mlp_beta = nn.Conv2d(hidden, channels, 3, padding=1)

    def forward(self, x: Tensor, faces: Tensor) -> Tensor:
        shared = self.mlp_shared(_resize(faces, x.shape[-1]))
        return torch.addcmul(self.mlp_beta(shared), self.param_free_norm(x), 1 + self.mlp_gamma(shared))


class _Block(nn.Module):
    def __init__(self, before: int, after: int, hidden: int) -> None:
        super().__init__()
        middle = min(before, after)
        self.learned_shortcut = before != after
        self.conv_0 = nn.Conv2d(before, middle, 3, padding=1)
        self.conv_1 = nn.Conv2d(middle, after, 3, padding=1)
        self.norm_0 = _Spade(before, hidden)
        self.norm_1 = _Spade(middle, hidden)
        if self.learned_shortcut:
            self.conv_s = nn.Conv2d(before, after, 1, bias=False)
            self.norm_s = _Spade(before, hidden)

    def forward(self, x: Tensor, faces: Tensor) -> Tensor:
        shortcut = self.conv_s(self.norm_s(x, faces)) if self.learned_shortcut else x
        y = self.conv_0(functional.leaky_relu(self.norm_0(x, faces), 0.2))
        y = self.conv_1(functional.leaky_relu(self.norm_1(y, faces), 0.2))
        return cast(Tensor, shortcut + y)


def _resize(faces: Tensor, side: int) -> Tensor:
    return functional.interpolate(faces, size=(side, side), mode="bilinear", align_corners=False)


def _double(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2, mode="nearest")


def fold_spectral_norm(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Replace every `weight_orig`, `weight_u`, `weight_v` by the plain `weight` they stand for in eval mode.

    W = weight_orig / (u^T W_matrix v), as in Miyato et al. 2018. Triples that don't fit stay, to be refused.
    """
    folded = dict(tensors)
    for name in tensors:
        stem = name.removesuffix("_orig")
        if stem == name or not {f"{stem}_u", f"{stem}_v"} <= tensors.keys():
            continue
        weight, u, v = (tensors[f"{stem}_{part}"] for part in ("orig", "u", "v"))
        if (*u.shape, *v.shape) == weight.flatten(1).shape:
            folded[stem] = weight / torch.dot(u, weight.flatten(1) @ v)
            for part in ("orig", "u", "v"):
                del folded[f"{stem}_{part}"]
    return folded


def _fold_on_load(module: nn.Module, tensors: dict[str, Any], *_: object) -> None:
    folded = fold_spectral_norm(tensors)
    tensors.clear()
    tensors.update(folded)
