"""The diagnostics report: what a helper needs to know of this computer and program, and nothing private."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from typing import Any

import psutil
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

import photorestore
from photorestore.host.protocol import Ready, WeightsInfo
from photorestore.private_paths import without_private_paths


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


def _engine_line(engine: Ready | None, trouble: str) -> str:
    if engine is None:
        return f"Engine: not running. {trouble}"
    return f"Engine: {engine.device}, {engine.precision}. {engine.reason}"
