"""`bench methods` cancels real work in a real engine and says how long it took."""

from __future__ import annotations

import re

from click.testing import CliRunner

from photorestore.cli import main


def run(*arguments):
    return CliRunner().invoke(main, ["bench", "methods", *arguments], catch_exceptions=False)


def test_a_cancel_in_the_middle_is_measured():
    result = run("--megapixels", "4", "--moments", "0.1", "--only", "l0tv", "--device", "cpu")

    assert result.exit_code == 0
    assert re.search(r"l0tv +after 0.1 s stops in [0-9.]+ s \([0-9.]+ s\); engine at most 0\.[0-9]+ GB", result.output)


def test_moments_that_are_no_numbers_are_refused():
    result = run("--moments", "soon")

    assert result.exit_code == 2
    assert "not a list of numbers" in result.output
