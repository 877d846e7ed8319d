"""What the window or command line and the engine's process say to each other: frozen dataclasses as lines of JSON.

Pictures don't travel here but in shared memory, named by `SharedPicture`. No pickle, so no code can arrive.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from photorestore.core.faces import Face
from photorestore.core.geometry import Box


class Message:
    """A line of the protocol. Every message of a job carries its number; answers to older jobs can so be told apart."""


@dataclass(frozen=True)
class SharedPicture:
    """A block of shared memory that the asking side made and removes: `dtype` is "uint16", "uint8" or "float32"."""

    name: str
    shape: tuple[int, ...]
    dtype: str


# --- asked of the engine -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RestoreRequest(Message):
    """Restore `photo` (uint16 RGB, sRGB) by `recipe` (JSON) into `result` (same, times the recipe's scale).

    `mask_out` (uint8 0/255, result's size) receives what was repainted. `alpha` and `alpha_out` (result's size) are
    uint16 planes, both or neither. `mask_added` and `mask_erased` are uint8 0/255 planes or None; `automatic` False
    takes `mask_added` as the whole mask. `faces` None lets the stage look for them. `whole` (uint16) is the whole
    picture made small, where `photo` is only a part of it: what is measured over the whole is measured there.
    """

    job: int
    recipe: str
    photo: SharedPicture
    result: SharedPicture
    mask_out: SharedPicture
    alpha: SharedPicture | None = None
    alpha_out: SharedPicture | None = None
    mask_added: SharedPicture | None = None
    mask_erased: SharedPicture | None = None
    automatic: bool = True
    faces: tuple[Face, ...] | None = None
    whole: SharedPicture | None = None


@dataclass(frozen=True)
class DetectRequest(Message):
    """Write the probability of damage of `photo` into `map_out` (uint8, 255 = surely damaged)."""

    job: int
    photo: SharedPicture
    map_out: SharedPicture
    alpha: SharedPicture | None = None


@dataclass(frozen=True)
class DiagnoseRequest(Message):
    """Look at `photo` and propose a recipe."""

    job: int
    photo: SharedPicture
    alpha: SharedPicture | None = None


@dataclass(frozen=True)
class CompareRequest(Message):
    """Clean `photo` by each of `methods` at full strength into `results` (uint16, (1 + methods, h, w, 3)).

    `settings` is the JSON of a `DenoiseSettings`. Methods whose weights are missing are left out; the first picture is
    the photo as it is. With `clean` (same size) PSNR and SSIM are measured. `whole` (uint16) is the whole picture,
    where `photo` is only a part of it: the noise level is measured there unless the settings name one.
    """

    job: int
    photo: SharedPicture
    results: SharedPicture
    methods: tuple[str, ...]
    settings: str
    clean: SharedPicture | None = None
    whole: SharedPicture | None = None


@dataclass(frozen=True)
class ListWeightsRequest(Message):
    """Name every network: installed ones as their files look at a glance, and published ones that could be added."""

    job: int


@dataclass(frozen=True)
class VerifyWeightsRequest(Message):
    """List them too, but read every byte of every file."""

    job: int


@dataclass(frozen=True)
class ImportWeightsRequest(Message):
    """Take the published checkpoints in these files and folders into the store."""

    job: int
    paths: tuple[str, ...]


@dataclass(frozen=True)
class RemoveWeightsRequest(Message):
    """Take imported weights out of use."""

    job: int
    name: str


@dataclass(frozen=True)
class CancelRequest(Message):
    job: int


@dataclass(frozen=True)
class ShutdownRequest(Message):
    pass


# --- said by the engine --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ready(Message):
    """torch is loaded and the device chosen; `reason` says in words why this device. Said once, before any answer."""

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
    """The picture is in the request's `result`. `recipe` now carries weight versions."""

    job: int
    recipe: str
    mask_share: float
    seconds: float
    notes: tuple[str, ...] = ()
    faces: tuple[Face, ...] = ()


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
    faces: tuple[Face, ...] = ()


@dataclass(frozen=True)
class CompareResult(Message):
    """In the order of the pictures in the request's `results`; `psnr` and `ssim` are empty without a clean picture.

    `noise` (of 255) and `edge_px` (blur of the sharpest edges) judge a picture by itself. `sigma` is the noise level
    that was named or measured on `whole`, 0 where neither was.
    """

    job: int
    methods: tuple[str, ...]
    titles: tuple[str, ...]
    seconds: tuple[float, ...]
    memory_mb: tuple[float, ...]
    noise: tuple[float, ...]
    edge_px: tuple[float, ...]
    psnr: tuple[float, ...] = ()
    ssim: tuple[float, ...] = ()
    sigma: float = 0.0


@dataclass(frozen=True)
class WeightsInfo:
    """What is known of one network. `state`: "verified" (every byte), "present" (not read yet), "damaged", "missing",
    or "absent" for published weights that nobody imported. `trouble` says in a sentence what is wrong; `file` and
    `card` are whole paths or "".
    """

    name: str
    task: str
    state: str
    origin: str
    licence: str
    source: str
    bytes: int = 0
    sha256: str = ""
    file: str = ""
    card: str = ""
    trouble: str = ""


@dataclass(frozen=True)
class ImportedFile:
    """What became of one checkpoint; `name` is that of its weights, "" where it was left alone."""

    label: str
    sentence: str
    name: str = ""


@dataclass(frozen=True)
class WeightsResult(Message):
    """Answers a list, verification, import or removal with what is there now. `imported` tells of each checkpoint."""

    job: int
    weights: tuple[WeightsInfo, ...]
    imported: tuple[ImportedFile, ...] = ()


@dataclass(frozen=True)
class Failure(Message):
    """`sentence` is for the user; `is_bug` says that the log has a traceback. Job 0: the engine could not start."""

    job: int
    sentence: str
    is_bug: bool = False


@dataclass(frozen=True)
class CancelledReport(Message):
    job: int


MESSAGES: dict[str, type[Message]] = {
    kind.__name__: kind
    for kind in (
        RestoreRequest, DetectRequest, DiagnoseRequest, CompareRequest, CancelRequest, ShutdownRequest,
        ListWeightsRequest, VerifyWeightsRequest, ImportWeightsRequest, RemoveWeightsRequest,
        Ready, ProgressReport, RestoreResult, DetectResult, DiagnoseResult, CompareResult, WeightsResult, Failure,
        CancelledReport,
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
    if name == "weights":
        return tuple(WeightsInfo(**entry) for entry in value)
    if name == "imported":
        return tuple(ImportedFile(**entry) for entry in value)
    return tuple(value) if isinstance(value, list) else value


def _face(entry: dict[str, Any]) -> Face:
    left, right, nose, mouth_left, mouth_right = ((float(x), float(y)) for x, y in entry.pop("landmarks"))
    return Face(Box(*entry.pop("box")), (left, right, nose, mouth_left, mouth_right), **entry)
