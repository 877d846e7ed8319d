"""The weights that a new run begins with instead of chance: those that shipped, or the averages of another run."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from photorestore.core.errors import UserError
from photorestore.training.snapshots import averaged_state

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
    """Give the modules of a training what shipped of its kind, a file, or what another run learned, its folder.

    Critics begin anew. Raise `UserError` for what doesn't fit.
    """
    for name, state in _states(source, SHIPPED[kind]).items():
        if misfit := _misfit(state, modules[name].state_dict()):
            raise UserError(f"“{source}” can't start a training of {kind}: {misfit}.")
        modules[name].load_state_dict(state)


def _states(source: Path, parts: tuple[Part, ...]) -> dict[str, State]:
    try:
        if source.is_dir():
            return {part.module: averaged_state(source, part.module) for part in parts}
        return _shipped(load_file(source), parts)
    except (OSError, SafetensorError) as error:
        hint = "Name a .safetensors file, or the folder of a run that has a snapshot."
        raise UserError(f"“{source}” holds no weights that can be read. {hint}") from error


def _shipped(tensors: State, parts: tuple[Part, ...]) -> dict[str, State]:
    states: dict[str, State] = {part.module: {} for part in parts}
    for module, beginning, removed in parts:
        states[module] |= {key.removeprefix(removed): tensors[key] for key in tensors if key.startswith(beginning)}
    return states


def _misfit(given: State, wanted: State) -> str:
    """What is wrong first, in words; nothing if all is as it must be."""
    for key, value in wanted.items():
        if key not in given:
            return f"it lacks {key}"
        if given[key].shape != value.shape:
            return f"{key} has the shape {tuple(given[key].shape)} there, and {tuple(value.shape)} in this training"
    unknown = [key for key in given if key not in wanted]
    return f"this training has no {unknown[0]}" if unknown else ""
