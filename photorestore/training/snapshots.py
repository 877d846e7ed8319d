"""Everything a run needs to go on from, as tensors in one file; never a pickled object."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

NAME = "snapshot.safetensors"
Modules = dict[str, nn.Module]
Optimizers = dict[str, torch.optim.AdamW]


def save_snapshot(
    out: Path, modules: Modules, averaged: Modules, optimizers: Optimizers, state: dict[str, Tensor], seen: int,
    seconds: float,
) -> None:  # fmt: skip
    """The file is replaced as a whole."""
    tensors: dict[str, Tensor] = {"seen": torch.tensor(seen), "seconds": torch.tensor(seconds, dtype=torch.float64)}
    tensors |= {f"state/{key}": value for key, value in state.items()}
    for name, module in modules.items():
        tensors |= {f"{name}/now/{key}": value for key, value in module.state_dict().items()}
        tensors |= {f"{name}/average/{key}": value for key, value in averaged[name].state_dict().items()}
        for number, moments in optimizers[name].state_dict()["state"].items():
            tensors |= {f"{name}/optimizer/{number}/{key}": value for key, value in moments.items()}
    temporary = out / "snapshot.tmp"
    save_file({key: value.clone(memory_format=torch.contiguous_format) for key, value in tensors.items()}, temporary)
    temporary.replace(out / NAME)


def has_snapshot(out: Path) -> bool:
    return (out / NAME).exists()


def averaged_state(out: Path, module: str) -> dict[str, Tensor]:
    """The averaged weights of one module. Raise `FileNotFoundError` if there is no snapshot."""
    return _below(load_file(out / NAME), f"{module}/average/")


def load_snapshot(
    out: Path, modules: Modules, averaged: Modules, optimizers: Optimizers, state: dict[str, Tensor]
) -> tuple[int, float]:
    """(samples seen, seconds spent) of the snapshot taken up, or zeros."""
    if not has_snapshot(out):
        return 0, 0.0
    tensors = load_file(out / NAME)
    for key, value in _below(tensors, "state/").items():
        state[key].copy_(value)
    for name, module in modules.items():
        module.load_state_dict(_below(tensors, f"{name}/now/"))
        averaged[name].load_state_dict(_below(tensors, f"{name}/average/"))
        states: dict[int, dict[str, Tensor]] = {}
        for key, value in _below(tensors, f"{name}/optimizer/").items():
            number, field = key.split("/")
            states.setdefault(int(number), {})[field] = value
        optimizers[name].load_state_dict({**optimizers[name].state_dict(), "state": states})
    return int(tensors["seen"]), float(tensors["seconds"])


def _below(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {key.removeprefix(prefix): value for key, value in tensors.items() if key.startswith(prefix)}
