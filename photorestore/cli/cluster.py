"""Photographs restored by the workers of a Dask cluster, one a task. All computers must see the same files.

A worker writes its result, whole, into a hidden folder beside the others; only the asking side gives names and notes
what is done. So a photograph that is done twice, because its worker was lost, is there once.
"""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import photorestore
from photorestore.cli.batch import Outcome
from photorestore.cli.cluster_worker import MARK, MASKS, Done, Order, Run, Seen, look, restore_here
from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.files.atomic import save_by, save_bytes
from photorestore.files.naming import is_folder_name

if TYPE_CHECKING:
    from distributed import Client, Future

    from photorestore.cli.ledger import Ledger

GPU = "GPU"  # the name under which a worker states its graphics cards: dask worker --resources "GPU=1"
_CONNECT_S = 15.0
_LOOK_S = 0.2
_EACH_WORKER = 2  # photographs: one at work, one that waits for it
_MOST_THREADS = 256


@contextmanager
def joined(
    address: str, output: Path, run: Run, ledger: Ledger | None, resume: bool
) -> Iterator[list[ClusterRestorer]]:
    """As many restorers as keep all workers busy, each for a thread of its own. `UserError` if it can't be done."""
    folder = (output if is_folder_name(output) else output.parent).absolute()
    hidden = folder / f".photorestore-cluster-{secrets.token_hex(8)}"
    client = _connect(address)
    try:
        save_bytes(b"", hidden / MARK)
        workers = _workers(client, hidden)
        resources = _resources(workers, run.options.device)
        count = min(_MOST_THREADS, _EACH_WORKER * len(workers))
        run = _with_whole_paths(run)
        yield [ClusterRestorer(client, hidden, run, resources, ledger, resume) for _ in range(count)]
    finally:
        shutil.rmtree(hidden, ignore_errors=True)  # which also tells workers that still work to stop
        client.close()


@dataclass
class ClusterRestorer:
    """Has one photograph after another restored. `last` is the one it did last, with its recipe."""

    client: Client
    hidden: Path
    run: Run
    resources: Mapping[str, float]
    ledger: Ledger | None
    resume: bool
    last: list[tuple[Path, Recipe]] = field(default_factory=list)

    def restore(self, source: Path, target: Path, progress: Progress) -> Outcome:
        from photorestore.cli.ledger import noted

        return noted(self._restore, self.ledger, self.resume)(source, target, progress)

    def _restore(self, source: Path, target: Path, progress: Progress) -> Outcome:
        wish, name = self.run.wish, secrets.token_hex(8)
        order = Order(source.absolute(), self.hidden / name / target.name, self.run, wish)
        key = f"photorestore-{wish[:16]}-{name}"
        future = self.client.submit(restore_here, order, key=key, resources=dict(self.resources) or None)
        done = _answer(future, source, progress)
        if done.outcome.output is None:
            return replace(done.outcome, source=source)
        written = _take(done.outcome.output, target, source)
        notes = done.outcome.notes
        masks = sorted((self.hidden / name / MASKS).glob("*.png"))
        mask_path = self.run.wishes.mask_path(source, target)
        if mask_path is not None and masks:
            try:
                _take(masks[0], mask_path, source)
            except UserError as error:  # the result is there all the same
                notes += (str(error),)
        if done.recipe is not None:
            self.last = [(source, Recipe.from_json(done.recipe))]
        return replace(done.outcome, source=source, output=written, notes=notes)


def _with_whole_paths(run: Run) -> Run:
    """A worker's current folder is another one."""
    wishes = run.wishes
    whole = {name: path.absolute() for name in ("mask", "mask_out") if (path := getattr(wishes, name)) is not None}
    return replace(run, wishes=replace(wishes, **whole))


def _connect(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise UserError(
            "--cluster needs the package “distributed”. Install it with: pip install distributed."
        ) from error
    try:
        return Client(address, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(
            f"No Dask scheduler answers at “{address}” ({error}). Start one with “dask scheduler” and name its address."
        ) from error


def _workers(client: Client, hidden: Path) -> Mapping[str, Any]:
    """What the scheduler knows of each; `UserError` if there are none, or one could not do the work."""
    workers: Mapping[str, Any] = client.scheduler_info(n_workers=-1)["workers"]
    if not workers:
        raise UserError("The Dask cluster has no workers. Start some with “dask worker ADDRESS”.")
    try:
        seen: Mapping[str, Seen] = client.run(look, hidden / MARK, on_error="raise")
    except (ImportError, AttributeError) as error:
        raise UserError(f"A worker of the Dask cluster has no PhotoRestore of this version ({error}).") from error
    for address, one in seen.items():
        if one.version != photorestore.__version__:
            raise UserError(
                f"The worker {address} has PhotoRestore {one.version}, not {photorestore.__version__}."
                " Install the same on all computers."
            )
        if not one.sees_folder:
            raise UserError(
                f"The worker {address} can't write in “{hidden.parent}”. All computers need the same folders, "
                "under the same names, as on a shared disk."
            )
    return workers


def _resources(workers: Mapping[str, Any], device: str) -> dict[str, float]:
    """A graphics card for each photograph, should a worker state that it has some."""
    has_gpu = any(worker.get("resources", {}).get(GPU, 0) >= 1 for worker in workers.values())
    if device == "cuda" and not has_gpu:
        raise UserError('No worker states a graphics card. Start workers with --resources "GPU=1", or leave --device.')
    return {GPU: 1} if has_gpu and device in ("auto", "cuda") else {}


def _answer(future: Future, source: Path, progress: Progress) -> Done:
    """Wait for it, and stop when the user does. The scheduler gives a lost worker's photographs to others."""
    from distributed import CancelledError, KilledWorker, TimeoutError

    progress.report(0)
    while True:
        if progress.is_cancelled():
            future.cancel()
            raise Cancelled
        try:
            found: Done = future.result(timeout=_LOOK_S)
            return found
        except TimeoutError:
            continue
        except KilledWorker as error:
            raise UserError(
                f"“{source.name}”: every worker that began it was lost. Is it too large for them?"
            ) from error
        except (CancelledError, OSError) as error:
            raise UserError(
                f"“{source.name}”: the Dask scheduler is gone. Start it again, then use --resume."
            ) from error


def _take(made: Path, target: Path, source: Path) -> Path:
    """Give what a worker wrote its name, or the next free one."""

    def fill(temporary: Path) -> None:
        began = time.monotonic()
        while not made.exists() and time.monotonic() - began < _CONNECT_S:  # network disks tell us late
            time.sleep(_LOOK_S)
        made.replace(temporary)

    return save_by(fill, target, source=source)
