"""The weights that a new run begins with instead of chance: those that shipped."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from photorestore.core.errors import UserError

State = dict[str, Tensor]


class Part(NamedTuple):
    """What a task's `module` takes of a file: the keys that begin with `beginning`, without `removed`."""

    module: str
    beginning: str = ""
    removed: str = ""


_WHOLE = (Part("net"),)
_AUTO_ENCODER = (Part("net", "encoder."), Part("net", "decoder."))
SHIPPED: dict[str, tuple[Part, ...]] = {
    "detector": _WHOLE,
    "denoiser": _WHOLE,
    "faces": _WHOLE,
    "vae-clean": _AUTO_ENCODER,
    "vae-old": _AUTO_ENCODER,
    "mapping": (Part("net", "mapping.", "mapping."),),
    "shrinkage-fields": (Part("denoise", "denoise.", "denoise."), Part("deconvolve", "deconvolve.", "deconvolve.")),
}


def start_with(source: Path, kind: str, modules: dict[str, nn.Module]) -> None:
    """Give the modules of a training what shipped of its kind. Raise `UserError` for what doesn't fit."""
    for name, state in _states(source, SHIPPED[kind]).items():
        if misfit := _misfit(state, modules[name].state_dict()):
            raise UserError(f"“{source}” can't start a training of {kind}: {misfit}.")
        modules[name].load_state_dict(state)


def _states(source: Path, parts: tuple[Part, ...]) -> dict[str, State]:
    tensors = _read(source)
    states: dict[str, State] = {part.module: {} for part in parts}
    for module, beginning, removed in parts:
        states[module] |= {key.removeprefix(removed): tensors[key] for key in tensors if key.startswith(beginning)}
    return states


def _read(source: Path) -> State:
    try:
        return load_file(source)
    except (OSError, SafetensorError) as error:
        raise UserError(f"“{source}” holds no weights that can be read. Name a .safetensors file.") from error


def _misfit(given: State, wanted: State) -> str:
    """What is wrong first, in words; nothing if all is as it must be."""
    for key, value in wanted.items():
        if key not in given:
            return f"it lacks {key}"
        if given[key].shape != value.shape:
            return f"{key} has the shape {tuple(given[key].shape)} there, and {tuple(value.shape)} in this training"
    unknown = [key for key in given if key not in wanted]
    return f"this training has no {unknown[0]}" if unknown else ""
