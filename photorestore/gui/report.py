"""The diagnostics report: what a helper needs to know of this computer and program, and nothing private."""

from __future__ import annotations

import getpass
import json
import platform
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

import photorestore
from photorestore.host.protocol import Ready, WeightsInfo


def make_report(engine: Ready | None, trouble: str, weights: Sequence[WeightsInfo], settings: Mapping[str, Any]) -> str:
    """English, whatever the window speaks: it is read by those who help."""
    memory = psutil.virtual_memory()
    lines = [
        f"PhotoRestore {photorestore.__version__}",
        f"System: {platform.platform()}, {platform.machine()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {QGuiApplication.platformName()}",
        f"Language: {QLocale().name()}",
        f"Processor: {psutil.cpu_count(logical=False)} cores, {psutil.cpu_count()} threads",
        f"Memory: {memory.available / 1e9:.1f} GB free of {memory.total / 1e9:.1f} GB",
        _engine_line(engine, trouble),
        f"Settings that differ: {json.dumps(dict(settings), sort_keys=True, ensure_ascii=False)}",
        *(f"Weights {info.name}: {info.state}, {info.origin}, {info.sha256[:16]} {info.trouble}" for info in weights),
    ]
    return without_private_paths("\n".join(line.rstrip() for line in lines)) + "\n"


def without_private_paths(text: str, home: Path | None = None, user: str | None = None) -> str:
    """The home folder becomes "~", and a user's name in a path "user"."""
    home, user = home or Path.home(), user if user is not None else _user()
    if home != Path(home.anchor):
        text = text.replace(str(home), "~").replace(home.as_posix(), "~")
    if len(user) > 1:
        text = re.sub(rf"(?<=[/\\]){re.escape(user)}(?=[/\\]|\b)", "user", text)
    return text


def _engine_line(engine: Ready | None, trouble: str) -> str:
    if engine is None:
        return f"Engine: not running. {trouble}"
    return f"Engine: {engine.device}, {engine.precision}. {engine.reason}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody has a name here
        return ""
