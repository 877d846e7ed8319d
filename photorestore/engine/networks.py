"""Every kind of network that weights can name, and how to make one with its weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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
from photorestore.engine.weights import WeightsStore

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
    module = build(entry.network, entry.sizes)
    try:
        module.load_state_dict(tensors, strict=True)
    except RuntimeError as error:
        raise UserError(f'The weights "{name}" do not fit the network "{entry.network}": {error}') from error
    return module.requires_grad_(False).eval()
