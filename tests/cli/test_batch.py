import json
import signal
import threading
import time
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

    batch.write_report(tmp_path / "report.json")
    with pytest.raises(click.exceptions.Exit) as left:
        batch.leave()

    assert left.value.exit_code == 1
    assert "1 done, 1 failed:" in capsys.readouterr().err
    rows = json.loads((tmp_path / "report.json").read_text())
    assert [row["problem"] for row in rows] == ["", "It is broken."]


@pytest.fixture
def hears_interrupts():
    """A shell starts what runs in its background deaf to Ctrl+C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupting_ends_the_batch_and_what_was_not_done_is_said(capsys, tmp_path, number, hears_interrupts):
    def interrupted(source, target, progress):
        if source.name == "b.png":
            signal.raise_signal(number)
        return work(source, target, progress)

    batch = Batch(interrupted)
    batch.run(jobs("a.png", "b.png", "c.png"))
    batch.write_report(tmp_path / "report.json")

    assert "1 done, 0 failed, 2 not done" in capsys.readouterr().err
    rows = json.loads((tmp_path / "report.json").read_text())
    assert [(bool(row["output"]), "stopped" in row["problem"]) for row in rows] == [(True, False), *2 * [(False, True)]]
    with pytest.raises(Cancelled):
        batch.leave()


@pytest.mark.parametrize("error", [RuntimeError("a bug"), MemoryError()])
def test_not_even_a_bug_stops_the_others(capsys, error):
    def buggy(source, target, progress):
        if source.name == "a.png":
            raise error
        return work(source, target, progress)

    Batch(buggy).run(jobs("a.png", "b.png"))

    said = capsys.readouterr().err
    assert "1 done, 1 failed" in said
    assert "Traceback" not in said


def test_a_strange_name_is_shown_without_its_control_characters(capsys):
    batch = Batch(work, Console(stderr=True, width=200))
    batch.run(jobs("[red]a\x1b[2J.png"))

    assert "[red]a�[2J.png" in capsys.readouterr().err


def test_a_name_is_neither_markup_nor_control_on_a_terminal(capsys):
    batch = Batch(work, Console(stderr=True, width=200, force_terminal=True))
    batch.run(jobs("[/red].png", "broken\x1b[2J.png"))

    assert "\x1b[2J" not in capsys.readouterr().err
    assert [bool(outcome.problem) for outcome in batch.outcomes] == [False, True]


@pytest.mark.parametrize("name", [r"C:\Photos\[anna]\a.jpg", r"x\[/b]y.jpg"])
def test_backslashes_and_brackets_of_a_name_are_shown_as_they_are(capsys, name):
    good, broken = Path(name), Path(name).with_suffix(".broken.jpg")
    Batch(work, Console(stderr=True, width=200)).run([(good, Path("out") / name), (broken, Path("out"))])

    said = capsys.readouterr().err
    assert f"✓ {good.name} → {Path('out') / name}\n" in said
    assert f"✗ {broken.name}: It is broken.\n" in said
    assert f"  {broken}: It is broken.\n" in said


def test_a_long_sentence_stays_one_line_in_a_file(capsys):
    Batch(work, Console(stderr=True, width=40)).run(jobs(f"{'long ' * 20}.png"))

    assert len(capsys.readouterr().err.splitlines()) == 2


def test_several_at_once_give_the_same_outcomes_and_summary(capsys):
    def slow(source, target, progress):
        time.sleep(0.05 if source.name == "a.png" else 0)
        return work(source, target, progress)

    names = ("a.png", "broken 1.png", "c.png", "broken 2.png", "d.png")
    alone, together = Batch(work), Batch([slow, slow, slow])
    alone.run(jobs(*names))
    summary = capsys.readouterr().err.splitlines()[-3:]
    together.run(jobs(*names))

    assert [(o.source, o.output, o.problem) for o in together.outcomes] == [
        (o.source, o.output, o.problem) for o in alone.outcomes
    ]
    assert capsys.readouterr().err.splitlines()[-3:] == summary


def test_interrupting_stops_all_that_run_at_once(capsys, hears_interrupts):
    main = threading.main_thread()

    def endless(source, target, progress):
        if source.name == "a.png":
            return work(source, target, progress)
        if source.name == "b.png":
            signal.pthread_kill(main.ident, signal.SIGINT)
        while True:
            progress.report(0.5)
            time.sleep(0.001)

    batch = Batch([endless, endless])
    batch.run(jobs("a.png", "b.png", "c.png", "d.png"))

    assert [outcome.source.name for outcome in batch.outcomes] == ["a.png"]
    assert "1 done, 0 failed, 3 not done" in capsys.readouterr().err
    assert not [thread for thread in threading.enumerate() if thread.name == "restoring"]


def test_what_was_done_before_is_counted_apart(capsys):
    def before(source, target, progress):
        return Outcome(source, target, was_done=source.name == "a.png")

    Batch(before).run(jobs("a.png", "b.png"))

    assert "1 done before, 1 done, 0 failed" in capsys.readouterr().err
