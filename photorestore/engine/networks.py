"""Every kind of network that weights can name, and how to make one with its weights."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import nn

from photorestore.core.errors import UserError
from photorestore.engine.nets.denoiser import DenoiserUNet
from photorestore.engine.nets.detector import DetectorUNet
from photorestore.engine.nets.face_refiner import FaceRefiner
from photorestore.engine.nets.published_attention import PatchAttentionMapping, ScratchMapping
from photorestore.engine.nets.published_detector import PublishedDetector
from photorestore.engine.nets.published_face import PublishedFace
from photorestore.engine.nets.published_mapping import QualityMapping
from photorestore.engine.nets.published_vae import PublishedVae
from photorestore.engine.nets.rrdbnet import RRDBNet
from photorestore.engine.nets.shrinkage_fields import ShrinkageFields
from photorestore.engine.nets.translator import Translator
from photorestore.engine.weights import WeightsEntry, WeightsStore

_MOST_LARGER = 4  # times: files may hold numbers of half or a quarter of the size

log = logging.getLogger(__name__)

NETWORKS: Mapping[str, Callable[..., nn.Module]] = {
    "denoiser-unet": DenoiserUNet,
    "detector-unet": DetectorUNet,
    "face-refiner": FaceRefiner,
    "rrdbnet": RRDBNet,
    "shrinkage-fields": ShrinkageFields,
    "translator": Translator,
    "published-detector": PublishedDetector,
    "published-vae": PublishedVae,
    "published-mapping-quality": QualityMapping,
    "published-mapping-scratch": ScratchMapping,
    "published-mapping-patch-attention": PatchAttentionMapping,
    "published-face": PublishedFace,
}


def build(network: str, sizes: Mapping[str, Any]) -> nn.Module:
    """A network of this kind with random numbers for weights: for training and tests; a product uses `load_module`."""
    if network not in NETWORKS:
        raise UserError(f'This PhotoRestore has no network "{network}"; update the program to use these weights.')
    return NETWORKS[network](**sizes)


def load_module(store: WeightsStore, name: str) -> nn.Module:
    """The network with its checked weights, float32 on the CPU, in eval mode; `UserError` if anything doesn't fit."""
    entry = store.find(name)
    tensors = store.load(name)
    module = _built(entry, sum(tensor.nbytes for tensor in tensors.values()))
    try:
        module.load_state_dict(tensors, strict=True)
    except RuntimeError as error:
        raise UserError(f'The weights "{name}" do not fit the network "{entry.network}": {error}') from error
    return module.requires_grad_(False).eval()


def _built(entry: WeightsEntry, bytes_there: int) -> nn.Module:
    """As the list says, which may be spoiled where the user's folder holds it."""
    try:
        if entry.origin == "imported":
            _check_size(entry, bytes_there)
        return build(entry.network, entry.sizes)
    except (TypeError, ValueError, ArithmeticError, LookupError, RuntimeError, MemoryError) as error:
        log.info("can't build %s", entry, exc_info=True)
        raise UserError(
            f'The weights "{entry.name}" can\'t be used: the list of weights says other sizes than the network can '
            "have. Install or import them again."
        ) from error


def _check_size(entry: WeightsEntry, bytes_there: int) -> None:
    """Built on no device, the largest network takes no memory."""
    with torch.device("meta"):
        planned = build(entry.network, entry.sizes)
    if sum(tensor.nbytes for tensor in planned.state_dict().values()) > _MOST_LARGER * bytes_there:
        raise ValueError(f"{entry.sizes} are of a larger network than the file holds")
