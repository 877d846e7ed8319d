"""What the window or command line and the engine's process say to each other: frozen dataclasses as lines of JSON.

Pictures don't travel here but in shared memory, named by `SharedPicture`. No pickle, so no code can arrive.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any


class Message:
    """A line of the protocol. Every message of a job carries its number; answers to older jobs can so be told apart."""


@dataclass(frozen=True)
class SharedPicture:
    """A block of shared memory that the asking side made and removes: `dtype` is "uint16", "uint8" or "float32"."""

    name: str
    shape: tuple[int, ...]
    dtype: str


@dataclass(frozen=True)
class FaceData:
    """A face as plain numbers, see `core.faces.Face`."""

    box: tuple[int, int, int, int]
    landmarks: tuple[tuple[float, float], ...]
    confidence: float
    enabled: bool = True
    strength: float | None = None
    reason: str = ""


# --- asked of the engine -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RestoreRequest(Message):
    """Restore `photo` (uint16 RGB, sRGB) by `recipe` (JSON) into `result` (same, times the recipe's scale).

    `mask_added` and `mask_erased` are uint8 0/255 planes or None; `automatic` False takes `mask_added` as the whole
    mask. `mask_out` (uint8) receives what was repainted. `faces` None lets the stage look for them.
    """

    job: int
    recipe: str
    photo: SharedPicture
    result: SharedPicture
    mask_out: SharedPicture
    mask_added: SharedPicture | None = None
    mask_erased: SharedPicture | None = None
    automatic: bool = True
    faces: tuple[FaceData, ...] | None = None


@dataclass(frozen=True)
class DetectRequest(Message):
    """Write the probability of damage of `photo` into `map_out` (uint8, 255 = surely damaged)."""

    job: int
    photo: SharedPicture
    map_out: SharedPicture


@dataclass(frozen=True)
class DiagnoseRequest(Message):
    """Look at `photo` and propose a recipe."""

    job: int
    photo: SharedPicture


@dataclass(frozen=True)
class CancelRequest(Message):
    job: int


@dataclass(frozen=True)
class ShutdownRequest(Message):
    pass


# --- said by the engine --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ready(Message):
    """torch is loaded and the device chosen; `reason` says in words why this device."""

    device: str
    precision: str
    reason: str


@dataclass(frozen=True)
class ProgressReport(Message):
    job: int
    share: float
    text: str


@dataclass(frozen=True)
class RestoreResult(Message):
    """The picture is in the request's `result`. `recipe` now carries weight versions. `seconds` is by stage."""

    job: int
    recipe: str
    mask_share: float
    notes: tuple[str, ...] = ()
    faces: tuple[FaceData, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class DetectResult(Message):
    job: int
    damage_share: float  # of pixels at or above the default threshold


@dataclass(frozen=True)
class DiagnoseResult(Message):
    """`reasons` are sentences for the user, one for each thing found or left alone; `recipe` is what they lead to."""

    job: int
    recipe: str
    reasons: tuple[str, ...]
    faces: tuple[FaceData, ...] = ()


@dataclass(frozen=True)
class Failure(Message):
    """`sentence` is for the user; `is_bug` says that the log has a traceback."""

    job: int
    sentence: str
    is_bug: bool = False


@dataclass(frozen=True)
class CancelledReport(Message):
    job: int


MESSAGES: dict[str, type[Message]] = {
    kind.__name__: kind
    for kind in (
        RestoreRequest, DetectRequest, DiagnoseRequest, CancelRequest, ShutdownRequest,
        Ready, ProgressReport, RestoreResult, DetectResult, DiagnoseResult, Failure, CancelledReport,
    )
}  # fmt: skip


def encode(message: Message) -> bytes:
    """One line of JSON, newline included."""
    return (json.dumps({"kind": type(message).__name__, **asdict(message)}) + "\n").encode()  # type: ignore[call-overload]


def decode(line: bytes) -> Message:
    """Raise `ValueError` for a line that is not of this protocol."""
    try:
        values: dict[str, Any] = json.loads(line)
        kind = MESSAGES[values.pop("kind")]
        for name, value in values.items():
            values[name] = _restore_value(name, value)
        return kind(**values)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a message of this protocol: {line[:200]!r}") from error


def _restore_value(name: str, value: Any) -> Any:
    if isinstance(value, dict) and "dtype" in value:
        return SharedPicture(value["name"], tuple(value["shape"]), value["dtype"])
    if name == "faces" and value is not None:
        return tuple(_face(entry) for entry in value)
    return tuple(value) if isinstance(value, list) else value


def _face(entry: dict[str, Any]) -> FaceData:
    points = tuple((float(x), float(y)) for x, y in entry.pop("landmarks"))
    return FaceData(**{**entry, "box": tuple(entry["box"]), "landmarks": points})
