"""`ExportPreset`: how a photograph leaves the program. Saved as JSON; the built-in three are `PRESETS`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from photorestore.core.errors import UserError
from photorestore.core.settings_fields import check_knobs, knob
from photorestore.exporting.naming import check_template
from photorestore.files.atomic import save_bytes

FILE_VERSION = 1
_KEY = "photorestore_export_presets"


@dataclass(frozen=True)
class FileKind:
    """`bytes_per_pixel` is what noise needs, which packs worst (measured: JPEG 1.9 at quality 90, WebP 0.9)."""

    suffix: str
    bits: int
    has_quality: bool
    bytes_per_pixel: float


FILE_KINDS: dict[str, FileKind] = {
    "JPEG": FileKind(".jpg", 8, True, 2.0),
    "PNG 8 bit": FileKind(".png", 8, False, 4.2),
    "PNG 16 bit": FileKind(".png", 16, False, 8.4),
    "TIFF 8 bit": FileKind(".tif", 8, False, 4.2),
    "TIFF 16 bit": FileKind(".tif", 16, False, 8.4),
    "WebP": FileKind(".webp", 8, True, 1.2),
}


@dataclass(frozen=True)
class ExportPreset:
    """0 for `long_side_px` and `dpi` means: as the photograph is. The smaller of the two sizes counts."""

    name: str
    format: str = knob("JPEG", "Format", "What the files are.", choices=tuple(FILE_KINDS))
    quality: int = knob(90, "Quality", "Of JPEG and WebP: 90 can't be told from the photograph.", low=1, high=100)
    long_side_px: int = knob(0, "Long side", "In pixels; 0 keeps the size.", low=0, high=100_000)
    percent: float = knob(100.0, "Percent", "Of the photograph's size.", low=1, high=800)
    may_enlarge: bool = knob(False, "Enlarge small photographs", "Otherwise they keep their size.")
    metadata: str = knob(
        "keep", "Information", "Camera, dates and place in the file.", choices=("keep", "no location", "none")
    )
    profile: str = knob("keep", "Colours", "sRGB looks the same everywhere.", choices=("keep", "sRGB"))
    dpi: int = knob(0, "Resolution for print", "Dots per inch; 0 keeps the photograph's.", low=0, high=9600)
    template: str = "{name}"

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip():
            raise UserError("An export preset needs a name.")
        check_knobs(self)
        for name in ("quality", "long_side_px", "dpi"):
            if not isinstance(getattr(self, name), int):
                raise UserError(f"{name} of the export preset “{self.name}” must be a whole number.")
        check_template(self.template)

    @property
    def kind(self) -> FileKind:
        return FILE_KINDS[self.format]

    def size_of(self, width: int, height: int) -> tuple[int, int]:
        """The exported size of a photograph of this size."""
        factor = self.percent / 100
        if self.long_side_px:
            wished = self.long_side_px / max(width, height)
            factor = wished if self.percent == 100 else min(factor, wished)
        if not self.may_enlarge:
            factor = min(factor, 1.0)
        return max(1, round(width * factor)), max(1, round(height * factor))


PRESETS: tuple[ExportPreset, ...] = (
    ExportPreset("Family share", quality=90, long_side_px=2048, metadata="no location", profile="sRGB"),
    ExportPreset("Print", format="TIFF 8 bit", dpi=300),
    ExportPreset("Archive", format="TIFF 16 bit"),
)


def presets_to_json(presets: Sequence[ExportPreset]) -> str:
    whole = {_KEY: FILE_VERSION, "presets": [asdict(preset) for preset in presets]}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def presets_from_json(text: str) -> tuple[ExportPreset, ...]:
    """Raise `UserError` for text that holds no presets, a newer format, an unknown setting or a bad value."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"These are no export presets: it is not valid JSON ({error}).") from error
    version = whole.get(_KEY) if isinstance(whole, dict) else None
    if not isinstance(version, int) or isinstance(version, bool):
        raise UserError(f'These are no export presets: there is no "{_KEY}" version number.')
    if version > FILE_VERSION:
        raise UserError("These export presets were saved by a newer PhotoRestore; update the program to use them.")
    entries = whole.get("presets")
    if not isinstance(entries, list):
        raise UserError('These export presets are damaged: "presets" must be a list.')
    made = tuple(_preset(entry) for entry in entries)
    if len({preset.name for preset in made}) < len(made):
        raise UserError("These export presets are damaged: two have the same name.")
    return made


def load_presets(path: Path) -> tuple[ExportPreset, ...]:
    """The user's own; none where the file does not exist."""
    try:
        return presets_from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeError) as error:
        raise UserError(f"The export presets in “{path}” can't be read ({error}).") from error


def save_presets(presets: Sequence[ExportPreset], path: Path) -> None:
    save_bytes(presets_to_json(presets).encode(), path, overwrite=True)


def _preset(values: Any) -> ExportPreset:
    if not isinstance(values, dict) or "name" not in values:
        raise UserError("These export presets are damaged: every preset must be an object with a name.")
    if unknown := set(values) - {entry.name for entry in fields(ExportPreset)}:
        raise UserError(f"These export presets have settings that do not exist: {', '.join(sorted(unknown))}.")
    return ExportPreset(**values)
