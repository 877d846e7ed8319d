import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from photorestore import paths
from photorestore.cli import main
from photorestore.host.child import EngineOptions

ROOT = Path(__file__).parents[2]


def test_the_wheel_holds_resources_and_the_command(tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    kept = [path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert {f"photorestore/{path.as_posix()}" for path in kept} <= set(names)
    assert any(name.endswith("entry_points.txt") for name in names)
    assert any(name.endswith("LICENSE") for name in names)


def test_an_installed_wheel_finds_what_it_brings(tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site"), "PHOTORESTORE_HOME": str(tmp_path / "home")}

    told = subprocess.run(
        [sys.executable, "-P", "-c", "from photorestore import paths; print(paths.resources())"],
        cwd=tmp_path, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip

    assert Path(told.stdout.strip()) == tmp_path / "site" / "photorestore" / "resources"


def test_a_frozen_bundle_looks_beside_itself_and_starts_its_own_engine(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    worker = EngineOptions().command()[1]

    assert paths.resources() == tmp_path / "resources"
    assert main.commands[worker].name == "engine-worker"


def test_the_readme_names_the_packages_that_ci_installs():
    [said] = re.findall(r"`apt install make python3-venv ([^`]*)`", (ROOT / "README.md").read_text())
    [installed] = re.findall(r"^packages=\((.*)\)$", (ROOT / ".ci" / "run").read_text(), re.MULTILINE)

    assert said.split() == installed.split()
