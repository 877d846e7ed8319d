import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("module", "banned"),
    [
        ("gui.app", "torch"),
        ("gui.app", "photorestore.engine"),
        ("cli", "torch"),
        ("cli", "PySide6"),
        ("host.client", "torch"),
        ("engine.pipeline", "PySide6"),
        ("files.reading", "torch"),
        ("library.importing", "torch"),
        ("library.photos", "PySide6"),
        ("exporting.gallery", "torch"),
        ("exporting.pages", "PySide6"),
    ],
)
def test_heavy_imports_stay_where_they_belong(module, banned):
    check = f"import sys, photorestore.{module}; sys.exit({banned!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
