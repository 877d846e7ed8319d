"""`PictureStore`: pictures that were read, within a budget of bytes, and those that are being read."""

from __future__ import annotations

from collections.abc import Collection

from photorestore.gui.pixmaps import Picture

Key = tuple[int, int, int]  # photograph, version, quarter turns
_BUDGET_BYTES = 800_000_000


class PictureStore:
    """Those that nobody asked for longest go first. One that can't be read is not asked for again."""

    def __init__(self, budget_bytes: int = _BUDGET_BYTES) -> None:
        self._budget = budget_bytes
        self._pictures: dict[Key, Picture] = {}
        self._awaited: set[Key] = set()
        self._unreadable: set[Key] = set()

    def get(self, key: Key) -> Picture | None:
        return self._pictures.get(key)

    def is_awaited(self, key: Key) -> bool:
        return key in self._awaited

    def expect(self, key: Key) -> bool:
        """True if somebody must read it now."""
        if key in self._pictures:
            self._pictures[key] = self._pictures.pop(key)  # the newest is the last
            return False
        if key in self._awaited or key in self._unreadable:
            return False
        self._awaited.add(key)
        return True

    def put(self, key: Key, picture: Picture, keep: Collection[Key] = ()) -> None:
        """Those in `keep` stay, whatever they take."""
        self._awaited.discard(key)
        self._pictures[key] = picture
        for old in list(self._pictures):
            if self._bytes() <= self._budget:
                break
            if old != key and old not in keep:
                del self._pictures[old]

    def give_up(self, key: Key) -> None:
        self._awaited.discard(key)
        self._unreadable.add(key)

    def drop_awaited(self) -> None:
        """Another photograph is looked at: what did not come is asked for anew, and a file may have been put right."""
        self._awaited.clear()
        self._unreadable.clear()

    def clear(self) -> None:
        self._pictures.clear()
        self.drop_awaited()

    def _bytes(self) -> int:
        return sum(level.sizeInBytes() for picture in self._pictures.values() for level in picture.levels)
