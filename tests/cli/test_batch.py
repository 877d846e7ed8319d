import json
from pathlib import Path

import click
import pytest
from rich.console import Console

from photorestore.cli.batch import Batch, Outcome
from photorestore.core.errors import Cancelled, UserError


def work(source, target, progress):
    progress.report(0.5)
    if "broken" in source.name:
        raise UserError("It is broken.")
    return Outcome(source, target, reasons=("2 faces.",))


def jobs(*names: str) -> list[tuple[Path, Path]]:
    return [(Path(name), Path("out") / name) for name in names]


def test_one_broken_photograph_does_not_stop_the_others():
    batch = Batch(work)
    batch.run(jobs("a.png", "broken.png", "c.png"))

    assert [bool(outcome.problem) for outcome in batch.outcomes] == [False, True, False]


def test_the_summary_names_what_failed_and_the_exit_code_is_not_zero(capsys, tmp_path):
    batch = Batch(work)
    batch.run(jobs("a.png", "broken.png"))

    with pytest.raises(click.exceptions.Exit) as left:
        batch.finish(tmp_path / "report.json")

    assert left.value.exit_code == 1
    assert "1 done, 1 failed:" in capsys.readouterr().err
    rows = json.loads((tmp_path / "report.json").read_text())
    assert [row["problem"] for row in rows] == ["", "It is broken."]


def test_interrupting_ends_the_whole_batch():
    def interrupted(source, target, progress):
        raise KeyboardInterrupt

    with pytest.raises(Cancelled):
        Batch(interrupted).run(jobs("a.png", "b.png"))


def test_a_strange_name_is_shown_without_its_control_characters(capsys):
    batch = Batch(work, Console(stderr=True, width=200))
    batch.run(jobs("[red]a\x1b[2J.png"))

    assert "[red]a�[2J.png" in capsys.readouterr().err
