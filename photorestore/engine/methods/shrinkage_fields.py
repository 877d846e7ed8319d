"""Shrinkage fields as a method: luma and each colour for itself, noise or blur; the network is in `engine.nets`."""

from __future__ import annotations

import torch

from photorestore.engine.methods.method import AnyPlanes, Planes, Wear, by_tiles, to_planes, to_tensor
from photorestore.engine.methods.unknown_border import frame
from photorestore.engine.nets.shrinkage_fields import ShrinkageFields
from photorestore.engine.tools import Tools

FIELDS = "shrinkage-fields"
TILE_SIDE, CONTEXT = 384, 24


def shrinkage_fields(planes: AnyPlanes, wear: Wear, tools: Tools) -> AnyPlanes:
    fields = tools.module(FIELDS)
    assert isinstance(fields, ShrinkageFields)
    context = CONTEXT + (max(wear.kernel.shape) if wear.kernel is not None else 0)
    return by_tiles(
        planes,
        lambda tile, span: _restore(tile, wear, fields, tools.with_progress(span)),
        TILE_SIDE,
        context,
        tools.progress,
    )


@torch.inference_mode()
def _restore(tile: Planes, wear: Wear, fields: ShrinkageFields, tools: Tools) -> Planes:
    """The frame around the tile is guessed anew after every stage, as the stages know no borders."""
    cascade = fields.denoise if wear.kernel is None else fields.deconvolve
    framed = frame(to_tensor(tile, tools), wear.kernel)
    sigma = torch.full((1,), wear.sigma, device=framed.observed.device)
    clean = []
    spans = iter(tools.progress.split([1] * (len(cascade.stages) * len(framed.observed))))
    for plane in framed.observed:
        observed = estimate = plane[None]
        for stage in cascade.stages:
            next(spans).report(0)
            estimate = stage(estimate[None], observed[None], framed.transfer, *cascade.told(sigma))[0]
            observed = torch.where(framed.known, plane[None], framed.blurred(estimate))
        clean.append(estimate)
    return to_planes(framed.cut(torch.cat(clean)))
