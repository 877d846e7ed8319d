"""One process or several that train together: PyTorch's DistributedDataParallel, as `torchrun` starts it."""

from __future__ import annotations

import atexit
import os
import sys
from dataclasses import dataclass

import torch
from torch import Tensor, distributed, nn
from torch.nn.parallel import DistributedDataParallel


@dataclass(frozen=True)
class Processes:
    """`rank` of `count` processes; each takes `batch` samples of every step."""

    rank: int
    count: int
    batch: int
    device: torch.device

    @staticmethod
    def join(batch: int) -> Processes:
        """Join those that torchrun started, or be alone. `batch` of the run is shared out among them."""
        count, rank = (int(os.environ.get(name, default)) for name, default in (("WORLD_SIZE", "1"), ("RANK", "0")))
        has_cuda = torch.cuda.is_available()
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0"))) if has_cuda else torch.device("cpu")
        if batch % count:
            raise ValueError(f"a batch of {batch} can't be shared by {count} processes")
        if has_cuda:
            torch.cuda.set_device(device)  # NCCL's barrier is on the current one
        if count > 1:
            distributed.init_process_group("nccl" if has_cuda else "gloo")
        return Processes(rank, count, batch // count, device)

    @property
    def is_first(self) -> bool:
        return self.rank == 0

    def wrap(self, module: nn.Module) -> nn.Module:
        """A module whose gradients are averaged over all processes.

        Parts may be left out in one of them, as the mapping's attention is where no picture has holes: else the others
        would wait for its gradients for ever.
        """
        if self.count == 1:
            return module
        return DistributedDataParallel(module, broadcast_buffers=False, find_unused_parameters=True)

    def agree(self, mine: bool) -> bool:
        """What the first process says; all must ask."""
        if self.count == 1:
            return mine
        answer = torch.tensor(float(mine), device=self.device)
        distributed.broadcast(answer, 0)
        return bool(answer)

    def any_says(self, mine: bool) -> bool:
        """Whether it is so in at least one process; all must ask."""
        if self.count == 1:
            return mine
        answer = torch.tensor(float(mine), device=self.device)
        distributed.all_reduce(answer, distributed.ReduceOp.MAX)
        return bool(answer)

    def share(self, state: dict[str, Tensor]) -> None:
        """Give every process the first one's state."""
        if self.count > 1:
            for tensor in state.values():
                moved = tensor.to(self.device)
                distributed.broadcast(moved, 0)
                tensor.copy_(moved)

    def leave(self) -> None:
        """Also says how the program shall end: threads that PyTorch 2.13 leaves behind abort it now and then."""
        if self.count > 1:
            distributed.barrier()  # who leaves first would cut off the others
            distributed.destroy_process_group()
            atexit.register(_end_without_threads)


def _end_without_threads() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(1 if hasattr(sys, "last_value") else 0)  # which an exception that nobody caught sets


def unwrapped(module: nn.Module) -> nn.Module:
    """The module itself, for what doesn't train it."""
    inner = module.module if isinstance(module, DistributedDataParallel) else module
    assert isinstance(inner, nn.Module)
    return inner
