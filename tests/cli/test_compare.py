"""`compare` and `bench denoise` write their tables and pictures."""

from __future__ import annotations

import csv

import cv2
import numpy as np
import pytest
from click.testing import CliRunner
from helpers import scene

from photorestore.cli import charts, main
from photorestore.core.errors import UserError


@pytest.fixture
def folder(tmp_path):
    rng = np.random.default_rng(0)
    for name in ("clean", "noisy"):
        (tmp_path / name).mkdir()
    for seed in range(2):
        clean = scene(72, 80, seed)
        noisy = clean + 0.08 * rng.standard_normal(clean.shape)
        for name, pixels in (("clean", clean), ("noisy", noisy)):
            cv2.imwrite(str(tmp_path / name / f"{seed}.png"), np.uint8(np.clip(pixels, 0, 1) * 255))
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def test_a_comparison_writes_a_table_a_sheet_and_plots(folder):
    result = run(
        "compare", folder / "noisy", "--clean", folder / "clean", "--methods", "nlm,median", "-o", folder / "out"
    )

    rows = list(csv.DictReader((folder / "out" / "compare.csv").read_text().splitlines()))
    assert result.exit_code == 0
    assert [row["method"] for row in rows] == ["input", "nlm", "median"] * 2
    assert float(rows[1]["psnr_db"]) > float(rows[0]["psnr_db"])
    assert "| 0.png | nlm |" in (folder / "out" / "compare.md").read_text()
    for name in ("0-sheet.png", "1-sheet.png", "psnr-time.png", "psnr-noise.png"):
        assert cv2.imread(str(folder / "out" / name)) is not None


def test_one_picture_that_does_not_fit_costs_the_others_nothing(folder):
    cv2.imwrite(str(folder / "clean" / "0.png"), np.zeros((9, 9, 3), np.uint8))
    result = run(
        "compare", folder / "noisy", "--clean", folder / "clean", "--methods", "median, nlm", "-o", folder / "out"
    )

    assert result.exit_code == 1
    assert "1 of 2 pictures could not be compared" in result.output
    assert "| 1.png | nlm |" in (folder / "out" / "compare.md").read_text()


def test_a_comparison_does_not_go_among_the_photographs(folder):
    result = CliRunner().invoke(main, ["compare", str(folder / "noisy"), "-o", str(folder / "noisy")])

    assert result.exit_code == 1
    assert "folder of its own" in result.output
    assert len(list((folder / "noisy").iterdir())) == 2


def test_a_blur_without_its_kind_is_refused(folder):
    result = CliRunner().invoke(main, ["compare", str(folder / "noisy"), "--blur-px", "5", "-o", str(folder / "out")])

    assert result.exit_code == 1
    assert "--blur" in result.output


def test_an_unknown_method_is_said_in_a_sentence(folder):
    result = run("compare", folder / "noisy", "--methods", "magic", "-o", folder / "out")

    assert result.exit_code != 0
    assert "no method called" in result.output


def test_a_protocol_becomes_a_row(folder):
    result = run(
        "bench", "denoise", folder / "clean", "--crop", 64, "--pictures", 1, "--only", "salt and pepper 30",
        "-o", folder / "bench.md",
    )  # fmt: skip

    assert result.exit_code == 0
    assert "| Salt and pepper 30% | input" in (folder / "bench.md").read_text()
    assert "l0tv" in result.output


def test_a_broken_picture_does_not_stop_the_others(folder):
    (folder / "noisy" / "0.png").write_bytes(b"no picture")
    result = run("compare", folder / "noisy", "--methods", "median", "-o", folder / "out")

    rows = list(csv.DictReader((folder / "out" / "compare.csv").read_text().splitlines()))
    assert {row["photo"] for row in rows} == {"1.png"}
    assert result.exit_code == 1
    assert "0.png" in result.output
    assert "1 of 2 pictures" in result.output


def test_a_photograph_with_the_name_of_a_sheet_or_plot_stays(folder):
    names = ("0-sheet.png", "psnr-time.png", "psnr-noise.png")
    for name in names:
        (folder / "noisy" / name).write_bytes(b"a photograph")
    result = run(
        "compare", folder / "noisy" / "0.png", "--clean", folder / "clean", "--methods", "median",
        "-o", folder / "noisy",
    )  # fmt: skip

    assert result.exit_code == 0
    assert all((folder / "noisy" / name).read_bytes() == b"a photograph" for name in names)
    assert cv2.imread(str(folder / "noisy" / "0-sheet (2).png")) is not None


def test_a_sheet_of_a_long_name_has_room_for_its_ending(folder):
    (folder / "noisy" / "0.png").rename(folder / "noisy" / f"{'a' * 251}.png")
    result = run("compare", folder / "noisy", "--methods", "median", "-o", folder / "out")

    assert result.exit_code == 0
    assert len(list((folder / "out").glob("a*-sheet.png"))) == 1


def test_a_sheet_that_can_not_be_saved_costs_no_tables(folder, monkeypatch):
    def refuse(*_):
        raise UserError("The disk is full.")

    monkeypatch.setattr(charts, "draw_sheet", refuse)
    result = run("compare", folder / "noisy", "--methods", "median", "-o", folder / "out")

    assert result.exit_code == 1
    assert "The disk is full." in result.output
    assert len((folder / "out" / "compare.csv").read_text().splitlines()) == 5
