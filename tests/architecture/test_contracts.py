"""Every import contract is seen to fail: a guard that can't break guards nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BROKEN = [
    ("core/photo.py", "import photorestore.files.reading", "Imports point only towards core"),
    ("host/client.py", "import photorestore.engine.tools", "Imports point only towards core"),
    ("exporting/files.py", "import photorestore.engine.tools", "Imports point only towards core"),
    ("files/naming.py", "import photorestore.exporting.naming", "Imports point only towards core"),
    ("exporting/pages.py", "from PySide6.QtGui import QImage", "No Qt below the window"),
    ("engine/tools.py", "from PySide6.QtCore import QObject", "No Qt below the window"),
    ("library/jobs.py", "import photorestore.engine.tools", "Imports point only towards core"),
    ("engine/tools.py", "import photorestore.library.jobs", "Imports point only towards core"),
    ("library/photos.py", "from PySide6.QtCore import QObject", "No Qt below the window"),
    ("library/look_alikes.py", "import torch", "The window never reaches torch, the engine or training"),
    ("gui/app.py", "import torch", "The window never reaches torch, the engine or training"),
    ("gui/engine_host.py", "import photorestore.engine.weights", "The window never reaches torch"),
    ("core/mask.py", "from PIL import Image", "core knows numpy and OpenCV"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("module", "line", "contract"), BROKEN)
def test_a_forbidden_import_breaks_its_contract(tmp_path, module, line, contract):
    shutil.copytree(ROOT / "photorestore", tmp_path / "photorestore")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    broken = tmp_path / "photorestore" / module
    broken.write_text(broken.read_text() + f"\n{line}\n")

    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    run = subprocess.run([sys.executable, "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert any(contract in row and "BROKEN" in row for row in run.stdout.splitlines())
