"""A batch on the command line: one photograph after another, one outcome each, a bar with time left, a summary."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from photorestore.core import progress as core
from photorestore.core.errors import Cancelled, UserError


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


@dataclass
class Batch:
    """Runs `work(source, target, progress)` over all pairs; a photograph that can't be done never stops the others."""

    work: Callable[[Path, Path, core.Progress], Outcome]
    console: Console = field(default_factory=lambda: Console(stderr=True))
    outcomes: list[Outcome] = field(default_factory=list)

    def run(self, jobs: Sequence[tuple[Path, Path]]) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self.console, disable=not self.console.is_terminal) as bar:
            task = bar.add_task("", total=len(jobs))
            for number, (source, target) in enumerate(jobs):

                def listen(share: float, text: str, number: int = number, name: str = source.name) -> None:
                    bar.update(task, completed=number + share, description=f"{name}: {text}" if text else name)

                self.outcomes.append(self._one(source, target, core.Progress(listen)))
                bar.update(task, completed=number + 1)
                self._say(self.outcomes[-1])

    def _one(self, source: Path, target: Path, progress: core.Progress) -> Outcome:
        started = time.monotonic()
        try:
            outcome = self.work(source, target, progress)
        except UserError as error:
            outcome = Outcome(source, problem=str(error))
        except KeyboardInterrupt:
            raise Cancelled from None
        return Outcome(**{**outcome.__dict__, "seconds": time.monotonic() - started})

    def _say(self, outcome: Outcome) -> None:
        if outcome.problem:
            self.console.print(f"[red]✗[/] {_plain(outcome.source.name)}: {_plain(outcome.problem)}", highlight=False)
            return
        self.console.print(
            f"[green]✓[/] {_plain(outcome.source.name)} → {_plain(str(outcome.output))}", highlight=False
        )
        for line in (*outcome.notes, *outcome.reasons):
            self.console.print(f"    {_plain(line)}", highlight=False)

    def finish(self, report: Path | None) -> None:
        """Write the report, say the summary, and leave with exit code 1 if any photograph failed."""
        if report:
            write_report(self.outcomes, report)
        failed = [outcome for outcome in self.outcomes if outcome.problem]
        if len(self.outcomes) > 1 or failed:
            done = len(self.outcomes) - len(failed)
            click.echo(f"{done} done, {len(failed)} failed{':' if failed else '.'}", err=True)
            for outcome in failed:
                click.echo(f"  {outcome.source}: {outcome.problem}", err=True)
        if failed:
            raise click.exceptions.Exit(1)


def write_report(outcomes: Sequence[Outcome], path: Path) -> None:
    """One JSON object a photograph."""
    from photorestore.files.atomic import save_bytes

    rows = [{**asdict(o), "source": str(o.source), "output": str(o.output) if o.output else None} for o in outcomes]
    save_bytes((json.dumps(rows, indent=1) + "\n").encode(), path, overwrite=True)


def _plain(text: str) -> str:
    """Brackets are not markup, and control characters in names don't reach the terminal."""
    visible = "".join(character if character.isprintable() else "�" for character in text)
    return visible.replace("[", "\\[")
