"""The published latent mappings for photographs with holes: holes attend to intact places, in bounded memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from photorestore.engine.nets.published_blocks import Check, narrow, no_check, residual_blocks, run_layers, widen
from photorestore.engine.nets.published_mapping import WIDTHS

CHUNK_NUMBERS = 15 * 2**20  # of the matrix of queries x keys that is held at a time: 60 MB
HOLE_SHARE = 0.6  # a patch with more of it masked is a hole
TINY_SHARE = 1e-12  # below this share of attention on intact places the published renormalisation fades out


class ScratchMapping(nn.Module):
    """`ScratchMapping()(latents, mask)`: VAE A's latents (n, 64, h, w) to VAE B's; default sizes are published.

    `mask` is (n, 1, any height, any width) at the picture's size (4 h, 4 w), 1 where damaged. `check` is called between
    pieces of the attention and may raise to stop the work.
    """

    def __init__(self, widths: Sequence[int] = WIDTHS, blocks: int = 6) -> None:
        super().__init__()
        self.before_NL = nn.Sequential(*widen(widths))
        self.NL = PartialNonLocal(widths[-1])
        self.after_NL = nn.Sequential(*residual_blocks(widths[-1], blocks), *narrow(widths[::-1]))

    def forward(self, latents: Tensor, mask: Tensor, check: Check = no_check) -> Tensor:
        x = run_layers(self.before_NL, latents, check)
        return run_layers(self.after_NL, self.NL(x, mask, check), check)


class PatchAttentionMapping(nn.Module):
    """`PatchAttentionMapping()(latents, mask)`: like `ScratchMapping`, but holes copy patches of 8, 4, then 2 cells.

    Latent sides that are not multiples of 8 behave as published: what lies beyond the last whole patch is copied as
    zeros as soon as a patch is a hole. Raises ValueError if there are holes and no intact patch.
    """

    def __init__(self, widths: Sequence[int] = WIDTHS, blocks: int = 2) -> None:
        super().__init__()
        wide = widths[-1]
        self.before_NL = nn.Sequential(*widen(widths), *residual_blocks(wide, blocks))
        self.NL_scale_1 = PatchAttention(wide, 8)
        self.res_block_1 = nn.Sequential(*residual_blocks(wide, blocks))
        self.NL_scale_2 = PatchAttention(wide, 4)
        self.res_block_2 = nn.Sequential(*residual_blocks(wide, blocks))
        self.NL_scale_3 = PatchAttention(wide, 2)
        self.after_NL = nn.Sequential(*residual_blocks(wide, blocks), *narrow(widths[::-1]))

    def forward(self, latents: Tensor, mask: Tensor, check: Check = no_check) -> Tensor:
        x = self.NL_scale_1(run_layers(self.before_NL, latents, check), mask, check)
        x = self.NL_scale_2(run_layers(self.res_block_1, x, check), mask, check)
        x = self.NL_scale_3(run_layers(self.res_block_2, x, check), mask, check)
        return run_layers(self.after_NL, x, check)


class PartialNonLocal(nn.Module):
    """Holes become what attention finds in intact places; intact places stay.

    Every place queries, intact ones too: they don't show, but the residual blocks' norms see them.
    """

    def __init__(self, channels: int, blocks: int = 3) -> None:
        super().__init__()
        self.g = nn.Conv2d(channels, channels, 1)
        self.W = nn.Conv2d(channels, channels, 1)
        self.theta = nn.Conv2d(channels, channels, 1)
        self.phi = nn.Conv2d(channels, channels, 1)
        self.res_block = nn.Sequential(*residual_blocks(channels, blocks))
        self.attention = partial_attention

    def forward(self, x: Tensor, mask: Tensor, check: Check = no_check) -> Tensor:
        intact = intact_share(mask, x.shape[-2:])
        if bool((intact == 1).all()):
            return x
        found = torch.stack([self._attend(one, keep, check) for one, keep in zip(x, intact, strict=True)])
        return torch.lerp(self.res_block(self.W(found)), x, intact)

    def _attend(self, x: Tensor, intact: Tensor, check: Check) -> Tensor:
        """Queries and keys in float32 whatever comes: these logits have no scale, and rounding them changes who
        attends to whom."""
        queries, keys, values = (layer(x[None])[0].flatten(1) for layer in (self.theta, self.phi, self.g))
        if values.dtype == torch.float16:  # most weights would lie below its range
            values = values.float()
        found = self.attention(queries.float(), keys.float(), values, intact.flatten().float(), check)
        return found.reshape(x.shape).to(x.dtype)


def intact_share(mask: Tensor, size: Sequence[int]) -> Tensor:
    """The mask at the latents' size as the published block reads it: 1 intact, 0 hole, (n, 1, h, w)."""
    smooth = functional.interpolate(mask, tuple(size), mode="bilinear", align_corners=False)
    nearest = functional.interpolate(mask, tuple(size), mode="nearest")
    return (smooth <= 0).to(mask.dtype) * (1 - nearest)


def partial_attention(
    queries: Tensor, keys: Tensor, values: Tensor, intact: Tensor, check: Check = no_check, numbers: int = CHUNK_NUMBERS
) -> Tensor:
    """Softmax attention without a scale over the intact keys only, in pieces of `numbers` query-key pairs.

    `queries`, `keys`, `values` and the answer are (channels, places); `intact` (places) weighs the keys, 0 for holes.
    Values are mixed in their own precision.
    As published, an answer fades to 0 where intact keys hold less than 1e-12 of the attention over all keys.
    """
    answer = torch.zeros_like(values)
    kept, lost = torch.nonzero(intact > 0)[:, 0], torch.nonzero(intact <= 0)[:, 0]
    if not len(kept):
        return answer
    rows, ordered = queries.T.contiguous(), keys[:, torch.cat([kept, lost])].T.contiguous()
    values, share = values[:, kept], intact[kept]
    is_partial = bool((share < 1).any())
    step = max(1, numbers // keys.shape[1])
    for start in range(0, len(rows), step):
        check()
        weights = torch.softmax(_products(rows[start : start + step], ordered), 1)[:, : len(kept)]
        if is_partial:
            weights = weights * share
        norm = weights.sum(1, keepdim=True).clamp_min(TINY_SHARE)
        answer[:, start : start + step] = (_products(weights.to(values.dtype), values) / norm).T
    return answer


def _products(rows: Tensor, others: Tensor) -> Tensor:
    """(n, c) and (m, c): every row with every other, (n, m).

    On CPUs float32 goes through a 1x1 convolution: oneDNN's is 1.5 to 1.8 times as fast as the library that torch
    multiplies matrices with (246 against 134 GFLOPS on two cores of an AMD EPYC).
    """
    if rows.device.type != "cpu" or rows.dtype != torch.float32 or not len(others):
        return rows @ others.T
    pixels = rows.reshape(1, len(rows), 1, -1).permute(0, 3, 1, 2)
    return functional.conv2d(pixels, others[:, :, None, None]).permute(0, 2, 3, 1).reshape(len(rows), len(others))


class PatchAttention(nn.Module):
    """Patches that are mostly hole become the intact patch most like them; then mix with the input and the mask."""

    def __init__(self, channels: int, patch: int) -> None:
        super().__init__()
        self.patch = patch
        self.F_Combine = nn.Conv2d(2 * channels + 1, channels, 3, padding=1)
        self.res_block = nn.Sequential(*residual_blocks(channels, 1))

    def forward(self, x: Tensor, mask: Tensor, check: Check = no_check) -> Tensor:
        smooth = functional.interpolate(mask, tuple(x.shape[-2:]), mode="bilinear", align_corners=False)
        holes = (smooth > 0).to(x.dtype)
        candidates = self.res_block(x)
        copied = [self._fill(one, hole, check) for one, hole in zip(candidates, holes, strict=True)]
        return cast(Tensor, self.F_Combine(torch.cat([x, torch.stack(copied), holes], 1)))

    def _fill(self, x: Tensor, holes: Tensor, check: Check) -> Tensor:
        is_hole = functional.unfold(holes[None], self.patch, stride=self.patch)[0].mean(0) > HOLE_SHARE
        if not is_hole.any():
            return x
        if is_hole.all():
            raise ValueError("every patch is a hole: there is nothing to copy from")
        patches = functional.unfold(x[None], self.patch, stride=self.patch)[0]
        patches[:, is_hole] = most_similar(patches[:, is_hole], patches[:, ~is_hole], check)
        return functional.fold(patches, x.shape[1:], self.patch, stride=self.patch)


def most_similar(wanted: Tensor, offered: Tensor, check: Check = no_check, numbers: int = CHUNK_NUMBERS) -> Tensor:
    """For each column of `wanted` (numbers, n) the column of `offered` (numbers, m) at the smallest angle."""
    directions, targets = functional.normalize(offered, dim=0), functional.normalize(wanted, dim=0)
    best = []
    for chunk in torch.split(targets, max(1, numbers // offered.shape[1]), 1):
        check()
        best.append((chunk.T @ directions).argmax(1))
    return offered[:, torch.cat(best)]
