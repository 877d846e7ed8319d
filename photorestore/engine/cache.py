"""A store of the recently used that never holds more than a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from typing import Any, Generic, TypeVar

import numpy as np
import psutil

from photorestore.core.pixels16 import Pixels16

Value = TypeVar("Value")
MOST_BYTES = 1 << 30


def default_cache_bytes() -> int:
    """An eighth of what is free, at most 1 GB."""
    return min(int(psutil.virtual_memory().available) // 8, MOST_BYTES)


class ByteCache(Generic[Value]):
    """Keeps values by key and lets the least recently used go when `capacity_bytes` would be exceeded."""

    def __init__(self, capacity_bytes: int) -> None:
        self.capacity_bytes = capacity_bytes
        self.used_bytes = 0
        self._entries: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()

    def get(self, key: Hashable) -> Value | None:
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key][0]

    def put(self, key: Hashable, value: Value, size_bytes: int) -> None:
        """Keep `value`, unless it alone is larger than the whole cache."""
        if key in self._entries:
            self.used_bytes -= self._entries.pop(key)[1]
        if size_bytes > self.capacity_bytes:
            return
        while self.used_bytes + size_bytes > self.capacity_bytes:
            self.used_bytes -= self._entries.popitem(last=False)[1][1]
        self._entries[key] = (value, size_bytes)
        self.used_bytes += size_bytes

    def __len__(self) -> int:
        return len(self._entries)


class StageCache(ByteCache[Mapping[str, Any]]):
    """What stages changed about photos: the new values of `Photo` fields by name, under keys made by the pipeline."""

    def __init__(self, capacity_bytes: int | None = None) -> None:
        super().__init__(default_cache_bytes() if capacity_bytes is None else capacity_bytes)

    def keep(self, key: Hashable, changes: Mapping[str, Any]) -> None:
        arrays = (value for value in changes.values() if isinstance(value, np.ndarray | Pixels16))
        self.put(key, changes, sum(array.nbytes for array in arrays))
