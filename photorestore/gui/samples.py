"""The three damaged sample photographs, copied to where their results may lie beside them."""

from __future__ import annotations

from pathlib import Path

from photorestore import paths
from photorestore.files.atomic import save_bytes


def bundled_samples() -> list[Path]:
    return sorted((paths.resources() / "samples").glob("*.jpg"))


def own_samples() -> list[Path]:
    """The user's copies, made where they are missing; `UserError` if the disk refuses."""
    folder = paths.user_data() / "samples"
    return [
        folder / sample.name
        if (folder / sample.name).is_file()
        else save_bytes(sample.read_bytes(), folder / sample.name)
        for sample in bundled_samples()
    ]
