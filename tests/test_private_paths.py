from pathlib import Path

import pytest
from click.testing import CliRunner

from photorestore import paths
from photorestore.cli import main
from photorestore.library.database import open_library
from photorestore.private_paths import without_private_paths

HOME = Path("/home/erna")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("There is no file /home/erna/Oma Rosa/a.safetensors.", "There is no file <path>"),
        ("“/mnt/Aunt Rosa/garden.jpg” can't be read.", "“<picture>” can't be read."),
        ("“Aunt Rosa.jpeg” is damaged. Get a fresh copy of it.", "“<picture>” is damaged. Get a fresh copy of it."),
        ("The library “/mnt/Rosa's disk/library.db” is full.", "The library “<path>” is full."),
        (r'{"folder": "D:\\Fotos\\Rosa", "theme": "dark"}', '{"folder": "<path>", "theme": "dark"}'),
        (r"\\server\scans\Rosa is offline", "<path> is offline"),
        ("cannot open Aunt Rosa.TIF", "<picture>"),
        ("Ask erna about it, not ernas", "Ask <user> about it, not ernas"),
        ("Using the processor with float32 (as asked).", "Using the processor with float32 (as asked)."),
        ("8 cores / 16 threads and/or 2.5 GB", "8 cores / 16 threads and/or 2.5 GB"),
    ],
)
def test_paths_pictures_and_names_go_and_the_rest_stays(text, shown):
    assert without_private_paths(text, HOME, "erna") == shown


def test_the_programs_own_folders_keep_a_name():
    weights = paths.imported_weights() / "detector-0123.safetensors"

    shown = without_private_paths(f"The file {weights} is not the one that was checked.", HOME, "erna")

    assert shown == "The file <data>/weights/detector-0123.safetensors is not the one that was checked."


def test_the_doctor_names_no_private_path(monkeypatch, tmp_path):
    home = tmp_path / "Aunt Rosa"
    monkeypatch.setenv("PHOTORESTORE_HOME", str(home))
    open_library(paths.library()).close()
    paths.library().write_bytes(b"x" * 5000)
    paths.imported_weights().mkdir(parents=True)
    (paths.imported_weights() / "manifest.json").write_text("{")
    paths.log_folder().mkdir(parents=True)
    (paths.log_folder() / "crash.log").write_text("Fatal Python error")

    said = CliRunner().invoke(main, ["doctor", "--device", "cuda"]).output

    assert "Library: damaged" in said
    assert "Trouble: The list of weights <data>/weights/manifest.json is damaged" in said
    assert "Last crash: 2" in said
    assert "Rosa" not in said
