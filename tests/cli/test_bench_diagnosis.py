"""`bench diagnosis` spoils clean pictures in every way and counts what is told rightly."""

from __future__ import annotations

import re

import cv2
import numpy as np
import pytest
from click.testing import CliRunner

from photorestore.cli import main
from photorestore.engine.spoilers import SPOILERS


@pytest.fixture
def folder(tmp_path):
    rng = np.random.default_rng(3)
    plane = np.full((256, 320), 128, np.uint8)
    for _ in range(600):
        centre = (int(rng.uniform(0, 320)), int(rng.uniform(0, 256)))
        radius = int(min(4 / rng.random() ** 0.7, 80))
        cv2.circle(plane, centre, radius, int(rng.uniform(30, 220)), -1, cv2.LINE_AA)
    cv2.imwrite(str(tmp_path / "clean.png"), plane)
    return tmp_path


def test_every_kind_is_counted_and_the_share_of_right_answers_said(folder):
    result = CliRunner().invoke(main, ["bench", "diagnosis", str(folder)], catch_exceptions=False)

    rows = dict(re.findall(r"^ *(\S+) +(\d+ of \d+)", result.output, re.MULTILINE))
    assert set(rows) == {*SPOILERS, "all"}
    assert rows["none"] == "1 of 1"
    right = sum(int(row.split()[0]) for kind, row in rows.items() if kind != "all")
    assert rows["all"] == f"{right} of {len(SPOILERS)}"
    assert f"{right / len(SPOILERS):.1%}" in result.output


def test_a_folder_without_pictures_is_refused_in_words(tmp_path):
    result = CliRunner().invoke(main, ["bench", "diagnosis", str(tmp_path)])

    assert result.exit_code == 1
    assert "no pictures" in result.output
