"""A batch on the command line: one photograph after another, one outcome each, a bar with time left, a summary."""

from __future__ import annotations

import json
import logging
import signal
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from photorestore.cli.sentences import apology, printable
from photorestore.cli.workers import work_in_threads
from photorestore.core import progress as core
from photorestore.core.errors import Cancelled, UserError

log = logging.getLogger(__name__)

_STOPPED = "Not done, because you stopped the work."


@dataclass(frozen=True)
class Outcome:
    """What became of one photograph: `output` if it went well, otherwise a sentence in `problem`."""

    source: Path
    output: Path | None = None
    problem: str = ""
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    mask_share: float = 0.0
    seconds: float = 0.0
    was_done: bool = False  # by an earlier run, and still there


def progress_bar(console: Console) -> Progress:
    """Shown on a terminal only. Brackets in a description are no markup."""
    what = TextColumn("{task.description}", markup=False)
    columns = (what, BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)


Work = Callable[[Path, Path, core.Progress], Outcome]


def attempt(work: Work, source: Path, target: Path, progress: core.Progress) -> Outcome:
    """What went wrong is in the outcome, in words. Only `Cancelled` is raised."""
    try:
        return work(source, target, progress)
    except Cancelled:
        raise
    except UserError as error:
        return Outcome(source, problem=str(error))
    except MemoryError:
        return Outcome(source, problem="There is not enough free memory for it. Close other programs.")
    except Exception as error:  # outermost frame of this photograph: the others deserve their chance
        log.exception("%s failed", source)
        return Outcome(source, problem=apology(error))


@dataclass
class Batch:
    """Runs `work(source, target, progress)` over all pairs; a photograph that can't be done never stops the others.

    Several works are done at once, each in a thread of its own. `outcomes` are in the order of the photographs anyway.
    """

    work: Work | Sequence[Work]
    console: Console = field(default_factory=lambda: Console(stderr=True))
    outcomes: list[Outcome] = field(default_factory=list)
    stopped: list[Outcome] = field(default_factory=list)

    def run(self, jobs: Sequence[tuple[Path, Path]]) -> None:
        """Do them all, or as many as Ctrl+C (or a polite kill) allows; then say the summary."""
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
        done: dict[int, Outcome] = {}
        try:
            self._run(jobs, done)
        except (KeyboardInterrupt, Cancelled):
            self.stopped = [Outcome(source, problem=_STOPPED) for at, (source, _) in enumerate(jobs) if at not in done]
        finally:
            signal.signal(signal.SIGTERM, before)
        self.outcomes = [done[at] for at in sorted(done)]
        self._summarize()

    def _run(self, jobs: Sequence[tuple[Path, Path]], done: dict[int, Outcome]) -> None:
        with progress_bar(self.console) as bar:
            task = bar.add_task("", total=len(jobs))
            shares: dict[int, float] = {}
            stopping = threading.Event()

            def do(work: Work, at: int, job: tuple[Path, Path]) -> Outcome:
                name = printable(job[0].name)

                def listen(share: float, text: str) -> None:
                    shares[at] = share
                    whole = len(done) + sum(shares.get(other, 0) for other in list(shares) if other not in done)
                    bar.update(task, completed=whole, description=f"{name}: {text}" if text else name)

                done[at] = self._one(work, *job, core.Progress(listen, stopping.is_set))  # whoever still listens
                return done[at]

            with closing(self._outcomes_of(do, jobs, stopping)) as outcomes:  # stops the workers, whatever happens
                for at, outcome in outcomes:
                    shares.pop(at, None)
                    bar.update(task, completed=len(done) + sum(shares.values()))
                    self._say(outcome)

    def _outcomes_of(
        self, do: Callable[[Work, int, tuple[Path, Path]], Outcome], jobs: Sequence[tuple[Path, Path]],
        stopping: threading.Event,
    ) -> Generator[tuple[int, Outcome], None, None]:  # fmt: skip
        works = [self.work] if callable(self.work) else list(self.work)
        if len(works) == 1:
            return ((at, do(works[0], at, job)) for at, job in enumerate(jobs))
        return work_in_threads([partial(do, work) for work in works], jobs, stopping)

    def _one(self, work: Work, source: Path, target: Path, progress: core.Progress) -> Outcome:
        started = time.monotonic()
        outcome = attempt(work, source, target, progress)
        return Outcome(**{**outcome.__dict__, "seconds": time.monotonic() - started})

    def _say(self, outcome: Outcome) -> None:
        if outcome.problem:
            self._print(f" {outcome.source.name}: {outcome.problem}", ("✗", "red"))
            return
        before = " (done before)" if outcome.was_done else ""
        self._print(f" {outcome.source.name} → {outcome.output}{before}", ("✓", "green"))
        for line in (*outcome.notes, *outcome.reasons):
            self._print(f"    {line}")

    def _summarize(self) -> None:
        failed = self._failed
        if len(self.outcomes) + len(self.stopped) > 1 or failed or self.stopped:
            left = f", {len(self.stopped)} not done, because you stopped the work" if self.stopped else ""
            skipped = sum(outcome.was_done for outcome in self.outcomes)
            before = f"{skipped} done before, " if skipped else ""
            counted = f"{before}{len(self.outcomes) - len(failed) - skipped} done, {len(failed)} failed{left}"
            self._print(f"{counted}{':' if failed else '.'}")
            for outcome in failed:
                self._print(f"  {outcome.source}: {outcome.problem}")

    def _print(self, words: str, sign: tuple[str, str] = ("", "")) -> None:
        """`sign` and its colour stand first."""
        self.console.print(Text.assemble(sign, printable(words)), highlight=False, soft_wrap=True)

    @property
    def _failed(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.problem]

    def write_report(self, path: Path) -> None:
        """One JSON object a photograph, those not done included."""
        from photorestore.files.atomic import save_bytes

        rows = [
            {
                **asdict(outcome),
                "source": str(outcome.source),
                "output": str(outcome.output) if outcome.output else None,
            }
            for outcome in (*self.outcomes, *self.stopped)
        ]
        save_bytes((json.dumps(rows, indent=1) + "\n").encode(), path, overwrite=True)

    def leave(self) -> None:
        """With exit code 130 if somebody stopped the work, 1 if a photograph failed."""
        if self.stopped:
            raise Cancelled
        if self._failed:
            raise click.exceptions.Exit(1)
