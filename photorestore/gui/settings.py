"""Every setting once: its key, default, limits and words. `Settings` keeps their values in a file."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from photorestore.core.errors import UserError
from photorestore.files.atomic import save_bytes
from photorestore.gui.words import QT_TRANSLATE_NOOP
from photorestore.host.child import EngineOptions

log = logging.getLogger(__name__)

Value = TypeVar("Value")
_AUTOMATIC = QT_TRANSLATE_NOOP("Settings", "automatic")


@dataclass(frozen=True)
class Setting(Generic[Value]):
    """`page` is where it is shown, "" for nowhere. Words are English and translated in the context "Settings".

    `choices` are (value, words); `more_choices` lets others add to them, so that any word is valid. A number lies
    within `low` and `high`, and `low` is shown as `lowest`.
    """

    key: str
    page: str
    default: Value
    title: str = ""
    help: str = ""
    choices: tuple[tuple[Value, str], ...] = ()
    more_choices: bool = False
    low: int = 0
    high: int = 0
    step: int = 1
    unit: str = ""
    lowest: str = ""

    def accepts(self, value: object) -> bool:
        if type(value) is not type(self.default):
            return False
        if isinstance(value, dict):
            return all(isinstance(k, str) and _is_words(v) for k, v in value.items())
        if isinstance(value, int) and not isinstance(value, bool):
            return self.low <= value <= self.high
        return not self.choices or self.more_choices or value in [choice for choice, _ in self.choices]


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


LANGUAGE = Setting(
    "language",
    "general",
    "system",
    QT_TRANSLATE_NOOP("Settings", "Language"),
    QT_TRANSLATE_NOOP("Settings", "The whole window changes at once; what you wrote stays as it is."),
    choices=(("system", QT_TRANSLATE_NOOP("Settings", "As the system")), ("en", "English"), ("de", "Deutsch")),
)
THEME = Setting(
    "theme",
    "general",
    "system",
    QT_TRANSLATE_NOOP("Settings", "Appearance"),
    QT_TRANSLATE_NOOP("Settings", "Light or dark windows."),
    choices=(
        ("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
        ("light", QT_TRANSLATE_NOOP("Settings", "Light")),
        ("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
    ),
)
START_PAGE = Setting(
    "start-page",
    "general",
    "last",
    QT_TRANSLATE_NOOP("Settings", "Start with"),
    QT_TRANSLATE_NOOP("Settings", "The page that is shown when the program opens."),
    choices=(("last", QT_TRANSLATE_NOOP("Settings", "The page that was open last")),),
    more_choices=True,
)
IMPORT_COPY = Setting(
    "import-copy",
    "library",
    "reference",
    QT_TRANSLATE_NOOP("Settings", "Imported photographs"),
    QT_TRANSLATE_NOOP("Settings", "Originals are only read, wherever they lie. Copies take space on the disk."),
    choices=(
        ("reference", QT_TRANSLATE_NOOP("Settings", "Stay where they are")),
        ("copy", QT_TRANSLATE_NOOP("Settings", "Are copied to the library")),
    ),
)
DEVICE = Setting(
    "device",
    "performance",
    "auto",
    QT_TRANSLATE_NOOP("Settings", "Device"),
    QT_TRANSLATE_NOOP("Settings", "What computes. Automatic takes a graphics card if there is a suitable one."),
    choices=(
        ("auto", QT_TRANSLATE_NOOP("Settings", "Automatic")),
        ("cpu", QT_TRANSLATE_NOOP("Settings", "Processor")),
        ("cuda", QT_TRANSLATE_NOOP("Settings", "NVIDIA or AMD graphics card")),
        ("mps", QT_TRANSLATE_NOOP("Settings", "Apple graphics")),
    ),
)
PRECISION = Setting(
    "precision",
    "performance",
    "auto",
    QT_TRANSLATE_NOOP("Settings", "Precision"),
    QT_TRANSLATE_NOOP("Settings", "Full precision is slower; the difference can hardly be seen."),
    choices=(
        ("auto", QT_TRANSLATE_NOOP("Settings", "Automatic, the fastest")),
        ("float32", QT_TRANSLATE_NOOP("Settings", "Full (float32)")),
    ),
)
THREADS = Setting(
    "threads",
    "performance",
    0,
    QT_TRANSLATE_NOOP("Settings", "Processor threads"),
    QT_TRANSLATE_NOOP("Settings", "Fewer leave more of the computer to other programs."),
    high=256,
    lowest=_AUTOMATIC,
)
MEMORY_MB = Setting(
    "memory-mb",
    "performance",
    0,
    QT_TRANSLATE_NOOP("Settings", "Memory for computing"),
    QT_TRANSLATE_NOOP("Settings", "Less makes smaller tiles. Automatic takes half of what is free, at most 4 GB."),
    high=1 << 20,
    step=256,
    unit="MB",
    lowest=_AUTOMATIC,
)
CACHE_MB = Setting(
    "cache-mb",
    "performance",
    0,
    QT_TRANSLATE_NOOP("Settings", "Memory for finished steps"),
    QT_TRANSLATE_NOOP("Settings", "Kept so that a changed setting repeats only what depends on it."),
    high=1 << 16,
    step=256,
    unit="MB",
    lowest=_AUTOMATIC,
)
WHEEL = Setting(
    "wheel",
    "canvas",
    "zoom",
    QT_TRANSLATE_NOOP("Settings", "Mouse wheel"),
    QT_TRANSLATE_NOOP("Settings", "With Ctrl the wheel always zooms."),
    choices=(
        ("zoom", QT_TRANSLATE_NOOP("Settings", "Zooms the photograph")),
        ("scroll", QT_TRANSLATE_NOOP("Settings", "Moves the photograph")),
    ),
)
OVERLAY = Setting(
    "overlay",
    "canvas",
    "red",
    QT_TRANSLATE_NOOP("Settings", "Colour of damage"),
    QT_TRANSLATE_NOOP("Settings", "What is damaged is covered with it when you have it shown."),
    choices=(
        ("red", QT_TRANSLATE_NOOP("Settings", "Red")),
        ("green", QT_TRANSLATE_NOOP("Settings", "Green")),
        ("blue", QT_TRANSLATE_NOOP("Settings", "Blue")),
        ("yellow", QT_TRANSLATE_NOOP("Settings", "Yellow")),
    ),
)
SURROUND = Setting(
    "surround",
    "colour",
    "theme",
    QT_TRANSLATE_NOOP("Settings", "Around the photograph"),
    QT_TRANSLATE_NOOP("Settings", "Always a neutral grey, so that it does not change how colours look."),
    choices=(
        ("theme", QT_TRANSLATE_NOOP("Settings", "As the appearance")),
        ("light", QT_TRANSLATE_NOOP("Settings", "Light grey")),
        ("middle", QT_TRANSLATE_NOOP("Settings", "Middle grey")),
        ("black", QT_TRANSLATE_NOOP("Settings", "Black")),
    ),
)
_NO_SHORTCUTS: dict[str, list[str]] = {}
SHORTCUTS = Setting("shortcuts", "", _NO_SHORTCUTS)  # name of the action: its keys, where they are not the usual ones
WELCOMED = Setting("welcomed", "", False)  # the first steps were shown

SETTINGS: tuple[Setting[Any], ...] = (
    LANGUAGE,
    THEME,
    START_PAGE,
    IMPORT_COPY,
    DEVICE,
    PRECISION,
    THREADS,
    MEMORY_MB,
    CACHE_MB,
    WHEEL,
    OVERLAY,
    SURROUND,
    SHORTCUTS,
    WELCOMED,
)
ENGINE_SETTINGS = (DEVICE, PRECISION, THREADS, MEMORY_MB, CACHE_MB)


class Settings(QObject):
    """The values that differ from the defaults, kept in a JSON file that is replaced whole at every change.

    What another window wrote meanwhile stays there, but for the setting that is changed; this one shows it when it is
    opened again.
    Without a path, or where something else than a file has that name (a device, a pipe), nothing is read or written.
    What is damaged or not valid is left out with a sentence in the log; what a newer program wrote is kept.
    """

    changed = Signal(str)  # key

    def __init__(self, path: Path | None) -> None:
        super().__init__()
        self._path = path if path is not None and (path.is_file() or not path.exists()) else None
        self._values: dict[str, Any] = {} if self._path is None else _read(self._path) or {}
        self._unsaved: set[str] = set()  # keys

    def get(self, setting: Setting[Value]) -> Value:
        found: Value = self._values.get(setting.key, setting.default)
        return found

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Raise `ValueError` for a value that the setting does not accept."""
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} cannot be {value!r}")
        if value == self.get(setting):
            return
        if value == setting.default:
            del self._values[setting.key]
        else:
            self._values[setting.key] = value
        self._unsaved.add(setting.key)
        self._save()
        self.changed.emit(setting.key)

    def reset(self, setting: Setting[Value]) -> None:
        self.set(setting, setting.default)

    def changed_values(self) -> Mapping[str, Any]:
        """What differs from the defaults, by key."""
        return dict(self._values)

    def _save(self) -> None:
        if self._path is None:
            return
        text = json.dumps(self._merged(_read(self._path)), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
        try:
            save_bytes(text.encode(), self._path, overwrite=True)
            self._unsaved.clear()
        except UserError as error:
            log.warning("the settings are not kept: %s", error)

    def _merged(self, found: dict[str, Any] | None) -> dict[str, Any]:
        """What the file shall hold, which holds `found` by now."""
        if found is None:
            return self._values
        others = {key: value for key, value in found.items() if key not in self._unsaved}
        return others | {key: value for key, value in self._values.items() if key in self._unsaved}


def engine_options(settings: Settings) -> EngineOptions:
    """How the engine shall run; 0 leaves the choice to it."""
    options = EngineOptions(device=settings.get(DEVICE), precision=settings.get(PRECISION))
    return replace(
        options,
        threads=settings.get(THREADS) or None,
        memory_mb=settings.get(MEMORY_MB) or None,
        cache_mb=settings.get(CACHE_MB) or None,
    )


def _read(path: Path) -> dict[str, Any] | None:
    """Of what the file holds all that is valid; None where nothing can be read."""
    try:
        whole = json.loads(path.read_bytes())
        if isinstance(whole, dict):
            return _valid(whole, path)
        reason = "it is not a JSON object"
    except FileNotFoundError:
        return None
    except OSError as error:
        log.warning("The settings in %s can't be read (%s); the usual ones are used.", path, error.strerror)
        return None
    except (ValueError, RecursionError) as error:
        reason = str(error)
    aside = path.with_suffix(".damaged.json")
    log.warning("The settings in %s are damaged (%s); they were moved to %s.", path, reason, aside)
    try:
        path.replace(aside)
    except OSError as error:
        log.warning("%s could not be moved: %s", path, error.strerror)
    return None


def _valid(values: dict[str, Any], path: Path) -> dict[str, Any]:
    known = {setting.key: setting for setting in SETTINGS}
    kept = {key: value for key, value in values.items() if key not in known or known[key].accepts(value)}
    for key in values.keys() - kept.keys():
        log.warning("The setting %s in %s cannot be %r; the usual one is used.", key, path, values[key])
    return kept
