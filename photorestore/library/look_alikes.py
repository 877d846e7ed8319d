"""Pictures that look the same: other scans, sizes or formats of one print, by a 64-bit fingerprint of the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.progress import Progress
from photorestore.library.database import Database

DISTANCE = 8  # bits of 64 in which look-alikes may differ
SMALL_PX = 128  # what the fingerprint wants to see of a picture
_SIDE, _KEPT = 32, 8
_FLAT = 2.0  # standard deviation on 0..255 below which there is nothing to tell pictures apart by
_BANDS, _BAND_BITS = 4, 16

Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class LookAlikes:
    """`ids` belong together by a chain of likeness; `best` has most pixels, then most stars, then came first."""

    ids: tuple[int, ...]
    best: int


def look_hash(grey: npt.NDArray[np.uint8]) -> int | None:
    """Signs of the lowest 64 frequencies, blind to size, brightness and contrast. None for a picture without any."""
    small = cv2.resize(grey, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    if small.std() < _FLAT:
        return None
    low = cv2.dct(small)[:_KEPT, :_KEPT].ravel()
    low[0] = 0  # brightness
    bits = np.packbits(low > np.median(low))
    return int.from_bytes(bits.tobytes(), "big", signed=True)


def find_look_alikes(db: Database, distance: int = DISTANCE, progress: Progress = Progress()) -> list[LookAlikes]:  # noqa: B008 - frozen
    """All groups in the library, the largest first."""
    rows = db.rows(
        "SELECT id, look_hash, width * height AS pixels, stars FROM photo"
        " WHERE look_hash IS NOT NULL AND trashed IS NULL ORDER BY id"
    )
    hashes = _unsigned([row["look_hash"] for row in rows])
    by_number = dict(enumerate(rows))
    groups = []
    for members in group(hashes, distance, progress):
        inside = [by_number[number] for number in members]
        best = max(inside, key=lambda row: (row["pixels"], row["stars"], -row["id"]))
        groups.append(LookAlikes(tuple(row["id"] for row in inside), best["id"]))
    return sorted(groups, key=lambda found: (-len(found.ids), found.ids))


def look_alikes_of(db: Database, photo_id: int, distance: int = DISTANCE) -> list[int]:
    """The nearest first."""
    rows = db.rows("SELECT id, look_hash FROM photo WHERE look_hash IS NOT NULL AND trashed IS NULL")
    wanted = [row["look_hash"] for row in rows if row["id"] == photo_id]
    if not wanted:
        return []
    distances = np.bitwise_count(_unsigned([row["look_hash"] for row in rows]) ^ _unsigned(wanted))
    near = sorted((int(bits), row["id"]) for bits, row in zip(distances, rows, strict=True) if bits <= distance)
    return [other for _, other in near if other != photo_id]


def group(hashes: Hashes, distance: int, progress: Progress = Progress()) -> list[list[int]]:  # noqa: B008 - frozen
    """Indices that hang together, only groups of two and more."""
    unique, first_of = np.unique(hashes, return_inverse=True)
    leader = np.arange(len(unique))
    for left, right in _near_pairs(unique, distance, progress):
        for one, other in zip(left.tolist(), right.tolist(), strict=True):
            _join(leader, one, other)
    members: dict[int, list[int]] = {}
    for index, at in enumerate(first_of.tolist()):
        members.setdefault(_find(leader, at), []).append(index)
    return [found for found in members.values() if len(found) > 1]


def _near_pairs(unique: Hashes, distance: int, progress: Progress) -> Iterator[tuple[npt.NDArray[np.intp], ...]]:
    """Of four bands of 16 bits, one differs in at most a quarter of the bits: only such pairs are compared."""
    masks = [np.uint64(mask) for mask in _masks(distance // _BANDS)]
    for band in range(_BANDS):
        keys = (unique >> np.uint64(band * _BAND_BITS)) & np.uint64(0xFFFF)
        order = np.argsort(keys, kind="stable")
        begin_of = np.searchsorted(keys[order], np.arange((1 << _BAND_BITS) + 1))
        for at, mask in enumerate(masks):
            if at % 16 == 0:
                progress.report((band + at / len(masks)) / _BANDS)
            wanted = (keys ^ mask).astype(np.intp)
            begins, counts = begin_of[wanted], begin_of[wanted + 1] - begin_of[wanted]
            left = np.repeat(np.arange(len(unique)), counts)
            offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
            right = order[np.repeat(begins, counts) + offsets]
            near = (left < right) & (np.bitwise_count(unique[left] ^ unique[right]) <= distance)
            yield left[near], right[near]


def _masks(most: int) -> list[int]:
    """All patterns of up to `most` set bits of a band."""
    chosen = (bits for count in range(most + 1) for bits in combinations(range(_BAND_BITS), count))
    return [sum(1 << bit for bit in bits) for bits in chosen]


def _unsigned(signed: Sequence[int]) -> Hashes:
    return np.array(signed, np.int64).view(np.uint64)


def _find(leader: npt.NDArray[np.intp], at: int) -> int:
    while leader[at] != at:
        leader[at] = leader[leader[at]]
        at = int(leader[at])
    return at


def _join(leader: npt.NDArray[np.intp], one: int, other: int) -> None:
    first, second = _find(leader, one), _find(leader, other)
    leader[max(first, second)] = min(first, second)
