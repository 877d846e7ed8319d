"""The training loop, top to bottom: data, networks, optimizers, averages, resume, loop, log, snapshot.

A snapshot is tensors (safetensors) and JSON, never a pickled object. A stopped run goes on from its last snapshot with
the same samples in the same order. Under `torchrun` every process takes its share of each batch (see `processes`).
"""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from photorestore.core.freed_memory import keep_freed_memory
from photorestore.training.processes import Processes
from photorestore.training.sampling import FromSample
from photorestore.training.snapshots import has_snapshot, load_snapshot, save_snapshot
from photorestore.training.starting import start_with

Batch = dict[str, Tensor]


class NonFiniteLossError(RuntimeError):
    """Training stopped because a loss was infinite or not a number; the last snapshot is still good."""


class Task(Protocol):
    """What one kind of training supplies. Each name in `modules` has its own optimizer."""

    run: Any  # a frozen dataclass of training.runs
    modules: dict[str, nn.Module]  # under torchrun the loop wraps each; call them, don't reach into them
    state: dict[str, Tensor]  # what else a snapshot must keep, changed in place

    @property
    def samples(self) -> Dataset[Any]: ...

    def losses(self, batch: Batch) -> Iterator[tuple[str, Tensor]]:
        """Yield (module name, loss) in turn; after each, the loop takes one step with that module's optimizer."""

    def evaluate(self, averaged: dict[str, nn.Module]) -> tuple[dict[str, float], npt.NDArray[np.uint8]]:
        """Scores and an RGB sheet of samples, with the averaged networks; runs without gradients."""


def train(
    task: Task, out: Path, *, dry_run: bool = False, start_from: Path | None = None, say: Callable[[str], None] = print
) -> None:
    """Train until `run.samples` are seen; resume when `out` holds a snapshot. Raise `NonFiniteLossError`.

    A new run may `start_from` weights that shipped or from another run's folder, see `starting`.
    """
    run = task.run
    say(json.dumps(asdict(run), indent=1))
    if dry_run:
        return
    if start_from and has_snapshot(out):
        say(f"“{out}” holds a snapshot: the run goes on from it, not from “{start_from}”")
    elif start_from:
        start_with(start_from, run.name, task.modules)
    processes = Processes.join(run.batch)
    out.mkdir(parents=True, exist_ok=True)
    (out / "run.json").write_text(json.dumps(asdict(run), indent=1) + "\n")
    keep_freed_memory()  # 5 to 10 % more samples a second
    torch.set_num_threads(run.threads)
    torch.manual_seed(run.seed + processes.rank)

    # Networks, optimizers, averages.
    for module in task.modules.values():
        module.to(device=processes.device, memory_format=torch.channels_last).train()  # type: ignore[call-overload]
    plain = dict(task.modules)
    task.modules = {name: processes.wrap(module) for name, module in plain.items()}
    optimizers = {
        name: torch.optim.AdamW(module.parameters(), run.learning_rate, (0.9, 0.99), weight_decay=run.weight_decay)
        for name, module in plain.items()
    }
    averaged = {name: copy.deepcopy(module).eval() for name, module in plain.items()}

    # Resume.
    seen, seconds = load_snapshot(out, plain, averaged, optimizers, task.state)
    numbers = FromSample(seen, run.samples, processes.rank, processes.count, run.batch)
    loader = DataLoader(
        task.samples, processes.batch, sampler=numbers, num_workers=run.workers, drop_last=True,
        prefetch_factor=6 if run.workers else None,
    )  # fmt: skip
    say(f"starts at sample {seen} of {run.samples}")

    # Loop.
    began = snapshot_at = time.monotonic()
    recent: dict[str, float] = {}
    for batch in loader:
        rate = run.learning_rate * rate_factor(seen, run)
        for name, value in take_step(task, batch, optimizers, rate, processes).items():
            recent[name] = value if name not in recent else 0.98 * recent[name] + 0.02 * value
        seen += run.batch
        update_averages(averaged, plain, seen, run)
        done = seen + run.batch > run.samples
        is_due = processes.agree(time.monotonic() - snapshot_at > 60 * run.snapshot_minutes)
        if (done or is_due) and processes.is_first:
            spent = seconds + time.monotonic() - began
            save_snapshot(out, plain, averaged, optimizers, task.state, seen, spent)  # first: evaluating may fail
            with torch.inference_mode():
                scores, sheet = task.evaluate(averaged)
            if task.state:  # evaluating may have changed it
                save_snapshot(out, plain, averaged, optimizers, task.state, seen, spent)
            cv2.imwrite(str(out / f"sheet-{seen:07d}.png"), cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR))
            log(out, {"samples": seen, "seconds": round(spent), "rate": rate, **recent, **scores}, say)
        if done or is_due:
            processes.share(task.state)
            snapshot_at = time.monotonic()
    processes.leave()


def take_step(
    task: Task, batch: Batch, optimizers: dict[str, torch.optim.AdamW], rate: float, processes: Processes
) -> dict[str, float]:
    """One step of every optimizer the task asks for; returns the losses."""
    batch = {name: _placed(tensor, processes.device) for name, tensor in batch.items()}
    values: dict[str, float] = {}
    losses = task.losses(batch)
    while True:
        with torch.autocast(processes.device.type, torch.bfloat16):
            name, loss = next(losses, ("", None))
        if loss is None:
            return values
        values[name] = loss.item()
        if processes.any_says(not math.isfinite(values[name])):  # one that stopped alone would leave the others waiting
            raise NonFiniteLossError(f"the loss of {name} is not finite; in process {processes.rank} {values[name]}")
        optimizer = optimizers[name]
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(task.modules[name].parameters(), 1.0)
        optimizer.step()


def _placed(tensor: Tensor, device: torch.device) -> Tensor:
    tensor = tensor.to(device)
    return tensor.contiguous(memory_format=torch.channels_last) if tensor.ndim == 4 else tensor


def rate_factor(seen: int, run: Any) -> float:
    """Linear warm-up, constant, linear cool-down to zero."""
    left = (run.samples - seen) / max(1.0, run.cooldown_share * run.samples)
    return min(1.0, (seen + run.batch) / run.warmup_samples, max(left, 0.01))


def update_averages(averaged: dict[str, nn.Module], modules: dict[str, nn.Module], seen: int, run: Any) -> None:
    """Exponential moving average of weights and norm statistics, shorter at the start of a run."""
    halflife = min(run.ema_halflife_samples, max(seen / 4, 1))
    keep = 0.5 ** (run.batch / halflife)
    with torch.no_grad():
        for name, module in modules.items():
            for slow, fast in zip(averaged[name].state_dict().values(), module.state_dict().values(), strict=True):
                if slow.is_floating_point():
                    slow.lerp_(fast, 1 - keep)
                else:
                    slow.copy_(fast)


def log(out: Path, line: dict[str, float], say: Callable[[str], None]) -> None:
    text = json.dumps({key: float(f"{value:.5g}") for key, value in line.items()})
    with (out / "stats.jsonl").open("a") as stats:
        stats.write(text + "\n")
    say(text)
