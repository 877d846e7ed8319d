"""Choose what computes, in which precision and with how much memory, and say in words why."""

from __future__ import annotations

from dataclasses import dataclass

import psutil
import torch

from photorestore.core.errors import UserError

DEVICES = ("auto", "cuda", "mps", "cpu")
PRECISIONS = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}
MOST_MEMORY = 4 << 30  # bytes; more makes nothing faster and the rest of the computer slower


@dataclass(frozen=True)
class Device:
    """`name` is torch's name of the device, `reason` a sentence for the user, `memory_bytes` what we may use.

    `dtype` is for networks that are known to bear it; `exact_dtype` for the others: float32 unless asked otherwise.
    """

    name: str
    dtype: torch.dtype
    reason: str
    memory_bytes: int
    exact_dtype: torch.dtype = torch.float32

    @property
    def precision(self) -> str:
        return str(self.dtype).removeprefix("torch.")


def choose_device(request: str = "auto", precision: str = "auto") -> Device:
    """Raise `UserError` for an unknown word or a device that this computer lacks."""
    if request not in DEVICES:
        raise UserError(f"There is no device called {request!r}; choose one of {', '.join(DEVICES)}.")
    if precision not in ("auto", *PRECISIONS):
        raise UserError(f"There is no precision called {precision!r}; choose one of auto, {', '.join(PRECISIONS)}.")
    present = _present()
    if request != "auto" and request not in present:
        raise UserError(f"{_LACKING[request]} This computer has: {', '.join(present)}.")
    name = present[0] if request == "auto" else request
    dtype, why = (PRECISIONS[precision], "as asked") if precision != "auto" else _fastest_dtype(name)
    reason = f"{_why_device(name, request)} with {str(dtype)[6:]} ({why})."
    return Device(name, dtype, reason, memory_budget(name), PRECISIONS.get(precision, torch.float32))


def memory_budget(name: str = "cpu") -> int:
    """Half of what is free now on this device, at most 4 GB."""
    free = torch.cuda.mem_get_info()[0] if name == "cuda" else psutil.virtual_memory().available
    return min(int(free) // 2, MOST_MEMORY)


_AS_ASKED = {
    "cuda": "Using the NVIDIA or AMD graphics card as asked",
    "mps": "Using the Apple graphics processor as asked",
    "cpu": "Using the processor as asked",
}
_LACKING = {
    "cuda": "This computer has no NVIDIA or AMD graphics card that torch can use.",
    "mps": "This computer has no Apple graphics processor that torch can use.",
}


def _present() -> list[str]:
    found = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    return [name for name, is_there in found.items() if is_there]


def _why_device(name: str, request: str) -> str:
    if request != "auto":
        return _AS_ASKED[name]
    if name == "cpu":
        return "No CUDA or Apple graphics found; using the processor"
    if name == "cuda":
        return f"Using the NVIDIA or AMD graphics card ({torch.cuda.get_device_name()})"
    return "Using the Apple GPU"


def _fastest_dtype(name: str) -> tuple[torch.dtype, str]:
    if name != "cpu":
        return torch.float16, "half the memory, twice the speed"
    if _has_bfloat16_hardware():
        return torch.bfloat16, "twice as fast as float32 on this processor"
    return torch.float32, "this processor has no fast bfloat16"


def _has_bfloat16_hardware() -> bool:
    """Asked, not timed: a timing on a busy computer would let the same recipe give another picture tomorrow."""
    questions = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
    return any(getattr(torch.cpu, question, bool)() for question in questions)
