"""Where resources, imported weights, cache and log lie: in the source tree, an installed wheel or a frozen bundle."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APP = "photorestore"


def resources() -> Path:
    """The program's own read-only files: weights, icons, model cards."""
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "resources"] if frozen else []
    package = Path(__file__).resolve().parent
    candidates += [package / "resources", package.parent / "resources"]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"resources not found; looked in {', '.join(map(str, candidates))}")


def bundled_weights() -> Path:
    return resources() / "weights"


def user_data() -> Path:
    """Where the program keeps what belongs to the user. `PHOTORESTORE_HOME` moves everything (tests, USB sticks)."""
    home = os.environ.get("PHOTORESTORE_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir(APP, appauthor=False))


def library() -> Path:
    """The database of the photo library; what belongs to it lies beside it."""
    return user_data() / "library" / "library.db"


def imported_weights() -> Path:
    return user_data() / "weights"


def cache_folder() -> Path:
    """What can be made again at any time."""
    home = os.environ.get("PHOTORESTORE_HOME")
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def thumbnails() -> Path:
    """Small pictures of the library's photographs."""
    return cache_folder() / "thumbnails"


def log_folder() -> Path:
    home = os.environ.get("PHOTORESTORE_HOME")
    return Path(home) / "log" if home else Path(platformdirs.user_log_dir(APP, appauthor=False))
