"""What a worker of a Dask cluster does: look whether it can, and restore one photograph with an engine of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import photorestore
from photorestore.cli.batch import Outcome, attempt
from photorestore.core.errors import UserError
from photorestore.core.progress import Progress

if TYPE_CHECKING:
    from photorestore.cli.restore import Wishes
    from photorestore.host.child import EngineOptions
    from photorestore.host.client import EngineClient

MARK, MASKS = "run", "masks"  # in the hidden folder of a run, and in that of one photograph
_LOOK_S = 1.0


@dataclass(frozen=True)
class Run:
    """What all photographs of one run have in common. `weights` are the names and sha256 sums of those installed."""

    wishes: Wishes
    suffix: str | None
    options: EngineOptions
    weights: Mapping[str, str]

    @property
    def wish(self) -> str:
        """Its hash, that of recipe, mask, program and weights among others."""
        from photorestore.cli.restore import wish_of

        return wish_of(self.wishes, self.suffix, self.options, self.weights)


@dataclass(frozen=True)
class Order:
    """One photograph. `target` lies in the hidden folder of the run, `wish` is the hash that the asking side has."""

    source: Path
    target: Path
    run: Run
    wish: str


@dataclass(frozen=True)
class Done:
    """`recipe` is the JSON of the one that was used."""

    outcome: Outcome
    recipe: str | None = None


@dataclass(frozen=True)
class Seen:
    version: str
    sees_folder: bool


def look(mark: Path) -> Seen:
    """Whether this computer has the program, and the folder in which the run left its mark."""
    try:
        probe = mark.with_name(f"probe-{threading.get_ident()}-{time.monotonic_ns()}")
        probe.touch()
        probe.unlink()
        return Seen(photorestore.__version__, mark.is_file())
    except OSError:
        return Seen(photorestore.__version__, sees_folder=False)


def restore_here(order: Order) -> Done:
    """What goes wrong is in the outcome, as the next photograph deserves its chance."""
    from photorestore.cli.restore import Restorer

    restorers: list[Restorer] = []

    def work(source: Path, target: Path, progress: Progress) -> Outcome:
        client = _engine(order.run.options)
        _check_same(client, order)
        wishes = order.run.wishes
        if wishes.mask_out is not None:
            wishes = replace(wishes, mask_out=target.parent / MASKS, results=None)
        restorers.append(Restorer(client, wishes))
        return restorers[0].restore(source, target, progress)

    stop = Progress(is_cancelled=_is_over(order.target.parents[1] / MARK))
    outcome = attempt(work, order.source, order.target, stop)
    last = restorers[0].last if restorers else []
    return Done(outcome, last[0][1].to_json() if last else None)


_guard = threading.Lock()
_engines: dict[EngineOptions, EngineClient] = {}  # of this process, as the scheduler calls functions, not objects


def _engine(options: EngineOptions) -> EngineClient:
    """Kept from one photograph to the next; it does one at a time, with the threads that the worker was given."""
    from photorestore.host.client import EngineClient

    with _guard:
        if options not in _engines:
            _engines[options] = EngineClient(replace(options, threads=_threads()))
        return _engines[options]


def _threads() -> int | None:
    from distributed import get_worker

    return int(get_worker().state.nthreads)


def _check_same(client: EngineClient, order: Order) -> None:
    """By hashes: other weights, or another mask under the same name, would make other pictures."""
    from photorestore.cli.restore import installed_weights

    here = installed_weights(client)
    if others := sorted(name for name, _ in here.items() ^ order.run.weights.items()):
        names = ", ".join(dict.fromkeys(others))
        raise UserError(
            f"A worker has other weights than this computer ({names}). Import the same ones on all computers."
        )
    if replace(order.run, weights=here).wish != order.wish:
        raise UserError("A worker sees another mask or has another program than this computer; they must be the same.")


def _is_over(mark: Path) -> Callable[[], bool]:
    """The run's folder goes when it is stopped. Looked for once a second: it may lie on a slow disk."""
    looked_at, is_gone = 0.0, False

    def is_over() -> bool:
        nonlocal looked_at, is_gone
        if time.monotonic() - looked_at > _LOOK_S:
            looked_at, is_gone = time.monotonic(), not mark.exists()
        return is_gone

    return is_over
