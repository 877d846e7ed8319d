"""The repository holds the program and nothing that a working day left lying about."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = {"pyproject.toml", "README.md", "Makefile", "LICENSE"}
FOLDERS = {"photorestore", "resources", "tests", "packaging"}


def test_the_top_level_is_what_it_was_meant_to_be():
    git = shutil.which("git")
    if git is None:
        pytest.skip("no git here")
    found = subprocess.run([git, "ls-files"], cwd=ROOT, check=False, capture_output=True, text=True)
    if not found.stdout:
        pytest.skip("not a checkout")
    top = {line.split("/")[0] for line in found.stdout.splitlines()}

    assert {name for name in top if not name.startswith(".")} == FILES | FOLDERS
