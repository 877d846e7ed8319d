from pathlib import Path

import cv2
import pytest
from click.testing import CliRunner
from helpers import scene

from photorestore.cli import main

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


@pytest.mark.parametrize("command", [name for name, command in main.commands.items() if not command.hidden])
def test_every_command_is_in_the_readme_and_has_help(command):
    assert f"photorestore {command}" in README
    assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0


@pytest.mark.parametrize("kind", ["detector", "denoiser"])
def test_a_dry_run_says_the_whole_run_and_writes_nothing(tmp_path, kind):
    for folder in ("photos", "faces", "old_photos"):
        (tmp_path / folder).mkdir()
        cv2.imwrite(str(tmp_path / folder / "a.png"), scene(32, 32) * 255)

    result = CliRunner().invoke(main, ["train", kind, str(tmp_path), "-o", str(tmp_path / "run"), "--dry-run"])

    assert result.exit_code == 0, result.output
    assert '"learning_rate"' in result.output
    assert not (tmp_path / "run").exists()
