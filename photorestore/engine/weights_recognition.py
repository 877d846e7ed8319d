"""Which published network a checkpoint belongs to: told by its parameters' names and shapes, then by its folder."""

from __future__ import annotations

import logging
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from photorestore.core.errors import UserError
from photorestore.engine.nets.published_face import fold_spectral_norm
from photorestore.engine.networks import build

log = logging.getLogger(__name__)

DETECTOR_SHA256 = "b2d7ab04e9b3885c6b1991bb7a0b823129dd6e3ac078a9fd059ebd2a7ba59a95"  # attested by three projects


@dataclass(frozen=True)
class PublishedWeights:
    """`folder` is where the published archives keep these weights; `known_sha256` is of the original file."""

    name: str
    task: str
    network: str
    folder: str
    sizes: Mapping[str, Any] = field(default_factory=dict)
    known_sha256: str = ""


PUBLISHED = (
    PublishedWeights("published-detector", "find damage", "published-detector", "detection", {}, DETECTOR_SHA256),
    PublishedWeights("published-vae-a", "encode old photographs", "published-vae", "VAE_A_quality"),
    PublishedWeights("published-vae-b-quality", "decode photographs", "published-vae", "VAE_B_quality"),
    PublishedWeights("published-vae-b-scratch", "decode photographs with holes", "published-vae", "VAE_B_scratch"),
    PublishedWeights("published-mapping-quality", "translate", "published-mapping-quality", "mapping_quality"),
    PublishedWeights(
        "published-mapping-scratch", "translate and fill holes", "published-mapping-scratch", "mapping_scratch"
    ),
    PublishedWeights(
        "published-mapping-patch-attention",
        "translate and fill holes at high resolution",
        "published-mapping-patch-attention",
        "mapping_Patch_Attention",
    ),
    PublishedWeights("published-face-256", "refine faces", "published-face", "Setting_9_epoch_100", {"side": 256}),
    PublishedWeights("published-face-512", "refine large faces", "published-face", "FaceSR_512", {"side": 512}),
)


def read_checkpoint(path: Path) -> dict[str, Tensor]:
    """The float32 tensors of a published checkpoint, spectral norms folded; `UserError` for anything else.

    The one place where a pickle is read, and with `weights_only`: code in it is refused, not run.
    """
    _refuse_compressed(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # torch wonders at old pickles; what is wrong with them we say ourselves
            content = torch.load(path, map_location="cpu", weights_only=True)
    except OSError:
        raise
    except Exception as error:  # a damaged or hostile pickle may raise anything
        log.info("can't open the checkpoint %s", path, exc_info=True)
        raise UserError("It is damaged or no plain checkpoint, and was not opened. Download it again.") from error
    if isinstance(content, dict) and "model_state" in content:
        content = content["model_state"]
    if not isinstance(content, dict) or not content:
        raise UserError("It holds no network's parameters.")
    if not all(isinstance(key, str) and isinstance(value, Tensor) for key, value in content.items()):
        raise UserError("It holds other things than a network's parameters.")
    return fold_spectral_norm(dict(content))


def _refuse_compressed(path: Path) -> None:
    """torch never compresses, so a checkpoint that unpacks to much more than its size is a trap for the memory."""
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive:
                unpacked = sum(member.file_size for member in archive.infolist())
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise UserError(f"It is damaged ({error}). Download it again.") from error
        if unpacked > 2 * path.stat().st_size:
            raise UserError("It would unpack to far more than its size, which no published checkpoint does.")


def recognize(
    tensors: Mapping[str, Tensor], folders: Sequence[str], as_name: str, published: Sequence[PublishedWeights]
) -> PublishedWeights:
    """`folders` are the names on the checkpoint's path. Raise `UserError` if it is none, or may be several."""
    shapes = {name: tensor.shape for name, tensor in tensors.items()}
    fitting = [known for known in published if _shapes(known) == shapes]
    if not fitting:
        raise UserError("Its parameters are not those of any published network.")
    if as_name:
        fitting = [known for known in fitting if known.name == as_name]
        if not fitting:
            raise UserError(f'Its parameters do not fit "{as_name}".')
    if len(fitting) > 1:
        on_path = {name.casefold() for name in folders}
        named = [known for known in fitting if known.folder.casefold() in on_path]
        if len(named) != 1:
            raise UserError(_which(fitting))
        fitting = named
    return fitting[0]


def _which(fitting: Sequence[PublishedWeights]) -> str:
    folders = ", ".join(known.folder for known in fitting)
    names = ", ".join(known.name for known in fitting)
    return f"Its shape does not tell which one it is: keep it in its folder ({folders}), or give its name ({names})."


def _shapes(known: PublishedWeights) -> dict[str, torch.Size]:
    with torch.device("meta"):
        module = build(known.network, known.sizes)
    return {name: tensor.shape for name, tensor in module.state_dict().items()}


def as_stored(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """float32 copies that own their memory; `UserError` if one is not a finite number everywhere."""
    stored = {
        name: tensor.to(torch.float32 if tensor.is_floating_point() else tensor.dtype, copy=True).contiguous()
        for name, tensor in tensors.items()
    }
    if broken := [name for name, tensor in stored.items() if not tensor.isfinite().all()]:
        raise UserError(f"It is damaged: {broken[0]} holds values that are not numbers.")
    return stored
