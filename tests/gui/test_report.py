from pathlib import Path

from photorestore.gui.report import make_report
from photorestore.host.protocol import Ready, WeightsInfo


def test_the_report_tells_device_weights_and_settings(qapp):
    weights = [WeightsInfo("detector", "find damage", "damaged", "bundled", "MIT", "", sha256="ab" * 32)]
    report = make_report(Ready("cpu", "float32", "No graphics card."), "", weights, {"theme": "dark"})

    for words in ("PhotoRestore", "cpu, float32. No graphics card.", "detector: damaged", '"theme": "dark"'):
        assert words in report


def test_no_private_path_is_in_the_report(qapp):
    home = Path.home()
    trouble = f"There is no file {home}/grandmother/weights.safetensors."
    weights = [WeightsInfo("detector", "", "missing", "imported", "", "", trouble=trouble)]

    assert str(home / "grandmother") not in make_report(None, trouble, weights, {})


def test_settings_name_no_folder_and_no_photograph(qapp):
    settings = {"export-folder": "/mnt/scans/Aunt Rosa", "last": "D:\\Fotos\\Oma.jpg", "theme": "dark"}

    report = make_report(None, "", [], settings)

    assert '"theme": "dark"' in report
    for private in ("Rosa", "Oma", "Fotos", "mnt"):
        assert private not in report
